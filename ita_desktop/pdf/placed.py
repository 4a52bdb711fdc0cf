"""Lines and rules with their places: what is left of a text or a table when it is only drawn.

Places are points from the top left corner of the block, x to the right and y downwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.documents.model import Align
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
    room: float | None = None
    """Points that the line is spread to fill, its indent included; None: it is not."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight rule."""

    x1: float
    y1: float
    x2: float
    y2: float


_SHARE_BEFORE = {Align.CENTER: 0.5, Align.RIGHT: 1.0, Align.POINT: 1.0}
"""How much of a line's spare space stands before it."""


def place_lines(
    lines: tuple[Line, ...], look: Look, left: float, width: float, top: float
) -> Iterator[PlacedLine]:
    """Give the lines one below the other within ``width`` points from ``left``."""
    baseline = top + ascent(look.size)
    room = width if look.align is Align.JUSTIFY else None
    for line in lines:
        if line.pieces:
            spare = width - line.indent - line.width
            shift = line.indent + spare * _SHARE_BEFORE.get(look.align, 0.0)
            yield PlacedLine(left + shift, baseline, line, look, room)
        baseline += line_pitch(look.size)
