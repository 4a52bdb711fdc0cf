"""How a cell of a grid is drawn, and the editor that is typed into."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ita_desktop.domain.risk_entry import LEVEL_FIELDS
from ita_desktop.ui import theme
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.cell_editor import CellEditor
from ita_desktop.ui.rows.column import NUMBER
from ita_desktop.ui.rows.editing import begin_edit, end_edit
from ita_desktop.ui.rows.grid_model import Role
from ita_desktop.ui.widgets.cell_drawing import box_of, draw_focus, drawn_in
from ita_desktop.ui.widgets.taken_edit import take_typed
from ita_desktop.ui.widgets.wrapped_text import draw_wrapped, wrapped_height

if TYPE_CHECKING:
    from ita_desktop.ui.rows.grid_table import GridTable

PAD_X = 10
PAD_Y = 7
LEAST = 36
CAPTION = 20
CHIP = 22
NOTE = 20
_CHIP_PAD = 8
_EDGE = 0.45
"""How much of its ink the line round a chip has."""
_CHIPS = frozenset({"red", "amber", "green"})
Index = QModelIndex | QPersistentModelIndex
STRICT: Final = LEVEL_FIELDS | {"state", "control_quality", "risk", "reason"}
"""Fields that take a word of a list: the first that fits is chosen while it is typed."""


def cell_font(cell: Cell) -> QFont:
    """Return the font of a cell: of a head the words are to be read first."""
    return theme.font(strong=cell.strong)


def cell_height(cell: Cell, state: StateCell | None, width: int) -> int:
    """Return the height in pixels that a cell needs when it is ``width`` wide."""
    if state is not None:
        room = width - 2 * PAD_X
        return 2 * PAD_Y + _state_height(state, room) + (NOTE if state.note else 0)
    if not cell.shown:
        return LEAST
    text = wrapped_height(cell.shown, cell_font(cell), width - 2 * PAD_X)
    return max(LEAST, text + 2 * PAD_Y + 2 + (CAPTION if cell.caption else 0))


class GridDelegate(QStyledItemDelegate):
    """Draws cells and makes the editor; where Enter and Tab lead is the grid's own business."""

    def __init__(self, view: "GridTable", words_for: Callable[[str], Sequence[str]]) -> None:
        """``words_for`` gives the words that a field is usually filled with."""
        super().__init__(view)
        self._view = view
        self._words_for = words_for

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, box = self._view, box_of(option)
        cell: Cell = index.data(Role.CELL)
        state: StateCell | None = index.data(Role.STATE)
        chosen = view.selectionModel().isSelected(index)
        with drawn_in(painter, box, self._ground(index, chosen=chosen)):
            inner = QRectF(box.adjusted(PAD_X, PAD_Y, -PAD_X, 0))
            if state is not None:
                draw_state(painter, inner, state, edged=chosen)
            else:
                self._draw_text(painter, inner, cell, index.column())
            draw_focus(painter, box, view, current=view.currentIndex() == index)

    def _ground(self, index: Index, *, chosen: bool) -> QColor:
        if chosen:
            return theme.color("selection")
        heads = self._view.grid_model.heads(index.data(Role.LINE))
        return theme.color("group" if heads else "card")

    def _draw_text(self, painter: QPainter, box: QRectF, cell: Cell, column: int) -> None:
        if cell.caption:
            painter.setFont(theme.font(theme.SMALL_PX))
            painter.setPen(theme.color("accent"))
            end = Qt.TextElideMode.ElideRight
            words = painter.fontMetrics().elidedText(cell.caption, end, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, words)
            box = box.adjusted(0, CAPTION, 0, 0)
        shown = self._view.grid_model.columns[column]
        ink = theme.color("quiet" if cell.quiet or shown.field == NUMBER else "ink")
        if shown.figures:
            wanted = QFontMetricsF(cell_font(cell)).horizontalAdvance(cell.shown)
            width = min(ceil(wanted) + 2, int(box.width()))  # a pixel less would break 3/5
            box = box.adjusted(box.width() - width, 0, 0, 0)
        draw_wrapped(painter, box, cell.shown, cell_font(cell), ink)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        column = self._view.grid_model.columns[index.column()]
        strict = column.field.partition(":")[0] in STRICT
        editor = CellEditor(parent, self._words_for(column.field), strict=strict)
        editor.setAccessibleName(column.head)
        line = self._view.line(self._view.grid_model.index(index.row(), index.column()))
        if line is not None and line.adds:  # an empty table does not say whether a risk is asked
            editor.setPlaceholderText(str(index.data() or ""))
        editor.grown.connect(lambda: self._fit(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not isinstance(editor, CellEditor):
            return
        types_over = self._view.types_over
        if begin_edit(editor, index, types_over=types_over) and not types_over:
            editor.offer()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        end_edit(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        editor.setProperty("cell", box)
        if isinstance(editor, CellEditor):
            self._fit(editor)

    def _fit(self, editor: CellEditor) -> None:
        """Give an editor the height of its text, inside the table."""
        box: QRect | None = editor.property("cell")
        room = editor.parentWidget()
        if box is None or room is None:
            return
        text = editor.toPlainText() or " "
        needed = wrapped_height(text, theme.font(), box.width() - 20) + 2 * PAD_Y + 4
        height = min(max(box.height(), needed), room.height())
        top = max(min(box.y(), room.height() - height), 0)
        editor.setGeometry(box.x(), top, box.width(), height)
        editor.place()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and Tab end the edit, Ctrl+Enter break a line, Esc give it up."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, CellEditor)
        ):
            key = event.key()
            broken = event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
            )
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and broken:
                return False
            if key in _ENDS:
                editor.take()
                self._end(editor, event)
                return True
        return super().eventFilter(editor, event)

    def _end(self, editor: CellEditor, event: QKeyEvent) -> None:
        take_typed(self, self._view, editor)
        added = self._view.take_added()
        if not added:
            self._view.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._view.go_into(added):
                self._view.scrollTo(self._view.currentIndex())  # the next one is typed here
        else:
            self._view.go_to(added, self._view.field(self._view.currentIndex()))
            self._view.event(event)


_ENDS = frozenset(
    {
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_F4,
    }
)


def _state_height(state: StateCell, width: int) -> int:
    """Return how high a state's word is: a chip of one line, or of as many as it takes."""
    font = theme.font(theme.SMALL_PX, strong=True)
    text = wrapped_height(state.word, font, width - 2 * _CHIP_PAD)
    return max(CHIP, text + 2)


def draw_state(painter: QPainter, box: QRectF, state: StateCell, *, edged: bool = False) -> None:
    """Draw a state as a chip with its word, and what is said of it below; ``edged``: a line round.

    On the ground of what is chosen the colour of a chip is hardly seen without its line.
    """
    height = _state_height(state, int(box.width()))
    place = QRectF(box.left(), box.top() - 1, box.width(), height)
    if state.paint is not None:
        state.paint(painter, place, state.word)
    elif state.role in _CHIPS:
        draw_chip(painter, place, state.word, state.role, edged=edged)
    else:
        font = theme.font(theme.SMALL_PX, strong=bool(state.role))
        draw_wrapped(painter, place.adjusted(0, 1, 0, 0), state.word, font, theme.color("quiet"))
    if state.note:
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.color("quiet"))
        note = QRectF(box.left(), box.top() + height, box.width(), NOTE)
        end = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(state.note, end, int(box.width()))
        painter.drawText(note, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def draw_chip(
    painter: QPainter, box: QRectF, word: str, role: str, *, edged: bool = False
) -> float:
    """Draw a word on its colour at the left of a box; return how wide it is."""
    font = theme.font(theme.SMALL_PX, strong=True)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(word) + 2 * _CHIP_PAD
    wraps = width > box.width()
    frame = QRectF(box.left(), box.top(), min(width, box.width()), box.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"on_{role}"))
    painter.drawRoundedRect(frame, 5, 5)
    if edged:
        line = theme.color(role)
        line.setAlphaF(_EDGE)
        painter.setPen(line)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(theme.color(role))
    if wraps:
        inside = frame.adjusted(_CHIP_PAD, 1, -_CHIP_PAD, 0)
        draw_wrapped(painter, inside, word, font, theme.color(role))
    else:
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
    return frame.width()
