"""A table to read: cells wrap at words, columns share the room, rows grow with their text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.cell_drawing import box_of, drawn_in
from ita_desktop.ui.widgets.wrapped_text import draw_broken, wrapped_height

_PAD_X = 10
_PAD_Y = 6
Index = QModelIndex | QPersistentModelIndex


class WrappedTable(QTableWidget):
    """Never wider than its room: a column is as wide as its text, or gives way to the others.

    Arrows go from row to row, Home and End to the first and the last, Tab leaves the table.
    """

    def __init__(self, rows: int, heads: list[str], parent: QWidget | None = None) -> None:
        super().__init__(rows, len(heads), parent)
        self.setHorizontalHeaderLabels(heads)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(WrappedCells(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - the name Qt gives it
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Return where a key leads: rows are read, so Home and End are no places in a row."""
        ends = QAbstractItemView.CursorAction
        if cursorAction in (ends.MoveHome, ends.MoveEnd) and self.rowCount():
            row = 0 if cursorAction is ends.MoveHome else self.rowCount() - 1
            return self.model().index(row, max(self.currentColumn(), 0))
        return super().moveCursor(cursorAction, modifiers)

    def fit(self) -> None:
        """Share the width among the columns and give each row the height of its text."""
        seen = [one for one in range(self.columnCount()) if not self.isColumnHidden(one)]
        wanted = [self.wanted_width(column) for column in seen]
        for column, width in zip(seen, shares(wanted, self.viewport().width()), strict=True):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()

    def wanted_width(self, column: int) -> int:
        """Return the width in which no text of a column wraps."""
        head = QFontMetricsF(self.horizontalHeader().font())
        title = self.horizontalHeaderItem(column)
        widest = head.horizontalAdvance(title.text() if title is not None else "")
        for row in range(self.rowCount()):
            item = self.item(row, column)
            if item is not None:
                lines = item.text().split("\n")
                metrics = QFontMetricsF(theme.font(strong=True))
                widest = max(widest, *map(metrics.horizontalAdvance, lines))
        return round(widest) + 2 * _PAD_X + 2


def shares(wanted: list[int], room: int) -> list[int]:
    """Return widths that come to ``room``: what is small gets what it wants, the rest share."""
    given = dict.fromkeys(range(len(wanted)), 0)
    left, open_ = room, sorted(given, key=lambda column: wanted[column])
    while open_:
        column = open_.pop(0)
        given[column] = min(wanted[column], left // (len(open_) + 1))
        left -= given[column]
    given[len(wanted) - 1] += left
    return list(given.values())


class WrappedCells(QStyledItemDelegate):
    """Draws cells; what else than text stands in one is drawn by overriding ``draw``."""

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = box_of(option)
        with drawn_in(painter, box, self._ground(index)):
            self.draw(painter, QRectF(box.adjusted(_PAD_X, _PAD_Y, -_PAD_X, 0)), index)

    def draw(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        """Draw what a cell says into the room inside its padding."""
        draw_broken(painter, inner, str(index.data() or ""), _font(index), _ink(index))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        width = self._table.columnWidth(index.column())
        text = str(index.data() or "")
        height = wrapped_height(text, _font(index), width - 2 * _PAD_X, anywhere=True)
        return QSize(width, height + 2 * _PAD_Y)

    def _ground(self, index: Index) -> QColor:
        if self._table.selectionModel().isSelected(index):
            return theme.color("selection")
        ground: QBrush | None = index.data(Qt.ItemDataRole.BackgroundRole)
        return theme.color("card") if ground is None else ground.color()


def _font(index: Index) -> QFont:
    font: QFont | None = index.data(Qt.ItemDataRole.FontRole)
    return theme.font() if font is None else font


def _ink(index: Index) -> QColor:
    ink: QBrush | None = index.data(Qt.ItemDataRole.ForegroundRole)
    return theme.color("ink") if ink is None else ink.color()
