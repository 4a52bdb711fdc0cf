"""How wide a text is by itself, against which lines and columns are measured."""

from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.metrics import BODY_SIZE
from ita_desktop.typesetting.shaping import shape


def text_width(text: str, face: Typeface, *, bold: bool = False, size: float = BODY_SIZE) -> float:
    """Return how wide the text is on one line, in points, at an official size."""
    return shape(text, face.file(bold=bold)).width * face.points(size) / 1000
