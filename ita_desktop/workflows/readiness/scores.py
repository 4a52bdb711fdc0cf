"""What the scores of a year lack."""

from collections.abc import Iterable

from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.score_checks import score_lacks
from ita_desktop.workflows.readiness.reading import Question


def lacks_of_scores(question: Question) -> Iterable[Lack]:
    """Return what the scores of the year lack; nothing of a year without criteria."""
    result = question.reading.result(question.fiscal_year)
    return () if result is None else score_lacks(result)
