"""The plan in a new fiscal year: the one that covers it, else a new one after the last."""

from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plan_covering, plans_of
from ita_desktop.domain.nameless import NAMELESS
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project
from ita_desktop.thai.fiscal import LAST_YEAR
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.new_year.values import Fate, NewYearLine
from ita_desktop.workflows.plans.carry import (
    CarryPlanLine,
    CarryWish,
    PlanCarry,
    plan_before,
    plan_begin_from,
)


@dataclass(frozen=True, slots=True)
class NewPlanYears:
    """The plan that a new one takes over from, and the years that the new one gets."""

    before: int
    first_year: int
    last_year: int


def new_plan_years(file: DataFile, to_year: int) -> NewPlanYears | None:
    """Return the plan that is to be begun for a fiscal year: of as many years as the last one.

    It begins when that ends, or with the year where it would be over by then; it ends before a
    later plan begins. None where a plan covers the year, or there was none before.
    """
    before = plan_before(file, to_year)
    if before is None or plan_covering(file, to_year) is not None:
        return None
    count = before.last_year - before.first_year + 1
    first = before.last_year + 1
    if first + count <= to_year:
        first = to_year
    later = (one.first_year - 1 for one in plans_of(file) if one.first_year > to_year)
    return NewPlanYears(before.id, first, min(first + count - 1, LAST_YEAR, *later))


def plan_lines(file: DataFile, to_year: int, *, money: bool) -> Iterator[NewYearLine]:
    """Give what becomes of the plan and of each of its projects."""
    covering = plan_covering(file, to_year)
    if covering is not None:
        yield from _covering_lines(load_plan(file, covering), to_year)
        return
    years = new_plan_years(file, to_year)
    if years is None:
        yield NewYearLine(
            what=f"แผนที่ครอบคลุมปี {to_year}",
            fate=Fate.STAYS,
            why="ไฟล์นี้ยังไม่มีแผน เริ่มแผนได้ในแท็บจัดทำแผน",
        )
        return
    wish = CarryWish(money=money)
    carry = plan_begin_from(file, years.before, years.first_year, years.last_year, wish)
    yield _new_plan(carry)
    yield from map(_project_line, carry.lines)


def _covering_lines(plan: Plan, to_year: int) -> Iterator[NewYearLine]:
    yield NewYearLine(
        what=f"แผนปี {plan.first_year} – {plan.last_year}",
        fate=Fate.FOLLOWS,
        why=f"ครอบคลุมปี {to_year}",
    )
    for placed in plan.placed():
        runs = placed.project.runs_in(to_year)
        yield NewYearLine(
            what=f"ลำดับที่ {placed.number} {_name(placed.project)}",
            fate=Fate.FOLLOWS if runs else Fate.STAYS,
            why=f"ดำเนินการในปี {to_year}" if runs else f"ไม่ได้กำหนดให้ดำเนินการในปี {to_year}",
        )


def _new_plan(carry: PlanCarry) -> NewYearLine:
    parts = (
        (carry.sections, "หัวข้อ"),
        (carry.goals, "เป้าหมาย"),
        (carry.texts, "ข้อความที่แก้ไว้"),
    )
    return NewYearLine(
        what=f"แผนใหม่ปี {carry.first_year} – {carry.last_year}",
        fate=Fate.COMES,
        about="  ".join(f"{words} {count}" for count, words in parts if count),
        note=f"แผนเดิมสิ้นสุดปี {carry.before.last_year}",
    )


def _project_line(line: CarryPlanLine) -> NewYearLine:
    return NewYearLine(
        what=f"ลำดับที่ {line.number} {one_line(line.name) or NAMELESS}",
        fate=Fate.STAYS if line.why else Fate.COMES,
        about=line.years.replace("\n", " · "),
        why=line.why,
        note=line.note,
    )


def _name(project: Project) -> str:
    return one_line(project.name) or NAMELESS
