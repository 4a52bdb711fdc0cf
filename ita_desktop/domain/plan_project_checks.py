"""Rules of each project: what O36 of 2566 asks of it, and what contradicts itself.

O36: projects, budget (where none is used, that is said), when it is done. The other headings are
those of part 3 of a plan (domain facts 2.3); a project can be written without them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, lack_of
from ita_desktop.domain.outline import read_outline
from ita_desktop.domain.plan import Placed, Plan
from ita_desktop.domain.plan_facts import (
    PlanFacts,
    PlanRule,
    of_plan,
    of_project,
    say_baht,
    say_project,
)
from ita_desktop.domain.plan_headings import HEADINGS, empty_headings
from ita_desktop.domain.plan_money import money_of
from ita_desktop.domain.plan_period import years_of_words
from ita_desktop.domain.required_contents import Need
from ita_desktop.domain.responsible import unknown_units
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, one_line, quoted

_ASKED: Final = {
    "name": Need.PLAN_PROJECTS,
    "amount": Need.PLAN_BUDGET,
    "period": Need.PLAN_PERIOD,
}
"""Headings without which the item is lost, and the contents they are."""
_YEAR: Final = re.compile(r"(?<!\d)(?:25[4-9]\d|26[0-4]\d)(?!\d)")
_MEASURED: Final = re.compile(r"\([^()]+\)\s*[.ฯ]?$")


def _headings(facts: PlanFacts) -> Iterator[Lack]:
    """Find empty headings: those O36 asks for each by itself, the others of a project together.

    What most projects lack is said once, of them all.
    """
    empty = [
        (one, tuple(empty_headings(one.project, plan.years))) for plan, one in _projects(facts)
    ]
    usual = _lacking_in_most([fields for _, fields in empty])
    for field in usual:
        first, *others = (one for one, fields in empty if field in fields)
        words = f"{len(others) + 1} จาก {len(empty)} โครงการยังไม่มี{HEADINGS[field]}"
        yield lack_of(Severity.WARNING, NOTHING_ASKED, of_project(first, field), words)
    for one, fields in empty:
        for field in fields:
            if field in _ASKED:
                words = f"{say_project(one)} {_MISSING[field]}"
                place = of_project(one, field)
                yield lack_of(Severity.ERROR, facts.asked, place, words, _ASKED[field])
        rest = [field for field in fields if field not in _ASKED and field not in usual]
        if rest:
            named = ", ".join(HEADINGS[field] for field in rest)
            words = f"{say_project(one)} ยังไม่มี{named}"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, of_project(one, rest[0]), words)


def _lacking_in_most(empty: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the headings O36 does not ask for that are empty in more than half, and in many."""
    counts = Counter(field for fields in empty for field in fields if field not in _ASKED)
    return tuple(
        field for field in HEADINGS if counts[field] >= _MANY and counts[field] * 2 > len(empty)
    )


_MANY: Final = 5
"""Projects with the same lack that are told together."""
_MISSING: Final = {
    "name": "ยังไม่มีชื่อ",
    "amount": "ยังไม่มีงบประมาณ ถ้าไม่ใช้ กรุณาเลือก “ไม่ใช้งบประมาณ”",
    "period": "ยังไม่มีระยะเวลาดำเนินการ กรุณาเลือกปีที่ดำเนินการ",
}


def _money(facts: PlanFacts) -> Iterator[Lack]:
    """Find money that contradicts itself, or that the table of part 2 cannot show by year."""
    for plan, one in _projects(facts):
        project = one.project
        total = money_of(project, plan.years)
        name, place = say_project(one), of_project(one, "amount")
        if project.no_budget and total:
            words = f"{name} ระบุว่าไม่ใช้งบประมาณ แต่มีงบประมาณ {say_baht(total)} บาท"
            yield lack_of(Severity.WARNING, facts.asked, place, words, Need.PLAN_BUDGET)
        if not project.amount:
            continue
        by_year = _sum_of_years(one, plan)
        if by_year is None:
            words = (
                f"{name} มีงบประมาณ {say_baht(project.amount)} บาทที่ไม่แยกรายปี"
                " จึงไม่อยู่ในช่องปีของตารางงบประมาณ"
            )
            year = next(iter(project.running), plan.first_year)
            place = of_project(one, f"amount:{year}")
            yield lack_of(Severity.WARNING, facts.asked, place, words, Need.PLAN_BUDGET)
        elif by_year != project.amount:
            words = (
                f"{name} มีงบประมาณรวมรายปี {say_baht(by_year)} บาท"
                f" แต่งบประมาณทั้งโครงการเป็น {say_baht(project.amount)} บาท"
            )
            yield lack_of(Severity.WARNING, facts.asked, place, words, Need.PLAN_BUDGET)


def _sum_of_years(one: Placed, plan: Plan) -> Decimal | None:
    told = [
        year.amount
        for number, year in one.project.years.items()
        if number in plan.years and year.amount is not None
    ]
    return sum(told, Decimal(0)) if told else None


def _outside(facts: PlanFacts) -> Iterator[Lack]:
    """Find years that are not of the plan: in the words of a period, or kept of longer years."""
    outside: set[int] = set()
    kept: list[Placed] = []
    for plan, one in _projects(facts):
        project, name = one.project, say_project(one)
        if others := {*project.running} - {*plan.years}:
            outside |= others
            kept.append(one)
        said = {int(year) for year in _YEAR.findall(to_arabic_digits(project.period))}
        if said - {*plan.years, *_dates_before(plan)}:
            words = f"ระยะเวลา {quoted(one_line(project.period))} ของ{name} อยู่นอกแผนปี {_span(plan)}"
            place = of_project(one, "period")
            yield lack_of(Severity.WARNING, facts.asked, place, words, Need.PLAN_PERIOD)
    if facts.plan is not None and kept:
        years = ", ".join(map(str, sorted(outside)))
        words = (
            f"ข้อมูลปี {years} ของ {len(kept)} โครงการอยู่นอกแผนปี {_span(facts.plan)}"
            " จึงเก็บไว้แต่ไม่พิมพ์ ถ้าต้องใช้ กรุณาเปลี่ยนช่วงปีของแผน"
        )
        yield lack_of(Severity.NOTE, NOTHING_ASKED, of_plan(facts.plan, "title"), words)


def _dates_before(plan: Plan) -> tuple[int]:
    """Return the calendar year in which the plan's first fiscal year begins: ตุลาคม 2565."""
    return (plan.first_year - 1,)


def _years(facts: PlanFacts) -> Iterator[Lack]:
    """Find words of a period that name other years than those chosen, or no year chosen at all."""
    for plan, one in _projects(facts):
        project, name = one.project, say_project(one)
        if not project.period:
            continue
        said = years_of_words(project.period)
        running = tuple(year for year in project.running if year in plan.years)
        if not running:
            words = f"{name} ยังไม่เลือกปีที่ดำเนินการ จึงไม่อยู่ในรายงานของปีใด"
            place = of_project(one, "period")
            yield lack_of(Severity.WARNING, facts.asked, place, words, Need.PLAN_PERIOD)
        elif said and said != running:
            words = (
                f"{name} เขียนระยะเวลาว่า {quoted(one_line(project.period))}"
                f" แต่เลือกปีที่ดำเนินการไว้ {', '.join(map(str, running))}"
            )
            place = of_project(one, "period")
            yield lack_of(Severity.WARNING, facts.asked, place, words, Need.PLAN_PERIOD)


def _same_names(facts: PlanFacts) -> Iterator[Lack]:
    first: dict[str, int] = {}
    for _, one in _projects(facts):
        name = fold(one.project.name)
        if name and (number := first.setdefault(name, one.number)) != one.number:
            words = (
                f"{say_project(one)} ชื่อซ้ำกับลำดับที่ {number}"
                " ถ้าเป็นโครงการเดียวกัน กรุณาให้โครงการเดียวอยู่ใต้หลายหัวข้อแทน"
            )
            yield lack_of(Severity.WARNING, facts.asked, of_project(one, "name"), words)


def _unknown_units(facts: PlanFacts) -> Iterator[Lack]:
    if not facts.units:
        return
    for _, one in _projects(facts):
        if unknown := unknown_units(one.project.units, facts.units):
            words = f"{say_project(one)} ระบุผู้รับผิดชอบที่ไม่อยู่ในรายชื่อของหน่วยงาน: {', '.join(unknown)}"
            yield lack_of(Severity.NOTE, NOTHING_ASKED, of_project(one, "units"), words)


def _measuring(facts: PlanFacts) -> Iterator[Lack]:
    """Hint at outcomes none of which says in brackets how it is measured; many are told at once."""
    without: list[Placed] = []
    for _, one in _projects(facts):
        project = one.project
        entries = (*read_outline(project.outputs), *read_outline(project.outcomes))
        if project.outcomes and not any(_MEASURED.search(entry.text) for entry in entries):
            without.append(one)
    if len(without) >= _MANY:
        numbers = ", ".join(str(one.number) for one in without)
        words = f"โครงการที่ {numbers} {_NO_MEASURING}"
        yield lack_of(Severity.NOTE, NOTHING_ASKED, of_project(without[0], "outcomes"), words)
        return
    for one in without:
        words = f"{say_project(one)} {_NO_MEASURING}"
        yield lack_of(Severity.NOTE, NOTHING_ASKED, of_project(one, "outcomes"), words)


_NO_MEASURING: Final = "ยังไม่บอกวิธีวัดผลลัพธ์ เขียนไว้ในวงเล็บท้ายข้อได้ เช่น (สำรวจโดยใช้แบบสอบถาม)"


def _projects(facts: PlanFacts) -> Iterator[tuple[Plan, Placed]]:
    if facts.plan is not None:
        for one in facts.plan.placed():
            yield facts.plan, one


def _span(plan: Plan) -> str:
    return f"{plan.first_year} – {plan.last_year}"


PLAN_PROJECT_RULES: Final[tuple[PlanRule, ...]] = (
    *(_headings, _money, _outside, _years, _same_names, _unknown_units, _measuring),
)
