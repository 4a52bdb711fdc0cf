"""A table's rows divided between pages, without losing a line and without a PDF."""

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.pdf.grid import (
    PADDING_Y,
    PITCH,
    Band,
    GridRow,
    lines_within,
    row_heights,
)

_ROUNDING = 1e-6
_FEWEST_LINES = 2  # a row higher than a page begins on a page only with that many lines


def divide(
    band: Band, available: float, *, page: float, must: bool = False
) -> tuple[Band, Band] | None:
    """Return the rows that fit in ``available`` points and those that go on, None where none fit.

    A row goes to the next page whole, unless it is higher than ``page`` (the points a fresh page
    has for rows): then it is split between lines. ``must``: the page is empty, something has to
    be taken. A cell that spans the cut is carried on with the lines not yet drawn.
    """
    count, used = _whole_rows(band.heights, available)
    if count == len(band.rows):
        return band, Band()
    slice_height = 0.0
    must_now = must and count == 0
    if must_now or band.heights[count] > page + _ROUNDING:
        fitting = lines_within(available - used)
        if fitting >= (1 if must_now else _FEWEST_LINES):
            slice_height = min(fitting * PITCH + 2 * PADDING_Y, band.heights[count])
    if count == 0 and not slice_height:
        if not must:
            return None
        count = 1  # not one line has room: the page is too small for anything
    return _cut(band, count, slice_height)


def before_last(band: Band) -> tuple[Band, Band]:
    """Return all rows but the last, and the last, for a page that has no room under it."""
    return _cut(band, len(band.rows) - 1, 0.0)


def _whole_rows(heights: Sequence[float], available: float) -> tuple[int, float]:
    used = 0.0
    for count, height in enumerate(heights):
        if used + height > available + _ROUNDING:
            return count, used
        used += height
    return len(heights), used


def _cut(band: Band, count: int, slice_height: float) -> tuple[Band, Band]:
    """Divide after ``count`` rows and, if it has a height, a slice of the next one."""
    sliced = 1 if slice_height else 0
    heights = (*band.heights[:count], *([slice_height] if sliced else []))
    first: list[GridRow] = list(band.rows[: count + sliced])
    carried: GridRow = ()
    for number, row in enumerate(first):
        if all(number + cell.rows <= count for cell in row):
            continue
        kept: GridRow = ()
        for cell in row:
            if number + cell.rows <= count:
                kept += (cell,)
                continue
            fitting = lines_within(sum(heights[number:]))
            kept += (replace(cell, rows=len(first) - number, lines=cell.lines[:fitting]),)
            left = number + cell.rows - count
            carried += (replace(cell, rows=left, lines=cell.lines[fitting:]),)
        first[number] = kept
    begun = () if sliced else band.rows[count]
    opening = tuple(sorted((*carried, *begun), key=lambda cell: cell.column))
    rest = (opening, *band.rows[count + 1 :])
    clean = _first_clean_edge(rest)
    rest_heights = (*row_heights(rest[:clean]), *band.heights[count + clean :])
    return Band(tuple(first), heights), Band(rest, rest_heights)


def _first_clean_edge(rows: Sequence[GridRow]) -> int:
    """Return after how many rows there is, for the first time, an edge that no cell spans."""
    reach = 1
    for number, row in enumerate(rows):
        if number == reach:
            break
        reach = max((reach, *(number + cell.rows for cell in row)))
    return reach
