"""Columns that stand under a table's header without being any of its form's."""

from collections.abc import Iterable, Sequence
from typing import Final

from ita_desktop.thai.text import fold, one_line
from ita_desktop.xlsx.grid import Sheet, address_of, text_of
from ita_desktop.xlsx.headers import Header

_NUMBERS: Final = frozenset(map(fold, ("ที่", "ลำดับ", "ลำดับที่", "ข้อที่", "ข้อ", "No.")))
"""Heads of columns that only count the rows."""

UnreadColumn = tuple[str, str]
"""Where a head stands and what it says."""


def unread_columns(sheet: Sheet, header: Header, rows: Iterable[int]) -> tuple[UnreadColumn, ...]:
    """Return the heads of columns that hold something in ``rows`` and are not read."""
    known = {*header.columns.values(), header.key_column}
    data = tuple(rows)
    heads = range(header.row, header.below)
    found: list[UnreadColumn] = []
    for column in sheet.columns_by_row.get(header.row, ()):
        if column in known or _is_blank(sheet, column, data):
            continue
        cells = (sheet.origin(sheet.at(row, column)) for row in heads)
        head = one_line(" ".join(dict.fromkeys(text_of(cell.value) for cell in cells)))
        if head and fold(head) not in _NUMBERS:
            found.append((address_of((header.row, column)), head))
    return tuple(found)


def _is_blank(sheet: Sheet, column: int, rows: Sequence[int]) -> bool:
    return all(sheet.at(row, column).is_blank for row in rows)
