"""The level a year's result reaches, and what is missing for the next one."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.domain.criteria import LevelRule
from ita_desktop.domain.scores import YearResult


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing for a level: points of the total and of instruments, as shown."""

    level: LevelRule
    total: Decimal
    """0 where the total is high enough."""
    instruments: Mapping[str, Decimal]
    """Only the instruments that are too low."""


def level_of(result: YearResult) -> LevelRule | None:
    """Return the level of the result; None without a total, a rule, or an instrument it asks about.

    To 2565 the total with two decimals decides (94.995 is shown as 95.00, level AA). From 2566 the
    three instruments count too: 95.81 with one instrument below 95 is ผ่านดี. A lower level is told
    only where the higher ones are known to fail; else ``undecided_by`` says what is unknown.
    """
    level = _highest_open(result)
    return level if level is not None and _reaches(result, level) else None


def undecided_by(result: YearResult) -> tuple[str, ...]:
    """Return the instruments that must be known before the level of the total can be told.

    Empty where the level is known, and where there is no total or no rule.
    """
    level = _highest_open(result)
    return () if level is None or _reaches(result, level) else _unknown(result)


def gap_to_next_level(result: YearResult) -> Gap | None:
    """Return what is missing for the level above, or None at the top or where it is not known."""
    wanted = level_above(result)
    return None if wanted is None else gap_to(result, wanted)


def level_above(result: YearResult) -> LevelRule | None:
    """Return the level above that of the result, or None at the top or where it is not known."""
    reached = level_of(result)
    levels = result.criteria.levels
    if reached is None or (place := levels.index(reached)) == 0:
        return None
    return levels[place - 1]


def gap_to(result: YearResult, wanted: LevelRule) -> Gap | None:
    """Return what is missing for a level: nothing of what it asks for where it is reached.

    None without a total, and where the level asks about an instrument that is not known.
    """
    total = result.total.shown
    each = wanted.each_instrument_from
    if total is None or (each is not None and _unknown(result)):
        return None
    return Gap(
        wanted,
        max(wanted.total_from - total, Decimal(0)),
        {
            code: each - shown
            for code, figure in result.instruments.items()
            if each is not None and (shown := figure.shown) is not None and shown < each
        },
    )


def _highest_open(result: YearResult) -> LevelRule | None:
    """Return the first level that is not known to fail; None without a total or a rule."""
    if result.total.value is None:
        return None
    levels = (level for level in result.criteria.levels if _reaches(result, level) is not False)
    return next(levels, None)


def _reaches(result: YearResult, level: LevelRule) -> bool | None:
    """Say whether the result reaches a level; None where that is not known."""
    total = result.total.shown
    if total is None or total < level.total_from:
        return False
    each = level.each_instrument_from
    if each is None:
        return True
    unknown = _unknown(result)
    known = [figure.shown for code, figure in result.instruments.items() if code not in unknown]
    if any(score is not None and score < each for score in known):
        return False
    return None if unknown else True


def _unknown(result: YearResult) -> tuple[str, ...]:
    """Return the instruments not known as well as the total: an entered one is final.

    A total that is computed from the scores so far is preliminary, and its level with it.
    """
    return tuple(
        code
        for code, figure in result.instruments.items()
        if figure.value is None or (result.complete and not figure.complete)
    )
