"""The mouse on the matrix: a click chooses, dragging a chip moves it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ita_desktop.ui.risks.matrix.pointed import chip_at, is_count_at

if TYPE_CHECKING:
    from ita_desktop.ui.risks.matrix.board import Board


class Pointer:
    """What the left button is doing."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._pressed: QPointF | None = None
        self._risk: int | None = None

    def press(self, event: QMouseEvent) -> None:
        """Begin a click, or the drag of a chip."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        chip = chip_at(self._board, event.position())
        self._pressed = event.position()
        self._risk = None if chip is None else chip.risk

    def move(self, event: QMouseEvent) -> None:
        """Drag, or show what can be grabbed."""
        board, where = self._board, event.position()
        if board.lifting.risk is not None:
            board.lifting.carry(where)
        elif self._pressed is not None and self._risk is not None:
            far = (where - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                board.setCursor(Qt.CursorShape.ClosedHandCursor)
                board.lifting.lift(self._risk, where)
                self._pressed = self._risk = None  # given up or dropped, it is no click any more
        elif chip_at(board, where) is not None:
            board.setCursor(Qt.CursorShape.OpenHandCursor)
        elif is_count_at(board, where):
            board.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            board.unsetCursor()

    def release(self, event: QMouseEvent) -> None:
        """Drop what was dragged; else it was a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        risk, self._risk = self._risk, None
        if self._board.lifting.risk is not None:
            self._board.lifting.drop(event.position())
        elif pressed is not None:
            self._click(pressed, event.position(), risk)

    def _click(self, pressed: QPointF, released: QPointF, risk: int | None) -> None:
        board = self._board
        cell = board.shape.cell_at(pressed) if board.shape is not None else None
        if cell is None or board.shape is None or board.shape.cell_at(released) != cell:
            return
        board.set_current(cell)
        if risk is not None:
            board.choose_risk(risk)
        elif is_count_at(board, pressed):
            board.list_wanted.emit()
        else:
            board.choose_cell(cell)
