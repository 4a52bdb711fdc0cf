"""The items an analysis names as weak: those that score low, with what was found about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.documents.source import AnalysisSource
from ita_desktop.domain.bands import Band, BandLimits, band_of
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.scores import YearResult
from ita_desktop.thai.text import one_line

_UNSCORED = Decimal(101)
"""Behind every score."""


@dataclass(frozen=True, slots=True)
class WeakItem:
    """An item of the year that is analysed, its score, and what the office found."""

    item: Item
    score: Decimal | None
    findings: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The item's own question, in one line."""
        return one_line(self.item.text)


def weak_items(source: AnalysisSource, instrument: str) -> tuple[WeakItem, ...]:
    """Return the items of an instrument that score below the office's limit or have a finding.

    The findings are those of the measures' topics that name the item as one of the analysed year.
    The lowest score stands first, ties in the order of the criteria; items without one last.
    """
    result, limits = source.scores.result, source.scores.office.limits
    found = _findings(source)
    weak: list[WeakItem] = []
    for indicator in result.criteria.indicators_of(instrument):
        for item in result.criteria.items_of(indicator.number):
            told = found.get(item.code)
            score = score_of(result, item)
            if score is None and told is not None:
                score = told.score
            findings = () if told is None else told.findings
            if findings or _is_low(score, limits):
                weak.append(WeakItem(item, score, findings))
    return tuple(sorted(weak, key=lambda one: _UNSCORED if one.score is None else one.score))


def lowest_items(result: YearResult, indicator: int) -> tuple[tuple[Item, Decimal], ...]:
    """Return the items of an indicator with its lowest score, none where that is 100.

    Of OIT these are the items with 0.
    """
    scored = [
        (item, score)
        for item in result.criteria.items_of(indicator)
        if (score := score_of(result, item)) is not None
    ]
    least = min((score for _, score in scored), default=Decimal(100))
    return tuple(pair for pair in scored if pair[1] == least) if least < 100 else ()


def score_of(result: YearResult, item: Item) -> Decimal | None:
    """Return the score of an item; None without one, and where it is ไม่คิดคะแนน."""
    score = result.entries.get(item.code)
    return score if isinstance(score, Decimal) else None


@dataclass(frozen=True, slots=True)
class _Told:
    score: Decimal | None
    findings: tuple[str, ...]


def _findings(source: AnalysisSource) -> dict[str, _Told]:
    """Return what topics say of items of the analysed year, by code."""
    year = source.scores.result.criteria.fiscal_year
    found: dict[str, _Told] = {}
    for topic in source.plan.tracker.topics:
        for item in topic.items:
            if item.criteria_year != year or not item.code:
                continue
            before = found.get(item.code, _Told(None, ()))
            lines = _unlike((*before.findings, *item.finding.split("\n")))
            found[item.code] = _Told(before.score if item.score is None else item.score, lines)
    return found


def _unlike(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip()))


def _is_low(score: Decimal | None, limits: BandLimits) -> bool:
    return score is not None and band_of(score, limits) is Band.URGENT
