import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.lines import Measure, break_lines
from tests.typesetting.widths import text_width

FACE = bundled_typeface()
SYLLABLES = ("การ", "ที่", "น้ำ", "ปั้น", " ", "  ", "\n", "\t", "ๆ", "เกี่ยว", "R&D", "<b>", "😀", "ลຂ")


def at_syllables(text: str, _own: frozenset[str]) -> tuple[int, ...]:
    """A stand-in for the word breaker: a line may end after a space and before กา and ที่."""
    return tuple(
        place
        for place in range(1, len(text))
        if text[place] != " " and (text[place - 1] == " " or text.startswith(("การ", "ที่"), place))
    )


texts = st.lists(st.sampled_from(SYLLABLES), max_size=60).map("".join)


@given(texts, st.floats(min_value=-5, max_value=400), st.booleans())
def test_lines_joined_are_the_source(text: str, width: float, bold: bool) -> None:  # noqa: FBT001
    lines = break_lines(text, width, FACE, bold=bold, opportunities=at_syllables)
    assert "".join(line.text for line in lines) == text


@given(texts.map(lambda text: text.replace("\t", "")), st.floats(min_value=40, max_value=400))
def test_no_line_is_wider_than_asked_and_none_is_set_too_early(text: str, width: float) -> None:
    lines = break_lines(text, width, FACE, opportunities=at_syllables)
    assert all(line.width <= width + 0.01 for line in lines)
    ends = [*at_syllables(text, frozenset()), len(text)]
    start = 0
    for line in lines[:-1]:
        start += len(line.text)
        if line.final:
            continue
        piece = text[start : next(end for end in ends if end > start)]
        word = piece.partition("\n")[0].rstrip()
        if text_width(word, FACE) <= width:  # a wider one begins a line of its own and is cut
            assert text_width(line.text + word, FACE) > width - 0.5


@given(st.text(max_size=200), st.floats(min_value=1, max_value=300))
def test_any_text_of_any_script_keeps_its_letters(text: str, width: float) -> None:
    lines = break_lines(text, width, FACE, opportunities=at_syllables)
    assert "".join(line.text for line in lines) == text
    drawn = "".join(word for line in lines for word in line.words)
    assert [letter for letter in drawn if not letter.isspace()] == [
        letter for letter in text if not letter.isspace()
    ]


def test_newlines_end_lines_and_space_hangs() -> None:
    lines = break_lines("ก ข\n\nค ", 200, FACE, opportunities=at_syllables)
    assert [line.text for line in lines] == ["ก ข\n", "\n", "ค "]
    assert [line.words for line in lines] == [("ก ", "ข"), (), ("ค",)]
    assert [line.final for line in lines] == [True, True, True]


def test_only_the_last_line_of_a_paragraph_is_final() -> None:
    lines = break_lines("การ" * 30 + "\nการ", 100, FACE, opportunities=at_syllables)
    finals = [line.final for line in lines]
    assert finals[-2:] == [True, True]
    assert not any(finals[:-2])


def test_a_word_stays_whole_while_it_fits_a_line() -> None:
    width = text_width("การการ", FACE)
    lines = break_lines("การการการ", width, FACE, opportunities=at_syllables)
    assert [line.text for line in lines] == ["การการ", "การ"]


def test_an_endless_word_is_cut_between_letters_with_their_marks() -> None:
    lines = break_lines("เกี๊ยะน้ำปั้น" * 400, 160, FACE, opportunities=lambda _text, _own: ())
    assert len(lines) > 100
    for line in lines[1:]:
        first = line.text[0]
        assert unicodedata.category(first) != "Mn"
        assert first not in "ะาำ"
    assert not any(line.text.endswith(("เ", "แ", "โ", "ไ", "ใ")) for line in lines)


def test_first_line_is_narrower_by_the_indent() -> None:
    plain = break_lines("การ" * 40, 200, FACE, opportunities=at_syllables)
    indented = break_lines(
        "การ" * 40, Measure(200, first_indent=70), FACE, opportunities=at_syllables
    )
    assert indented[0].width <= 130
    assert indented[1].width == pytest.approx(plain[0].width)


def test_the_word_breaker_of_the_program_is_used_with_the_offices_names() -> None:
    own = frozenset({"วาปีปทุม"})
    text = "เทศบาลตำบลวาปีปทุม" * 5
    width = text_width("เทศบาลตำบลวาปี", FACE)
    lines = break_lines(text, width, FACE, own_words=own)
    assert not any(line.text.endswith("วาปี") for line in lines)
    assert "".join(line.text for line in lines) == text
