"""Dragging projects and sections of the tree: between rows, and onto sections."""

from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QTreeView

from ita_desktop.ui.plan.tab.rows import TreeRow
from ita_desktop.ui.plan.tab.tree_model import Role

BEFORE: Final = "before"
AFTER: Final = "after"
INTO: Final = "into"
_THICK: Final = 3


class Drop(NamedTuple):
    """Where a dragged row would come: before, after or into another one, and that one's box."""

    where: str
    row: TreeRow
    box: QRect


class TreeDrag(QObject):
    """Watches a tree; leaving the button tells the wish, the rows come back from the file.

    A line shows the place between rows, a frame the section that takes it in.
    """

    dropped = Signal(str, str, str)
    """The row with the first key comes "before", "after" or "into" that with the second."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._begun: TreeRow | None = None
        self._pressed = QPoint()
        self._dragging = False
        self._line = QFrame(view.viewport())
        self._frame = QFrame(view.viewport())
        for mark, name in ((self._line, "dropLine"), (self._frame, "dropFrame")):
            mark.setObjectName(name)
            mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            mark.hide()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        where = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                row = self._row_at(where)
                movable = row is not None and bool(row.section or row.project) and not row.quiet
                self._begun = row if movable else None
                self._pressed = where
            case QEvent.Type.MouseMove if self._begun is not None:
                far = (where - self._pressed).manhattanLength()
                self._dragging |= far >= QApplication.startDragDistance()
                if self._dragging:
                    self._show(self._drop_at(where))
                return self._dragging
            case QEvent.Type.MouseButtonRelease if self._begun is not None:
                return self._release(where)
            case _:
                pass
        return super().eventFilter(watched, event)

    def _release(self, where: QPoint) -> bool:
        begun, dragged = self._begun, self._dragging
        drop = self._drop_at(where) if dragged else None
        self._begun, self._dragging = None, False
        self._show(None)
        self._view.viewport().unsetCursor()
        if begun is not None and drop is not None:
            self.dropped.emit(begun.key, drop.where, drop.row.key)
        return dragged

    def _row_at(self, where: QPoint) -> TreeRow | None:
        cell = self._view.indexAt(where)
        return cell.data(Role.ROW) if cell.isValid() else None

    def _drop_at(self, where: QPoint) -> Drop | None:
        """Return where the row would come; None where it cannot."""
        cell = self._view.indexAt(QPoint(self._view.viewport().width() // 2, where.y()))
        begun = self._begun
        if begun is None or not cell.isValid():
            return None
        row: TreeRow = cell.data(Role.ROW)
        box = self._view.visualRect(cell)
        if row.key == begun.key or row.quiet:
            return None
        low = where.y() > box.center().y()
        if row.project:
            return Drop(AFTER if low else BEFORE, row, box) if begun.project else None
        if not row.section:
            return None
        third = box.height() // 3
        if begun.project or box.top() + third <= where.y() <= box.bottom() - third:
            return Drop(INTO, row, box)
        return Drop(AFTER if low else BEFORE, row, box)

    def _show(self, drop: Drop | None) -> None:
        self._line.setVisible(drop is not None and drop.where != INTO)
        self._frame.setVisible(drop is not None and drop.where == INTO)
        viewport = self._view.viewport()
        if drop is None:
            viewport.setCursor(Qt.CursorShape.ForbiddenCursor)
            return
        viewport.setCursor(Qt.CursorShape.ClosedHandCursor)
        box = drop.box
        y = box.bottom() if drop.where == AFTER else box.top()
        width = viewport.width() - box.left()
        self._line.setGeometry(box.left(), max(y - 1, 0), width, _THICK)
        self._frame.setGeometry(box.left(), box.top(), width - 2, box.height())
        for mark in (self._line, self._frame):
            mark.raise_()
