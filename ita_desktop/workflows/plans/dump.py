"""What a dump says of plans and announcements: every key always there, in the paper's order."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ita_desktop.db.announcements import announcements_of
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plans_of
from ita_desktop.domain.plan import Placed, Plan, levels, section_numbers
from ita_desktop.domain.plan_money import Sums, dimension_sums, plan_sums
from ita_desktop.domain.project import Project, ProjectResult


def dump_plans(file: DataFile, fiscal_year: int | None = None) -> list[dict[str, Any]]:
    """Return all plans, the oldest first, or the one that covers a year.

    ``dimensions`` are the sections of level 1 with all sections under them, ``projects`` in the
    order of the paper with the number they have there. Money as texts, None where none was told.
    """
    return [
        _plan(load_plan(file, one.id))
        for one in plans_of(file)
        if fiscal_year is None or fiscal_year in one.years
    ]


def dump_announcements(file: DataFile, fiscal_year: int) -> list[dict[str, Any]]:
    """Return the announcements of a year, drafts and issued ones; those by the hash of their PDF.

    What is empty is as its kind and the office have it.
    """
    return [
        {
            "id": one.id,
            "kind": one.kind.value,
            "plan": one.plan,
            "number": one.number,
            "dated": None if one.dated is None else one.dated.isoformat(),
            "month_word": one.month_word,
            "subject": one.subject,
            "text": one.text,
            "signer": one.signer,
            "signer_title": one.signer_title,
            "issued": one.issued or None,
            "sha256": one.sha256 or None,
        }
        for one in announcements_of(file, fiscal_year)
    ]


def _plan(plan: Plan) -> dict[str, Any]:
    sums = plan_sums(plan)
    return {
        "id": plan.id,
        "from": plan.first_year,
        "to": plan.last_year,
        "title": plan.title,
        "risk_year": plan.risk_year,
        "texts": dict(sorted(plan.texts.items())),
        "goals": [
            {"id": goal.id, "text": goal.text, "aims": _by_year(goal.aims)} for goal in plan.goals
        ],
        "dimensions": _dimensions(plan),
        "projects": [_project(one) for one in plan.placed()],
        "money": _sums(sums),
    }


def _dimensions(plan: Plan) -> list[dict[str, Any]]:
    numbers, on_paper, sums = section_numbers(plan), levels(plan), dimension_sums(plan)
    found: list[dict[str, Any]] = []
    for section in plan.sections:
        told = {
            "id": section.id,
            "number": numbers[section.id],
            "name": section.name,
            "marker": section.marker,
        }
        if section.id in sums:
            found.append({**told, "money": _sums(sums[section.id]), "sections": []})
        else:
            found[-1]["sections"].append({**told, "level": str(on_paper[section.id])})
    return found


def _sums(sums: Sums) -> dict[str, Any]:
    """Return how many projects there are and what they cost."""
    return {
        "projects": str(sums.projects),
        "without_money": str(sums.without),
        "years": {str(year): _money(amount) for year, amount in sums.by_year.items()},
        "undivided": _money(sums.undivided),
        "total": _money(sums.total),
    }


def _project(one: Placed) -> dict[str, Any]:
    project = one.project
    return {
        "id": project.id,
        "number": str(one.number),
        "dimension": one.dimension.id,
        "section": one.section.id,
        "places": list(project.places),
        "kind": project.kind.value,
        "name": project.name,
        "rationale": project.rationale,
        "objectives": project.objectives,
        "target": project.target,
        "target_count": None if project.target_count is None else str(project.target_count),
        "target_groups": [group.value for group in project.target_groups],
        "steps": project.steps,
        "period": project.period,
        "no_budget": project.no_budget,
        "amount": _money(project.amount),
        "source": project.source,
        "units": project.units,
        "outputs": project.outputs,
        "outcomes": project.outcomes,
        "note": project.note,
        "years": {
            str(year): {
                "runs": told.runs,
                "quarters": [str(quarter) for quarter in told.quarters],
                "amount": _money(told.amount),
            }
            for year, told in sorted(project.years.items())
        },
        "items": [{"criteria_year": str(year), "code": code} for year, code in project.items],
        "risks": list(project.risks),
        "treatments": list(project.treatments),
        "results": _results(project),
        "previous": project.previous,
    }


def _results(project: Project) -> dict[str, dict[str, Any]]:
    """Return what was reported, by fiscal year and round."""
    found: dict[str, dict[str, Any]] = {}
    for (year, months), told in sorted(project.results.items()):
        found.setdefault(str(year), {})[str(months)] = _result(told)
    return found


def _result(told: ProjectResult) -> dict[str, Any]:
    return {
        "state": told.state.value,
        "in_ordinance": told.in_ordinance,
        "planned": _money(told.planned),
        "granted": _money(told.granted),
        "spent": _money(told.spent),
        "result": told.result,
        "problem": told.problem,
        "suggestion": told.suggestion,
        "reason": told.reason.value,
        "reason_text": told.reason_text,
        "note": told.note,
    }


def _by_year(values: Mapping[int, str]) -> dict[str, str]:
    return {str(year): value for year, value in sorted(values.items())}


def _money(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
