"""Figures typed into a fixed text of a plan where a place would keep them true."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.places_in_text import PLACE
from ita_desktop.thai.digits import to_arabic_digits

_PATTERNS: Final = (
    ("งบประมาณรวม", re.compile(r"(?<![\d,.])\d[\d,]*(?:\.\d+)?\s*บาท")),
    ("ช่วงปี", re.compile(r"(?<!\d)2[56]\d\d\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s?ศ\.?\s*)?2[56]\d\d(?!\d)")),
    ("จำนวนโครงการ", re.compile(r"(?<![\d,.])\d+(?=\s*(?:โครงการ|รายการ))")),
    ("จำนวนมิติ", re.compile(r"(?<![\d,.])\d+(?=\s*มิติ)")),
    ("จำนวนปี", re.compile(r"(?<![\d,.])\d+(?=\s*ปี(?!งบประมาณ))")),
)
"""What figures before which word are, and the place that says the same from the data."""


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A figure in a text, where it stands, and the place that would say it."""

    start: int
    end: int
    words: str
    place: str


def typed_figures(text: str) -> tuple[TypedFigure, ...]:
    """Return the figures of a text that a place could say, in order; whether they are right or not.

    Figures in places, and those that two patterns share, are given once or not at all.
    """
    found: list[TypedFigure] = []
    taken = [match.span() for match in PLACE.finditer(text)]
    for figure in _found(text):
        if all(figure.end <= start or end <= figure.start for start, end in taken):
            taken.append((figure.start, figure.end))
            found.append(figure)
    return tuple(sorted(found, key=lambda figure: figure.start))


def _found(text: str) -> Iterator[TypedFigure]:
    arabic = to_arabic_digits(text)  # letter for letter, so that places are those of the text
    for place, pattern in _PATTERNS:
        for match in pattern.finditer(arabic):
            start, end = match.span()
            yield TypedFigure(start, end, text[start:end], place)
