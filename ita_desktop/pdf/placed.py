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
