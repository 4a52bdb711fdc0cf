"""The rows of a table with their places: texts, rules and grey.

Places are points from the top left corner of the table, x to the right and y downwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ita_desktop.documents.model import Ground, Vertical
from ita_desktop.pdf.column_edges import PADDING_X
from ita_desktop.pdf.grid import PADDING_Y, PITCH, Band, GridCell, text_height
from ita_desktop.pdf.placed import PlacedLine, Rule, place_lines

_DOWN = {Vertical.TOP: 0.0, Vertical.MIDDLE: 0.5, Vertical.BOTTOM: 1.0}


@dataclass(frozen=True, slots=True)
class Shade:
    """An area by its left and upper edge and its measures; grey where no ground is told."""

    x: float
    y: float
    width: float
    height: float
    ground: Ground | None = None


def place_band(band: Band, edges: tuple[float, ...], top: float) -> Iterator[PlacedLine]:
    """Give the lines of all cells, each cell's where it stands between its rules."""
    tops = tuple(accumulate(band.heights, initial=top))
    for number, row in enumerate(band.rows):
        for cell in row:
            spare = tops[number + cell.rows] - tops[number] - text_height(cell)
            down = tops[number] + PADDING_Y + max(spare, 0.0) * _DOWN[cell.vertical]
            yield from _place_cell(cell, edges, down)


def _place_cell(cell: GridCell, edges: tuple[float, ...], top: float) -> Iterator[PlacedLine]:
    left = edges[cell.column] + PADDING_X
    width = edges[cell.column + cell.columns] - PADDING_X - left
    if not cell.free:
        yield from place_lines(cell.lines, cell.look, left, width, top)
        return
    for number, (line, free) in enumerate(zip(cell.lines, cell.free, strict=False)):
        room = max(width - free, min(line.width, width))
        yield from place_lines((line,), cell.look, left, room, top + number * PITCH)


def band_rules(band: Band, edges: tuple[float, ...], top: float) -> Iterator[Rule]:
    """Give the rules around all cells, each once, the outer right and bottom ones included."""
    tops = tuple(accumulate(band.heights, initial=top))
    for number, row in enumerate(band.rows):
        for cell in row:
            left, right = edges[cell.column], edges[cell.column + cell.columns]
            upper, lower = tops[number], tops[number + cell.rows]
            yield Rule(left, upper, right, upper)
            yield Rule(left, upper, left, lower)
    if band.rows:
        yield Rule(edges[-1], top, edges[-1], tops[-1])
        yield Rule(0.0, tops[-1], edges[-1], tops[-1])


def band_shades(band: Band, edges: tuple[float, ...], top: float) -> Iterator[Shade]:
    """Give the grey and coloured areas behind the cells that have one."""
    tops = tuple(accumulate(band.heights, initial=top))
    for number, row in enumerate(band.rows):
        for cell in row:
            if cell.shaded or cell.ground is not None:
                left, upper = edges[cell.column], tops[number]
                width = edges[cell.column + cell.columns] - left
                height = tops[number + cell.rows] - upper
                yield Shade(left, upper, width, height, cell.ground)
