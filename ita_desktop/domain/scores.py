"""From entered scores to indicators, instruments and total; exact fractions, never floats.

Sources: means of questions and of indicators, and 0.30 IIT + 0.30 EIT + 0.40 OIT (seed 001). OIT
goes through its sub-indicators: an indicator is the mean of its sub-indicators, not of its items
(all partial scores of 13 agencies published for 2564 fit this and nothing else).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from ita_desktop.domain.criteria import TOTAL, Criteria, Indicator, Item
from ita_desktop.domain.rounding import round_half_up, shares_of_total
from ita_desktop.domain.score_entry import Entry

TOLERANCE = Decimal("0.01")
"""Published figures are rounded or cut at different places: seed 001 prints 95.65 for 95.6567."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A score with both its origins: what was entered and what the scores below it give."""

    entered: Decimal | None
    computed: Fraction | None
    complete: bool
    """Whether every score below it is there; a figure that is entered is complete."""

    @property
    def value(self) -> Fraction | None:
        """The exact value that counts: the entered (published) one first."""
        return self.computed if self.entered is None else Fraction(self.entered)

    @property
    def shown(self) -> Decimal | None:
        """The value with two decimals, half up."""
        return None if self.value is None else round_half_up(self.value)

    @property
    def computed_shown(self) -> Decimal | None:
        """The computed value with two decimals, half up."""
        return None if self.computed is None else round_half_up(self.computed)

    @property
    def source(self) -> str:
        """``entered`` or ``items``: where the value comes from."""
        return "items" if self.entered is None else "entered"

    @property
    def difference(self) -> Decimal | None:
        """Entered less computed as shown; None where one is missing or both are the same."""
        if self.entered is None or (computed := self.computed_shown) is None:
            return None
        return (self.entered - computed) or None

    @property
    def disagrees(self) -> bool:
        """Whether entered and computed are further apart than rounding can explain (0.01)."""
        if self.entered is None or self.computed is None:
            return False
        return abs(Fraction(self.entered) - self.computed) > TOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class YearResult:
    """Everything that follows from the scores of one fiscal year."""

    criteria: Criteria
    entries: Mapping[str, Entry]
    sub_indicators: Mapping[str, Figure]
    indicators: Mapping[int, Figure]
    instruments: Mapping[str, Figure]
    total: Figure
    weighted: Mapping[str, Decimal]
    """Weighted score of each instrument; they add up to the computed total. Empty without one."""

    @property
    def entered_items(self) -> int:
        """How many items have a score (or are ไม่คิดคะแนน)."""
        return sum(item.code in self.entries for item in self.criteria.items)

    @property
    def complete(self) -> bool:
        """Whether the total rests on every score it needs."""
        return self.total.value is not None and self.total.complete

    @property
    def missing_indicators(self) -> tuple[Indicator, ...]:
        """Indicators the total still needs scores of; an instrument entered whole needs none."""
        return tuple(
            indicator
            for indicator in self.criteria.indicators
            if not self.indicators[indicator.number].complete
            and not self.instruments[indicator.instrument].complete
        )

    @property
    def ranking(self) -> tuple[tuple[Indicator, Decimal], ...]:
        """Indicators with a score, highest first; ties in indicator order, as seed 001 prints."""
        scored = [
            (indicator, shown)
            for indicator in self.criteria.indicators
            if (shown := self.indicators[indicator.number].shown) is not None
        ]
        return tuple(sorted(scored, key=lambda pair: (-pair[1], pair[0].number)))

    def figure(self, code: str) -> Figure | None:
        """Return the figure of an indicator ("7"), an instrument ("EIT") or the total."""
        if code == TOTAL:
            return self.total
        if code in self.instruments:
            return self.instruments[code]
        return self.indicators.get(int(code)) if code.isdecimal() else None


def compute(
    criteria: Criteria, entries: Mapping[str, Entry], exact: Mapping[str, Fraction] | None = None
) -> YearResult:
    """Return what the entered scores of a fiscal year come to.

    Where scores are still missing the means are over those that are there, and marked as not
    complete; there is no total before every instrument has a score. ``exact``: figures of
    indicators, instruments or the total that are known whole, though nobody entered them.
    """
    exact = exact or {}
    subs: dict[str, Figure] = {}
    for sub in criteria.sub_indicators:
        items = [i for i in criteria.items_of(sub.indicator) if i.sub_indicator == sub.code]
        subs[sub.code] = _mean_of_items(items, entries)
    indicators = {
        indicator.number: _indicator_figure(criteria, indicator, entries, subs, exact)
        for indicator in criteria.indicators
    }
    instruments: dict[str, Figure] = {}
    for instrument in criteria.instruments:
        below = [indicators[i.number] for i in criteria.indicators_of(instrument.code)]
        mean, complete = _mean(below)
        instruments[instrument.code] = _figure(
            entries, instrument.code, mean, exact, complete=complete
        )
    parts = [
        None if (value := instruments[i.code].value) is None else Fraction(i.weight) / 100 * value
        for i in criteria.instruments
    ]
    known = [part for part in parts if part is not None]
    has_total = bool(parts) and len(known) == len(parts)
    total = _figure(
        entries,
        TOTAL,
        sum(known, Fraction()) if has_total else None,
        exact,
        complete=has_total and all(figure.complete for figure in instruments.values()),
    )
    weighted = dict(zip(instruments, shares_of_total(known), strict=True)) if has_total else {}
    return YearResult(
        criteria=criteria,
        entries=MappingProxyType(dict(entries)),
        sub_indicators=subs,
        indicators=indicators,
        instruments=instruments,
        total=total,
        weighted=weighted,
    )


def _indicator_figure(
    criteria: Criteria,
    indicator: Indicator,
    entries: Mapping[str, Entry],
    subs: Mapping[str, Figure],
    exact: Mapping[str, Fraction],
) -> Figure:
    below = [subs[sub.code] for sub in criteria.sub_indicators_of(indicator.number)]
    if below:
        mean, complete = _mean(below)
    else:
        figure = _mean_of_items(criteria.items_of(indicator.number), entries)
        mean, complete = figure.computed, figure.complete
    return _figure(entries, str(indicator.number), mean, exact, complete=complete)


def _figure(
    entries: Mapping[str, Entry],
    code: str,
    computed: Fraction | None,
    exact: Mapping[str, Fraction],
    *,
    complete: bool,
) -> Figure:
    if code in exact:
        return Figure(None, exact[code], complete=True)
    entered = entries.get(code)
    if not isinstance(entered, Decimal):
        return Figure(None, computed, complete)
    return Figure(entered, computed, complete=True)


def _mean_of_items(items: Iterable[Item], entries: Mapping[str, Entry]) -> Figure:
    """Return the mean of the items that count; an item that is ไม่คิดคะแนน is left out."""
    codes = [item.code for item in items]
    scores = [score for c in codes if isinstance(score := entries.get(c), Decimal)]
    mean = sum(map(Fraction, scores), Fraction()) / len(scores) if scores else None
    return Figure(None, mean, complete=bool(codes) and all(c in entries for c in codes))


def _mean(figures: Iterable[Figure]) -> tuple[Fraction | None, bool]:
    """Return the mean of the figures that have a value, and whether none is missing.

    A sub-indicator whose items are all ไม่คิดคะแนน is complete without a value and left out.
    """
    every = list(figures)
    values = [figure.value for figure in every if figure.value is not None]
    mean = sum(values, Fraction()) / len(values) if values else None
    return mean, all(figure.complete for figure in every)
