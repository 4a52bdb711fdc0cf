"""The view of a window model: rows of one height, picked one at a time, columns that fit."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.history.window_model import Index, WindowModel

_ROW = 36
_LEAST = 80
_GOOD_SHARE = 120
_PAD = 10


class _PaddedCells(QStyledItemDelegate):
    """Cells begin where their heads do."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        if option.state & QStyle.StateFlag.State_Selected:  # pyright: ignore[reportAttributeAccessIssue]
            painter.fillRect(box, theme.color("selection"))
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        text = str(index.data() or "")
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        painter.setFont(theme.font())
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or theme.color("ink"))
        end = Qt.TextElideMode.ElideRight
        shown = QFontMetricsF(theme.font()).elidedText(text, end, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text where the cell is too narrow for it."""
        text = str(index.data() or "")
        room = view.visualRect(index).width() - 2 * _PAD
        if QFontMetricsF(theme.font()).horizontalAdvance(text) <= room:
            QToolTip.hideText()
            return True
        return super().helpEvent(event, view, option, index)


class WindowTable(QTableView):
    """Arrows go from row to row, Enter takes one, Tab leaves the table, Ctrl+C copies the row."""

    chosen = Signal(int)
    """Another row is current; -1 for none."""
    taken = Signal(int)
    """Enter or a double click on a row."""

    def __init__(self, model: WindowModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(_PaddedCells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMinimumHeight(_ROW * 2)
        self.setShowGrid(False)
        heights = self.verticalHeader()
        heights.hide()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heights.setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(10)
        self.doubleClicked.connect(self._double_clicked)

    def show_rows(self, numbers: Sequence[int], place: int = 0) -> None:
        """Show the rows of these numbers; the one at ``place`` is current."""
        self.rows.show(numbers)
        if numbers:
            self.setCurrentIndex(self.rows.index(min(max(place, 0), len(numbers) - 1), 0))
        else:
            self.chosen.emit(-1)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not current.isValid():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.taken.emit(self.currentIndex().row())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Share the width; where the shares would be too small, spare columns give theirs."""
        columns, room = self.rows.columns, self.viewport().width()
        shown = [*range(len(columns))]
        while True:
            sharing = [place for place in shown if not columns[place].width]
            left = room - sum(columns[place].width for place in shown)
            spare = [place for place in shown if columns[place].spare]
            if not spare or left >= _GOOD_SHARE * len(sharing):
                break
            shown.remove(spare[-1])
        for place, column in enumerate(columns):
            self.setColumnHidden(place, place not in shown)
            share = max(left // max(len(sharing), 1), _LEAST)
            self.setColumnWidth(place, column.width or share)
        last = (sharing or shown)[-1]
        others = sum(self.columnWidth(place) for place in shown if place != last)
        self.setColumnWidth(last, max(room - others, _LEAST))

    def _double_clicked(self, cell: QModelIndex) -> None:
        self.taken.emit(cell.row())

    def _copy(self) -> None:
        """Put the row on the clipboard as Excel takes it."""
        row = self.rows.row(self.currentIndex().row())
        if row is not None:
            cells = (" ".join(column.text(row).split()) for column in self.rows.columns)
            QGuiApplication.clipboard().setText("\t".join(cells))
