"""The grid of the calendar: long Thai text, typed into as in a spreadsheet."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.measures.calendar.calendar_model import CalendarModel, Column, Index
from ita_desktop.ui.rows.editing import begin_edit, end_edit
from ita_desktop.ui.widgets.cell_drawing import box_of, draw_focus, drawn_in
from ita_desktop.ui.widgets.grid import GridView
from ita_desktop.ui.widgets.taken_edit import take_typed
from ita_desktop.ui.widgets.thai_editor import ThaiEditor
from ita_desktop.ui.widgets.wrapped_text import draw_wrapped, wrapped_height

_PAD_X, _PAD_Y = 10, 7
_LEAST: Final = 36
_SHARES: Final = {Column.STAGE: 0.2, Column.PERIOD: 0.24}


class CalendarTable(GridView):
    """Rows grow with their text; what a gesture means is asked for by signals."""

    insert_requested = Signal()
    """Insert: a row above the current one."""
    remove_requested = Signal()
    """Ctrl+Delete: the selected rows go."""
    move_requested = Signal(int)
    """Alt+Up or Alt+Down: the current row moves a place (-1 or 1)."""

    def __init__(self, model: CalendarModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.types_over = False
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(_LEAST)
        self.stretch_column(Column.METHOD)
        self.columns_resized.connect(self.resizeRowsToContents)
        model.modelReset.connect(self.resizeRowsToContents)
        model.dataChanged.connect(self._changed)

    def _changed(self) -> None:
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, share in _SHARES.items():
            self.horizontalHeader().resizeSection(column, round(self.viewport().width() * share))
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers()
        if key == Qt.Key.Key_Insert and not mods:
            self.insert_requested.emit()
        elif key == Qt.Key.Key_Delete and mods & Qt.KeyboardModifier.ControlModifier:
            self.remove_requested.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and mods & Qt.KeyboardModifier.AltModifier:
            self.move_requested.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            text = event.text()
            self.types_over = bool(text) and text.isprintable()
            super().keyPressEvent(event)
            self.types_over = False


class _Cells(QStyledItemDelegate):
    """Draws cells and makes the editor; Ctrl+Enter breaks a line in it."""

    def __init__(self, table: CalendarTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, box = self._table, box_of(option)
        chosen = table.selectionModel().isSelected(index)
        with drawn_in(painter, box, theme.color("selection" if chosen else "card")):
            inner = QRectF(box.adjusted(_PAD_X, _PAD_Y, -_PAD_X, 0))
            model = table.model()
            new = isinstance(model, CalendarModel) and model.row_of(index) is None
            ink = theme.color("quiet" if new else "ink")
            draw_wrapped(painter, inner, str(index.data() or ""), theme.font(), ink)
            draw_focus(painter, box, table, current=table.currentIndex() == index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        width = self._table.columnWidth(index.column())
        text = str(index.data() or "")
        height = wrapped_height(text, theme.font(), max(width - 2 * _PAD_X, 40)) + 2 * _PAD_Y
        return QSize(width, max(height, _LEAST))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        editor = ThaiEditor("", parent)
        editor.setObjectName("cellEditor")
        across = Qt.Orientation.Horizontal
        editor.setAccessibleName(str(self._table.model().headerData(index.column(), across)))
        editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ThaiEditor):
            begin_edit(editor, index, types_over=self._table.types_over)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        end_edit(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        room = self._table.viewport().height()
        height = min(max(box.height(), 3 * _LEAST), room)
        editor.setGeometry(box.x(), max(min(box.y(), room - height), 0), box.width(), height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and Tab end the edit; where to go then is decided by the grid."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(editor, ThaiEditor)
            and event.key() in _ENDS
        ):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                editor.insertPlainText("\n")
                return True
            take_typed(self, self._table, editor)
            self._table.event(event)
            return True
        return super().eventFilter(editor, event)


_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
