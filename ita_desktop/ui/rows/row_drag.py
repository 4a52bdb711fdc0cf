"""Dragging a row to another place in a list or a grid."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame

_THICK = 3


class RowDrag(QObject):
    """Watches a view; a line shows where the row would come, and leaving the button puts it there.

    Qt's own dragging would move the rows in the view; here they come back from the file.
    """

    dropped = Signal(int, int)
    """The row at the first place is to come before the one at the second (or after the last)."""

    def __init__(self, view: QAbstractItemView, may: Callable[[QModelIndex], bool]) -> None:
        """``may`` says whether a press on a cell can begin to drag its row."""
        super().__init__(view)
        self._view, self._may = view, may
        self._from = -1
        self._pressed = QPoint()
        self._dragging = False
        self._line = QFrame(view.viewport())
        self._line.setObjectName("dropLine")
        self._line.hide()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        where = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                cell = self._view.indexAt(where)
                self._from = cell.row() if cell.isValid() and self._may(cell) else -1
                self._pressed = where
            case QEvent.Type.MouseMove if self._from >= 0:
                far = (where - self._pressed).manhattanLength()
                self._dragging |= far >= QApplication.startDragDistance()
                if self._dragging:
                    self._show(where)
                return self._dragging
            case QEvent.Type.MouseButtonRelease if self._from >= 0:
                begun, place = self._from, self._before(where)
                dragged = self._dragging
                self._from, self._dragging = -1, False
                self._line.hide()
                self._view.viewport().unsetCursor()
                if dragged and place not in (begun, begun + 1):
                    self.dropped.emit(begun, place)
                return dragged
            case _:
                pass
        return super().eventFilter(watched, event)

    def _before(self, where: QPoint) -> int:
        """Return the place before which the row would come."""
        model, root = self._view.model(), QModelIndex()
        cell = self._view.indexAt(QPoint(4, where.y()))
        if not cell.isValid():
            return model.rowCount(root) if where.y() > 0 else 0
        return cell.row() + (where.y() > self._view.visualRect(cell).center().y())

    def _show(self, where: QPoint) -> None:
        model = self._view.model()
        place = self._before(where)
        last = model.rowCount() - 1
        box = self._view.visualRect(model.index(min(place, last), 0))
        y = box.bottom() if place > last else box.top()
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._line.setGeometry(0, max(y - 1, 0), self._view.viewport().width(), _THICK)
        self._line.show()
        self._line.raise_()
