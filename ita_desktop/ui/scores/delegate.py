"""How a row of the score table is drawn, and the editor that a score is typed into."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.scores.model import Column, Role
from ita_desktop.ui.scores.rows import Kind, ScoreRow
from ita_desktop.ui.scores.shown import Chip
from ita_desktop.ui.widgets.cell_drawing import box_of, draw_focus, drawn_in
from ita_desktop.ui.widgets.taken_edit import FIGURE_ENDS, take_typed
from ita_desktop.ui.widgets.wrapped_text import draw_wrapped, wrapped_height

PAD_X = 10
PAD_Y = 8
ROW_HEIGHT = 36
_CHIP_HEIGHT = 22
_STRONG = frozenset({Kind.TOTAL, Kind.INSTRUMENT, Kind.INDICATOR})
Index = QModelIndex | QPersistentModelIndex


def row_font(kind: Kind) -> QFont:
    """Return the font of a row's title."""
    return theme.font(strong=kind in _STRONG)


def row_height(row: ScoreRow, width: int, suffix: str) -> int:
    """Return the height of a row whose title has ``width`` pixels, padding included."""
    text = wrapped_height(row.title, row_font(row.kind), width - 2 * PAD_X, suffix)
    return max(ROW_HEIGHT, text + 2 * PAD_Y)


class ScoreDelegate(QStyledItemDelegate):
    """Draws cells and makes the editor; Enter and Tab are the grid's own business."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, box = self._view, box_of(option)
        row: ScoreRow = index.data(Role.ROW)
        chosen = view.selectionModel().isSelected(index)
        with drawn_in(painter, box, _ground(row, selected=chosen)):
            inner = QRectF(box.adjusted(PAD_X, PAD_Y, -PAD_X, 0))
            column = Column(index.column())
            if column is Column.BAND:
                _draw_chip(painter, inner, index.data(Role.CHIP))
            elif column in (Column.CODE, Column.TEXT):
                _draw_title(painter, inner, row, index)
            else:
                _draw_figure(painter, inner, row, index)
            draw_focus(painter, box, view, current=view.currentIndex() == index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        editor = QLineEdit(parent)
        editor.setObjectName("cellEditor")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(f"คะแนน {index.data(Role.ROW).code}")
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        editor.setGeometry(box.x(), box.y(), box.width(), min(box.height(), ROW_HEIGHT))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and Tab end the edit; where to go then is decided by the grid."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in FIGURE_ENDS and isinstance(editor, QLineEdit):
                take_typed(self, self._view, editor)
                self._view.keyPressEvent(event)
                return True
        return super().eventFilter(editor, event)


def _ground(row: ScoreRow, *, selected: bool) -> QColor:
    if selected:
        return theme.color("selection")
    if row.kind in (Kind.TOTAL, Kind.INSTRUMENT):
        return theme.color("group_strong")
    return theme.color("group" if row.kind is Kind.INDICATOR else "card")


def _draw_title(painter: QPainter, box: QRectF, row: ScoreRow, index: Index) -> None:
    code = index.column() == Column.CODE
    quiet = row.kind in (Kind.SUB_INDICATOR, Kind.PART) or (code and row.kind is Kind.ITEM)
    ink = theme.color("quiet" if quiet else "ink")
    suffix: str = index.data(Role.QUIET_SUFFIX)
    text: str = index.data() or ""
    draw_wrapped(painter, box, text, row_font(row.kind), ink, suffix, theme.color("quiet"))


def _draw_figure(painter: QPainter, box: QRectF, row: ScoreRow, index: Index) -> None:
    column = Column(index.column())
    computed = bool(index.data(Role.COMPUTED))
    strong = column is Column.SCORE and (not computed or row.kind in _STRONG)
    painter.setFont(theme.font(strong=strong))
    role = "ink" if column is Column.SCORE and not computed else "quiet"
    move = index.data(Role.MOVE)
    if move:
        role = "green" if move > 0 else "red"
    painter.setPen(theme.color(role))
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    painter.drawText(box, flags, index.data() or "")


def _draw_chip(painter: QPainter, box: QRectF, chip: Chip | None) -> None:
    if chip is None:
        return
    ink, ground = theme.band_colors(chip.band)
    font = theme.font(theme.SMALL_PX, strong=True)
    painter.setFont(font)
    width = painter.fontMetrics().horizontalAdvance(chip.word) + 16
    frame = QRectF(box.left(), box.top() - 1, min(width, box.width()), _CHIP_HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(frame, 5, 5)
    painter.setPen(ink)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, chip.word)
