"""Heading 7: money by year, what none gives by year, its source, and what it comes to in words."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.plan import Placed, Plan
from ita_desktop.domain.plan_money import money_of
from ita_desktop.thai.money import baht_text, format_money
from ita_desktop.ui import wording
from ita_desktop.ui.fields.field import MISSING, Field
from ita_desktop.ui.fields.heading import captioned
from ita_desktop.ui.fields.text_editor import TextEditor
from ita_desktop.ui.plan.money.gestures import MoneyGestures
from ita_desktop.ui.plan.money.model import MoneyModel
from ita_desktop.ui.plan.money.rows import project_row, year_columns
from ita_desktop.ui.plan.money.table import ROW_HEIGHT, MoneyTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label

_HEAD: Final = 30
_BAR: Final = 14


class MoneyField(QWidget):
    """The grid has a column a year; Tab goes from year to year and past the last one leaves."""

    def __init__(
        self,
        session: Session,
        write: Callable[[str, str], str],
        put: Callable[[str, str], str],
        parent: QWidget,
    ) -> None:
        """``write`` takes what was typed, ``put`` what was ticked; both return why not."""
        super().__init__(parent)
        self._put = put
        self.model = MoneyModel()
        self.table = MoneyTable(self.model, self, across=True)
        self.table.setAccessibleName("งบประมาณรายปี")
        self.table.setAccessibleDescription(
            "พิมพ์แล้วกด Enter กด Ctrl+R เติมไปทางขวา กดเว้นวรรคเมื่อไม่ใช้งบประมาณ กด F6 เพื่อออก"
        )
        self.table.setToolTip(
            "พิมพ์แล้วกด Enter  Ctrl+R เติมปีที่เหลือให้เท่ากัน\nเว้นวรรค ไม่ใช้งบประมาณ  F6 ไปช่องถัดไป"
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.gestures = MoneyGestures(session, self.table)
        self.none = QCheckBox("ไม่ใช้งบประมาณ")
        self.none.setToolTip("กดเว้นวรรคในช่องปีใดก็ได้")
        self.none.clicked.connect(self._ticked)
        self.table.none_wanted.connect(self.none.click)
        self.sum = label("", "", wrap=True)
        self.source = Field("source", "แหล่งงบประมาณ", TextEditor(parent, one_line=True), write)
        self.undivided = Field(
            "amount", "งบประมาณที่ไม่แยกรายปี", TextEditor(parent, one_line=True), write
        )
        self._undivided = captioned("ไม่แยกปี", self.undivided, "บาท")
        self.undivided.setFixedWidth(160)
        self.more = QPushButton("ระบุจำนวนเงินที่ไม่แยกรายปี")
        self.more.setObjectName("link")
        self.more.setAutoDefault(True)  # Enter presses it
        self.more.clicked.connect(self._show_undivided)
        self._asked = False
        self.fields = (self.undivided, self.source)
        row = QHBoxLayout()
        row.setContentsMargins(2, 0, 0, 0)  # the tick stands where texts begin
        row.setSpacing(12)
        row.addWidget(self.none)
        row.addWidget(self.more)
        row.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(self.table)
        rows.addLayout(row)
        rows.addWidget(self._undivided)
        said = QHBoxLayout()
        said.setContentsMargins(8, 0, 0, 0)
        said.addWidget(self.sum, 1)
        rows.addLayout(said)
        rows.addWidget(captioned("แหล่งงบประมาณ", self.source))

    def show_project(self, plan: Plan, placed: Placed, *, writable: bool, anew: bool) -> None:
        """Show what a project costs."""
        project = placed.project
        self.model.writable = writable
        self.model.show((project_row(placed),), year_columns(plan.years), plan.years)
        if anew:
            self._asked = False
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.gestures.bubble.hide()
        self._fit()
        self.none.setChecked(project.no_budget)
        self.none.setEnabled(writable)
        amount = project.amount
        shown = "" if amount is None else format_money(amount, thai_digits=True)
        self.undivided.show_value(shown, anew=anew)
        there = amount is not None or self._asked or self.undivided.is_dirty
        self._undivided.setVisible(there)
        self.more.setVisible(not there and writable)
        self.source.show_value(project.source, anew=anew)
        total = money_of(project, plan.years)
        if total is not None and (total or not project.no_budget):
            words = f"รวม {format_money(total, thai_digits=False)} บาท ({baht_text(total)})"
        else:
            words = "" if project.no_budget else MISSING
        self.sum.setText(wording.shown(words))
        self.sum.setVisible(bool(words))
        kind = "quiet" if words == MISSING else "strong"
        if self.sum.objectName() != kind:
            self.sum.setObjectName(kind)
            self.sum.style().unpolish(self.sum)
            self.sum.style().polish(self.sum)

    def stand_at(self, year: int | None) -> None:
        """Put the keyboard into the cell of a year, or the first one."""
        years = [*self.model.years]
        self.table.setCurrentIndex(self.model.index(0, years.index(year) if year in years else 0))
        self.table.setFocus()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType] - as Qt hands it over
        self._fit()

    def _fit(self) -> None:
        """Be as high as the head and a row, with a bar where the years are many."""
        bar = _BAR if self.table.width_wanted() > self.width() else 0
        head = max(self.table.horizontalHeader().sizeHint().height(), _HEAD)
        self.table.setFixedHeight(head + ROW_HEIGHT + bar + 2)

    def _ticked(self, on: bool) -> None:
        if self._put("no_budget", "1" if on else ""):
            self.none.setChecked(not on)

    def _show_undivided(self) -> None:
        self._asked = True
        self._undivided.show()
        self.undivided.editor.setFocus()
        self.more.hide()
