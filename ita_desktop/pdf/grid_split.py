"""A table's rows divided between pages, without losing a line and without a PDF."""

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.pdf.grid import (
    PADDING_Y,
    PITCH,
    Band,
    GridCell,
    GridRow,
    lines_within,
    row_heights,
)

_ROUNDING = 1e-6
_TOGETHER = 2  # lines of a row that never stand alone at the foot or head of a page


def divide(band: Band, available: float, *, must: bool = False) -> tuple[Band, Band] | None:
    """Return the rows that fit in ``available`` points and those that go on, None where none fit.

    The row that does not fit whole is split between lines where two of them stand on either side.
    A group's row goes on with the row it heads, sums with the last row they sum. A cell that spans
    the cut is carried on with the lines not yet drawn, or with its ``again``. ``must``: the page is
    empty, something has to be taken.
    """
    fitting, used = _whole_rows(band.heights, available)
    if fitting == len(band.rows):
        return band, Band()
    room = lines_within(available - used)
    lines = _slice(band, fitting, room)
    if lines:
        return _cut(band, fitting, lines)
    count = _kept(band, fitting)
    if count:
        return _cut(band, count)
    if not must:
        return None
    if room and not fitting:
        return _cut(band, 0, room)
    return _cut(band, max(fitting, 1))  # not one line has room: the page is too small for anything


def before_last(band: Band) -> tuple[Band, Band]:
    """Return all rows but the last, and the last, for a page that has no room under it.

    What the last sums goes on with it. The first part is empty where none is left.
    """
    return _cut(band, _kept(band, len(band.rows) - 1))


def before_last_lines(band: Band) -> tuple[Band, Band]:
    """Return all but the last lines of the last row, and these, for a row as high as a page.

    The first part is empty where the row is too low to be cut.
    """
    last = len(band.rows) - 1
    lines = _slice(band, last, lines_within(band.heights[last]))
    return _cut(band, last, lines) if lines else (Band(), band)


def _whole_rows(heights: Sequence[float], available: float) -> tuple[int, float]:
    used = 0.0
    for count, height in enumerate(heights):
        if used + height > available + _ROUNDING:
            return count, used
        used += height
    return len(heights), used


def _slice(band: Band, number: int, room: int) -> int:
    """Return how many lines of a row stand on this page where ``room`` lines have room; or 0."""
    if _heads_group(band.rows[number]) or _closes(band.rows[number]):
        return 0
    lines = min(room, lines_within(band.heights[number]) - _TOGETHER)
    return lines if lines >= _TOGETHER else 0


def _heads_group(row: GridRow) -> bool:
    return any(cell.group for cell in row)


def _closes(row: GridRow) -> bool:
    return any(cell.closing for cell in row)


def _kept(band: Band, count: int) -> int:
    """Return how many of ``count`` rows stay: groups' rows go on, and what is summed after them."""
    while count and (_heads_group(band.rows[count - 1]) or _closes(band.rows[count])):
        count -= 1
    return count


def _cut(band: Band, count: int, lines: int = 0) -> tuple[Band, Band]:
    """Divide after ``count`` rows and, where ``lines`` are asked for, within the next one."""
    heights = band.heights[:count]
    if lines:
        heights = (*heights, min(lines * PITCH + 2 * PADDING_Y, band.heights[count]))
    taken = len(heights)
    done = taken if not lines or _all_drawn(band.rows[:taken], heights) else count
    first: list[GridRow] = []
    carried: list[GridCell] = []
    for number, row in enumerate(band.rows[:taken]):
        if all(number + cell.rows < taken for cell in row):
            first.append(row)
            continue
        room = lines_within(sum(heights[number:]))
        first.append(tuple(_above(cell, number, taken, done, room) for cell in row))
        carried += [
            cell.lower(number + cell.rows - done, room) for cell in row if number + cell.rows > done
        ]
    begun = band.rows[done] if taken == done < len(band.rows) else ()
    opening = tuple(sorted((*carried, *begun), key=lambda cell: cell.column))
    rest = (opening, *band.rows[done + 1 :]) if done < len(band.rows) else ()
    clean = _first_clean_edge(rest)
    rest_heights = (*row_heights(rest[:clean]), *band.heights[done + clean :])
    return Band(tuple(first), heights), Band(rest, rest_heights)


def _above(cell: GridCell, number: int, taken: int, done: int, room: int) -> GridCell:
    """Return what the page before the cut has of a cell that begins in row ``number``."""
    if number + cell.rows > done:
        return cell.upper(taken - number, room)
    return replace(cell, lines=cell.lines[:room]) if cell.repeating else cell


def _all_drawn(rows: Sequence[GridRow], heights: Sequence[float]) -> bool:
    """Return whether nothing is left of the last row: only cells that span further go on."""
    return all(
        cell.ends_within(lines_within(sum(heights[number:])))
        for number, row in enumerate(rows)
        for cell in row
        if number + cell.rows == len(rows)
    )


def _first_clean_edge(rows: Sequence[GridRow]) -> int:
    """Return after how many rows there is, for the first time, an edge that no cell spans."""
    reach = min(1, len(rows))
    for number, row in enumerate(rows):
        if number == reach:
            break
        reach = max((reach, *(number + cell.rows for cell in row)))
    return reach
