"""The money grid on the screen: figures at the right of their cells, sums stronger."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.plan.money.model import MoneyModel, Role
from ita_desktop.ui.plan.money.rows import Column, Part, Row
from ita_desktop.ui.widgets.cell_drawing import box_of, draw_focus, drawn_in
from ita_desktop.ui.widgets.grid import GridView

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 34
YEAR_WIDTH: Final = 96
_PAD: Final = 8
_STEP: Final = 12
"""Pixels that a title stands further in for each level."""
_WIDTHS: Final = {Part.TITLE: 220, Part.UNDIVIDED: 92, Part.NO_BUDGET: 76, Part.SUM: 110}


class MoneyTable(GridView):
    """Typing as in a spreadsheet; Ctrl+R fills to the right, Space ticks ไม่ใช้งบประมาณ."""

    fill_right_requested = Signal()
    """Ctrl+R: the first selected figure of a row goes into those right of it."""
    tick_requested = Signal(QModelIndex)
    """Space or a click on the tick of a row."""
    leave_wanted = Signal(bool)
    """Of a table of one row: the keyboard is to go on (True), or back."""

    def __init__(
        self, model: MoneyModel, parent: QWidget | None = None, *, across: bool = False
    ) -> None:
        """``across``: a table of one row, where Enter goes from year to year and then on."""
        super().__init__(parent)
        self._across = across
        self.money_model = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(36)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        model.modelReset.connect(self.fit_columns)

    def fit_columns(self) -> None:
        """Give every column its width; the titles take the room that is left."""
        head = self.horizontalHeader()
        for number, column in enumerate(self.money_model.columns):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(number, _WIDTHS.get(column.part, YEAR_WIDTH))
        if self.money_model.columns and self.money_model.columns[0].part is Part.TITLE:
            self._give_title_room()

    def column(self, cell: QModelIndex) -> Column:
        """Return what stands in the column of a cell."""
        return self.money_model.columns[cell.column()]

    def row(self, cell: QModelIndex) -> Row:
        """Return the row of a cell."""
        return self.money_model.rows[cell.row()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._across and event.key() in _ON and not control:
            self._go_across(event)
        elif control and event.key() == Qt.Key.Key_R:
            self.key_pressed.emit()
            self.fill_right_requested.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and self._on_tick():
            self.key_pressed.emit()
            self.tick_requested.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cell = self.indexAt(event.position().toPoint())
        plain = not event.modifiers() and event.button() is Qt.MouseButton.LeftButton
        if plain and cell.isValid() and cell == self.currentIndex() and self._on_tick():
            self.tick_requested.emit(cell)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType] - as Qt hands it over
        if self.money_model.columns and self.money_model.columns[0].part is Part.TITLE:
            self._give_title_room()

    def _go_across(self, event: QKeyEvent) -> None:
        self.key_pressed.emit()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        column = self.currentIndex().column() + (-1 if back else 1)
        if event.key() != Qt.Key.Key_F6 and 0 <= column < self.money_model.columnCount():
            self.setCurrentIndex(self.money_model.index(0, column))
        else:
            self.leave_wanted.emit(not back)

    def _give_title_room(self) -> None:
        head = self.horizontalHeader()
        others = sum(head.sectionSize(number) for number in range(1, head.count()))
        head.resizeSection(0, max(self.viewport().width() - others, _WIDTHS[Part.TITLE]))

    def _on_tick(self) -> bool:
        cell = self.currentIndex()
        return (
            cell.isValid()
            and self.column(cell).part is Part.NO_BUDGET
            and bool(cell.flags() & Qt.ItemFlag.ItemIsEditable)
        )


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: MoneyTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, box = self._view, box_of(option)
        row: Row = index.data(Role.ROW)
        column: Column = index.data(Role.COLUMN)
        chosen = view.selectionModel().isSelected(index) and view.hasFocus()
        ground = "card" if row.project is not None else "group" if row.level > 1 else "group_strong"
        with drawn_in(painter, box, theme.color("selection" if chosen else ground)):
            if column.part is not Part.TITLE:
                painter.drawLine(box.topLeft(), box.bottomLeft())
            painter.setFont(theme.font(strong=row.project is None))
            painter.setPen(theme.color("ink"))
            text, inner = str(index.data() or ""), QRectF(box.adjusted(_PAD, 1, -_PAD, 0))
            if column.part is Part.TITLE:
                inner.setLeft(inner.left() + _STEP * _depth(view.money_model, index.row()))
                end = Qt.TextElideMode.ElideRight
                text = painter.fontMetrics().elidedText(text, end, int(inner.width()))
            elif not text and row.project is not None and row.project.no_budget:
                painter.setPen(theme.color("quiet"))
                text = "–" if column.part is Part.YEAR else ""
            painter.drawText(inner, index.data(Qt.ItemDataRole.TextAlignmentRole), text)
            draw_focus(painter, box, view, current=view.currentIndex() == index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        editor = QLineEdit(parent)
        editor.setObjectName("cellEditor")
        editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        box: QRect = box_of(option)
        editor.setGeometry(box)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter and Tab end the edit; where to go then is decided by the grid."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in _ENDS and isinstance(editor, QLineEdit):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self._view.setFocus()
                self._view.event(event) if key in _TABS else self._view.keyPressEvent(event)
                return True
        return super().eventFilter(editor, event)


_ON: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F6})
_TABS: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_ENDS: Final = _TABS | {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Down}


def _depth(model: MoneyModel, place: int) -> int:
    """Return how far in a title stands: a project one deeper than its section."""
    row = model.rows[place]
    if row.project is None:
        return max(row.level - 1, 0)
    above = next((one for one in reversed(model.rows[:place]) if one.project is None), None)
    return 0 if above is None else above.level
