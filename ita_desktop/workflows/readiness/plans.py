"""What the plan of a year lacks: the facts its rules look at."""

from collections.abc import Iterator
from datetime import date

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.plan_texts import PLACES, TEXTS
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_checks import (
    ACTION_PLAN_ITEM,
    ANNUAL_ITEM,
    HALF_YEAR_ITEM,
    RULES,
)
from ita_desktop.domain.plan_facts import PlanFacts
from ita_desktop.workflows.readiness.reading import Question, Reading, item_names


def lacks_of_plan(question: Question) -> Iterator[Lack]:
    """Give what the plan that covers the year lacks, each as it is found."""
    facts = _facts(question, question.reading.plan(question.fiscal_year))
    for rule in RULES:
        yield from rule(facts)


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
    return _facts(Question(Reading(file), fiscal_year, today, months), plan)


def items_of_plan(file: DataFile, fiscal_year: int) -> tuple[str, ...]:
    """Return the codes of the items that ask for the plan and its reports, as of measures."""
    return item_names(file, fiscal_year, ACTION_PLAN_ITEM, HALF_YEAR_ITEM, ANNUAL_ITEM)


def _facts(question: Question, plan: Plan | None) -> PlanFacts:
    reading, year = question.reading, question.fiscal_year
    before = year - 1
    closed: set[tuple[int, Round]] = {
        (one, months) for one in (before, year) for months in reading.closed(one)
    }
    covers_both = plan is not None and before in plan.years
    office = reading.office()
    return PlanFacts(
        fiscal_year=year,
        plan=plan,
        before=plan if covers_both else reading.plan(before),
        plans=bool(reading.plans()),
        office=office.name if reading.has_office() else "",
        executive=office.executive,
        executive_title=office.executive_title,
        units=office.units,
        today=question.today,
        rounds=question.rounds,
        closed=frozenset(closed),
        announcements=() if plan is None else reading.announcements_of_plan(plan.id),
        text_words={name: one.words for name, one in TEXTS.items()},
        places=frozenset(PLACES),
        asked=reading.asked(year, *ACTION_PLAN_ITEM),
        half=reading.asked(year, *HALF_YEAR_ITEM),
        annual=reading.asked(year, *ANNUAL_ITEM),
    )
