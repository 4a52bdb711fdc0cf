"""The headings of a project's paper that are texts and lists, with their fields."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan_headings import HEADINGS, numbered_heading
from ita_desktop.domain.project import Project
from ita_desktop.ui import wording
from ita_desktop.ui.fields.field import Field
from ita_desktop.ui.fields.heading import Heading, captioned
from ita_desktop.ui.fields.list_editor import HINT, ListEditor
from ita_desktop.ui.fields.text_editor import TextEditor
from ita_desktop.ui.plan.project.chosen_list import ChosenList
from ita_desktop.ui.plan.project.measuring import measuring_button
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.workflows.plans.fields import OUTLINES
from ita_desktop.workflows.rows.deeds import field_words

_LINES: Final = frozenset({"name", "target_count", "note"})
_COUNT_WIDTH: Final = 110
TEXTS: Final[Mapping[str, Callable[[Project], str]]] = {
    "name": lambda one: one.name,
    "rationale": lambda one: one.rationale,
    "objectives": lambda one: one.objectives,
    "target": lambda one: one.target,
    "target_count": lambda one: (
        "" if one.target_count is None else wording.shown(f"{one.target_count:,}")
    ),
    "steps": lambda one: one.steps,
    "period": lambda one: one.period,
    "units": lambda one: one.units,
    "outputs": lambda one: one.outputs,
    "outcomes": lambda one: one.outcomes,
    "note": lambda one: one.note,
}
"""Fields that are a text, and what each shows of a project."""


def project_fields(write: Callable[[str, str], str], parent: QWidget) -> dict[str, Field]:
    """Return the fields of a project that are texts, by name; ``write`` as ``Field`` takes it."""
    made: dict[str, Field] = {}
    for name in TEXTS:
        if name in OUTLINES:
            editor = ListEditor(parent)
            editor.setToolTip(tool_tip(HINT))
        else:
            editor = TextEditor(parent, one_line=name in _LINES)
        made[name] = Field(name, field_words(Kind.PROJECT, name), editor, write)
    made["name"].editor.setProperty("strong", True)
    made["name"].editor.setPlaceholderText(HEADINGS["name"])
    made["units"].editor.setToolTip("พิมพ์ชื่อหน่วยงานบรรทัดละชื่อ  Alt+ลง เลือกจากรายชื่อ")
    made["target_count"].setFixedWidth(_COUNT_WIDTH)
    return made


def text_headings(of: Mapping[str, Field], groups: QWidget) -> tuple[Heading, ...]:
    """Return headings 2 to 5."""
    count = captioned("จำนวน", of["target_count"], "คน")
    return (
        Heading(numbered_heading("rationale"), of["rationale"], goes_to=of["rationale"].editor),
        Heading(numbered_heading("objectives"), of["objectives"], goes_to=of["objectives"].editor),
        Heading(
            numbered_heading("target"), of["target"], count, groups, goes_to=of["target"].editor
        ),
        Heading(numbered_heading("steps"), of["steps"], goes_to=of["steps"].editor),
    )


def last_headings(
    of: Mapping[str, Field], risks: ChosenList, items: ChosenList, parent: QWidget
) -> tuple[Heading, ...]:
    """Return headings 8 and 9, and what stands behind them."""
    return (
        Heading(numbered_heading("units"), of["units"], goes_to=of["units"].editor),
        Heading(
            numbered_heading("outputs"),
            _measured(of["outputs"], parent),
            _measured(of["outcomes"], parent),
            goes_to=of["outputs"].editor,
        ),
        Heading("หมายเหตุ", of["note"], goes_to=of["note"].editor),
        Heading("ความเสี่ยงที่ป้องกัน", risks, goes_to=risks.button),
        Heading("ข้อ OIT ที่ตอบ", items, goes_to=items.button),
    )


def _measured(field: Field, parent: QWidget) -> QWidget:
    """Return a list with its caption and the menu of ways of measuring."""
    made = QWidget(parent)
    head = QHBoxLayout()
    head.setContentsMargins(8, 0, 0, 0)
    head.addWidget(label(field.words, "quiet"))
    head.addStretch()
    rows = QVBoxLayout(made)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    rows.addLayout(head)
    rows.addWidget(field)
    if isinstance(field.editor, ListEditor):
        button = measuring_button(field.editor, field.words, parent)
        field.setProperty("measuring", button)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
    return made
