"""Two plans side by side: which section of the one is which of the other, and where new ones go."""

from collections import Counter
from collections.abc import Iterable, Mapping

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.plan import DEEPEST, Plan, Section, levels
from ita_desktop.thai.text import fold

Path = tuple[str, ...]


def ancestors(plan: Plan) -> dict[int, tuple[Section, ...]]:
    """Return the sections over each one, the outermost first, by its number."""
    on_paper = levels(plan)
    over: list[Section] = []
    found: dict[int, tuple[Section, ...]] = {}
    for section in plan.sections:
        over = over[: on_paper[section.id] - 1]
        found[section.id] = tuple(over)
        over.append(section)
    return found


def same_sections(before: Plan, after: Plan, went_on: Mapping[int, int]) -> dict[int, int]:
    """Return the section of the new plan that each old one is, where there is one.

    The one in which most of its projects go on (``went_on``: the new section by the old project),
    else the one of the same name under sections of the same names.
    """
    by_path: dict[Path, int] = {}
    for number, path in _paths(after).items():
        by_path.setdefault(path, number)
    found: dict[int, int] = {}
    for number, path in _paths(before).items():
        section = next(one for one in before.sections if one.id == number)
        gone_on = Counter(went_on[one.id] for one in section.projects if one.id in went_on)
        if path in by_path:
            found[number] = by_path[path]
        elif gone_on:
            found[number] = gone_on.most_common(1)[0][0]
    return found


def _paths(plan: Plan) -> dict[int, Path]:
    """Return the names of each section and of those over it, also where one has none."""
    over = ancestors(plan)
    return {
        one.id: tuple(fold(name.name) for name in (*over[one.id], one)) for one in plan.sections
    }


def with_those_over(plan: Plan, wanted: Iterable[int]) -> frozenset[int]:
    """Return sections with all that stand over them, by number."""
    over = ancestors(plan)
    return frozenset(
        number for one in wanted for number in (one, *(above.id for above in over[one]))
    )


def add_sections(
    file: DataFile,
    plan: int,
    before: Plan,
    after: Plan,
    known: Mapping[int, int],
    wanted: Iterable[int],
) -> dict[int, int]:
    """Make the wanted old sections that the new plan lacks; return the new ones by the old.

    A new one stands behind the section that stood before it, else at the end of what it belongs
    to. Inside a deed; every section over a wanted one is wanted, too.
    """
    over, on_paper = ancestors(before), levels(before)
    there = [(one.id, levels(after)[one.id]) for one in after.sections]
    found, chosen = dict(known), frozenset(wanted)
    elder: dict[int | None, int] = {}
    for section in before.sections:
        parent = over[section.id][-1].id if over[section.id] else None
        if section.id in chosen and section.id not in found:
            level = min(on_paper[section.id], DEEPEST)
            place = _place(there, elder.get(parent), None if parent is None else found.get(parent))
            following = there[place][0] if place < len(there) else None
            values: dict[str, Value] = {
                "level": level,
                "marker": section.marker,
                "name": section.name,
            }
            number = table.add_row(file, Kind.SECTION, plan, values, following)
            there.insert(place, (number, level))
            found[section.id] = number
        if section.id in found:
            elder[parent] = found[section.id]
    return found


def _place(there: list[tuple[int, int]], elder: int | None, parent: int | None) -> int:
    """Return where a new section goes: behind all of its elder, else of its parent, else last."""
    behind = parent if elder is None else elder
    at = next((place for place, (one, _) in enumerate(there) if one == behind), None)
    if at is None:
        return len(there)
    level = there[at][1]
    return next(
        (place for place in range(at + 1, len(there)) if there[place][1] <= level), len(there)
    )
