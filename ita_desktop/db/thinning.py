"""Which backups may go. No clock is asked: they are ordered by number, and aged by one another."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

BUDGET = 2_000_000_000
"""Bytes the backups of one data file may take."""
NEWEST, NEWEST_DAYS = 3, 7
"""So many of the newest stay, and the last of so many days, however large they are."""
_ALL_OF = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_SET_BACK = timedelta(hours=2)
"""A clock that is put right by so much has not jumped."""
_JUMP = timedelta(days=31)
_YOUNG_EPOCHS = 2


@dataclass(frozen=True, slots=True)
class Aged:
    """A good backup as thinning sees it."""

    number: int
    made: datetime
    epoch: int
    size: int


def begins_epoch(before: datetime, made: datetime) -> bool:
    """Return whether the clock stepped back or jumped ahead between two backups.

    This is asked when the second is made, and kept with it: later, when those between two that stay
    are gone, a step can no longer be told from a day.
    """
    return not -_SET_BACK <= made - before <= _JUMP


def to_thin(backups: Iterable[Aged], budget: int = BUDGET) -> tuple[int, ...]:
    """Return the numbers of the backups that may go, oldest first.

    In the two newest epochs stay all backups of
    two days, and the newest of each of 12 days, 10 weeks and 9 months; in older ones the newest of
    9 months. The last of an epoch always stays.

    Beyond ``budget`` first those of the two days go that no day, week or month needs: of a large
    file they alone would fill it, and a day's work would leave nothing older. Then the oldest,
    those that are the last of their epoch after the others. Never the newest three, nor the last of
    each of the seven newest days.
    """
    ordered = sorted(backups, key=lambda one: one.number)
    epochs = _epochs(ordered)
    spread: set[int] = set()
    dense: set[int] = set()
    for place, epoch in enumerate(reversed(epochs)):
        young = place < _YOUNG_EPOCHS
        spread |= _spread(epoch, young=young)
        dense |= _of_two_days(epoch) if young else set()
    kept = spread | dense
    kept -= _beyond(budget, [one for one in ordered if one.number in kept], spread, epochs)
    return tuple(one.number for one in ordered if one.number not in kept)


def _epochs(ordered: Sequence[Aged]) -> list[list[Aged]]:
    return [list(epoch) for _, epoch in groupby(ordered, key=lambda one: one.epoch)]


def _spread(epoch: Sequence[Aged], *, young: bool) -> set[int]:
    kept = {epoch[-1].number} | _newest_of_each(epoch, _MONTHS, lambda at: (at.year, at.month))
    if young:
        kept |= _newest_of_each(epoch, _DAYS, _day)
        kept |= _newest_of_each(epoch, _WEEKS, lambda at: at.toordinal() // 7)
    return kept


def _of_two_days(epoch: Sequence[Aged]) -> set[int]:
    newest = max(one.made for one in epoch)
    return {one.number for one in epoch if newest - one.made <= _ALL_OF}


def _day(at: datetime) -> int:
    return at.toordinal()


def _newest_of_each(
    epoch: Sequence[Aged], most: int, stretch: Callable[[datetime], Hashable]
) -> set[int]:
    """Return the newest of each stretch of time, of the ``most`` newest that have one."""
    found: dict[Hashable, int] = {}
    for one in reversed(epoch):
        found.setdefault(stretch(one.made), one.number)
    return set(list(found.values())[:most])


def _beyond(
    budget: int, kept: Sequence[Aged], spread: set[int], epochs: Sequence[Sequence[Aged]]
) -> set[int]:
    last = {epoch[-1].number for epoch in epochs}
    stays = {one.number for one in kept[-NEWEST:]} | _newest_of_each(kept, NEWEST_DAYS, _day)
    too_much = sum(one.size for one in kept) - budget
    gone: set[int] = set()
    for one in sorted(kept, key=lambda one: (one.number in last, one.number in spread, one.number)):
        if too_much <= 0:
            break
        if one.number not in stays:
            gone.add(one.number)
            too_much -= one.size
    return gone
