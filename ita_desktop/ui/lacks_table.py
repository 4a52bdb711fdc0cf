"""What is lacking as rows to read: how grave, which item, its points, what; a key leads there."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeySequence,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.readiness import POINTS_SAID
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.ui.widgets.wrapped_table import WrappedTable

GRAVITY_INKS: Final = {Severity.ERROR: "red", Severity.WARNING: "amber", Severity.NOTE: "quiet"}
MOST: Final = 200
"""Rows of the list: who has more mends these first."""
_HEADS: Final = ["ความสำคัญ", "ข้อ", "คะแนน", "สิ่งที่ยังขาดหรือขัดกัน"]
_POINTS: Final = 2
_GONE: Final = 0.9
"""How far down a row that is cut is gone altogether."""


class LacksTable(WrappedTable):
    """Lists what is lacking in the order given; Enter or a double click asks for the place."""

    place_wanted = Signal(object)
    """Where the chosen one is mended (``domain.lacks.Place``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, _HEADS, parent)
        self.setAccessibleName("สิ่งที่ยังขาด กด Enter เพื่อไปที่ช่องนั้น")
        if (points := self.horizontalHeaderItem(_POINTS)) is not None:
            points.setToolTip(tool_tip(POINTS_SAID))
        self._lacks: Sequence[Lack] = ()
        self.doubleClicked.connect(self.ask_for_place)
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.ask_for_place)

    @property
    def lacks(self) -> Sequence[Lack]:
        """What is listed."""
        return self._lacks

    def show_lacks(self, lacks: Sequence[Lack]) -> None:
        """List the first of them; the current row stays where it is."""
        shown = lacks[:MOST]
        if shown == self._lacks and self.rowCount() == len(shown):
            return
        place = max(self.currentRow(), 0)
        self._lacks = shown
        self.setRowCount(0)
        self.setRowCount(len(shown))
        for row, lack in enumerate(shown):
            for column, text in enumerate(texts_of(lack)):
                item = QTableWidgetItem(wording.shown(text))
                if column == 0:
                    item.setForeground(QBrush(theme.color(GRAVITY_INKS[lack.severity])))
                    item.setFont(theme.font(strong=True))
                self.setItem(row, column, item)
        self.fit()
        if shown:
            self.selectRow(min(place, len(shown) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the row that the lower edge cuts fade out: it goes on below."""
        super().paintEvent(event)
        if (cut := self.cut_row()).isEmpty():
            return
        ground = theme.color("card")
        clear = QColor(ground)
        clear.setAlpha(0)
        fading = QLinearGradient(cut.topLeft(), cut.bottomLeft())
        fading.setColorAt(0, clear)
        fading.setColorAt(_GONE, ground)
        QPainter(self.viewport()).fillRect(cut, fading)

    def cut_row(self) -> QRect:
        """Return what is seen of the row that the lower edge cuts; empty where it cuts none."""
        height = self.viewport().height()
        row = self.rowAt(height - 1)
        top = self.rowViewportPosition(row)
        if row < 0 or top + self.rowHeight(row) <= height:
            return QRect()
        return QRect(0, top, self.viewport().width(), height - top)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and draw anew what had faded."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def ask_for_place(self, _cell: object = None) -> None:
        """Ask for where the chosen one is mended."""
        row = self.currentRow()
        if 0 <= row < len(self._lacks):
            self.place_wanted.emit(self._lacks[row].place)


def texts_of(lack: Lack) -> tuple[str, str, str, str]:
    """Return what the four columns say of it, in Arabic digits."""
    points = "" if lack.points is None else str(round_half_up(lack.points))
    return lack.severity.words, lack.item, points, lack.message


def counts_in_words(lacks: Sequence[Lack]) -> str:
    """Return how many there are of each gravity: "ต้องแก้ 3 เรื่อง · ควรตรวจ 1 เรื่อง"."""
    counts = ((grave.words, sum(one.severity is grave for one in lacks)) for grave in Severity)
    said = " · ".join(f"{words} {count:,} เรื่อง" for words, count in counts if count)
    return f"{said} (แสดง {MOST} เรื่องแรก)" if len(lacks) > MOST else said
