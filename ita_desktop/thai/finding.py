"""Where a text stands in another, as the program compares texts: not only that it is there."""

import re
from functools import lru_cache

from ita_desktop.thai.text import fold, without_marks

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
LETTER = re.compile(
    f"[เ-ไ]+[{_MARKS}]*[ก-ฮ]?[{_MARKS}]*[ะาำ]*[{_MARKS}]*|.[{_MARKS}ะาำ]*", re.DOTALL
)
"""What one person would call one letter: leading vowels, tones beside them, a consonant, its marks,
and the vowels that may have to join a mark."""
_fold = lru_cache(maxsize=4096)(fold)


def letter_edges(text: str) -> list[int]:
    """Return where the text may be cut: the ends of what one person would call one letter."""
    return [0, *(cluster.end() for cluster in LETTER.finditer(text))]


def find_spans(text: str, needle: str, *, ignore_marks: bool = False) -> list[tuple[int, int]]:
    """Return every place of the needle in the text as its first letter and the one after its last.

    Spaces, kind of digits, Latin case and the order of Thai marks do not count; with
    ``ignore_marks`` neither do tone marks, ็ and ์. A place begins and ends with whole letters: a
    consonant with its marks. An empty needle is nowhere.
    """
    sought = without_marks(fold(needle)) if ignore_marks else fold(needle)
    if not sought:
        return []
    whole, origins = _folded(text, ignore_marks=ignore_marks)
    found: list[tuple[int, int]] = []
    start = whole.find(sought)
    while start >= 0:
        end = start + len(sought)
        place = origins[start][0], origins[end - 1][1]
        if found and found[-1][0] == place[0]:  # twice in what one person would call one letter
            found.pop()
        found.append(place)
        start = whole.find(sought, end)
    return found


@lru_cache(maxsize=2048)  # the paragraphs of the help: they are sought through at every letter
def _folded(text: str, *, ignore_marks: bool) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text as it is compared, and where each of its letters came from."""
    folded: list[str] = []
    origins: list[tuple[int, int]] = []
    for cluster in LETTER.finditer(text):
        letters = _fold(cluster.group())
        letters = without_marks(letters) if ignore_marks else letters
        folded.append(letters)
        origins += [cluster.span()] * len(letters)
    return "".join(folded), tuple(origins)
