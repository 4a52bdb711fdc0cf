"""One starting point of a project, to be read as its nine headings."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.outline import numbered, read_outline
from ita_desktop.domain.plan_headings import HEADINGS
from ita_desktop.domain.plan_suggestions import PlanSuggestion
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.workflows.plans.fields import PLAN_FIELD_WORDS

_FREE: Final = "ไม่ใช้งบประมาณ"


class SuggestionCard(Card):
    """Shows a starting point; None shows nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName("รายละเอียดของตัวอย่าง")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._area)
        self.show_suggestion(None)

    def show_suggestion(self, one: PlanSuggestion | None) -> None:
        """Show a starting point from its beginning."""
        shown = QWidget()
        rows = QVBoxLayout(shown)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(2)
        for words, text in () if one is None else _parts(one):
            if text:
                rows.addWidget(label(words, "strong"))
                rows.addWidget(TextBlock(wording.shown(text)))
                rows.addSpacing(6)
        rows.addStretch()
        self._area.setWidget(shown)
        # Qt would fill in the window's ground
        shown.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)


def _parts(one: PlanSuggestion) -> Iterator[tuple[str, str]]:
    """Give what it says, each under its heading."""
    yield one.kind.words or HEADINGS["name"], one.name
    yield HEADINGS["rationale"], one.rationale
    yield HEADINGS["objectives"], _list(one.objectives)
    groups = ", ".join(group.words for group in one.groups)
    yield HEADINGS["target"], "\n".join(filter(None, (_list(one.target), groups)))
    yield HEADINGS["steps"], _list(one.steps)
    yield HEADINGS["amount"], _FREE if one.no_budget else ""
    yield HEADINGS["units"], one.units
    yield PLAN_FIELD_WORDS["outputs"], _list(one.outputs)
    yield PLAN_FIELD_WORDS["outcomes"], _list(one.outcomes)


def _list(text: str) -> str:
    entries = read_outline(text)
    if len(entries) < 2:
        return text
    return "\n".join(
        f"({'.'.join(map(str, numbers))}) {entry.text}" for numbers, entry in numbered(entries)
    )
