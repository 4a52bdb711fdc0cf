"""The matrix with all that belongs to it: risks without a place, and the levels explained."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.risks import Register
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.board import Board
from ita_desktop.ui.risks.matrix.cell_list import CellList
from ita_desktop.ui.risks.matrix.legend import Legend
from ita_desktop.ui.risks.matrix.said import place_words
from ita_desktop.ui.risks.matrix.seats import Cell
from ita_desktop.ui.risks.matrix.unplaced import Unplaced
from ita_desktop.ui.wording import shown


class RiskMatrix(QWidget):
    """Shows a register and tells what is wished of it; it writes nothing."""

    moved = Signal(int, int, int)
    """A risk is to get this likelihood and this impact: after treatment where ``arrows`` show
    treatment, else before it."""
    cell_chosen = Signal(int, int)
    """Only the risks of a cell are to be seen: likelihood and impact."""
    cells_left = Signal()
    """The risks of all cells are to be seen again."""
    risk_chosen = Signal(int)
    """A risk was chosen, by its number in the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register: Register | None = None
        self.board = Board()
        self.unplaced = Unplaced(self.board)
        self.legend = Legend()
        self.list = CellList(self.board, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.board, 1)
        column.addWidget(self.unplaced)
        column.addWidget(self.legend)
        self.unplaced.hide()
        self.setFocusProxy(self.board)
        self.board.moved.connect(self.moved)
        self.board.cell_chosen.connect(self.cell_chosen)
        self.board.cells_left.connect(self.cells_left)
        self.board.risk_chosen.connect(self._chosen)
        self.board.list_wanted.connect(self._list_cell)
        self.unplaced.risk_chosen.connect(self.board.choose_risk)
        self.unplaced.list_wanted.connect(self._list_unplaced)

    @property
    def cell(self) -> Cell | None:
        """The chosen cell, likelihood and impact; None where all are."""
        return self.board.cell

    @property
    def arrows(self) -> Arrows:
        """What the arrows show."""
        return self.board.arrows

    def show_register(self, register: Register) -> None:
        """Show the risks of a year; after a deed only what it changed is drawn again."""
        self._register = register
        self.board.show_register(register, self.board.arrows)
        self.unplaced.show_seats(
            tuple(seat for seat in self.board.seats.values() if seat.cell is None)
        )
        self.legend.show_register(register)

    def show_arrows(self, arrows: Arrows) -> None:
        """Look at the matrix another way."""
        self.board.arrows = arrows
        if self._register is not None:
            self.show_register(self._register)

    def show_chosen(self, risk: int | None) -> None:
        """Show which risk is chosen elsewhere; tells nobody."""
        self.board.show_chosen(risk)
        self.unplaced.update()

    def leave_cell(self) -> None:
        """Choose all cells again, and tell so; nothing where they are."""
        if self.board.cell is not None:
            self.board.choose_cell(None)

    def _chosen(self, risk: int) -> None:
        self.unplaced.update()
        self.risk_chosen.emit(risk)

    def _list_cell(self) -> None:
        board, register = self.board, self._register
        if board.current is None or board.shape is None or register is None:
            return
        risks = board.content(board.current).risks
        place = place_words(register.method, board.current)
        title = f"{place} {shown(str(len(risks)))} รายการ"
        box = board.shape.box(board.current).translated(board.pos())
        self.list.open_for(title, [board.seats[risk] for risk in risks], box)

    def _list_unplaced(self) -> None:
        seats, strip = self.unplaced.seats, self.unplaced
        title = shown(f"ยังไม่มีตำแหน่ง {len(seats)} รายการ")
        self.list.open_for(title, seats, QRect(strip.pos(), strip.size()))
