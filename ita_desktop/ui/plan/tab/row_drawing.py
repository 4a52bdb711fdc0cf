"""Draws a row of the tree: its number, as much of its words as there is room for, count or dot."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ita_desktop.ui import theme, wording
from ita_desktop.ui.plan.tab.rows import TreeRow
from ita_desktop.ui.plan.tab.tree_model import Role

Index = QModelIndex | QPersistentModelIndex
HEIGHT: Final = 34
_BAR: Final = 3
_DOT: Final = 10
_RIGHT: Final = 12
_END: Final = Qt.TextElideMode.ElideRight
_LEFT_OF: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_OF: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """A dot says that headings are empty; tool tip and screen reader say which."""

    named = Signal(str, str)
    """The row with this key is to have this name."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree
        self.field: QLineEdit | None = None
        """Where a name is being typed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(160, HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        row: TreeRow = index.data(Role.ROW)
        self.field = field = QLineEdit(parent)
        field.setObjectName("cellLine")
        field.setAccessibleName("ชื่อโครงการ" if row.project else "ชื่อหัวข้อ")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        editor.setGeometry(option.rect)  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        del model
        row: TreeRow = index.data(Role.ROW)
        if isinstance(editor, QLineEdit) and editor.text().strip() != row.name:
            self.named.emit(row.key, editor.text().strip())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.field = None
        super().destroyEditor(editor, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        row: TreeRow = index.data(Role.ROW)
        painter.save()
        try:
            _draw(painter, box, row, current=self._tree.currentIndex() == index)
        finally:  # a painter that is not given back ends the process
            painter.restore()


def _draw(painter: QPainter, box: QRect, row: TreeRow, *, current: bool) -> None:
    room = QRectF(box).adjusted(4, 0, -_RIGHT, 0)
    room = _draw_end(painter, room, row)
    role = "accent" if current else "quiet" if row.quiet else "ink"
    painter.setFont(theme.font(strong=row.strong or current))
    painter.setPen(theme.color(role))
    number = wording.shown(row.number)
    if number:
        painter.drawText(room, _LEFT_OF, number)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(f"{number} "))
    words = wording.shown(row.words)
    painter.drawText(
        room, _LEFT_OF, painter.fontMetrics().elidedText(words, _END, int(room.width()))
    )


def _draw_end(painter: QPainter, room: QRectF, row: TreeRow) -> QRectF:
    """Draw count or dot at the right; return the room that is left."""
    if row.lacks:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("red"))
        top = room.center().y() - _DOT / 2
        painter.drawEllipse(QRectF(room.right() - _DOT, top, _DOT, _DOT))
        return room.adjusted(0, 0, -_DOT - 8, 0)
    if row.count is None:
        return room
    painter.setFont(theme.font())
    painter.setPen(theme.color("quiet"))
    words = wording.figure(row.count)
    painter.drawText(room, _RIGHT_OF, words)
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(words) - 10, 0)


def draw_ground(painter: QPainter, box: QRect, *, chosen: bool, current: bool) -> None:
    """Fill the whole width of a row as it is chosen, with a bar where it is the current one."""
    painter.fillRect(box, theme.color("selection" if chosen else "card"))
    if current:
        painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height()), theme.color("accent"))
