"""The card of the register: its head, the grid, and below it what is done about a row."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.risks.tab.columns import REGISTER_COLUMNS
from ita_desktop.ui.risks.tab.detail import Detail
from ita_desktop.ui.risks.tab.subject import register_subject
from ita_desktop.ui.rows.columns_menu import ColumnsMenu
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.lack_strip import LackStrip
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label

_LOW = 660
"""Pixels of a window's height under which register and treatments do not stand together."""
_VERY_LOW = 560
"""Pixels of a window's height under which what is lacking has no line."""
_WIDE = 700
"""Pixels of the card where its buttons have all their words."""
_ADD = "เพิ่มความเสี่ยง"
_ADD_SHORT = "เพิ่ม"
_SEEN = {True: "ซ่อนมาตรการควบคุม", False: "แสดงมาตรการควบคุม"}
_NOT_FOUND = "ไม่พบความเสี่ยงตามที่กรอง กรุณาเปลี่ยนตัวกรอง หรือกด “ล้าง”"


class RegisterCard(QFrame):
    """On a low window the treatments stand in the place of the register when they are wanted."""

    def __init__(
        self,
        settings: Settings,
        method: Callable[[], RiskMethod],
        words_for: Callable[[str], Sequence[str]],
        detail: Detail,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.detail = detail
        self.model = GridModel(register_subject(method, self._shows_area), REGISTER_COLUMNS)
        self.table = GridTable(self.model, words_for)
        self.table.setAccessibleName("ทะเบียนความเสี่ยง")
        self.table.setAccessibleDescription("พิมพ์แล้วกด Enter กด F6 เพื่อออกจากตาราง")
        self.table.setMinimumHeight(60)
        self.columns = ColumnsMenu(
            self.table,
            settings.columns("risks"),
            lambda seen: settings.remember_columns("risks", seen),
        )
        self._count = label("", "quiet")
        self.add = QPushButton(_ADD)
        self.add.setAccessibleName(_ADD)
        self.add.setIcon(icon("plus", "on_accent"))
        self.add.setObjectName("main")
        self.add.setToolTip("เพิ่มความเสี่ยงในกระบวนงานที่เลือกอยู่ (Insert)")
        self.treatments = QPushButton(_SEEN[True])
        self.treatments.setCheckable(True)
        self.treatments.setChecked(True)
        self.treatments.setToolTip("แสดงหรือซ่อนมาตรการควบคุมของกระบวนงานที่เลือกอยู่ (Ctrl+I)")
        self.treatments.toggled.connect(self.fit)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        head.setSpacing(8)
        head.addWidget(label("ทะเบียนความเสี่ยง", "cardTitle"))
        head.addWidget(self._count)
        head.addStretch()
        for button in (self.treatments, self.columns, self.add):
            head.addWidget(button)
        nothing = label(_NOT_FOUND, "quiet", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        self.both = QSplitter(Qt.Orientation.Vertical)
        self.both.setHandleWidth(7)
        self.both.setChildrenCollapsible(False)
        self.both.addWidget(self._stack)
        self.both.addWidget(detail)
        self.both.setStretchFactor(0, 1)
        self.both.setSizes([350, 190])
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(1, 1, 1, 1)
        self.rows.setSpacing(0)
        self.rows.addLayout(head)
        self.rows.addWidget(self.both, 1)
        self.strip = LackStrip()
        self.strip.answer_keys(self)
        self.rows.addWidget(self.strip)
        self.setMinimumWidth(380)
        self._is_low = False
        QWidget.setTabOrder(self.table, detail.table)

    def say_counts(self, shown: int, total: int) -> None:
        """Say how many risks are seen of how many."""
        words = f"{shown} จาก {total}" if shown != total else str(total)
        self._count.setText(wording.shown(f"{words} ความเสี่ยง"))
        self._stack.setCurrentIndex(0 if self.model.lines else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.add.setText(_ADD if self.width() >= _WIDE else _ADD_SHORT)
        low = self.window().height() < _LOW
        if low != self._is_low:
            self._is_low = low
            self.treatments.setChecked(not low)
        self.fit()

    def fit(self) -> None:
        """Show what there is room for."""
        wanted = self.treatments.isChecked()
        self.treatments.setText(_SEEN[wanted])
        self.treatments.setShortcut("Ctrl+I")  # other words take it away
        self.strip.allow(there=self.window().height() >= _VERY_LOW)
        self.detail.setVisible(wanted)
        self._stack.setVisible(not (wanted and self._is_low))

    def _shows_area(self) -> bool:
        return not self.table.isColumnHidden(self.model.column_of("area"))

    def show_register(self) -> None:
        """Show the register where the treatments stand in its place."""
        if self._stack.isHidden():
            self.treatments.setChecked(False)

    @property
    def keyboard(self) -> QWidget:
        """What the keyboard is for: the register, or the treatments in its place."""
        return self.detail.table if self._stack.isHidden() else self.table
