"""Rows of other offices' tables: where projects stand, texts that go on, sections without any."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.plan import Plan, section_numbers
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import Heading, begin_plan, plan_of
from ita_desktop.workflows.plans.outline import put_places
from tests.workflows.plans.test_sheets_round_trip import export, office_file

MakeSheet = Callable[..., Path]
HEADS = ("ที่", "ชื่อโครงการ", "วัตถุประสงค์", "วิธีดำเนินการ", "มิติ")
OUTLINE = (
    *(Heading(1, "สุจริต"), Heading(2, "จิตสำนึก"), Heading(3, "บุคลากร")),
    *(Heading(1, "โปร่งใส"), Heading(2, "ข้อมูล"), Heading(3, "บุคลากร")),
)


def plan_in(file: DataFile) -> Plan:
    plan = plan_of(file, 2566)
    assert plan is not None
    return plan


def places(plan: Plan) -> list[str]:
    numbers = section_numbers(plan)
    return [numbers[one.section.id] for one in plan.placed()]


@pytest.mark.parametrize(
    ("section", "told", "where"),
    [
        ("สุจริตใจ", "จึงเพิ่มเป็นหัวข้อใหม่", "3"),
        ("มิติที่ ๓ อื่น ๆ", "จึงเพิ่มเป็นหัวข้อใหม่", "3"),
        ("บุคลากร", "มีหลายแห่งในแผน", "1.1.1"),
        ("-", "ไม่ได้ระบุมิติ", "3"),
    ],
)
def test_what_a_cell_says_of_the_section_is_told_where_it_is_doubtful(
    workbook: MakeSheet, section: str, told: str, where: str
) -> None:
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        outcome = import_workbook(file, workbook([HEADS, [1, "โครงการ ก", "x", "y", section]]))
        (finding,) = outcome.findings
        assert (outcome.applied, finding.severity) == (True, Severity.WARNING)
        assert told in finding.problem
        assert places(plan_in(file)) == [where]


def test_a_section_that_is_none_is_one_error_and_not_also_untold(workbook: MakeSheet) -> None:
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        outcome = import_workbook(file, workbook([HEADS, [1, "โครงการ ก", "x", "y", "๙.๙"]]))
        assert [(one.severity, one.address) for one in outcome.findings] == [(Severity.ERROR, "E2")]


def test_a_title_under_the_line_of_a_dimension_is_the_section_under_it(
    workbook: MakeSheet,
) -> None:
    heads = ["ภารกิจตามมิติ", "โครงการ", "ปี ๒๕๖๖"]
    rows: list[list[Any]] = [
        ["มิติที่ ๑ สุจริต"],
        *(heads, ["บุคลากร", "โครงการ ก", 1]),
        ["มิติที่ ๒ โปร่งใส"],
        *(heads, ["บุคลากร", "โครงการ ข", 2]),
    ]
    path = workbook(rows)
    with office_file(None) as (file, _), office_file(None) as (new, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        assert import_workbook(file, path).findings == ()
        assert places(plan_in(file)) == ["1.1.1", "2.1.1"]
        assert import_workbook(new, path).findings == ()
        assert places(plan_in(new)) == ["1.1", "2.1"]


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


def test_a_project_typed_into_the_empty_row_of_part_two_is_one_of_that_section() -> None:
    with office_file(None) as (file, path):
        begin_plan(file, 2566, 2570, OUTLINE)
        export(file, "plan-projects", path)
        book: Any = load_workbook(path)
        sheet = book["มิติที่ 2"]
        row = next(
            cell.row for cell in sheet["B"] if str(cell.value).startswith("ยังไม่มีโครงการในหัวข้อนี้")
        )
        sheet.cell(row, 2).value = "๑. โครงการเปิดข้อมูล"
        book.save(path)
        outcome = import_workbook(file, path)
        assert (outcome.applied, outcome.findings) == (True, ())
        assert [one.project.name for one in plan_in(file).placed()] == ["โครงการเปิดข้อมูล"]
        assert places(plan_in(file)) == ["2.1.1"]
        assert import_workbook(file, path, dry_run=True).rows == ()


def test_money_beside_no_project_is_told_that_it_is_not_read() -> None:
    with office_file(None) as (file, path):
        begin_plan(file, 2566, 2570, OUTLINE)
        export(file, "plan-projects", path)
        book: Any = load_workbook(path)
        sheet = book["มิติที่ 1"]
        row = next(
            cell.row for cell in sheet["B"] if str(cell.value).startswith("ยังไม่มีโครงการในหัวข้อนี้")
        )
        sheet.cell(row, 3).value = 5000
        book.save(path)
        (finding,) = import_workbook(file, path).findings
        assert (finding.severity, finding.address, finding.found) == (
            Severity.WARNING,
            f"C{row}",
            "5000",
        )


def test_a_row_that_numbers_the_columns_is_no_project(workbook: MakeSheet) -> None:
    for counted in ((1, 2, 3, 4, 5), ("(๑)", "(๒)", "(๓)", "(๔)", "(๕)")):
        with office_file(None) as (file, _):
            begin_plan(file, 2566, 2570, OUTLINE)
            path = workbook([HEADS, counted, [1, "โครงการ ก", "x", "y", "1"]])
            assert import_workbook(file, path).findings == ()
            assert [one.project.name for one in plan_in(file).placed()] == ["โครงการ ก"]


def test_two_new_projects_of_one_name_in_one_section_are_told(workbook: MakeSheet) -> None:
    rows = [list(HEADS), *([None, "โครงการ ก", "x", str(place), "1"] for place in range(2))]
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        (warning,) = import_workbook(file, workbook(rows)).findings
        assert (warning.severity, warning.address) == (Severity.WARNING, "B3")
        assert "ชื่อซ้ำกับโครงการที่ B2" in warning.problem
        assert len(places(plan_in(file))) == 2


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


def test_a_section_that_the_sheet_of_sections_has_not_is_told(workbook: MakeSheet) -> None:
    heads = ["ชื่อโครงการ", "วัตถุประสงค์", "ปี 2566", "มิติ"]
    sheets: dict[str, list[list[Any]]] = {
        "โครงการ": [heads, ["โครงการ ก", "x", 1, "สุจริต"], ["โครงการ ข", "x", 1, "สุจริดต"]],
        "หัวข้อ": [["เลขที่หัวข้อ", "ชื่อหัวข้อ"], ["๑", "สุจริต"], ["๒", "โปร่งใส"]],
    }
    with office_file(None) as (file, _):
        (warning,) = import_workbook(file, workbook(sheets)).findings
        assert (warning.severity, warning.address) == (Severity.WARNING, "D3")
        assert "จึงเพิ่มเป็นหัวข้อใหม่" in warning.problem


def test_what_is_typed_where_a_project_is_only_named_again_is_told(workbook: MakeSheet) -> None:
    rows = [list(HEADS), [1, "โครงการ ก", "x", "y", "1.1.1"]]
    with office_file(None) as (file, path):
        begin_plan(file, 2566, 2570, OUTLINE)
        import_workbook(file, workbook(rows))
        (one,) = plan_in(file).placed()
        put_places(file, one.project.id, [plan_in(file).sections[-1].id])
        export(file, "plan-projects", path)
        book: Any = load_workbook(path)
        sheet = book["มิติที่ 2"]
        row = next(cell.row for cell in sheet["C"] if str(cell.value).startswith("ดูหัวข้อ"))
        sheet.cell(row, 1).value = "๒.๑.๑ ประชาชน"
        sheet.cell(row, 3).value = 5000
        sheet.cell(row, 8).value = "ใหม่"
        book.save(path)
        outcome = import_workbook(file, path)
        assert outcome.rows == ()
        told = {(one.severity, one.address) for one in outcome.findings}
        assert told == {(Severity.WARNING, f"{letter}{row}") for letter in "ACH"}


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


def test_sheets_called_by_their_dimension_put_projects_there(workbook: MakeSheet) -> None:
    heads = ["โครงการ", "ปี 2566"]
    sheets = {"มิติที่ 2": [heads, ["โครงการ ข", 2]], "มิติที่ 1": [heads, ["โครงการ ก", 1]]}
    with office_file(None) as (file, _):
        begin_plan(file, 2566, 2570, OUTLINE)
        assert import_workbook(file, workbook(sheets)).findings == ()
        assert places(plan_in(file)) == ["1", "2"]
