"""The list of a report's texts in the order of the paper, each with how it stands."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.cell_drawing import box_of, draw_focus, drawn_in
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.workflows.analysis.texts import TextState

Index = QModelIndex | QPersistentModelIndex
_EDITED: Final = "แก้แล้ว"
_FROM_BEFORE: Final = "จากปีก่อน"
_FROZEN: Final = "ตรึงไว้"
_MOVED: Final = "ข้อมูลเปลี่ยนแล้ว"
_COLOURS: Final = {
    _EDITED: ("quiet", "group"),
    _FROM_BEFORE: ("quiet", "group"),
    _FROZEN: ("accent", "selection"),
    _MOVED: ("amber", "on_amber"),
}
_LINE: Final = 36
_MARKS: Final = 26
"""Pixels of height that the marks under a title need."""
_SIDE: Final = 12


class Role(IntEnum):
    """What the delegate asks for beside the usual roles."""

    STATE = Qt.ItemDataRole.UserRole + 1


def marks_of(state: TextState) -> tuple[str, ...]:
    """Return the words that say how a text stands; none of one that is as it was at first."""
    found: list[str] = []
    if state.edited and not state.frozen:
        found.append(_EDITED if state.own_year else _FROM_BEFORE)
    if state.frozen:
        found.append(_FROZEN)
    if state.outdated:
        found.append(_MOVED)
    return tuple(found)


class TextsModel(QAbstractListModel):
    """The texts of a report."""

    def __init__(self) -> None:
        super().__init__()
        self.states: Sequence[TextState] = ()

    def show_states(self, states: Sequence[TextState]) -> None:
        """Show how the texts stand now."""
        same = [one.name for one in states] == [one.name for one in self.states]
        if not same:
            self.beginResetModel()
        old, self.states = self.states, states
        if not same:
            self.endResetModel()
            return
        for row, (before, after) in enumerate(zip(old, states, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, name: str) -> int:
        """Return the row of a text, or -1."""
        return next((row for row, one in enumerate(self.states) if one.name == name), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        state = self.states[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return wording.shown(state.title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return wording.shown(" ".join((state.title, *marks_of(state))))
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(wording.shown("\n".join((state.title, *marks_of(state)))))
            case Role.STATE:
                return state
            case _:
                return None


class TextsList(QListView):
    """Says which text is chosen."""

    chosen = Signal(str)
    """The text of this name is the current one now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topics")
        self.setAccessibleName("ข้อความในรายงาน")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # marks without room go a line lower
        self.texts = TextsModel()
        self.setModel(self.texts)
        self.setItemDelegate(TextDelegate(self))

    def show_states(self, states: Sequence[TextState]) -> None:
        """Show how the texts stand; the current one stays, else the first becomes it."""
        here = self.name
        blocked = self.blockSignals(True)
        self.texts.show_states(states)
        self.blockSignals(blocked)
        self.scheduleDelayedItemsLayout()  # marks make a row higher
        if not self.go_to(here) and states:
            self.go_to(states[0].name)

    @property
    def name(self) -> str:
        """The current text, "" where there is none."""
        row = self.currentIndex().row()
        return self.texts.states[row].name if 0 <= row < len(self.texts.states) else ""

    def go_to(self, name: str) -> bool:
        """Make a text the current one; False where there is none of that name."""
        row = self.texts.row_of(name)
        if row >= 0:
            self.setCurrentIndex(self.texts.index(row))
            self.scrollTo(self.texts.index(row))
        return row >= 0

    def step(self, by: int) -> None:
        """Go to the next text, or with -1 to the one before; stay at the ends."""
        row = self.currentIndex().row() + by
        if 0 <= row < len(self.texts.states):
            self.go_to(self.texts.states[row].name)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self.signalsBlocked():
            self.chosen.emit(self.name)


class TextDelegate(QStyledItemDelegate):
    """Draws a title and, under it, a chip for each mark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        view, state = self.parent(), index.data(Role.STATE)
        room = view.viewport().width() - 2 * _SIDE if isinstance(view, QListView) else 0
        lines = 1 + max((line for line, *_ in _chips(marks_of(state), room)), default=-1)
        return QSize(160, _LINE + _MARKS * lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, box = self.parent(), box_of(option)
        state: TextState = index.data(Role.STATE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue]
        with drawn_in(painter, box, theme.color("selection" if chosen else "card")):
            font = theme.font(strong=chosen)
            painter.setFont(font)
            painter.setPen(theme.color("accent" if chosen else "ink"))
            line = QRect(box.left() + _SIDE, box.top(), box.width() - 2 * _SIDE, _LINE)
            metrics = QFontMetrics(font)
            words = metrics.elidedText(
                wording.shown(state.title), Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
            self._draw_marks(painter, line.translated(0, _LINE - 4), marks_of(state), chosen=chosen)
            if isinstance(view, QListView):
                draw_focus(painter, box, view, current=index == view.currentIndex())

    @staticmethod
    def _draw_marks(painter: QPainter, line: QRect, marks: Sequence[str], *, chosen: bool) -> None:
        painter.setFont(theme.font(theme.SMALL_PX))
        for row, left, width, mark in _chips(marks, line.width()):
            ink, ground = _COLOURS[mark]
            chip = QRect(line.left() + left, line.top() + row * _MARKS, width, _MARKS - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("card" if chosen and ground == "selection" else ground))
            painter.drawRoundedRect(chip, 5, 5)
            painter.setPen(theme.color(ink))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, mark)


def _chips(marks: Sequence[str], room: int) -> Iterator[tuple[int, int, int, str]]:
    """Give the line, the left edge and the width of each mark, those without room a line lower."""
    metrics, line, left = QFontMetrics(theme.font(theme.SMALL_PX)), 0, 0
    for mark in marks:
        width = metrics.horizontalAdvance(mark) + 14
        if left and left + width > room:
            line, left = line + 1, 0
        yield line, left, width, mark
        left += width + 6
