"""Which rows of the register are seen: what the filter and the matrix's chosen cell let through."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.risks import Register
from ita_desktop.ui.risks.matrix.risk_matrix import RiskMatrix
from ita_desktop.ui.risks.matrix.seats import in_cells
from ita_desktop.ui.risks.tab.filter_bar import FilterBar
from ita_desktop.ui.risks.tab.filters import counts_of
from ita_desktop.ui.risks.tab.lines import Line, register_lines
from ita_desktop.ui.session import Session


class SeenRows(QObject):
    """Ties filter and matrix; a row that is worked on stays until others are asked for."""

    changed = Signal()
    """Other rows are to be seen; what was being typed was taken."""

    def __init__(
        self, session: Session, bar: FilterBar, matrix: RiskMatrix, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._bar, self._matrix = session, bar, matrix
        self._kept: set[str] = set()
        self._changing = False
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.setInterval(0)
        self._count_later.timeout.connect(self._count)
        bar.changed.connect(self._change)
        bar.cell_left.connect(matrix.leave_cell)
        matrix.cell_chosen.connect(self._choose_cell)
        matrix.cells_left.connect(self._leave_cell)

    def lines(self, register: Register, *, anew: bool) -> tuple[Line, ...]:
        """Return the rows that are seen; the matrix shows the register already.

        ``anew``: rows that no longer fit the filter go.
        """
        if anew:
            self._kept = set()
        wish = self._bar.filter(self._in_cell())
        chosen = None if wish.takes_all else partial(wish.takes, method=register.method)
        bare = wish.lacking and not (wish.area or wish.level or wish.owner or wish.cell)
        lines = tuple(register_lines(register, chosen, self._kept, empty_too=bare))
        self._kept = {line.key for line in lines}
        return lines

    def show_all(self) -> None:
        """Leave nothing out any more; nothing happens where nothing is."""
        if not self._bar.filter().takes_all:
            self._bar.show_all()

    def count(self) -> None:
        """Say beside the filter's choices how many risks each has, in a moment."""
        self._count_later.start()

    def _count(self) -> None:
        if self._session.is_open:
            register = self._session.register
            self._bar.show_counts(counts_of(register), register, self._session.office.units)

    def _in_cell(self) -> frozenset[int]:
        """Return the risks that stand in the chosen cell, as the matrix shows them."""
        if self._matrix.cell is None:
            return frozenset()
        seats = in_cells(tuple(self._matrix.board.seats.values()))
        return frozenset(seat.risk for seat in seats.get(self._matrix.cell, ()))

    def _choose_cell(self, likelihood: int, impact: int) -> None:
        self._bar.show_cell((likelihood, impact))

    def _leave_cell(self) -> None:
        self._bar.show_cell(None)

    def _change(self) -> None:
        if not self._changing:
            self._changing = True
            self._session.leave()  # what is being typed is not filtered away
            self.changed.emit()
            self._changing = False
