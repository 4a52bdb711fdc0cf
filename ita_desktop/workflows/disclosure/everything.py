"""What is known of OIT items as tables that a person reads."""

from collections.abc import Iterator

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.documents.model import Number, Table
from ita_desktop.documents.oit_cells import day_words
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    asked_contents,
    oit_items,
    period_words,
)
from ita_desktop.domain.disclosure_sums import points_at_stake
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.everything_table import plain_table
from ita_desktop.workflows.scores.year_scores import year_result

_HEADS = (
    *(("ข้อ OIT", 14), ("ชื่อข้อมูล", 50), ("สถานะเผยแพร่", 22), ("ผู้รับผิดชอบเผยแพร่", 32)),
    *(("ที่อยู่หน้าเว็บไซต์", 44), ("กำหนดเผยแพร่", 22), ("วันที่ของเอกสาร", 22), ("ตรวจเมื่อ", 22)),
    *(("ช่วงเวลาของข้อมูล", 24), ("คะแนนที่มีผล", 14), ("บันทึก", 34)),
)
_CONTENT_HEADS = (("ข้อ OIT", 16), ("องค์ประกอบที่ต้องมี", 190), ("มีแล้ว", 20))
_Rows = Iterator[tuple[str | Number, ...]]


def disclosure_tables(file: DataFile, fiscal_year: int) -> list[Table]:
    """Return the OIT items of a year and what each must show; nothing of a year without any."""
    known = load_disclosure(file, fiscal_year)
    if not known.items:
        return []
    try:
        result = year_result(file, fiscal_year)
    except ClerkError:
        criteria, worth = None, dict[str, Number]()
    else:
        criteria = result.criteria
        worth = {
            item.code: Number(round_half_up(points))
            for item in oit_items(criteria)
            if (points := points_at_stake(result, item, known.of(item.code))) is not None
        }
    items = _items(criteria, known)
    rows = ((*_row(item, one), worth.get(one.code, ""), one.note) for item, one in items)
    contents = plain_table(f"องค์ประกอบ OIT {fiscal_year}", _CONTENT_HEADS, _contents(items))
    return [plain_table(f"OIT {fiscal_year}", _HEADS, rows), contents]


def _items(
    criteria: Criteria | None, known: Disclosure
) -> list[tuple[Item | None, DisclosureItem]]:
    """Return all items of the year, then those that are known but not in its criteria."""
    items = () if criteria is None else oit_items(criteria)
    codes = {item.code for item in items}
    rest = [(None, one) for code, one in known.items.items() if code not in codes]
    return [*((item, known.of(item.code)) for item in items), *rest]


def _row(item: Item | None, known: DisclosureItem) -> tuple[str, ...]:
    return (
        known.code,
        "" if item is None else one_line(item.text),
        known.state.words,
        *(known.units, known.addresses),
        *(day_words(known.due), day_words(known.dated), day_words(known.checked)),
        "" if item is None else period_words(item),
    )


def _contents(items: list[tuple[Item | None, DisclosureItem]]) -> _Rows:
    for item, known in items:
        asked = () if item is None else asked_contents(item)
        for one in asked:
            there = "มี" if one.text in known.contents else ""
            yield known.code, one.text.replace("\n", ": "), there
        for text in sorted(known.contents.difference(one.text for one in asked)):
            yield known.code, text.replace("\n", ": "), "มี (ไม่อยู่ในเกณฑ์แล้ว)"
