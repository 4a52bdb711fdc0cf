"""The card of the table: its head, the grid, what is chosen, and what it all comes to."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from ita_desktop.ui import wording
from ita_desktop.ui.disclosure.tab.columns import POINTS
from ita_desktop.ui.disclosure.tab.foot import Foot
from ita_desktop.ui.disclosure.tab.grid import OitModel, OitTable
from ita_desktop.ui.rows.column import EVIDENCE
from ita_desktop.ui.rows.columns_menu import ColumnsMenu
from ita_desktop.ui.rows.lack_strip import LackStrip
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label

_NOT_FOUND: Final = "ไม่พบข้อตามที่กรอง กรุณาเปลี่ยนตัวกรอง หรือกด “ล้าง”"
_VERY_NARROW: Final = 840
"""Pixels of a window's width under which points and evidence have no column."""
_VERY_LOW: Final = 560
"""Pixels of a window's height under which what is lacking has no line."""


class TableCard(QFrame):
    """Head, grid, foot."""

    def __init__(self, settings: Settings, words_for: Callable[[str], Sequence[str]]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.model = OitModel()
        self.table = OitTable(self.model, words_for)
        self.columns = ColumnsMenu(
            self.table, settings.columns("oit"), lambda seen: settings.remember_columns("oit", seen)
        )
        self._narrow = False
        self._count = label("", "quiet")
        self.many = QPushButton()
        self.many.setToolTip("กำหนดสถานะ หน่วยงานรับผิดชอบ หรือกำหนดเผยแพร่ ให้ทุกข้อที่เลือก (Ctrl+G)")
        self.many.hide()
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        head.setSpacing(8)
        head.addWidget(label("รายการ OIT", "cardTitle"))
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.many)
        head.addWidget(self.columns)
        nothing = label(_NOT_FOUND, "quiet", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        self.foot = Foot()
        self.strip = LackStrip()
        self.strip.answer_keys(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.foot)
        rows.addWidget(self.strip)
        self.setMinimumWidth(380)

    def say_counts(self, shown: int, total: int) -> None:
        """Say how many items are seen of how many."""
        words = f"{shown} จาก {total}" if shown != total else str(total)
        self._count.setText(wording.shown(f"{words} ข้อ"))
        self._stack.setCurrentIndex(0 if self.model.lines else 1)

    def say_chosen(self, count: int, *, writable: bool) -> None:
        """Offer to set several items at once while several are selected."""
        self.many.setVisible(count > 1 and writable)
        self.many.setText(wording.shown(f"กำหนดพร้อมกัน {count} ข้อ…"))

    def fit(self) -> None:
        """Show what there is room for; the card has the columns that give way."""
        self.strip.allow(there=self.window().height() >= _VERY_LOW)
        narrow = self.window().width() < _VERY_NARROW
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for field in (POINTS, EVIDENCE):
            self.table.setColumnHidden(self.model.column_of(field), narrow)
        self.table.stretch()
        self.table.remeasure()
