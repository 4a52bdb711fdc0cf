"""How many points of the total an item is worth, and how many are lost on it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ita_desktop.domain.criteria import Criteria, Item, Status
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.domain.scores import YearResult


@dataclass(frozen=True, slots=True)
class Loss:
    """An item and the points of the total that its score leaves on the table."""

    item: Item
    points: Fraction

    @property
    def shown(self) -> Decimal:
        """The points with two decimals, half up."""
        return round_half_up(self.points)


def worth_of(result: YearResult, item: Item) -> Fraction:
    """Return the points of the total between a score of 0 and of 100 on this item.

    40 / 2 / sub-indicators / items for OIT (2566: 0.40 in 9.1, 2.00 in 10.2); items that are
    ไม่คิดคะแนน do not count, so the others are worth more. Nothing for such an item itself. An
    item keeps its worth where its indicator or instrument was entered as a whole.
    """
    criteria = result.criteria
    if result.entries.get(item.code) is EXCLUDED:
        return Fraction()
    instrument = criteria.instrument_by_code[
        criteria.indicator_by_number[item.indicator].instrument
    ]
    share = Fraction(instrument.weight) / _counted_indicators(result, instrument.code)
    counted = [
        other
        for other in criteria.items_of(item.indicator)
        if result.entries.get(other.code) is not EXCLUDED
    ]
    if item.sub_indicator is not None:
        share /= len({other.sub_indicator for other in counted})
        counted = [other for other in counted if other.sub_indicator == item.sub_indicator]
    return share / len(counted)


def worth_is_sure(criteria: Criteria, item: Item) -> bool:
    """Say whether an item was held against the handbook, and what it is worth is no mere guess.

    Points follow from how many items there are beside it: where nobody has a source that one of
    them is there at all, none of them has points that may be told.
    """
    beside = (
        other.status
        for other in criteria.items_of(item.indicator)
        if other.sub_indicator == item.sub_indicator
    )
    return item.status.checked and Status.UNVERIFIED not in beside


def _counted_indicators(result: YearResult, instrument: str) -> int:
    """Return how many indicators the instrument's mean is over once every score is there.

    An indicator whose items are all ไม่คิดคะแนน is left out, unless it has a score of its own.
    """
    return sum(
        figure.entered is not None or figure.computed is not None or not figure.complete
        for indicator in result.criteria.indicators_of(instrument)
        for figure in (result.indicators[indicator.number],)
    )


def loss_of(result: YearResult, item: Item) -> Loss | None:
    """Return the points lost on an item, or None where it has no score or is ไม่คิดคะแนน."""
    score = result.entries.get(item.code)
    if not isinstance(score, Decimal):
        return None
    return Loss(item, worth_of(result, item) * (100 - Fraction(score)) / 100)


def losses(result: YearResult) -> tuple[Loss, ...]:
    """Return the items that lose points, the dearest first, ties in the order of the criteria."""
    found = [loss for item in result.criteria.items if (loss := loss_of(result, item))]
    return tuple(sorted((loss for loss in found if loss.points), key=lambda loss: -loss.points))
