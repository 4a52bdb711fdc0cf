"""Papers of the plan from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

Run = Callable[..., Any]


def test_documents_lists_the_papers_of_the_plan(run: Run) -> None:
    formats = {one["id"]: one["formats"] for one in run("documents").result}
    for paper in ("plan", "plan-projects", "plan-details", "plan-progress"):
        assert formats[paper] == ["pdf", "xlsx"]


def test_the_plan_is_drawn_for_a_year_it_covers_that_has_no_scores(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    answer = run("export", sample, "plan", "--year", "2568", "-o", tmp_path / "แผน.pdf")
    assert (answer.code, answer.err) == (0, "")
    assert answer.result["pages"] > 20
    assert answer.result["missing_letters"] == []


def test_the_workbook_of_the_plan_holds_more_than_its_pages(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    out = tmp_path / "แผน.xlsx"
    answer = run("export", sample, "plan", "--year", "2566", "-o", out)
    assert (answer.code, answer.err) == (0, "")
    book = load_workbook(out)
    heads = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    book.close()
    assert "หลักการและเหตุผล" in heads  # each project with all its headings, a row each


def test_a_year_without_a_plan_is_refused(run: Run, tmp_path: Path, sample: Path) -> None:
    out = tmp_path / "แผน.pdf"
    refused = run("export", sample, "plan", "--year", "2599", "-o", out)
    assert refused.code == 1
    assert "ยังไม่มีแผนที่ครอบคลุมปีงบประมาณ" in refused.err
    assert not out.exists()
