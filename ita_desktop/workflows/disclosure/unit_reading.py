"""Units' sheets of OIT items that came back, as values; no data file is looked at."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from ita_desktop.documents.oit_unit_sheet import ID, LOCKED_HEADS, OPEN_HEADS
from ita_desktop.domain.oit_unit_key import (
    ITEM_FIELDS,
    OitUnitKey,
    fields_of_row,
    read_unit_key,
)
from ita_desktop.domain.unit_row_key import locked_hash
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.disclosure.said_cells import linked
from ita_desktop.workflows.units.sheet_files import (
    ReadCell,
    ReadRowOf,
    ReadSheetOf,
    SheetForm,
    read_cell,
    read_sheets,
)
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.peek import document_id_of
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

OitRow = ReadRowOf[OitUnitKey]
OitSheet = ReadSheetOf[OitUnitKey]


def is_oit_sheet(path: Path) -> bool:
    """Say whether a file is a unit's sheet of OIT items, by a look at its properties."""
    return document_id_of(path) == ID


def read_oit_sheets(
    paths: Iterable[Path], progress: Callable[[float], None] = lambda _share: None
) -> tuple[OitSheet, ...]:
    """Return what the files hold, each by itself; never raises for what is wrong in one.

    ``progress`` is told the share done, 0 to 1; what it raises ends the work.
    """
    return read_sheets(paths, _SHEETS, progress)


def _row(table: FoundTable, row: FoundRow, key: OitUnitKey) -> OitRow:
    locked = [text_of(row.cells[field].value) for field in LOCKED_HEADS]
    title = one_line(locked[1].split("\n")[0])
    return ReadRowOf(
        key=key,
        row=row.row,
        sheet=table.sheet,
        name=f"{key.code} {title}".strip(),
        cells={
            field: _cell(row, field) for field in (*fields_of_row(key.place), *_beside(row, key))
        },
        locked_changed=locked_hash(*locked) != key.locked,
    )


def _beside(row: FoundRow, key: OitUnitKey) -> list[str]:
    """Return what a row says of its item that only the item's first row is asked.

    The cells are merged; somebody has to unmerge them to type there.
    """
    fields = set(ITEM_FIELDS) - set(fields_of_row(key.place))
    return sorted(field for field in fields if read_cell(row.cells[field]).text.strip())


def _cell(row: FoundRow, field: str) -> ReadCell:
    found = row.cells[field]
    read = read_cell(found)
    if field == "addresses" and not found.same:
        return replace(read, text=linked(read.text, found.link))
    return read


_SHEETS: Final = SheetForm(
    id=ID,
    table=TableForm(
        kind=ID,
        columns=tuple(
            ColumnForm(field=field, heads=(head,))
            for field, head in (*LOCKED_HEADS.items(), *OPEN_HEADS.items())
        ),
    ),
    read_key=read_unit_key,
    read_row=_row,
    first="content",
)
