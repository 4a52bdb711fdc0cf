"""What the measures of a year lack: the facts their rules look at."""

from collections.abc import Iterator
from datetime import date

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.measure_checks import PLAN_ITEM, REPORT_ITEM, RULES
from ita_desktop.domain.measure_facts import Facts, twins_of
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.workflows.readiness.reading import Question, Reading, item_names


def lacks_of_measures(question: Question) -> Iterator[Lack]:
    """Give what the measures of the year lack, each as it is found: thousands take a while."""
    facts = _facts(question, question.reading.tracker(question.fiscal_year))
    for rule in RULES:
        yield from rule(facts)


def measure_facts(
    file: DataFile, tracker: Tracker, today: date, months: Round | None = None
) -> Facts:
    """Return what the rules about measures look at; for ``domain.measure_checks``."""
    return _facts(Question(Reading(file), tracker.fiscal_year, today, months), tracker)


def items_of_measures(file: DataFile, fiscal_year: int) -> tuple[str, ...]:
    """Return the codes of the items that ask for measures and what was done in a year's criteria.

    Fewer, or none, where the year has no criteria or no item that goes on from them. One that was
    not held against the handbook says (ร่าง).
    """
    return item_names(file, fiscal_year, PLAN_ITEM, REPORT_ITEM)


def _facts(question: Question, tracker: Tracker) -> Facts:
    reading, year = question.reading, question.fiscal_year
    office = reading.office()
    results = {one: found for one in _years(tracker) if (found := reading.result(one)) is not None}
    return Facts(
        tracker=tracker,
        units=office.units,
        limits=office.limits,
        today=question.today,
        rounds=question.rounds,
        plan=reading.asked(year, *PLAN_ITEM),
        report=reading.asked(year, *REPORT_ITEM),
        last=reading.result(year - 1),
        scores={one: result.entries for one, result in results.items()},
        criteria={one: result.criteria for one, result in results.items()},
        twins=twins_of(tracker),
    )


def _years(tracker: Tracker) -> tuple[int, ...]:
    """Return the years whose items the topics may mean: theirs, and those next to the tracker's."""
    named = {item.criteria_year for topic in tracker.topics for item in topic.items}
    year = tracker.fiscal_year
    return tuple(sorted(named | {year - 1, year, year + 1})) if named else ()
