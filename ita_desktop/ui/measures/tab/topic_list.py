"""The topics of the year, with score, how much is done, and what is late."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import instrument_of
from ita_desktop.ui import theme, wording
from ita_desktop.ui.measures.tab.summary import Summary
from ita_desktop.ui.rows.delegate import draw_chip
from ita_desktop.ui.rows.row_drag import RowDrag
from ita_desktop.ui.widgets.tool_tip import tool_tip

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 66
_BAR = 3
_ROLES = {Band.URGENT: "red", Band.IMPROVE: "amber", Band.KEEP: "green"}


class Role(IntEnum):
    """What the delegate asks for."""

    SUMMARY = Qt.ItemDataRole.UserRole + 1


class TopicModel(QAbstractListModel):
    """The topics that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Summary] = []

    def show(self, rows: list[Summary]) -> None:
        """Take other topics; where they are the same ones only what changed is told."""
        if [row.topic.id for row in rows] != [row.topic.id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [
            place
            for place, (old, new) in enumerate(zip(self.rows, rows, strict=True))
            if old is not new
        ]
        self.rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def place_of(self, topic: int) -> int:
        """Return where a topic is, or -1."""
        return next((p for p, row in enumerate(self.rows) if row.topic.id == topic), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.codes} {wording.shown(row.title)}".strip()
            case Qt.ItemDataRole.AccessibleTextRole:
                late = f" เกินกำหนด {row.late}" if row.late else ""
                done = f" แล้วเสร็จ {row.done} จาก {row.total}{late}"
                return wording.shown(f"{row.codes} {row.score or ''} {row.title}{done}")
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(wording.shown(f"{row.codes} {row.title}".strip()))
            case Role.SUMMARY:
                return row
            case _:
                return None


class TopicDelegate(QStyledItemDelegate):
    """Draws a topic on two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(200, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        view = self.parent()
        painter.save()
        try:
            if isinstance(view, TopicList):
                _draw(painter, box, view, index)
        finally:  # a painter that is not given back ends the process
            painter.restore()


class TopicList(QListView):
    """Arrows choose a topic; Alt+arrows and dragging put it elsewhere."""

    chosen = Signal(int)
    """The current topic is another one; 0: there is none."""
    move_requested = Signal(int)
    """The chosen topics go a place up (-1) or down (1)."""
    dropped = Signal(int, int)
    """The topic with the first number comes before the second; 0: at the end."""
    remove_requested = Signal()
    new_requested = Signal()
    rename_requested = Signal()
    """F2 or a double click: the topic is to get a name."""
    entered = Signal()
    """Enter: on to the steps of the topic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topics = TopicModel()
        self.setObjectName("topics")
        self.setModel(self.topics)
        self.setItemDelegate(TopicDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("ประเด็น")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._double_clicked)
        self._drag = RowDrag(self, lambda _cell: True)
        self._drag.dropped.connect(self._dropped)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_topics(self, rows: list[Summary], wanted: int = 0) -> None:
        """Show topics; the current one stays, or ``wanted`` becomes it, or the nearest."""
        current, place = wanted or self.current(), self.currentIndex().row()
        self.selectionModel().blockSignals(True)
        self.topics.show(rows)
        self.selectionModel().blockSignals(False)
        found = self.topics.place_of(current)
        if found < 0:
            found = min(max(place, 0), len(rows) - 1)
        if self.currentIndex().row() != found or not self.selectionModel().hasSelection():
            cell = self.topics.index(found)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(cell, flags)
        self.viewport().update()
        self.chosen.emit(self.current())

    def current(self) -> int:
        """Return the number of the current topic, 0 where there is none."""
        row = self.currentIndex().row()
        return self.topics.rows[row].topic.id if 0 <= row < len(self.topics.rows) else 0

    def step(self, by: int) -> None:
        """Turn to the topic that stands so many rows below the current one, if there is one."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self.topics.rows):
            self.go_to(self.topics.rows[place].topic.id)

    def selected(self) -> list[int]:
        """Return the numbers of the selected topics in the order of the list."""
        rows = sorted(cell.row() for cell in self.selectionModel().selectedIndexes())
        return [self.topics.rows[row].topic.id for row in rows]

    def go_to(self, topic: int) -> bool:
        """Make a topic the current one; False where it is not shown."""
        place = self.topics.place_of(topic)
        if place < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.topics.index(place), flags)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers()
        if mods & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_requested.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif key == Qt.Key.Key_Insert:
            self.new_requested.emit()
        elif key == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _current_changed(self) -> None:
        self.chosen.emit(self.current())

    def _double_clicked(self) -> None:
        self.rename_requested.emit()

    def _dropped(self, begun: int, before: int) -> None:
        rows = self.topics.rows
        target = rows[before].topic.id if before < len(rows) else 0
        self.dropped.emit(rows[begun].topic.id, target)


def _draw(painter: QPainter, box: QRect, view: TopicList, index: Index) -> None:
    row: Summary = index.data(Role.SUMMARY)
    current = view.currentIndex().row() == index.row()
    chosen = view.selectionModel().isSelected(index)
    painter.setClipRect(box)
    painter.fillRect(box, theme.color("selection" if chosen else "card"))
    painter.setPen(theme.color("line"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if current:
        bar = QRect(box.left(), box.top(), _BAR, box.height())
        painter.fillRect(bar, theme.color("accent"))
    if current and view.hasFocus():
        painter.setPen(theme.color("accent"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.drawRect(box.adjusted(1, 1, -2, -2))
    first = QRectF(box.left() + 16, box.top() + 8, box.width() - 30, 24)
    second = QRectF(first).translated(0, 25)
    done = wording.shown(f"{row.done}/{row.total}") if row.total else ""
    room = _right(painter, first, done, "quiet", strong=False)
    _draw_codes(painter, room, row)
    words = wording.shown(f"เกินกำหนด {row.late}") if row.late else ""
    room = _right(painter, second, words, "red", strong=True)
    painter.setFont(theme.font(theme.SMALL_PX if not row.title else theme.TEXT_PX))
    painter.setPen(theme.color("ink"))
    end = Qt.TextElideMode.ElideRight
    text = painter.fontMetrics().elidedText(wording.shown(row.title), end, int(room.width()))
    painter.drawText(room, _LEFT, text)


def _draw_codes(painter: QPainter, room: QRectF, row: Summary) -> None:
    painter.setFont(theme.font(strong=True))
    painter.setPen(theme.color("ink"))
    metrics = painter.fontMetrics()
    chip = wording.score(row.score)
    kept = 74 if chip else 0
    codes = row.codes or instrument_of(row.topic) or "ประเด็นอื่น"
    words = metrics.elidedText(codes, Qt.TextElideMode.ElideRight, int(room.width()) - kept)
    painter.drawText(room, _LEFT, words)
    if not chip:
        return
    left = room.left() + metrics.horizontalAdvance(words) + 10
    box = QRectF(left, room.top() + 1, room.right() - left, 22)
    if row.band is None:
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.drawText(box, _LEFT, chip)
    else:
        draw_chip(painter, box, chip, _ROLES[row.band])


def _right(painter: QPainter, box: QRectF, words: str, role: str, *, strong: bool) -> QRectF:
    """Draw words at the right end of a box; return what is left of it."""
    if not words:
        return box
    painter.setFont(theme.font(theme.SMALL_PX, strong=strong))
    painter.setPen(theme.color(role))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
    return box.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(words) - 10, 0)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
