"""Where the cells of the matrix are in the widget, in pixels: likelihood up, impact right."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect

from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.ui.risks.matrix.seats import Cell

GAP = 4
FOOT = 52
"""Two lines under the cells: names of the steps, title of the scale."""
FOOT_LOW = 28
"""One line: both titles stand in the corner."""
_LOW = 240
"""Pixels of height under which rows need the second line more than the title of a scale does."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Edges of rows (from the top, the highest likelihood first) and of columns."""

    likelihood: tuple[int, ...]
    impact: tuple[int, ...]
    rows: tuple[tuple[int, int], ...]
    columns: tuple[tuple[int, int], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell, row by row from the top left."""
        return tuple((row, column) for row in self.likelihood for column in self.impact)

    @property
    def area(self) -> QRect:
        """All cells together."""
        left, top = self.columns[0][0], self.rows[0][0]
        return QRect(left, top, self.columns[-1][1] - left, self.rows[-1][1] - top)

    @property
    def least_cell(self) -> tuple[int, int]:
        """Width and height that every cell has at least."""
        width = min(end - begin for begin, end in self.columns)
        return width, min(end - begin for begin, end in self.rows)

    def box(self, cell: Cell) -> QRect:
        """Return where a cell is."""
        top, bottom = self.rows[self.likelihood.index(cell[0])]
        left, right = self.columns[self.impact.index(cell[1])]
        return QRect(left, top, right - left, bottom - top)

    def cell_at(self, where: QPointF) -> Cell | None:
        """Return the cell at a point; None beside them and between them."""
        row = _within(self.rows, where.y())
        column = _within(self.columns, where.x())
        if row is None or column is None:
            return None
        return self.likelihood[row], self.impact[column]

    def beside(self, cell: Cell, up: int, right: int) -> Cell:
        """Return the cell some steps away; at the edge it stays."""
        row = self.likelihood.index(cell[0]) - up
        column = self.impact.index(cell[1]) + right
        return (
            self.likelihood[max(0, min(row, len(self.rows) - 1))],
            self.impact[max(0, min(column, len(self.columns) - 1))],
        )


def foot_of(height: int) -> int:
    """Return the pixels under the cells of a widget of this height."""
    return FOOT_LOW if height < _LOW else FOOT


def shape_of(method: RiskMethod, width: int, height: int, left: int) -> Shape:
    """Return the cells of a method in a widget; ``left`` pixels are for names of the steps."""
    likelihood = tuple(step.value for step in reversed(method.likelihood))
    impact = tuple(step.value for step in method.impact)
    return Shape(
        likelihood,
        impact,
        _parts(2, max(height - foot_of(height), len(likelihood) * 2 * GAP), len(likelihood)),
        _parts(left, max(width - 2, left + len(impact) * 2 * GAP), len(impact)),
    )


def _parts(begin: int, end: int, count: int) -> tuple[tuple[int, int], ...]:
    """Return a length in parts with a gap between two, whole pixels."""
    edges = [begin + round((end + GAP - begin) * part / count) for part in range(count + 1)]
    return tuple((first, last - GAP) for first, last in pairwise(edges))


def _within(parts: tuple[tuple[int, int], ...], at: float) -> int | None:
    found = (place for place, (begin, end) in enumerate(parts) if begin <= at < end)
    return next(found, None)
