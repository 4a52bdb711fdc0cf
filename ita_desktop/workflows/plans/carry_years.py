"""What a project of an earlier plan says in a new one: its years shifted, its money kept or not."""

import re
from collections.abc import Mapping
from typing import Final

from ita_desktop.db.rows import Value
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.thai.digits import to_arabic_digits

_YEAR: Final = re.compile(r"(?<!\d)2[56]\d\d(?!\d)")
_TEXTS: Final = (
    *("name", "rationale", "objectives", "target", "steps", "source", "outputs", "outcomes"),
    "note",
)


def shifted_years(
    project: Project, before: Plan, after: Plan, *, money: bool
) -> dict[int, ProjectYear]:
    """Return the years of the new plan in which a project runs or has money.

    The first year goes to the first one. What runs through the whole old plan runs through the
    whole new one, in years that the old one did not have without money; other years that the new
    plan does not have are left out. Without ``money`` only runs and quarters come.
    """
    found: dict[int, ProjectYear] = {}
    told = ProjectYear()
    for year, old_year in zip(after.years, before.years, strict=False):
        told = project.years.get(old_year, ProjectYear())
        runs, amount = project.runs_in(old_year), told.amount if money else None
        if runs or amount is not None:
            found[year] = ProjectYear(runs=runs, quarters=told.quarters, amount=amount)
    if set(before.years) <= set(project.running):
        for year in after.years[len(before.years) :]:
            found[year] = ProjectYear(runs=True, quarters=told.quarters)
    return found


def year_columns(year: ProjectYear) -> dict[str, Value]:
    """Return a year of a project as its columns keep it."""
    return {
        "runs": int(year.runs),
        "quarters": "".join(map(str, year.quarters)),
        "amount": "" if year.amount is None else str(year.amount),
    }


def own_period(project: Project) -> str:
    """Return the words of its period that hold in any plan: those that name no year."""
    return "" if _named(project.period) else project.period


def names_old_years(project: Project, before: Plan, after: Plan) -> bool:
    """Say whether a text of a project names a year of the old plan that the new one has not."""
    texts = " ".join(str(getattr(project, field)) for field in _TEXTS)
    return bool(_named(texts) & ({*before.years} - {*after.years}))


def _named(text: str) -> set[int]:
    """Return the Buddhist years that stand in a text."""
    return {int(year) for year in _YEAR.findall(to_arabic_digits(text))}


def carried_texts(project: Project, kept: Mapping[str, Value], *, money: bool) -> dict[str, Value]:
    """Return the columns of the new project; ``kept`` are those of the old one as they are kept."""
    values = {**kept, "period": own_period(project), "previous": project.id}
    if not money:
        values["amount"] = ""
    return values
