"""What is typed into rows of part 2 that hold no project of their own."""

from typing import Any

from openpyxl import load_workbook

from ita_desktop.domain.findings import Severity
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import begin_plan
from ita_desktop.workflows.plans.outline import put_places
from tests.workflows.plans.office_plans import HEADS, OUTLINE, MakeSheet, places, plan_in
from tests.workflows.plans.test_sheets_round_trip import export, office_file


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
