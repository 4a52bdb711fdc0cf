"""When a step was due, and whether it is late: by the period it has and what was reported."""

from datetime import date
from enum import Enum, auto
from typing import Final

from ita_desktop.domain.measures import (
    ROUNDS,
    Measure,
    Round,
    State,
    Step,
    Tracker,
    period_of,
    result_of,
    steps_or_whole,
)
from ita_desktop.domain.periods import span_of

ENDED: Final = frozenset({State.DONE, State.STOPPED})
"""States after which nothing is waited for."""


class Due(Enum):
    """How a step stands to the calendar."""

    ENDED = auto()
    """Done or given up, in either round."""
    LATE = auto()
    """Its period is over and it is not ended."""
    TOLD = auto()
    """Its period is over and a result was reported, without a state: most papers have none."""
    THIS_MONTH = auto()
    """Its period ends this month."""
    LATER = auto()
    UNKNOWN = auto()
    """No period, or words that name no time."""


def state_of(measure: Measure, step: Step | None, months: Round) -> State:
    """Return the state reported in a round: the step's own, else its measure's."""
    if step is not None and (own := step.results.get(months)) is not None and own.state:
        return own.state
    shared = measure.results.get(months)
    return State.UNTOLD if shared is None else shared.state


def due_of(measure: Measure, step: Step | None, fiscal_year: int, today: date) -> Due:
    """Return how a step, or with None the measure as a whole, stands on the day ``today``.

    Late from the day after its period's last one.
    """
    if any(state_of(measure, step, months) in ENDED for months in ROUNDS):
        return Due.ENDED
    span = span_of(period_of(measure, step), fiscal_year)
    if span is None:
        return Due.UNKNOWN
    if span.last < today:
        return Due.TOLD if _told_without_state(measure, step) else Due.LATE
    return (
        Due.THIS_MONTH
        if (span.last.year, span.last.month) == (today.year, today.month)
        else (Due.LATER)
    )


def _told_without_state(measure: Measure, step: Step | None) -> bool:
    reports = [result_of(measure, step, months) for months in ROUNDS]
    told = any(report.result for report in reports)
    return told and all(report.state is State.UNTOLD for report in reports)


def late_steps(tracker: Tracker, today: date) -> int:
    """Return how many steps of a year are late on a day."""
    return sum(
        due_of(measure, step, tracker.fiscal_year, today) is Due.LATE
        for _, measure in tracker.measures()
        for step in steps_or_whole(measure)
    )
