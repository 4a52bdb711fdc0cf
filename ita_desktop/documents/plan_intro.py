"""Part 1 of the plan: its risks, why it is made, what it aims at, what it is good for."""

from collections.abc import Iterator, Sequence
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Unit,
)
from ita_desktop.documents.plan_lists import list_paragraphs, plain
from ita_desktop.documents.plan_texts import TEXTS, plan_text
from ita_desktop.documents.risk_plan_table import risk_plan_blocks
from ita_desktop.documents.source import PlanSource
from ita_desktop.documents.table_rows import head_cell, row_key
from ita_desktop.domain.plan import Plan

PART: Final = "ส่วนที่ 1 บทนำ"
ITEMS: Final = (
    "การประเมินความเสี่ยงการทุจริตในองค์กร",
    "หลักการและเหตุผล",
    "วัตถุประสงค์ของการจัดทำแผน",
    "เป้าหมาย",
    "ประโยชน์ของการจัดทำแผน",
)
"""The five items, as the plan of seed 004 has them; their numbers are 1 to 5."""
GOAL: Final = "รายการ"
AIM: Final = "เป้าหมาย"
AIM_YEAR: Final = "ปีงบประมาณ {year}"
_NO_REGISTER: Final = "ยังไม่ได้จัดทำทะเบียนความเสี่ยงการทุจริตสำหรับแผนฉบับนี้"
_NO_GOALS: Final = "ยังไม่ได้กำหนดเป้าหมายรายปีของแผน"
_OF_YEAR: Final = "ผลการประเมินความเสี่ยงการทุจริต ประจำปีงบประมาณ พ.ศ. {year}"
_YEAR_WIDTH: Final = 24.5
"""Millimetres that ปีงบประมาณ needs in a head."""
_SHORT_AIM: Final = 30
_MOST_YEARS: Final = 5
"""Columns of years that a goal's aims have room in on an upright page."""


def intro_blocks(source: PlanSource) -> Iterator[Block]:
    """Give part 1 with its five items."""
    yield Heading(text=PART, level=1)
    bodies = (
        _risks(source),
        _text(source, "rationale"),
        _text(source, "objectives"),
        _goals(source),
        _text(source, "benefits"),
    )
    for number, (item, body) in enumerate(zip(ITEMS, bodies, strict=True), start=1):
        yield Heading(text=f"{number}. {item}")
        yield from body


def _text(source: PlanSource, name: str) -> Iterator[Block]:
    """Give a fixed text: its paragraphs, or its list."""
    text = plan_text(source, name)
    if TEXTS[name].listed:
        yield from list_paragraphs(text)
    else:
        yield from (plain(line) for line in text.split("\n") if line.strip())


def _risks(source: PlanSource) -> Iterator[Block]:
    if source.risks is None:
        yield plain(_NO_REGISTER)
        return
    yield plain(_OF_YEAR.format(year=source.risks.register.fiscal_year))
    yield from risk_plan_blocks(source.risks)


def _goals(source: PlanSource) -> Iterator[Block]:
    """Give the lead and the table of goals, in parts where the plan is of many years."""
    yield from _text(source, "goals")
    if not source.plan.goals:
        yield Paragraph(text=_NO_GOALS, align=Align.CENTER)
        return
    years = source.plan.years
    parts = -(-len(years) // _MOST_YEARS)
    each = -(-len(years) // parts)
    for at in range(0, len(years), each):
        yield goal_table(source.plan, years[at : at + each], source.file_mark)


def _goal_columns(plan: Plan, years: Sequence[int]) -> tuple[Column, ...]:
    """Return the columns: where no aim is a long text, years are as narrow as their heads."""
    longest = max((len(aim) for goal in plan.goals for aim in goal.aims.values()), default=0)
    year = (
        Column(width=_YEAR_WIDTH, unit=Unit.MILLIMETRE, align=Align.CENTER)
        if longest <= _SHORT_AIM
        else Column(width=2.7, align=Align.CENTER)
    )
    return (Column(width=3.0), *[year] * len(years))


def goal_table(plan: Plan, years: Sequence[int], mark: str) -> Table:
    """Return the goals with their aims in these years, a row a goal, under two rows of heads."""
    header = (
        Row(
            cells=(
                head_cell(GOAL, rows=2),
                head_cell(AIM, columns=len(years)),
                *[None] * (len(years) - 1),
            )
        ),
        Row(cells=(None, *(head_cell(AIM_YEAR.format(year=year)) for year in years))),
    )
    return Table(
        name="เป้าหมาย",
        columns=_goal_columns(plan, years),
        header=header,
        rows=tuple(
            Row(
                cells=(
                    Cell(content=goal.text),
                    *(Cell(content=goal.aims.get(year, "")) for year in years),
                ),
                key=row_key("goal", goal.id, mark),
            )
            for goal in plan.goals
        ),
    )
