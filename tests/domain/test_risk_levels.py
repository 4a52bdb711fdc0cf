"""What a typed level or step means, and how a risk stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.risk_levels import (
    UNKNOWN,
    parse_level,
    parse_step,
    read_level,
    standing,
    standing_after,
    standing_of,
)
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Risk
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_thai_digits

A, B, *_ = preset_methods()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("สูง", "สูง"),
        (" สูง\nมาก ", "สูงมาก"),
        ("๑๒", "12"),
        ("12 (สูง)", "สูง (12)"),
        ("สูง ๑๒", "สูง (12)"),
        ("ต่ำ = 2", "ต่ำ (2)"),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_level_is_kept_as_its_word_its_number_or_both(typed: str, kept: str) -> None:
    assert parse_level(typed, A) == kept
    assert parse_level(kept, A) == kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("สูงมากๆ", "ไม่รู้จักระดับ “สูงมากๆ” กรุณาใช้คำใดคำหนึ่ง: ต่ำ, ปานกลาง, สูง, สูงมาก"),
        ("7", "ไม่ใช่คะแนนความเสี่ยงของเกณฑ์นี้"),
        ("26", "ไม่ใช่คะแนนความเสี่ยงของเกณฑ์นี้"),
        ("3 4", "ไม่ใช่คะแนนความเสี่ยงของเกณฑ์นี้"),
        ("๘ (สูง)", "คะแนน 8 อยู่ในระดับปานกลาง"),
        ("O", "ไม่รู้จักระดับ “O”"),
    ],
)
def test_a_level_that_the_method_does_not_have_is_refused_in_one_sentence(
    typed: str, said: str
) -> None:
    with pytest.raises(ClerkError, match=said.replace("(", r"\(").replace(")", r"\)")):
        parse_level(typed, A)


def test_a_product_of_8_is_middling_by_a_and_high_by_b() -> None:
    assert parse_level("8 (ปานกลาง)", A) == "ปานกลาง (8)"
    assert parse_level("8 (สูง)", B) == "สูง (8)"
    assert standing(A, 2, 4).words == "ปานกลาง"
    assert standing(B, 2, 4).words == "สูง"


@pytest.mark.parametrize("typed", ["4", "๔", "สูง", "4 สูง", "สูง (๔)", "4 - สูง", " 4 "])
def test_a_step_is_taken_by_number_and_by_name(typed: str) -> None:
    assert parse_step(typed, A.likelihood, "โอกาส") == 4


@pytest.mark.parametrize("typed", ["", "-", "–", " "])
def test_no_step_is_taken_back(typed: str) -> None:
    assert parse_step(typed, A.impact, "ผลกระทบ") is None


@pytest.mark.parametrize("typed", ["6", "0", "2.5", "O", "4 ต่ำ", "สูง 3", "4 5", "-1a"])
def test_a_step_that_the_scale_does_not_have_is_refused_with_those_it_has(typed: str) -> None:
    known = "กรุณากรอกค่าใดค่าหนึ่ง: 1 น้อยมาก, 2 น้อย, 3 ปานกลาง, 4 สูง, 5 สูงมาก"
    with pytest.raises(ClerkError, match=known):
        parse_step(typed, A.likelihood, "โอกาส")


def test_numbers_win_over_words_and_words_over_those_of_the_process() -> None:
    process = Process(id=1, fiscal_year=2566, level="ต่ำ")
    assert standing_of(A, process, Risk(id=1)).words == "ต่ำ"
    assert standing_of(A, process, Risk(id=1, level="สูง")).words == "สูง"
    placed = Risk(id=1, level="สูง", likelihood=5, impact=5)
    assert standing_of(A, process, placed).score == 25
    assert standing_of(A, process, placed).words == "สูงมาก"
    half = Risk(id=1, level="สูง", likelihood=5)
    assert standing_of(A, process, half).words == "สูง"


def test_a_word_without_a_number_stays_a_word() -> None:
    high = standing(A, None, None, "สูง")
    assert (high.score, high.words) == (None, "สูง")
    assert high.band is A.bands[2]


def test_what_is_after_treatment_is_its_own() -> None:
    assert standing_after(A, Risk(id=1, likelihood=5, impact=5)) == UNKNOWN
    after = Risk(id=1, after_likelihood=1, after_impact=2)
    assert standing_after(A, after).words == "ต่ำ"


def test_a_word_of_another_method_is_said_as_it_stands() -> None:
    odd = standing(A, None, None, "ค่อนข้างสูง")
    assert (odd.band, odd.words) == (None, "ค่อนข้างสูง")


@given(st.sampled_from(preset_methods()), st.data())
def test_every_level_a_method_can_give_is_taken_in_any_form(
    method: RiskMethod, data: st.DataObject
) -> None:
    likelihood = data.draw(st.sampled_from(method.likelihood)).value
    impact = data.draw(st.sampled_from(method.impact)).value
    band = method.band_at(likelihood, impact)
    score = likelihood * impact
    assert band is not None
    for form in (str(score), f"{score} ({band.name})", f"{band.name} {score}", band.name):
        for typed in (form, to_thai_digits(form)):
            kept = parse_level(typed, method)
            assert read_level(kept, method)[1] is band
