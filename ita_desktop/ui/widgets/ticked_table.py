"""A table to choose rows from: a box to tick before each, a chip for the band of its score."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from ita_desktop.domain.bands import Band
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.wrapped_table import Index, WrappedCells, WrappedTable
from ita_desktop.ui.wording import BAND_WORDS

TICK: int = Qt.ItemDataRole.UserRole
"""Of the cells of the first column: whether the row is ticked."""
BAND: int = Qt.ItemDataRole.UserRole + 1
"""Of a cell that is a chip: its band."""
_BOX = 16
_CHIP_HEIGHT = 22
_TICK_WIDTH = 40
_CHIP_ROOM = 24


class TickedTable(WrappedTable):
    """Space or a click ticks the rows that are chosen."""

    ticks_changed = Signal()

    def __init__(self, heads: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, ["", *heads], parent)
        self.setItemDelegate(_Cells(self))
        self._chips: set[int] = set()

    def show_rows(self, rows: Sequence[tuple[bool | None, Sequence[str | Band]]]) -> None:
        """Show rows: whether they are ticked (None: nothing to tick), and their cells.

        A band is shown as a chip.
        """
        self.setRowCount(0)
        self.setRowCount(len(rows))
        for place, (ticked, cells) in enumerate(rows):
            box = QTableWidgetItem()
            self.setItem(place, 0, box)
            for column, text in enumerate(cells, start=1):
                item = QTableWidgetItem(BAND_WORDS[text] if isinstance(text, Band) else text)
                if isinstance(text, Band):
                    item.setData(BAND, text)
                    self._chips.add(column)
                self.setItem(place, column, item)
            if ticked is not None:
                self._begin(box, on=ticked)
                continue
            for column in range(1, self.columnCount()):
                if (quiet := self.item(place, column)) is not None:
                    quiet.setForeground(theme.color("quiet"))
        self.fit()
        if rows:
            self.setCurrentCell(0, 1)

    def ticked(self) -> tuple[int, ...]:
        """Return the places of the rows that are ticked."""
        return tuple(row for row in range(self.rowCount()) if self._is_ticked(row))

    def tick_all(self, *, on: bool) -> None:
        """Tick every row, or none."""
        for row in range(self.rowCount()):
            self._tick(row, on)
        self._told()

    def wanted_width(self, column: int) -> int:
        """Return the width a column asks for."""
        if column == 0:
            return _TICK_WIDTH
        return super().wanted_width(column) + (_CHIP_ROOM if column in self._chips else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._turn()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cell = self.indexAt(event.position().toPoint())
        plain = not event.modifiers() and event.button() is Qt.MouseButton.LeftButton
        if cell.isValid() and cell.column() == 0 and plain:
            self._turn()

    def _turn(self) -> None:
        """Tick the chosen rows, or take the ticks away where all of them have one."""
        rows = sorted({cell.row() for cell in self.selectedIndexes()} or {self.currentRow()})
        rows = [row for row in rows if row >= 0 and self._can_be_ticked(row)]
        if not rows:
            return
        on = not all(map(self._is_ticked, rows))
        for row in rows:
            self._tick(row, on)
        self._told()

    def _tick(self, row: int, on: bool) -> None:
        if (item := self.item(row, 0)) is not None and self._can_be_ticked(row):
            self._begin(item, on=on)

    def _begin(self, item: QTableWidgetItem, *, on: bool) -> None:
        item.setData(TICK, on)
        said = "เลือกแล้ว" if on else "ไม่ได้เลือก"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        item.setToolTip(said)

    def _can_be_ticked(self, row: int) -> bool:
        item = self.item(row, 0)
        return item is not None and item.data(TICK) is not None

    def _is_ticked(self, row: int) -> bool:
        item = self.item(row, 0)
        return item is not None and bool(item.data(TICK))

    def _told(self) -> None:
        self.viewport().update()
        self.ticks_changed.emit()


class _Cells(WrappedCells):
    def draw(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        band: Band | None = index.data(BAND)
        if index.column() == 0 and index.data(TICK) is None:
            return
        if index.column() == 0:
            _draw_box(painter, inner, ticked=bool(index.data(TICK)))
        elif band is not None:
            _draw_chip(painter, inner, Band(band), str(index.data()))
        else:
            super().draw(painter, inner, index)


def _draw_box(painter: QPainter, inner: QRectF, *, ticked: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(inner.left(), inner.top() + 3, _BOX, _BOX)
    painter.setPen(theme.color("accent" if ticked else "quiet"))
    painter.setBrush(theme.color("accent" if ticked else "card"))
    painter.drawRoundedRect(box, 3, 3)
    if ticked:
        painter.setPen(QPen(theme.color("on_accent"), 2))
        left, middle = box.left(), box.top() + _BOX / 2
        painter.drawPolyline(
            [
                QPointF(left + 3, middle),
                QPointF(left + 7, middle + 4),
                QPointF(left + 13, middle - 4),
            ]
        )


def _draw_chip(painter: QPainter, inner: QRectF, band: Band, word: str) -> None:
    ink, ground = theme.band_colors(band)
    painter.setFont(theme.font(theme.SMALL_PX, strong=True))
    width = painter.fontMetrics().horizontalAdvance(word) + 16
    frame = QRectF(inner.left(), inner.top(), min(width, inner.width()), _CHIP_HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(frame, 5, 5)
    painter.setPen(ink)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
