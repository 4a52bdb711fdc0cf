"""Workbooks of a plan after what people do to them: cells changed, rows copied or half deleted."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.domain.plan import Plan
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.import_workbook import read_import, take_import
from ita_desktop.workflows.plans.making import plan_of
from tests.workflows.plans.any_plans import YEARS, put_plan
from tests.workflows.plans.test_sheets_round_trip import (
    PAPERS,
    SLOW_TO_MAKE,
    Place,
    export,
    office_file,
    with_sections,
)

WORDS = (
    *("", "ใหม่", "๑. หนึ่ง\n๒. สอง", "๒๐,๐๐๐ บาท", "ไม่ใช้งบประมาณ", "1.1", "๑, ๒", "9.9.9", "-"),
    *(7, -1, 2566, "มิติที่ ๑ ก", "1 ใหม่", "✓", "1-3", "O36 (2566)", "รวม", "ปี 2566", True, 1.5),
)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with office_file() as made:
        yield made


def change_some(place: Place, plan: Plan, paper: str, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - no secrets
    put_plan(place[0], plan)
    export(place[0], paper, place[1])
    book: Any = load_workbook(place[1])
    for sheet in book.worksheets:
        cells = [
            cell
            for row in sheet.iter_rows(min_row=3)
            for cell in row
            if type(cell).__name__ != "MergedCell"
        ]
        for _ in range(random.randint(0, 2) if cells else 0):
            random.choice(cells).value = random.choice(WORDS)
        if cells and random.random() < 0.2:
            sheet.insert_rows(random.choice(cells).row)
        if cells and random.random() < 0.2:
            sheet.delete_rows(random.choice(cells).row)
    if random.random() < 0.2:
        book.copy_worksheet(random.choice(book.worksheets))
    book.save(place[1])


def changed_workbooks_come_in(place: Place, plan: Plan, paper: str, seed: int) -> None:
    file, path = place
    change_some(place, plan, paper, seed)
    before = plan_of(file, YEARS[0])
    try:
        outcome = read_import(file, path)
    except ClerkError:
        return
    if outcome.errors:
        assert all(finding.address for finding in outcome.errors)
        with pytest.raises(ClerkError):
            take_import(file, outcome)
        assert plan_of(file, YEARS[0]) == before
        return
    take_import(file, outcome)
    if outcome.rows or outcome.heads:
        file.undo()
    assert plan_of(file, YEARS[0]) == before


@settings(max_examples=15, suppress_health_check=SLOW_TO_MAKE)
@given(with_sections, st.sampled_from(PAPERS), st.integers(0, 10**6))
def test_any_changed_workbook_is_taken_whole_or_refused_with_its_cells(
    place: Place, plan: Plan, paper: str, seed: int
) -> None:
    changed_workbooks_come_in(place, plan, paper, seed)


@pytest.mark.slow
@settings(max_examples=800, suppress_health_check=SLOW_TO_MAKE)
@given(with_sections, st.sampled_from(PAPERS), st.integers(0, 10**6))
def test_eight_hundred_changed_workbooks_are_taken_whole_or_refused(
    place: Place, plan: Plan, paper: str, seed: int
) -> None:
    changed_workbooks_come_in(place, plan, paper, seed)
