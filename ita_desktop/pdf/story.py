"""The blocks of a document as what Platypus lays on pages."""

from dataclasses import dataclass
from typing import Final

from reportlab.platypus.flowables import Flowable

from ita_desktop.documents.model import Align, Block, Heading, Paragraph, Table
from ita_desktop.documents.text import plain
from ita_desktop.pdf.kept import Kept
from ita_desktop.pdf.paragraph import ThaiParagraph
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.pdf.table import ThaiTable, set_table
from ita_desktop.typesetting.metrics import TITLE_SIZE

MILLIMETRE: Final = 72 / 25.4
_INDENT = 25 * MILLIMETRE
_TITLE = Look(align=Align.CENTER, bold=True, size=TITLE_SIZE)
_HEADING = Look(bold=True)
_SPACE_BEFORE = 6.0  # points above a paragraph, as the ministries' form sheets have it


@dataclass(frozen=True, slots=True)
class Room:
    """The text area of a page, in points."""

    width: float
    height: float


def story(blocks: tuple[Block, ...], setting: Setting, room: Room) -> list[Flowable]:
    """Return the blocks set and measured, headings tied to what follows them."""
    result: list[Flowable] = []
    heads: list[Flowable] = []
    for block in blocks:
        if isinstance(block, Heading):
            heads.append(_heading(block, setting, room))
            continue
        if isinstance(block, Table):
            if block.caption and not block.caption_in_grid:
                caption = _text(block.caption, _HEADING, setting, room, before=_SPACE_BEFORE)
                heads.append(caption)
            table = ThaiTable(set_table(block, setting, room.width, room.height))
            result.append(Kept(heads, table, room.height, whole_if_small=True))
        elif isinstance(block, Paragraph):
            text = _text(plain(block.text), _look(block), setting, room, before=_SPACE_BEFORE)
            result.append(Kept(heads, text, room.height) if heads else text)
        heads = []
    return [*result, *heads]


def _heading(heading: Heading, setting: Setting, room: Room) -> Flowable:
    if heading.level == 1:
        return _text(heading.text, _TITLE, setting, room)
    return _text(heading.text, _HEADING, setting, room, before=_SPACE_BEFORE)


def _look(paragraph: Paragraph) -> Look:
    indent = _INDENT if paragraph.indent and paragraph.align is Align.LEFT else 0.0
    return Look(align=paragraph.align, bold=paragraph.bold, first_indent=indent)


def _text(
    text: str, look: Look, setting: Setting, room: Room, *, before: float = 0.0
) -> ThaiParagraph:
    return ThaiParagraph(setting.lines(text, room.width, look), look, room.height, before=before)
