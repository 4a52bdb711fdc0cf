from pathlib import Path

import pytest

from ita_desktop.typesetting.faces import bundled_typeface, typeface
from ita_desktop.typesetting.shaping import missing_letters, shape
from tests.typesetting.widths import text_width

FACE = bundled_typeface()


@pytest.mark.parametrize("word", ["ปั้น", "ญู", "ฐู", "ที่", "น้ำ", "ฟื้น", "ภู่"])
def test_marks_take_no_width(word: str) -> None:
    bare = "".join(letter for letter in word if not "่" <= letter <= "๎" and letter not in "ัีืู")
    assert text_width(word, FACE) == pytest.approx(
        text_width(bare.replace("ำ", "า"), FACE), abs=0.2
    )


def test_tone_mark_moves_down_where_no_vowel_is_under_it() -> None:
    def tone(word: str) -> tuple[int, float]:
        glyph = shape(word, FACE.file()).glyphs[-1]
        return glyph.id, glyph.y

    assert tone("ป่") != tone("ปี่")


def test_width_grows_with_size_and_weight() -> None:
    word = "มาตรการ"
    assert text_width(word, FACE, size=32) == pytest.approx(2 * text_width(word, FACE))
    assert text_width(word, FACE, bold=True) > text_width(word, FACE)


def test_bundled_face_is_as_wide_as_the_official_one(official_font: Path) -> None:
    text = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
    official = text_width(text, typeface(str(official_font)))
    assert text_width(text, FACE) == pytest.approx(official, rel=0.03)


def test_letters_the_face_lacks_are_named_once_in_order() -> None:
    assert missing_letters("ก😀ข ລ😀", FACE) == ("😀", "ລ")


@pytest.mark.parametrize("text", ["", "ผู้ว่าฯ ๑๒ (R&D) “ก” – 50%…", "\t\n\u200b\ufeff\u00a0", "é"])
def test_nothing_is_missing_in_official_prose(text: str) -> None:
    assert missing_letters(text, FACE) == ()


def test_a_missing_letter_leaves_a_gap_and_no_box() -> None:
    (glyph,) = shape("😀", FACE.file()).glyphs
    assert glyph.id == shape(" ", FACE.file()).glyphs[0].id


def test_control_letters_are_not_drawn_and_a_tab_looks_like_a_space() -> None:
    assert shape("\x07\u200b", FACE.file()).width == 0
    (tab,), (space,) = (shape(letter, FACE.file()).glyphs for letter in "\t ")
    assert (tab.id, tab.advance) == (space.id, space.advance)


@pytest.mark.parametrize("word", ["ปั้น", "น้ำ", "กำ", "file", "ที่ทำการ", "ก่ำ้"])
def test_glyphs_tell_the_letters_they_stand_for(word: str) -> None:
    said = "".join(glyph.letters for glyph in shape(word, FACE.file()).glyphs)
    assert sorted(said.replace("ํ", "").replace("า", "")) == sorted(
        word.replace("ำ", "").replace("า", "")
    )
