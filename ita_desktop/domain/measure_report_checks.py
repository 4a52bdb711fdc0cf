"""Rules of what is reported on measures: what O43 of 2566 asks for, and what contradicts itself."""

from collections.abc import Iterator

from ita_desktop.domain.due import due_of
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.measure_facts import Facts, Row, rows_of
from ita_desktop.domain.measures import ROUNDS, period_of, result_of
from ita_desktop.domain.report_checks import REPORT_CHECKS, Reported, Reports
from ita_desktop.domain.required_contents import Need


def report_lacks(facts: Facts) -> Iterator[Lack]:
    """Give what the reports of steps, and of measures without any, lack."""
    tracker = facts.tracker
    asked = Reports(
        fiscal_year=tracker.fiscal_year,
        today=facts.today,
        rounds=facts.rounds,
        closed=tracker.closed,
        asked=facts.report,
        content=Need.PROGRESS,
    )
    rows: list[Reported] = []
    first, *others = REPORT_CHECKS
    yield from first(asked, _each(facts, rows))
    for rule in others:
        yield from rule(asked, rows)


def _each(facts: Facts, known: list[Reported]) -> Iterator[Reported]:
    """Give each row, and keep it for who asks again: of thousands none waits for the last."""
    for row in rows_of(facts.tracker):
        known.append(_reported(row, facts))
        yield known[-1]


def _reported(row: Row, facts: Facts) -> Reported:
    own = row.measure.results if row.step is None else row.step.results
    return Reported(
        name=facts.name(row),
        period=period_of(row.measure, row.step),
        due=due_of(row.measure, row.step, facts.tracker.fiscal_year, facts.today),
        told={months: result_of(row.measure, row.step, months) for months in ROUNDS},
        own=own.keys(),
        place=row.place,
    )
