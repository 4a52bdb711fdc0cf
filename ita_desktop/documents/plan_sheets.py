"""The workbook of a plan: its texts, sections, goals and projects in full, each on a sheet.

What the pages of a plan say is here to be worked on in Excel, a row a project, and read back.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Number,
    Row,
    Section,
    Table,
)
from ita_desktop.documents.plan_paper import LANDSCAPE, plan_document, plan_title
from ita_desktop.documents.plan_projects import part_title, project_tables
from ita_desktop.documents.plan_row_cells import project_cells
from ita_desktop.documents.plan_texts import TEXTS, template_of
from ita_desktop.documents.source import PlanSource
from ita_desktop.documents.table_rows import Content, head_row, row_key
from ita_desktop.domain.plan import section_numbers

PROJECTS: Final = "โครงการ"
SECTIONS: Final = "หัวข้อแผน"
GOALS: Final = "เป้าหมายของแผน"
WORDS: Final = "ข้อความของแผน"
TITLE: Final = "ชื่อแผน"
FIRST_YEAR: Final = "ปีงบประมาณแรก"
LAST_YEAR: Final = "ปีงบประมาณสุดท้าย"
RISK_YEAR: Final = "ปีของตารางความเสี่ยง"

_HEADS: Final[tuple[tuple[str, str, float], ...]] = (
    ("name", "ชื่อโครงการ", 70),
    ("kind", "ประเภทงาน", 24),
    ("rationale", "หลักการและเหตุผล", 120),
    ("objectives", "วัตถุประสงค์", 80),
    ("target", "กลุ่มเป้าหมาย", 50),
    ("target_count", "จำนวนกลุ่มเป้าหมาย (คน)", 26),
    ("target_groups", "ประเภทกลุ่มเป้าหมาย", 50),
    ("steps", "วิธีดำเนินการ", 110),
    ("period", "ระยะเวลาดำเนินการ", 44),
    ("amount", "งบประมาณ", 30),
)
_YEAR_HEADS: Final = (("amount", "ปี {year}", 26.0), ("quarters", "ไตรมาส ปี {year}", 22.0))
_LAST_HEADS: Final[tuple[tuple[str, str, float], ...]] = (
    ("source", "แหล่งงบประมาณ", 36),
    ("units", "ผู้รับผิดชอบ", 44),
    ("outputs", "ผลผลิต", 70),
    ("outcomes", "ผลลัพธ์", 70),
    ("section", "มิติ", 26),
    ("items", "ข้อ OIT", 26),
    ("note", "หมายเหตุ", 40),
)
"""Field, head and width in millimetres of each column behind ลำดับที่."""


def plan_sheets(source: PlanSource) -> Document:
    """Return the workbook of a whole plan, with its part 2."""
    blocks: tuple[Block, ...] = (
        *_under(source, "โครงการในแผนแบบเต็ม", project_table(source)),
        *_under(source, "หัวข้อของแผน", section_table(source)),
        *_under(source, "เป้าหมายของแผนรายปี", goal_table(source)),
        *_under(source, "ข้อความของแผน", text_table(source)),
        Heading(text=part_title(source.plan), level=1),
        Heading(text=plan_title(source), level=1),
        *project_tables(source),
    )
    return plan_document(source, "plan", (Section(blocks=blocks, page=LANDSCAPE),))


def detail_sheets(source: PlanSource) -> Document:
    """Return the workbook of the projects in full, with the sections they stand under."""
    title = "รายละเอียดโครงการ/กิจกรรม/มาตรการ"
    blocks = (
        *_under(source, title, project_table(source)),
        *_under(source, "หัวข้อของแผน", section_table(source)),
    )
    return plan_document(source, "plan-details", (Section(blocks=blocks, page=LANDSCAPE),), title)


def _under(source: PlanSource, title: str, table: Table) -> Iterator[Block]:
    yield Heading(text=title, level=1)
    yield Heading(text=plan_title(source), level=1)
    yield table


def project_table(source: PlanSource) -> Table:
    """Return all projects in full, a row each in the order of the plan."""
    plan = source.plan
    numbers = section_numbers(plan)
    heads = (
        *_HEADS,
        *(
            (f"{field}:{year}", head.format(year=year), width)
            for field, head, width in _YEAR_HEADS
            for year in plan.years
        ),
        *_LAST_HEADS,
    )
    rows: list[Row] = []
    for one in plan.placed():
        cells = project_cells(one, plan.years, numbers)
        content = [Number(Decimal(one.number), 0), *(cells[field] for field, _, _ in heads)]
        rows.append(_row(content, row_key("project", one.project.id, source.file_mark)))
    return _table(PROJECTS, (("ลำดับที่", 16), *((head, width) for _, head, width in heads)), rows)


def section_table(source: PlanSource) -> Table:
    """Return the sections of a plan in order, also those without projects."""
    plan = source.plan
    numbers = section_numbers(plan)
    rows = [
        _row(
            (numbers[one.id], str(one.level), one.name, one.marker),
            row_key("section", one.id, source.file_mark),
        )
        for one in plan.sections
    ]
    heads = (("เลขที่หัวข้อ", 28), ("ระดับหัวข้อ", 22), ("ชื่อหัวข้อ", 150), ("เลขที่กำหนดเอง", 34))
    return _table(SECTIONS, heads, rows)


def goal_table(source: PlanSource) -> Table:
    """Return what is aimed at, by year."""
    plan = source.plan
    rows = [
        _row(
            (goal.text, *(goal.aims.get(year, "") for year in plan.years)),
            row_key("goal", goal.id, source.file_mark),
        )
        for goal in plan.goals
    ]
    heads = (("รายการเป้าหมาย", 100), *((f"ปี {year}", 34) for year in plan.years))
    return _table(GOALS, heads, rows)


def text_table(source: PlanSource) -> Table:
    """Return title and years of the plan and its fixed texts, with their places in braces."""
    plan = source.plan
    said = (
        (TITLE, plan.title),
        (FIRST_YEAR, str(plan.first_year)),
        (LAST_YEAR, str(plan.last_year)),
        (RISK_YEAR, "" if plan.risk_year is None else str(plan.risk_year)),
        *((text.words, template_of(plan, name)) for name, text in TEXTS.items()),
        *((name, text) for name, text in plan.texts.items() if name not in TEXTS),
    )
    return _table(WORDS, (("รายการของแผน", 60), ("ข้อความ", 200)), [_row(one) for one in said])


def _row(contents: Iterable[Content], key: str = "") -> Row:
    return Row(cells=tuple(Cell(content=one) for one in contents), key=key)


def _table(name: str, heads: Sequence[tuple[str, float]], rows: Sequence[Row]) -> Table:
    return Table(
        name=name,
        columns=tuple(
            Column(width=width, align=Align.CENTER if width < 20 else Align.LEFT)
            for _, width in heads
        ),
        header=(head_row(head for head, _ in heads),),
        rows=tuple(rows),
        wide=True,
    )
