"""What lines are made of: measured pieces of text, tied into units that no line may break."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ita_desktop.thai.words import break_opportunities
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.shaping import shape

Opportunities = Callable[[str, frozenset[str]], tuple[int, ...]]
"""Text and the office's own words to the offsets where a line may end."""

AT_WORDS: Final[Opportunities] = break_opportunities
"""Between the words of Thai, as the program does it."""

SPACES: Final = " \t\u00a0"
RAISED_SIZE: Final = 0.62
"""Size of a raised letter beside the others."""
RAISED_BY: Final = 0.22
"""How far its baseline is lifted, per official point of the others."""
WORD_GAP: Final = 1
"""Share of a justified line's spare space that a place between two words takes."""
BLANK_GAP: Final = 8
"""Share that a space takes: it opens first, as the eye expects."""
MOST_WORDS: Final = 20_000
"""Different words a ruler remembers before it begins anew; a long plan has some 2,000."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a stretch of text differs from plain."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    raised: bool = False


PLAIN: Final = Manner()


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Letters in one manner, drawn without a break; widths in points."""

    text: str
    manner: Manner
    width: float
    bare: float
    """Width without the blanks at its end, which hang over the edge when a line ends there."""
    leader: bool = False
    """A tab whose way is filled with dots."""

    def without_blanks(self) -> "Piece":
        """Return the piece as it stands at the end of a line."""
        text = self.text.rstrip(SPACES)
        return self if len(text) == len(self.text) else replace(self, text=text, width=self.bare)


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """Pieces that stay on one line, and how much each place after one may be spread."""

    pieces: tuple[Piece, ...]
    gaps: tuple[int, ...]
    width: float
    bare: float

    @property
    def text(self) -> str:
        """Return the letters of the unit."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_tab(self) -> bool:
        """Whether it is a tab, whose width is known only on its place in the line."""
        return self.pieces[0].text == "\t"


class Ruler:
    """Measures words in one typeface, size and weight, and remembers them: thousands, not all."""

    def __init__(self, face: Typeface, size: float, *, bold: bool) -> None:
        self.face = face
        self.size = size
        self.bold = bold
        self._pieces: dict[tuple[str, Manner], Piece] = {}
        self._words: dict[str, Unit] = {}

    @property
    def remembered(self) -> int:
        """Return how many words and pieces are remembered now."""
        return len(self._pieces) + len(self._words)

    def width(self, text: str, manner: Manner = PLAIN) -> float:
        """Return how wide the text is on one line, in points."""
        face = self.face
        file = face.file(bold=self.bold or manner.bold, italic=manner.italic)
        points = face.points(self.size) * (RAISED_SIZE if manner.raised else 1)
        return shape(text, file).width * points / 1000

    def piece(self, text: str, manner: Manner = PLAIN) -> Piece:
        """Return the measured piece."""
        key = (text, manner)
        found = self._pieces.get(key)
        if found is None:
            bare = text.rstrip(SPACES)
            width = self.width(text, manner)
            visible = width if bare == text else self.width(bare, manner)
            if len(self._pieces) >= MOST_WORDS:
                self._pieces.clear()
            found = self._pieces[key] = Piece(text, manner, width, visible)
        return found

    def word(self, text: str) -> Unit:
        """Return a plain stretch between two places where a line may end, measured."""
        found = self._words.get(text)
        if found is None:
            if len(self._words) >= MOST_WORDS:
                self._words.clear()
            found = self._words[text] = unit(tuple(map(self.piece, _between_blanks(text))))
        return found


@lru_cache(maxsize=16)
def ruler(face: Typeface, size: float, *, bold: bool) -> Ruler:
    """Return the ruler of a typeface, official size and weight; it remembers its words."""
    return Ruler(face, size, bold=bold)


def unit(pieces: tuple[Piece, ...]) -> Unit:
    """Tie pieces into a unit; a line may be spread at the blanks inside and after it."""
    *inner, last = pieces
    gaps = (
        *(BLANK_GAP if piece.text.endswith(" ") else 0 for piece in inner),
        BLANK_GAP if last.text.endswith(" ") else WORD_GAP,
    )
    before = sum(piece.width for piece in inner)
    return Unit(pieces, gaps, before + last.width, before + last.bare)


@lru_cache(maxsize=2048)
def units_of(
    paragraph: str,
    measure: Ruler,
    own_words: frozenset[str],
    opportunities: Opportunities,
    manners: tuple[tuple[int, Manner], ...] = (),
) -> tuple[Unit, ...]:
    """Return a paragraph (no newline in it) as units in reading order; remembered.

    ``manners``: offsets, rising from 0, from where a manner holds.
    """
    inner = (place for place in opportunities(paragraph, own_words) if 0 < place < len(paragraph))
    bounds = (0, *inner, len(paragraph))
    return tuple(
        made
        for start, end in pairwise(bounds)
        for made in _units_between(paragraph, start, end, measure, manners)
    )


def _units_between(
    paragraph: str,
    start: int,
    end: int,
    measure: Ruler,
    manners: tuple[tuple[int, Manner], ...],
) -> Iterator[Unit]:
    """Give the units of a stretch that has no break in it; a tab is one of its own."""
    text = paragraph[start:end]
    if not manners and "\t" not in text:
        yield measure.word(text)
        return
    pieces: list[Piece] = []
    place = start
    for part in _around_tabs(text):
        if part == "\t":
            if pieces:
                yield unit(tuple(pieces))
            yield unit((Piece("\t", _manner_at(manners, place), 0.0, 0.0),))
            pieces = []
        else:
            for stretch, manner in _stretches(part, place, manners):
                pieces += (measure.piece(word, manner) for word in _between_blanks(stretch))
        place += len(part)
    if pieces:
        yield unit(tuple(pieces))


def _around_tabs(text: str) -> Iterator[str]:
    for number, part in enumerate(text.split("\t")):
        if number:
            yield "\t"
        if part:
            yield part


def _between_blanks(text: str) -> Sequence[str]:
    """Cut after each run of spaces but the last, so that a justified line opens there too."""
    if " " not in text.rstrip(" "):
        return (text,)
    parts: list[str] = []
    start = 0
    for place in range(1, len(text)):
        if text[place - 1] == " " and text[place] != " ":
            parts.append(text[start:place])
            start = place
    return (*parts, text[start:])


def _manner_at(manners: tuple[tuple[int, Manner], ...], place: int) -> Manner:
    return next((manner for start, manner in reversed(manners) if start <= place), PLAIN)


def _stretches(
    text: str, place: int, manners: tuple[tuple[int, Manner], ...]
) -> Iterator[tuple[str, Manner]]:
    """Give a text, which begins at ``place`` of its paragraph, cut where the manner changes."""
    end = place + len(text)
    cuts = [start for start, _ in manners if place < start < end]
    for first, last in pairwise((place, *cuts, end)):
        yield text[first - place : last - place], _manner_at(manners, first)
