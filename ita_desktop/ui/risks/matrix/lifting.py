"""The risk that is being dragged over the matrix, from a cell or from beside it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolTip

from ita_desktop.ui.risks.matrix.drawing import draw_chip
from ita_desktop.ui.risks.matrix.seating import MOST, Chip

if TYPE_CHECKING:
    from ita_desktop.ui.risks.matrix.board import Board
    from ita_desktop.ui.risks.matrix.seats import Cell

_SIZE: Final = MOST + 2
_AIR: Final = 12
"""Pixels that halo and shadow take around it."""


class Lifting:
    """Only what the chip leaves and where it comes is drawn anew."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._where = QPointF()
        self.risk: int | None = None
        """The risk that is dragged."""
        self.target: Cell | None = None
        """The cell it would come to."""

    def lift(self, risk: int, where: QPointF) -> None:
        """Begin to drag a risk; Esc gives up."""
        if risk not in self._board.seats:
            return
        self.risk, self._where = risk, where
        self._board.setFocus(Qt.FocusReason.MouseFocusReason)
        QToolTip.hideText()
        self._board.update_risk(risk)
        self.carry(where)

    def carry(self, where: QPointF) -> None:
        """Drag it to a point."""
        board = self._board
        if self.risk is None or board.shape is None:
            return
        board.update(self._room())
        self._where = where
        board.update(self._room())
        target = board.shape.cell_at(where)
        if target != self.target:
            board.update_cell(self.target)
            board.update_cell(target)
            self.target = target

    def drop(self, where: QPointF) -> None:
        """Leave it at a point; beside the cells nothing is moved."""
        if self.risk is None:
            return
        self.carry(where)
        risk, target = self.risk, self.target
        self.let_go()
        if target is not None:
            self._board.move_risk(risk, target)

    def let_go(self) -> None:
        """Give up dragging."""
        if self.risk is None:
            return
        board, risk, target = self._board, self.risk, self.target
        board.update(self._room())
        self.risk = self.target = None
        board.update_cell(target)
        board.update_risk(risk)
        board.unsetCursor()

    def paint(self, painter: QPainter) -> None:
        """Draw it where the mouse is."""
        if self.risk is not None:
            number = self._board.seats[self.risk].number
            box = QRectF(0, 0, _SIZE + (8 if number > 99 else 0), _SIZE)
            box.moveCenter(self._where)
            draw_chip(painter, Chip(self.risk, number, box), chosen=True, lifted=True)

    def _room(self) -> QRect:
        room = QRect(0, 0, _SIZE + 2 * _AIR, _SIZE + 2 * _AIR)
        room.moveCenter(self._where.toPoint())
        return room
