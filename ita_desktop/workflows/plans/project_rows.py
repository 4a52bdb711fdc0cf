"""What the rows of a table of projects say: a project, a sum, or more of the one above."""

import re
from collections.abc import Mapping
from typing import Final

from ita_desktop.domain.plan_entry import kind_of_name
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise
from ita_desktop.workflows.plans.headings import Named, heading_of
from ita_desktop.workflows.rows.sheet_drafts import Said, is_row_key
from ita_desktop.xlsx.grid import Kind, text_of
from ita_desktop.xlsx.table_rows import FoundCell, FoundRow

_SUM: Final = re.compile(
    r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทุก|ราย|มิติ|งบประมาณ|เงิน|เป็นเงิน|จำนวน|โครงการ|แผน|ยอด|[0-9]|:|$).*"
    r"|\(?[ก-๎]+(?:บาทถ้วน|สตางค์)\)?"
)
_NUMBER: Final = re.compile(r"\(?[0-9๐-๙]{1,4}[.)](?![0-9๐-๙])\s*")
_GOES_ON: Final = frozenset(
    {
        *("rationale", "objectives", "target", "steps", "units", "outputs", "outcomes"),
        *("results", "note"),
    }
)
"""Columns whose text may go on in the next row: behind a page's end, or a line of steps a row."""


def said_of(row: FoundRow) -> dict[str, Said]:
    """Return what each cell of a row says."""
    ours = is_row_key(row.key)
    return {name: _one(cell, ours=ours) for name, cell in row.cells.items()}


def _one(cell: FoundCell, *, ours: bool) -> Said:
    text = normalise(text_of(cell.value)).strip()
    return Said(text, cell.address, covered=cell.same, loose=not ours, ours=ours)


def goes_on(said: Mapping[str, Said], above: Mapping[str, Said]) -> tuple[str, ...]:
    """Return the fields of which a row says more, where it does nothing else.

    Only texts, and only such as the project ``above`` has; nothing of a row that lost its name.
    """
    filled = tuple(name for name, one in said.items() if one.text and not one.covered)
    if not filled or not set(filled) <= _GOES_ON:
        return ()
    begun = {name for name, one in above.items() if one.text}
    rest = begun & _GOES_ON
    return filled if set(filled) <= begun and len(filled) < max(2, len(rest)) else ()


def without_number(name: str) -> str:
    """Return a project's name without the number that part 2 prints before it."""
    return _NUMBER.sub("", name, count=1)


def has_name(said: Mapping[str, Said]) -> bool:
    """Say whether a row names a project; the label of a sum is no name."""
    name = said.get("name")
    return name is not None and bool(name.text) and not name.covered and not is_sum(said)


def heading_in_name(said: Mapping[str, Said]) -> Named | None:
    """Return the section that a row of nothing else names where projects stand."""
    filled = [name for name, one in said.items() if one.text and not one.covered]
    if filled != ["name"] or said["name"].ours:
        return None
    named = heading_of(said["name"].text)
    return None if named is None or kind_of_name(named.title) else named


def is_troubled(row: FoundRow, name: str) -> bool:
    """Say whether a cell is an error of Excel, or a formula without a result: that is told."""
    cell = row.cells.get(name)
    return cell is not None and cell.kind in (Kind.ERROR, Kind.UNCALCULATED)


def is_sum(said: Mapping[str, Said]) -> bool:
    """Say whether a row sums up others."""
    for name in ("order", "section", "name"):
        one = said.get(name)
        text = to_arabic_digits(fold(one.text)) if one is not None and not one.covered else ""
        if text and _SUM.fullmatch(text):
            long = (said.get(field) for field in ("rationale", "objectives", "steps"))
            return not any(cell is not None and cell.text for cell in long)
    return False


def address_in(row: FoundRow, name: str) -> str:
    """Return where a field of a row stands, or the row where it has no such column."""
    cell = row.cells.get(name)
    return cell.address if cell is not None else next(iter(row.cells.values())).address
