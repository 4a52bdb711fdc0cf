"""Finding a text on all pages of the help, with the heading it stands under and words around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ita_desktop.thai.finding import find_spans, letter_edges
from ita_desktop.ui.help.page_look import blocks, page_document
from ita_desktop.ui.help.pages import pages_there, source_of, title_of

_AROUND: Final = 34
"""Letters of a paragraph that are shown to each side of what was found."""
_QT: Final = "utf-16-le"


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
    """Return where a text stands, page by page; where it is nowhere, without regard to tone marks.

    An empty text is nowhere.
    """
    return _found(text, ignore_marks=False) or _found(text, ignore_marks=True)


def places_of(places: Sequence[Place], page: str) -> list[Place]:
    """Return those of one page."""
    return [one for one in places if one.page == page]


def _found(text: str, *, ignore_marks: bool) -> tuple[Place, ...]:
    found: list[Place] = []
    for page in pages_there():
        for one in _paragraphs(page):
            for begin, end in find_spans(one.text, text, ignore_marks=ignore_marks):
                found.append(
                    Place(
                        page=page,
                        heading=one.heading,
                        words=_around(one.text, begin, end),
                        begin=one.position + _units(one.text[:begin]),
                        end=one.position + _units(one.text[:end]),
                    )
                )
    return tuple(found)


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
