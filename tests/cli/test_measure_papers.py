"""Papers of measures from the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.documents.layout import OFFICIAL, official_layout
from ita_desktop.workflows.layouts import add_copy
from ita_desktop.workflows.opening import open_to_write
from ita_desktop.xlsx.keys import mark_in, round_in

Run = Callable[..., Any]


def test_documents_lists_the_papers_of_measures(run: Run) -> None:
    listed = {one["id"]: one for one in run("documents").result}
    assert listed.keys() >= set(OFFICIAL)
    for name in OFFICIAL:
        assert listed[name] == {
            "id": name,
            "title": official_layout(name).name,
            "formats": ["pdf", "xlsx"],
        }


def test_the_round_asked_for_is_that_of_the_workbook(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    out = tmp_path / "รายงาน.xlsx"
    arguments = ("export", sample, "measures-six-month", "--year", "2566", "--round", "6")
    answer = run(*arguments, "-o", out)
    assert (answer.code, answer.err) == (0, "")
    book = load_workbook(out)
    keywords = book.properties.keywords or ""
    assert (mark_in(keywords), round_in(keywords)) == (("measures-six-month", 2566), 6)
    book.close()


@pytest.mark.parametrize("paper", ["score-summary", "measures-plan", "action-calendar"])
def test_a_round_may_be_given_for_a_paper_without_rounds(
    run: Run, tmp_path: Path, sample: Path, paper: str
) -> None:
    out = tmp_path / "แผน.pdf"
    answer = run("export", sample, paper, "--year", "2566", "--round", "6", "-o", out)
    assert (answer.code, answer.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF")


def test_an_own_layout_is_exported_by_its_id(run: Run, tmp_path: Path, sample: Path) -> None:
    file = open_to_write(sample)
    own = add_copy(file, official_layout("measures-plan"), "แผนของเรา")
    file.close()
    answer = run("export", sample, own.id, "--year", "2566", "-o", tmp_path / "แผน.xlsx")
    assert (answer.code, answer.result["document"]) == (0, own.id)
    answer = run("export", sample, "measures-plan~9", "--year", "2566", "-o", tmp_path / "x.pdf")
    assert answer.code == 1
    assert own.id in answer.err
