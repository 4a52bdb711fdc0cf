"""The risks of a cell that is too full for its chips, as a list that opens over the matrix."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ita_desktop.ui.risks.matrix.board import Board
from ita_desktop.ui.risks.matrix.carrying import Carrying
from ita_desktop.ui.risks.matrix.said import chip_words, risk_words
from ita_desktop.ui.risks.matrix.seats import Seat
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip

_WIDTH: Final = 380
_MOST_ROWS: Final = 9
_ROLE: Final = Qt.ItemDataRole.UserRole


class CellList(QFrame):
    """Enter or a click chooses a risk; one that is dragged out is dropped into the matrix."""

    def __init__(self, board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._board, self._room = board, parent
        self._title = label("", "strong")
        self.rows = QListWidget()
        self.rows.setObjectName("choices")
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.itemClicked.connect(self._choose)
        self.rows.installEventFilter(self)
        self._carrying = Carrying(self.rows.viewport(), board, self._risk_at)
        self._carrying.begun.connect(self._step_aside)
        self._carrying.ended.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(label("Enter เลือก หรือลากไปยังช่องอื่น", "note"))
        column.addWidget(self.rows)
        self.hide()

    def open_for(self, title: str, seats: Iterable[Seat], beside: QRect) -> None:
        """List risks beside a place of the parent's; the keyboard goes to the list."""
        register = self._board.register
        if register is None:
            return
        self._title.setText(title)
        self.rows.setAccessibleName(title)
        self.rows.clear()
        for seat in seats:
            item = QListWidgetItem(risk_words(seat), self.rows)
            item.setData(_ROLE, seat.risk)
            item.setToolTip(tool_tip(chip_words(register, seat)))
            if seat.risk == self._board.chosen or self.rows.count() == 1:
                self.rows.setCurrentItem(item)
        self._place(beside)
        self.show()
        self.raise_()
        self.rows.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._choose(self.rows.currentItem())
                return True
        if event.type() == QEvent.Type.FocusOut and self._board.lifting.risk is None:
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self, beside: QRect) -> None:
        room = self._room.rect().adjusted(4, 4, -4, -4)
        line = self.rows.sizeHintForRow(0) if self.rows.count() else 0
        self.rows.setFixedHeight(line * min(self.rows.count(), _MOST_ROWS) + 2)
        self.setFixedWidth(min(_WIDTH, room.width()))
        self.adjustSize()
        left = max(room.left(), min(beside.left(), room.right() - self.width()))
        below = beside.bottom() + 4
        fits = below + self.height() <= room.bottom()
        top = below if fits else max(beside.top() - 4 - self.height(), room.top())
        self.move(left, min(top, max(room.bottom() - self.height(), room.top())))

    def _risk_at(self, where: QPoint) -> int | None:
        item = self.rows.itemAt(where)
        return None if item is None else item.data(_ROLE)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            risk: int = item.data(_ROLE)
            self._close()
            self._board.choose_risk(risk)

    def _close(self) -> None:
        self._board.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _step_aside(self) -> None:
        """Go out of the way; hidden it would not be told where the mouse is."""
        self.move(-4 * self.width(), self.y())
