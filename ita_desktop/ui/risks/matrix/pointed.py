"""What is at a point of the matrix: a chip, the count of a full cell, words for a tool tip."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from ita_desktop.ui.risks.matrix import said
from ita_desktop.ui.risks.matrix.drawing import count_box

if TYPE_CHECKING:
    from ita_desktop.ui.risks.matrix.board import Board
    from ita_desktop.ui.risks.matrix.seating import Chip


def chip_at(board: "Board", where: QPointF) -> "Chip | None":
    """Return the chip at a point; where a risk came from is none."""
    cell = board.shape.cell_at(where) if board.shape is not None else None
    chips = () if cell is None else board.content(cell).chips
    return next((one for one in chips if not one.ghost and one.box.contains(where)), None)


def is_count_at(board: "Board", where: QPointF) -> bool:
    """Say whether a point is on the count of a cell that is too full."""
    cell = board.shape.cell_at(where) if board.shape is not None else None
    if cell is None or board.shape is None or not board.content(cell).too_full:
        return False
    return count_box(board.shape.box(cell), board.content(cell)).contains(where)


def words_at(board: "Board", where: QPointF) -> str:
    """Return what a tool tip says at a point; empty where there is nothing to say."""
    register, shape = board.register, board.shape
    if register is None or shape is None:
        return ""
    chip, cell = chip_at(board, where), shape.cell_at(where)
    if chip is not None:
        return said.chip_words(register, board.seats[chip.risk])
    if cell is not None:
        return said.cell_words(register, cell, board.content(cell))
    return said.step_words(register.method, shape, where)
