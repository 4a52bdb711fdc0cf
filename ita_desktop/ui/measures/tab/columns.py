"""The columns of the two grids of a topic: its items, and its measures with their steps."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.layout import EXTRA, Layout, RowOf, official_layouts
from ita_desktop.errors import ClerkError
from ita_desktop.ui.rows.column import EVIDENCE, NUMBER, Column
from ita_desktop.workflows.layouts import free_columns, layouts_of
from ita_desktop.workflows.rows.deeds import FIELD_WORDS

LONG_FIELDS: Final = frozenset({"result", "problem", "suggestion", "outcome", "follow_up"})
"""Fields that say “ตามมาตรการ” where a step has none of its own; shorter ones say the measure's."""

STEP_COLUMNS: Final = (
    Column(NUMBER, "ที่", 46, 38),
    Column("text", "ขั้นตอน/วิธีดำเนินการ", 210, 158, share=5),
    Column("units", "หน่วยงาน", 124, 96),
    Column("period", "ระยะเวลา", 124, 90),
    Column("state", "สถานะ", 160, 112),
    Column("result", FIELD_WORDS["result"], 170, 130, share=3),
    Column("follow_up", FIELD_WORDS["follow_up"], 150, 136, may_hide=True),
    Column("problem", FIELD_WORDS["problem"], 170, 136, may_hide=True),
    Column("suggestion", FIELD_WORDS["suggestion"], 170, 136, may_hide=True),
    Column("outcome", FIELD_WORDS["outcome"], 170, 136, may_hide=True),
    Column("percent", FIELD_WORDS["percent"], 76, 76, may_hide=True),
    Column(EVIDENCE, "หลักฐาน", 84, 84, may_hide=True),
)
ITEM_COLUMNS: Final = (
    Column("code", "ข้อ", 62, 52),
    Column("text", "ข้อคำถาม/ประเด็น", 200, 160, share=4),
    Column("score", "คะแนน", 76, 76),
    Column("finding", FIELD_WORDS["finding"], 200, 150, share=3),
)


def step_columns(free: Iterable[str]) -> tuple[Column, ...]:
    """Return the columns of measures and steps, with the free ones of the office's layouts."""
    own = (Column(f"{EXTRA}{name}", name, 150, 120, may_hide=True) for name in free)
    return (*STEP_COLUMNS, *own)


_FIELDS: Final = {"measure": "text", "measure_and_steps": "text", "steps": "text"}
"""Measures and steps stand under each other in one column; the last of these names it."""


def as_in(layout: Layout, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns in a layout's order and with its heads, the others behind, to be hidden.

    What a layout has of the topic (question, score, finding) stands over the table.
    """
    known = {column.field: column for column in columns}
    heads: dict[str, str] = {}
    for one in layout.columns:
        field = _FIELDS.get(one.source, one.source)
        if field in known:
            heads[field] = " ".join(one.head.split())
    first = [known[field] for field in (NUMBER, "text") if field not in heads]
    own = (replace(known[field], head=head, may_hide=False) for field, head in heads.items())
    seen = {NUMBER, "text", *heads}
    others = (replace(one, may_hide=True) for one in columns if one.field not in seen)
    return (*first, *own, *others)


def offered_layouts(file: DataFile) -> tuple[list[Layout], tuple[str, ...]]:
    """Return the layouts whose columns a grid can have, and the names of the free columns.

    Of the office's own as far as they can be read.
    """
    try:
        layouts, free = layouts_of(file), free_columns(file)
    except ClerkError:  # said where the layouts are listed
        layouts, free = official_layouts(), ()
    return [one for one in layouts if one.row_of is not RowOf.CALENDAR], free
