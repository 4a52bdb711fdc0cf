"""Reads plans as one value each; writes a plan, its fixed texts and its goals by year."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.projects import load_projects
from ita_desktop.db.rows import Kind, Value, remove_row, siblings_of
from ita_desktop.domain.plan import Goal, Plan, Section
from ita_desktop.domain.project import Project


@dataclass(frozen=True, slots=True)
class PlanYears:
    """Which plan, and the fiscal years it covers."""

    id: int
    first_year: int
    last_year: int

    @property
    def years(self) -> range:
        """Its fiscal years, oldest first."""
        return range(self.first_year, self.last_year + 1)


def plans_of(file: DataFile) -> tuple[PlanYears, ...]:
    """Return the plans of the file, the oldest first."""
    rows = file.read("SELECT id, first_year, last_year FROM plan ORDER BY first_year")
    return tuple(PlanYears(*row) for row in rows)


def plan_covering(file: DataFile, fiscal_year: int) -> int | None:
    """Return the number of the plan that covers a fiscal year; None where none does."""
    rows = file.read(
        "SELECT id FROM plan WHERE first_year <= ? AND last_year >= ? ORDER BY first_year DESC",
        (fiscal_year, fiscal_year),
    )
    return int(rows[0][0]) if rows else None


def load_plan(file: DataFile, number: int, known: Mapping[int, Project] | None = None) -> Plan:
    """Return a plan whole. Raises ClerkError for values nobody understands, LookupError.

    ``known``: projects that are as they were read, by id; only the others are read.
    """
    rows = file.read(
        "SELECT id, first_year, last_year, title, risk_year FROM plan WHERE id = ?", (number,)
    )
    if not rows:
        raise LookupError(number)
    with file.understanding("แผน"):
        by_section = _projects(file, number, known or {})
        return Plan(
            id=number,
            first_year=rows[0][1],
            last_year=rows[0][2],
            title=rows[0][3],
            risk_year=rows[0][4],
            texts=dict(
                file.read("SELECT name, text FROM plan_text WHERE plan = ? ORDER BY id", (number,))
            ),
            goals=_goals(file, number),
            sections=tuple(
                Section(
                    id=row[0],
                    level=row[1],
                    marker=row[2],
                    name=row[3],
                    projects=tuple(by_section.get(row[0], ())),
                )
                for row in file.read(
                    "SELECT id, level, marker, name FROM section WHERE plan = ?"
                    " ORDER BY position, id",
                    (number,),
                )
            ),
        )


def _projects(
    file: DataFile, plan: int, known: Mapping[int, Project]
) -> Mapping[int, Sequence[Project]]:
    """Return the projects of a plan by section, in order."""
    those = f"section IN (SELECT id FROM section WHERE plan = {int(plan)})"
    found = defaultdict[int, list[Project]](list)
    if not known:
        for section, project in load_projects(file, those):
            found[section].append(project)
        return found
    places = file.read(f"SELECT id, section FROM project WHERE {those} ORDER BY position, id")
    others = ", ".join(str(number) for number, _ in places if number not in known)
    fresh = {one.id: one for _, one in load_projects(file, f"id IN ({others})")} if others else {}
    for number, section in places:
        found[section].append(known.get(number) or fresh[number])
    return found


def _goals(file: DataFile, plan: int) -> tuple[Goal, ...]:
    aims: dict[int, dict[int, str]] = {}
    for goal, year, aim in file.read(
        "SELECT goal, fiscal_year, aim FROM goal_year JOIN goal ON goal.id = goal_year.goal"
        " WHERE plan = ? ORDER BY fiscal_year",
        (plan,),
    ):
        aims.setdefault(goal, {})[year] = aim
    rows = file.read("SELECT id, text FROM goal WHERE plan = ? ORDER BY position, id", (plan,))
    return tuple(Goal(id=row[0], text=row[1], aims=aims.get(row[0], {})) for row in rows)


def add_plan(file: DataFile, first_year: int, last_year: int, title: str = "") -> int:
    """Add an empty plan and return its number; inside a deed."""
    cursor = file.connection.execute(
        "INSERT INTO plan (first_year, last_year, title) VALUES (?, ?, ?)",
        (first_year, last_year, title),
    )
    return int(cursor.lastrowid or 0)


def change_plan(file: DataFile, plan: int, values: Mapping[str, Value]) -> None:
    """Write ``first_year``, ``last_year``, ``title`` or ``risk_year``; inside a deed."""
    sets = ", ".join(f"{column} = ?" for column in values)
    file.connection.execute(f"UPDATE plan SET {sets} WHERE id = ?", (*values.values(), plan))


def remove_plan(file: DataFile, plan: int) -> None:
    """Take a plan away with all that is in it; an issued announcement stays. Inside a deed."""
    for kind in (Kind.SECTION, Kind.GOAL):
        for number in siblings_of(file, kind, plan):
            remove_row(file, kind, number)
    file.connection.execute("DELETE FROM plan_text WHERE plan = ?", (plan,))
    file.connection.execute("UPDATE announcement SET plan = NULL WHERE plan = ?", (plan,))
    file.connection.execute("DELETE FROM plan WHERE id = ?", (plan,))


def put_aim(file: DataFile, goal: int, fiscal_year: int, aim: str) -> None:
    """Write how far a goal goes in a year; an empty one goes."""
    chosen = (goal, fiscal_year)
    file.connection.execute(
        "DELETE FROM goal_year WHERE goal = ? AND fiscal_year = ? AND ? = ''", (*chosen, aim)
    )
    if aim:
        file.connection.execute(
            "INSERT INTO goal_year (goal, fiscal_year, aim) VALUES (?, ?, ?)"
            " ON CONFLICT (goal, fiscal_year) DO UPDATE SET aim = excluded.aim",
            (*chosen, aim),
        )


def put_plan_text(file: DataFile, plan: int, name: str, text: str | None) -> None:
    """Keep an edited text of a plan, or go back to the usual one with None; inside a deed."""
    if text is None:
        file.connection.execute("DELETE FROM plan_text WHERE plan = ? AND name = ?", (plan, name))
    else:
        file.connection.execute(
            "INSERT INTO plan_text (plan, name, text) VALUES (?, ?, ?)"
            " ON CONFLICT (plan, name) DO UPDATE SET text = excluded.text",
            (plan, name, text),
        )
