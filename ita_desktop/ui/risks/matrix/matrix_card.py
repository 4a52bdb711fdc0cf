"""The card of the matrix: its size, what dragging does, and the menu of the arrows."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QScrollArea, QVBoxLayout

from ita_desktop.domain.risks import Register
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.legend import Legend
from ita_desktop.ui.risks.matrix.risk_matrix import RiskMatrix
from ita_desktop.ui.risks.matrix.said import size_words
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.elided import ElidedLabel
from ita_desktop.ui.widgets.tool_tip import tool_tip

_KEYS = (
    "ลูกศร: เลือกช่อง\nEnter หรือเว้นวรรค: กรองทะเบียนตามช่อง\nพิมพ์หมายเลข หรือ [ ]: เลือกความเสี่ยง\n"
    "Ctrl+ลูกศร: ย้ายความเสี่ยงทีละช่อง\nCtrl+Enter: ย้ายมาที่ช่องนี้"
)
_LOW = 420
"""Pixels of a card's height under which it has no lines to spare."""


class MatrixCard(QFrame):
    """``matrix`` tells what is wished; the way to look at it is remembered in the settings."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("card")
        self._settings = settings
        self.matrix = RiskMatrix()
        self._title = label("เมทริกซ์", "cardTitle")
        self.caption = ElidedLabel("")
        self.caption.setObjectName("note")
        self.menu = QMenu(self)
        self.ways = QPushButton()
        self.ways.setMenu(self.menu)
        self.ways.setToolTip("เลือกว่าลูกศรในเมทริกซ์แสดงอะไร")
        self.actions_of: dict[Arrows, QAction] = {}
        group = QActionGroup(self)
        for way in Arrows:
            action = self.menu.addAction(way.words)
            action.setCheckable(True)
            action.setActionGroup(group)
            action.triggered.connect(lambda _on=False, way=way: self.choose(way))
            self.actions_of[way] = action
        self._is_low = False
        self.levels = Legend(short=True)
        self.levels.hide()
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self.caption, 1)
        head.addWidget(self.levels, 1)
        head.addWidget(self.ways)
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 0, 12, 10)
        inside.addWidget(self._scrolled())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addLayout(inside, 1)
        known = {way.value: way for way in Arrows}
        self._show(known.get(settings.matrix_arrows(), Arrows.NONE))

    def _why_no_arrow(self, register: Register) -> str:
        """Return why nothing leads from last year's places; empty where something does."""
        if not register.before:
            return "ยังไม่มีความเสี่ยงที่ยกมา"
        if not register.comparable:
            return "เกณฑ์ปีก่อนมีขนาดอื่น จึงไม่มีลูกศร"
        moved = any(seat.origin is not None for seat in self.matrix.board.seats.values())
        return "" if moved else "ทุกข้อที่ยกมาอยู่ที่เดิม จึงไม่มีลูกศร"

    def _scrolled(self) -> QScrollArea:
        """Return the matrix in an area where its rows stay high enough, as at 200 %."""
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.matrix)
        bar = area.verticalScrollBar().sizeHint().width()  # it scrolls up and down only
        area.setMinimumWidth(self.matrix.minimumSizeHint().width() + bar)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (area.viewport(), self.matrix):
            ground.setAutoFillBackground(False)
        self.matrix.board.sight_wanted.connect(partial(_bring_in_sight, area))
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low card the legend has the place of the caption: rows of cells need its line."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        if low == self._is_low:
            return
        self._is_low = low
        self.caption.setVisible(not low)
        self.levels.setVisible(low)
        self.matrix.legend.setVisible(not low)

    def choose(self, way: Arrows) -> None:
        """Look at the matrix another way from now on."""
        self._settings.remember_matrix_arrows(way.value)
        self._show(way)

    def show_register(self, register: Register) -> None:
        """Show the risks of a year."""
        self._title.setText(f"เมทริกซ์ {size_words(register.method)}")
        self.matrix.show_register(register)
        self.levels.show_register(register)
        self._say_caption()

    def _show(self, way: Arrows) -> None:
        self.actions_of[way].setChecked(True)
        self.ways.setText(way.words)
        self.ways.setAccessibleName(f"ลูกศรในเมทริกซ์: {way.words}")
        self.matrix.show_arrows(way)
        self._say_caption()

    def _say_caption(self) -> None:
        way, register = self.matrix.arrows, self.matrix.board.register
        words = way.caption
        if way is Arrows.YEARS and register is not None:
            words = self._why_no_arrow(register) or words
        self.caption.setText(words)
        self.caption.setToolTip(tool_tip(f"{words}\n{_KEYS}"))


def _bring_in_sight(area: QScrollArea, part: QRect) -> None:
    """Let an area show a part of the matrix; its board begins where the matrix does."""
    middle = part.center()
    area.ensureVisible(middle.x(), middle.y(), part.width() // 2, part.height())
