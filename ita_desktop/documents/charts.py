"""Charts as figures and words: the same ones are drawn on paper and on the screen."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its words, this year's and last year's score, 0 to 100 or None."""

    words: str
    score: Decimal | None
    before: Decimal | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """A bar a line from 0 to 100, a dashed limit through all, last year as a mark."""

    caption: str
    bars: tuple[Bar, ...]
    limit: Decimal | None = None
    key: str = ""
    """What colours, marks and the limit mean, under the chart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillar:
    """One column of a chart: its words, its figure, and a word under it."""

    words: str
    score: Decimal | None
    below: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PillarChart:
    """A column a year, from ``floor`` to 100, and a dashed limit."""

    caption: str
    pillars: tuple[Pillar, ...]
    floor: int = 0
    limit: Decimal | None = None
    key: str = ""


Chart = BarChart | PillarChart
