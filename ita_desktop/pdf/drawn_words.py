"""Words beside figures: set lines drawn with their middle at a height of a drawing."""

from collections.abc import Sequence

from ita_desktop.pdf.paper_canvas import PaperCanvas
from ita_desktop.pdf.placed import place_lines
from ita_desktop.pdf.setting import Look
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch


def show_words(
    canvas: PaperCanvas,
    lines: Sequence[Line],
    look: Look,
    left: float,
    width: float,
    middle: float,
) -> None:
    """Draw lines within ``width`` points from ``left``, half of them above ``middle``."""
    top = middle + len(lines) * line_pitch(look.size) / 2
    for placed in place_lines(tuple(lines), look, left, width, 0.0):
        canvas.show_line(placed, 0.0, top)
