"""The action plan for preventing corruption: an outline of sections with projects, goals, texts.

As the plan of seed 004 has it (domain facts 2): dimensions, sub-dimensions and sections, whose
names, numbers and depth are data; projects (``domain.project``), numbered through the whole plan.
What a paper counts or sums is worked out from this value and from nothing else.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from ita_desktop.domain.project import Project

DEEPEST: Final = 4
"""Level of the deepest sections; 1 is a dimension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading of the plan; level 1 is a dimension (มิติ). Its own projects, in order.

    ``marker`` is its number where it is not that of its place ("1.2.2"); empty: by its place.
    """

    id: int
    level: int = 1
    marker: str = ""
    name: str = ""
    projects: tuple[Project, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A row of the table of goals: what is aimed at, and in which year how far, in words."""

    id: int
    text: str = ""
    aims: Mapping[int, str] = field(default_factory=dict[int, str])


@dataclass(frozen=True, slots=True)
class Placed:
    """A project with the number it has through the plan, from 1, where it stands, and whose it is.

    ``dimension`` is the section of level 1 over it.
    """

    number: int
    dimension: Section
    section: Section
    project: Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan of some fiscal years, in the order of the paper.

    ``texts`` are those of its fixed parts that the office edited, by name. ``risk_year``: the year
    whose risk register part 1 prints; None: the usual one.
    """

    id: int
    first_year: int
    last_year: int
    title: str = ""
    risk_year: int | None = None
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    goals: tuple[Goal, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """Its fiscal years, oldest first."""
        return tuple(range(self.first_year, self.last_year + 1))

    @property
    def dimensions(self) -> tuple[Section, ...]:
        """Its sections of level 1; a first section is one whatever its level says."""
        return tuple(one for place, one in enumerate(self.sections) if one.level == 1 or not place)

    def placed(self) -> Iterator[Placed]:
        """Give every project once, with its number, in order."""
        number, dimension = 0, None
        for section in self.sections:
            if section.level == 1 or dimension is None:
                dimension = section
            for project in section.projects:
                number += 1
                yield Placed(number, dimension, section, project)


def levels(plan: Plan) -> Mapping[int, int]:
    """Return the level each section has on paper, by id: no section skips one."""
    found: dict[int, int] = {}
    deepest = 0
    for section in plan.sections:
        deepest = found[section.id] = min(section.level, deepest + 1)
    return found


def section_numbers(plan: Plan) -> Mapping[int, str]:
    """Return the number of each section by id, in Arabic digits: "2", "2.1", or its own marker."""
    on_paper = levels(plan)
    counts: list[int] = []
    found: dict[int, str] = {}
    for section in plan.sections:
        level = on_paper[section.id]
        counts = [*counts[:level], *[0] * (level - len(counts))]
        counts[-1] += 1
        found[section.id] = section.marker or ".".join(map(str, counts))
    return found


def section_title(section: Section, number: str, level: int) -> str:
    """Return a section as papers head it: "มิติที่ 1 การสร้าง…", "1.1 การเสริมสร้าง…"."""
    before = f"มิติที่ {number}" if level == 1 else number
    return f"{before} {section.name}".rstrip()


def under(plan: Plan, section: Section) -> tuple[Section, ...]:
    """Return a section and all that belong to it, in order."""
    on_paper = levels(plan)
    place = next(at for at, one in enumerate(plan.sections) if one.id == section.id)
    found = [plan.sections[place]]
    for one in plan.sections[place + 1 :]:
        if on_paper[one.id] <= on_paper[section.id]:
            break
        found.append(one)
    return tuple(found)


def standing_under(plan: Plan, section: Section) -> tuple[Placed, ...]:
    """Return the projects printed under a section: its own, and those that also stand there."""
    return tuple(
        one
        for one in plan.placed()
        if one.section.id == section.id or section.id in one.project.places
    )
