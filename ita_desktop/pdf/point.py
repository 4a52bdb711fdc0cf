"""Figures of a column under each other by their point, at its right edge."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_desktop.documents.model import Align
from ita_desktop.pdf.grid import GridCell, GridRow
from ita_desktop.pdf.setting import Look, Setting

# Sign or bracket and digits of either script, in thousands; the rest hangs behind the point.
_FIGURE = re.compile(r"(?P<whole>[-+−–(]*\s*\d[\d,]*)(\.\d*)?\s*[)%*]*")
_ONE_LINE = 1e6  # points; no figure is wider


def by_point(rows: Sequence[GridRow], setting: Setting) -> tuple[GridRow, ...]:
    """Return the rows with the cells of ``Align.POINT`` put right, by their points.

    Of all figures that end at the same edge the one with most behind its point touches that edge,
    the others leave free what they have less. Words ("ไม่ใช้งบประมาณ", "–") stand right at the edge
    and move no figure.
    """
    most: defaultdict[int, float] = defaultdict(float)
    hanging: dict[tuple[int, int], tuple[float | None, ...]] = {}
    for number, cell in _at_point(rows):
        tails = tuple(_tail(line.text.strip(), cell.look, setting) for line in cell.lines)
        hanging[number, cell.column] = tails
        most[cell.column + cell.columns] = max(
            most[cell.column + cell.columns], *(tail or 0.0 for tail in tails)
        )
    result = list(rows)
    for number, row in enumerate(rows):
        if any(cell.look.align is Align.POINT for cell in row):
            result[number] = tuple(
                _put_right(cell, hanging[number, cell.column], most[cell.column + cell.columns])
                if cell.look.align is Align.POINT
                else cell
                for cell in row
            )
    return tuple(result)


def _at_point(rows: Sequence[GridRow]) -> Iterator[tuple[int, GridCell]]:
    for number, row in enumerate(rows):
        for cell in row:
            if cell.look.align is Align.POINT:
                yield number, cell


def _put_right(cell: GridCell, tails: Sequence[float | None], most: float) -> GridCell:
    free = tuple(0.0 if tail is None else most - tail for tail in tails)
    return replace(cell, look=replace(cell.look, align=Align.RIGHT), free=free)


def _tail(text: str, look: Look, setting: Setting) -> float | None:
    """Return the points from the point of a figure to its end, None for what is no figure."""
    figure = _FIGURE.fullmatch(text)
    if figure is None:
        return None
    measured = (setting.lines(part, _ONE_LINE, look)[0].width for part in (text, figure["whole"]))
    whole, before_point = measured
    return whole - before_point
