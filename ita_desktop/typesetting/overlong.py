"""Words wider than a line: cut at the slashes of a web address, between parts, or letters."""

import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from ita_desktop.thai.words import address_breaks, inner_breaks
from ita_desktop.typesetting.pieces import SPACES

_LEADING_VOWELS = frozenset("เแโใไ")
_FOLLOWING_VOWELS = frozenset("ะาำๅ")
_JOINER = "\u200d"


def slices(
    word: str, room: float, next_room: float, measure: Callable[[str], float]
) -> Iterator[str]:
    """Cut an overlong word into parts that fill a line each, the first of ``room`` points.

    A web address ends its lines after slashes, a compound between the words it is made of, and one
    of these that is still wider between its own. What is wider even so is cut between letters; a
    line has at least one letter with its marks. ``measure`` returns the width of a stretch.
    """
    start = end = 0
    used = 0.0
    limit = room
    for part in _parts(word, next_room, measure):
        width = measure(part)
        if used and used + width > limit:
            yield word[start:end]
            start, used, limit = end, 0.0, next_room
        if width <= limit:
            used += width
            end += len(part)
            continue
        for cluster in _clusters(part):
            width = measure(cluster)
            if end > start and used + width > limit:
                yield word[start:end]
                start, used, limit = end, 0.0, next_room
            used += width
            end += len(cluster)
    yield word[start:]


def _parts(word: str, room: float, measure: Callable[[str], float]) -> Iterator[str]:
    breaks = address_breaks(word) or inner_breaks(word.strip(SPACES))
    for start, end in pairwise((0, *breaks, len(word))):
        part = word[start:end]
        if breaks and measure(part) > room:
            yield from _parts(part, room, measure)
        else:
            yield part


def _clusters(word: str) -> Iterator[str]:
    """Give the letters of a word, each with what must stay with it."""
    start = 0
    for place in range(1, len(word)):
        before, letter = word[place - 1], word[place]
        stays = (
            before in _LEADING_VOWELS
            or letter in _FOLLOWING_VOWELS
            or letter in SPACES
            or _JOINER in (before, letter)
            or unicodedata.category(letter) in {"Mn", "Mc", "Me"}
        )
        if not stays:
            yield word[start:place]
            start = place
    yield word[start:]
