import pytest

from ita_desktop.documents.model import Align, Cell, Column, Digits, Row, Table
from ita_desktop.pdf.grid import (
    PADDING_Y,
    PITCH,
    body_band,
    caption_band,
    column_edges,
    header_band,
)
from ita_desktop.pdf.placed import band_rules, place_band
from ita_desktop.pdf.setting import Setting
from ita_desktop.typesetting.faces import bundled_typeface

SETTING = Setting(bundled_typeface(), Digits.THAI)
TWO = (Column(width=1), Column(width=1))
ONE_LINE = PITCH + 2 * PADDING_Y


def row(*contents: str | Cell | None) -> Row:
    return Row(cells=tuple(Cell(content=one) if isinstance(one, str) else one for one in contents))


def test_columns_share_the_width_by_their_ratios() -> None:
    edges = column_edges((Column(width=1), Column(width=3)), 400)
    assert edges == pytest.approx((0, 100, 400))


@pytest.mark.parametrize("widths", [(0, 1), (-5, 1), (0.001, 1), (0, 0)])
def test_no_column_is_too_narrow_for_a_letter(widths: tuple[float, float]) -> None:
    edges = column_edges(tuple(Column(width=width) for width in widths), 400)
    assert edges[-1] == pytest.approx(400)
    assert edges[1] >= 24 - 1e-6


def test_more_columns_than_the_width_has_room_for_share_it_evenly() -> None:
    edges = column_edges((Column(width=1), Column(width=9)) * 20, 400)
    assert edges[1] == pytest.approx(10)
    assert edges[-1] == pytest.approx(400)


def test_a_row_is_as_high_as_its_tallest_cell() -> None:
    band = body_band([row("ก", "ก\nข\nค"), row("", "")], TWO, (0, 100, 200), SETTING)
    assert band.heights == pytest.approx((3 * PITCH + 2 * PADDING_Y, ONE_LINE))


def test_what_a_spanning_cell_lacks_its_rows_share() -> None:
    rows = [row(Cell(content="ก\n" * 4 + "ก", rows=2), "ข"), row(None, "ค")]
    band = body_band(rows, TWO, (0, 100, 200), SETTING)
    assert band.heights[0] == pytest.approx(band.heights[1])
    assert band.height == pytest.approx(5 * PITCH + 2 * PADDING_Y)


def test_a_span_beyond_the_table_ends_with_it() -> None:
    band = body_band([row(Cell(content="ก", rows=9, columns=9), None)], TWO, (0, 1, 2), SETTING)
    ((cell,),) = band.rows
    assert (cell.rows, cell.columns) == (1, 2)


def test_heads_are_bold_and_centred_and_the_caption_spans_all_columns() -> None:
    table = Table(
        name="ก", caption="ชื่อ", caption_in_grid=True, columns=TWO, header=(row("ก", "ข"),), rows=()
    )
    (caption,) = caption_band(table, (0, 100, 200), SETTING).rows[0]
    assert (caption.columns, caption.look.bold, caption.look.align) == (2, True, Align.CENTER)
    heads = header_band(table.header, table.columns, (0, 100, 200), SETTING).rows[0]
    assert all(cell.look.bold and cell.look.align is Align.CENTER for cell in heads)


def test_texts_stand_between_the_rules_by_their_alignment() -> None:
    columns = (Column(width=1), Column(width=1, align=Align.RIGHT))
    band = body_band([row("ก", "ก")], columns, (0, 100, 200), SETTING)
    left, right = place_band(band, (0, 100, 200), 50)
    assert left.x == 4
    assert right.x + right.line.width == pytest.approx(196)
    assert 50 < left.y == right.y < 50 + band.height


def test_a_cell_over_two_rows_has_no_rule_through_it() -> None:
    rows = [row(Cell(content="ก", rows=2), "ข"), row(None, "ค")]
    band = body_band(rows, TWO, (0, 100, 200), SETTING)
    across = [rule for rule in band_rules(band, (0, 100, 200), 0) if rule.y1 == rule.y2 > 0]
    assert [(rule.x1, rule.x2) for rule in across] == [(100, 200), (0, 200)]
