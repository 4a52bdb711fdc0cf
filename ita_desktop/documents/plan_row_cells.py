"""What the sheets of a plan say of each row, cell by cell, to be drawn and to be compared."""

from collections.abc import Mapping, Sequence
from typing import Final

from ita_desktop.documents.plan_cells import baht
from ita_desktop.documents.table_rows import Content
from ita_desktop.domain.outline_cells import list_cell
from ita_desktop.domain.plan import Placed
from ita_desktop.domain.plan_period import period_words
from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.thai.money import NO_BUDGET

TICK: Final = "✓"
LISTS: Final = ("objectives", "target", "steps", "outputs", "outcomes")
"""Fields that are lists, an entry a line behind its mark."""


def project_cells(
    placed: Placed, years: Sequence[int], numbers: Mapping[int, str]
) -> dict[str, Content]:
    """Return the cells of a project by field; ``numbers`` are those of the sections, by id."""
    project = placed.project
    cells: dict[str, Content] = {
        "name": project.name,
        "kind": project.kind.words,
        "rationale": project.rationale,
        "target_count": "" if project.target_count is None else str(project.target_count),
        "target_groups": "\n".join(group.words for group in project.target_groups),
        "period": period_words(project, years),
        "amount": _undivided(project),
        "source": project.source,
        "units": project.units,
        "section": section_cell(placed, numbers),
        "items": items_cell(project),
        "note": project.note,
    }
    cells |= {name: list_cell(getattr(project, name)) for name in LISTS}
    for year in years:
        one = project.years.get(year, ProjectYear())
        cells[f"amount:{year}"] = "" if one.amount is None else baht(one.amount)
        cells[f"quarters:{year}"] = quarters_cell(one)
    return cells


def _undivided(project: Project) -> Content:
    if project.no_budget:
        return NO_BUDGET
    return "" if project.amount is None else baht(project.amount)


def quarters_cell(year: ProjectYear) -> str:
    """Return "1, 2", or a tick of a year in which the project runs and no quarters were told."""
    if year.quarters:
        return ", ".join(map(str, year.quarters))
    return TICK if year.runs else ""


def section_cell(placed: Placed, numbers: Mapping[int, str]) -> str:
    """Return the numbers of the sections a project stands under, its own first: "3.2.1, 3.2.2"."""
    also = (numbers[one] for one in placed.project.places if one in numbers)
    return ", ".join((numbers[placed.section.id], *also))


def items_cell(project: Project) -> str:
    """Return the items a project serves with their criteria years, a line each: "O36 (2566)"."""
    return "\n".join(f"{code} ({year})" for year, code in project.items)
