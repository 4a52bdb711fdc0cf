"""Which scores of a year can be tried with other values, and what each is worth."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ita_desktop.domain.criteria import TOTAL, Indicator
from ita_desktop.domain.moved_figures import By, Change
from ita_desktop.domain.points import worth_is_sure, worth_of
from ita_desktop.domain.scores import YearResult


@dataclass(frozen=True, slots=True)
class Tried:
    """A score that can be tried: an OIT item to be published or not, or a figure to be moved."""

    code: str
    words: str
    now: Decimal | None
    """As shown; None of an OIT item whose score is not known."""
    worth: Fraction
    """Points of the total between 0 and 100 on it."""
    is_item: bool
    """Whether it is an OIT item: it is published or not."""
    sure: bool = True
    """Whether ``worth`` may be told as a fact (``points.worth_is_sure``); else it is a draft."""

    @property
    def lost(self) -> Fraction:
        """Points of the total that are still to be won on it."""
        return self.worth * (100 - Fraction(self.now or 0)) / 100

    @property
    def usual(self) -> Change:
        """What is offered first: to publish it, or five points more."""
        return Decimal(100) if self.is_item else By(Decimal(5))


def can_be_tried(result: YearResult) -> tuple[Tried, ...]:
    """Return what can be tried of a year with a total, the dearest first.

    OIT items with a score, and those without one under a figure that was entered as a whole. Of IIT
    and EIT the questions with a score; an indicator none of whose questions has one, and an
    instrument of which not even an indicator is known, are moved themselves.
    """
    if result.total.value is None:
        return ()
    found: list[Tried] = []
    for instrument in result.criteria.instruments:
        below = [
            one
            for indicator in result.criteria.indicators_of(instrument.code)
            for one in _tried_of(result, indicator)
        ]
        figure = result.instruments[instrument.code]
        if not below and figure.shown is not None:
            weight = Fraction(instrument.weight)
            name = instrument.name
            below.append(Tried(instrument.code, name, figure.shown, weight, is_item=False))
        found += below
    return tuple(sorted(found, key=lambda one: (-one.lost, -one.worth)))


def _tried_of(result: YearResult, indicator: Indicator) -> Iterator[Tried]:
    items = result.criteria.items_of(indicator.number)
    over = (str(indicator.number), indicator.instrument, TOTAL)
    entered = any(isinstance(result.entries.get(code), Decimal) for code in over)
    some = False
    for item in items:
        entry = result.entries.get(item.code)
        if isinstance(entry, Decimal) or (item.is_oit and entry is None and entered):
            some = True
            now = entry if isinstance(entry, Decimal) else None
            worth = worth_of(result, item)
            words = f"{item.draft_mark} {item.text}".strip()  # first: lists cut the end off
            sure = worth_is_sure(result.criteria, item)
            yield Tried(item.code, words, now, worth, is_item=item.is_oit, sure=sure)
    figure = result.indicators[indicator.number]
    if not some and figure.shown is not None:
        counted = result.criteria.indicators_of(indicator.instrument)
        weight = Fraction(result.criteria.instrument_by_code[indicator.instrument].weight)
        worth = weight / len(counted)
        yield Tried(str(indicator.number), indicator.name, figure.shown, worth, is_item=False)
