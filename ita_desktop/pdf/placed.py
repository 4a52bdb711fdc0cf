"""Lines and rules with their places: what is left of a text or a table when it is only drawn.

Places are points from the top left corner of the block, x to the right and y downwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from ita_desktop.documents.model import Align
from ita_desktop.pdf.grid import PADDING_X, PADDING_Y, Band, text_height
from ita_desktop.pdf.setting import Look
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import ascent, line_pitch


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text by the left end of its baseline."""

    x: float
    y: float
    line: Line
    look: Look


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight rule."""

    x1: float
    y1: float
    x2: float
    y2: float


def place_lines(
    lines: tuple[Line, ...], look: Look, left: float, width: float, top: float
) -> Iterator[PlacedLine]:
    """Give the lines one below the other within ``width`` points from ``left``."""
    first = True
    baseline = top + ascent(look.size)
    for line in lines:
        indent = look.first_indent if first and look.align is Align.LEFT else 0.0
        slack = width - line.width
        shift = {Align.LEFT: indent, Align.CENTER: slack / 2, Align.RIGHT: slack}[look.align]
        if line.words:
            yield PlacedLine(left + shift, baseline, line, look)
        first = line.final
        baseline += line_pitch(look.size)


def place_band(
    band: Band, edges: tuple[float, ...], top: float, *, middle: bool = False
) -> Iterator[PlacedLine]:
    """Give the lines of all cells; ``middle``: half-way down their cell, else at its top."""
    tops = tuple(accumulate(band.heights, initial=top))
    for number, row in enumerate(band.rows):
        for cell in row:
            spare = tops[number + cell.rows] - tops[number] - text_height(cell)
            down = tops[number] + PADDING_Y + (max(spare, 0) / 2 if middle else 0)
            left = edges[cell.column] + PADDING_X
            width = edges[cell.column + cell.columns] - PADDING_X - left
            yield from place_lines(cell.lines, cell.look, left, width, down)


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
