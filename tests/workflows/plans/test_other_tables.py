"""Tables of projects as other offices make them: heads, blocks, sums, words for money."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.plan import Plan, section_numbers
from ita_desktop.domain.project import ProjectKind
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project
from tests.workflows.plans.office_plans import plan_in
from tests.workflows.plans.test_sheets_round_trip import office_file

MakeSheet = Callable[..., Path]
YEAR_HEADS = ("ปี ๒๕๖๖", "ปี 2567", "ปี ๒๕๖๘", "ปี ๒๕๖๙", "ปี 2570")


def standing(plan: Plan) -> list[tuple[str, str]]:
    numbers = section_numbers(plan)
    return [(numbers[one.section.id], one.project.name) for one in plan.placed()]


def test_a_part_two_table_with_two_rows_of_heads_and_blocks_of_dimensions(
    workbook: MakeSheet,
) -> None:
    head = ["ภารกิจตามมิติ", "โครงการ/กิจกรรม/มาตรการ", *YEAR_HEADS, "หมายเหตุ"]
    money = [None, None, *["งบประมาณ (บาท)"] * 5, None]
    rows = [
        ["แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. ๒๕๖๖ – ๒๕๗๐) แยกตาม ๒ มิติ"],
        ["มิติที่ ๑ การสร้างวัฒนธรรมสุจริต"],
        head,
        money,
        ["๑.๑ การเสริมสร้างจิตสำนึก", "๑. โครงการอบรม", "๒๐,๐๐๐", "20,000.-", 20000, "-", "-", "ปีเว้นปี"],
        [None, "๒. มาตรการ NO Gift", *["ไม่ใช้งบประมาณ"] * 5, None],
        ["รวม", "๒ โครงการ", 20000, 20000, 20000, 0, 0, None],
        [],
        ["มิติที่ ๒ การบริหารราชการด้วยความโปร่งใส"],
        head,
        money,
        ["๒.๑ การเปิดเผยข้อมูล", "๑. กิจกรรมเผยแพร่ข้อมูล", "-", "-", "-", "-", "1,000 บาท", "-"],
        ["รวมทั้งสิ้น", None, 20000, 20000, 20000, 0, 1000, None],
    ]
    path = workbook(rows, merges=("A5:A6", "A2:H2"))
    with office_file(None) as (file, _):
        outcome = import_workbook(file, path)
        assert outcome.findings == ()
        plan = plan_in(file)
        assert standing(plan) == [
            ("1.1", "โครงการอบรม"),
            ("1.1", "มาตรการ NO Gift"),
            ("2.1", "กิจกรรมเผยแพร่ข้อมูล"),
        ]
        assert [one.name for one in plan.dimensions] == [
            "การสร้างวัฒนธรรมสุจริต",
            "การบริหารราชการด้วยความโปร่งใส",
        ]
        first, second, third = (one.project for one in plan.placed())
        assert first.kind is ProjectKind.PROJECT
        assert [first.years[year].amount for year in (2566, 2567, 2568)] == [20000] * 3
        assert first.note == "ปีเว้นปี"
        assert second.no_budget
        assert third.years[2570].amount == 1000
        assert import_workbook(file, path, dry_run=True).rows == ()


def test_nine_headings_with_numbers_before_them_and_results_in_one_column(
    workbook: MakeSheet,
) -> None:
    rows = [
        [
            *("ลำดับที่", "๑. ชื่อโครงการ", "๒. หลักการและเหตุผล/ที่มาของโครงการ", "๓. วัตถุประสงค์"),
            *("๔. กลุ่มเป้าหมาย", "๕. วิธีดำเนินการ", "๖. ระยะเวลาดำเนินการ", "๗. งบประมาณดำเนินการ"),
            *("๘. ผู้รับผิดชอบโครงการ", "๙. ผลผลิต/ผลลัพธ์", "มิติ"),
        ],
        [
            *("๑", "โครงการอบรม", "เหตุผล", "๑) หนึ่ง\n๒) สอง", "พนักงาน", "๑. ก ๒. ข"),
            *("ปีงบประมาณ พ.ศ. ๒๕๖๖ – ๒๕๖๗", "ปีละ ๑๐,๐๐๐ บาท", "สำนักปลัด"),
            *("ผลผลิต\n- คู่มือ ๑ เล่ม\nผลลัพธ์\n- ประชาชนพอใจ", "การสร้างวัฒนธรรมสุจริต"),
        ],
    ]
    with office_file(None) as (file, _):
        outcome = import_workbook(file, workbook(rows))
        assert outcome.findings == ()
        (one,) = plan_in(file).placed()
        project = one.project
        assert (one.section.level, one.section.name) == (1, "การสร้างวัฒนธรรมสุจริต")
        assert (project.objectives, project.steps) == ("หนึ่ง\nสอง", "ก\nข")
        assert {year: told.amount for year, told in project.years.items()} == {
            2566: Decimal(10000),
            2567: Decimal(10000),
        }
        assert (project.outputs, project.outcomes) == ("คู่มือ ๑ เล่ม", "ประชาชนพอใจ")


def test_projects_without_a_dimension_are_put_together_with_a_warning(
    workbook: MakeSheet,
) -> None:
    rows = [["ชื่อโครงการ", "วัตถุประสงค์", "ปี 2566"], ["โครงการ ก", "x", 5], ["โครงการ ข", "y", 0]]
    with office_file(None) as (file, _):
        outcome = import_workbook(file, workbook(rows))
        assert [one.severity for one in outcome.findings] == [Severity.WARNING]
        assert standing(plan_in(file)) == [("1", "โครงการ ก"), ("1", "โครงการ ข")]
        assert plan_in(file).sections[0].name == "โครงการที่ยังไม่ได้จัดเข้ามิติ"


def test_a_project_of_the_same_name_is_the_one_of_the_plan(workbook: MakeSheet) -> None:
    with office_file() as (file, _):
        plan = begin_plan(file, 2566, 2570, [Heading(1, "หนึ่ง"), Heading(2, "ย่อย")])
        sections = [one.id for one in plan_in(file).sections]
        add_project(file, sections[1], {"name": "โครงการ อบรม", "units": "กองคลัง"})
        rows = [
            ["ชื่อโครงการ", "ผู้รับผิดชอบ", "วัตถุประสงค์", "มิติ"],
            ["โครงการอบรม", "", "เพื่อรู้", "1"],
            ["โครงการใหม่", "กองช่าง", "เพื่อเห็น", "๑.๑"],
        ]
        outcome = import_workbook(file, workbook(rows))
        assert outcome.plan is not None
        assert outcome.plan.plan == plan
        assert standing(plan_in(file)) == [("1.1", "โครงการ อบรม"), ("1.1", "โครงการใหม่")]
        first, _ = (one.project for one in plan_in(file).placed())
        assert (first.units, first.objectives) == ("กองคลัง", "เพื่อรู้")


@pytest.mark.parametrize(
    ("column", "cell"),
    [("มิติ", "9.9"), ("ปี 2566", "หลายบาท"), ("งบประมาณ", "ตามจริง"), ("จำนวนคน", "มาก")],
)
def test_a_cell_that_cannot_be_read_keeps_the_whole_workbook_out(
    workbook: MakeSheet, column: str, cell: str
) -> None:
    with office_file() as (file, _):
        begin_plan(file, 2566, 2570, [Heading(1, "หนึ่ง")])
        before = plan_in(file)
        rows = [["ชื่อโครงการ", "วัตถุประสงค์", column], ["โครงการ ก", "x", cell]]
        outcome = import_workbook(file, workbook(rows))
        assert not outcome.applied
        assert [(one.address, one.found) for one in outcome.errors] == [("C2", cell)]
        assert outcome.errors[0].wanted
        assert plan_in(file) == before


def test_periods_beyond_the_plan_are_kept_as_words(workbook: MakeSheet) -> None:
    with office_file() as (file, _):
        begin_plan(file, 2566, 2570, [Heading(1, "หนึ่ง")])
        rows = [
            ["ชื่อโครงการ", "ระยะเวลาดำเนินการ", "วัตถุประสงค์", "มิติ"],
            ["โครงการ ก", "ปีงบประมาณ พ.ศ. ๒๕๖๙ – ๒๕๗๒", "x", "1"],
            ["โครงการ ข", "ทุกไตรมาส", "x", "1"],
        ]
        outcome = import_workbook(file, workbook(rows))
        assert [(one.severity, one.address) for one in outcome.findings] == [
            (Severity.WARNING, "B2")
        ]
        first, second = (one.project for one in plan_in(file).placed())
        assert (first.period, first.running) == ("ปีงบประมาณ พ.ศ. ๒๕๖๙ – ๒๕๗๒", (2569, 2570))
        assert (second.period, second.running) == ("ทุกไตรมาส", ())


def test_a_sheet_that_names_no_year_asks_to_begin_a_plan_first(workbook: MakeSheet) -> None:
    path = workbook([["ชื่อโครงการ", "วัตถุประสงค์", "มิติ"], ["โครงการ ก", "x", "1"]])
    with office_file() as (file, _):
        with pytest.raises(ClerkError, match="เริ่มแผน"):
            import_workbook(file, path)
        begin_plan(file, 2566, 2570, [Heading(1, "หนึ่ง")])
        assert import_workbook(file, path).applied


def test_formulas_in_cells_of_a_plan_stay_text(workbook: MakeSheet) -> None:
    words = ("'=1+1", "@SUM(A1)", "+66", "-2+3")
    rows = [
        ["ชื่อโครงการ", "หลักการและเหตุผล", "วัตถุประสงค์", "มิติ", "ปี 2566"],
        *([word, word, word, "1 หนึ่ง", None] for word in words),
    ]
    with office_file(None) as (file, again):
        from ita_desktop.documents.model import Digits  # noqa: PLC0415
        from ita_desktop.workflows.export_document import draw, freeze  # noqa: PLC0415

        assert import_workbook(file, workbook(rows)).applied
        before = plan_in(file)
        draw(freeze(file, "plan", 2566, Digits.ARABIC, kind="xlsx"), "xlsx", again)
        assert import_workbook(file, again).rows == ()
        assert plan_in(file) == before
        assert [one.project.rationale for one in before.placed()] == list(words)
