"""Rows and columns of the money grid: projects under their sections, sums over them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from ita_desktop.domain.nameless import NAMELESS
from ita_desktop.domain.plan import Placed, Plan, levels, section_numbers, section_title, under
from ita_desktop.domain.plan_money import Sums, money_of, sums_of
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


def money_rows(plan: Plan) -> tuple[Row, ...]:
    """Return the rows of a plan's grid: every section with its sums, its projects, and the total.

    Sections without projects under them have no row.
    """
    own = {section.id: sums_of(section.projects, plan.years) for section in plan.sections}
    total = _added([*own.values()], plan.years)
    return (*_rows(plan, own), Row(title="รวมทั้งสิ้น", sums=total))


def _rows(plan: Plan, own: Mapping[int, Sums]) -> Iterator[Row]:
    on_paper, numbers = levels(plan), section_numbers(plan)
    placed: dict[int, list[Placed]] = {}
    for one in plan.placed():
        placed.setdefault(one.section.id, []).append(one)
    for section in plan.sections:
        sums = _added([own[one.id] for one in under(plan, section)], plan.years)
        if not sums.projects:
            continue
        level = on_paper[section.id]
        yield Row(title=section_title(section, numbers[section.id], level), level=level, sums=sums)
        for one in placed.get(section.id, ()):
            yield project_row(one)


def _added(all_: Sequence[Sums], years: tuple[int, ...]) -> Sums:
    """Return sums of parts as those of the whole; each project is in one part only."""
    some = [one for one in all_ if one.projects]
    return Sums(
        {year: sum((one.by_year[year] for one in some), Decimal(0)) for year in years},
        sum((one.undivided for one in some), Decimal(0)),
        sum(one.projects for one in some),
        sum(one.without for one in some),
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
