"""The report of the plan as a workbook: it comes back to the same, what is typed in it is read."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Digits
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.project import ProjectResult, ProjectState, Reason
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.plans.making import Heading, begin_plan, plan_of
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows.deeds import Edit, apply_edits

YEAR = 2565


@pytest.fixture
def projects(file: DataFile) -> list[int]:
    """Return three projects of the year; the first two reported, the last needs no money."""
    begin_plan(file, YEAR, YEAR + 3, [Heading(1, "สร้างจิตสำนึก"), Heading(1, "โปร่งใส")])
    sections = [row[0] for row in file.read("SELECT id FROM section ORDER BY id")]
    made = [
        add_project(file, section, {"name": name, "units": "กองคลัง"})
        for section, name in zip(
            (sections[0], sections[0], sections[1]), ("อบรม", "รณรงค์", "เปิดเผย"), strict=True
        )
    ]
    edits = [Edit(kind=Kind.PROJECT, number=one, field=f"runs:{YEAR}", text="ใช่") for one in made]
    edits.append(Edit(kind=Kind.PROJECT, number=made[2], field="no_budget", text="ใช่"))
    for project, field, text in (
        (made[0], "state", "ดำเนินการแล้วเสร็จ"),
        (made[0], "planned", "20,000"),
        (made[0], "spent", "18,750.50"),
        (made[0], "result", "อบรมแล้ว\n1. รุ่นแรก\n2. รุ่นสอง"),
        (made[1], "state", "ไม่สามารถดำเนินการได้"),
        (made[1], "reason", "อื่น ๆ"),
        (made[1], "reason_text", "น้ำท่วม"),
        (made[1], "in_ordinance", "1"),
    ):
        edits.append(
            Edit(kind=Kind.PROJECT, number=project, field=f"{field}:{YEAR}", text=text, months=6)
        )
    apply_edits(file, edits, "รายงาน")
    return made


def results(file: DataFile) -> list[ProjectResult]:
    plan = plan_of(file, YEAR)
    assert plan is not None
    return [one.project.result(YEAR, 6) for one in plan.placed()]


@pytest.fixture
def sheet(file: DataFile, projects: list[int], tmp_path: Path) -> Path:
    del projects
    path = tmp_path / "รายงาน.xlsx"
    draw(freeze(file, "plan-progress", YEAR, Digits.THAI, months=6, kind="xlsx"), "xlsx", path)
    return path


def typed(path: Path, type_: Callable[[Any], object]) -> Path:
    book = load_workbook(path)
    type_(book.worksheets[0])
    book.save(path)
    return path


def cell(sheet: Any, name: str, head: str) -> Any:
    """Return the cell of a project's row under a head."""
    heads = next(row for row in sheet.iter_rows() if any(one.value == "สถานะ" for one in row))
    column = next(one.column for one in heads if str(one.value or "").startswith(head))
    row = next(row[0].row for row in sheet.iter_rows() if any(one.value == name for one in row))
    return sheet.cell(row, column)


@pytest.mark.parametrize("digits", Digits)
def test_what_was_not_touched_changes_nothing(
    file: DataFile, projects: list[int], tmp_path: Path, digits: Digits
) -> None:
    del projects
    path = tmp_path / "รายงาน.xlsx"
    draw(freeze(file, "plan-progress", YEAR, digits, months=6, kind="xlsx"), "xlsx", path)
    outcome = import_workbook(file, path, dry_run=True)
    assert outcome.rows == ()
    assert outcome.findings == ()
    assert [(one.kind, one.unchanged) for one in outcome.sheets] == [("plan-progress", 3)]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_it_comes_back_from_libreoffice_unchanged(
    file: DataFile, sheet: Path, tmp_path: Path
) -> None:
    out = tmp_path / "saved"
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"),
            *("--convert-to", "xlsx", "--outdir", str(out), str(sheet)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    outcome = import_workbook(file, out / sheet.name, dry_run=True)
    assert (outcome.rows, outcome.findings) == ((), ())


def test_what_is_typed_is_read_into_the_round_as_one_deed(file: DataFile, sheet: Path) -> None:
    def type_(page: Any) -> None:
        cell(page, "อบรม", "เบิกจ่าย").value = 20000
        cell(page, "อบรม", "ปัญหา").value = "ผู้เข้าอบรมน้อย"
        cell(page, "รณรงค์", "สถานะ").value = "ไม่สามารถดำเนินการได้ (บุคลากรไม่เพียงพอ)"
        cell(page, "เปิดเผย", "สถานะ").value = "อยู่ระหว่างดำเนินการ"

    before = results(file)
    outcome = import_workbook(file, typed(sheet, type_))
    assert outcome.applied
    assert [(one.kind, one.changed, one.unchanged) for one in outcome.sheets] == [
        ("plan-progress", 3, 0)
    ]
    first, second, third = results(file)
    assert (first.spent, first.problem) == (Decimal(20000), "ผู้เข้าอบรมน้อย")
    assert (second.reason, second.reason_text) == (Reason.STAFF, "")
    assert third == ProjectResult(state=ProjectState.IN_WORK)
    file.undo()
    assert results(file) == before


def test_an_emptied_cell_of_ours_takes_its_text_away(file: DataFile, sheet: Path) -> None:
    def type_(page: Any) -> None:
        cell(page, "อบรม", "ผลการดำเนินการ").value = None

    import_workbook(file, typed(sheet, type_))
    assert results(file)[0].result == ""


def test_a_bad_cell_keeps_all_of_it_out(file: DataFile, sheet: Path) -> None:
    def type_(page: Any) -> None:
        cell(page, "อบรม", "เบิกจ่าย").value = "มาก"
        cell(page, "รณรงค์", "สถานะ").value = "ดีมาก"

    before = results(file)
    outcome = import_workbook(file, typed(sheet, type_))
    assert not outcome.applied
    assert [one.found for one in outcome.errors] == ["มาก", "ดีมาก"]
    assert results(file) == before


def test_a_closed_round_takes_nothing_in(file: DataFile, sheet: Path) -> None:
    close_round(file, YEAR, 6, datetime(2022, 4, 1, tzinfo=UTC))

    def type_(page: Any) -> None:
        cell(page, "อบรม", "ปัญหา").value = "ไม่มี"

    outcome = import_workbook(file, typed(sheet, type_), dry_run=True)
    assert "ยังไม่ปิด" in outcome.errors[0].message


def test_a_sheet_of_the_offices_own_is_matched_by_names(
    file: DataFile, projects: list[int], workbook: Callable[..., Path]
) -> None:
    del projects
    path = workbook(
        [
            ["รายงานผล ปีงบประมาณ พ.ศ. ๒๕๖๕ รอบ ๖ เดือน"],
            ["ลำดับ", "ชื่อโครงการ", "สถานะ", "ข้อบัญญัติ", "การเบิกจ่าย", "ผลการดำเนินงาน"],
            ["๑", "อบรม", "", "", "๑๙,๐๐๐", ""],
            ["๒", "โครงการที่ไม่มี", "แล้วเสร็จ", "", "", ""],
        ],
        name="รายงาน.xlsx",
    )
    outcome = import_workbook(file, path)
    assert [one.found for one in outcome.findings if one.severity is Severity.WARNING] == [
        "โครงการที่ไม่มี"
    ]
    first = results(file)[0]
    assert (first.spent, first.state, first.result[:5]) == (
        Decimal(19000),
        ProjectState.DONE,
        "อบรมแ",
    )


def test_a_name_that_was_changed_is_told_and_stays(file: DataFile, sheet: Path) -> None:
    def type_(page: Any) -> None:
        cell(page, "อบรม", "โครงการ").value = "อบรมใหญ่"

    outcome = import_workbook(file, typed(sheet, type_))
    assert outcome.rows == ()
    assert [one.severity for one in outcome.findings] == [Severity.WARNING]


def test_a_report_without_a_column_of_states_is_a_report_and_changes_no_plan(
    file: DataFile, projects: list[int], workbook: Callable[..., Path]
) -> None:
    del projects
    rows = [
        ["รายงานรอบ 6 เดือน ประจำปีงบประมาณ พ.ศ. 2565"],
        ["ที่", "โครงการ", "งบประมาณ", "เบิกจ่าย", "ผลการดำเนินการ", "ปัญหา/อุปสรรค"],
        ["๑", "อบรม", "๙๙", "๑๐๐", "อบรมอีก", "-"],
        ["๒", "อบรม", "", "๗", "ซ้ำ", ""],
    ]
    plan = plan_of(file, YEAR)
    assert plan is not None
    before = [(one.project.amount, one.project.years) for one in plan.placed()]
    outcome = import_workbook(file, workbook(rows), YEAR)
    assert [(one.address, one.severity) for one in outcome.findings] == [
        ("C2", Severity.WARNING),
        ("B4", Severity.WARNING),
    ]
    assert "แถวก่อนหน้า" in outcome.findings[1].problem
    assert {change.field for change in outcome.rows} == {f"spent:{YEAR}", f"result:{YEAR}"}
    plan = plan_of(file, YEAR)
    assert plan is not None
    assert [(one.project.amount, one.project.years) for one in plan.placed()] == before
