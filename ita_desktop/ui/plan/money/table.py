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
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.plan.money.model import MoneyModel, alignment
from ita_desktop.ui.plan.money.rows import Column, Part, Row
from ita_desktop.ui.plan.money.title_beside import TitleBeside
from ita_desktop.ui.widgets.cell_drawing import box_of, draw_focus, drawn_in
from ita_desktop.ui.widgets.grid import GridView
from ita_desktop.ui.widgets.taken_edit import FIGURE_ENDS, take_typed

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 34
YEAR_WIDTH: Final = 96
_PAD: Final = 8
_STEP: Final = 12
"""Pixels that a title stands further in for each level."""
_LEAST: Final = 76
"""Pixels of a column of money where room is short."""
_WIDTHS: Final = {Part.TITLE: 160, Part.NO_BUDGET: 76}


_OF_MONEY: Final = frozenset({Part.YEAR, Part.UNDIVIDED, Part.SUM})


class MoneyTable(GridView):
    """Typing as in a spreadsheet; Ctrl+R fills to the right, Space ticks ไม่ใช้งบประมาณ."""

    fill_right_requested = Signal()
    """Ctrl+R: the first selected figure of a row goes into those right of it."""
    tick_requested = Signal(QModelIndex)
    """Space or a click on the tick of a row."""
    none_wanted = Signal()
    """Space in a table of one row: its project uses no money, or does after all."""
    leave_wanted = Signal(bool)
    """Of a table of one row: the keyboard is to go on (True), or back."""

    beside: TitleBeside | None = None
    """The names of the projects where years are scrolled."""

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
        if not across:
            self.beside = TitleBeside(self)
            self.beside.setItemDelegate(_Delegate(self))
        model.modelReset.connect(self.fit_columns)
        model.figures_changed.connect(self.fit_columns)

    def fit_columns(self) -> None:
        """Give every column its width: what its figures take, more where there is room."""
        columns = self.money_model.columns
        if not columns:
            return
        head = self.horizontalHeader()
        least = [self._least(number) for number in range(len(columns))]
        spare = max(self.viewport().width() - sum(least), 0)
        years = [n for n, column in enumerate(columns) if column.part in _OF_MONEY]
        more = min(spare // len(years), YEAR_WIDTH - _LEAST) if years else 0
        for number, column in enumerate(columns):
            width = least[number] + (more if column.part in _OF_MONEY else 0)
            if column.part is Part.TITLE:
                width += spare - more * len(years)
            if head.sectionSize(number) != width:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(number, width)
        if self.beside is not None:
            self.beside.place()

    def width_wanted(self) -> int:
        """Return the pixels below which the columns are scrolled."""
        return sum(map(self._least, range(len(self.money_model.columns))))

    def _least(self, number: int) -> int:
        """Return what the head and the last row of a column take: the sums, or the only row."""
        model = self.money_model
        part = model.columns[number].part
        if part not in _OF_MONEY:
            return _WIDTHS[part]
        figure = QFontMetricsF(theme.font(strong=True))
        last = model.index(model.rowCount() - 1, number)
        return max(_LEAST, round(figure.horizontalAdvance(str(last.data() or ""))) + 2 * _PAD + 4)

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
        elif self._across and event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.key_pressed.emit()
            self.none_wanted.emit()
        elif control and event.key() == Qt.Key.Key_R:
            self.key_pressed.emit()
            self.fill_right_requested.emit()
        elif event.key() == Qt.Key.Key_Space and not event.modifiers() and self._on_tick():
            self.key_pressed.emit()
            self.tick_requested.emit(self.currentIndex())
        elif not self.money_model.writable and event.text().isprintable() and event.text():
            event.ignore()  # whoever holds the table says why nothing is written
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cell = self.indexAt(event.position().toPoint())
        plain = not event.modifiers() and event.button() is Qt.MouseButton.LeftButton
        if plain and cell.isValid() and cell == self.currentIndex() and self._on_tick():
            self.tick_requested.emit(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, out from under the names that stay.

        Those are in sight already: the years stay as they are scrolled.
        """
        bar = self.horizontalScrollBar()
        scrolled = bar.value()
        super().scrollTo(index, hint)
        if self.beside is None:
            return
        if not index.column():
            bar.setValue(scrolled)
            return
        hidden = self.beside.covered - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def _go_across(self, event: QKeyEvent) -> None:
        self.key_pressed.emit()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        column = self.currentIndex().column() + (-1 if back else 1)
        if event.key() != Qt.Key.Key_F6 and 0 <= column < self.money_model.columnCount():
            self.setCurrentIndex(self.money_model.index(0, column))
        else:
            self.leave_wanted.emit(not back)

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
        model = view.money_model
        row, column = model.rows[index.row()], model.columns[index.column()]
        chosen = view.hasFocus() and view.selectionModel().isSelected(index)
        ground = "card" if row.project is not None else "group" if row.level > 1 else "group_strong"
        with drawn_in(painter, box, theme.color("selection" if chosen else ground)):
            if column.part is not Part.TITLE:
                painter.drawLine(box.topLeft(), box.bottomLeft())
            painter.setFont(theme.font(strong=row.project is None))
            painter.setPen(theme.color("ink"))
            text, inner = model.shown(row, column), QRectF(box.adjusted(_PAD, 1, -_PAD, 0))
            if column.part is Part.TITLE:
                inner.setLeft(inner.left() + _STEP * _depth(model, index.row()))
                end = Qt.TextElideMode.ElideRight
                text = painter.fontMetrics().elidedText(text, end, int(inner.width()))
            elif not text and row.project is not None and row.project.no_budget:
                painter.setPen(theme.color("quiet"))
                text = "–" if column.part is Part.YEAR else ""
            painter.drawText(inner, alignment(column), text)
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
        """Let Enter, Tab and Ctrl+R end the edit; what comes then is decided by the grid."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in FIGURE_ENDS and isinstance(editor, QLineEdit):
                take_typed(self, self._view, editor)
                self._view.event(event) if key in _TABS else self._view.keyPressEvent(event)
                return True
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and key == Qt.Key.Key_R and isinstance(editor, QLineEdit):
                self._fill_right(editor, event)
                return True
        return super().eventFilter(editor, event)

    def _fill_right(self, editor: QLineEdit, event: QKeyEvent) -> None:
        """Take the figure that is being typed and let it go on to the right, if it was taken."""
        before, typed = self._view.currentIndex().data(Qt.ItemDataRole.EditRole), editor.text()
        take_typed(self, self._view, editor)
        after = self._view.currentIndex().data(Qt.ItemDataRole.EditRole)
        if after != before or typed == before:
            self._view.keyPressEvent(event)


_ON: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F6})
_TABS: Final = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


def _depth(model: MoneyModel, place: int) -> int:
    """Return how far in a title stands: a project one deeper than its section."""
    row = model.rows[place]
    if row.project is None:
        return max(row.level - 1, 0)
    above = next((one for one in reversed(model.rows[:place]) if one.project is None), None)
    return 0 if above is None else above.level
