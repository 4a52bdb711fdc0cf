"""A plan as it was read, and what of it is read anew after a deed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.db.projects import load_projects
from ita_desktop.db.schema import PLAN_TABLES
from ita_desktop.domain.plan import Plan

_MOST: Final = 100
_PLACE: Final = frozenset({"section", "position"})
"""Columns that say where a project stands: a changed one changes the others' numbers, too."""
_OF_PROJECT: Final = frozenset(
    {
        *("project_year", "project_place", "project_item", "project_risk", "project_result"),
        "treatment_project",
    }
)


class KeptPlan:
    """What stays the same is the same object: pages tell it by that."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._kept: Plan | None = None
        self._projects: frozenset[int] = frozenset()
        """Projects to be read anew."""

    def forget(self) -> None:
        """Let all be read anew."""
        self._kept = None

    def note(self, latest: int | None) -> None:
        """Note what the deeds newer than number ``latest`` changed."""
        if (self._file.latest_deed() or 0) != (latest or 0) + 1:
            self.forget()  # several at once
            return
        touched = touched_projects(self._file, self._file.last_changes())
        if touched is None:
            self.forget()
        else:
            self._projects |= touched

    def of(self, plan: int) -> Plan:
        """Return a plan. Raises as ``load_plan`` does."""
        kept = self._kept
        if kept is None or kept.id != plan:
            kept = load_plan(self._file, plan)
        elif self._projects:
            kept = self._renewed(kept)
        self._projects = frozenset()
        self._kept = kept
        return kept

    def _renewed(self, kept: Plan) -> Plan:
        numbers = ", ".join(str(number) for number in self._projects)
        with self._file.understanding("แผน"):
            found = load_projects(self._file, f"id IN ({numbers})")
        fresh = {project.id: project for _, project in found}
        return replace(
            kept,
            sections=tuple(
                replace(
                    section,
                    projects=tuple(fresh.get(one.id, one) for one in section.projects),
                )
                if any(one.id in fresh for one in section.projects)
                else section
                for section in kept.sections
            ),
        )


def touched_projects(file: DataFile, changes: Iterable[Change]) -> frozenset[int] | None:
    """Return the projects whose own texts, years, links or reports changed.

    None where there is more, or so many that the whole plan is as quick to read.
    """
    found: set[int] = set()
    for change in changes:
        if change.table not in PLAN_TABLES:
            continue
        projects = _projects_of(file, change)
        if projects is None or len(found) > _MOST:
            return None
        found |= projects
    return frozenset(found)


def _projects_of(file: DataFile, change: Change) -> set[int] | None:
    old, new = change.old, change.new
    if change.table == "project":
        in_place = old is not None and new is not None and not _PLACE & new.keys()
        return {change.row} if in_place else None
    if change.table not in _OF_PROJECT:
        return None
    named = {values["project"] for values in (old, new) if values and "project" in values}
    if not named:
        named = {
            row[0]
            for row in file.read(f"SELECT project FROM {change.table} WHERE id = ?", (change.row,))
        }
    return {number for number in named if isinstance(number, int)}
