"""How each OIT item of a year stands, and what that comes to: published, late, points."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import (
    Content,
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    is_late,
    missing_contents,
    oit_items,
)
from ita_desktop.domain.points import worth_is_sure, worth_of
from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.domain.scores import YearResult


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStanding:
    """An item with what is known of it.

    ``points`` of the total are what it is worth; None where the item was not held
    against the handbook of its year, or it is ไม่คิดคะแนน. ``asked`` contents are to be there.
    """

    item: Item
    known: DisclosureItem
    points: Fraction | None
    asked: int
    missing: tuple[Content, ...]
    late: bool

    @property
    def counts(self) -> bool:
        """Whether it is to be published: not ไม่คิดคะแนน."""
        return self.known.state is not PublishState.EXCLUDED

    @property
    def there(self) -> int:
        """How many of the contents it must show are ticked."""
        return self.asked - len(self.missing)

    @property
    def complete(self) -> bool:
        """Whether it is published, with an address, and every required content is ticked.

        What is asked for only "if any" need not be.
        """
        known = self.known
        ticked = all(one.is_optional for one in self.missing)
        return known.state.is_public and ticked and bool(known.addresses)

    @property
    def unowned(self) -> bool:
        """Whether nobody is responsible for it."""
        return self.counts and not self.known.units


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureSums:
    """What the items of a year come to; ``items`` and points are without those ไม่คิดคะแนน.

    ``secured`` are the points of complete items. ``untold``: so many have no points that are sure.
    """

    items: int
    public: int
    complete: int
    late: int
    unowned: int
    at_stake: Fraction
    secured: Fraction
    untold: int


def standings_of(
    result: YearResult, disclosure: Disclosure, today: date
) -> tuple[ItemStanding, ...]:
    """Return how every OIT item of a year stands, in the order of the paper."""
    return tuple(
        _standing(result, item, disclosure.of(item.code), today)
        for item in oit_items(result.criteria)
    )


def sums_of(standings: Sequence[ItemStanding]) -> DisclosureSums:
    """Return what items come to."""
    counted = [one for one in standings if one.counts]
    complete = [one for one in counted if one.complete]
    return DisclosureSums(
        items=len(counted),
        public=sum(one.known.state.is_public for one in counted),
        complete=len(complete),
        late=sum(one.late for one in counted),
        unowned=sum(one.unowned for one in counted),
        at_stake=sum((one.points or Fraction() for one in counted), Fraction()),
        secured=sum((one.points or Fraction() for one in complete), Fraction()),
        untold=sum(one.points is None for one in counted),
    )


def points_at_stake(result: YearResult, item: Item, known: DisclosureItem) -> Fraction | None:
    """Return the points of the total that an item is worth; None as ``ItemStanding.points`` is."""
    excluded = known.state is PublishState.EXCLUDED or result.entries.get(item.code) is EXCLUDED
    return worth_of(result, item) if worth_is_sure(result.criteria, item) and not excluded else None


def _standing(result: YearResult, item: Item, known: DisclosureItem, today: date) -> ItemStanding:
    return ItemStanding(
        item=item,
        known=known,
        points=points_at_stake(result, item, known),
        asked=len(asked_contents(item)),
        missing=missing_contents(item, known),
        late=is_late(known, result.entries, today),
    )
