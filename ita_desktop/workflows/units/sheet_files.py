"""Files of work sheets that came back, whatever their rows are of: read as values, each by itself.

May run in a worker, for many files at once: a file that cannot be used says why, the others go on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

from ita_desktop.documents.unit_sheet import UNIT_LINE
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.text import fold, one_line
from ita_desktop.xlsx.grid import Kind, Workbook, text_of
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.table_forms import TableForm
from ita_desktop.xlsx.table_rows import FoundCell, FoundRow
from ita_desktop.xlsx.tables import FoundTable, find_tables

K = TypeVar("K")
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
class ReadRowOf(Generic[K]):
    """A row with its key; ``name``: what it is of as it stands there, for messages.

    ``locked_changed``: cells that were locked do not say what they said when the sheet went out.
    """

    key: K
    row: int
    sheet: str
    name: str
    cells: Mapping[str, ReadCell]
    locked_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheetOf(Generic[K]):
    """A file that came back. ``why`` nothing of it can be taken, as one sentence; else empty."""

    path: Path
    unit: str = ""
    fiscal_year: int | None = None
    rows: tuple[ReadRowOf[K], ...] = ()
    strangers: tuple[str, ...] = ()
    """Addresses of rows that were added by hand or copied: they belong to nothing sent."""
    why: str = ""

    @property
    def name(self) -> str:
        """Return the name of the file."""
        return self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetForm(Generic[K]):
    """How work sheets of a kind are read: by the id of their paper, their heads and keys."""

    id: str
    table: TableForm
    read_key: Callable[[str], K | None]
    read_row: Callable[[FoundTable, FoundRow, K], ReadRowOf[K]]
    first: str
    """The field of the first locked column, where a row that was added is told."""


def read_sheets(
    paths: Iterable[Path], form: SheetForm[K], progress: Callable[[float], None]
) -> tuple[ReadSheetOf[K], ...]:
    """Return what the files hold, each by itself; never raises for what is wrong in one.

    ``progress`` is told the share done, 0 to 1; what it raises ends the work.
    """
    chosen = tuple(dict.fromkeys(paths))
    found: list[ReadSheetOf[K]] = []
    for number, path in enumerate(chosen):
        progress(number / len(chosen))
        found.append(_read(path, form))
    return tuple(found)


def read_cell(cell: FoundCell) -> ReadCell:
    """Return an open cell; one that was merged with another above has no text of its own."""
    bad = cell.kind in (Kind.ERROR, Kind.UNCALCULATED)
    return ReadCell("" if cell.same else text_of(cell.value), cell.address, bad)


def _read(path: Path, form: SheetForm[K]) -> ReadSheetOf[K]:
    try:
        workbook = read_workbook(path)
    except (ClerkError, MachineError) as refusal:
        return ReadSheetOf(path=path, why=str(refusal))
    if workbook.document_id != form.id:
        return ReadSheetOf(path=path, why=f"{path.name} {_NOT_ONE}")
    tables = [table for sheet in workbook.sheets for table in find_tables(sheet, (form.table,))]
    if not tables:
        return ReadSheetOf(path=path, why=f"{path.name} {_NO_TABLE}")
    rows = tuple(
        form.read_row(table, row, key)
        for table in tables
        for row in table.rows
        if (key := form.read_key(row.key)) is not None
    )
    if not rows:
        return ReadSheetOf(path=path, why=f"{path.name} {_NO_KEYS}")
    return ReadSheetOf(
        path=path,
        unit=_unit(tables, workbook, path),
        fiscal_year=workbook.fiscal_year,
        rows=rows,
        strangers=tuple(one for table in tables for one in _strangers(table, form)),
    )


def _strangers(table: FoundTable, form: SheetForm[K]) -> Iterable[str]:
    """Give the address of each row without a key of ours that says something."""
    for row in table.rows:
        if form.read_key(row.key) is None and _says_something(row):
            yield row.cells[form.first].address


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
