"""A unit's work sheet of the OIT items it has to publish: a row a content, a hidden key a row.

State, addresses, day and note are asked once an item, in cells over its rows; whether it is there
is asked of every content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Digits,
    Document,
    Heading,
    Open,
    Orientation,
    PageSetup,
    Row,
    Section,
    Table,
)
from ita_desktop.documents.oit_cells import BULLET, day_words
from ita_desktop.documents.unit_sheet import DUE_LINE, UNIT_LINE, Say
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    contents_of,
    lines_of,
    period_words,
)
from ita_desktop.domain.office import Office
from ita_desktop.domain.oit_unit_key import (
    ITEM_FIELDS,
    THERE,
    OitUnitKey,
    fields_of_row,
    write_unit_key,
)
from ita_desktop.domain.unit_row_key import hash_of, locked_hash
from ita_desktop.thai.digits import printed_digits
from ita_desktop.thai.text import one_line

ID: Final = "oit-unit-sheet"
LOCKED_HEADS: Final[Mapping[str, str]] = {
    "code": "ข้อ",
    "title": "ข้อมูล",
    "content": "องค์ประกอบด้านข้อมูล",
}
OPEN_HEADS: Final[Mapping[str, str]] = {
    THERE: "มีในหน้าเว็บไซต์",
    "state": "สถานะ",
    "addresses": "ที่อยู่หน้าเว็บไซต์",
    "checked": "วันที่ตรวจสอบ",
    "note": "หมายเหตุ",
}
IS_THERE: Final = "มีแล้ว"
NOT_THERE: Final = "ยังไม่มี"
_TITLE: Final = "แบบรายงานการเปิดเผยข้อมูลสาธารณะ (OIT)"
_HOW_TO: Final = (
    "กรอกเฉพาะช่องพื้นสีอ่อน ช่องอื่นล็อกไว้ สถานะและการมีข้อมูลเลือกจากรายการในช่อง",
    "ที่อยู่หน้าเว็บไซต์คัดลอกจากเบราว์เซอร์ หลายที่อยู่ให้ขึ้นบรรทัดใหม่ด้วย Alt+Enter วันที่กรอกเช่น 15 ม.ค. 2566",
    "ขอความกรุณาไม่เพิ่ม ลบ หรือย้ายแถว เมื่อกรอกเสร็จให้บันทึกเป็น .xlsx แล้วส่งไฟล์คืน",
)
_NONE_ASKED: Final = "เกณฑ์ปีนี้ยังไม่ระบุองค์ประกอบ"
_UNCHECKED: Final = "(ข้อความยังไม่ได้ตรวจกับคู่มือ)"
_WIDTHS: Final = (14.0, 46.0, 78.0, 24.0, 30.0, 56.0, 30.0, 40.0)
_CENTRED: Final = frozenset({LOCKED_HEADS["code"], *(OPEN_HEADS[f] for f in (THERE, "state"))})
_PAGE: Final = PageSetup(orientation=Orientation.LANDSCAPE, left=10, right=10, top=12, bottom=14)
_OPEN: Final[Mapping[str, Open]] = {
    THERE: Open(choices=(IS_THERE, NOT_THERE)),
    "state": Open(choices=tuple(state.words for state in PublishState)),
}
_TYPED: Final = Open()


@dataclass(frozen=True, slots=True, kw_only=True)
class OitUnitSheet:
    """What a unit's sheet is made from. ``due``: when it is to come back, as words; "" for none."""

    office: Office
    criteria: Criteria
    disclosure: Disclosure
    unit: str
    items: Sequence[Item]
    file_mark: str
    digits: Digits
    due: str = ""


def oit_unit_sheet(source: OitUnitSheet) -> Document:
    """Return the sheet of a unit; what is known already stands in its open cells."""
    say = partial(printed_digits, thai=source.digits is Digits.THAI)
    year = source.criteria.fiscal_year
    title = f"{source.office.name} ประจำปีงบประมาณ พ.ศ. {year}"
    lines = [
        Heading(text=say(_TITLE), level=1),
        Heading(text=say(title), level=1),
        Heading(text=say(f"{UNIT_LINE}{source.unit}"), level=2),
    ]
    if source.due:
        lines.append(Heading(text=say(f"{DUE_LINE}{source.due}"), level=2))
    heads = (*LOCKED_HEADS.values(), *OPEN_HEADS.values())
    table = Table(
        name="OIT",
        columns=tuple(
            Column(width=width, align=Align.CENTER if head in _CENTRED else Align.LEFT)
            for width, head in zip(_WIDTHS, heads, strict=True)
        ),
        header=(Row(cells=tuple(Cell(content=head) for head in heads)),),
        rows=tuple(row for item in source.items for row in _rows(source, item, say)),
        lead=tuple(map(say, _HOW_TO)),
        protected=True,
    )
    # Not ``with_digits``, as in the sheets of measures: an open cell holds what was typed.
    return Document(
        id=ID,
        title=say(f"{source.unit} {title} OIT"),
        author=source.office.name,
        digits=source.digits,
        sections=(Section(blocks=(*lines, table), page=_PAGE),),
        fiscal_year=year,
    )


def said_of(known: DisclosureItem, field: str, content: str = "") -> str:
    """Return what an open cell says of an item; ``content``: of which, for ``THERE``."""
    match field:
        case "state":
            return known.state.words
        case "addresses":
            return "\n".join(lines_of(known.addresses))
        case "checked":
            return day_words(known.checked)
        case "note":
            return known.note
        case _:
            return IS_THERE if content in known.contents else ""


def _rows(source: OitUnitSheet, item: Item, say: Say) -> list[Row]:
    known = source.disclosure.of(item.code)
    contents = _contents(item) or [("", _NONE_ASKED)]
    title = _title(item, known)
    made: list[Row] = []
    for number, (content, words) in enumerate(contents, start=1 if contents[0][0] else 0):
        locked = tuple(map(say, (item.code, title, words)))
        fields = fields_of_row(number)
        told = {field: said_of(known, field, content) for field in fields}
        key = OitUnitKey(
            fiscal_year=source.criteria.fiscal_year,
            code=item.code,
            place=number,
            content=hash_of(content),
            file_mark=source.file_mark,
            bases={field: hash_of(told[field]) for field in fields},
            locked=locked_hash(*locked),
        )
        rows = 0 if made else len(contents)
        cells = [
            *(_over(text, rows) for text in locked[:2]),
            Cell(content=locked[2]),
            Cell(content=told[THERE], open=_OPEN[THERE]) if THERE in told else Cell(),
            *(_open(field, told.get(field, ""), rows) for field in ITEM_FIELDS),
        ]
        made.append(Row(cells=tuple(cells), key=write_unit_key(key)))
    return made


def _over(text: str, rows: int) -> Cell | None:
    return Cell(content=text, rows=rows) if rows else None


def _open(field: str, text: str, rows: int) -> Cell | None:
    return Cell(content=text, rows=rows, open=_OPEN.get(field, _TYPED)) if rows else None


def _contents(item: Item) -> list[tuple[str, str]]:
    """Return each content that is asked for and its words.

    The head of parts stands over the first of them, footnotes under the last content.
    """
    asked = {one.text for one in asked_contents(item)}
    found: list[tuple[str, str]] = []
    heads: list[str] = []
    for one in contents_of(item):
        mark = f"({one.part})" if one.part else BULLET
        line = f"{mark} {one_line(one.words)}"
        if one.text in asked and not one.heads:
            found.append((one.text, "\n".join((*heads, line))))
            heads = []
        else:
            heads.append(line)
    if found and item.notes:
        text, words = found[-1]
        notes = (f"* {one_line(note)}" for note in item.notes)
        found[-1] = (text, "\n".join((words, *notes)))
    return found


def _title(item: Item, known: DisclosureItem) -> str:
    """Return the title of an item with what its data must be of, and until when."""
    period, due = period_words(item), day_words(known.due)
    lines = (
        one_line(item.text),
        "" if item.status.checked else _UNCHECKED,
        f"ข้อมูล: {period}" if period else "",
        f"กำหนดเผยแพร่ {due}" if due else "",
    )
    return "\n".join(filter(None, lines))
