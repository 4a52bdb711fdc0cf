"""Papers of risks from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ita_desktop.xlsx.keys import mark_in, round_in

Run = Callable[..., Any]


def test_documents_lists_the_papers_of_risks(run: Run) -> None:
    formats = {one["id"]: one["formats"] for one in run("documents").result}
    assert formats["risk-matrix"] == ["pdf"]
    for paper in ("risk-register", "risk-progress", "risk-plan-table"):
        assert formats[paper] == ["pdf", "xlsx"]


def test_the_round_asked_for_is_that_of_the_workbook(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    out = tmp_path / "รายงาน.xlsx"
    arguments = ("export", sample, "risk-progress", "--year", "2566", "--round", "6")
    answer = run(*arguments, "-o", out)
    assert (answer.code, answer.err) == (0, "")
    book = load_workbook(out)
    keywords = book.properties.keywords or ""
    assert (mark_in(keywords), round_in(keywords)) == (("risk-progress", 2566), 6)
    book.close()


def test_the_matrix_is_one_page_and_no_workbook(run: Run, tmp_path: Path, sample: Path) -> None:
    out = tmp_path / "เมทริกซ์"
    arguments = ("export", sample, "risk-matrix", "--year", "2566")
    answer = run(*arguments, "-o", out.with_suffix(".pdf"))
    assert (answer.code, answer.result["pages"]) == (0, 1)
    refused = run(*arguments, "-o", out.with_suffix(".xlsx"))
    assert refused.code == 1
    assert "กรุณาเลือก pdf" in refused.err
    assert not out.with_suffix(".xlsx").exists()
