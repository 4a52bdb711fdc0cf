"""``check``: what a year lacks, and code 3 where errors are found."""

from pathlib import Path

from ita_desktop.workflows.rounds import close_round
from tests.workflows.clean_year import clean_file

from .conftest import Run


def test_errors_are_found_and_told_with_code_3_and_nothing_is_written(
    run: Run, sample: Path
) -> None:
    before = sample.read_bytes()
    answer = run("check", sample, "--year", "๒๕๖๖")
    assert (answer.code, answer.err) == (3, "")
    assert list(answer.result["years"]) == ["2566"]
    worst = answer.result["years"]["2566"][0]
    assert (worst["severity"], worst["item"], worst["points"]) == ("error", "O42", "2.00")
    assert answer.result["counts"]["error"] > 0
    assert worst["content"].startswith("มีการกำหนดแนวทาง")
    assert answer.result["points"]["2566"] != "0.00"
    assert sample.read_bytes() == before


def test_a_year_without_errors_is_done(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clean.ita"
    file = clean_file(path)
    close_round(file, 2566, 6)  # its reports go on as those of the year
    file.close()
    answer = run("check", path, "--year", "2566")
    assert (answer.code, answer.result["counts"]["error"]) == (0, 0)
    assert answer.result["points"] == {"2566": "0.00"}


def test_a_year_that_is_not_there_is_refused(run: Run, sample: Path) -> None:
    answer = run("check", sample, "--year", "2570")
    assert (answer.code, answer.out) == (1, "")
    assert "2570" in answer.err
