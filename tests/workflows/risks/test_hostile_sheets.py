"""Sheets of risks after what people do to sheets: cells changed, rows copied or half deleted."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.risks import Process, Register, Risk, Treatment
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.import_workbook import import_workbook, read_import, take_import
from ita_desktop.workflows.risks.forms import KINDS, PLAN_TABLE, PROGRESS, REGISTER
from ita_desktop.workflows.risks.register import register_of
from tests.workflows.measures.trackers import YEAR
from tests.workflows.risks.registers import (
    put_register,
    registers,
    sample_register,
    without_numbers,
)
from tests.workflows.risks.test_round_trip import SLOW_TO_MAKE, Place, export, office_file

Row = TypeVar("Row", Risk, Treatment)
WORDS = (
    "",
    "ใหม่",
    "๑. หนึ่ง\n๒. สอง",
    "สูง",
    "12 (สูง)",
    "3",
    7,
    -1,
    "O",
    "-",
    "แล้วเสร็จ",
    "ก\nข",
    True,
)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with office_file() as made:
        yield made


def cells_of(sheet: Any) -> list[Any]:
    last = sheet.max_column
    rows = [r for r in range(1, sheet.max_row + 1) if "@" in str(sheet.cell(r, last).value)]
    return [
        sheet.cell(row, column)
        for row in rows
        for column in range(1, last)
        if type(sheet.cell(row, column)).__name__ != "MergedCell"
    ]


def change_some(place: Place, register: Register, kind: str, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secrets
    put_register(place[0], register)
    export(place[0], kind, 12, place[1])
    book: Any = load_workbook(place[1])
    sheet = book.worksheets[0]
    cells = cells_of(sheet)
    for _ in range(random.randint(1, 3) if cells else 0):
        random.choice(cells).value = random.choice(WORDS)
    if cells and random.random() < 0.3:
        sheet.insert_rows(random.choice(cells).row)
    if cells and random.random() < 0.3:
        sheet.delete_rows(random.choice(cells).row)
    book.save(place[1])


def changed_sheets_come_in(place: Place, register: Register, kind: str, seed: int) -> None:
    file, path = place
    change_some(place, register, kind, seed)
    before = register_of(file, YEAR)
    try:
        outcome = read_import(file, path)
    except ClerkError:
        return
    if outcome.errors:
        assert all(finding.address for finding in outcome.errors)
        with pytest.raises(ClerkError):
            take_import(file, outcome)
        assert register_of(file, YEAR) == before
        return
    take_import(file, outcome)
    if outcome.rows:
        file.undo()
    assert register_of(file, YEAR) == before


@settings(max_examples=25, suppress_health_check=SLOW_TO_MAKE)
@given(registers(), st.sampled_from(KINDS), st.integers(0, 10**6))
def test_any_changed_sheet_is_taken_whole_or_refused_with_its_cells(
    place: Place, register: Register, kind: str, seed: int
) -> None:
    changed_sheets_come_in(place, register, kind, seed)


@pytest.mark.slow
@settings(max_examples=1000, suppress_health_check=SLOW_TO_MAKE)
@given(registers(), st.sampled_from(KINDS), st.integers(0, 10**6))
def test_a_thousand_changed_sheets_are_taken_whole_or_refused(
    place: Place, register: Register, kind: str, seed: int
) -> None:
    changed_sheets_come_in(place, register, kind, seed)


def worded(register: Register) -> Register:
    """Return a register whose every event and treatment has words.

    Of several that have none in one cell of a list it is not to be told which a word belongs to.
    """
    return replace(
        register,
        processes=tuple(
            replace(
                process,
                risks=tuple(_worded(one, "เหตุ") for one in process.risks),
                treatments=tuple(_worded(one, "ทำ") for one in process.treatments),
            )
            for process in register.processes
        ),
    )


def _worded(row: Row, words: str) -> Row:
    marker = row.marker if row.marker.strip() else ""
    return replace(row, text=row.text if row.text.strip() else words, marker=marker)


def one_cell_comes_in(place: Place, register: Register, kind: str, seed: int) -> None:
    file, path = place
    put_register(file, worded(register))
    export(file, kind, 12, path)
    book: Any = load_workbook(path)
    sheet = book.worksheets[0]
    columns = {PLAN_TABLE: (2, 3, 5), REGISTER: (2, 3, 7), PROGRESS: (3, 4, 6)}[kind]
    cells = [c for c in cells_of(sheet) if c.column in columns and str(c.value or "").strip()]
    if not cells:
        return
    cell = Random(seed).choice(cells)  # noqa: S311 - no secrets
    cell.value = f"{cell.value}Xเพิ่ม"  # after a lone เ or tone mark Thai would be set right
    cell.data_type = "s"  # what begins with = is no formula here
    book.save(path)
    outcome = import_workbook(file, path)
    assert outcome.findings == ()
    assert [change.act for change in outcome.risks] == ["change"]
    assert "Xเพิ่ม" in outcome.risks[0].text
    again = path.with_name("ค.xlsx")
    export(file, kind, 12, again)
    now: Any = load_workbook(again).worksheets[0]
    assert fold(str(now.cell(cell.row, cell.column).value)) == fold(str(cell.value))


@settings(max_examples=25, suppress_health_check=SLOW_TO_MAKE)
@given(registers(), st.sampled_from(KINDS), st.integers(0, 10**6))
def test_a_word_more_in_one_cell_is_one_change_and_is_printed(
    place: Place, register: Register, kind: str, seed: int
) -> None:
    one_cell_comes_in(place, register, kind, seed)


@pytest.mark.slow
@settings(max_examples=1000, suppress_health_check=SLOW_TO_MAKE)
@given(registers(), st.sampled_from(KINDS), st.integers(0, 10**6))
def test_a_word_more_in_each_of_a_thousand_cells_is_one_change(
    place: Place, register: Register, kind: str, seed: int
) -> None:
    one_cell_comes_in(place, register, kind, seed)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("field", ["text", "project"])
def test_numbers_within_a_text_do_not_make_two_of_it(place: Place, kind: str, field: str) -> None:
    listed = Treatment(id=0, risk=1, text="")
    one = replace(listed, **{field: "๑.หนึ่ง ๒.สอง"})
    risk = Risk(id=1, text="๑.เรียก ๒.รับ")
    process = Process(id=0, fiscal_year=YEAR, text="จัดซื้อ", risks=(risk,), treatments=(one,))
    for seed in range(8):  # each cell with words once, and again
        one_cell_comes_in(place, replace(sample_register(), processes=(process,)), kind, seed)


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_was_copied_is_new_and_says_so(place: Place, kind: str) -> None:
    file, path = place
    put_register(file, sample_register())
    export(file, kind, 12, path)
    book: Any = load_workbook(path)
    sheet = book.worksheets[0]
    row = cells_of(sheet)[-1].row
    for merged in [str(area) for area in sheet.merged_cells.ranges]:
        sheet.unmerge_cells(merged)
    sheet.insert_rows(row + 1)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(row + 1, column).value = sheet.cell(row, column).value
    book.save(path)
    outcome = import_workbook(file, path, dry_run=True)
    assert Severity.NOTE in [finding.severity for finding in outcome.findings]
    assert outcome.errors == ()


@pytest.mark.parametrize("kind", [PLAN_TABLE, REGISTER])
def test_rows_that_went_are_not_taken_out_of_the_file(place: Place, kind: str) -> None:
    file, path = place
    before = put_register(file, sample_register())
    export(file, kind, 12, path)
    book: Any = load_workbook(path)
    sheet = book.worksheets[0]
    for merged in [str(area) for area in sheet.merged_cells.ranges]:
        sheet.unmerge_cells(merged)
    sheet.delete_rows(cells_of(sheet)[-1].row)
    book.save(path)
    assert import_workbook(file, path).rows == ()
    assert without_numbers(register_of(file, YEAR)) == without_numbers(before)


def test_what_was_changed_in_the_file_meanwhile_is_not_overwritten_unseen(place: Place) -> None:
    file, path = place
    register = put_register(file, sample_register())
    export(file, REGISTER, 12, path)
    book: Any = load_workbook(path)
    cell = next(c for c in cells_of(book.worksheets[0]) if c.value == "แบ่งซื้อแบ่งจ้าง")
    cell.value = "แยกวงเงิน"
    book.save(path)
    outcome = read_import(file, path)
    put_register(file, register)
    with pytest.raises(ClerkError):
        take_import(file, outcome)


def test_a_table_whose_merges_are_gone_changes_nothing(place: Place) -> None:
    file, path = place
    put_register(file, sample_register())
    for kind in KINDS:
        export(file, kind, 12, path)
        book: Any = load_workbook(path)
        sheet = book.worksheets[0]
        for merged in [str(area) for area in sheet.merged_cells.ranges]:
            sheet.unmerge_cells(merged)
        book.save(path)
        outcome = import_workbook(file, path, dry_run=True)
        assert (kind, outcome.rows, outcome.findings) == (kind, (), ())
