"""What is reported of a plan in a round: which projects report, and the sums of their money."""

from collections.abc import Iterable
from decimal import Decimal

from ita_desktop.domain.measures import ROUNDS, Round
from ita_desktop.domain.plan import Placed, Plan


def reporting(plan: Plan, fiscal_year: int) -> tuple[Placed, ...]:
    """Return the projects that report on a year: those that run in it, or reported on it."""
    return tuple(
        one
        for one in plan.placed()
        if one.project.runs_in(fiscal_year)
        or any(not one.project.result(fiscal_year, months).is_empty for months in ROUNDS)
    )


def sums_of_results(
    those: Iterable[Placed], fiscal_year: int, months: Round
) -> tuple[Decimal, Decimal, Decimal]:
    """Return what was planned, granted and spent in all, in baht."""
    results = [one.project.result(fiscal_year, months) for one in those]
    zero = Decimal(0)
    return (
        sum((one.planned or zero for one in results), zero),
        sum((one.granted or zero for one in results), zero),
        sum((one.spent or zero for one in results), zero),
    )
