from ita_desktop.documents.model import Align, Cell, Column, Digits, Ground, Row, Table, Vertical
from ita_desktop.pdf.bands import body_band, caption_band, header_band
from ita_desktop.pdf.placed_band import band_shades
from ita_desktop.pdf.setting import Setting
from ita_desktop.typesetting.faces import bundled_typeface

SETTING = Setting(bundled_typeface(), Digits.THAI)
EDGES = (0.0, 100.0, 200.0)
TWO = (Column(width=1), Column(width=1, vertical=Vertical.BOTTOM))


def row(*contents: str | Cell | None, group: bool = False) -> Row:
    cells = tuple(Cell(content=one) if isinstance(one, str) else one for one in contents)
    return Row(cells=cells, group=group)


def test_a_span_beyond_the_table_ends_with_it() -> None:
    band = body_band([row(Cell(content="ก", rows=9, columns=9), None)], TWO, EDGES, SETTING)
    ((cell,),) = band.rows
    assert (cell.rows, cell.columns) == (1, 2)


def test_heads_are_bold_and_centred_and_the_caption_spans_all_columns() -> None:
    header = (row("ก", Cell(content="ข", vertical=Vertical.BOTTOM)),)
    table = Table(name="ก", caption="ชื่อ", columns=TWO, header=header, rows=())
    (caption,) = caption_band(table, "ชื่อ (ต่อ)", EDGES, SETTING).rows[0]
    assert (caption.columns, caption.look.bold, caption.look.align) == (2, True, Align.CENTER)
    assert "".join(line.text for line in caption.lines) == "ชื่อ (ต่อ)"
    heads = header_band(table.header, table.columns, EDGES, SETTING).rows[0]
    assert all(cell.look.bold and cell.look.align is Align.CENTER for cell in heads)
    assert [cell.vertical for cell in heads] == [Vertical.MIDDLE, Vertical.BOTTOM]


def test_a_cell_stands_as_it_says_or_as_its_column_does() -> None:
    rows = [row("ก", "ข"), row(Cell(content="ก", vertical=Vertical.MIDDLE), "ข")]
    band = body_band(rows, TWO, EDGES, SETTING)
    assert [[cell.vertical for cell in one] for one in band.rows] == [
        [Vertical.TOP, Vertical.BOTTOM],
        [Vertical.MIDDLE, Vertical.BOTTOM],
    ]


def test_a_groups_row_is_bold_and_grey_without_a_zebra() -> None:
    rows = [row(Cell(content="เครื่องมือ", columns=2), None, group=True), row("ก", "ข")]
    band = body_band(rows, TWO, EDGES, SETTING)
    ((head,), others) = band.rows
    assert (head.group, head.shaded, head.look.bold) == (True, True, True)
    assert not any(cell.group or cell.shaded or cell.look.bold for cell in others)


def test_every_second_row_of_a_zebra_is_grey_and_a_group_begins_anew() -> None:
    group = row(Cell(content="กลุ่ม", columns=2), None, group=True)
    rows = [row("1", "1"), row("2", "2"), row("3", "3"), row("4", "4"), group, row("5", "5"), group]
    band = body_band(rows, TWO, EDGES, SETTING, zebra=True)
    assert [one[0].shaded for one in band.rows] == [False, True, False, True, True, False, True]


def test_a_merged_cell_has_the_shade_of_its_first_row() -> None:
    rows = [
        row(Cell(content="ก", rows=2), "1"),
        row(None, "2"),
        row("ข", "3"),
        row(Cell(content="ค", rows=2), "4"),
        row(None, "5"),
    ]
    band = body_band(rows, TWO, EDGES, SETTING, zebra=True)
    first_column = [one[0].shaded for one in band.rows if one[0].column == 0]
    assert first_column == [False, False, True]
    assert [one[-1].shaded for one in band.rows] == [False, True, False, True, False]


def test_a_cell_on_a_colour_is_filled_with_it_alone() -> None:
    rows = [row(Cell(content="ก", ground=Ground.GREEN), "ข"), row("ค", "ง")]
    band = body_band(rows, TWO, EDGES, SETTING)
    assert [[cell.ground for cell in one] for one in band.rows] == [
        [Ground.GREEN, None],
        [None] * 2,
    ]
    (shade,) = band_shades(band, EDGES, 0)
    assert (shade.x, shade.width, shade.ground) == (0, 100, Ground.GREEN)
