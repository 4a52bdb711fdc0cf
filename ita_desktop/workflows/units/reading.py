"""Work sheets of measures that came back from the units, as values; no data file is looked at.

May run in a worker, for many files at once: a file that cannot be used says why, the others go on.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from ita_desktop.documents.unit_sheet import ID, LOCKED_HEADS, OPEN_HEADS
from ita_desktop.domain.unit_row_key import FIELDS, UnitRowKey, locked_hash, read_key
from ita_desktop.errors import MachineError
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.units.sheet_files import (
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

FORM: Final = TableForm(
    kind=ID,
    columns=tuple(
        ColumnForm(field=field, heads=(head,))
        for field, head in (*LOCKED_HEADS.items(), *OPEN_HEADS.items())
    ),
)
ReadRow = ReadRowOf[UnitRowKey]
ReadSheet = ReadSheetOf[UnitRowKey]


def is_unit_sheet(path: Path) -> bool:
    """Say whether a file is a unit's work sheet of measures, by a look at its properties."""
    return document_id_of(path) == ID


def sheets_in(folder: Path) -> tuple[Path, ...]:
    """Return the workbooks of a folder, in order of their names; those Excel is at work in not.

    Raises MachineError where the folder cannot be read.
    """
    try:
        names = sorted(folder.iterdir())
    except OSError as error:
        raise MachineError(f"อ่านโฟลเดอร์ {folder} ไม่ได้ กรุณาตรวจว่ายังอยู่และมีสิทธิ์อ่าน") from error
    return tuple(
        path for path in names if path.suffix.lower() == ".xlsx" and not path.name.startswith("~$")
    )


def read_unit_sheets(
    paths: Iterable[Path], progress: Callable[[float], None] = lambda _share: None
) -> tuple[ReadSheet, ...]:
    """Return what the files hold, each by itself; never raises for what is wrong in one.

    ``progress`` is told the share done, 0 to 1; what it raises ends the work.
    """
    return read_sheets(paths, _SHEETS, progress)


def _row(table: FoundTable, row: FoundRow, key: UnitRowKey) -> ReadRow:
    locked = {field: text_of(row.cells[field].value) for field in LOCKED_HEADS}
    return ReadRowOf(
        key=key,
        row=row.row,
        sheet=table.sheet,
        name=one_line(locked["step"] or locked["measure"] or row.group),
        cells={field: read_cell(row.cells[field]) for field in FIELDS},
        locked_changed=locked_hash(*locked.values()) != key.locked,
    )


_SHEETS: Final = SheetForm(id=ID, table=FORM, read_key=read_key, read_row=_row, first="measure")
