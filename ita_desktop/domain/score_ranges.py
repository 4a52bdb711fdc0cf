"""Ranges of scores that a heading names in words: "(๘๕.๐๑-๘๕.๙๙ คะแนน)", "ต่ำกว่า ๙๐ คะแนน"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ita_desktop.thai.digits import to_arabic_digits

_NUMBER: Final = r"(?:100|\d{1,2})(?:\.\d{1,2})?(?![\d.]\d|\d)"
_RANGE: Final = re.compile(
    rf"(?<![\d.])(?P<low>{_NUMBER})\s*(?:-|–|—|ถึง)\s*(?P<high>{_NUMBER})\s*คะแนน"
    rf"|(?<![\d.])(?P<points>\d{{1,2}}\.\d\d)\s*(?:-|–|—|ถึง)\s*(?P<to>\d{{1,3}}\.\d\d)(?![\d.])"
    rf"|(?P<word>ต่ำกว่า|น้อยกว่า|ไม่ถึง|มากกว่า|สูงกว่า|เกินกว่า|ตั้งแต่)\s*(?:ร้อยละ)?\s*(?P<end>{_NUMBER})\s*(?:คะแนน|\))"
)
_UNDER: Final = frozenset({"ต่ำกว่า", "น้อยกว่า", "ไม่ถึง"})


@dataclass(frozen=True, slots=True)
class ScoreRange:
    """What a heading says its scores are; None: no end on that side. ``words`` as it is written.

    An end that is ``open`` is not in it: "ต่ำกว่า 85" does not hold 85.
    """

    low: Decimal | None
    high: Decimal | None
    words: str
    is_open: bool = False

    def holds(self, score: Decimal) -> bool:
        """Say whether a score is in it."""
        if self.low is not None and (score < self.low or (self.is_open and score == self.low)):
            return False
        return self.high is None or score < self.high or (not self.is_open and score == self.high)


@lru_cache(maxsize=1024)
def score_ranges(text: str) -> tuple[ScoreRange, ...]:
    """Return the ranges a text names, in order, none above 100 points."""
    return tuple(_ranges(to_arabic_digits(text)))


def _ranges(text: str) -> Iterator[ScoreRange]:
    for found in _RANGE.finditer(text):
        words = " ".join(found[0].removesuffix(")").split())
        low, high = found["low"] or found["points"], found["high"] or found["to"]
        if low is not None:
            first, last = Decimal(low), Decimal(high)
            if first <= last <= 100:
                yield ScoreRange(first, last, words)
        elif found["word"] in _UNDER:
            yield ScoreRange(None, Decimal(found["end"]), words, is_open=True)
        else:
            open_end = found["word"] != "ตั้งแต่"
            yield ScoreRange(Decimal(found["end"]), None, words, is_open=open_end)
