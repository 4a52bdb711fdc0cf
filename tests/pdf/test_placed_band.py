import pytest

from ita_desktop.documents.model import Align, Cell, Column, Digits, Row, Vertical
from ita_desktop.pdf.bands import body_band
from ita_desktop.pdf.grid import PITCH
from ita_desktop.pdf.placed_band import band_rules, band_shades, place_band
from ita_desktop.pdf.setting import Setting
from ita_desktop.typesetting.faces import bundled_typeface

SETTING = Setting(bundled_typeface(), Digits.THAI)
EDGES = (0.0, 100.0, 200.0)
TWO = (Column(width=1), Column(width=1))


def row(*contents: str | Cell | None, group: bool = False) -> Row:
    cells = tuple(Cell(content=one) if isinstance(one, str) else one for one in contents)
    return Row(cells=cells, group=group)


def test_texts_stand_between_the_rules_by_their_alignment() -> None:
    columns = (Column(width=1), Column(width=1, align=Align.RIGHT))
    band = body_band([row("ก", "ก")], columns, EDGES, SETTING)
    left, right = place_band(band, EDGES, 50)
    assert left.x == 4
    assert right.x + right.line.width == pytest.approx(196)
    assert 50 < left.y == right.y < 50 + band.height


def test_a_cell_stands_at_the_top_in_the_middle_or_at_the_bottom() -> None:
    columns = (Column(width=1), *(Column(width=1, vertical=one) for one in Vertical))
    edges = (0.0, 100.0, 200.0, 300.0, 400.0)
    band = body_band([row("ก\nก\nก\nก\nก", "ท", "ก", "ล")], columns, edges, SETTING)
    *tall, top, middle, bottom = place_band(band, edges, 0)
    assert [top.y, middle.y, bottom.y] == pytest.approx([tall[0].y, tall[2].y, tall[4].y])


def test_a_merged_cell_stands_in_the_middle_of_all_its_rows() -> None:
    rows = [row(Cell(content="ก", rows=3, vertical=Vertical.MIDDLE), "1"), row(None, "2")]
    rows.append(row(None, "3"))
    merged, _, second, _ = place_band(body_band(rows, TWO, EDGES, SETTING), EDGES, 0)
    assert merged.y == pytest.approx(second.y)


def test_a_cell_over_two_rows_has_no_rule_through_it() -> None:
    rows = [row(Cell(content="ก", rows=2), "ข"), row(None, "ค")]
    band = body_band(rows, TWO, EDGES, SETTING)
    across = [rule for rule in band_rules(band, EDGES, 0) if rule.y1 == rule.y2 > 0]
    assert [(rule.x1, rule.x2) for rule in across] == [(100, 200), (0, 200)]


def test_grey_fills_a_cell_from_rule_to_rule_over_all_it_spans() -> None:
    group = row(Cell(content="กลุ่ม", columns=2), None, group=True)
    rows = [
        row("1", "1"),
        group,
        row("2", "2"),
        row(Cell(content="3", rows=2), "3"),
        row(None, "4"),
    ]
    band = body_band(rows, TWO, EDGES, SETTING, zebra=True)
    line = PITCH + 2
    found = [(one.x, one.y, one.width, one.height) for one in band_shades(band, EDGES, 10)]
    assert found == [
        pytest.approx((0, 10 + line, 200, line)),
        pytest.approx((0, 10 + 3 * line, 100, 2 * line)),
        pytest.approx((100, 10 + 3 * line, 100, line)),
    ]
