"""Scores entered one by one and many at once."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.scores.year_scores import (
    enter_score,
    propose,
    put_entries,
    score_name,
    year_result,
)


def test_what_a_text_would_do_is_said_before_anything_is_written(file: DataFile) -> None:
    criteria = criteria_of(file, 2565)
    entries = {"i1": Decimal("88.13"), "O1": Decimal(100), "i3": Decimal(90)}
    texts = {"i1": " ๘๘.๑๓ ", "i2": "101", "O1": "ไม่คิดคะแนน", "i3": "  ", "O2": "50", "EIT/1": "90"}
    found = {p.code: p for p in propose(criteria, entries, texts)}
    assert {code: p.changes for code, p in found.items()} == {
        "i1": False,
        "i2": False,
        "O1": True,
        "i3": True,
        "O2": False,
        "EIT/1": True,
    }
    assert (found["O1"].before, found["O1"].after) == (Decimal(100), EXCLUDED)
    assert found["i3"].after is None
    assert "เกิน 100" in found["i2"].refused
    assert "O2" in found["O2"].refused
    assert found["i2"].text == "101"


@pytest.mark.parametrize("text", ["101", "-1", "๘๘.๑๓๔", "88,13", "เก้าสิบ", "1e2"])
def test_a_text_that_is_no_score_is_refused_and_the_old_score_stays(
    file: DataFile, text: str
) -> None:
    criteria = criteria_of(file, 2565)
    enter_score(file, criteria, "i7", "๘๘.๑๓")
    with pytest.raises(ClerkError):
        enter_score(file, criteria, "i7", text)
    assert entries_of(file, 2565) == {"i7": Decimal("88.13")}
    undo = file.next_undo()
    assert undo is not None
    assert undo.name == "แก้คะแนน i7"


def test_a_score_is_written_as_it_was_typed_and_taken_away_by_nothing(file: DataFile) -> None:
    criteria = criteria_of(file, 2565)
    enter_score(file, criteria, "4", "88.10")
    assert str(entries_of(file, 2565)["4"]) == "88.10"
    enter_score(file, criteria, "4", " ")
    assert entries_of(file, 2565) == {}
    undo = file.next_undo()
    assert undo is not None
    assert undo.name == "ลบคะแนน ตัวชี้วัดที่ 4"
    file.undo()
    assert str(entries_of(file, 2565)["4"]) == "88.10"


def test_many_scores_are_one_deed_that_adds_the_year(
    file: DataFile, seed_indicators: Mapping[str, str]
) -> None:
    entries = {code: Decimal(score) for code, score in seed_indicators.items()}
    put_entries(file, 2564, entries, "วางคะแนน 10 ค่า")
    assert fiscal_years(file) == (2564, 2565)
    assert year_result(file, 2564).total.complete
    file.undo()
    assert fiscal_years(file) == (2565,)
    assert file.next_undo() is None


def test_seed_001_comes_to_its_printed_figures(
    file: DataFile, seed_indicators: Mapping[str, str]
) -> None:
    put_entries(file, 2565, {c: Decimal(s) for c, s in seed_indicators.items()}, "ป.ป.ช.")
    result = year_result(file, 2565)
    shown = {code: figure.shown for code, figure in result.instruments.items()}
    assert shown == {"IIT": Decimal("90.42"), "EIT": Decimal("95.66"), "OIT": Decimal("100.00")}
    put_entries(file, 2565, {"EIT": Decimal("95.65")}, "ตามประกาศ")
    result = year_result(file, 2565)
    assert result.instruments["EIT"].difference == Decimal("-0.01")
    assert [str(score) for score in result.weighted.values()] == ["27.13", "28.69", "40.00"]
    assert result.total.shown == Decimal("95.82")


def test_a_year_without_criteria_is_refused(file: DataFile) -> None:
    with pytest.raises(ClerkError, match="ยังไม่มีเกณฑ์ประเมินปี 2600"):
        year_result(file, 2600)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("i7", "i7"),
        ("O42", "O42"),
        ("10", "ตัวชี้วัดที่ 10"),
        ("EIT", "EIT"),
        ("EIT/1", "EIT ส่วนที่ 1"),
        ("6/2", "ตัวชี้วัดที่ 6 ส่วนที่ 2"),
        ("total", "รวม"),
    ],
)
def test_scores_have_names_in_running_text(code: str, name: str) -> None:
    assert score_name(code) == name
