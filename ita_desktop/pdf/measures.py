"""Lengths of a page, and the looks of what stands on it."""

from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.documents.model import LINE_BREAK, Align, Heading, Paragraph, Stop
from ita_desktop.documents.text import Run, Text, mapped
from ita_desktop.pdf.setting import Look
from ita_desktop.typesetting.metrics import TITLE_SIZE
from ita_desktop.typesetting.tabs import TabStop

MILLIMETRE: Final = 72 / 25.4
SPACE_BEFORE: Final = 6.0
"""Points above a paragraph, as the ministries' form sheets have it."""
CAPTION: Final = Look(bold=True)

_FIRST_INDENT = 25 * MILLIMETRE
_MARKERS = tuple(start * MILLIMETRE for start in (0, 9, 20))
"""Where the numbers of a list stand, by level."""
_LISTED = tuple(start * MILLIMETRE for start in (9, 20, 34))
"""Where its texts do; the number ๒.๑.๑ of the third level needs the most room."""
_DASH = 5 * MILLIMETRE
"""From a dash to its text."""
_DASHES = frozenset("-–•")
_PULL = {Align.CENTER: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Room:
    """The text area of a page, in points."""

    width: float
    height: float


def look_of_heading(heading: Heading) -> Look:
    """Return the paper's title centred at 18 point, other headings bold at 16."""
    if heading.level == 1:
        return Look(align=Align.CENTER, bold=True, size=TITLE_SIZE)
    return CAPTION


def look_of_paragraph(paragraph: Paragraph) -> Look:
    """Return how a paragraph stands; that of a list hangs behind its number.

    What is centred or stands right has no first line of its own and hangs behind nothing.
    """
    left = paragraph.left * MILLIMETRE
    even = paragraph.align not in {Align.LEFT, Align.JUSTIFY}
    look = Look(
        align=paragraph.align,
        bold=paragraph.bold,
        size=paragraph.size,
        first_indent=left + (_FIRST_INDENT if paragraph.indent and not even else 0.0),
        indent=left,
        stops=tuple(map(_stop, paragraph.stops)),
    )
    if not paragraph.marker or paragraph.indent or even:
        return look
    level = min(max(paragraph.level, 1), len(_MARKERS)) - 1
    begins = left + (_MARKERS[level] + _DASH if paragraph.marker in _DASHES else _LISTED[level])
    return replace(
        look,
        first_indent=left + _MARKERS[level],
        indent=begins,
        stops=(TabStop(begins), *(stop for stop in look.stops if stop.at > begins)),
    )


def text_of_paragraph(paragraph: Paragraph) -> Text:
    """Return a paragraph's text with its number before it; one number is one paragraph."""
    if not paragraph.marker:
        return paragraph.text
    number = f"{paragraph.marker} " if paragraph.indent else f"{paragraph.marker}\t"
    text = mapped(paragraph.text, lambda part: part.replace("\n", LINE_BREAK))
    return f"{number}{text}" if isinstance(text, str) else (Run(number), *text)


def _stop(stop: Stop) -> TabStop:
    return TabStop(stop.at * MILLIMETRE, _PULL.get(stop.align, 0.0), stop.leader)
