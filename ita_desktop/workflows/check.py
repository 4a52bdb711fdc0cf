"""What a year lacks before it can be handed in: every rule of every part, worst first.

What each part looks at stands in ``workflows.readiness``, the rules themselves in the domain.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, points_at_stake, worst_first
from ita_desktop.domain.measures import Round
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.workflows.readiness.analysis import lacks_of_analysis
from ita_desktop.workflows.readiness.announcements import lacks_of_announcements
from ita_desktop.workflows.readiness.measures import lacks_of_measures
from ita_desktop.workflows.readiness.names import lacks_of_names
from ita_desktop.workflows.readiness.oit import lacks_of_oit
from ita_desktop.workflows.readiness.plans import lacks_of_plan
from ita_desktop.workflows.readiness.reading import Question, Reading
from ita_desktop.workflows.readiness.risks import lacks_of_risks
from ita_desktop.workflows.readiness.scores import lacks_of_scores
from ita_desktop.workflows.scores.year_scores import refuse_unknown_year

Rules = tuple[Callable[[Question], Iterable[Lack]], ...]
MEASURE_RULES: Final[Rules] = (lacks_of_measures,)
RISK_RULES: Final[Rules] = (lacks_of_risks,)
PLAN_RULES: Final[Rules] = (lacks_of_plan,)
OIT_RULES: Final[Rules] = (lacks_of_oit,)
SCORE_RULES: Final[Rules] = (lacks_of_scores,)
ANNOUNCEMENT_RULES: Final[Rules] = (lacks_of_announcements,)
NAME_RULES: Final[Rules] = (lacks_of_names,)
ANALYSIS_RULES: Final[Rules] = (lacks_of_analysis,)
RULES: Final[Rules] = (
    *(*SCORE_RULES, *MEASURE_RULES, *RISK_RULES, *PLAN_RULES, *OIT_RULES),
    *(*ANALYSIS_RULES, *ANNOUNCEMENT_RULES, *NAME_RULES),
)


def check(
    file: DataFile,
    fiscal_year: int,
    today: date,
    months: Round | None = None,
    rules: Rules = RULES,
) -> tuple[Lack, ...]:
    """Return what a year lacks on a day, worst first.

    ``months``: the round whose report is asked for; None for those that are over. ``rules``:
    ``MEASURE_RULES`` and the like where only those of one part are asked.
    """
    return lacks_of(Question(Reading(file), fiscal_year, today, months), rules)


def lacks_of(question: Question, rules: Rules = RULES) -> tuple[Lack, ...]:
    """Return what ``check`` does, of facts that are read already."""
    return worst_first([lack for rule in rules for lack in rule(question)])


def _checked_years(reading: Reading, fiscal_year: int | None) -> tuple[int, ...]:
    if fiscal_year is not None:
        refuse_unknown_year(reading.file, fiscal_year)
        return (fiscal_year,)
    years = reading.years()
    return tuple(
        year
        for year in years
        if year == years[-1] or reading.tracker(year).topics or reading.register(year).processes
    )


def check_years(file: DataFile, fiscal_year: int | None, today: date) -> dict[str, Any]:
    """Return the findings of one year, else of the newest and all with measures or risks.

    As plain data. Raises ClerkError for a year that the file does not have.
    """
    reading = Reading(file)
    found = {
        str(year): lacks_of(Question(reading, year, today))
        for year in _checked_years(reading, fiscal_year)
    }
    counts = {
        severity.value: sum(lack.severity is severity for lacks in found.values() for lack in lacks)
        for severity in Severity
    }
    return {
        "date": today.isoformat(),
        "counts": counts,
        "points": {
            year: str(round_half_up(points_at_stake(lacks))) for year, lacks in found.items()
        },
        "years": {year: [as_plain(lack) for lack in lacks] for year, lacks in found.items()},
    }


def as_plain(lack: Lack) -> dict[str, Any]:
    """Return a finding as plain data; points with two decimals."""
    place = lack.place
    return {
        "severity": lack.severity.value,
        "item": lack.item or None,
        "content": lack.content or None,
        "points": None if lack.points is None else str(round_half_up(lack.points)),
        "message": lack.message,
        "place": {
            "kind": place.kind,
            "number": place.number,
            "field": place.field,
            "round": place.months,
            "topic": place.topic or None,
            "code": place.code or None,
        },
    }
