"""A table measured: rows of cells with set lines and heights. Knows no page and no PDF."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.documents.model import Align, Cell, Column, Row, Table
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch

PADDING_X: Final = 4.0
"""Points between a rule and the text beside it."""
PADDING_Y: Final = 1.0
"""Points between a rule and the line above or below it."""
_NARROWEST: Final = 2 * PADDING_X + 16.0
PITCH: Final = line_pitch()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell where it begins: its first column, its span, its lines still to be drawn."""

    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]
    look: Look


GridRow = tuple[GridCell, ...]
"""The cells that begin in a row, from left to right."""


@dataclass(frozen=True, slots=True)
class Band:
    """Rows one below the other with their heights in points."""

    rows: tuple[GridRow, ...] = ()
    heights: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        """Return the height of all rows, in points."""
        return sum(self.heights)


def column_edges(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    """Return the x of every column's edge in points, from 0 to ``width``, by the ratios.

    A column never gets so narrow that no letter fits, as long as the width allows that.
    """
    least = min(_NARROWEST, width / len(columns))
    shares = [max(column.width, 0.0) for column in columns]
    widths = [0.0] * len(columns)
    free = set(range(len(columns)))
    while free:
        total = sum(shares[place] for place in free)
        room = width - least * (len(columns) - len(free))
        for place in free:
            widths[place] = room * (shares[place] / total if total else 1 / len(free))
        narrow = {place for place in free if widths[place] < least - 1e-9}
        if not narrow:
            break
        for place in narrow:
            widths[place] = least
        free -= narrow
    edges = [0.0]
    for column_width in widths:
        edges.append(edges[-1] + column_width)
    return tuple(edges)


def caption_band(table: Table, edges: tuple[float, ...], setting: Setting) -> Band:
    """Return the caption as a merged row over all columns, empty where it is not in the grid."""
    if not (table.caption and table.caption_in_grid):
        return Band()
    cell = Cell(content=table.caption, columns=len(table.columns))
    covered: tuple[Cell | None, ...] = (None,) * (len(table.columns) - 1)
    return header_band((Row(cells=(cell, *covered)),), table.columns, edges, setting)


def header_band(
    rows: Sequence[Row], columns: Sequence[Column], edges: tuple[float, ...], setting: Setting
) -> Band:
    """Return the heads of a table: bold and centred."""
    centred = tuple(Column(width=column.width, align=Align.CENTER) for column in columns)
    return _band(rows, centred, edges, setting, bold=True)


def body_band(
    rows: Sequence[Row], columns: Sequence[Column], edges: tuple[float, ...], setting: Setting
) -> Band:
    """Return the rows of a table, measured."""
    return _band(rows, columns, edges, setting, bold=False)


def _band(
    rows: Sequence[Row],
    columns: Sequence[Column],
    edges: tuple[float, ...],
    setting: Setting,
    *,
    bold: bool,
) -> Band:
    grid: list[GridRow] = []
    for number, row in enumerate(rows):
        cells: list[GridCell] = []
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            across = min(cell.columns, len(columns) - column)
            look = Look(align=cell.align or columns[column].align, bold=bold or cell.bold)
            width = edges[column + across] - edges[column] - 2 * PADDING_X
            lines = setting.lines(setting.cell_text(cell), width, look)
            down = min(cell.rows, len(rows) - number)
            cells.append(GridCell(column, down, across, lines, look))
        grid.append(tuple(cells))
    return Band(tuple(grid), row_heights(grid))


def row_heights(rows: Sequence[GridRow]) -> tuple[float, ...]:
    """Return the height of each row: of its tallest cell; what a span still lacks, its rows share.

    Spans must end within the rows given.
    """
    heights = [
        max([2 * PADDING_Y, *(text_height(cell) for cell in row if cell.rows == 1)]) for row in rows
    ]
    spans = [(number, cell) for number, row in enumerate(rows) for cell in row if cell.rows > 1]
    for first, cell in sorted(spans, key=lambda span: span[1].rows):
        below = range(first, first + cell.rows)
        lacking = text_height(cell) - sum(heights[number] for number in below)
        for number in below:
            heights[number] += max(lacking, 0) / cell.rows
    return tuple(heights)


def text_height(cell: GridCell) -> float:
    """Return the height in points that the cell's lines need between its rules."""
    return len(cell.lines) * PITCH + 2 * PADDING_Y


def lines_within(height: float) -> int:
    """Return how many lines stand in a cell of this height, in points."""
    return max(0, int((height - 2 * PADDING_Y + 1e-6) / PITCH))
