"""Rules of what was typed into a plan's texts: numbers against the data, names, unfilled forms."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from ita_desktop.domain.executive_names import other_executive
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.foreign_names import other_office, template_words, words_of_other_kind
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, Place, lack_of
from ita_desktop.domain.plan import Placed, Plan
from ita_desktop.domain.plan_facts import (
    PlanFacts,
    PlanRule,
    of_goal,
    of_plan,
    of_project,
    of_section,
    say_project,
)
from ita_desktop.domain.plan_headings import HEADINGS
from ita_desktop.domain.plan_money import dimension_sums, plan_sums
from ita_desktop.domain.typed_counts import Truth, wrong_counts
from ita_desktop.thai.text import quoted

_PLACE: Final = re.compile(r"\{([ก-๎ ]+)\}")
_TEXTS: Final = {**HEADINGS, "outcomes": "ผลลัพธ์", "note": "หมายเหตุ"}


def _counts(facts: PlanFacts) -> Iterator[Lack]:
    plan = facts.plan
    if plan is None or not any(plan.placed()):
        return
    truth = truth_of(plan)
    for name, text, place in _fixed_texts(facts, plan):
        for wrong in dict.fromkeys(wrong_counts(text, truth)):
            words = f"{name()} {wrong}"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)


def truth_of(plan: Plan) -> Truth:
    """Return what the data of a plan say, for texts to be held against."""
    sums, by_dimension = plan_sums(plan), dimension_sums(plan)
    kinds: dict[str, int] = {}
    for one in plan.placed():
        words = one.project.kind.words
        kinds[words] = kinds.get(words, 0) + 1
    money = {sums.total, sums.undivided, *sums.by_year.values()}
    for one in by_dimension.values():
        money |= {one.total, *one.by_year.values()}
    for one in plan.placed():
        money |= {year.amount for year in one.project.years.values() if year.amount is not None}
    return Truth(
        first_year=plan.first_year,
        last_year=plan.last_year,
        dimensions=len(plan.dimensions),
        projects=sums.projects,
        kinds=kinds,
        by_dimension={
            number: one.projects for number, one in enumerate(by_dimension.values(), start=1)
        },
        sums=frozenset(money),
    )


def _names(facts: PlanFacts) -> Iterator[Lack]:
    """Find another office's name, and words of a form, in any text of the plan; once a text."""
    plan = facts.plan
    if plan is None:
        return
    for name, text, place in _all_texts(facts, plan):
        if facts.office and (other := other_office(text, facts.office)):
            words = f"{name()} มีชื่อหน่วยงานอื่น {quoted(other)} กรุณาตรวจว่าเป็นข้อความที่คัดลอกมาหรือไม่"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)
        if other := other_executive(text, facts.executive_title, facts.executive):
            words = f"{name()} มีชื่อหรือตำแหน่งผู้บริหารอื่น {quoted(other)}"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)
        if word := words_of_other_kind(text, facts.office):
            words = f"{name()} ใช้คำของหน่วยงานประเภทอื่น {quoted(word)}"
            yield lack_of(Severity.NOTE, NOTHING_ASKED, place, words)
        if left := template_words(text):
            words = f"{name()} ยังมีคำของแบบที่ไม่ได้กรอก {quoted(left)}"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)


def _places(facts: PlanFacts) -> Iterator[Lack]:
    """Find places in braces that nothing fills."""
    if facts.plan is None or not facts.places:
        return
    for name, text, place in _fixed_texts(facts, facts.plan):
        unknown = [one for one in _PLACE.findall(text) if one not in facts.places]
        if unknown:
            said = ", ".join(f"{{{one}}}" for one in dict.fromkeys(unknown))
            words = f"{name()} มี {said} ซึ่งไม่มีข้อมูลให้เติม จะพิมพ์ตามที่เขียน"
            yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)


_Text = tuple[Callable[[], str], str, Place]
"""What says how a text is called, the text, where it is mended."""


def _fixed_texts(facts: PlanFacts, plan: Plan) -> Iterator[_Text]:
    """Give the texts the office wrote for the fixed parts; those of ours hold nothing typed."""
    yield _called("ชื่อแผน"), plan.title, of_plan(plan, "title")
    for name, text in plan.texts.items():
        yield _called(facts.text_words.get(name, name)), text, of_plan(plan, name)


def _all_texts(facts: PlanFacts, plan: Plan) -> Iterator[_Text]:
    yield from _fixed_texts(facts, plan)
    for goal in plan.goals:
        yield _called("เป้าหมายของแผน"), goal.text, of_goal(goal, "text")
    for section in plan.sections:
        yield _called("ชื่อหัวข้อของแผน"), section.name, of_section(section, "name")
    for one in plan.placed():
        for field, words in _TEXTS.items():
            value = getattr(one.project, field, "")
            if isinstance(value, str) and value:
                yield _called(words, one), value, of_project(one, field)


def _called(words: str, one: Placed | None = None) -> Callable[[], str]:
    """Return what says how a text is called; most are never asked."""
    return lambda: words if one is None else f"{words}ของ{say_project(one)}"


PLAN_TEXT_RULES: Final[tuple[PlanRule, ...]] = (_counts, _names, _places)
