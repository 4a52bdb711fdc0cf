"""What workbooks of a plan hold reads back as the same data; one cell changes one field."""

import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.model import Digits
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.plan import Plan
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans.making import plan_of
from tests.workflows.plans.any_plans import YEARS, plans, put_plan
from tests.workflows.plans.plans_to_edit import edited_plan

SLOW_TO_MAKE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
PAPERS = ("plan", "plan-details", "plan-projects")
Place = tuple[DataFile, Path]
with_sections = plans().filter(lambda plan: bool(plan.sections))
"""Part 2 of a plan without any has no table."""
OFFICE = Office(name="เทศบาลนครตัวอย่าง", kind=OfficeKind.CITY)


@contextmanager
def office_file(year: int | None = YEARS[0]) -> Generator[Place]:
    folder = Path(tempfile.mkdtemp())
    file = new_file(folder / "ก.ita", OFFICE, year)
    try:
        yield file, folder / "ข.xlsx"
    finally:
        file.close()
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with office_file() as made:
        yield made


def export(file: DataFile, paper: str, path: Path, digits: Digits = Digits.THAI) -> None:
    draw(freeze(file, paper, YEARS[0], digits, kind="xlsx"), "xlsx", path)


def reads_back(place: Place, plan: Plan, paper: str, digits: Digits) -> None:
    file, path = place
    put_plan(file, plan)
    export(file, paper, path, digits)
    outcome = import_workbook(file, path, dry_run=True)
    assert outcome.rows == ()
    assert outcome.heads == ()
    assert outcome.findings == ()


@settings(max_examples=25, suppress_health_check=SLOW_TO_MAKE)
@given(
    with_sections,
    st.sampled_from(PAPERS),
    st.sampled_from(Digits),
)
def test_any_plan_reads_back_unchanged(
    place: Place, plan: Plan, paper: str, digits: Digits
) -> None:
    reads_back(place, plan, paper, digits)


@pytest.mark.slow
@settings(max_examples=1500, suppress_health_check=SLOW_TO_MAKE)
@given(
    with_sections,
    st.sampled_from(PAPERS),
    st.sampled_from(Digits),
)
def test_fifteen_hundred_plans_read_back_unchanged(
    place: Place, plan: Plan, paper: str, digits: Digits
) -> None:
    reads_back(place, plan, paper, digits)


@pytest.mark.slow
@settings(max_examples=20, suppress_health_check=SLOW_TO_MAKE)
@given(with_sections, st.sampled_from(PAPERS))
def test_any_plan_reads_back_unchanged_through_libreoffice(
    place: Place, through_libreoffice: Callable[[Path], Path], plan: Plan, paper: str
) -> None:
    file, path = place
    put_plan(file, plan)
    export(file, paper, path)
    outcome = import_workbook(file, through_libreoffice(path), dry_run=True)
    assert (outcome.rows, outcome.heads, outcome.findings) == ((), (), ())


TEXTS = {
    "ชื่อโครงการ": "name",
    "หลักการและเหตุผล": "rationale",
    "วัตถุประสงค์": "objectives",
    "กลุ่มเป้าหมาย": "target",
    "วิธีดำเนินการ": "steps",
    "ระยะเวลาดำเนินการ": "period",
    "แหล่งงบประมาณ": "source",
    "ผู้รับผิดชอบ": "units",
    "ผลผลิต": "outputs",
    "ผลลัพธ์": "outcomes",
    "หมายเหตุ": "note",
}
WORD = "คำที่เพิ่ม"


def with_units(units: str) -> Plan:
    plan = edited_plan()
    dimension = plan.sections[0]
    projects = tuple(replace(one, units=units) for one in dimension.projects)
    return replace(plan, sections=(replace(dimension, projects=projects), *plan.sections[1:]))


def one_word_more(place: Place, plan: Plan, seed: int) -> None:
    file, path = place
    kept = put_plan(file, plan)
    export(file, "plan-details", path)
    book: Any = load_workbook(path)
    sheet = book["โครงการ"]
    first = next(row for row in range(1, 9) if sheet.cell(row, 1).value == "ลำดับที่")
    heads = {  # only there: a text may be "หมายเหตุ", too
        sheet.cell(first, column).value: column
        for column in range(1, sheet.max_column + 1)
        if sheet.cell(first, column).value in TEXTS
    }
    rows = [
        row
        for row in range(1, sheet.max_row + 1)
        if str(sheet.cell(row, sheet.max_column).value).startswith("project:")
        and "#" not in str(sheet.cell(row, sheet.max_column).value)
    ]
    cut = {
        str(sheet.cell(row, sheet.max_column).value).partition("#")[0]
        for row in range(1, sheet.max_row + 1)
        if "#" in str(sheet.cell(row, sheet.max_column).value)
    }
    rows = [row for row in rows if sheet.cell(row, sheet.max_column).value not in cut]
    if not rows:
        return
    head, column = list(heads.items())[seed % len(heads)]
    cell = sheet.cell(rows[seed % len(rows)], column)
    cell.value = f"{cell.value or ''} {WORD}".strip()
    cell.data_type = "s"
    book.save(path)
    outcome = import_workbook(file, path)
    assert outcome.applied, outcome.errors
    told = [(change.address, change.field) for change in outcome.rows]
    assert told == [(cell.coordinate, TEXTS[head])], (told, cell.value)
    after = plan_of(file, YEARS[0])
    assert after is not None
    number = outcome.rows[0].number
    for old, new in zip(kept.placed(), after.placed(), strict=True):
        for name in old.project.__dataclass_fields__:
            was, now = getattr(old.project, name), getattr(new.project, name)
            if (old.project.id, name) == (number, TEXTS[head]):
                assert now.endswith(WORD)
            else:
                assert was == now


@settings(max_examples=25, suppress_health_check=SLOW_TO_MAKE)
@given(plans().filter(lambda plan: any(plan.placed())), st.integers(0, 10**6))
@example(plan=with_units("เ่"), seed=3263)  # a tone that stands on nothing
def test_one_word_more_is_exactly_that_change(place: Place, plan: Plan, seed: int) -> None:
    one_word_more(place, plan, seed)


@pytest.mark.slow
@settings(max_examples=800, suppress_health_check=SLOW_TO_MAKE)
@given(plans().filter(lambda plan: any(plan.placed())), st.integers(0, 10**6))
def test_one_word_more_is_exactly_that_change_800_times(
    place: Place, plan: Plan, seed: int
) -> None:
    one_word_more(place, plan, seed)


def test_money_quarters_and_sections_that_are_edited_are_those_changes(place: Place) -> None:
    file, path = place
    put_plan(file, edited_plan())
    export(file, "plan-details", path)
    book: Any = load_workbook(path)
    sheet = book["โครงการ"]
    head = next(row for row in range(1, 9) if sheet.cell(row, 2).value == "ชื่อโครงการ")
    columns = {
        to_arabic_digits(str(sheet.cell(head, column).value)): column
        for column in range(1, sheet.max_column + 1)
    }
    sheet.cell(head + 1, columns["ปี 2567"]).value = "๑๕,๐๐๐.-"
    sheet.cell(head + 1, columns["ไตรมาส ปี 2566"]).value = "๑-๓"
    sheet.cell(head + 1, columns["มิติ"]).value = "๒, ๑"
    sheet.cell(head + 2, columns["งบประมาณ"]).value = "ไม่ใช้งบประมาณ"
    sheet.cell(head + 2, columns["ระยะเวลาดำเนินการ"]).value = "ปีงบประมาณ พ.ศ. ๒๕๖๖ - ๒๕๖๗"
    book.save(path)
    outcome = import_workbook(file, path)
    assert outcome.findings == ()
    plan = plan_of(file, YEARS[0])
    assert plan is not None
    second, first = plan.placed()
    assert (first.section.name, first.project.places) == ("มิติที่สอง", (plan.sections[0].id,))
    assert first.project.years[2567].amount == 15000
    assert first.project.years[2566].quarters == (1, 2, 3)
    assert second.project.no_budget
    assert second.project.running == (2566, 2567)


def test_a_row_whose_words_are_heads_is_a_row(place: Place) -> None:
    file, path = place
    plan = edited_plan()
    (first, second), dimension = plan.sections[0].projects, plan.sections[0]
    first = replace(first, name="ชื่อโครงการ", note="หมายเหตุ", units="ผู้รับผิดชอบ", target="มิติ")
    dimension = replace(dimension, projects=(first, second))
    put_plan(file, replace(plan, sections=(dimension, plan.sections[1])))
    for paper in PAPERS:
        export(file, paper, path)
        outcome = import_workbook(file, path, dry_run=True)
        assert (outcome.rows, outcome.findings) == ((), ())
