import pytest

from ita_desktop.documents.model import Cell, Column, Digits, Row
from ita_desktop.pdf.bands import body_band
from ita_desktop.pdf.grid import PADDING_Y, PITCH, Band, below
from ita_desktop.pdf.setting import Setting
from ita_desktop.typesetting.faces import bundled_typeface

SETTING = Setting(bundled_typeface(), Digits.THAI)
EDGES = (0.0, 100.0, 200.0)
TWO = (Column(width=1), Column(width=1))
ONE_LINE = PITCH + 2 * PADDING_Y


def row(*contents: str | Cell | None) -> Row:
    return Row(cells=tuple(Cell(content=one) if isinstance(one, str) else one for one in contents))


def test_a_row_is_as_high_as_its_tallest_cell() -> None:
    band = body_band([row("ก", "ก\nข\nค"), row("", "")], TWO, EDGES, SETTING)
    assert band.heights == pytest.approx((3 * PITCH + 2 * PADDING_Y, ONE_LINE))


def test_what_a_spanning_cell_lacks_its_rows_share() -> None:
    rows = [row(Cell(content="ก\n" * 4 + "ก", rows=2), "ข"), row(None, "ค")]
    band = body_band(rows, TWO, EDGES, SETTING)
    assert band.heights[0] == pytest.approx(band.heights[1])
    assert band.height == pytest.approx(5 * PITCH + 2 * PADDING_Y)


def test_a_band_under_another_has_the_rows_of_both() -> None:
    one = body_band([row("ก", "ข")], TWO, EDGES, SETTING)
    assert below(one, one).height == pytest.approx(2 * ONE_LINE)
    assert below(Band(), one) == one
