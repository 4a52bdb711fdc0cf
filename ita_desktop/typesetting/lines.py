"""Lines of Thai text: broken between words, measured, with their exact source text."""

import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ita_desktop.thai.words import break_opportunities
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.metrics import BODY_SIZE
from ita_desktop.typesetting.shaping import text_width

Opportunities = Callable[[str, frozenset[str]], tuple[int, ...]]
"""Text and the office's own words to the offsets where a line may end."""

AT_WORDS: Final[Opportunities] = break_opportunities
"""Between the words of Thai, as the program does it."""

_SPACES = " \t\u00a0"
_ROUNDING = 1e-6
_LEADING_VOWELS = frozenset("เแโใไ")
_FOLLOWING_VOWELS = frozenset("ะาำๅ")
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Line:
    """A set line. The texts of all lines joined are the source, newlines and spaces included."""

    text: str
    words: tuple[str, ...]
    """What is drawn: the text in words, without the space that hangs at the end."""
    width: float
    """Points from the first drawn word to the end of the last."""
    final: bool
    """Last line of its paragraph (before a newline or the end): never spread when justified."""


def break_lines(  # noqa: PLR0913 - a measure has that many sides, all but two with a default
    text: str,
    width: float,
    face: Typeface,
    *,
    bold: bool = False,
    size: float = BODY_SIZE,
    own_words: frozenset[str] = frozenset(),
    first_indent: float = 0.0,
    opportunities: Opportunities = AT_WORDS,
) -> tuple[Line, ...]:
    """Return the text set in lines of ``width`` points at an official size; at least one line.

    A newline always ends a line. Words stay whole; a word wider than a whole line is cut between
    letters with their marks. ``first_indent`` narrows the first line of each paragraph.
    """

    def measure(part: str) -> float:
        return text_width(part, face, bold=bold, size=size)

    lines: list[Line] = []
    for paragraph in text.split("\n"):
        pieces = _pieces(paragraph, own_words, opportunities)
        filled = tuple(_fill(pieces, (width - first_indent, width), measure))
        for number, part in enumerate(filled, start=1):
            final = number == len(filled)
            lines.append(_line(part, "\n" if final else "", measure))
    lines[-1] = replace(lines[-1], text=lines[-1].text.removesuffix("\n"))
    return tuple(lines)


def _fill(
    pieces: tuple[str, ...], widths: tuple[float, float], measure: Callable[[str], float]
) -> Iterator[list[str]]:
    """Give line after line as its pieces; ``widths``: of the first line and of the others."""
    line: list[str] = []
    used = 0.0
    room = widths[0] + _ROUNDING
    for whole in pieces:
        parts = deque([whole])
        while parts:
            piece = parts.popleft()
            visible = measure(piece.rstrip(_SPACES))
            if used + visible <= room:
                line.append(piece)
                used += measure(piece)
            elif line:
                yield line
                line, used, room = [], 0.0, widths[1] + _ROUNDING
                parts.appendleft(piece)
            else:
                first, *rest = _slices(piece, room, widths[1] + _ROUNDING, measure)
                line.append(first)
                used = measure(first)
                parts.extend(rest)
    yield line


def _slices(
    word: str, room: float, next_room: float, measure: Callable[[str], float]
) -> Iterator[str]:
    """Cut an overlong word into pieces that fill a line each: a letter and its marks at least."""
    start = end = 0
    used = 0.0
    for cluster in _clusters(word):
        width = measure(cluster)
        if end > start and used + width > room:
            yield word[start:end]
            start, used, room = end, 0.0, next_room
        used += width
        end += len(cluster)
    yield word[start:]


def _clusters(word: str) -> Iterator[str]:
    """Give the letters of a word, each with what must stay with it."""
    start = 0
    for place in range(1, len(word)):
        before, letter = word[place - 1], word[place]
        stays = (
            before in _LEADING_VOWELS
            or letter in _FOLLOWING_VOWELS
            or letter in _SPACES
            or _JOINER in (before, letter)
            or unicodedata.category(letter) in {"Mn", "Mc", "Me"}
        )
        if not stays:
            yield word[start:place]
            start = place
    yield word[start:]


def _line(pieces: list[str], end: str, measure: Callable[[str], float]) -> Line:
    text = "".join(pieces)
    visible = len(text.rstrip(_SPACES))
    words: list[str] = []
    for piece in pieces:
        word = piece[:visible]
        visible -= len(word)
        if word:
            words.append(word)
    width = sum(map(measure, words))
    return Line(text + end, tuple(words), width, final=bool(end))


@lru_cache(maxsize=4096)
def _pieces(
    paragraph: str, own_words: frozenset[str], opportunities: Opportunities
) -> tuple[str, ...]:
    inner = (place for place in opportunities(paragraph, own_words) if 0 < place < len(paragraph))
    bounds = (0, *inner, len(paragraph))
    return tuple(paragraph[start:end] for start, end in pairwise(bounds))
