"""Rows and columns of the money grid: projects under their sections, sums over them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from ita_desktop.domain.nameless import NAMELESS
from ita_desktop.domain.plan import Placed, Plan, levels, section_numbers, section_title
from ita_desktop.domain.plan_money import KeptSums, Sums, added, money_of
from ita_desktop.domain.project import Project
from ita_desktop.thai.text import one_line


class Part(StrEnum):
    """What stands in a column."""

    TITLE = "title"
    YEAR = "year"
    UNDIVIDED = "undivided"
    NO_BUDGET = "no_budget"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``field`` is what is written when something is typed, "" where nothing is."""

    part: Part
    head: str
    field: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A project, or a section with the sums of all under it (``level`` 1: a dimension; 0: all)."""

    title: str
    level: int = 0
    placed: Placed | None = None
    sums: Sums | None = None

    @property
    def project(self) -> Project | None:
        """The project, None for a row of sums."""
        return None if self.placed is None else self.placed.project


def year_columns(years: tuple[int, ...]) -> tuple[Column, ...]:
    """Return a column for each year of a plan."""
    return tuple(Column(Part.YEAR, str(year), f"amount:{year}", year) for year in years)


def grid_columns(years: tuple[int, ...]) -> tuple[Column, ...]:
    """Return the columns of the grid of all projects."""
    return (
        Column(Part.TITLE, "โครงการ"),
        *year_columns(years),
        Column(Part.UNDIVIDED, "ไม่แยกปี", "amount"),
        Column(Part.NO_BUDGET, "ไม่ใช้งบ", "no_budget"),
        Column(Part.SUM, "รวม"),
    )


class GridRows:
    """Remembers sums of sections and rows of projects for as long as these are the same."""

    def __init__(self) -> None:
        self._sums = KeptSums()
        self._known: dict[int, Row] = {}

    def rows(self, plan: Plan) -> tuple[Row, ...]:
        """Return the rows of a plan's grid: sections with their sums, their projects, the total.

        Sections without projects under them have no row.
        """
        own = self._sums.by_section(plan)
        known, self._known = self._known, {}
        return (*self._rows(plan, own, known), _total(own, plan.years))

    def _rows(self, plan: Plan, own: Mapping[int, Sums], known: Mapping[int, Row]) -> Iterator[Row]:
        on_paper, numbers = levels(plan), section_numbers(plan)
        placed: dict[int, list[Placed]] = {}
        for one in plan.placed():
            placed.setdefault(one.section.id, []).append(one)
        for place, section in enumerate(plan.sections):
            level = on_paper[section.id]
            there = [own[section.id]]
            for inner in plan.sections[place + 1 :]:
                if on_paper[inner.id] <= level:
                    break
                there.append(own[inner.id])
            sums = added(there, plan.years)
            if not sums.projects:
                continue
            title = section_title(section, numbers[section.id], level)
            yield Row(title=title, level=level, sums=sums)
            for one in placed.get(section.id, ()):
                row = known.get(one.project.id)
                if row is None or not _is_same(row.placed, one):
                    row = project_row(one)
                self._known[one.project.id] = row
                yield row


def _total(own: Mapping[int, Sums], years: tuple[int, ...]) -> Row:
    return Row(title="รวมทั้งสิ้น", sums=added(own.values(), years))


def _is_same(known: Placed | None, now: Placed) -> bool:
    """Say whether nothing changed, in a moment: whether it is the very same."""
    return (
        known is not None
        and known.number == now.number
        and known.project is now.project
        and known.section is now.section
        and known.dimension is now.dimension
    )


def project_row(placed: Placed) -> Row:
    """Return the row of a project: "28 โครงการจัดเวทีประชาคม"."""
    return Row(title=_title(placed.number, placed.project.name), placed=placed)


@lru_cache(maxsize=2048)
def _title(number: int, name: str) -> str:
    return f"{number} {one_line(name) or NAMELESS}"


def amount_of(row: Row, column: Column, years: tuple[int, ...]) -> Decimal | None:
    """Return the baht of a cell; None where none was told, or the cell has none."""
    if row.project is not None:
        return _of_project(row.project, column, years)
    if row.sums is None:
        return None
    if column.part is Part.YEAR:
        return row.sums.by_year[column.year]
    if column.part is Part.UNDIVIDED:
        return row.sums.undivided
    return row.sums.total if column.part is Part.SUM else None


def _of_project(project: Project, column: Column, years: tuple[int, ...]) -> Decimal | None:
    if column.part is Part.YEAR:
        year = project.years.get(column.year)
        return None if year is None else year.amount
    if column.part is Part.UNDIVIDED:
        return project.amount
    return money_of(project, years) if column.part is Part.SUM else None
