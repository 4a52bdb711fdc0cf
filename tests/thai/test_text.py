import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.text import find, fold, normalise, one_line, quoted, without_marks

THAI = st.text(
    alphabet=st.one_of(
        st.characters(min_codepoint=0x0E00, max_codepoint=0x0E7F),
        st.sampled_from(" \t\n\r\u00a0\u200b\ufeff\u0301aA๑1"),
        st.sampled_from("เเําีุ่้์ก"),
    )
)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("ท\u0e4d\u0e32", "ท\u0e33"),  # nikhahit, sara aa
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
        ("น\u0e33\u0e49", "น\u0e49\u0e33"),
        ("เเม่", "แม่"),
        ("ท\u0e35\u0e48\u0e48", "ท\u0e35\u0e48"),  # doubled tone
        ("ท\u0e35\u0e35\u0e48", "ท\u0e35\u0e48"),  # doubled vowel
        ("ท\u0e48\u0e35", "ท\u0e35\u0e48"),  # tone before vowel above
        ("ร\u0e49\u0e39", "ร\u0e39\u0e49"),  # tone before vowel below
        ("สิทธ\u0e4c\u0e34", "สิทธ\u0e34\u0e4c"),
        ("ว\u0e32\u0e48", "ว\u0e48\u0e32"),  # tone after sara aa
        ("เ\u0e48ก", "เก\u0e48"),  # tone before its consonant
        ("ก  \nข\t\n", "ก\nข\n"),
        ("ก\u00a0ข", "ก ข"),
        ("ก\u200bข\u200d\ufeff\u2060", "กข"),
        ("ก\r\nข\rค\x0bง", "ก\nข\nค\nง"),
        ("a\x00b", "ab"),
    ],
)
def test_wrong_spelling_is_repaired(wrong: str, right: str) -> None:
    assert normalise(wrong) == right


def test_right_text_stays() -> None:
    text = "  ที่ทำการเทศบาลตำบลวาปีปทุม ผู้ใหญ่ น้ำ เก็บ ก็ พันธุ์ สิทธิ์ เกาะ เปรี๊ยะ\n\nปั้น ฤๅษี"
    assert normalise(text) == text


@given(THAI)
def test_normalising_is_idempotent_and_canonical(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not set("\u200b\ufeff\u00a0\r") & set(once)
    assert all(line == line.rstrip(" \t") for line in once.split("\n"))


@given(THAI)
def test_folding_does_not_see_spaces_or_wrong_spelling(text: str) -> None:
    assert fold(normalise(text)) == fold(text)
    assert not any(letter.isspace() for letter in fold(text))


def test_folded_heads_are_equal() -> None:
    assert fold("ผลการ\nประเมิน  ITA ๒๕๖๖") == fold("ผลการประเมิน Ita 2566") == "ผลการประเมินita2566"
    assert fold("ด\u0e4d าเนินการ") == "ดำเนินการ"


def test_finding() -> None:
    text = "มาตรการ ป้องกัน\nการทุจริต ปี ๒๕๖๖ (IIT)"
    assert find(text, "ป้องกันการทุจริต")
    assert find(text, "2566 (iit)")
    assert find(text, "")
    assert not find(text, "ปองกัน")
    assert find(text, "ปองกัน", ignore_marks=True)
    assert find("ศูนย", "ศูนย์", ignore_marks=True)
    assert not find(text, "ปราบปราม", ignore_marks=True)


def test_without_marks_keeps_vowels() -> None:
    assert without_marks("เก็บน้ำที่ศูนย์ จ๋า โต๊ะ") == "เกบนำทีศูนย จา โตะ"


def test_one_line() -> None:
    assert one_line(" ก\n\u00a0\tข  ค ") == "ก ข ค"


def test_a_long_text_is_quoted_short_and_on_one_line() -> None:
    assert quoted("ก\nข") == "“ก ข”"
    assert quoted("ก" * 41) == f"“{'ก' * 40}…”"


@pytest.mark.parametrize(
    ("before", "word", "kept"), [(38, "ครั้ง", "ค"), (39, "ใจ", ""), (39, "ทำ", ""), (37, "ครู", "ครู")]
)
def test_a_letter_is_not_quoted_without_its_marks(before: int, word: str, kept: str) -> None:
    assert quoted("ก" * before + word + "ก" * 9) == f"“{'ก' * before}{kept}…”"
