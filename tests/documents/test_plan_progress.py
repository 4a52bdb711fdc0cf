"""The report of the plan: its rows, its money, its sums, and what is said of no money at all."""

import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.documents.model import Cell, Digits, Number, Table
from ita_desktop.documents.plan_progress import heads, plan_progress, state_words
from ita_desktop.documents.walk import texts
from ita_desktop.domain.office import OfficeKind
from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.plan_reports import reporting
from ita_desktop.domain.project import Project, ProjectResult, ProjectState, ProjectYear, Reason
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface

from .plan_reading import figures
from .plans import OFFICE, plan_source

YEAR = 2566
RUNS = {YEAR: ProjectYear(runs=True)}


def project(number: int, **values: object) -> Project:
    made = Project(id=number, name=f"โครงการที่ {number}", units="สำนักปลัด", years=RUNS)
    return replace(made, **values)  # pyright: ignore[reportArgumentType]


def plan_of(*projects: Project) -> Plan:
    half = len(projects) // 2
    return Plan(
        id=1,
        first_year=YEAR,
        last_year=YEAR + 4,
        sections=(
            Section(id=1, name="สร้างจิตสำนึก", projects=projects[:half]),
            Section(id=2, name="บริหารโปร่งใส"),
            Section(id=3, level=2, name="เปิดเผยข้อมูล", projects=projects[half:]),
        ),
    )


def told(project: Project, **values: object) -> Project:
    result = ProjectResult(**values)  # pyright: ignore[reportArgumentType]
    return replace(project, results={(YEAR, 6): result})


def table_of(plan: Plan) -> Table:
    (table,) = plan_progress(plan_source(plan, digits=Digits.ARABIC, risks=False)).tables()
    return table


def cells_of(table: Table, row: int) -> list[Cell | None]:
    return list(table.rows[row].cells)


def test_projects_stand_under_the_lines_of_their_dimensions() -> None:
    table = table_of(plan_of(project(1), project(2), project(3), project(4)))
    lines = [row.cells[0].content for row in table.rows if row.group and row.cells[0]]
    assert lines == ["มิติที่ 1 สร้างจิตสำนึก", "มิติที่ 2 บริหารโปร่งใส"]
    assert [row.key for row in table.rows] == [
        *("", "project:1@1f2e3d4c", "project:2@1f2e3d4c"),
        *("", "project:3@1f2e3d4c", "project:4@1f2e3d4c", ""),
    ]


def test_the_ordinance_is_called_by_the_kind_of_office() -> None:
    assert "ตามเทศบัญญัติ (บาท)" in heads(replace(OFFICE, kind=OfficeKind.TOWN))
    for kind in (OfficeKind.TAMBON, OfficeKind.PROVINCE):
        assert "ตามข้อบัญญัติ (บาท)" in heads(replace(OFFICE, kind=kind))


def test_only_projects_of_the_year_report_and_those_that_did_all_the_same() -> None:
    later = project(2, years={YEAR + 1: ProjectYear(runs=True)})
    reported = told(project(3, years={}), state=ProjectState.DONE)
    plan = plan_of(project(1), later, reported, project(4, years={}))
    assert [(one.number, one.project.id) for one in reporting(plan, YEAR)] == [(1, 1), (3, 3)]


def test_sums_over_rows_without_any_figure_are_said_in_words_and_never_0() -> None:
    free = [project(number, no_budget=True) for number in (1, 2)]
    sums = [cell.content for cell in cells_of(table_of(plan_of(*free)), -1)[3:6] if cell]
    assert sums == ["ไม่ใช้งบประมาณ"]
    untold = [
        cell.content for cell in cells_of(table_of(plan_of(free[0], project(3))), -1)[3:6] if cell
    ]
    assert untold == ["-", "-", "-"]
    nothing_spent = told(project(3), planned=Decimal(500), spent=Decimal(0))
    sums = [
        cell.content for cell in cells_of(table_of(plan_of(*free, nothing_spent)), -1)[3:6] if cell
    ]
    assert sums == [Number(Decimal(500), 0), "-", Number(Decimal(0), 0)]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")
def test_no_figure_is_cut_by_the_edges_of_its_column(tmp_path: Path) -> None:
    big = [told(project(n), planned=Decimal("987654321.50"), spent=Decimal(n)) for n in (1, 2, 3)]
    document = plan_progress(plan_source(plan_of(*big), digits=Digits.ARABIC, risks=False))
    path = tmp_path / "progress.pdf"
    write_pdf(document, path, bundled_typeface(), OFFICE.own_words)
    command = ["pdftotext", "-layout", str(path), "-"]
    words = subprocess.run(command, check=True, capture_output=True).stdout.decode().split()
    told_ = figures(document)
    assert "987,654,321.50" in told_
    assert [figure for figure in told_ if figure not in words] == []


def test_money_stays_figures_and_is_summed() -> None:
    money = {"planned": Decimal(20000), "granted": Decimal(15000), "spent": Decimal("9999.50")}
    table = table_of(plan_of(told(project(1), **money), told(project(2), planned=Decimal(1))))
    figures = [cell.content for cell in cells_of(table, 1)[3:6] if cell]
    assert figures == [
        Number(Decimal(20000), 0),
        Number(Decimal(15000), 0),
        Number(Decimal("9999.50"), 2),
    ]
    sums = [cell.content for cell in cells_of(table, -1)[3:6] if cell]
    assert sums == [
        Number(Decimal(20001), 0),
        Number(Decimal(15000), 0),
        Number(Decimal("9999.50"), 2),
    ]


@pytest.mark.parametrize(
    "one",
    [
        project(1, no_budget=True),
        told(project(1), planned=Decimal(0), granted=Decimal(0), spent=Decimal(0)),
    ],
)
def test_no_money_is_said_in_words(one: Project) -> None:
    first, second, third = cells_of(table_of(plan_of(project(9), one)), 3)[3:6]
    assert first is not None
    assert (first.content, first.columns) == ("ไม่ใช้งบประมาณ", 3)
    assert (second, third) == (None, None)


def test_money_that_came_after_all_is_printed() -> None:
    one = told(project(1, no_budget=True), spent=Decimal(500))
    cells = cells_of(table_of(plan_of(project(9), one)), 3)[3:6]
    assert [cell.content for cell in cells if cell] == ["", "", Number(Decimal(500), 0)]


def test_what_stands_in_the_ordinance_without_money_is_said() -> None:
    one = told(project(1), in_ordinance=True)
    cell = cells_of(table_of(plan_of(project(9), one)), 3)[4]
    assert cell is not None
    assert cell.content == "บรรจุแล้ว"


@pytest.mark.parametrize(
    ("result", "words"),
    [
        (ProjectResult(), ""),
        (ProjectResult(state=ProjectState.DONE, reason=Reason.STAFF), "ดำเนินการแล้วเสร็จ"),
        (ProjectResult(state=ProjectState.IMPOSSIBLE), "ไม่สามารถดำเนินการได้"),
        (
            ProjectResult(state=ProjectState.IMPOSSIBLE, reason=Reason.NO_BUDGET),
            "ไม่สามารถดำเนินการได้\n(ไม่ได้รับงบประมาณ)",
        ),
        (
            ProjectResult(state=ProjectState.IMPOSSIBLE, reason=Reason.OTHER, reason_text="น้ำท่วม"),
            "ไม่สามารถดำเนินการได้\n(น้ำท่วม)",
        ),
        (
            ProjectResult(state=ProjectState.IMPOSSIBLE, reason=Reason.OTHER),
            "ไม่สามารถดำเนินการได้\n(อื่น ๆ)",
        ),
    ],
)
def test_the_reason_stands_under_a_project_that_could_not_be_done(
    result: ProjectResult, words: str
) -> None:
    assert state_words(result) == words


def test_states_are_counted_under_the_table() -> None:
    done = {"state": ProjectState.DONE}
    table = table_of(plan_of(told(project(1), **done), told(project(2), **done), project(3)))
    assert table.note == "สถานะ: ดำเนินการแล้วเสร็จ 2, ยังไม่รายงาน 1"


def test_a_year_without_projects_says_so() -> None:
    document = plan_progress(plan_source(plan_of(), risks=False))
    assert document.tables()[0].rows == ()
    said = [one.text for one in texts(document)]
    assert "ยังไม่มีโครงการที่ดำเนินการในปีงบประมาณ พ.ศ. ๒๕๖๖" in said


def test_its_title_says_plan_year_and_round() -> None:
    document = plan_progress(plan_source(plan_of(project(1)), digits=Digits.ARABIC, risks=False))
    assert "ประจำปีงบประมาณ พ.ศ. 2566 รอบ 6 เดือน (เดือนตุลาคม 2565 - มีนาคม 2566)" in document.title
    assert (document.fiscal_year, document.months) == (2566, 6)
