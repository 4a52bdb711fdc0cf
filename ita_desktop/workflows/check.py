"""What a year lacks before it can be handed in: every rule of every part, worst first.

A later part (OIT) adds one function to ``RULES``.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from ita_desktop.db.announcements import announcements_of_plan
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.scores import fiscal_years
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.plan_texts import PLACES, TEXTS
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Asked, Lack, asked, due_rounds, item_of_year, worst_first
from ita_desktop.domain.measure_checks import PLAN_ITEM, REPORT_ITEM, measure_lacks
from ita_desktop.domain.measure_facts import Facts
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_checks import (
    ACTION_PLAN_ITEM,
    ANNUAL_ITEM,
    HALF_YEAR_ITEM,
    plan_lacks,
)
from ita_desktop.domain.plan_facts import PlanFacts
from ita_desktop.domain.risk_checks import RISK_ITEM, TREATED_ITEM, risk_lacks
from ita_desktop.domain.risk_facts import RiskFacts
from ita_desktop.domain.risks import Register
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.scores import YearResult
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.making import plan_of
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.scores.year_scores import refuse_unknown_year, year_result


def check(
    file: DataFile,
    fiscal_year: int,
    today: date,
    months: Round | None = None,
    rules: "Rules | None" = None,
) -> tuple[Lack, ...]:
    """Return what a year lacks on a day, worst first.

    ``months``: the round whose report is asked for; None for those that are over. ``rules``:
    ``MEASURE_RULES``, ``RISK_RULES`` or ``PLAN_RULES`` where only those are asked; None: all.
    """
    asked = RULES if rules is None else rules
    return worst_first([lack for rule in asked for lack in rule(file, fiscal_year, today, months)])


def checked_years(file: DataFile, fiscal_year: int | None) -> tuple[int, ...]:
    """Return the years to check: the one asked for, else the newest and all with measures or risks.

    Raises ClerkError for a year that the file does not have.
    """
    if fiscal_year is not None:
        refuse_unknown_year(file, fiscal_year)
        return (fiscal_year,)
    years = fiscal_years(file)
    return tuple(
        year
        for year in years
        if year == years[-1] or load_tracker(file, year).topics or load_processes(file, year)
    )


def check_years(file: DataFile, fiscal_year: int | None, today: date) -> dict[str, Any]:
    """Return the findings of one year, or of those worth checking, as plain data."""
    found = {str(year): check(file, year, today) for year in checked_years(file, fiscal_year)}
    counts = {
        severity.value: sum(lack.severity is severity for lacks in found.values() for lack in lacks)
        for severity in Severity
    }
    return {
        "date": today.isoformat(),
        "counts": counts,
        "years": {year: [as_plain(lack) for lack in lacks] for year, lacks in found.items()},
    }


def as_plain(lack: Lack) -> dict[str, Any]:
    """Return a finding as plain data; points with two decimals."""
    place = lack.place
    return {
        "severity": lack.severity.value,
        "item": lack.item or None,
        "points": None if lack.points is None else str(round_half_up(lack.points)),
        "message": lack.message,
        "place": {
            "kind": place.kind,
            "number": place.number,
            "field": place.field,
            "round": place.months,
            "topic": place.topic or None,
        },
    }


def _measures(
    file: DataFile, fiscal_year: int, today: date, months: Round | None
) -> Iterable[Lack]:
    tracker = load_tracker(file, fiscal_year)
    return measure_lacks(measure_facts(file, tracker, today, months))


def measure_facts(
    file: DataFile, tracker: Tracker, today: date, months: Round | None = None
) -> Facts:
    """Return what the rules about measures look at; for ``domain.measure_checks``."""
    office, fiscal_year = office_of(file), tracker.fiscal_year
    return Facts(
        tracker=tracker,
        units=office.units,
        limits=office.limits,
        today=today,
        rounds=due_rounds(fiscal_year, today) if months is None else (months,),
        plan=_asked(file, fiscal_year, *PLAN_ITEM),
        report=_asked(file, fiscal_year, *REPORT_ITEM),
        last=_result(file, fiscal_year - 1),
    )


def _risks(file: DataFile, fiscal_year: int, today: date, months: Round | None) -> Iterable[Lack]:
    register = register_of(file, fiscal_year)
    return risk_lacks(risk_facts(file, register, today, months))


def risk_facts(
    file: DataFile, register: Register, today: date, months: Round | None = None
) -> RiskFacts:
    """Return what the rules about risks look at; for ``domain.risk_checks``."""
    fiscal_year = register.fiscal_year
    return RiskFacts(
        register=register,
        units=office_of(file).units,
        today=today,
        rounds=due_rounds(fiscal_year, today) if months is None else (months,),
        plan=_asked(file, fiscal_year, *RISK_ITEM),
        report=_asked(file, fiscal_year, *TREATED_ITEM),
    )


def _plan(file: DataFile, fiscal_year: int, today: date, months: Round | None) -> Iterable[Lack]:
    return plan_lacks(plan_facts(file, fiscal_year, plan_of(file, fiscal_year), today, months))


def plan_facts(
    file: DataFile,
    fiscal_year: int,
    plan: Plan | None,
    today: date,
    months: Round | None = None,
) -> PlanFacts:
    """Return what the rules about a plan look at; for ``domain.plan_checks``.

    ``plan``: the one that covers the year, None where none does.
    """
    before = fiscal_year - 1
    closed: set[tuple[int, Round]] = {
        (year, one) for year in (before, fiscal_year) for one in closed_rounds(file, year)
    }
    covers_both = plan is not None and before in plan.years
    office = load_office(file)
    return PlanFacts(
        fiscal_year=fiscal_year,
        plan=plan,
        before=plan if covers_both else plan_of(file, before),
        office="" if office is None else office.name,
        units=() if office is None else office.units,
        today=today,
        rounds=due_rounds(fiscal_year, today) if months is None else (months,),
        closed=frozenset(closed),
        announcements=() if plan is None else announcements_of_plan(file, plan.id),
        text_words={name: one.words for name, one in TEXTS.items()},
        places=frozenset(PLACES),
        asked=_asked(file, fiscal_year, *ACTION_PLAN_ITEM),
        half=_asked(file, fiscal_year, *HALF_YEAR_ITEM),
        annual=_asked(file, fiscal_year, *ANNUAL_ITEM),
    )


def items_of_plan(file: DataFile, fiscal_year: int) -> tuple[str, ...]:
    """Return the codes of the items that ask for the plan and its reports, as of measures."""
    return _items(file, fiscal_year, ACTION_PLAN_ITEM, HALF_YEAR_ITEM, ANNUAL_ITEM)


def items_of_risks(file: DataFile, fiscal_year: int) -> tuple[str, ...]:
    """Return the codes of the items that ask for risks and what was done, as of measures."""
    return _items(file, fiscal_year, RISK_ITEM, TREATED_ITEM)


def items_of_measures(file: DataFile, fiscal_year: int) -> tuple[str, ...]:
    """Return the codes of the items that ask for measures and what was done in a year's criteria.

    Fewer, or none, where the year has no criteria or no item that goes on from them. One that was
    not held against the handbook says (ร่าง).
    """
    return _items(file, fiscal_year, PLAN_ITEM, REPORT_ITEM)


def _items(file: DataFile, fiscal_year: int, *items: tuple[str, int]) -> tuple[str, ...]:
    found = [_asked(file, fiscal_year, *item) for item in items]
    named = (one.code if one.sure else f"{one.code} (ร่าง)" for one in found if one.code)
    return tuple(dict.fromkeys(named))


def _asked(file: DataFile, fiscal_year: int, code: str, of_year: int) -> Asked:
    """Return what an item of a year asks for in another, and what it is worth there."""

    def criteria(year: int) -> Criteria | None:
        try:
            return criteria_of(file, year)
        except ClerkError:
            return None

    item = item_of_year(code, of_year, fiscal_year, criteria)
    return asked(_result(file, fiscal_year), item)


def _result(file: DataFile, fiscal_year: int) -> YearResult | None:
    try:
        return year_result(file, fiscal_year)
    except ClerkError:  # a year without criteria: nothing is known of its items
        return None


Rules = tuple[Callable[[DataFile, int, date, Round | None], Iterable[Lack]], ...]
MEASURE_RULES: Final[Rules] = (_measures,)
RISK_RULES: Final[Rules] = (_risks,)
PLAN_RULES: Final[Rules] = (_plan,)
RULES: Final[Rules] = (*MEASURE_RULES, *RISK_RULES, *PLAN_RULES)
