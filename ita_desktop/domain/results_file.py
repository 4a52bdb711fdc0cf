"""What rounds reported of a row as plain data and back."""

from collections.abc import Mapping
from typing import Any

from ita_desktop.domain.measures import Results, Round, State, StepResult


def filled(**values: object) -> dict[str, Any]:
    """Return the values that say something; 0 does."""
    return {name: value for name, value in values.items() if value not in ("", None, [], {})}


def plain_results(results: Results) -> dict[str, Any]:
    """Return reports by round as plain data that ``read_results`` takes back unchanged."""
    return {str(months): _plain_result(result) for months, result in results.items()}


def read_results(plain: Mapping[str, Any]) -> Results:
    """Return the reports that plain data describe. Raises LookupError, TypeError, ValueError."""
    return {read_round(months): _result(result) for months, result in plain.items()}


def read_round(text: str) -> Round:
    """Return the round that "6" or "12" is. Raises KeyError."""
    found: dict[str, Round] = {"6": 6, "12": 12}
    return found[text]


def _plain_result(result: StepResult) -> dict[str, Any]:
    return filled(
        state=result.state.value,
        result=result.result,
        problem=result.problem,
        suggestion=result.suggestion,
        outcome=result.outcome,
        percent=result.percent,
    )


def _result(plain: Mapping[str, Any]) -> StepResult:
    values: dict[str, Any] = {**plain, "state": State(plain.get("state", ""))}
    return StepResult(**values)
