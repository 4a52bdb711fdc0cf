"""What a year's scores would come to if some of them were others; nothing is kept.

Where a figure above an item was entered as a whole, the published figure stands and moves by what
the item is worth in it (``points.worth_of``): publishing an OIT item raises the total by the same
points whether the total was added up or entered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ita_desktop.domain.levels import level_of
from ita_desktop.domain.moved_figures import Change, changed_entries, moved_figures
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.scores import YearResult, compute


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


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The present result beside the one that the changes would give."""

    before: YearResult
    changes: Mapping[str, Change]
    after: YearResult

    @property
    def gain(self) -> Fraction | None:
        """By how many points of the total all changes together raise it."""
        return _difference(self.before, self.after)


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
    entries = changed_entries(result, changes)
    return WhatIf(
        before=result,
        changes=dict(changes),
        after=compute(result.criteria, entries, moved_figures(result, changes)),
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
