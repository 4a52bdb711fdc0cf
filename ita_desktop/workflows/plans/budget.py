"""A project that says it uses no money has none: what is typed decides, inside the same deed."""

from collections.abc import Iterable
from decimal import Decimal

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plans_of
from ita_desktop.db.projects import load_projects, plan_of_project
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.project import Project
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line, quoted


def settle_budget(file: DataFile, written: Iterable[tuple[int, str, Value]]) -> None:
    """Let projects that were written hold money or say they use none, never both.

    ``written``: project, field and value. Money above 0 takes the tick away; a tick never takes
    money away: raises ClerkError, naming the money, where there is some (the deed is rolled back).
    """
    paid: dict[int, None] = {}
    ticked: dict[int, None] = {}
    for number, field, value in written:
        if field == "no_budget" and value:
            ticked[number] = None
        elif field.partition(":")[0] == "amount" and Decimal(str(value or 0)) > 0:
            paid[number] = None
    for number in ticked:
        _refuse_money(file, number)
    for number in paid:
        table.change_row(file, Kind.PROJECT, number, {"no_budget": 0})


def _refuse_money(file: DataFile, number: int) -> None:
    plan = plan_of_project(file, number)
    years = next(
        (range(one.first_year, one.last_year + 1) for one in plans_of(file) if one.id == plan), ()
    )
    for _, project in load_projects(file, f"id = {int(number)}"):
        there = [*_money(project, tuple(years))]
        if there:
            raise ClerkError(
                f"{quoted(one_line(project.name) or 'โครงการนี้')} มีงบประมาณ {', '.join(there)}"
                " กรุณาลบจำนวนเงินก่อน แล้วจึงเลือกไม่ใช้งบประมาณ"
            )


def _money(project: Project, years: Iterable[int]) -> Iterable[str]:
    """Return the money of a project in words: "ปี 2566 20,000 บาท"; a plan's years, and without."""
    for year in years:
        one = project.years.get(year)
        if one is not None and one.amount:
            yield f"ปี {year} {one.amount:,} บาท"
    if project.amount:
        yield f"ไม่แยกปี {project.amount:,} บาท"
