"""Published figures when something below them changes: they move by what it is worth in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from ita_desktop.domain.criteria import TOTAL, Criteria, Item
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import YearResult

_LEAST, _MOST = Fraction(), Fraction(100)


@dataclass(frozen=True, slots=True)
class By:
    """So many points more than now, or less; the score stays between 0 and 100."""

    points: Decimal


Change: TypeAlias = Entry | By
"""Another score, ไม่คิดคะแนน, or so many points more."""
_Pair: TypeAlias = tuple[Fraction | None, Fraction | None]
"""A figure as it is and as it would be; None: left out of the mean."""


def changed_entries(result: YearResult, changes: Mapping[str, Change]) -> Mapping[str, Entry]:
    """Return the scores of a year with the changes; ``By`` of what is not known changes none."""
    entries = dict(result.entries)
    for code, change in changes.items():
        if not isinstance(change, By):
            entries[code] = change
        elif (now := _known(result, code)) is not None:
            entries[code] = round_half_up(_exactly(change, now))
    return entries


def moved_figures(result: YearResult, changes: Mapping[str, Change]) -> Mapping[str, Fraction]:
    """Return the new figures by code: those entered, and those computed that move by points."""
    return _Moves(result, changes).exact()


class _Moves:
    """Figures that were entered as a whole, moved by what changes below them."""

    def __init__(self, result: YearResult, changes: Mapping[str, Change]) -> None:
        self._result, self._changes = result, changes
        self._touched = _above(result.criteria, changes)

    def exact(self) -> Mapping[str, Fraction]:
        """Return the new figures by code."""
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


def _known(result: YearResult, code: str) -> Fraction | None:
    """Return the score a code has now, entered or computed."""
    entry = result.entries.get(code)
    if isinstance(entry, Decimal):
        return Fraction(entry)
    figure = None if code in result.criteria.item_by_code else result.figure(code)
    return None if figure is None else figure.value


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
