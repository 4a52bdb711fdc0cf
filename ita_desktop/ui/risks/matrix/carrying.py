"""Dragging a risk into the matrix from a list or a strip beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.ui.risks.matrix.board import Board


class Carrying(QObject):
    """Watches a widget; what is pressed there and moved becomes the matrix's own drag."""

    begun = Signal()
    """A risk left the widget."""
    ended = Signal()
    """The button was let go of, whether the risk was dropped or given up."""

    def __init__(
        self, source: QWidget, board: Board, risk_at: Callable[[QPoint], int | None]
    ) -> None:
        super().__init__(source)
        self._board, self._risk_at = board, risk_at
        self._pressed = QPoint()
        self._risk: int | None = None
        self._carries = False
        source.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        where = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._risk, self._pressed = self._risk_at(where), where
            case QEvent.Type.MouseMove if self._carries:
                self._board.lifting.carry(self._on_board(event))
                return True
            case QEvent.Type.MouseMove if self._risk is not None:
                far = (where - self._pressed).manhattanLength()
                if far >= QApplication.startDragDistance():
                    self._carries = True
                    self._board.lifting.lift(self._risk, self._on_board(event))
                    self.begun.emit()
                return True
            case QEvent.Type.MouseButtonRelease if event.button() == Qt.MouseButton.LeftButton:
                carried, self._carries, self._risk = self._carries, False, None
                if carried:
                    self._board.lifting.drop(self._on_board(event))
                    self.ended.emit()
                return carried
            case _:
                pass
        return super().eventFilter(watched, event)

    def _on_board(self, event: QMouseEvent) -> QPointF:
        return self._board.mapFromGlobal(event.globalPosition())
