"""A grid of lines; rows grow with their text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ita_desktop.ui.rows.cell_editor import CellEditor
from ita_desktop.ui.rows.delegate import LEAST, PAD_X, PAD_Y, GridDelegate, cell_height
from ita_desktop.ui.rows.grid_model import GridModel, Role
from ita_desktop.ui.rows.line import Line, adding_key
from ita_desktop.ui.widgets.grid import GridView

_LETTER = 7.4
"""Pixels of a Thai letter with its share of marks, for a first guess."""
_LINE = 24


class GridTable(GridView):
    """Keys of a spreadsheet over the lines of a model.

    The height of a row is guessed until it is first seen: three thousand long texts are not laid
    out to show twenty.
    """

    insert_requested = Signal()
    """Insert, Ctrl+Plus: a row above the current one."""
    remove_requested = Signal()
    """Ctrl+Delete: the selected rows go."""
    move_requested = Signal(int)
    """Alt+Up or Alt+Down: the current row moves a place (-1 or 1)."""
    rows_fitted = Signal()
    """The rows that are seen have another height."""
    date_requested = Signal()
    """Ctrl+;."""
    typing_refused = Signal()
    """A letter or F2 where nothing can be written."""

    def __init__(
        self,
        model: GridModel,
        words_for: Callable[[str], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.grid_model = model
        self.types_over = False
        """Whether the editor that opens is typed over what was there."""
        self.added = ""
        """The key of the row that the last edit made."""
        self._measured: dict[str, int] = {}
        self._fitting = False
        self.setModel(model)
        self.setItemDelegate(GridDelegate(self, words_for))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(36)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        for number, column in enumerate(model.columns):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(number, column.width)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(LEAST)
        rows.setDefaultSectionSize(LEAST)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fit_seen)
        model.modelReset.connect(self.guess_rows)
        model.rowsInserted.connect(self._guess_new)
        model.dataChanged.connect(self._changed)
        self.columns_resized.connect(self.remeasure)
        # ``start`` itself would take the place it is scrolled to as so many milliseconds
        self.verticalScrollBar().valueChanged.connect(lambda _place=0: self._later.start())

    def fit_seen(self) -> None:
        """Give the rows that are seen the height their texts take."""
        if self._fitting or not self.grid_model.lines:
            return
        self._fitting = True
        height, heights = self.viewport().height(), self.verticalHeader()
        place = max(self.rowAt(0), 0)
        while place < len(self.grid_model.lines) and self.rowViewportPosition(place) < height:
            key = self.grid_model.lines[place].key
            if key not in self._measured:
                self._measured[key] = self._height(place)
            if heights.sectionSize(place) != self._measured[key]:
                heights.resizeSection(place, self._measured[key])
            place += 1
        self._fitting = False
        self.rows_fitted.emit()

    def guess_rows(self) -> None:
        """Give each row the height it is known or thought to need."""
        self._guess(0, len(self.grid_model.lines) - 1)

    def line(self, cell: QModelIndex) -> Line | None:
        """Return the line of a cell."""
        return self.grid_model.lines[cell.row()] if cell.isValid() else None

    def field(self, cell: QModelIndex) -> str:
        """Return the field of a cell."""
        return self.grid_model.columns[cell.column()].field

    def current_line(self) -> Line | None:
        """Return the line that the current cell is in."""
        return self.line(self.currentIndex())

    def go_to(self, key: str, field: str = "text") -> bool:
        """Make a field of a row the current cell; False where the row is not shown."""
        cell = self.grid_model.index(
            self.grid_model.place_of(key), max(self.grid_model.column_of(field), 0)
        )
        if not cell.isValid():
            return False
        self.stand_at(cell)
        return True

    def stand_at(self, cell: QModelIndex) -> None:
        """Make a cell the current and only selected one, whatever keys are held."""
        self.selectionModel().setCurrentIndex(
            cell, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._later.start()
        self.scrollTo(cell)

    def go_into(self, key: str) -> bool:
        """Go to where the first row inside another one is typed; False where none is.

        A new process has no risk yet, a new measure no step: they are typed next.
        """
        place = self.grid_model.place_of(key)
        if place < 0:
            return False
        line = self.grid_model.lines[place]
        inside = self.grid_model.subject.inside.get(line.kind)
        return inside is not None and self.go_to(adding_key(inside, line.number))

    def stretch(self) -> None:
        """Share the room that is left among the columns of long text."""
        head, columns = self.horizontalHeader(), self.grid_model.columns
        if head.count() != len(columns):
            return
        seen = [n for n in range(len(columns)) if not self.isColumnHidden(n)]
        room = self.viewport().width()
        usual = sum(columns[n].width for n in seen)
        least = sum(columns[n].least for n in seen)
        spare, shares = max(room - usual, 0), sum(columns[n].share for n in seen) or 1
        # between the least and the usual widths all columns give way alike
        part = min(max((room - least) / max(usual - least, 1), 0), 1)
        changed = False
        for n in seen:
            column = columns[n]
            width = column.least + int((column.width - column.least) * part)
            width += spare * column.share // shares
            if head.sectionSize(n) != width:
                head.resizeSection(n, width)
                changed = True
        if changed:
            self.columns_resized.emit()

    def goes_on(self, current: QModelIndex, below: QModelIndex) -> bool:
        """Let Enter go down from row to row, and from the last into where a new one is typed."""
        line = self.line(below)
        if line is None or (line.adds and self.field(below) != "text"):
            return False
        return self.grid_model.takes(below) or not self.grid_model.takes(current)

    def _step(self, step: int) -> None:
        """Go down (or up); from any column of the last row to where the next one is typed."""
        before = self.currentIndex()
        super()._step(step)
        line = self.line(before.siblingAtRow(before.row() + 1)) if before.isValid() else None
        if self.currentIndex() == before and step > 0 and line is not None and line.adds:
            self.go_to(line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._more_is_asked(event):
            return
        text = event.text()
        self.types_over = bool(text) and text.isprintable() and event.key() != Qt.Key.Key_F2
        asks = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        # Shift+Space selects a row; Ctrl+V is no letter, wherever it stands
        begins = self.types_over and event.key() != Qt.Key.Key_Space and not asks
        if (begins or event.key() == Qt.Key.Key_F2) and self._only_read():
            self.key_pressed.emit()
            self.typing_refused.emit()
            return
        super().keyPressEvent(event)
        self.types_over = False

    def _only_read(self) -> bool:
        """Say whether the current cell would be typed into if its file or round were open."""
        cell = self.currentIndex()
        if not cell.isValid() or not self.grid_model.columns[cell.column()].typed:
            return not self.grid_model.writable
        return not cell.flags() & Qt.ItemFlag.ItemIsEditable

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _more_is_asked(self, event: QKeyEvent) -> bool:
        """Answer the keys of rows; what was said before goes first, not what is said of this."""
        key, mods = event.key(), event.modifiers()
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        alt = bool(mods & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Insert or (control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)):
            self._ask(self.insert_requested)
        elif control and key == Qt.Key.Key_Delete:
            self._ask(self.remove_requested)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._ask(self.move_requested, -1 if key == Qt.Key.Key_Up else 1)
        elif control and key == Qt.Key.Key_Semicolon:
            self._ask(self.date_requested)
        elif control and key == Qt.Key.Key_A:
            self.key_pressed.emit()
            self.selectAll()
        else:
            return False
        return True

    def _ask(self, wish: SignalInstance, *said: int) -> None:
        self.key_pressed.emit()
        wish.emit(*said)

    def edit_with(self, text: str) -> None:
        """Begin to type over the current cell with a text; where it is typed into, put it there."""
        if self.state() is not QAbstractItemView.State.EditingState:
            self.types_over = True
            self.edit(self.currentIndex())
            self.types_over = False
        editor = self.indexWidget(self.currentIndex())
        if isinstance(editor, CellEditor):
            editor.insertPlainText(text)

    def take_added(self) -> str:
        """Return the key of the row that the last edit made, once; empty where it made none."""
        added, self.added = self.added, ""
        return added

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for line in self.grid_model.lines[first.row() : last.row() + 1]:
            self._measured.pop(line.key, None)
        self._later.start()

    def remeasure(self) -> None:
        """Measure all rows anew, as they are seen."""
        self._measured.clear()
        self.guess_rows()
        if self.isVisible():
            self.fit_seen()

    def _guess_new(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._guess(first, last)

    def _guess(self, first: int, last: int) -> None:
        heights = self.verticalHeader()
        for place in range(first, last + 1):
            line = self.grid_model.lines[place]
            height = self._measured.get(line.key) or self._guessed(line)
            if heights.sectionSize(place) != height:
                heights.resizeSection(place, height)
        self._later.start()

    def _guessed(self, line: Line) -> int:
        """Return about the height of a row, by how many letters its text has."""
        text = "" if line.adds else self.grid_model.subject.own_text(line, "text", 6)
        if not text:
            return LEAST
        width = max(self.columnWidth(self.grid_model.column_of("text")) - 2 * PAD_X, 40)
        lines = sum(int(len(part) * _LETTER / width) + 1 for part in text.split("\n"))
        return max(LEAST, lines * _LINE + 2 * PAD_Y)

    def _height(self, place: int) -> int:
        model = self.grid_model
        return max(
            cell_height(
                model.cell(place, number),
                model.index(place, number).data(Role.STATE),
                self.columnWidth(number),
            )
            for number in range(len(model.columns))
            if not self.isColumnHidden(number)
        )
