"""What the OIT items of a year lack: the facts their rules look at."""

from collections.abc import Iterable
from datetime import date

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.disclosure import Disclosure, oit_items
from ita_desktop.domain.lacks import Lack, asked
from ita_desktop.domain.oit_checks import oit_lacks
from ita_desktop.domain.oit_facts import OitFacts
from ita_desktop.workflows.readiness.reading import Question, Reading


def lacks_of_oit(question: Question) -> Iterable[Lack]:
    """Return what the OIT items of the year lack."""
    return oit_lacks(_facts(question, question.reading.disclosure(question.fiscal_year)))


def oit_facts(file: DataFile, disclosure: Disclosure, today: date) -> OitFacts:
    """Return what the rules about OIT items look at; for ``domain.oit_checks``."""
    return _facts(Question(Reading(file), disclosure.fiscal_year, today), disclosure)


def _facts(question: Question, disclosure: Disclosure) -> OitFacts:
    reading, year = question.reading, question.fiscal_year
    criteria, result = reading.criteria(year), reading.result(year)
    items = () if criteria is None else oit_items(criteria)
    return OitFacts(
        fiscal_year=year,
        items=items,
        disclosure=disclosure,
        asked={item.code: asked(result, item) for item in items},
        scores={} if result is None else result.entries,
        units=reading.office().units,
        today=question.today,
    )
