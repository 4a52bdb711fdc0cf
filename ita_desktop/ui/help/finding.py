"""Finding a text on all pages of the help, with the heading it stands under and words around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ita_desktop.thai.finding import find_spans, letter_edges
from ita_desktop.thai.text import fold
from ita_desktop.ui.help.page_look import blocks, page_document
from ita_desktop.ui.help.pages import pages_there, source_of, title_of

_AROUND: Final = 34
"""Letters of a paragraph that are shown to each side of what was found."""
_QT: Final = "utf-16-le"
_FEW: Final = 4
"""Places below which those that differ in tone marks are told, too."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the page, its heading, words around it, from and to in the document."""

    page: str
    heading: str
    words: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class _Paragraph:
    heading: str
    text: str
    position: int


def find_places(text: str) -> tuple[Place, ...]:
    """Return where a text stands: pages named after it first, then those with such a heading.

    Places where whole letters are those sought go before the others ("สี" before "สี่"); where
    there are but few, places without regard to tone marks follow. Several words that stand nowhere
    side by side are sought in one paragraph. An empty text is nowhere.
    """
    whole = _found(text, ignore_marks=False, whole=True)
    exact = whole or _found(text, ignore_marks=False)
    found = exact
    if len(exact) < _FEW:
        known = {(one.page, one.begin) for one in exact}
        near = _found(text, ignore_marks=True)
        found = [*exact, *(one for one in near if (one.page, one.begin) not in known)]
    return tuple(found or _found_apart(text.split()))


def places_of(places: Sequence[Place], page: str) -> list[Place]:
    """Return those of one page."""
    return [one for one in places if one.page == page]


def _found(text: str, *, ignore_marks: bool, whole: bool = False) -> list[Place]:
    """Return the places of a text; ``whole``: only where nothing is left of its letters' marks."""
    sought = fold(text)
    found: list[Place] = []
    for page in pages_there():
        for one in _paragraphs(page):
            for begin, end in find_spans(one.text, text, ignore_marks=ignore_marks):
                if not whole or fold(one.text[begin:end]) == sought:
                    found.append(_place(page, one, begin, end))
    return _named_first(found, text, ignore_marks=ignore_marks)


def _found_apart(words: Sequence[str]) -> list[Place]:
    """Return the first of several words in each paragraph that has all of them."""
    found: list[Place] = []
    for page in pages_there() if len(words) > 1 else ():
        for one in _paragraphs(page):
            spans = [find_spans(one.text, word, ignore_marks=True) for word in words]
            if all(spans):
                found.append(_place(page, one, *spans[0][0]))
    return found


def _named_first(found: list[Place], text: str, *, ignore_marks: bool) -> list[Place]:
    """Put pages first whose title has the text, then those with a heading that has it."""

    def has(words: str) -> bool:
        return bool(find_spans(words, text, ignore_marks=ignore_marks))

    headed = {one.page for one in found if has(one.heading)}
    rank = {page: 0 if has(title_of(page)) else 2 - (page in headed) for page in pages_there()}
    return sorted(found, key=lambda one: rank[one.page])  # otherwise in the order of the list


def _place(page: str, one: _Paragraph, begin: int, end: int) -> Place:
    return Place(
        page=page,
        heading=one.heading,
        words=_around(one.text, begin, end),
        begin=one.position + _units(one.text[:begin]),
        end=one.position + _units(one.text[:end]),
    )


@cache
def _paragraphs(page: str) -> tuple[_Paragraph, ...]:
    """Return what a page says, in the very document that is shown of it."""
    found: list[_Paragraph] = []
    heading = title_of(page)
    document = page_document(source_of(page))
    for block in blocks(document):
        if block.blockFormat().headingLevel():
            heading = block.text()
        found.append(_Paragraph(heading, block.text(), block.position()))
    return tuple(found)


def _around(text: str, begin: int, end: int) -> str:
    """Return what was found with some words to each side, cut at spaces where there are any."""
    edges = letter_edges(text)
    left = min((edge for edge in edges if edge >= begin - _AROUND), default=0)
    right = max((edge for edge in edges if edge <= end + _AROUND), default=len(text))
    if left and (space := text.find(" ", left, begin)) >= 0:
        left = space + 1
    if right < len(text) and (space := text.rfind(" ", end, right)) >= 0:
        right = space
    words = text[left:right].replace("\t", " ").replace("\ufffc", "").strip()
    return f"{'…' if left else ''}{words}{'…' if right < len(text) else ''}"


def _units(text: str) -> int:
    """Return how long a text is for Qt, which counts a letter beyond the first plane as two."""
    return len(text.encode(_QT)) // 2
