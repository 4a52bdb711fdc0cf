"""``new-year``: what a fiscal year takes over from an earlier one, listed and then done once."""

from pathlib import Path

from .conftest import Run


def test_it_is_listed_then_done_then_nothing_comes_again(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    years = ("--from", "๒๕๖๖", "--to", "2567")
    tried = run("new-year", sample, *years, "--dry-run")
    assert (tried.code, tried.err) == (0, "")
    assert sample.read_bytes() == before
    done = run("new-year", sample, *years)
    assert done.result == tried.result
    assert (done.result["from"], done.result["to"]) == (2566, 2567)
    parts = {part["part"]: part for part in done.result["parts"]}
    assert [*parts] == ["year", "office", "measures", "calendar", "risks", "plan", "oit", "texts"]
    assert parts["oit"]["comes"][3]["about"].startswith("เป็น O7")
    assert {"year": 2566, "code": "O10", "why": "ไม่มีข้อที่สืบต่อในปี 2567"}.items() <= (
        next(one for one in done.result["unmapped"] if one["code"] == "O10").items()
    )
    assert run("dump", sample, "--year", 2567).result["years"]["2567"]["measures"]
    again = run("new-year", sample, *years)
    assert (again.code, again.result["counts"]["comes"]) == (0, 0)


def test_two_years_at_once_say_which_items_have_none_to_go_on_as(run: Run, sample: Path) -> None:
    answer = run("new-year", sample, "--from", 2566, "--to", 2568, "--dry-run")
    unmapped = [(one["year"], one["code"]) for one in answer.result["unmapped"]]
    assert unmapped[-1] == (2568, "O22")
    assert len(unmapped) == 11


def test_a_year_without_criteria_is_refused_with_what_to_do(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    answer = run("new-year", sample, "--from", 2566, "--to", 2575)
    assert (answer.code, answer.out) == (1, "")
    assert "นำเข้าชุดเกณฑ์" in answer.err
    assert sample.read_bytes() == before


def test_both_years_must_be_told(run: Run, sample: Path) -> None:
    assert run("new-year", sample, "--from", 2566).code == 2
