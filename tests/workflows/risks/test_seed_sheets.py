"""The four rows of a municipality's risk table, typed into a workbook, come out as they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.model import Digits
from ita_desktop.documents.risk_plan_table import risk_plan_table
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.risks.forms import PLAN_TABLE
from ita_desktop.workflows.risks.register import register_of
from tests.documents.measure_reading import grid_of, same
from tests.documents.risk_registers import SEED, seed_cells, source
from tests.workflows.measures.trackers import YEAR
from tests.workflows.risks.test_round_trip import office_file

Grid = list[list[str | None]]
FORMS = ("clean", "ocr", "merged")


@pytest.fixture
def office() -> Iterator[tuple[DataFile, Path]]:
    with office_file() as made:
        yield made


def typed(form: str) -> tuple[Grid, list[tuple[int, int, int]]]:
    """Return the table as it is typed, and the merges of its rows: first row, column, rows."""
    heads: list[str | None] = list(SEED["columns"])
    rows: Grid = [[to_thai_digits(cell) for cell in row] for row in seed_cells()]
    if form == "clean":
        return [heads, *rows], []
    if form == "ocr":
        return [_ocr_heads(heads), *_ocr(rows, heads)], []
    grid: Grid = [heads]
    merges: list[tuple[int, int, int]] = []
    for row in rows:
        events, controls = (str(row[column]).split("\n") for column in (2, 4))
        levels = str(row[3]).split("\n")
        top, tall = len(grid), len(events)
        for at, event in enumerate(events):
            level = levels[at] if len(levels) == tall else (levels[0] if at == 0 else None)
            first = at == 0
            grid.append(
                [
                    row[0] if first else None,
                    row[1] if first else None,
                    event,
                    level,
                    "\n".join(controls) if first else None,
                ]
            )
        if tall > 1:
            merges += [(top, column, tall) for column in (0, 1, 4)]
            if len(levels) == 1:
                merges.append((top, 3, tall))
    return grid, merges


def _ocr_heads(heads: list[str | None]) -> list[str | None]:
    return [heads[0], "ชื่อหัวข้อ การดำเนินงาน", *heads[2:]]


def _ocr(rows: Grid, heads: list[str | None]) -> Grid:
    """Return rows as pages cut them: heads again, the last control or the rest of it after."""
    grid: Grid = []
    for number, row in enumerate(rows):
        controls = str(row[4]).split("\n")
        last = controls.pop()
        if number == 3:  # the page ends within a text
            at = last.index("เกี่ยวกับ")
            grid += [[*row[:4], "\n".join([*controls, last[:at]])], heads]
            grid.append([None, None, None, None, last[at:]])
        else:
            grid += [[*row[:4], "\n".join(controls)], heads, [None, None, None, None, last]]
    return grid


def write(path: Path, form: str) -> Path:
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append([SEED["title"]])
    sheet.append(["ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"])
    top = sheet.max_row + 1
    grid, merges = typed(form)
    for row in grid:
        sheet.append(row)
    for row, column, tall in merges:
        sheet.merge_cells(
            start_row=top + row,
            end_row=top + row + tall - 1,
            start_column=column + 1,
            end_column=column + 1,
        )
    book.save(path)
    return path


def printed(file: DataFile) -> list[list[str]]:
    (table,) = risk_plan_table(source(register_of(file, YEAR))).tables()
    return grid_of(table)


@pytest.mark.parametrize("form", FORMS)
def test_the_table_is_printed_as_it_was_typed(office: tuple[DataFile, Path], form: str) -> None:
    file, path = office
    outcome = import_workbook(file, write(path, form))
    assert outcome.findings == ()
    assert [(sheet.kind, sheet.added) for sheet in outcome.sheets] == [(PLAN_TABLE, 36)]
    assert outcome.fiscal_year == YEAR
    assert printed(file) == [[same(cell) for cell in row] for row in seed_cells()]


@pytest.mark.parametrize("form", FORMS)
def test_words_without_numbers_are_kept_as_they_are(
    office: tuple[DataFile, Path], form: str
) -> None:
    file, path = office
    import_workbook(file, write(path, form))
    register = register_of(file, YEAR)
    assert [process.level for process in register.processes][::3] == ["ปานกลาง", "สูง"]
    assert [risk.level for risk in register.processes[2].risks] == ["สูง", "ปานกลาง"]
    assert not any(one.risk.is_placed for one in register.risks())


@pytest.mark.parametrize("form", FORMS)
def test_the_same_table_again_changes_nothing(office: tuple[DataFile, Path], form: str) -> None:
    file, path = office
    import_workbook(file, write(path, form))
    assert import_workbook(file, path, dry_run=True).rows == ()
    draw(freeze(file, PLAN_TABLE, YEAR, Digits.THAI), "xlsx", path)
    assert import_workbook(file, path, dry_run=True).rows == ()


def test_undo_takes_all_of_it_back(office: tuple[DataFile, Path]) -> None:
    file, path = office
    import_workbook(file, write(path, "clean"))
    file.undo()
    assert register_of(file, YEAR).processes == ()
