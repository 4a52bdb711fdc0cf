"""How a table looks on its sheet: widths, groups, stripes, where texts and figures stand."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from openpyxl import load_workbook

from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Digits,
    Document,
    Number,
    Row,
    Table,
    Unit,
    Vertical,
)
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.row_layout import CELL_PADDING, INDENT_POINTS
from ita_desktop.xlsx.styles import number_format
from ita_desktop.xlsx.table_forms import ColumnForm
from ita_desktop.xlsx.tables import FoundTable
from ita_desktop.xlsx.writer import write_xlsx
from tests.typesetting.widths import text_width

MakeDocument = Callable[..., Document]
MakeTable = Callable[..., Table]
Find = Callable[..., tuple[FoundTable, ...]]
Convert = Callable[[Path, str], Path]
Draw = Callable[[Table], Any]  # the library's types have no words for what is looked at here

POINTS_A_UNIT = 5.25
MILLIMETRE = 72 / 25.4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.xlsx"


@pytest.fixture
def drawn(path: Path, make_document: MakeDocument) -> Draw:
    """A table to its sheet as the file has it."""

    def draw(table: Table) -> Any:
        write_xlsx(make_document(table), path)
        return load_workbook(path).worksheets[0]

    return draw


def group(text: str, columns: int) -> Row:
    covered: list[Cell | None] = [None] * (columns - 1)
    return Row(cells=(Cell(content=text, columns=columns), *covered), group=True)


def is_grey(sheet: Any, address: str) -> bool:
    fill = sheet[address].fill
    if fill.fill_type is None:
        return False
    assert (fill.fill_type, fill.fgColor.rgb) == ("solid", "FFF0F0F0")
    return True


def test_columns_in_millimetres_are_so_wide(drawn: Draw, make_table: MakeTable) -> None:
    table = make_table(("ก", "ข", "ค"), [("1", "2", "3")])
    units = (Unit.MILLIMETRE, Unit.SHARE, Unit.SHARE)
    columns = tuple(
        Column(width=width, unit=unit) for width, unit in zip((22, 1, 3), units, strict=True)
    )
    sheet = drawn(replace(table, columns=columns))
    widths = [
        sheet.column_dimensions[letter].width * POINTS_A_UNIT / MILLIMETRE for letter in "ABC"
    ]
    assert widths == pytest.approx([22, 34.5, 103.5], abs=0.1)


def test_a_groups_row_is_bold_on_grey_and_comes_back_as_a_group(
    drawn: Draw, make_table: MakeTable, path: Path, find_in_file: Find
) -> None:
    table = make_table(("ก", "ข"), [("1", "2"), ("3", "4")])
    first, second = table.rows
    sheet = drawn(replace(table, rows=(group("EIT", 2), first, group("OIT", 2), second)))
    assert [sheet[f"A{row}"].font.bold for row in range(2, 6)] == [True, False, True, False]
    assert [is_grey(sheet, f"A{row}") for row in range(2, 6)] == [True, False, True, False]
    columns = [ColumnForm(field="one", heads=("ก",)), ColumnForm(field="two", heads=("ข",))]
    (found,) = find_in_file(path, columns)
    assert [(row.key, row.group) for row in found.rows] == [("r0", "EIT"), ("r1", "OIT")]
    assert [row.cells["one"].value for row in found.rows] == ["1", "3"]


def test_a_groups_row_is_measured_bold(drawn: Draw, make_table: MakeTable) -> None:
    face = bundled_typeface()
    room = 160 * MILLIMETRE - CELL_PADDING - INDENT_POINTS
    text = "ก"
    while text_width(text, face, bold=True) <= room:
        text += "ก"
    assert text_width(text, face) < room
    table = make_table(("ก", "ข"), [("1", "2")])
    sheet = drawn(replace(table, rows=(group(text, 2), *table.rows)))
    assert sheet.row_dimensions[2].height > 40 > sheet.row_dimensions[3].height


def test_stripes_go_round_merged_cells_and_through_cut_ones(
    drawn: Draw, make_table: MakeTable
) -> None:
    merged = Cell(content="ก", rows=2)
    rows = [(merged, "1"), (None, "2"), ("ข", "3"), ("ค\n" * 40, "4")]
    sheet = drawn(replace(make_table(("ก", "ข"), rows), zebra=True))
    assert [is_grey(sheet, f"A{row}") for row in range(2, 5)] == [False, False, False]
    assert [is_grey(sheet, f"B{row}") for row in range(2, 5)] == [False, True, False]
    assert sheet["C6"].value == "r3#2"
    assert all(is_grey(sheet, address) for address in ("A5", "A6", "A7", "B5"))
    assert not any(is_grey(sheet, f"A{row}") for row in (1, 8)), "heads and what is below"


def test_a_cell_stands_as_it_says_or_as_its_column_does(drawn: Draw, make_table: MakeTable) -> None:
    own = Cell(content="2", vertical=Vertical.TOP)
    table = make_table(("ก", "ข"), [("1", own), ("3", "4")])
    columns = (Column(width=1, vertical=Vertical.BOTTOM), Column(width=1, vertical=Vertical.MIDDLE))
    sheet = drawn(replace(table, columns=columns))
    found = {place: sheet[place].alignment.vertical for place in ("A1", "A2", "B2", "A3", "B3")}
    assert found == {"A1": "center", "A2": "bottom", "B2": "top", "A3": "bottom", "B3": "center"}


@pytest.mark.parametrize(("rows", "stands"), [(4, "center"), (40, "top")])
def test_a_merged_cell_that_a_page_may_cut_stands_at_the_top(
    drawn: Draw, make_table: MakeTable, rows: int, stands: str
) -> None:
    merged = Cell(content="ก", rows=rows, vertical=Vertical.MIDDLE)
    table = make_table(("ก", "ข"), [(merged, "1"), *[(None, "2")] * (rows - 1)])
    assert drawn(table)["A2"].alignment.vertical == stands


def test_what_is_beside_a_cut_cell_stands_at_the_top(drawn: Draw, make_table: MakeTable) -> None:
    beside = Cell(content="ก", vertical=Vertical.MIDDLE)
    sheet = drawn(make_table(("ก", "ข"), [(beside, "ค\n" * 40)]))
    assert [sheet[place].alignment.vertical for place in ("A2", "B2", "B3")] == ["top"] * 3


@pytest.mark.parametrize(
    ("align", "horizontal", "indent"),
    [
        (Align.LEFT, "left", 1),
        (Align.CENTER, "center", 0),
        (Align.RIGHT, "right", 0),
        (Align.POINT, "right", 0),
        (Align.JUSTIFY, "left", 1),
    ],
)
def test_texts_stand_off_the_line_beside_them(
    drawn: Draw, make_table: MakeTable, align: Align, horizontal: str, indent: int
) -> None:
    sheet = drawn(make_table(("ก",), [("ข",)], aligns=(align,)))
    assert sheet["A2"].alignment.horizontal == horizontal
    assert sheet["A2"].alignment.indent == indent
    assert sheet["A1"].alignment.horizontal == "center"


@pytest.mark.parametrize(
    ("value", "decimals", "places", "wanted"),
    [
        ("12.5", 1, 2, "0.0_0"),
        ("12", 0, 2, "0_._0_0"),
        ("1234.25", 2, 2, "#,##0.00"),
        ("12", 0, 0, "0"),
    ],
)
def test_a_figure_leaves_room_for_the_decimals_that_others_have(
    value: str, decimals: int, places: int, wanted: str
) -> None:
    number = Number(Decimal(value), decimals)
    assert number_format(number, Digits.ARABIC, places=places) == wanted
    assert number_format(number, Digits.THAI, places=places) == "[$-D00041E]" + wanted


def test_only_figures_by_the_point_make_room_for_others(drawn: Draw, make_table: MakeTable) -> None:
    rows = [
        (Number(Decimal("1.25")), Number(Decimal("1.25"))),
        (Number(Decimal(3), 0), Number(Decimal(3), 0)),
        ("ไม่ใช้งบประมาณ", ""),
    ]
    sheet = drawn(make_table(("ก", "ข"), rows, aligns=(Align.POINT, Align.RIGHT)))
    formats = [sheet[place].number_format.partition("]")[2] for place in ("A2", "A3", "B3")]
    assert formats == ["0.00", "0_._0_0", "0"]
    assert sheet["A3"].value == 3


def point_of(figure: list[tuple[float, str]]) -> float:
    """Return where a figure's whole part ends; it comes as right edges and letters."""
    edges = [edge for edge, letter in figure if letter != "."]
    points = [edge for edge, letter in figure if letter == "."]
    return max(edge for edge in edges if not points or edge < points[0])


@pytest.mark.parametrize("digits", Digits)
def test_points_stand_under_each_other_in_libreoffice(
    path: Path,
    make_table: MakeTable,
    make_document: MakeDocument,
    convert: Convert,
    digits: Digits,
) -> None:
    figures = ["12.25", "345.5", "67", "8901.75"]
    rows = [(Number(Decimal(one), len(one.partition(".")[2])),) for one in figures]
    table = make_table(("ก",), rows, aligns=(Align.POINT,))
    write_xlsx(make_document(table, digits=digits), path)
    lines: dict[int, list[tuple[float, str]]] = {}
    with pypdfium2.PdfDocument(convert(path, "pdf")) as paper:
        text = paper[0].get_textpage()
        for place in range(text.count_chars()):
            letter = text.get_text_range(place, 1)
            box = cast("tuple[float, ...]", text.get_charbox(place, loose=True))
            if (letter.isdecimal() or letter == ".") and box[1] > 100:  # not the page's number
                lines.setdefault(round(box[1] / 10), []).append((box[2], letter))
    ends = [point_of(line) for line in lines.values()]
    assert len(ends) == len(figures)
    assert max(ends) - min(ends) < 4, "points of paper, in whatever face there is"
