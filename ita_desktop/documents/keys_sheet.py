"""The keys of the program on one A4 sheet, to lie beside the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Digits,
    Document,
    Heading,
    PageSetup,
    Paragraph,
    Running,
    Section,
    Stop,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.text import Run

ID: Final = "keys-sheet"
NAME: Final = "แผ่นแป้นพิมพ์ลัด"
_TITLE: Final = "แป้นพิมพ์ลัดของ ITA Desktop"
_PAGE: Final = PageSetup(left=16, right=10, top=10, bottom=8)
_SIZE: Final = 11.5
_COLUMN: Final = 93.0
_WHAT: Final = 36.0
_RIGHT: Final = (Stop(at=_COLUMN), Stop(at=_COLUMN + _WHAT))
"""Where the right column has its keys, and what they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedKeys:
    """The keys of one place: its title, and each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


Line = tuple[Run, ...]


def keys_sheet(groups: Sequence[ListedKeys], digits: Digits) -> Document:
    """Return the sheet: groups in two columns as even as they can be, each whole."""
    columns = [_lines(part) for part in _divided(groups)]
    lines = zip_longest(*columns, fillvalue=())
    blocks: tuple[Block, ...] = (
        Heading(text=_TITLE, level=1),
        *(_paragraph(left, right) for left, right in lines),
    )
    section = Section(blocks=blocks, page=_PAGE, head=Running())
    document = Document(
        id=ID,
        title=_TITLE,
        author="ITA Desktop",
        digits=digits,
        sections=(section,),
        name=NAME,
    )
    return with_digits(document)


def _divided(groups: Sequence[ListedKeys]) -> tuple[Sequence[ListedKeys], Sequence[ListedKeys]]:
    """Return the groups of the left column and those of the right, where that is most even."""
    ways = [(groups[:count], groups[count:]) for count in range(len(groups), -1, -1)]
    return min(ways, key=lambda way: max(len(_lines(part)) for part in way))


def _lines(groups: Sequence[ListedKeys]) -> list[Line]:
    """Return the lines of a column: a title, its keys, an empty line between groups."""
    found: list[Line] = []
    for group in groups:
        if found:
            found.append(())
        found.append((Run(group.title, bold=True, underline=True),))
        found += ((Run(keys, bold=True), Run(f"\t{what}")) for keys, what in group.keys)
    return found


def _paragraph(left: Line, right: Line) -> Paragraph:
    """Return one line of both columns; a title at the left may be wider than keys."""
    stops = _RIGHT if len(left) < len(("keys", "what")) else (Stop(at=_WHAT), *_RIGHT)
    runs = (*left, Run("\t"), *right) if right else left
    return Paragraph(text=runs or " ", align=Align.LEFT, size=_SIZE, before=0, stops=stops)
