from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.typesetting.faces import Typeface, bundled_typeface, typeface
from ita_desktop.typesetting.metrics import ascent, line_pitch
from ita_desktop.typesetting.shaping import shape

TALL = ("ปั้น", "ฟื้", "ปิ๊", "น้ำ", "ที่", "ฬื้", "ญู", "ฐู", "ฏู", "ฎุ", "ปู", "ฤๅ", "(Å)", "|")


def test_pitch_of_sixteen_points_is_twenty_one() -> None:
    assert line_pitch(16) == 21
    assert 0 < ascent(16) < line_pitch(16)


def _ink(file: Path, glyph: int) -> tuple[float, float]:
    """Return the lowest and highest edge of a glyph's ink, thousandths of the em."""
    library: Any = import_module("uharfbuzz")  # it carries no types
    face = library.Face(library.Blob(file.read_bytes()))
    extents = library.Font(face).get_glyph_extents(glyph)
    top = extents.y_bearing
    return (top + extents.height) * 1000 / face.upem, top * 1000 / face.upem


def _faces() -> list[Typeface]:
    official = Path(__file__).resolve().parents[3] / "shared" / "fonts" / "THSarabunNew.ttf"
    return [bundled_typeface(), *([typeface(str(official))] if official.exists() else [])]


@pytest.mark.parametrize("face", _faces(), ids=lambda face: face.family)
@pytest.mark.parametrize("bold", [False, True])
def test_no_mark_reaches_the_next_line_or_a_rule_half_a_point_away(
    face: Typeface, *, bold: bool
) -> None:
    file = face.file(bold=bold)
    edges = [
        (edge + glyph.y) * face.points(16) / 1000
        for word in TALL
        for glyph in shape(word, face.file(bold=bold)).glyphs
        for edge in _ink(file, glyph.id)
    ]
    assert max(edges) - min(edges) <= line_pitch(16)
    assert max(edges) <= ascent(16) + 0.5
    assert -min(edges) <= line_pitch(16) - ascent(16) + 0.5
