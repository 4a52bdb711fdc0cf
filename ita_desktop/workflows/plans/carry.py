"""A new plan takes over from the last one: sections and projects, each once, with years shifted.

What was reported of them and which risks they were against stays with the old plan.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.db import plans as plan_table
from ita_desktop.db import projects as project_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import PlanYears, load_plan, plans_of
from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Placed, Plan, section_numbers
from ita_desktop.domain.plan_period import period_words
from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.carry_links import NewItems, gone_on
from ita_desktop.workflows.plans.carry_sections import (
    add_sections,
    same_sections,
    with_those_over,
)
from ita_desktop.workflows.plans.carry_years import (
    carried_texts,
    names_old_years,
    own_period,
    shifted_years,
    year_columns,
)
from ita_desktop.workflows.plans.making import add_year_of, refuse_years

IS_THERE: Final = "มีในแผนใหม่แล้ว"
_NO_NAME: Final = "ยังไม่มีชื่อโครงการ"
_NOT_CHOSEN: Final = "ไม่ได้เลือก"
_NO_YEARS: Final = "ไม่มีปีที่ตรงกันในแผนใหม่ กรุณาเลือกปีที่ดำเนินการ"
_OLD_YEARS: Final = "ข้อความระบุปีของแผนเดิม กรุณาตรวจ"
_OLD_PERIOD: Final = "ระยะเวลาเดิมระบุปี จึงใช้ปีที่ดำเนินการแทน"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryWish:
    """What is to come: these projects (None: all); every section, also one without projects.

    ``money``: with the money of each year; ``parts``: goals, and fixed texts that were edited.
    """

    projects: frozenset[int] | None = None
    sections: bool = True
    money: bool = False
    parts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryPlanLine:
    """A project of the old plan, by its number on paper, and what becomes of it.

    ``years``: when it will run, in words. ``why`` it stays, empty where it comes; ``note``: what
    is to be looked at in the new plan. ``can``: it may be chosen.
    """

    project: int
    number: int
    section: str
    name: str
    years: str = ""
    why: str = ""
    note: str = ""
    can: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCarry:
    """What comes into a plan and what stays, in the order of the paper.

    ``sections``, ``goals`` and ``texts``: how many come with the projects.
    """

    before: PlanYears
    first_year: int
    last_year: int
    lines: tuple[CarryPlanLine, ...]
    sections: int
    goals: int
    texts: int

    @property
    def comes(self) -> tuple[CarryPlanLine, ...]:
        """The projects that are carried over."""
        return tuple(line for line in self.lines if not line.why)

    @property
    def stays(self) -> tuple[CarryPlanLine, ...]:
        """The projects that are not, each with its reason."""
        return tuple(line for line in self.lines if line.why)

    @property
    def count(self) -> int:
        """How much comes in all."""
        return len(self.comes) + self.sections + self.goals + self.texts


def plan_before(file: DataFile, first_year: int) -> PlanYears | None:
    """Return the last plan that began before a fiscal year; None where there is none."""
    return max(
        (one for one in plans_of(file) if one.first_year < first_year),
        key=lambda one: one.first_year,
        default=None,
    )


def plan_carry_plan(
    file: DataFile, before: int, after: int, wish: CarryWish | None = None
) -> PlanCarry:
    """Return what ``carry_plan`` would do; nothing is written. Raises as that does."""
    return _Carrying(file, before, load_plan(file, after), wish).carry


def carry_plan(file: DataFile, before: int, after: int, wish: CarryWish | None = None) -> PlanCarry:
    """Copy sections and projects of an earlier plan into a later one, as one deed.

    Returns what came and what did not. What went over before, or stands there under the same name,
    is not made twice. Raises ClerkError where the plan is not a later one.
    """
    carrying = _Carrying(file, before, load_plan(file, after), wish)
    carry = carrying.carry
    if carry.count:
        with file.deed(_deed_name(carry)):
            carrying.write(after)
    return carry


def plan_begin_from(
    file: DataFile, before: int, first_year: int, last_year: int, wish: CarryWish | None = None
) -> PlanCarry:
    """Return what ``begin_from`` would do; nothing is written. Raises as that does."""
    refuse_years(file, first_year, last_year)
    return _Carrying(file, before, _empty(first_year, last_year), wish).carry


def begin_from(
    file: DataFile, before: int, first_year: int, last_year: int, wish: CarryWish | None = None
) -> tuple[int, PlanCarry]:
    """Begin a plan with what an earlier one has, as one deed; return its number and what came.

    Where the file has no year of the plan one comes with it.

    Raises ClerkError for years that are none, that another plan covers, or that are not later.
    """
    carry = plan_begin_from(file, before, first_year, last_year, wish)
    with file.deed(_deed_name(carry)):
        number = write_begin_from(file, before, first_year, last_year, wish)
    return number, carry


def write_begin_from(
    file: DataFile, before: int, first_year: int, last_year: int, wish: CarryWish | None = None
) -> int:
    """Do what ``begin_from`` does inside a deed, and return the plan's number; raises as that."""
    refuse_years(file, first_year, last_year)
    carrying = _Carrying(file, before, _empty(first_year, last_year), wish)
    number = plan_table.add_plan(file, first_year, last_year)
    carrying.write(number)
    add_year_of(file, first_year, last_year)
    return number


def _empty(first_year: int, last_year: int) -> Plan:
    return Plan(id=0, first_year=first_year, last_year=last_year)


def _deed_name(carry: PlanCarry) -> str:
    old = f"{carry.before.first_year} – {carry.before.last_year}"
    return f"ยกแผนปี {old} ไปแผนปี {carry.first_year} – {carry.last_year}"


class _Carrying:
    """One carrying: both plans as they are now, and what is the same in them."""

    def __init__(
        self, file: DataFile, before: int, after: Plan, wish: CarryWish | None = None
    ) -> None:
        self._file = file
        self._wish = wish or CarryWish()
        self._before, self._after = load_plan(file, before), after
        if after.first_year <= self._before.first_year:
            raise ClerkError(
                f"ยกจากแผนปี {self._before.first_year} – {self._before.last_year}"
                f" ไปแผนปี {after.first_year} – {after.last_year} ไม่ได้ กรุณาเลือกแผนที่เริ่มหลังแผนเดิม"
            )
        homes = gone_on(file, after)
        self._same = same_sections(self._before, after, homes)
        self._gone_on = frozenset(homes)
        self._items = NewItems(file, after)
        lines = tuple(map(self._line, self._before.placed()))
        chosen = frozenset(line.project for line in lines if not line.why)
        self._coming = [one for one in self._before.placed() if one.project.id in chosen]
        homes_of_coming = {one.section.id for one in self._coming}
        whole = {one.id for one in self._before.sections if self._wish.sections}
        self._sections = with_those_over(self._before, homes_of_coming | whole)
        parts = self._wish.parts
        there = {fold(goal.text) for goal in after.goals}
        self._goals = [
            one.text
            for one in self._before.goals
            if parts and one.text.strip() and fold(one.text) not in there
        ]
        self._texts = {
            name: text
            for name, text in self._before.texts.items()
            if parts and name not in after.texts
        }
        self.carry = PlanCarry(
            before=PlanYears(self._before.id, self._before.first_year, self._before.last_year),
            first_year=after.first_year,
            last_year=after.last_year,
            lines=lines,
            sections=len(self._sections - self._same.keys()),
            goals=len(self._goals),
            texts=len(self._texts),
        )

    def write(self, plan: int) -> None:
        """Make the rows in a plan, inside a deed."""
        file, wish = self._file, self._wish
        sections = add_sections(file, plan, self._before, self._after, self._same, self._sections)
        for goal in self._goals:
            table.add_row(file, Kind.GOAL, plan, {"text": goal})
        for name, text in self._texts.items():
            plan_table.put_plan_text(file, plan, name, text)
        for one in self._coming:
            project = one.project
            kept = project_table.project_texts(file, project.id)
            values = carried_texts(project, kept, money=wish.money)
            home = sections[one.section.id]
            number = table.add_row(file, Kind.PROJECT, home, values)
            years = shifted_years(project, self._before, self._after, money=wish.money)
            for year, told in years.items():
                project_table.put_project_year(file, number, year, year_columns(told))
            also = (sections[place] for place in project.places if place in sections)
            places = [(place,) for place in also if place != home]
            project_table.put_links(file, "project_place", number, places)
            project_table.put_links(file, "project_item", number, self._items.of(project)[0])

    def _line(self, one: Placed) -> CarryPlanLine:
        project = one.project
        why = self._why(one)
        chosen = self._wish.projects
        can = not why
        if can and chosen is not None and project.id not in chosen:
            why = _NOT_CHOSEN
        years = shifted_years(project, self._before, self._after, money=self._wish.money)
        return CarryPlanLine(
            project=project.id,
            number=one.number,
            section=section_numbers(self._before)[one.section.id],
            name=project.name,
            years=_words(project, years) if can else "",
            why=why,
            note=" · ".join(self._notes(project, runs=bool(years))) if can else "",
            can=can,
        )

    def _why(self, one: Placed) -> str:
        if not one.project.name.strip():
            return _NO_NAME
        if one.project.id in self._gone_on:
            return IS_THERE
        there = self._same.get(one.section.id)
        others = (section.projects for section in self._after.sections if section.id == there)
        names = {fold(other.name) for projects in others for other in projects}
        return IS_THERE if fold(one.project.name) in names else ""

    def _notes(self, project: Project, *, runs: bool) -> Iterator[str]:
        if project.running and not runs:
            yield _NO_YEARS
        if project.period and not own_period(project):
            yield _OLD_PERIOD
        if names_old_years(project, self._before, self._after):
            yield _OLD_YEARS
        if lost := self._items.of(project)[1]:
            yield f"ไม่มีข้อที่ตรงกับ {', '.join(lost)} ในปี {self._items.year}"


def _words(project: Project, years: Mapping[int, ProjectYear]) -> str:
    """Return when a project will run, as its paper will say it."""
    return period_words(replace(project, period=own_period(project), years=years))
