"""When a project runs: a toggle a year, four boxes below it for its quarters."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ita_desktop.ui import theme, wording
from ita_desktop.ui.plan.project.period_model import QUARTERS, YEARS_ROW, PeriodModel, Role
from ita_desktop.ui.widgets.cell_drawing import box_of
from ita_desktop.ui.widgets.tool_tip import tool_tip

Index = QModelIndex | QPersistentModelIndex
_WIDTH: Final = 74
_LEAST: Final = 60
"""Pixels of a year, and of one where room is short; more years than that are scrolled."""
_HEIGHTS: Final = (32, 28)
_BOX: Final = 17
_BAR: Final = 14
_DIGITS: Final = {**{str(n): n for n in QUARTERS}, **dict(zip("๑๒๓๔", QUARTERS, strict=True))}
HINT: Final = "ลูกศรเลือกปี เว้นวรรคเลือกหรือยกเลิกปี กด 1 ถึง 4 เลือกไตรมาส กด Enter ไปช่องถัดไป"


class PeriodTable(QTableView):
    """Arrows go from year to year, Space turns a year on or off, 1 to 4 its quarters."""

    leave_wanted = Signal(bool)
    """Enter, F6: the keyboard is to go to the next field (True), or to the one before."""

    def __init__(self, model: PeriodModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.period = model
        self.setModel(model)
        self.setObjectName("period")
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName("ปีและไตรมาสที่ดำเนินการ")
        self.setAccessibleDescription(HINT)
        self.setToolTip(tool_tip(wording.shown(HINT)))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(40)
        self.verticalHeader().setMinimumSectionSize(20)
        model.modelReset.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH * 3, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        column, text = self.currentIndex().column(), event.text()
        if event.key() in (Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.leave_wanted.emit(not shift)
        elif not self.period.writable and text.isprintable() and text:
            event.ignore()  # the tab says why nothing is written
        elif column < 0 or not self.period.writable:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self.period.toggle_year(column)
        elif text in _DIGITS:
            self.period.toggle_quarter(column, _DIGITS[text])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = event.position().toPoint()
        cell = self.indexAt(place)
        if not cell.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        if not self.period.writable:
            return
        if cell.row() == YEARS_ROW:
            self.period.toggle_year(cell.column())
            return
        for quarter, box in zip(QUARTERS, _boxes(self.visualRect(cell)), strict=True):
            if box.adjusted(0, -4, 0, 4).contains(place):
                self.period.toggle_quarter(cell.column(), quarter)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # pyright: ignore[reportArgumentType] - as Qt hands it over
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.period.index(0, 0))
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.viewport().update()
        return super().event(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # pyright: ignore[reportArgumentType] - as Qt hands it over
        self._fit()

    def _fit(self) -> None:
        """Share the width among the years, and leave room for a bar where they are too many."""
        head, rows = self.horizontalHeader(), self.verticalHeader()
        count = max(head.count(), 1)
        width = min(max(self.viewport().width() // count, _LEAST), _WIDTH)
        for column in range(head.count()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        for row in range(rows.count()):
            rows.setSectionResizeMode(row, QHeaderView.ResizeMode.Fixed)
            rows.resizeSection(row, _HEIGHTS[row])
        bar = _BAR if width * count > self.width() else 0
        self.setFixedHeight(sum(_HEIGHTS) + 4 + bar)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: PeriodTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = box_of(option)
        if index.row() == YEARS_ROW:
            self._draw_year(painter, box, index)
        else:
            chosen: tuple[int, ...] = index.data(Role.QUARTERS)
            for quarter, place in zip(QUARTERS, _boxes(box), strict=True):
                _draw_box(painter, QRectF(place), str(quarter), on=quarter in chosen)
        painter.restore()

    def _draw_year(self, painter: QPainter, box: QRect, index: Index) -> None:
        runs = bool(index.data(Role.RUNS))
        current = self._view.currentIndex().column() == index.column() and self._view.hasFocus()
        frame = QRectF(box.adjusted(1, 2, -3, -2))
        painter.setPen(theme.color("accent" if runs or current else "line"))
        painter.setBrush(theme.color("selection" if runs else "card"))
        painter.drawRoundedRect(frame, 6, 6)
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 5, 5)
        painter.setFont(theme.font(strong=runs))
        painter.setPen(theme.color("accent" if runs else "quiet"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(index.data()))


def _boxes(box: QRect) -> list[QRect]:
    """Return where the four quarters of a cell stand."""
    width = min(_BOX, (box.width() - 4) // len(QUARTERS) - 1)
    left, top = box.left() + 1, box.top() + (box.height() - _BOX) // 2
    return [QRect(left + place * (width + 1), top, width, _BOX) for place in range(len(QUARTERS))]


def _draw_box(painter: QPainter, box: QRectF, digit: str, *, on: bool) -> None:
    painter.setPen(theme.color("accent" if on else "line"))
    painter.setBrush(theme.color("accent" if on else "card"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(theme.font(theme.SMALL_PX))
    painter.setPen(theme.color("on_accent" if on else "quiet"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, wording.shown(digit))
