"""Plans for tests of papers: that of seed 004 put into a file, and as many projects as wanted."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Digits
from ita_desktop.documents.source import PlanSource
from ita_desktop.domain.outline import Entry, write_outline
from ita_desktop.domain.plan import Goal, Plan, Section
from ita_desktop.domain.project import Project, ProjectKind, ProjectYear
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.workflows.plans.making import Heading, begin_plan, put_title
from ita_desktop.workflows.plans.outline import add_project, put_places
from ita_desktop.workflows.rows.deeds import Edit, add_row, apply_edits

from .risk_registers import OFFICE, seed_register
from .risk_registers import source as risk_source

SEED_PLAN: Final = Path(__file__).parents[3] / "shared" / "domain" / "plan_wapi_pathum.json"
"""Seed 004 cleaned; not part of this repository."""
YEARS: Final = tuple(range(2566, 2571))


def read_seed() -> Any:
    """Return the plan of seed 004 as its file has it."""
    return json.loads(SEED_PLAN.read_text("utf-8"))


def seed_sections() -> Iterator[tuple[str, int, str]]:
    """Give number, level and name of the seed's 31 headings, in order."""
    for dimension in read_seed()["dimensions"]:
        yield dimension["id"], 1, dimension["title"].split(" ", 2)[2]
        for sub in dimension["sub_dimensions"]:
            yield sub["id"], 2, sub["title"].split(" ", 1)[1]
            for section in sub["sections"]:
                yield section["id"], 3, section["title"].split(" ", 1)[1]


def put_seed_plan(file: DataFile) -> int:
    """Put the plan of seed 004 into a file as the window does; return its number."""
    seed = read_seed()
    headings = list(seed_sections())
    goals = seed["plan"]["goals"]["table_reconstructed"]
    plan = begin_plan(
        file,
        YEARS[0],
        YEARS[-1],
        [Heading(level, name) for _, level, name in headings],
        ["จำนวนคดีทุจริตลดลง (คำนวณจากปี 2565) ร้อยละ", "คะแนน ITA"],
    )
    put_title(file, plan, to_arabic_digits(seed["plan"]["title"]))
    sections = dict(zip([one for one, _, _ in headings], _ids(file, "section"), strict=True))
    edits: list[Edit] = []
    for number, name in zip(
        _ids(file, "goal"), ("fraud_cases_reduction_percent", "ita_score"), strict=True
    ):
        edits += (
            Edit(kind=Kind.GOAL, number=number, field=f"aim:{year}", text=str(aim))
            for year, aim in zip(YEARS, list[int](goals[name]), strict=True)
        )
    for one in seed["projects"]:
        home, *others = one["section_ids"]
        number = add_project(file, sections[home], dict(_texts(one)))
        if others:
            put_places(file, number, [sections[other] for other in others])
        edits += (
            Edit(kind=Kind.PROJECT, number=number, field=field, text=text)
            for field, text in _years_and_money(one)
        )
    apply_edits(file, edits, "ใส่ปีและงบประมาณ")
    return plan


def put_seed_risks(file: DataFile, fiscal_year: int = 2566) -> None:
    """Put the four rows of the seed's risks into a file as the window does."""
    for process in seed_register().processes:
        told = {"text": process.text, "level": process.level}
        parent = add_row(file, Kind.PROCESS, fiscal_year, told)
        for risk in process.risks:
            add_row(file, Kind.RISK, parent, {"text": risk.text, "level": risk.level})
        for one in process.treatments:
            add_row(file, Kind.TREATMENT, parent, {"text": one.text})


def _ids(file: DataFile, table: str) -> list[int]:
    return [row[0] for row in file.read(f"SELECT id FROM {table} ORDER BY id", ())]  # noqa: S608


def _texts(one: Any) -> Iterator[tuple[str, str]]:
    yield "kind", one["type"]
    yield "name", one["title"]
    yield "objectives", outline_of(one["objectives"])
    yield "target", outline_of(one["target_group"] or [])
    yield "steps", outline_of(one["steps"])
    yield "outputs", outline_of(one["outputs"])
    yield "outcomes", outline_of(one["outcomes"])
    yield "units", one["responsible"] or ""


def _years_and_money(one: Any) -> Iterator[tuple[str, str]]:
    period: Any = one["period"]
    for year in period["fiscal_years"] if period else ():
        yield f"runs:{year}", "ใช่"
    budget = one["budget"]
    if budget and budget["baht"]:
        yield "amount", str(budget["baht"])
    elif budget:
        yield "no_budget", "ใช่"


def outline_of(entries: Any) -> str:
    """Return a list of the seed as a project keeps it; a small table has its columns by tabs."""
    return write_outline(_entries([entries] if isinstance(entries, str) else entries, 1))


def _entries(entries: Any, level: int) -> Iterator[Entry]:
    for one in entries:
        if isinstance(one, str):
            yield Entry(level, one)
            continue
        yield Entry(level, one["text"])
        yield from (Entry(level + 1, "\t".join(row)) for row in one.get("table", ()))
        yield from _entries(one.get("children", ()), level + 1)


def plan_source(plan: Plan, *, digits: Digits = Digits.THAI, risks: bool = True) -> PlanSource:
    """Return what a paper of a plan is made from."""
    return PlanSource(
        office=OFFICE,
        plan=plan,
        fiscal_year=plan.first_year,
        digits=digits,
        months=6,
        risks=risk_source(seed_register(), digits=digits) if risks else None,
        file_mark="1f2e3d4c",
    )


def many_projects(projects: int, first: int = 2566, last: int = 2570) -> Plan:
    """Return a plan of so many projects over these years, the same each time."""
    years = range(first, last + 1)
    made = [_project(number, years) for number in range(1, projects + 1)]
    sections: list[Section] = []
    for dimension in range(4):
        sections.append(Section(id=len(sections) + 1, level=1, name=f"ด้านที่ {dimension + 1}"))
        for inner in range(3):
            part = dimension * 3 + inner
            own = tuple(made[projects * part // 12 : projects * (part + 1) // 12])
            name = "การเสริมสร้างความซื่อสัตย์สุจริตของบุคลากร"
            sections.append(Section(id=len(sections) + 1, level=2, name=name, projects=own))
    aims = {year: f"ร้อยละ {10 * at + 10}" for at, year in enumerate(years)}
    return Plan(
        id=1,
        first_year=first,
        last_year=last,
        goals=(Goal(id=1, text="จำนวนเรื่องร้องเรียนการทุจริตลดลง", aims=aims),),
        sections=tuple(sections),
    )


def _project(number: int, years: range) -> Project:
    amount = Decimal(number * 1000) if number % 3 else None
    return Project(
        id=number,
        kind=list(ProjectKind)[1 + number % 4],
        name=f"โครงการอบรมความซื่อสัตย์สุจริตและความโปร่งใสของบุคลากร รุ่นที่ {number}",
        rationale="การทำงานที่ใกล้ชิดประชาชนต้องอาศัยความเชื่อมั่น หน่วยงานจึงต้องดูแลให้บุคลากรเข้าใจหน้าที่ของตน "
        * 3,
        objectives="เพื่อให้บุคลากรรู้เท่าทันความเสี่ยง\nเพื่อให้ประชาชนเชื่อมั่นในการทำงานของหน่วยงาน",
        target="บุคลากรทุกส่วนราชการ",
        target_count=50 + number,
        steps="ขออนุมัติโครงการ\nจัดอบรม\n\tเตรียมสถานที่\n\tเชิญวิทยากร\n\t\tส่งหนังสือเชิญ\nสรุปและรายงานผล",
        years={year: ProjectYear(runs=True, amount=amount) for year in years},
        no_budget=amount is None,
        units="สำนักปลัดเทศบาล",
        outputs="มีผู้เข้าอบรมไม่น้อยกว่าร้อยละ 80",
        outcomes="เรื่องร้องเรียนลดลง (สำรวจโดยใช้แบบประเมินติดตามผล)\nประชาชนพึงพอใจมากขึ้น",
    )
