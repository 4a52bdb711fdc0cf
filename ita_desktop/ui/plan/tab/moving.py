"""Where rows of the outline go, worked out from the plan; nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import DEEPEST, Plan, Section, levels, under
from ita_desktop.ui.plan.tab.tree_drag import AFTER, BEFORE, INTO


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Projects into a section before another project, or a section before another, at a level.

    ``projects`` empty: ``section`` itself moves. ``before`` None: to the end.
    """

    projects: tuple[int, ...] = ()
    section: int
    before: int | None = None
    level: int = 1


def moved_by(plan: Plan, what: Sequence[int] | int, step: int) -> Move | None:
    """Return projects, or a section, put a place up (-1) or down (1); None where there is none.

    A project at the end of its section goes on into the next one.
    """
    if isinstance(what, int):
        return _section_by(plan, what, step)
    return _projects_by(plan, what, step)


def moved_to_level(plan: Plan, section: int, step: int) -> Move | None:
    """Return a section put a level in (1) or out (-1); None where it cannot be."""
    on_paper = levels(plan)
    place = _place(plan, section)
    level = on_paper[section] + step
    over = on_paper[plan.sections[place - 1].id] if place else 0
    deepest = max(on_paper[one.id] for one in under(plan, plan.sections[place])) + step
    if not 1 <= level <= over + 1 or deepest > DEEPEST:
        return None
    return Move(section=section, before=section, level=level)


def moved_onto(plan: Plan, target: int, where: str, section: int = 0) -> Move | None:
    """Return a section put before or after another with all under it, or to the end inside it.

    ``section`` 0 is a new one. None where the target is the section itself or under it.
    """
    on_paper = levels(plan)
    moved = {one.id for one in under(plan, plan.sections[_place(plan, section)])} if section else ()
    if target in moved:
        return None
    level = on_paper[target] + (where == INTO)
    if where == BEFORE:
        return Move(section=section, before=target, level=level)
    last = under(plan, plan.sections[_place(plan, target)])[-1]
    following = plan.sections[_place(plan, last.id) + 1 :]
    before = next((one.id for one in following if one.id not in moved), None)
    return Move(section=section, before=before, level=min(level, DEEPEST))


def _section_by(plan: Plan, section: int, step: int) -> Move | None:
    if not section:
        return None
    siblings = _siblings(plan, section)
    place = siblings.index(section) + step
    if not 0 <= place < len(siblings):
        return None
    return moved_onto(plan, siblings[place], AFTER if step > 0 else BEFORE, section)


def _siblings(plan: Plan, section: int) -> list[int]:
    """Return the sections of the same level under the same one, in order."""
    on_paper = levels(plan)
    level = on_paper[section]
    found: list[int] = []
    for one in plan.sections:
        if on_paper[one.id] < level:
            if section in found:
                break
            found = []
        elif on_paper[one.id] == level:
            found.append(one.id)
    return found


def _projects_by(plan: Plan, projects: Sequence[int], step: int) -> Move | None:
    place, home = next(
        (place, one)
        for place, one in enumerate(plan.sections)
        if any(project.id == projects[0] for project in one.projects)
    )
    those = [one.id for one in home.projects if one.id in projects]
    numbers = [one.id for one in home.projects if one.id not in those]
    at = [one.id for one in home.projects].index(those[0])
    if 0 <= at + step <= len(numbers):
        goal = at + step
        before = numbers[goal] if goal < len(numbers) else None
        return Move(projects=tuple(those), section=home.id, before=before)
    goal = place + step
    if not 0 <= goal < len(plan.sections):
        return None
    return Move(
        projects=tuple(those), section=plan.sections[goal].id, before=_first(plan, goal, step)
    )


def _first(plan: Plan, place: int, step: int) -> int | None:
    """Return before which project one from above comes: the first; from below: after the last."""
    there: Section = plan.sections[place]
    return there.projects[0].id if step > 0 and there.projects else None


def _place(plan: Plan, section: int) -> int:
    return next(at for at, one in enumerate(plan.sections) if one.id == section)


def moved_beside(plan: Plan, projects: list[int], where: str, onto: str) -> Move | None:
    """Return projects put into a section, or beside another project; None where it is gone.

    ``onto`` is the key of that row ("section:3", "project:28").
    """
    kind, _, number = onto.partition(":")
    if kind == Kind.SECTION:
        return Move(projects=tuple(projects), section=int(number))
    target = int(number)
    for section in plan.sections:
        numbers = [one.id for one in section.projects]
        if target in numbers:
            place = numbers.index(target) + (where == AFTER)
            rest = [one for one in numbers[place:] if one not in projects]
            before = rest[0] if rest else None
            return Move(projects=tuple(projects), section=section.id, before=before)
    return None
