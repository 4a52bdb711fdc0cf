"""Rows of other offices' tables: texts that go on, lost names, lines that are no project."""

from typing import Any

from openpyxl import load_workbook

from ita_desktop.domain.findings import Severity
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import begin_plan
from tests.workflows.plans.office_plans import HEADS, OUTLINE, MakeSheet, places, plan_in
from tests.workflows.plans.test_sheets_round_trip import export, office_file


def test_steps_that_go_on_behind_a_page_or_stand_a_row_each_are_one_project(
    workbook: MakeSheet,
) -> None:
    rows: list[list[Any]] = [
        list(HEADS),
        [1, "โครงการ ก", "เพื่อ ก", "(๑) ประชุม\n(๒) อบรม", "1"],
        list(HEADS),
        [None, None, None, "(๓) สรุป", None],
        [2, "โครงการ ข", "เพื่อ ข", "๑. ร่าง", "1"],
        [None, None, None, "๒. เสนอ", None],
    ]
    path = workbook(rows, merges=("B5:B6", "A5:A6"))
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        outcome = import_workbook(file, path)
        assert [(one.severity, one.address) for one in outcome.findings] == [
            (Severity.NOTE, "D4"),
            (Severity.NOTE, "D6"),
        ]
        steps = [one.project.steps for one in plan_in(file).placed()]
        assert steps == ["ประชุม\nอบรม\nสรุป", "ร่าง\nเสนอ"]
        assert import_workbook(file, path, dry_run=True).rows == ()


def test_a_row_that_lost_its_name_is_no_more_of_the_one_above(workbook: MakeSheet) -> None:
    rows = [list(HEADS), [1, "โครงการ ก", "x", "y", "1"], [2, None, "x", "y", "1"]]
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        (error,) = import_workbook(file, workbook(rows)).errors
        assert (error.address, error.problem) == ("B3", "แถวนี้ไม่มีชื่อโครงการ")


def test_a_row_that_numbers_the_columns_is_no_project(workbook: MakeSheet) -> None:
    for counted in ((1, 2, 3, 4, 5), ("(๑)", "(๒)", "(๓)", "(๔)", "(๕)")):
        with office_file(None) as (file, _):
            begin_plan(file, 2566, 2570, OUTLINE)
            path = workbook([HEADS, counted, [1, "โครงการ ก", "x", "y", "1"]])
            assert import_workbook(file, path).findings == ()
            assert [one.project.name for one in plan_in(file).placed()] == ["โครงการ ก"]


def test_a_name_that_a_merge_covers_is_not_taken_away(workbook: MakeSheet) -> None:
    rows = [list(HEADS), *([place, f"โครงการ {place}", "x", "y", "1.1.1"] for place in (1, 2))]
    with office_file(None) as (file, path):
        begin_plan(file, 2566, 2570, OUTLINE)
        import_workbook(file, workbook(rows))
        export(file, "plan-projects", path)
        book: Any = load_workbook(path)
        sheet = book["มิติที่ 1"]
        row = next(cell.row for cell in sheet["B"] if str(cell.value).endswith("โครงการ ๒"))
        sheet.merge_cells(start_row=row - 1, end_row=row, start_column=2, end_column=2)
        book.save(path)
        assert import_workbook(file, path).rows == ()


def test_a_name_that_is_a_formula_is_one_error(workbook: MakeSheet) -> None:
    rows = [list(HEADS), [1, "=A1&A2", "x", "y", "1"]]
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        (error,) = import_workbook(file, workbook(rows)).findings
        assert (error.severity, error.address) == (Severity.ERROR, "B2")
        assert "สูตร" in error.problem


def test_headings_among_the_names_and_sums_in_words_are_no_projects(workbook: MakeSheet) -> None:
    rows = [
        ["ที่", "โครงการ", "วัตถุประสงค์", "ปี 2566"],
        [None, "มิติที่ ๑ สุจริต", None, None],
        [1, "โครงการ ก", "x", 5],
        [None, "มิติที่ ๒ โปร่งใส", None, None],
        [None, "๒.๑ ข้อมูล", None, None],
        [1, "โครงการ ข", "y", 6],
        [None, "รวม ๒ โครงการ", None, 11],
        [None, "(สิบเอ็ดบาทถ้วน)", None, None],
    ]
    with office_file(None) as (file, _):
        assert import_workbook(file, workbook(rows)).findings == ()
        assert [one.project.name for one in plan_in(file).placed()] == ["โครงการ ก", "โครงการ ข"]
        assert places(plan_in(file)) == ["1", "2.1"]
