"""Work sheets that came back from the units, as values; no data file is looked at.

May run in a worker, for many files at once: a file that cannot be used says why, the others go on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ita_desktop.documents.unit_sheet import ID, LOCKED_HEADS, OPEN_HEADS, UNIT_LINE
from ita_desktop.domain.measures import Round
from ita_desktop.domain.unit_row_key import FIELDS, UnitRowKey, locked_hash, read_key
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.text import fold, one_line
from ita_desktop.xlsx.grid import Kind, Workbook, text_of
from ita_desktop.xlsx.peek import document_id_of
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm
from ita_desktop.xlsx.table_rows import FoundCell, FoundRow
from ita_desktop.xlsx.tables import FoundTable, find_tables

FORM: Final = TableForm(
    kind=ID,
    columns=tuple(
        ColumnForm(field=field, heads=(head,))
        for field, head in (*LOCKED_HEADS.items(), *OPEN_HEADS.items())
    ),
)
_NOT_ONE: Final = (
    "ไม่ใช่แบบรายงานของหน่วยงานที่โปรแกรมนี้ทำ กรุณาเลือกไฟล์ที่ส่งให้หน่วยงานกรอก"
    " หากเป็นตารางอื่นให้ใช้เมนูนำเข้าจาก Excel"
)
_NO_TABLE: Final = "ไม่พบตารางในแบบรายงาน หัวตารางอาจถูกลบ กรุณาทำแบบรายงานใหม่ให้หน่วยงานกรอก"
_NO_KEYS: Final = "ไม่พบรหัสแถวในแบบรายงาน คอลัมน์ที่ซ่อนไว้อาจถูกลบ กรุณาทำแบบรายงานใหม่ให้หน่วยงานกรอก"


@dataclass(frozen=True, slots=True)
class ReadCell:
    """What stands in an open cell. ``bad``: an error or a formula without a result, no text."""

    text: str
    address: str
    bad: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row with its key; ``name``: its step or measure as it stands there, for messages.

    ``locked_changed``: cells that were locked do not say what they said when the sheet went out.
    """

    key: UnitRowKey
    row: int
    sheet: str
    name: str
    cells: Mapping[str, ReadCell]
    locked_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """A file that came back. ``why`` nothing of it can be taken, as one sentence; else empty."""

    path: Path
    unit: str = ""
    fiscal_year: int | None = None
    rows: tuple[ReadRow, ...] = ()
    strangers: tuple[str, ...] = ()
    """Addresses of rows that were added by hand or copied: they belong to no step."""
    why: str = ""

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.path.name

    @property
    def months(self) -> Round | None:
        """Return the round of its rows, None without any."""
        return self.rows[0].key.months if self.rows else None


def is_unit_sheet(path: Path) -> bool:
    """Say whether a file is a unit's work sheet, by a look at its properties."""
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
    chosen = tuple(dict.fromkeys(paths))
    found: list[ReadSheet] = []
    for number, path in enumerate(chosen):
        progress(number / len(chosen))
        found.append(_read(path))
    return tuple(found)


def _read(path: Path) -> ReadSheet:
    try:
        workbook = read_workbook(path)
    except (ClerkError, MachineError) as refusal:
        return ReadSheet(path=path, why=str(refusal))
    if workbook.document_id != ID:
        return ReadSheet(path=path, why=f"{path.name} {_NOT_ONE}")
    tables = [table for sheet in workbook.sheets for table in find_tables(sheet, (FORM,))]
    if not tables:
        return ReadSheet(path=path, why=f"{path.name} {_NO_TABLE}")
    rows = tuple(row for table in tables for row in _rows(table))
    if not rows:
        return ReadSheet(path=path, why=f"{path.name} {_NO_KEYS}")
    return ReadSheet(
        path=path,
        unit=_unit(tables, workbook, path),
        fiscal_year=workbook.fiscal_year,
        rows=rows,
        strangers=tuple(one for table in tables for one in _strangers(table)),
    )


def _rows(table: FoundTable) -> Iterable[ReadRow]:
    for row in table.rows:
        if (key := read_key(row.key)) is None:
            continue
        locked = {field: text_of(row.cells[field].value) for field in LOCKED_HEADS}
        name = one_line(locked["step"] or locked["measure"] or row.group)
        yield ReadRow(
            key=key,
            row=row.row,
            sheet=table.sheet,
            name=name,
            cells={field: _cell(row.cells[field]) for field in FIELDS},
            locked_changed=locked_hash(*locked.values()) != key.locked,
        )


def _cell(cell: FoundCell) -> ReadCell:
    # A cell that was merged with one above has no text of its own: the sheet was taken apart.
    bad = cell.kind in (Kind.ERROR, Kind.UNCALCULATED)
    return ReadCell("" if cell.same else text_of(cell.value), cell.address, bad)


def _strangers(table: FoundTable) -> Iterable[str]:
    """Give the address of each row without a key of ours that says something."""
    for row in table.rows:
        if read_key(row.key) is None and _says_something(row):
            yield row.cells["measure"].address


def _says_something(row: FoundRow) -> bool:
    return any(text_of(cell.value).strip() for cell in row.cells.values() if not cell.same)


def _unit(tables: Iterable[FoundTable], workbook: Workbook, path: Path) -> str:
    """Return the unit that a sheet is of: by its line over the table, else by its file's name."""
    label = fold(UNIT_LINE)
    for table in tables:
        for line in table.titles:
            if fold(line).startswith(label):
                return one_line(line.partition(":")[2])
    return one_line(workbook.title).partition(" ")[0] or path.stem
