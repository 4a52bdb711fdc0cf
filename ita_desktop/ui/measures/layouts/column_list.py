"""The columns of a table layout in their order: put elsewhere by keys, buttons or the mouse."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.layout import MOST_COLUMNS, SOURCES, LayoutColumn
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.icon_button import icon_button

_ROW: Final = 34
_SEEN: Final = 6
_FEWEST: Final = 2


class ColumnList(QWidget):
    """Alt+Up and Alt+Down move the chosen column, Delete takes it away, Insert adds one."""

    chosen = Signal(int)
    """Another column is looked at, by its place."""
    changed = Signal()
    """Columns came, went or changed places."""

    def __init__(self, columns: Sequence[LayoutColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self.list = _List()
        self.list.setAccessibleName("คอลัมน์ของแบบตาราง")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(_SEEN * _ROW + 4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add = QPushButton(icon("plus", can_disable=True), "เพิ่มคอลัมน์")
        self.add.setToolTip("เพิ่มคอลัมน์หลังคอลัมน์ที่เลือก (Insert)")
        self.remove = QPushButton("นำออก")
        self.remove.setToolTip("นำคอลัมน์ที่เลือกออก (Delete)")
        self.up = icon_button("arrow-up", "เลื่อนขึ้น (Alt+ขึ้น)")
        self.down = icon_button("arrow-down", "เลื่อนลง (Alt+ลง)")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.list)
        rows.addLayout(buttons)
        self.list.currentRowChanged.connect(self._look)
        self.list.model().rowsMoved.connect(self._dragged)
        self.list.moved.connect(self.move_column)
        self.list.added.connect(self.add_column)
        self.list.removed.connect(self.remove_column)
        self.add.clicked.connect(self.add_column)
        self.remove.clicked.connect(self.remove_column)
        self.up.clicked.connect(lambda: self.move_column(-1))
        self.down.clicked.connect(lambda: self.move_column(1))
        self._fill(0)

    @property
    def columns(self) -> tuple[LayoutColumn, ...]:
        """The columns in order."""
        return tuple(self._columns)

    @property
    def place(self) -> int:
        """The place of the column that is looked at."""
        return max(self.list.currentRow(), 0)

    def put(self, column: LayoutColumn) -> None:
        """Let the column that is looked at be this."""
        place = self.place
        self._columns[place] = column
        self.list.item(place).setText(_words(column))
        self.changed.emit()

    def add_column(self) -> None:
        """Add a column after the one that is looked at; it is to be given something to hold."""
        if len(self._columns) >= MOST_COLUMNS:
            return
        wide = sum(column.width for column in self._columns) / len(self._columns)
        column = LayoutColumn(source="", head="", width=float(round(wide)))
        place = self.place + 1
        self._columns.insert(place, column)
        self._fill(place)
        self.changed.emit()

    def remove_column(self) -> None:
        """Take the column away that is looked at; a table has two at least."""
        if len(self._columns) <= _FEWEST:
            return
        place = self.place
        del self._columns[place]
        self._fill(min(place, len(self._columns) - 1))
        self.changed.emit()

    def move_column(self, step: int) -> None:
        """Put the column that is looked at one place up (-1) or down (1)."""
        place = self.place
        to = place + step
        if 0 <= to < len(self._columns):
            columns = self._columns
            columns[place], columns[to] = columns[to], columns[place]
            self._fill(to)
            self.changed.emit()

    def _fill(self, place: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for number, column in enumerate(self._columns):
            item = QListWidgetItem(_words(column))
            item.setData(Qt.ItemDataRole.UserRole, number)
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._look(place)

    def _look(self, place: int) -> None:
        count = len(self._columns)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)
        self.add.setEnabled(count < MOST_COLUMNS)
        self.remove.setEnabled(count > _FEWEST)
        if 0 <= place < count:
            self.chosen.emit(place)

    def _dragged(self) -> None:
        """Take the order over in which the mouse left them."""
        items = [self.list.item(row) for row in range(self.list.count())]
        order: list[int] = [item.data(Qt.ItemDataRole.UserRole) for item in items]
        self._columns = [self._columns[number] for number in order]
        for number, item in enumerate(items):
            item.setData(Qt.ItemDataRole.UserRole, number)
        self._look(self.list.currentRow())
        self.changed.emit()


class _List(QListWidget):
    moved = Signal(int)
    added = Signal()
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.moved.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.moved.emit(1)
            case Qt.Key.Key_Insert:
                self.added.emit()
            case Qt.Key.Key_Delete:
                self.removed.emit()
            case _:
                super().keyPressEvent(event)


def _words(column: LayoutColumn) -> str:
    """Return how a column is listed: its head, else what it holds, else that it has neither."""
    head = " ".join(column.head.split())
    return wording.shown(head or column.extra or SOURCES.get(column.source, "(คอลัมน์ใหม่)"))
