"""Projects of the plan in a new year are against the risks that theirs go on as there."""

from collections.abc import Collection

from ita_desktop.db import projects as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plan_covering
from ita_desktop.db.registers import load_processes
from ita_desktop.workflows.risks.years import risk_years

_LINKS = "project_risk"


def risks_of(file: DataFile, fiscal_year: int) -> frozenset[int]:
    """Return the numbers of the risks of a year."""
    return frozenset(
        risk.id for process in load_processes(file, fiscal_year) for risk in process.risks
    )


def renew_risk_links(
    file: DataFile, from_year: int, to_year: int, *, made: Collection[int], begun: int | None
) -> None:
    """Join projects with the risks of the new year that theirs go on as, inside a deed.

    In a plan that covers the new year with those that were ``made`` for it, beside those it has; in
    the plan that was ``begun`` with all. A project of a plan that was begun before its risks came
    has those of the project it goes on from.
    """
    number = plan_covering(file, to_year) if begun is None else begun
    if number is None or not (made or begun):
        return
    years = risk_years(file, from_year, to_year)
    for placed in load_plan(file, number).placed():
        project = placed.project.id
        own = placed.project.risks
        before = dict.fromkeys((*own, *_risks_before(file, project)))
        later = [years.went_on[risk].risk.id for risk in before if risk in years.went_on]
        new = [one for one in later if one not in own and (begun is not None or one in made)]
        if new:
            table.put_links(file, _LINKS, project, [(risk,) for risk in (*own, *new)])


def _risks_before(file: DataFile, project: int) -> tuple[int, ...]:
    """Return the risks that the project was against from which this one goes on."""
    rows = file.read("SELECT previous FROM project WHERE id = ?", (project,))
    if not rows or rows[0][0] is None:
        return ()
    return tuple(int(str(risk)) for (risk,) in table.links_of(file, _LINKS, rows[0][0]))
