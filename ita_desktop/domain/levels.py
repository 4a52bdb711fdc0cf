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
    """Return the level of the result, or None without a total or a rule for the year.

    To 2565 the total with two decimals decides (94.995 is shown as 95.00, level AA). From 2566 the
    three instruments count too: 95.81 with one instrument below 95 is ผ่านดี.
    """
    return next((level for level in result.criteria.levels if _reaches(result, level)), None)


def gap_to_next_level(result: YearResult) -> Gap | None:
    """Return what is missing for the level above, or None at the top or without a level."""
    reached = level_of(result)
    levels = result.criteria.levels
    if reached is None or (place := levels.index(reached)) == 0:
        return None
    wanted = levels[place - 1]
    total = result.total.shown or Decimal(0)
    each = wanted.each_instrument_from
    return Gap(
        wanted,
        max(wanted.total_from - total, Decimal(0)),
        {
            code: each - shown
            for code, figure in result.instruments.items()
            if each is not None and (shown := figure.shown) is not None and shown < each
        },
    )


def _reaches(result: YearResult, level: LevelRule) -> bool:
    total = result.total.shown
    if total is None or total < level.total_from:
        return False
    each = level.each_instrument_from
    if each is None:
        return True
    shown = [figure.shown for figure in result.instruments.values()]
    return all(score is not None and score >= each for score in shown)
