"""Levels, lists and methods in words, as papers of risks print them."""

from dataclasses import replace

import pytest

from ita_desktop.documents.number_ranges import number_ranges
from ita_desktop.documents.risk_cells import (
    bands_line,
    controls,
    events,
    level_words,
    levels,
    limits_of,
    method_words,
    score_words,
)
from ita_desktop.domain.criteria import Status
from ita_desktop.domain.risk_levels import standing
from ita_desktop.domain.risk_method import LevelBand
from ita_desktop.domain.risk_scales import own_copy
from ita_desktop.domain.risks import Process, Risk, Treatment

from .risk_registers import method

A = method("A")


@pytest.mark.parametrize(
    ("likelihood", "impact", "level", "number_first", "word_first"),
    [
        (3, 4, "", "12 (สูง)", "สูง (12)"),
        (3, 4, "ต่ำ", "12 (สูง)", "สูง (12)"),  # numbers win over the word
        (None, None, "สูง", "สูง", "สูง"),
        (None, None, "12", "12 (สูง)", "สูง (12)"),
        (None, None, "สูง (12)", "12 (สูง)", "สูง (12)"),
        (None, None, "เสี่ยงปานกลาง", "เสี่ยงปานกลาง", "เสี่ยงปานกลาง"),
        (None, None, "รุนแรง 12", "รุนแรง 12", "รุนแรง 12"),  # of another method: as it is
        (None, None, "", "", ""),
        (3, None, "", "", ""),
    ],
)
def test_a_level_says_what_is_known_of_it(
    likelihood: int | None, impact: int | None, level: str, number_first: str, word_first: str
) -> None:
    stands = standing(A, likelihood, impact, level)
    assert score_words(stands) == number_first
    assert level_words(stands) == word_first


def test_a_product_without_a_band_is_printed_alone() -> None:
    holed = replace(A, bands=A.bands[:1])
    assert score_words(standing(holed, 3, 4)) == "12"
    assert level_words(standing(holed, 3, 4)) == "12"


def process(*risks: Risk, level: str = "") -> Process:
    return Process(id=1, fiscal_year=2566, level=level, risks=risks)


def test_a_word_for_the_whole_process_is_one_line() -> None:
    three = process(Risk(id=1), Risk(id=2), Risk(id=3), level="สูง")
    assert levels(A, three) == "สูง"
    assert levels(A, process(Risk(id=1))) == ""


def test_levels_of_their_own_are_a_line_each_in_the_order_of_the_events() -> None:
    own = Risk(id=1, level="สูง")
    placed = Risk(id=2, likelihood=2, impact=2)
    nothing = Risk(id=3)
    assert levels(A, process(own, placed)) == "สูง\nปานกลาง (4)"
    assert levels(A, process(own, nothing)) == "สูง\n–"
    assert levels(A, process(own, nothing, level="ต่ำ")) == "สูง\nต่ำ"
    assert levels(A, process(own, own)) == "สูง\nสูง"


def test_one_event_has_no_number_unless_it_has_a_marker() -> None:
    assert events(process(Risk(id=1, text="ก"))) == "ก"
    assert events(process(Risk(id=1, text="ก", marker="({n}) "))) == "(1) ก"
    assert events(process(Risk(id=1, text="ก"), Risk(id=2, text="ข"))) == "1. ก\n2. ข"
    dashed = (Risk(id=n, text=text, marker="- ") for n, text in enumerate("กข"))
    assert events(process(*dashed)) == "- ก\n- ข"


def test_a_treatment_without_words_is_called_by_its_measure_else_its_project() -> None:
    own = Treatment(id=1, text="ก", measure=7, project="โครงการที่ 1")
    linked = Treatment(id=2, measure=7, project="โครงการที่ 1")
    planned = Treatment(id=3, measure=8, project="โครงการที่ 1")
    words = {7: "ทะเบียนคุมรถ"}
    assert controls([own, linked, planned], words) == "1. ก\n2. ทะเบียนคุมรถ\n3. โครงการที่ 1"
    assert controls([own], words) == "ก"
    assert controls([], words) == ""


def test_a_method_says_its_source_and_that_nobody_checked_it() -> None:
    plain = replace(A, name="แบบ ก", source="คู่มือ", status=Status.VERIFIED, own=False)
    unchecked = replace(plain, status=Status.UNVERIFIED)
    assert method_words(plain) == "แบบ ก (ที่มา: คู่มือ)"
    assert method_words(unchecked) == "แบบ ก (ที่มา: คู่มือ, ยังไม่ได้ตรวจกับคู่มือ)"
    assert method_words(own_copy(unchecked)) == "แบบ ก (หน่วยงานปรับ)"
    assert method_words(replace(unchecked, own=True)) == "แบบ ก (ปรับปรุงโดยหน่วยงาน)"
    assert method_words(replace(plain, source="")) == "แบบ ก"


def test_the_line_of_bands_names_all_of_them_with_their_limits() -> None:
    plain = replace(A, name="แบบ ก", status=Status.VERIFIED, own=False)
    bands = "ต่ำ 1–3, ปานกลาง 4–8, สูง 9–14, สูงมาก 15–25"
    assert bands_line(plain) == f"ระดับความเสี่ยงตามเกณฑ์ แบบ ก: {bands}"
    unchecked = replace(plain, status=Status.UNVERIFIED)
    assert "(ยังไม่ได้ตรวจกับคู่มือ)" in bands_line(unchecked)


def test_one_product_alone_is_no_range() -> None:
    band = LevelBand(name="ก", color=A.bands[0].color, first=4, last=4)
    assert limits_of(band) == "4"


def test_numbers_in_a_row_are_said_from_to() -> None:
    assert number_ranges([]) == ""
    assert number_ranges([9, 1, 2, 3, 5, 6]) == "1–3, 5, 6, 9"
