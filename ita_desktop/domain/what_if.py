"""What a year's scores would come to if some of them were others; nothing is kept.

Where a figure above an item was entered as a whole, the published figure stands and moves by what
the item is worth in it (``points.worth_of``): publishing an OIT item raises the total by the same
points whether the total was added up or entered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from ita_desktop.domain.criteria import TOTAL, Criteria, Item
from ita_desktop.domain.levels import Gap, gap_to, level_above, level_of
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import YearResult, compute

_LEAST, _MOST = Fraction(), Fraction(100)


@dataclass(frozen=True, slots=True)
class By:
    """So many points more than now, or less; the score stays between 0 and 100."""

    points: Decimal


Change: TypeAlias = Entry | By
"""Another score, ไม่คิดคะแนน, or so many points more."""
_Pair: TypeAlias = tuple[Fraction | None, Fraction | None]
"""A figure as it is and as it would be; None: left out of the mean."""


@dataclass(frozen=True, slots=True)
class Gain:
    """What one change by itself brings in points of the total; None where there is no total."""

    code: str
    points: Fraction | None

    @property
    def shown(self) -> Decimal | None:
        """The points with two decimals, half up by their size; a loss is negative."""
        if self.points is None:
            return None
        size = round_half_up(abs(self.points))
        return -size if self.points < 0 else size


@dataclass(frozen=True)
class WhatIf:
    """The present result beside the one that the changes would give."""

    before: YearResult
    changes: Mapping[str, Change]
    after: YearResult

    @cached_property
    def gains(self) -> tuple[Gain, ...]:
        """What each change brings by itself, in the order of the changes."""
        return tuple(gain_of(self.before, code, change) for code, change in self.changes.items())

    @property
    def gain(self) -> Fraction | None:
        """By how many points of the total all changes together raise it."""
        return _difference(self.before, self.after)

    def missing_for(self, level: str) -> Gap | None:
        """Return what is still missing for a level, by its name; the gap names its rule.

        None without such a level or a total, and where an instrument it asks about is not known.
        """
        rule = next((one for one in self.after.criteria.levels if one.name == level), None)
        return None if rule is None else gap_to(self.after, rule)

    @property
    def missing(self) -> Gap | None:
        """Return what is still missing for the level above the new one."""
        above = level_above(self.after)
        return None if above is None else gap_to(self.after, above)


@dataclass(frozen=True, slots=True)
class Step:
    """A change worth making, and what the total and the level are once it and those before are."""

    code: str
    change: Change
    gain: Fraction
    after: YearResult


def what_if(result: YearResult, changes: Mapping[str, Change]) -> WhatIf:
    """Return what the changes would give, exactly; codes are those scores are entered under.

    Where nothing above is entered it is what ``compute`` gives of the changed scores. An item whose
    score is not known is taken, under a figure entered as a whole, to stand as that figure does,
    and an OIT item to be what it is changed from: published it was not, and the other way round.
    Elsewhere ``By`` of a score that is not known changes nothing. A code that is entered itself and
    changed is as it is changed to.
    """
    entries: dict[str, Entry] = dict(result.entries)
    for code, change in changes.items():
        new = _changed(change, _known(result, code))
        if new is not None:
            entries[code] = new
    moves = _Moves(result, changes)
    return WhatIf(
        before=result,
        changes=dict(changes),
        after=compute(result.criteria, entries, moves.exact()),
    )


def gain_of(result: YearResult, code: str, change: Change) -> Gain:
    """Return what one change by itself brings in points of the total."""
    return Gain(code, _difference(result, what_if(result, {code: change}).after))


def ranked(result: YearResult, offered: Mapping[str, Change]) -> tuple[Gain, ...]:
    """Return what each of the offered changes brings by itself: those that do, dearest first.

    Those that bring the same stand as they were offered.
    """
    found = [gain_of(result, code, change) for code, change in offered.items()]
    return tuple(
        sorted((one for one in found if (one.points or 0) > 0), key=lambda one: -(one.points or 0))
    )


def best_steps(
    result: YearResult,
    changes: Mapping[str, Change],
    offered: Mapping[str, Change],
    dearest: Sequence[Gain],
    most: int = 5,
) -> tuple[Step, ...]:
    """Return the steps that raise the total most, on top of ``changes``; ``dearest`` as ``ranked``.

    One of a code that is changed already is not offered again. The last one is that with which a
    better level is reached, or the ``most``-th.
    """
    level = level_of(what_if(result, changes).after)
    steps, put = list[Step](), dict(changes)
    for gain in [one for one in dearest if one.code not in changes][:most]:
        put[gain.code] = offered[gain.code]
        after = what_if(result, put).after
        steps.append(Step(gain.code, offered[gain.code], gain.points or Fraction(), after))
        if level_of(after) != level:
            break
    return tuple(steps)


def _difference(before: YearResult, after: YearResult) -> Fraction | None:
    if before.total.value is None or after.total.value is None:
        return None
    return after.total.value - before.total.value


def _known(result: YearResult, code: str) -> Fraction | None:
    """Return the score a code has now, entered or computed."""
    entry = result.entries.get(code)
    if isinstance(entry, Decimal):
        return Fraction(entry)
    figure = None if code in result.criteria.item_by_code else result.figure(code)
    return None if figure is None else figure.value


def _changed(change: Change, now: Fraction | None) -> Entry | None:
    """Return the entry that a change makes; None where it changes nothing."""
    if not isinstance(change, By):
        return change
    if now is None:
        return None
    new = min(max(now + Fraction(change.points), _LEAST), _MOST)
    return round_half_up(new)


class _Moves:
    """Figures that were entered as a whole, moved by what changes below them."""

    def __init__(self, result: YearResult, changes: Mapping[str, Change]) -> None:
        self._result, self._changes = result, changes
        self._touched = _above(result.criteria, changes)

    def exact(self) -> Mapping[str, Fraction]:
        """Return the new figures by code: those entered, and those computed that move by a part."""
        criteria, found = self._result.criteria, dict[str, Fraction]()
        codes = [str(indicator.number) for indicator in criteria.indicators]
        codes += [instrument.code for instrument in criteria.instruments]
        for code in (*codes, TOTAL):
            change = self._changes.get(code)
            if isinstance(change, By) and (now := _known(self._result, code)) is not None:
                found[code] = min(max(now + Fraction(change.points), _LEAST), _MOST)
            elif code in self._touched and change is None and self._entered(code) is not None:
                new = self._pair(code, Fraction())[1]
                if new is not None:
                    found[code] = new
        return found

    def _entered(self, code: str) -> Fraction | None:
        entry = self._result.entries.get(code)
        return Fraction(entry) if isinstance(entry, Decimal) else None

    def _pair(self, code: str, fill: Fraction) -> _Pair:
        """Return a figure as it is and as it would be; ``fill`` stands for what is not known."""
        entered, change = self._entered(code), self._changes.get(code)
        if entered is None:
            old, new = self._below(code, fill)
            if change is None:
                return old, new
            now = _known(self._result, code)
            now = _or(now, fill)
            return now, _exactly(change, now)
        if change is not None:
            return entered, _exactly(change, entered)
        if code not in self._touched:
            return entered, entered
        old, new = self._below(code, entered)
        move = _or(new, entered) - _or(old, entered)
        return entered, min(max(entered + move, _LEAST), _MOST)

    def _below(self, code: str, fill: Fraction) -> _Pair:
        """Return the mean of what a figure is made of, now and as it would be."""
        criteria = self._result.criteria
        if code == TOTAL:
            return _weighted(
                [(Fraction(i.weight), self._pair(i.code, fill)) for i in criteria.instruments], fill
            )
        if code in criteria.instrument_by_code:
            numbers = [one.number for one in criteria.indicators_of(code)]
            return _means([self._pair(str(number), fill) for number in numbers])
        indicator = criteria.indicator_by_number[int(code)]
        items = criteria.items_of(indicator.number)
        subs = criteria.sub_indicators_of(indicator.number)
        if not subs:
            return self._of_items(items, fill)
        return _means(
            [
                self._of_items([one for one in items if one.sub_indicator == sub.code], fill)
                for sub in subs
            ]
        )

    def _of_items(self, items: Sequence[Item], fill: Fraction) -> _Pair:
        """Return the mean of items now and as it would be."""
        return _means([self._of_item(item, fill) for item in items]) if items else (fill, fill)

    def _of_item(self, item: Item, fill: Fraction) -> _Pair:
        entry, change = self._result.entries.get(item.code), self._changes.get(item.code)
        if isinstance(entry, Decimal):
            now = Fraction(entry)
        elif entry is None and item.is_oit and isinstance(change, Decimal):
            now = _MOST - Fraction(change)
        else:
            now = fill
        new = now if change is None else None if change is EXCLUDED else _exactly(change, now)
        return (None, None if change is None else new) if entry is EXCLUDED else (now, new)


def _exactly(change: Change, old: Fraction) -> Fraction:
    if isinstance(change, By):
        return min(max(old + Fraction(change.points), _LEAST), _MOST)
    return old if change is EXCLUDED else Fraction(change)


def _means(pairs: Sequence[_Pair]) -> _Pair:
    """Return the means of both sides; None where everything is left out."""
    return _mean([pair[0] for pair in pairs]), _mean([pair[1] for pair in pairs])


def _mean(values: Sequence[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction()) / len(known) if known else None


def _weighted(pairs: Sequence[tuple[Fraction, _Pair]], fill: Fraction) -> _Pair:
    """Return the sums of both sides by their weights of 100."""
    old, new = (
        sum((weight * _or(pair[side], fill) for weight, pair in pairs), Fraction()) / 100
        for side in (0, 1)
    )
    return old, new


def _or(value: Fraction | None, fill: Fraction) -> Fraction:
    return fill if value is None else value


def _above(criteria: Criteria, changes: Mapping[str, Change]) -> frozenset[str]:
    """Return the codes of the figures that stand over what is changed."""
    found: set[str] = set()
    for code in changes:
        item = criteria.item_by_code.get(code)
        if item is not None or (code.isdecimal() and int(code) in criteria.indicator_by_number):
            number = int(code) if item is None else item.indicator
            indicator = criteria.indicator_by_number[number]
            found |= {indicator.instrument, TOTAL}
            found |= {str(number)} if item is not None else set()
        elif code in criteria.instrument_by_code:
            found.add(TOTAL)
    return frozenset(found)
