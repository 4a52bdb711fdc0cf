"""Starting points for the projects of a plan's section, and for which sections they are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.domain.project import ProjectKind, TargetGroup
from ita_desktop.thai.text import fold

TEXTS: Final = (
    *("name", "rationale", "objectives", "target", "steps", "units", "outputs", "outcomes"),
    "source",
)
"""Fields of a starting point that are texts of a project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSuggestion:
    """A project to begin with; its lists are as ``domain.outline`` reads them.

    ``key`` names it: an id of those that ship, "project:12" of one of another plan. ``section``:
    the group of sections it is for, or in the other plan the section's name. ``plan``: the years
    of the plan that has it, "" where it ships.
    """

    key: str
    section: str
    kind: ProjectKind
    name: str
    rationale: str = ""
    objectives: str = ""
    target: str = ""
    groups: tuple[TargetGroup, ...] = ()
    steps: str = ""
    units: str = ""
    source: str = ""
    outputs: str = ""
    outcomes: str = ""
    no_budget: bool = False
    plan: str = ""

    def folded(self) -> str:
        """Return all its texts as words are sought in them: marks and digits aside."""
        return fold(" ".join(str(getattr(self, field)) for field in TEXTS))

    def of_office(self, name: str) -> "PlanSuggestion":
        """Return it with the office's name where it says {หน่วยงาน}."""
        texts = {field: str(getattr(self, field)) for field in TEXTS}
        filled = {field: text.replace("{หน่วยงาน}", name) for field, text in texts.items()}
        return replace(self, **filled)  # pyright: ignore[reportArgumentType] - texts only


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionGroup:
    """Sections alike, known by words: numbers and order are each office's own.

    ``words``: ways to know a section by its name, each of phrases that all stand in it. ``under``:
    one of these stands in a name above, where the same name is used twice. ``dimension``: words
    of the dimension it belongs to.
    """

    id: str
    dimension: tuple[str, ...]
    words: tuple[str, ...]
    under: tuple[str, ...] = ()
    suggestions: tuple[PlanSuggestion, ...] = ()

    def is_of(self, path: Sequence[str]) -> bool:
        """Say whether a section is one of these; ``path``: names from the dimension down to it."""
        name, above = fold(path[-1]), fold(" ".join(path[:-1]))
        named = any(all(fold(phrase) in name for phrase in way.split()) for way in self.words)
        fits = not self.under or not above or any(fold(one) in above for one in self.under)
        return named and fits

    def is_in(self, path: Sequence[str]) -> bool:
        """Say whether the dimension a section is in is that of these."""
        return bool(path) and any(fold(words) in fold(path[0]) for words in self.dimension)


def groups_for(groups: Iterable[SectionGroup], path: Sequence[str]) -> tuple[SectionGroup, ...]:
    """Return the groups for a section: by its name, else by its dimension, else all.

    ``path``: the names from the dimension down to the section itself.
    """
    known = tuple(groups)
    if not path:
        return known
    in_dimension = tuple(group for group in known if group.is_in(path))
    named = tuple(group for group in known if group.is_of(path))
    both = tuple(group for group in named if group in in_dimension)
    return both or (named if not in_dimension else ()) or in_dimension or known


def offered(
    shipped: Iterable[PlanSuggestion],
    used: Iterable[PlanSuggestion],
    there: Collection[str],
) -> tuple[PlanSuggestion, ...]:
    """Return what is offered: none twice by name, and none the plan has (``there``, folded)."""
    seen = {*there}
    kept: list[PlanSuggestion] = []
    for one in (*shipped, *used):
        name = fold(one.name)
        if name and name not in seen:
            seen.add(name)
            kept.append(one)
    return tuple(kept)
