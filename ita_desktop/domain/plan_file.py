"""What a plan's report is made from, as plain data and back: how a closed round keeps it.

Without the long texts of the nine headings and the plan's fixed parts, which no report prints.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.project import (
    Project,
    ProjectKind,
    ProjectResult,
    ProjectState,
    ProjectYear,
    Reason,
)
from ita_desktop.domain.results_file import filled, read_round


def write_plan(plan: Plan) -> dict[str, Any]:
    """Return the plan as plain data that ``read_plan`` takes back, but for its long texts."""
    return filled(
        id=plan.id,
        first_year=plan.first_year,
        last_year=plan.last_year,
        title=plan.title,
        sections=[_plain_section(one) for one in plan.sections],
    )


def read_plan(plain: Mapping[str, Any]) -> Plan:
    """Return the plan that plain data describe.

    Raises LookupError, TypeError or ValueError for what ``write_plan`` never wrote.
    """
    return Plan(
        id=int(plain["id"]),
        first_year=int(plain["first_year"]),
        last_year=int(plain["last_year"]),
        title=str(plain.get("title", "")),
        sections=tuple(map(_section, plain.get("sections", ()))),
    )


def _plain_section(section: Section) -> dict[str, Any]:
    return filled(
        id=section.id,
        level=section.level,
        marker=section.marker,
        name=section.name,
        projects=[_plain_project(one) for one in section.projects],
    )


def _plain_project(project: Project) -> dict[str, Any]:
    return filled(
        id=project.id,
        kind=project.kind.value,
        name=project.name,
        years={str(year): _plain_year(one) for year, one in project.years.items()},
        no_budget=project.no_budget or "",
        amount=_plain_money(project.amount),
        units=project.units,
        places=list(project.places),
        results=[
            {"year": year, "round": str(months), **_plain_result(result)}
            for (year, months), result in project.results.items()
        ],
    )


def _plain_year(year: ProjectYear) -> dict[str, Any]:
    return filled(
        runs=year.runs or "", quarters=list(year.quarters), amount=_plain_money(year.amount)
    )


def _plain_result(result: ProjectResult) -> dict[str, Any]:
    return filled(
        state=result.state.value,
        in_ordinance=result.in_ordinance or "",
        planned=_plain_money(result.planned),
        granted=_plain_money(result.granted),
        spent=_plain_money(result.spent),
        result=result.result,
        problem=result.problem,
        suggestion=result.suggestion,
        reason=result.reason.value,
        reason_text=result.reason_text,
        note=result.note,
    )


def _plain_money(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)


def _section(plain: Mapping[str, Any]) -> Section:
    values: dict[str, Any] = {**plain, "projects": tuple(map(_project, plain.get("projects", ())))}
    return Section(**values)


def _project(plain: Mapping[str, Any]) -> Project:
    values: dict[str, Any] = {
        **plain,
        "kind": ProjectKind(plain.get("kind", "")),
        "years": {int(year): _year(one) for year, one in plain.get("years", {}).items()},
        "amount": _money(plain.get("amount", "")),
        "no_budget": bool(plain.get("no_budget")),
        "places": tuple(map(int, plain.get("places", ()))),
        "results": dict(map(_result, plain.get("results", ()))),
    }
    return Project(**values)


def _year(plain: Mapping[str, Any]) -> ProjectYear:
    return ProjectYear(
        runs=bool(plain.get("runs")),
        quarters=tuple(map(int, plain.get("quarters", ()))),
        amount=_money(plain.get("amount", "")),
    )


def _result(plain: Mapping[str, Any]) -> tuple[tuple[int, Round], ProjectResult]:
    values: dict[str, Any] = {**plain}
    year, months = int(values.pop("year")), read_round(values.pop("round"))
    values |= {
        "state": ProjectState(values.get("state", "")),
        "reason": Reason(values.get("reason", "")),
        "in_ordinance": bool(values.get("in_ordinance")),
        **{name: _money(values.get(name, "")) for name in ("planned", "granted", "spent")},
    }
    return (year, months), ProjectResult(**values)


def _money(text: str) -> Decimal | None:
    return Decimal(text) if text else None
