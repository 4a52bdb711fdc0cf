"""What the risks of a year lack: the facts their rules look at."""

from collections.abc import Iterable
from datetime import date

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risk_checks import RISK_ITEM, TREATED_ITEM, risk_lacks
from ita_desktop.domain.risk_facts import RiskFacts
from ita_desktop.domain.risks import Register
from ita_desktop.workflows.readiness.reading import Question, Reading, item_names


def lacks_of_risks(question: Question) -> Iterable[Lack]:
    """Return what the risks of the year lack."""
    return risk_lacks(_facts(question, question.reading.register(question.fiscal_year)))


def risk_facts(
    file: DataFile, register: Register, today: date, months: Round | None = None
) -> RiskFacts:
    """Return what the rules about risks look at; for ``domain.risk_checks``."""
    return _facts(Question(Reading(file), register.fiscal_year, today, months), register)


def items_of_risks(file: DataFile, fiscal_year: int) -> tuple[str, ...]:
    """Return the codes of the items that ask for risks and what was done, as of measures."""
    return item_names(file, fiscal_year, RISK_ITEM, TREATED_ITEM)


def _facts(question: Question, register: Register) -> RiskFacts:
    reading, year = question.reading, question.fiscal_year
    return RiskFacts(
        register=register,
        units=reading.office().units,
        today=question.today,
        rounds=question.rounds,
        plan=reading.asked(year, *RISK_ITEM),
        report=reading.asked(year, *TREATED_ITEM),
    )
