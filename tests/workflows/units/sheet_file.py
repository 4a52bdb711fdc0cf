"""A data file with work for twenty units, and sheets as the units fill them in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits
from ita_desktop.documents.unit_sheet import LOCKED_HEADS
from ita_desktop.domain.measures import Round
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.unit_row_key import FIELDS, read_key
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit
from ita_desktop.workflows.units.sheets import freeze_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets

YEAR = 2566
UNITS = tuple(f"กองที่ {number}" for number in range(1, 21))


def new_units_file(path: Path) -> DataFile:
    """Return a file whose twenty units have two steps of their own each, about item i7."""
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=UNITS)
    file = new_file(path, office, YEAR)
    with file.deed("มาตรการ"):
        topic = table.add_row(file, Kind.TOPIC, YEAR, {})
        item: dict[str, Value] = {"criteria_year": YEAR, "code": "i7", "score": "79.01"}
        table.add_row(file, Kind.ITEM, topic, item)
        for unit in UNITS:
            texts = {"text": f"มาตรการของ{unit}", "units": unit, "period": "ม.ค.-มิ.ย. ๖๖"}
            measure = table.add_row(file, Kind.MEASURE, topic, texts)
            for step in ("สำรวจ", "รายงาน"):
                table.add_row(file, Kind.STEP, measure, {"text": f"{step}โดย{unit}"})
    return file


def tell(file: DataFile, number: int, kind: Kind = Kind.STEP, **texts: str) -> None:
    """Report something of a step in the data file itself, for six months."""
    tell_all(file, number, texts, kind)


def tell_all(file: DataFile, number: int, texts: Mapping[str, str], kind: Kind = Kind.STEP) -> None:
    """Report what a mapping says by fields."""
    edits = [Edit(kind=kind, number=number, field=f, text=t, months=6) for f, t in texts.items()]
    rows.apply_edits(file, edits, "รายงาน")


def make_sheets(file: DataFile, folder: Path, *units: str, months: Round = 6) -> tuple[Path, ...]:
    """Write the sheets of these units, of all twenty where none is named."""
    frozen = freeze_unit_sheets(file, YEAR, months, units or UNITS, Digits.THAI, "31 มีนาคม 2566")
    return write_unit_sheets(frozen, folder)


def fill_in(path: Path, cells: Mapping[tuple[int, str], object]) -> None:
    """Type into a sheet as a unit does: values by number of the row's step and field."""
    book: Any = load_workbook(path)
    sheet = book.worksheets[0]
    columns = {name: place for place, name in enumerate((*LOCKED_HEADS, *FIELDS), start=1)}
    for row in range(1, sheet.max_row + 1):
        key = read_key(str(sheet.cell(row, len(columns) + 1).value))
        for (number, field), value in cells.items():
            if key is not None and key.number == number:
                sheet.cell(row, columns[field]).value = value
    book.save(path)


def steps_of(file: DataFile, unit: str) -> tuple[int, int]:
    """Return the numbers of a unit's two steps."""
    for _, measure in load_tracker(file, YEAR).measures():
        if measure.units == unit:
            first, second = measure.steps
            return first.id, second.id
    raise LookupError(unit)
