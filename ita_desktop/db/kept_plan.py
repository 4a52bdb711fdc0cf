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
        self._outline = False
        """Whether texts, goals and sections are to be read anew, too."""

    def forget(self) -> None:
        """Let all be read anew."""
        self._kept = None

    def note(self, latest: int | None) -> None:
        """Note what the deeds newer than number ``latest`` changed."""
        if (self._file.latest_deed() or 0) != (latest or 0) + 1:
            self.forget()  # several at once
            return
        changes = [one for one in self._file.last_changes() if one.table in PLAN_TABLES]
        self._projects |= touched_projects(self._file, changes)
        self._outline |= any(map(_is_of_outline, changes))
        if len(self._projects) > _MOST:
            self.forget()

    def of(self, plan: int) -> Plan:
        """Return a plan. Raises as ``load_plan`` does."""
        kept = self._kept
        if kept is None or kept.id != plan:
            kept = load_plan(self._file, plan)
        elif self._outline:
            kept = self._outlined(kept)
        elif self._projects:
            kept = self._renewed(kept)
        self._projects, self._outline = frozenset(), False
        self._kept = kept
        return kept

    def _outlined(self, kept: Plan) -> Plan:
        """Read all but the projects that nobody touched."""
        known = {
            project.id: project
            for section in kept.sections
            for project in section.projects
            if project.id not in self._projects
        }
        before = {section.id: section for section in kept.sections}
        now = load_plan(self._file, kept.id, known)
        return replace(
            now,
            sections=tuple(
                before[one.id] if before.get(one.id) == one else one for one in now.sections
            ),
        )

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


def touched_projects(file: DataFile, changes: Iterable[Change]) -> frozenset[int]:
    """Return the projects that changed: their own texts, years, links, reports or place."""
    return frozenset(number for one in changes for number in _projects_of(file, one))


def _is_of_outline(change: Change) -> bool:
    """Say whether more changed than what one project says itself."""
    if change.table != "project":
        return change.table not in _OF_PROJECT
    return change.old is None or change.new is None or bool(_PLACE & change.new.keys())


def _projects_of(file: DataFile, change: Change) -> set[int]:
    old, new = change.old, change.new
    if change.table == "project":
        return {change.row}
    if change.table not in _OF_PROJECT:
        return set()
    named = {values["project"] for values in (old, new) if values and "project" in values}
    if not named:
        named = {
            row[0]
            for row in file.read(f"SELECT project FROM {change.table} WHERE id = ?", (change.row,))
        }
    return {number for number in named if isinstance(number, int)}
