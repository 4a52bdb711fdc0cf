"""A table to read that may be long: rows are laid out as they are scrolled to."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QTableWidgetItem, QWidget

from ita_desktop.ui.widgets.wrapped_table import WrappedTable

AT_ONCE: Final = 100
"""Rows that are laid out at a time: measuring Thai lines takes most of it."""
_LONGEST: Final = 160
Cells = Callable[[int], Sequence[QTableWidgetItem]]


class LongTable(WrappedTable):
    """Asks for the cells of a row when it is about to be seen; one row is chosen at a time."""

    def __init__(self, heads: list[str], parent: QWidget | None = None) -> None:
        super().__init__(0, heads, parent)
        self.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self._count = 0
        self._cells: Cells = lambda _row: ()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_rows(self, count: int, cells: Cells) -> None:
        """Show so many rows, the first one chosen; ``cells`` gives those of a row."""
        self.setRowCount(0)
        self._count, self._cells = count, cells
        self._show_more()
        if count:
            self.setCurrentCell(0, 0)

    def wanted_width(self, column: int) -> int:
        """Return the width a column asks for; one that is hidden asks for none."""
        return 0 if self.isColumnHidden(column) else super().wanted_width(column)

    def show_again(self, row: int) -> None:
        """Take the cells of a row anew, where it is laid out already."""
        if row < self.rowCount():
            self._fill(row)
            self.resizeRowToContents(row)

    def _scrolled(self, place: int) -> None:
        if place >= self.verticalScrollBar().maximum():
            self._show_more()

    def _show_more(self) -> None:
        begun = self.rowCount()
        shown = min(begun + AT_ONCE, self._count)
        if shown == begun:
            return
        self.setRowCount(shown)
        for row in range(begun, shown):
            self._fill(row)
        self.fit()

    def _fill(self, row: int) -> None:
        for column, item in enumerate(self._cells(row)):
            self.setItem(row, column, item)


def cut(text: str) -> str:
    """Return what a cell of a list shows of a long text."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
