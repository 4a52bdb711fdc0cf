"""Rows of a grid whose lines are told apart, to see which part of a page each comes to."""

from collections.abc import Iterator

from ita_desktop.documents.model import Digits, Vertical
from ita_desktop.pdf.grid import (
    PADDING_Y,
    PITCH,
    Band,
    GridCell,
    GridRow,
    row_heights,
)
from ita_desktop.pdf.grid_split import divide
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.faces import bundled_typeface

LOOK = Look()
COLUMNS = 3
POOL = Setting(bundled_typeface(), Digits.ARABIC).lines(
    "\n".join(str(number) for number in range(8000)), 1000, LOOK
)
"""Lines of which no two are the same."""
AGAIN = Setting(bundled_typeface(), Digits.ARABIC).lines("a\nb\nc\nd\ne", 1000, LOOK)


def cell(
    column: int,
    first: int,
    lines: int,
    rows: int = 1,
    *,
    columns: int = 1,
    again: int = 0,
    group: bool = False,
    closing: bool = False,
    vertical: Vertical = Vertical.MIDDLE,
) -> GridCell:
    """Return a cell with ``lines`` of the pool from ``first`` on."""
    own = POOL[first : first + lines]
    return GridCell(
        column,
        rows,
        columns,
        own,
        LOOK,
        vertical,
        again=AGAIN[:again],
        group=group,
        shaded=group,
        closing=closing,
    )


def band(*rows: GridRow) -> Band:
    return Band(rows, row_heights(rows))


def page_of(lines: int, rows: int = 1) -> float:
    """Return the points that so many rows with so many lines together need."""
    return lines * PITCH + rows * 2 * PADDING_Y


def counts(part: Band) -> list[list[int]]:
    return [[len(one.lines) for one in row] for row in part.rows]


def parts_of(whole: Band, page: float, first: float) -> Iterator[Band]:
    """Give what of a grid comes to each page; the first page has ``first`` points left."""
    rest, available, empty = whole, first, False
    turns = 0
    while rest.rows:
        turns += 1
        assert turns < 4000, "no progress"
        parts = divide(rest, available, must=empty)
        available, empty = page, True
        if parts is not None:
            yield parts[0]
            rest = parts[1]
