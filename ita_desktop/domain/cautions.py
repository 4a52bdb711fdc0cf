"""What a reader of a year's result must be told besides its figures; how to say it is theirs."""

from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.domain.criteria import TOTAL, Criteria
from ita_desktop.domain.levels import undecided_by
from ita_desktop.domain.scores import YearResult


class LevelRules(StrEnum):
    """How well the level rules of a year are known."""

    CHECKED = "checked"
    UNCHECKED = "unchecked"
    """Known, but found in no source of that year."""
    MISSING = "missing"
    """There are none, so that no level can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cautions:
    """What is unchecked, missing or differing in the result of one fiscal year."""

    levels: LevelRules
    weights_checked: bool
    complete: bool
    """Whether the total rests on every score it needs."""
    missing_indicators: tuple[int, ...]
    """Numbers of the indicators the total still needs scores of."""
    all_missing: bool
    """Whether these are all the indicators there are."""
    entered_items: int
    items: int
    level_needs: tuple[str, ...]
    """Instruments that must be known before the level of the total can be told."""
    differing: tuple[str, ...]
    """Codes of the indicators, instruments and total that differ from what is computed."""


def cautions_of(result: YearResult) -> Cautions:
    """Return what must be told beside the result."""
    criteria = result.criteria
    missing = tuple(indicator.number for indicator in result.missing_indicators)
    figures = {
        **{str(number): figure for number, figure in result.indicators.items()},
        **result.instruments,
        TOTAL: result.total,
    }
    return Cautions(
        levels=_level_rules(criteria),
        weights_checked=criteria.weights_checked,
        complete=result.complete,
        missing_indicators=missing,
        all_missing=len(missing) == len(criteria.indicators),
        entered_items=result.entered_items,
        items=len(criteria.items),
        level_needs=undecided_by(result),
        differing=tuple(code for code, figure in figures.items() if figure.disagrees),
    )


def _level_rules(criteria: Criteria) -> LevelRules:
    if not criteria.levels:
        return LevelRules.MISSING
    return LevelRules.CHECKED if criteria.levels_checked else LevelRules.UNCHECKED
