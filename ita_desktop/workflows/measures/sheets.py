"""Tables of measures as drafts: rows put together to topics, measures and steps again."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from ita_desktop.documents.layout import Layout, RowOf
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.thai.text import fold, normalise
from ita_desktop.workflows.measures.walks import CalendarWalk, ItemWalk, WorkWalk
from ita_desktop.workflows.rows.sheet_drafts import Chain, ReadDrafts, RowKey, Said, row_key
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

_GROUP_LINE: Final = re.compile(r"เครื่องมือการประเมิน|แบบวัด|ตัวชี้วัด(?:ย่อย)?(?:ที่)?[0-9]|[0-9]+\.ประเด็น")
"""What a line over a part of the table begins with, folded."""
_NO_GROUP: Final = ("หมายเหตุ", "*")


def read_measures(
    table: FoundTable,
    layout: Layout,
    file_mark: str,
    chain_of: Callable[[RowKey], Chain | None],
) -> ReadDrafts:
    """Return the drafts of a table: topics with what is in them, or rows of the calendar.

    ``chain_of`` says which records a row's key stands for, None where the row is gone. In a row
    without a key an empty cell says nothing, and a row whose first cells are empty goes on with the
    one above: the rest of a text after a page's end, or another step.
    """
    read = ReadDrafts()
    walk = CalendarWalk(table, read) if layout.row_of is RowOf.CALENDAR else None
    walk = walk or (ItemWalk if layout.row_of is RowOf.ITEM else WorkWalk)(table, layout, read)
    group = _group_of(table.titles[-4:])
    for row in table.rows:
        lines = _group_of(row.group.split("\n")) if row.group else group
        key = row_key(row.key, file_mark)
        chain = None if key is None else chain_of(key)
        cells = {
            source: Said(
                _text(text_of(cell.value)), cell.address, cell.same, chain is None, bool(row.key)
            )
            for source, cell in row.cells.items()
        }
        if key is not None and chain is None:
            read.findings.append(_gone(table, row))
        if chain is None and (line := _line_of(cells)):
            group = (*group, line) if walk.between else (line,)
            walk.between = True
            continue
        walk.between = False
        read.rows += 1
        walk.take(cells, chain or {}, lines or group)
    return read


def _text(text: str) -> str:
    return normalise(text).strip()


def _group_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that name a part of the table; titles and notes are none."""
    stripped = (line.strip() for line in lines)
    kept = [line for line in stripped if line and not line.startswith(_NO_GROUP)]
    return tuple(line for line in kept if _GROUP_LINE.match(fold(line)))


def _line_of(cells: Mapping[str, Said]) -> str:
    """Return the group line that a row without a key is; empty where it is a row of data."""
    said = [cell.text for cell in cells.values() if cell.text and not cell.covered]
    first = next(iter(cells.values()))
    if len(said) != 1 or said[0] != first.text or not _GROUP_LINE.match(fold(first.text)):
        return ""
    return first.text


def _gone(table: FoundTable, row: FoundRow) -> Finding:
    first = next(iter(row.cells.values()))
    return Finding(
        severity=Severity.NOTE,
        sheet=table.sheet,
        address=first.address,
        problem="เป็นแถวที่ถูกลบไปจากไฟล์ข้อมูลแล้ว จึงนับเป็นแถวใหม่",
    )
