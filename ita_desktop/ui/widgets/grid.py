"""A table with the gestures of a spreadsheet: keys, blocks, fill down."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class GridView(QTableView):
    """Typing or F2 edits, Enter goes down, Tab right, Ctrl+arrows jump, Ctrl+C and Ctrl+V blocks.

    F6 and Shift+F6 leave the table, as Tab stays in it.

    What a gesture means for the data is asked for by signals; the view changes nothing itself.
    """

    paste_requested = Signal(str)
    """Text of the clipboard, to be placed from the current cell."""
    clear_requested = Signal()
    """Delete: the selected cells are to be emptied."""
    fill_requested = Signal()
    """Ctrl+D: the first selected cell's value goes into the ones below it."""
    same_requested = Signal()
    """Ctrl+Enter: the current cell's value goes into the whole selection."""
    full_text_requested = Signal(QModelIndex)
    """F4: the full text of the cell is wanted in a large editor."""
    history_requested = Signal(QModelIndex)
    """Ctrl+H: what became of the cell is wanted."""
    columns_resized = Signal()
    """The stretching column has another width."""
    key_pressed = Signal()
    """Any key: what was said about the last refusal has been read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretched = -1
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        # a click on a head sorts; Qt would select the whole column, and Delete would empty it
        self.horizontalHeader().sectionPressed.disconnect()

    def event(self, event: QEvent) -> bool:
        """Let Tab go from cell to cell; Qt would leave the table before any key event is sent."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            and not _control(event)
        ):
            self.key_pressed.emit()
            if self._moves(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_pressed.emit()
        if not (self._asks(event) or self._moves(event)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stretch()

    def finish_edit(self) -> None:
        """Take what is being typed, as leaving the cell does."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()

    def selected_cells(self) -> Sequence[QModelIndex]:
        """Return the selected cells in reading order; the current one where none is selected.

        Those of hidden columns are not among them: what is not seen is not copied or emptied.
        """
        chosen = self.selectionModel().selectedIndexes()
        seen = (cell for cell in chosen if not self.isColumnHidden(cell.column()))
        cells = sorted(seen, key=lambda cell: (cell.row(), cell.column()))
        current = self.currentIndex()
        return cells or ([current] if current.isValid() else [])

    def stretch_column(self, column: int) -> None:
        """Let one column take the room the others leave."""
        self._stretched = column

    def copy(self) -> None:
        """Put the selected block on the clipboard as Excel takes it: tabs and line ends.

        Whole rows take their heads along, so that each figure is known where it is pasted.
        """
        cells = self.selected_cells()
        if not cells:
            return
        columns = sorted({cell.column() for cell in cells})
        chosen = {(cell.row(), cell.column()): cell for cell in cells}
        lines = [
            "\t".join(_quoted(chosen.get((row, column))) for column in columns)
            for row in sorted({cell.row() for cell in cells})
        ]
        if len(columns) == self.model().columnCount() - self._hidden_columns():
            across = Qt.Orientation.Horizontal
            heads = [str(self.model().headerData(column, across)) for column in columns]
            lines.insert(0, "\t".join(heads))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _hidden_columns(self) -> int:
        return sum(map(self.isColumnHidden, range(self.model().columnCount())))

    def stretch(self) -> None:
        """Give the stretching column its width; Qt's own stretching does not say when it has."""
        head, column = self.horizontalHeader(), self._stretched
        if not 0 <= column < head.count():
            return
        others = sum(head.sectionSize(c) for c in range(head.count()) if c != column)
        width = max(self.viewport().width() - others, head.minimumSectionSize())
        if width != head.sectionSize(column):
            head.resizeSection(column, width)
            self.columns_resized.emit()

    def _asks(self, event: QKeyEvent) -> bool:
        """Answer the keys that ask for a deed."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_requested.emit()
        elif event.key() == Qt.Key.Key_F4:
            self.full_text_requested.emit(self.currentIndex())
        elif _control(event) and event.key() == Qt.Key.Key_H:
            self.history_requested.emit(self.currentIndex())
        elif _control(event) and event.key() == Qt.Key.Key_D:
            self.fill_requested.emit()
        elif _control(event) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.same_requested.emit()
        else:
            return False
        return True

    def _moves(self, event: QKeyEvent) -> bool:
        """Answer the keys that only go somewhere."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if shift else 1)
        elif key == Qt.Key.Key_F6:
            self.focusNextPrevChild(not shift)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._tab(-1 if shift or key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_Space and shift:
            self.selectionModel().select(
                self.currentIndex(), _SELECT | QItemSelectionModel.SelectionFlag.Rows
            )
        elif _control(event) and key in _JUMPS:
            self._jump(*_JUMPS[key], extend=shift)
        elif _control(event) and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self.model().rowCount() - 1
            self._go(0 if key == Qt.Key.Key_Home else last, self.currentIndex().column())
        else:
            return False
        return True

    def goes_on(self, current: QModelIndex, below: QModelIndex) -> bool:
        """Say whether Enter goes from one cell to another: from one typed into to the next."""
        editable = Qt.ItemFlag.ItemIsEditable
        return not current.flags() & editable or bool(below.flags() & editable)

    def _step(self, step: int) -> None:
        """Go down (or up) to the next cell that typing goes on in."""
        current = self.currentIndex()
        row = current.row() + step
        while self._inside(row, current.column()):
            if self.goes_on(current, self.model().index(row, current.column())):
                self._go(row, current.column())
                return
            row += step

    def _tab(self, step: int) -> bool:
        """Go right (or left); past the last cell the focus leaves the table."""
        current = self.currentIndex()
        columns = self.model().columnCount()
        place = current.row() * columns + current.column() + step
        while self.isColumnHidden(place % columns):
            place += step
        if not 0 <= place < columns * self.model().rowCount():
            return False
        self._go(*divmod(place, columns))
        return True

    def _jump(self, rows: int, columns: int, *, extend: bool) -> None:
        """Go to the edge of the filled (or empty) cells, as Ctrl+arrow does in Excel."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if not self._inside(row + rows, column + columns):
            return
        filled = self._filled(row, column) and self._filled(row + rows, column + columns)
        row, column = row + rows, column + columns
        while self._inside(row + rows, column + columns):
            if filled and not self._filled(row + rows, column + columns):
                break
            if not filled and self._filled(row, column):
                break
            row, column = row + rows, column + columns
        self._go(row, column, extend=extend)

    def _go(self, row: int, column: int, *, extend: bool = False) -> None:
        target = self.model().index(row, column)
        if extend:
            flags = QItemSelectionModel.SelectionFlag.Select
            start = self.currentIndex()
            for place in range(min(start.row(), row), max(start.row(), row) + 1):
                self.selectionModel().select(self.model().index(place, column), flags)
            self.selectionModel().setCurrentIndex(target, _NO_UPDATE)
        else:
            self.selectionModel().setCurrentIndex(target, _SELECT)
        self.scrollTo(target)

    def _inside(self, row: int, column: int) -> bool:
        inside = 0 <= row < self.model().rowCount() and 0 <= column < self.model().columnCount()
        return inside and not self.isColumnHidden(column)

    def _filled(self, row: int, column: int) -> bool:
        return bool(self.model().index(row, column).data())


_JUMPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def _control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _quoted(cell: QModelIndex | None) -> str:
    """Return a cell's text for the clipboard, quoted where it would fall apart."""
    if cell is None:
        return ""
    text = str(cell.data(Qt.ItemDataRole.EditRole) or "")
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text
