"""The methods that ship give every cell the level that their source says."""

import pytest

from ita_desktop.criteria.risk_methods import preset_methods, preset_scales
from ita_desktop.domain.criteria import Status
from ita_desktop.domain.risk_method import Color, RiskMethod
from ita_desktop.domain.risk_scales import UNCHECKED, source_words

# Rows from likelihood 1 to 5, columns from impact 1 to 5; ต่ำ, ปานกลาง, สูง, สูงม(าก).
CELLS = {
    "A": ("ต ต ต ก ก", "ต ก ก ก ส", "ต ก ส ส ม", "ก ก ส ม ม", "ก ส ม ม ม"),
    "B": ("ต ต ต ก ก", "ต ก ก ส ส", "ต ก ส ส ม", "ก ส ส ม ม", "ก ส ม ม ม"),
    "C": ("ต ต ก ก ก", "ต ก ก ก ส", "ก ก ก ส ส", "ก ก ส ส ม", "ก ส ส ม ม"),
    "D": ("ต ต ต ต ก", "ต ต ก ก ส", "ต ก ก ส ส", "ต ก ส ม ม", "ก ส ส ม ม"),
    "FRA2561": ("ต ต ก", "ต ก ส", "ก ส ส"),
}
WORDS = {"ต": "ต่ำ", "ก": "ปานกลาง", "ส": "สูง", "ม": "สูงมาก"}
COLORS = {
    "ต่ำ": Color.GREEN,
    "ปานกลาง": Color.YELLOW,
    "สูง": Color.ORANGE,
    "สูงมาก": Color.RED,
}


@pytest.mark.parametrize("method", preset_methods(), ids=lambda one: one.id)
def test_every_cell_has_the_level_of_its_source(method: RiskMethod) -> None:
    size = len(method.likelihood)
    steps = range(1, size + 1)
    found = [[method.band_at(row, column) for column in steps] for row in steps]
    cells = [["" if band is None else band.name for band in row] for row in found]
    assert cells == [[WORDS[one] for one in row.split()] for row in CELLS[method.id]]
    if size == 5:
        assert {band.name: band.color for band in method.bands} == COLORS


def test_eight_is_of_two_levels_by_two_methods() -> None:
    a, b, *_ = preset_methods()
    levels = [band.name for band in (a.band_of(8), b.band_of(8)) if band is not None]
    assert levels == ["ปานกลาง", "สูง"]


def test_what_nobody_checked_says_so() -> None:
    assert {one.id: one.status for one in preset_methods()} == {
        "A": Status.UNVERIFIED,
        "B": Status.VERIFIED,
        "C": Status.UNVERIFIED,
        "D": Status.UNVERIFIED,
        "FRA2561": Status.UNVERIFIED,
    }
    for one in (*preset_methods(), *preset_scales()):
        assert one.source
        assert source_words(one).endswith(UNCHECKED) is (one.status is Status.UNVERIFIED)
    assert "ยังไม่ได้ตรวจกับคู่มือ" in preset_methods()[1].source  # its texts are no fact either
