"""Starting points for a section: those that ship, and projects of the office's other plans."""

from collections.abc import Iterator, Sequence

from ita_desktop.criteria.plan_suggestions import section_groups
from ita_desktop.db import projects as project_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plans_of
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_suggestions import (
    PlanSuggestion,
    groups_for,
    offered,
)
from ita_desktop.domain.project import Project
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.carry_sections import ancestors
from ita_desktop.workflows.plans.outline import GONE


def suggestions_for(file: DataFile, section: int) -> tuple[PlanSuggestion, ...]:
    """Return the starting points for a section: for its words, then what other plans have.

    Of other plans first the projects of sections of the same name. None that the plan has under
    the same name. Raises ClerkError for a section that is gone.
    """
    plan = _plan_of(file, section)
    here = {one.id: one for one in plan.sections}[section]
    path = [one.name for one in (*ancestors(plan)[section], here)]
    name = office_of(file).name
    shipped = [
        one.of_office(name)
        for group in groups_for(section_groups(), path)
        for one in group.suggestions
    ]
    there = {fold(one.project.name) for one in plan.placed()}
    used = sorted(_used(file, plan), key=lambda one: fold(one.section) != fold(here.name))
    return offered(shipped, used, there)


def add_suggestions(
    file: DataFile, section: int, chosen: Sequence[PlanSuggestion]
) -> tuple[int, ...]:
    """Add projects made of these to a section, as one deed; return their numbers.

    They run in every year of the plan; money is not taken along. Raises ClerkError for a section
    that is gone.
    """
    plan = _plan_of(file, section)
    made: list[int] = []
    with file.deed(f"เพิ่มโครงการจากตัวอย่าง {len(chosen)} โครงการ"):
        for one in chosen:
            number = table.add_row(file, Kind.PROJECT, section, _columns(one))
            for year in plan.years:
                project_table.put_project_year(file, number, year, {"runs": 1})
            made.append(number)
    return tuple(made)


def _plan_of(file: DataFile, section: int) -> Plan:
    number = table.parent_of(file, Kind.SECTION, section)
    if number is None:
        raise ClerkError(GONE)
    return load_plan(file, number)


def _columns(one: PlanSuggestion) -> dict[str, Value]:
    return {
        "kind": one.kind.value,
        "name": one.name,
        "rationale": one.rationale,
        "objectives": one.objectives,
        "target": one.target,
        "target_groups": " ".join(group.value for group in one.groups),
        "steps": one.steps,
        "units": one.units,
        "source": one.source,
        "outputs": one.outputs,
        "outcomes": one.outcomes,
        "no_budget": int(one.no_budget),
    }


def _used(file: DataFile, but: Plan) -> Iterator[PlanSuggestion]:
    """Give the projects of all other plans, the newest plan first."""
    for years in reversed(plans_of(file)):
        if years.id == but.id:
            continue
        words = f"{years.first_year} – {years.last_year}"
        for one in load_plan(file, years.id).placed():
            yield _of_project(one.project, one.section.name, words)


def _of_project(project: Project, section: str, plan: str) -> PlanSuggestion:
    return PlanSuggestion(
        key=f"project:{project.id}",
        section=section,
        kind=project.kind,
        name=project.name,
        rationale=project.rationale,
        objectives=project.objectives,
        target=project.target,
        groups=project.target_groups,
        steps=project.steps,
        units=project.units,
        source=project.source,
        outputs=project.outputs,
        outcomes=project.outcomes,
        no_budget=project.no_budget,
        plan=plan,
    )
