"""What ties a plan to the one before: projects that go on in it, items as its time has them."""

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plan_covering
from ita_desktop.domain.crosswalk import item_of_year
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project
from ita_desktop.workflows.criteria.in_force import criteria_years, known_criteria


def gone_on(file: DataFile, after: Plan) -> dict[int, int]:
    """Return the section of a plan in which a project of an earlier one goes on, by its number.

    A project that went there through the plans between is counted, too.
    """
    return _followed(file, {one.project.id: one.section.id for one in after.placed()})


def projects_gone_on(file: DataFile, fiscal_year: int) -> dict[int, int]:
    """Return the project, of the plan that covers a year, as which an earlier one goes on."""
    plan = plan_covering(file, fiscal_year)
    placed = () if plan is None else load_plan(file, plan).placed()
    return _followed(file, {one.project.id: one.project.id for one in placed})


def _followed(file: DataFile, places: dict[int, int]) -> dict[int, int]:
    """Return the places of projects by those of earlier plans that they go on from."""
    earlier = {
        number: place
        for project, place in places.items()
        if (number := _previous(file, project)) is not None
    }
    found: dict[int, int] = {}
    while earlier:
        found |= earlier
        earlier = {
            number: place
            for project, place in earlier.items()
            if (number := _previous(file, project)) is not None and number not in found
        }
    return found


def _previous(file: DataFile, project: int) -> int | None:
    rows = file.read("SELECT previous FROM project WHERE id = ?", (project,))
    return rows[0][0] if rows else None


class NewItems:
    """Items as the criteria of the new plan's time have them."""

    def __init__(self, file: DataFile, after: Plan) -> None:
        self._criteria = known_criteria(file)
        known = criteria_years(file)
        self.year = max((year for year in known if year <= after.last_year), default=known[0])
        """The newest year with criteria that the new plan reaches."""

    def of(self, project: Project) -> tuple[list[tuple[int, str]], list[str]]:
        """Return the items a carried project serves, and the codes nothing goes on from."""
        found: list[tuple[int, str]] = []
        lost: list[str] = []
        for year, code in project.items:
            item = item_of_year(code, year, self.year, self._criteria)
            if item is None:
                lost.append(code)
            else:
                found.append((self.year, item.code))
        return found, lost
