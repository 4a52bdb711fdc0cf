"""Finding text on the pages of a PDF as the rest of the program finds it.

Kinds of digits, spaces, Latin case and the order of Thai marks do not count: what stands on a page
as "ดํ า" or "๒๕๖๖" is found by "ดำ" and "2566".
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ita_desktop.errors import MachineError
from ita_desktop.thai.finding import LETTER
from ita_desktop.thai.text import fold
from ita_desktop.ui import theme
from ita_desktop.ui.preview.pdf_file import Line, PdfFile

_MEASURE = 100  # pixels; large, so that rounding does not count

_fold = lru_cache(maxsize=4096)(fold)  # a paper has few different clusters


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the text stands: the page (from 0) and boxes in points from its corner."""

    page: int
    boxes: tuple[QRectF, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A letter: its line on the page and its place there."""

    line: int
    letter: int


@dataclass(frozen=True, slots=True)
class _Folded:
    """A page's text as it is compared, and which letters of the page each part came from."""

    text: str
    first: Sequence[_Place]
    last: Sequence[_Place]


def find_all(file: PdfFile, text: str, progress: Callable[[float], None]) -> list[Hit]:
    """Return every place of ``text``, page by page; none for an empty text.

    ``progress`` is told the share of pages that were read. A damaged page has no text; it says on
    the screen that it is damaged.
    """
    needle = fold(text)
    found: list[Hit] = []
    if not needle:
        return found
    for page in range(len(file.sizes)):
        progress(page / len(file.sizes))
        try:
            lines = file.lines(page)
        except MachineError:
            continue
        folded = _folded(lines)
        start = folded.text.find(needle)
        while start >= 0:
            end = start + len(needle)
            boxes = _boxes(lines, folded.first[start], folded.last[end - 1])
            found.append(Hit(page, tuple(boxes)))
            start = folded.text.find(needle, end)
    return found


def find_each(
    file: PdfFile, texts: Sequence[str], progress: Callable[[float], None]
) -> list[Hit | None]:
    """Return where each of some texts begins, which stand on the pages one after the other.

    One that does not stand behind the one before is sought from the first page on; None where it is
    nowhere. ``progress`` as for ``find_all``.
    """
    pages: list[tuple[Sequence[Line], _Folded]] = []
    for page in range(len(file.sizes)):
        progress(page / len(file.sizes))
        try:
            lines = file.lines(page)
        except MachineError:
            lines = ()
        pages.append((lines, _folded(lines)))
    found: list[Hit | None] = []
    here = (0, 0)
    for text in texts:
        needle = fold(text)
        place = _find_behind(pages, needle, here) or _find_behind(pages, needle, (0, 0))
        if place is None:
            found.append(None)
            continue
        page, start = place
        lines, folded = pages[page]
        end = start + len(needle)
        boxes = _boxes(lines, folded.first[start], folded.last[end - 1])
        found.append(Hit(page, tuple(boxes)))
        here = (page, end)
    return found


def _find_behind(
    pages: Sequence[tuple[Sequence[Line], _Folded]], needle: str, here: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the page and the place in its folded text where a text stands first."""
    for page in range(here[0], len(pages)) if needle else ():
        start = pages[page][1].text.find(needle, here[1] if page == here[0] else 0)
        if start >= 0:
            return page, start
    return None


def _folded(lines: Sequence[Line]) -> _Folded:
    """Fold letter by letter, so that a place in the folded text is known on the page."""
    letters = [
        (letter, _Place(number, place))
        for number, line in enumerate(lines)
        for place, letter in enumerate(line.text)
        if not letter.isspace()
    ]
    folded: list[str] = []
    first: list[_Place] = []
    last: list[_Place] = []
    for cluster in LETTER.finditer("".join(letter for letter, _ in letters)):
        places = [place for _, place in letters[cluster.start() : cluster.end()]]
        plain = _fold(cluster.group())
        folded.append(plain)
        if len(plain) == len(places):
            first += places
            last += places
        else:
            first += [places[0]] * len(plain)
            last += [places[-1]] * len(plain)
    return _Folded("".join(folded), first, last)


def _boxes(lines: Sequence[Line], first: _Place, last: _Place) -> list[QRectF]:
    """Return a box for each line that a place reaches over."""
    boxes: list[QRectF] = []
    for number in range(first.line, last.line + 1):
        line = lines[number]
        start = first.letter if number == first.line else 0
        end = last.letter + 1 if number == last.line else len(line.text)
        boxes.append(_part(line, start, end))
    return boxes


def _part(line: Line, start: int, end: int) -> QRectF:
    """Return where letters of a line stand, measured by the window's own font.

    A PDF with the text of whole lines does not say it; how letters share a line is much alike in
    all faces of a kind.
    """
    measure = QFontMetricsF(theme.font(_MEASURE)).horizontalAdvance
    whole = measure(line.text) or 1.0
    left, right = (line.box.width() * measure(line.text[:to]) / whole for to in (start, end))
    return QRectF(line.box.left() + left, line.box.top(), right - left, line.box.height())
