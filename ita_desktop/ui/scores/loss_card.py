"""The items that cost most, each a way to its row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ita_desktop.domain.points import losses
from ita_desktop.domain.scores import YearResult
from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.elided import ElidedLabel
from ita_desktop.ui.widgets.tool_tip import tool_tip

_DEAREST = 5


class LossCard(Card):
    """The items that cost most, each a way to its row."""

    item_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("ข้อที่เสียคะแนนมากที่สุด")
        self._rows: list[LossRow] = []
        self._none = label("", "quiet", wrap=True)
        self.body.addWidget(self._none)

    def show_result(self, result: YearResult) -> None:
        """Show the dearest items of a year."""
        dearest = losses(result)[:_DEAREST]
        self._none.setVisible(not dearest)
        if result.entered_items:
            self._none.setText("ทุกข้อที่กรอกได้คะแนนเต็ม")
        else:
            self._none.setText("กรอกคะแนนรายข้อ เพื่อดูว่าข้อใดเสียคะแนนมากที่สุด")
        while len(self._rows) < len(dearest):
            row = LossRow()
            row.wanted.connect(self.item_wanted)
            self._rows.append(row)
            self.body.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(dearest))
            if place < len(dearest):
                loss = dearest[place]
                words = f"{loss.item.draft_mark} {loss.item.text}".strip()  # the end is cut off
                row.show_loss(loss.item.code, wording.shown(words), wording.signed(-loss.shown))


class LossRow(QPushButton):
    """An item, its words cut to the room there is, and the points it costs or brings."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self.clicked.connect(self._say_wanted)
        self.setObjectName("plain")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(8)
        self._code, self._points = label("", "strong"), label()
        self._text = ElidedLabel("", cut=Qt.TextElideMode.ElideRight)
        self._text.setObjectName("quiet")
        self._code.setMinimumWidth(36)
        row.addWidget(self._code)
        row.addWidget(self._text, 1)
        row.addWidget(self._points)
        self.setMinimumHeight(34)

    def _say_wanted(self) -> None:
        self.wanted.emit(self.code)

    def show_loss(self, code: str, words: str, points: str) -> None:
        """Show an item and the points it costs."""
        self._show(code, code, words, points, theme.colors().red)
        self.setAccessibleName(f"ไปที่ข้อ {code} {words} เสีย {points} คะแนน")

    def show_gain(self, code: str, called: str, words: str, points: str) -> None:
        """Show what is to be tried, ``called`` so, and the points it brings."""
        self._show(code, called, words, points, theme.colors().green)
        self.setAccessibleName(f"ลอง {called} {words} ได้เพิ่ม {points} คะแนน")

    def _show(self, code: str, called: str, words: str, points: str, ink: str) -> None:
        self.code = code
        self._code.setText(called)
        self._points.setText(points)
        self._points.setStyleSheet(f"color: {ink}; font-weight: 600;")
        self.setToolTip(tool_tip(words))
        self._text.setText(words)
