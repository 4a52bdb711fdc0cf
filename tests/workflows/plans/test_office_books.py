"""Workbooks of other offices: several sheets about the same projects, heads and rows of habit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.plan import Plan, section_numbers
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import plan_of
from tests.workflows.plans.test_sheets_round_trip import office_file

MakeSheet = Callable[..., Path]
PART_TWO: list[list[Any]] = [
    ["ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ", "ปี ๒๕๖๖", "ปี ๒๕๖๗", "หมายเหตุ"],
    ["มิติที่ ๑ สุจริต", None, None, None, None],
    ["๑.๑ จิตสำนึก", "๑. โครงการอบรม", 100, 200, None],
    ["มิติที่ ๒ โปร่งใส", None, None, None, None],
    ["๒.๑ ข้อมูล", "๒. กิจกรรมเผยแพร่", "ไม่ใช้งบประมาณ", None, None],
    [None, "๓. โครงการอบรม", 5, None, None],
]
PART_THREE: list[list[Any]] = [
    ["ลำดับที่", "ชื่อโครงการ", "หลักการและเหตุผล", "วัตถุประสงค์"],
    ["๑", "โครงการอบรม", "เหตุแรก", "ก"],
    ["๒", "กิจกรรมเผยแพร่", "เหตุที่สอง", "ข"],
    ["๓", "โครงการอบรม", "เหตุที่สาม", "ค"],
]


def said(plan: Plan | None) -> list[tuple[str, str, str]]:
    assert plan is not None
    numbers = section_numbers(plan)
    return [
        (numbers[one.section.id], one.project.rationale, one.project.name) for one in plan.placed()
    ]


def test_sections_of_part_two_are_those_of_the_projects_in_full_in_either_order(
    workbook: MakeSheet,
) -> None:
    expected = [
        ("1.1", "เหตุแรก", "โครงการอบรม"),
        ("2.1", "เหตุที่สอง", "กิจกรรมเผยแพร่"),
        ("2.1", "เหตุที่สาม", "โครงการอบรม"),
    ]
    two, three = ("ส่วนที่ ๒", PART_TWO), ("ส่วนที่ ๓", PART_THREE)
    for sheets in ((two, three), (three, two)):
        path = workbook(dict(sheets))
        with office_file(None) as (file, _):
            outcome = import_workbook(file, path)
            assert (outcome.applied, outcome.findings) == (True, ())
            plan = plan_of(file, 2566)
            assert said(plan) == expected
            assert plan is not None
            assert [len(one.project.years) for one in plan.placed()] == [2, 0, 1]
            assert import_workbook(file, path, dry_run=True).rows == ()


def test_part_two_says_more_of_where_a_project_stands(workbook: MakeSheet) -> None:
    dimensions = ("มิติ", "มิติที่ ๑ สุจริต", "มิติที่ ๒ โปร่งใส", "๒")
    full = [[*row, one] for row, one in zip(PART_THREE, dimensions, strict=True)]
    path = workbook({"ส่วนที่ ๓": full, "ส่วนที่ ๒": PART_TWO})
    with office_file(None) as (file, _):
        assert import_workbook(file, path).findings == ()
        assert [place for place, _, _ in said(plan_of(file, 2566))] == ["1.1", "2.1", "2.1"]


def test_a_section_first_said_by_its_number_has_the_title_that_another_sheet_gives_it(
    workbook: MakeSheet,
) -> None:
    full = [[*row, one] for row, one in zip(PART_THREE, ("มิติ", 1, "๒", 2), strict=True)]
    path = workbook({"ส่วนที่ ๓": full, "ส่วนที่ ๒": PART_TWO})
    with office_file(None) as (file, _):
        assert import_workbook(file, path).findings == ()
        plan = plan_of(file, 2566)
        assert plan is not None
        assert [one.name for one in plan.dimensions] == ["สุจริต", "โปร่งใส"]


def test_two_sheets_that_differ_about_the_section_are_told_in_thai(workbook: MakeSheet) -> None:
    dimensions = ("มิติ", "มิติที่ ๑ สุจริต", "มิติที่ ๑ สุจริต", "๒")
    full = [[*row, one] for row, one in zip(PART_THREE, dimensions, strict=True)]
    path = workbook({"ส่วนที่ ๓": full, "ส่วนที่ ๒": PART_TWO})
    with office_file(None) as (file, _):
        (error,) = import_workbook(file, path).findings
        assert error.severity is Severity.ERROR
        assert (error.sheet, error.address, error.found) == ("ส่วนที่ ๒", "A5", "2.1")
        assert error.wanted == "หัวข้อเดียวกับ ส่วนที่ ๓ B3"


def test_money_heads_with_words_before_and_baht_behind_the_year(workbook: MakeSheet) -> None:
    rows = [
        *[["มิติ", "โครงการ", "งบประมาณ พ.ศ. 2566 (บาท)", "งบประมาณปี ๒๕๖๗ (บาท)", "รวม (บาท)"]],
        ["มิติที่ ๑ สุจริต", "โครงการ ก", "1,000", "๒,๐๐๐", "3,000"],
    ]
    with office_file(None) as (file, _):
        assert import_workbook(file, workbook(rows)).findings == ()
        plan = plan_of(file, 2566)
        assert plan is not None
        (one,) = plan.placed()
        assert {year: told.amount for year, told in one.project.years.items()} == {
            2566: 1000,
            2567: 2000,
        }
