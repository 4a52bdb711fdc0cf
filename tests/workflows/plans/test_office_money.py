"""Money and years of other offices' tables: words, merged cells, amounts that are not divided."""

from typing import Any

import pytest

from ita_desktop.domain.findings import Severity
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import begin_plan
from tests.workflows.plans.office_plans import OUTLINE, MakeSheet, plan_in
from tests.workflows.plans.test_sheets_round_trip import office_file


def test_money_that_its_words_contradict_is_told(workbook: MakeSheet) -> None:
    rows: list[list[Any]] = [
        ["ชื่อโครงการ", "วัตถุประสงค์", "ปี 2566", "ปี 2567", "มิติ"],
        ["โครงการ ก", "x", "๒๐,๐๐๐ บาท (สามหมื่นบาทถ้วน)", "๒๐,๐๐๐ บาท (สองหมื่นบาทถ้วน)", "1"],
    ]
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        (warning,) = import_workbook(file, workbook(rows)).findings
        assert (warning.severity, warning.address) == (Severity.WARNING, "C2")
        (one,) = plan_in(file).placed()
        assert [told.amount for told in one.project.years.values()] == [20000, 20000]


def test_a_plan_has_the_years_of_its_title_where_money_is_told_of_some_of_them(
    workbook: MakeSheet,
) -> None:
    rows: list[list[Any]] = [
        ["แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. ๒๕๖๖ – ๒๕๗๐)"],
        ["ชื่อโครงการ", "วัตถุประสงค์", "งบประมาณ ปี 2566", "มิติ"],
        ["โครงการ ก", "x", 5, "มิติที่ ๑ สุจริต"],
    ]
    with office_file(None) as (file, _):
        assert import_workbook(file, workbook(rows)).findings == ()
        plan = plan_in(file)
        assert (plan.first_year, plan.last_year) == (2566, 2570)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("๕ ปี (ปีงบประมาณ ๒๕๖๖ – ๒๕๗๐)", (2566, 2567, 2568, 2569, 2570)),
        ("ตั้งแต่ปีงบประมาณ ๒๕๖๖ - ๖๘", (2566, 2567, 2568)),
        ("๑ ตุลาคม ๒๕๖๖ ถึง ๓๐ กันยายน ๒๕๖๗", ()),
        ("ต.ค. ๒๕๖๖", ()),
        ("ทุกปี", ()),
    ],
)
def test_years_among_other_words_are_ticked_and_the_words_kept(
    workbook: MakeSheet, words: str, years: tuple[int, ...]
) -> None:
    rows = [["ชื่อโครงการ", "วัตถุประสงค์", "ระยะเวลาดำเนินการ", "มิติ"], ["โครงการ ก", "x", words, "1"]]
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        path = workbook(rows)
        assert import_workbook(file, path).findings == ()
        (one,) = plan_in(file).placed()
        assert (one.project.period, one.project.running) == (words, years)
        assert import_workbook(file, path, dry_run=True).rows == ()


def test_one_amount_beside_money_by_year_in_the_plan_does_not_count_it_twice(
    workbook: MakeSheet,
) -> None:
    heads = ["ชื่อโครงการ", "วัตถุประสงค์", "มิติ"]
    by_year = [[*heads, "ปี 2566", "ปี 2567"], ["โครงการ ก", "x", "1", 100, 200]]
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        assert import_workbook(file, workbook(by_year)).applied
        for amount, told in ((300, 0), (500, 1)):
            rows = [[*heads, "งบประมาณ"], ["โครงการ ก", "x", "1", amount]]
            outcome = import_workbook(file, workbook(rows))
            assert outcome.rows == ()
            assert len(outcome.findings) == told


def test_a_unit_merged_over_its_projects_is_that_of_each_and_money_that_of_the_first(
    workbook: MakeSheet,
) -> None:
    heads = ["ชื่อโครงการ", "วัตถุประสงค์", "ผู้รับผิดชอบ", "ระยะเวลา", "ปี 2566", "ปี 2567", "มิติ"]
    rows = [
        heads,
        ["โครงการ ก", "x", "กองคลัง", "ปีงบประมาณ 2566", 5000, "ไม่ใช้งบประมาณ", "1"],
        ["โครงการ ข", "y", None, None, None, None, "1"],
    ]
    path = workbook(rows, merges=("C2:C3", "D2:D3", "E2:E3", "F2:F3"))
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        (warning,) = import_workbook(file, path).findings
        assert (warning.severity, warning.address, warning.found) == (
            Severity.WARNING,
            "A3",
            "5000",
        )
        first, second = (one.project for one in plan_in(file).placed())
        assert (first.units, second.units) == ("กองคลัง", "กองคลัง")
        assert (first.running, second.running) == ((2566,), (2566,))
        assert first.years[2566].amount == 5000
        assert (second.years[2566].amount, second.no_budget) == (None, True)
        assert import_workbook(file, path, dry_run=True).rows == ()
