"""Rules of a plan's outline: that there is one, its sections and goals, its announcement."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, Place, lack_of
from ita_desktop.domain.nameless import NAMELESS, TEXTLESS
from ita_desktop.domain.plan import (
    Plan,
    levels,
    section_numbers,
    section_title,
    standing_under,
    under,
)
from ita_desktop.domain.plan_facts import (
    PlanFacts,
    PlanRule,
    of_goal,
    of_plan,
    of_section,
)
from ita_desktop.domain.required_contents import Need
from ita_desktop.thai.text import fold, one_line, quoted

PLAN: Final = "plan"
"""The field of the year as a whole where its plan is begun."""


def _no_plan(facts: PlanFacts) -> Iterator[Lack]:
    if facts.plan is None:
        year = facts.fiscal_year
        place = Place(kind="fiscal_year", number=year, field=PLAN)
        words = f"ยังไม่มีแผนปฏิบัติการป้องกันการทุจริตที่ครอบคลุมปีงบประมาณ {year} กรุณาเริ่มแผน"
        need = Need.PLAN_COVERS if facts.plans else Need.PLAN
        yield lack_of(Severity.ERROR, facts.asked, place, words, need)
    elif not any(facts.plan.placed()):
        words = "แผนยังไม่มีโครงการ กิจกรรม หรือมาตรการ กรุณาเพิ่มอย่างน้อยหนึ่งรายการ"
        place = of_plan(facts.plan, "projects")
        yield lack_of(Severity.ERROR, facts.asked, place, words, Need.PLAN_PROJECTS)


def _sections(facts: PlanFacts) -> Iterator[Lack]:
    """Find dimensions without projects, and hint at the empty sections of the others."""
    plan = facts.plan
    if plan is None or not any(plan.placed()):
        return
    titles, numbers = _titles(plan), section_numbers(plan)
    filled = {section.id for section in plan.sections if standing_under(plan, section)}
    for dimension in plan.dimensions:
        belonging = under(plan, dimension)
        if not filled & {one.id for one in belonging}:
            words = f"{titles[dimension.id]} ยังไม่มีโครงการ"
            yield lack_of(Severity.WARNING, facts.asked, of_section(dimension, "project"), words)
            continue
        empty = [one for one in belonging if one.id not in filled and len(under(plan, one)) == 1]
        if empty:
            named = ", ".join(numbers[one.id] for one in empty)
            words = f"{titles[dimension.id]} มีหัวข้อที่ยังไม่มีโครงการ: {named} ปล่อยว่างไว้ได้ถ้าตั้งใจ"
            yield lack_of(Severity.NOTE, NOTHING_ASKED, of_section(empty[0], "project"), words)


def _section_names(facts: PlanFacts) -> Iterator[Lack]:
    if facts.plan is not None:
        titles = _titles(facts.plan)
        for section in facts.plan.sections:
            if not one_line(section.name):
                words = f"หัวข้อ {titles[section.id]} ยังไม่มีชื่อ"
                yield lack_of(Severity.WARNING, facts.asked, of_section(section, "name"), words)


def _titles(plan: Plan) -> dict[int, str]:
    """Return sections as sentences name them, by id: "มิติที่ 1 “การสร้าง…”"."""
    numbers, on_paper = section_numbers(plan), levels(plan)
    found: dict[int, str] = {}
    for one in plan.sections:
        name = quoted(one_line(one.name) or NAMELESS)
        before = section_title(one, numbers[one.id], on_paper[one.id])
        found[one.id] = f"{before.removesuffix(one.name).rstrip()} {name}"
    return found


def _goals(facts: PlanFacts) -> Iterator[Lack]:
    plan = facts.plan
    if plan is None:
        return
    if not plan.goals:
        words = "แผนยังไม่มีเป้าหมายรายปี กรุณาเพิ่มที่ “เป้าหมาย” ในแท็บจัดทำแผน"
        yield lack_of(Severity.NOTE, NOTHING_ASKED, of_plan(plan, "goals"), words)
    for goal in plan.goals:
        name = f"เป้าหมาย {quoted(one_line(goal.text) or TEXTLESS)}"
        if not one_line(goal.text):
            words = f"{name} ยังไม่มีข้อความ"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, of_goal(goal, "text"), words)
        without = [year for year in plan.years if not goal.aims.get(year)]
        if without:
            years = "ทุกปี" if len(without) == len(plan.years) else ", ".join(map(str, without))
            words = f"{name} ยังไม่กำหนดค่าเป้าหมายของปี {years}".replace("ของปี ทุกปี", "ทุกปี")
            place = of_goal(goal, f"aim:{without[0]}")
            yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)


def _announcement(facts: PlanFacts) -> Iterator[Lack]:
    """Find that the plan is not announced, or that its announcement is a draft or has no date."""
    plan = facts.plan
    if plan is None or not any(plan.placed()):
        return
    ours = [
        one
        for one in facts.announcements
        if one.kind is AnnouncementKind.PLAN and one.plan == plan.id
    ]
    if any(one.is_issued for one in ours):
        return
    if not ours:
        words = "ยังไม่มีประกาศใช้แผน กรุณาร่างประกาศให้ผู้บริหารลงนาม"
        place = of_plan(plan, "announcement")
        yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)
        return
    draft = ours[-1]
    place = Place(kind="announcement", number=draft.id, field="dated")
    if draft.dated is None:
        yield lack_of(Severity.WARNING, NOTHING_ASKED, place, "ร่างประกาศใช้แผนยังไม่มีวันที่")
    else:
        yield lack_of(Severity.NOTE, NOTHING_ASKED, place, "ประกาศใช้แผนยังเป็นร่าง ยังไม่ได้ออกประกาศ")


def _same_sections(facts: PlanFacts) -> Iterator[Lack]:
    """Find two sections under the same heading that are called alike."""
    if facts.plan is None:
        return
    on_paper, titles = levels(facts.plan), _titles(facts.plan)
    first: dict[tuple[object, ...], str] = {}
    above: list[int] = []
    for section in facts.plan.sections:
        above = [*above[: on_paper[section.id] - 1], section.id]
        name = fold(section.name)
        if not name:
            continue
        there = first.setdefault((*above[:-1], name), titles[section.id])
        if there != titles[section.id]:
            words = f"หัวข้อ {titles[section.id]} ชื่อซ้ำกับ {there}"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, of_section(section, "name"), words)


PLAN_OUTLINE_RULES: Final[tuple[PlanRule, ...]] = (
    *(_no_plan, _sections, _section_names, _same_sections, _goals, _announcement),
)
