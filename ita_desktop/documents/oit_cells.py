"""What stands in the cells of a table of OIT items: contents with their parts, units, days."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from ita_desktop.documents.model import Cell
from ita_desktop.documents.source import DisclosureSource
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import DisclosureItem, contents_of, lines_of, oit_items
from ita_desktop.domain.oit_row_key import OitRowKey, write_oit_key
from ita_desktop.domain.ticked_contents import LACKING, THERE
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.text import one_line

HEADS: Final = ("ข้อ", "ข้อมูล", "องค์ประกอบด้านข้อมูล", "หน่วยงานรับผิดชอบ")
STATE_HEADS: Final = ("สถานะ", "ที่อยู่หน้าเว็บไซต์", "วันที่ตรวจสอบ")
BULLET: Final = "•"
NOTHING: Final = "ไม่พบรายการข้อ OIT ในเกณฑ์ปี {year}"


def item_key(source: DisclosureSource, item: Item) -> str:
    """Return what the row of an item is, for a workbook that comes back."""
    return write_oit_key(OitRowKey(source.criteria.fiscal_year, item.code, source.file_mark))


def contents_cell(item: Item, known: DisclosureItem | None = None) -> str:
    """Return what an item must show, a line each, its footnotes last.

    ``known``: each content that is ticked says whether it is there.
    """
    lines: list[str] = []
    for one in contents_of(item):
        mark = BULLET
        if one.part:
            mark = f"({one.part})"
        if known is not None and not one.heads:
            tick = THERE if one.text in known.contents else LACKING
            mark = f"{tick} {mark}" if one.part else tick
        lines.append(f"{mark} {one_line(one.words)}")
    lines += (f"* {one_line(note)}" for note in item.notes)
    return "\n".join(lines)


def item_cells(item: Item, known: DisclosureItem, *, ticks: bool = False) -> tuple[Cell, ...]:
    """Return the four cells of an item; ``ticks``: its contents say whether they are there."""
    contents = contents_cell(item, known if ticks else None)
    units = "\n".join(lines_of(known.units))
    return tuple(map(_cell, (item.code, one_line(item.text), contents, units)))


def state_cells(known: DisclosureItem) -> tuple[Cell, ...]:
    """Return the three cells of how far an item is."""
    addresses = "\n".join(lines_of(known.addresses))
    return tuple(map(_cell, (known.state.words, addresses, day_words(known.checked))))


def day_words(day: date | None) -> str:
    """Return a day as these tables write it, in Arabic digits; "" where there is none."""
    return "" if day is None else format_date(day, thai_digits=False)


def _cell(text: str) -> Cell:
    return Cell(content=text)


def by_topic(items: Sequence[Item]) -> Iterator[tuple[tuple[str, str], tuple[Item, ...]]]:
    """Give the items that stand together under a sub-indicator's code and a topic line."""
    for heads, together in groupby(items, key=lambda one: (one.sub_indicator or "", topic(one))):
        yield heads, tuple(together)


def topic(item: Item) -> str:
    """Return the topic line an item stands under, "" where the criteria have none."""
    return one_line(item.group or "")


def items_of_paper(source: DisclosureSource) -> tuple[Item, ...]:
    """Return the items in the order of the paper: by indicator and sub-indicator of the year."""
    criteria = source.criteria
    subs = {sub.code: place for place, sub in enumerate(criteria.sub_indicators)}
    order = {one.number: place for place, one in enumerate(criteria.indicators)}
    last = len(subs)
    return tuple(
        sorted(
            oit_items(criteria),
            key=lambda one: (order[one.indicator], subs.get(one.sub_indicator or "", last)),
        )
    )


def indicator_line(source: DisclosureSource, number: int) -> str:
    """Return the heading of an indicator, which counts its sub-indicators."""
    criteria = source.criteria
    name = one_line(criteria.indicator_by_number[number].name)
    count = len(criteria.sub_indicators_of(number))
    counted = f" ประกอบด้วย {count} ตัวชี้วัดย่อย ดังนี้" if count else ""
    return f"ตัวชี้วัดที่ {number} {name}{counted}"


def sub_line(source: DisclosureSource, code: str) -> str:
    """Return the heading of a sub-indicator."""
    names = {sub.code: sub.name for sub in source.criteria.sub_indicators}
    return one_line(f"ตัวชี้วัดย่อยที่ {code} {names.get(code, '')}")


def unchecked_note(items: Sequence[Item]) -> str:
    """Return the note that names the items whose wording was not checked against the handbook."""
    codes = [item.code for item in items if not item.status.checked]
    if not codes:
        return ""
    which = "ทุกข้อ" if len(codes) == len(items) else f" {', '.join(codes)} "
    return f"หมายเหตุ: ข้อความของ{which}เป็นฉบับร่าง ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช."


def untold_note(items: Sequence[Item], year: int) -> str:
    """Return the note that the criteria do not tell what some items must show; "" where they do."""
    count = sum(not item.components for item in items)
    if not count:
        return ""
    which = "ทุกข้อ" if count == len(items) else f" {count} ข้อ"
    return f"หมายเหตุ: เกณฑ์ปี {year} ในโปรแกรมยังไม่มีองค์ประกอบด้านข้อมูลของ{which}"


def mostly_told(source: DisclosureSource) -> bool:
    """Say whether the criteria of the year tell of most items what they must show."""
    items = oit_items(source.criteria)
    return 2 * sum(bool(item.components) for item in items) >= len(items)
