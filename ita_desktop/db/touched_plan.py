"""Where in a plan a change is seen."""

from collections.abc import Iterable, Mapping

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.kept_plan import touched_projects
from ita_desktop.db.rows import Kind, parent_of


def first_touched(file: DataFile, changes: Iterable[Change]) -> tuple[int, str] | None:
    """Return where the first of the changes is seen: the plan and a row ("project:28").

    A row that is gone is seen where it was: a project in its section, a goal or a section in the
    plan ("plan:1"). A fixed text is "part:preface". None where nothing is left to be seen.
    """
    for change in changes:
        for row, plan in _places(file, change):
            if plan is not None and file.read("SELECT 1 FROM plan WHERE id = ?", (plan,)):
                return plan, row
    return None


def _places(file: DataFile, change: Change) -> Iterable[tuple[str, int | None]]:
    sides = [values for values in (change.new, change.old) if values]
    match change.table:
        case "plan":
            yield f"plan:{change.row}", change.row
        case "section" | "goal":
            yield f"{change.table}:{change.row}", parent_of(file, Kind(change.table), change.row)
        case "plan_text":
            yield from ((f"part:{one['name']}", plan) for one, plan in _with_plan(sides))
        case "project":
            yield f"project:{change.row}", _plan_of(file, change.row)
        case _:
            for number in sorted(touched_projects(file, [change])):
                yield f"project:{number}", _plan_of(file, number)
    for values in sides:
        if isinstance(section := values.get("section"), int):
            yield f"section:{section}", parent_of(file, Kind.SECTION, section)
        if isinstance(goal := values.get("goal"), int):
            yield f"goal:{goal}", parent_of(file, Kind.GOAL, goal)
    for _, plan in _with_plan(sides):
        yield f"plan:{plan}", plan


def _with_plan(sides: Iterable[Mapping[str, object]]) -> list[tuple[Mapping[str, object], int]]:
    """Return what says which plan it belongs to, with that."""
    return [(one, plan) for one in sides if isinstance(plan := one.get("plan"), int)]


def _plan_of(file: DataFile, project: int) -> int | None:
    section = parent_of(file, Kind.PROJECT, project)
    return None if section is None else parent_of(file, Kind.SECTION, section)
