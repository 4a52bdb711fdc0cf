"""A table measured: rows of cells with set lines and heights. Knows no page and no PDF."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.documents.model import Ground, Vertical
from ita_desktop.pdf.setting import Look
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch

PADDING_Y: Final = 1.0
"""Points between a rule and the line above or below it."""
PITCH: Final = line_pitch()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell where it begins: its first column, its span, its lines still to be drawn."""

    column: int
    rows: int
    columns: int
    lines: tuple[Line, ...]
    look: Look
    vertical: Vertical = Vertical.TOP
    free: tuple[float, ...] = ()
    """Points that each line leaves to its right, so that figures stand by their point."""
    again: tuple[Line, ...] = ()
    """Printed on each next page that the cell goes on over after its own lines."""
    repeating: bool = False
    """Its own lines are all drawn; what it has now is ``again``, or what is left of it."""
    shaded: bool = False
    group: bool = False
    """Of a row that is never the last of a page."""
    closing: bool = False
    """Of a row that is never the first of a page."""
    ground: Ground | None = None

    def upper(self, rows: int, lines: int) -> "GridCell":
        """Return the part before a cut below ``rows`` rows that have room for so many lines."""
        return replace(
            self,
            rows=rows,
            lines=self.lines[: self._drawn(lines)],
            vertical=Vertical.TOP,
        )

    def lower(self, rows: int, lines: int) -> "GridCell":
        """Return what goes on over ``rows`` rows after ``upper`` with as many lines."""
        drawn = self._drawn(lines)
        left = replace(
            self,
            rows=rows,
            lines=self.lines[drawn:],
            free=self.free[drawn:],
            vertical=Vertical.TOP,
        )
        if left.lines or not self.again:
            return left
        return replace(left, lines=self.again, free=(), repeating=True)

    def ends_within(self, lines: int) -> bool:
        """Return whether nothing of its own is left where so many lines have room."""
        return self.repeating or len(self.lines) <= lines

    def _drawn(self, lines: int) -> int:
        """Return how many lines stand before a cut: never all but a single one, if it can be."""
        if len(self.lines) - lines == 1 and lines > 2:
            return lines - 1
        return min(lines, len(self.lines))


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


def below(upper: Band, lower: Band) -> Band:
    """Return the rows of both, one band under the other."""
    return Band((*upper.rows, *lower.rows), (*upper.heights, *lower.heights))


def row_heights(rows: Sequence[GridRow]) -> tuple[float, ...]:
    """Return the height of each row: of its tallest cell; what a span still lacks, its rows share.

    Spans must end within the rows given.
    """
    heights = [
        max([2 * PADDING_Y, *(text_height(cell) for cell in row if cell.rows == 1)]) for row in rows
    ]
    spans = [(number, cell) for number, row in enumerate(rows) for cell in row if cell.rows > 1]
    for first, cell in sorted(spans, key=lambda span: span[1].rows):
        covered = range(first, first + cell.rows)
        lacking = text_height(cell) - sum(heights[number] for number in covered)
        if lacking > 0:
            for number in covered:
                heights[number] += lacking / cell.rows
    return tuple(heights)


def text_height(cell: GridCell) -> float:
    """Return the height in points that the cell's lines need between its rules."""
    return len(cell.lines) * PITCH + 2 * PADDING_Y


def lines_within(height: float) -> int:
    """Return how many lines stand in a cell of this height, in points."""
    return max(0, int((height - 2 * PADDING_Y + 1e-6) / PITCH))
