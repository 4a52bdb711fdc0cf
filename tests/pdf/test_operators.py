import re

import pytest

from ita_desktop.pdf.operators import glyph_operators, move_operator, number, spoken
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.harfbuzz import Glyph, open_font
from ita_desktop.typesetting.shaping import shape

FACE = bundled_typeface()
FONT = open_font(FACE.file())


def operators(text: str) -> str:
    return spoken(text, glyph_operators(shape(text, FACE.file()).glyphs, FONT, 10))


def test_a_line_says_its_source_text_whatever_the_glyphs_are() -> None:
    (said,) = re.findall("<FEFF([0-9A-F]+)>", operators("น้ำ <b>(\\"))
    assert bytes.fromhex(said).decode("utf-16-be") == "น้ำ <b>(\\"
    assert operators("น้ำ").endswith(" EMC")


def test_plain_letters_are_one_run_of_glyph_numbers() -> None:
    first, second = (glyph.id for glyph in shape("กข", FACE.file()).glyphs)
    assert f"[<{first:04X}{second:04X}>]TJ" in operators("กข")


def test_offsets_move_a_mark_and_nothing_after_it() -> None:
    base = shape("ก", FACE.file()).glyphs[0]
    mark = Glyph(id=base.id, advance=0, x=-100, y=50, letters="")
    wide = FONT.width(base.id)
    found = glyph_operators((base, mark, base), FONT, 10)
    assert found.count("TJ") == 3, "before, raised, after"
    assert "0.5 Ts" in found
    assert "0 Ts" in found
    moves = [int(move) for move in re.findall(r"\[(-?\d+)<", found)]
    assert moves == pytest.approx([100, -100 + wide], abs=1)


def test_the_rise_does_not_outlive_its_line() -> None:
    base = shape("ก", FACE.file()).glyphs[0]
    raised = Glyph(id=base.id, advance=0, x=0, y=50, letters="")
    assert re.search(r"TJ 0 Ts \[\d+\]TJ$", glyph_operators((raised,), FONT, 10))
    assert re.search(r"TJ 3 Ts \[\d+\]TJ$", glyph_operators((raised,), FONT, 10, rise=3))


def test_the_pen_ends_behind_the_last_advance_whatever_the_glyphs_are_wide() -> None:
    base = shape("ก", FACE.file()).glyphs[0]
    narrow = Glyph(id=base.id, advance=base.advance - 40, x=0, y=0, letters="")
    assert glyph_operators((narrow,), FONT, 10).endswith(f"<{base.id:04X}>40]TJ")
    assert glyph_operators((base,), FONT, 10).endswith(f"<{base.id:04X}>]TJ")


def test_a_move_is_in_thousandths_of_the_size() -> None:
    assert move_operator(3, 12) == "[-250]TJ"


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-0.0001, "0"), (1.5, "1.5"), (1e-9, "0"), (123456.7891, "123456.789")],
)
def test_numbers_have_no_exponent(value: float, written: str) -> None:
    assert number(value) == written
