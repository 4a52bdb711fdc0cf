"""OIT papers, their workbooks and the units' sheets from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ita_desktop.documents.model import Digits
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.disclosure.unit_sheets import freeze_oit_sheets
from ita_desktop.workflows.opening import open_to_write
from ita_desktop.workflows.units.writing import write_unit_sheets
from tests.workflows.disclosure.test_unit_sheets import fill_in

Run = Callable[..., Any]


def test_documents_lists_the_oit_papers(run: Run) -> None:
    formats = {one["id"]: one["formats"] for one in run("documents").result}
    assert formats["oit-duties"] == formats["oit-checklist"] == ["pdf", "xlsx"]


def test_a_checklist_goes_out_is_edited_and_comes_back(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    out = tmp_path / "รายการ.xlsx"
    answer = run("export", sample, "oit-checklist", "--year", "2566", "-o", out)
    assert (answer.code, answer.err) == (0, "")
    same = run("import", sample, out, "--dry-run").result
    assert (same["oit"], same["findings"], same["year"]) == ([], [], 2566)
    book = load_workbook(out)
    sheet: Any = book.worksheets[0]
    row = next(cells[0].row for cells in sheet.iter_rows() if cells[0].value == "O43")
    sheet.cell(row, 6).value = "https://www.example.go.th/o43-new"
    book.save(out)
    brought = run("import", sample, out).result
    assert brought["applied"] is True
    assert [(one["code"], one["field"]) for one in brought["oit"]] == [("O43", "addresses")]
    assert run("import", sample, out).result["oit"] == []


def test_a_units_sheet_is_imported_like_any_workbook(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    file = open_to_write(sample)
    edit = OitEdit(code="O1", field="units", text="งานทดลอง")
    apply_oit_edits(file, 2566, [edit], "หน่วยงาน")
    (path,) = write_unit_sheets(freeze_oit_sheets(file, 2566, {"งานทดลอง"}, Digits.THAI), tmp_path)
    file.close()
    fill_in(path, {("O1", "note"): "จากหน่วยงาน"})
    brought = run("import", sample, path).result
    assert [(one["code"], one["after"]) for one in brought["oit"]] == [("O1", "จากหน่วยงาน")]
    assert run("import", sample, path).result["oit"] == []
