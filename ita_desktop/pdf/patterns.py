"""What areas are filled with so that they are told apart in grey: dots and slanted lines."""

from collections.abc import Iterator
from typing import Final

from reportlab.pdfgen.pathobject import PDFPathObject

from ita_desktop.documents.matrix import Hatch
from ita_desktop.pdf.paper_canvas import PaperCanvas

Place = tuple[float, float, float, float]
"""Left, bottom, width and height in points."""
Rgb = tuple[float, float, float]
Stroke = tuple[float, float, float, float]

_STEP: Final = 6.5
_DOT: Final = 0.65
_THIN: Final = 0.55


def fill_pattern(
    canvas: PaperCanvas, place: Place, hatch: Hatch, ink: Rgb, outline: PDFPathObject
) -> None:
    """Draw a pattern over an area, clipped to its outline."""
    if hatch is Hatch.PLAIN:
        return
    canvas.saveState()
    canvas.clipPath(outline, stroke=0, fill=0)
    canvas.setStrokeColorRGB(*ink)
    canvas.setFillColorRGB(*ink)
    canvas.setLineWidth(_THIN)
    if hatch is Hatch.DOTS:
        for x, y in _dots(*place):
            canvas.circle(x, y, _DOT, stroke=0, fill=1)
    else:
        canvas.lines(list(slants(*place, _STEP)))
        if hatch is Hatch.CROSS:
            left, bottom, width, height = place
            mirrored = slants(left, bottom, width, height, _STEP)
            turn = 2 * left + width
            canvas.lines([(turn - x1, y1, turn - x2, y2) for x1, y1, x2, y2 in mirrored])
    canvas.restoreState()


def slants(
    left: float, bottom: float, width: float, height: float, step: float
) -> Iterator[Stroke]:
    """Give lines that rise to the right all over an area, and beyond it."""
    for number in range(int((width + height) / step) + 1):
        x = left - height + number * step
        yield x, bottom, x + height, bottom + height


def _dots(left: float, bottom: float, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Give places of dots, every second row moved by half a step."""
    for row in range(int(height / (_STEP / 2)) + 1):
        x = left + (_STEP / 2 if row % 2 else 0.0)
        while x <= left + width:
            yield x, bottom + row * _STEP / 2
            x += _STEP
