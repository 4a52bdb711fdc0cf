"""What may be entered as a score, and the sentence for what may not."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.score_entry import (
    EXCLUDED,
    looks_odd,
    parse_entry,
    parse_score,
    plain_entry,
)
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits, to_thai_digits

Sets = Mapping[int, Criteria]
ACCEPTED = re.compile(r"0*(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)")
# What people type and paste besides figures: digits and marks of every kind, invisible ones too.
near_figures = st.text(
    alphabet=st.sampled_from("0123456789๐๑๒๓๔๕๖๗๘๙.,-−–+eE%½²٣３ \u00a0\u200b\ufeff\t\n\r/ก")
)
FIGURES = "0123456789๐๑๒๓๔๕๖๗๘๙."
spaces = st.text(alphabet=st.sampled_from(" \t\n\r\u00a0\u2007\u200b\ufeff"), max_size=3)


def read(text: str) -> tuple[Decimal | None, str]:
    """Return the score, or None and the sentence of the refusal."""
    try:
        return parse_score(text), ""
    except ClerkError as refusal:
        return None, str(refusal)


@pytest.mark.parametrize("text", ["๘๘.๑๓", " 88.13 ", "88.๑๓", "\u00a088.13\u200b\r\n", "088.13"])
def test_every_spelling_of_a_score_is_taken(text: str) -> None:
    assert parse_score(text) == Decimal("88.13")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("101", "“101” เกิน 100 คะแนนต้องอยู่ระหว่าง 0 ถึง 100"),
        ("100.01", "“100.01” เกิน 100 คะแนนต้องอยู่ระหว่าง 0 ถึง 100"),
        ("8813", "“8813” เกิน 100 คะแนนต้องอยู่ระหว่าง 0 ถึง 100"),
        ("-1", "“-1” เป็นค่าติดลบ คะแนนต้องอยู่ระหว่าง 0 ถึง 100"),
        ("−๑", "“−๑” เป็นค่าติดลบ คะแนนต้องอยู่ระหว่าง 0 ถึง 100"),
        (
            "๘๘.๑๓๔",
            "“๘๘.๑๓๔” มีทศนิยมเกิน 2 ตำแหน่ง กรุณากรอกตามที่ ป.ป.ช. ประกาศ เช่น 88.13",
        ),
        ("88,13", "“88,13” มีจุลภาค กรุณาใช้จุดทศนิยม เช่น 88.13"),
        ("เก้าสิบ", "“เก้าสิบ” ไม่ใช่คะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13"),
        ("1e2", "“1e2” ไม่ใช่คะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13"),
        ("88.", "“88.” ไม่ใช่คะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13"),
        ("88 .13", "“88 .13” ไม่ใช่คะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13"),
        ("ดี, มาก", "“ดี, มาก” ไม่ใช่คะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13"),
        ("", "ยังไม่มีคะแนน กรุณากรอกตัวเลข 0 ถึง 100 เช่น 88.13"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_is_wanted(text: str, sentence: str) -> None:
    with pytest.raises(ClerkError) as refusal:
        parse_score(text)
    assert str(refusal.value) == sentence


@given(cents=st.integers(0, 10_000), before=spaces, after=spaces, thai=st.booleans())
def test_every_score_round_trips(cents: int, before: str, after: str, *, thai: bool) -> None:
    score = Decimal(cents).scaleb(-2)
    figure = to_thai_digits(str(score)) if thai else str(score)
    entry = parse_score(f"{before}{figure}{after}")
    assert plain_entry(entry) == str(score)
    assert plain_entry(parse_score(plain_entry(entry))) == str(score)


@given(st.text() | near_figures)
@example("٨٨.١٣")
@example("８８")
@example("9" * 5000)
@example("NaN")
@example("Infinity")
@example("1_0")
@example("\ud800")
def test_anything_else_is_a_refusal_in_one_line(text: str) -> None:
    score, sentence = read(text)
    if score is None:
        assert "\n" not in sentence
        assert 0 < len(sentence) < 130
    else:
        figure = "".join(letter for letter in text if letter in FIGURES)
        assert ACCEPTED.fullmatch(to_arabic_digits(figure))
        assert {unicodedata.category(letter)[0] for letter in text} <= {"N", "P", "Z", "C"}
        assert 0 <= score <= 100
        assert score == score.quantize(Decimal("0.01"))


@given(st.text() | near_figures, st.sampled_from(["i1", "e1", "O1", "7", "EIT", "EIT/1", "total"]))
def test_no_text_makes_an_entry_fail_otherwise(sets: Sets, text: str, code: str) -> None:
    try:
        entry = parse_entry(text, code, sets[2566])
    except ClerkError:
        return
    assert entry is EXCLUDED or 0 <= entry <= 100


@pytest.mark.parametrize("text", ["ไม่คิดคะแนน", " ไม่คิด คะแนน ", "ไม่นํามาคิดคะแนน", "N/A", "excluded"])
def test_an_oit_item_may_be_left_out(sets: Sets, text: str) -> None:
    assert parse_entry(text, "O1", sets[2566]) is EXCLUDED


@pytest.mark.parametrize(("text", "score"), [("100", 100), ("๐", 0), ("100.00", 100), (" 0 ", 0)])
def test_an_oit_item_is_all_or_nothing(sets: Sets, text: str, score: int) -> None:
    assert parse_entry(text, "O1", sets[2566]) == score


def test_an_oit_item_takes_no_other_score(sets: Sets) -> None:
    with pytest.raises(ClerkError) as refusal:
        parse_entry(" ๕๐ ", "O1", sets[2566])
    assert str(refusal.value) == ("“๕๐” ใช้กับข้อ O1 ไม่ได้ ข้อ OIT มีได้เพียง 100, 0 หรือ ไม่คิดคะแนน")


@pytest.mark.parametrize("code", ["i1", "e1", "9", "OIT", "total"])
def test_only_an_oit_item_may_be_left_out(sets: Sets, code: str) -> None:
    with pytest.raises(ClerkError, match="ไม่ใช่คะแนน"):
        parse_entry("ไม่คิดคะแนน", code, sets[2566])
    assert parse_entry("50", code, sets[2566]) == 50


@pytest.mark.parametrize("text", ["0.86", "1", "0.01"])
def test_a_share_of_one_looks_odd_and_is_taken(text: str) -> None:
    score = parse_score(text)
    assert looks_odd(score, "i7") == (
        f"คะแนน {text} ของ i7 น้อยผิดปกติ กรุณาตรวจว่าเป็นร้อยละ {score * 100:f} หรือไม่"
    )


@pytest.mark.parametrize("text", ["0", "0.00", "1.01", "86", "100"])
def test_other_scores_do_not_look_odd(text: str) -> None:
    assert looks_odd(parse_score(text), "i7") is None
    assert looks_odd(EXCLUDED, "O1") is None


def test_an_entry_left_out_has_a_word_for_files(sets: Sets) -> None:
    assert plain_entry(EXCLUDED) == "excluded"
    assert parse_entry(plain_entry(EXCLUDED), "O1", sets[2566]) is EXCLUDED
