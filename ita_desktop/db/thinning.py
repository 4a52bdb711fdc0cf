"""Which backups may go. No clock is asked: they are ordered by number, and aged by one another."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

BUDGET = 2_000_000_000
"""Bytes the backups of one data file may take."""
NEVER_BY_BUDGET = 10
"""The newest so many stay, however large they are."""
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
    9 months. The last of an epoch always stays. Beyond ``budget`` the oldest go, those that are the
    last of their epoch after the others, and never the newest ten.
    """
    ordered = sorted(backups, key=lambda one: one.number)
    epochs = _epochs(ordered)
    kept: set[int] = set()
    for place, epoch in enumerate(reversed(epochs)):
        kept |= _kept(epoch, young=place < _YOUNG_EPOCHS)
    kept -= _beyond(budget, [one for one in ordered if one.number in kept], epochs)
    return tuple(one.number for one in ordered if one.number not in kept)


def _epochs(ordered: Sequence[Aged]) -> list[list[Aged]]:
    return [list(epoch) for _, epoch in groupby(ordered, key=lambda one: one.epoch)]


def _kept(epoch: Sequence[Aged], *, young: bool) -> set[int]:
    newest = max(one.made for one in epoch)
    kept = {epoch[-1].number} | _newest_of_each(epoch, _MONTHS, lambda at: (at.year, at.month))
    if young:
        kept |= {one.number for one in epoch if newest - one.made <= _ALL_OF}
        kept |= _newest_of_each(epoch, _DAYS, lambda at: at.toordinal())
        kept |= _newest_of_each(epoch, _WEEKS, lambda at: at.toordinal() // 7)
    return kept


def _newest_of_each(
    epoch: Sequence[Aged], most: int, stretch: Callable[[datetime], Hashable]
) -> set[int]:
    """Return the newest of each stretch of time, of the ``most`` newest that have one."""
    found: dict[Hashable, int] = {}
    for one in reversed(epoch):
        found.setdefault(stretch(one.made), one.number)
    return set(list(found.values())[:most])


def _beyond(budget: int, kept: Sequence[Aged], epochs: Sequence[Sequence[Aged]]) -> set[int]:
    last = {epoch[-1].number for epoch in epochs}
    may_go = kept[:-NEVER_BY_BUDGET]
    too_much = sum(one.size for one in kept) - budget
    gone: set[int] = set()
    for one in sorted(may_go, key=lambda one: (one.number in last, one.number)):
        if too_much <= 0:
            break
        gone.add(one.number)
        too_much -= one.size
    return gone
