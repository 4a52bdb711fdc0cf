"""The required contents of an item as ticks; a list as high as what stands in it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

from ita_desktop.domain.disclosure import Content
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.ticked_table import TickedTable

_FRAME: Final = 2


class TickList(TickedTable):
    """Space or a click ticks what is there; what was ticked is told, and shown when it is kept."""

    ticked_by_hand = Signal(object, bool)
    """These contents (a tuple of their ``text``) were said to be there, or not."""
    entered = Signal()
    """The keyboard came to it."""
    refused = Signal()
    """A tick where nothing can be written."""

    def __init__(self) -> None:
        super().__init__(["องค์ประกอบ"])
        self.setAccessibleName("องค์ประกอบที่ต้องมี กดเว้นวรรคเพื่อทำเครื่องหมายหรือนำออก")
        self.horizontalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.writable = True
        self._contents: Sequence[Content] = ()
        self._there: frozenset[str] = frozenset()
        self.ticks_changed.connect(self._tell)

    @property
    def shown_contents(self) -> Sequence[Content]:
        """What stands in the list."""
        return self._contents

    def show_contents(self, contents: Sequence[Content], there: frozenset[str]) -> None:
        """Show contents and which are there; the current row stays."""
        if (contents, there) == (self._contents, self._there):
            return
        row = self.currentRow() if contents == self._contents else -1
        self._contents, self._there = contents, there
        rows: list[tuple[bool | None, Sequence[str]]] = [
            (None if one.heads else one.text in there, (_words(one),)) for one in contents
        ]
        self.show_rows(rows)
        first = next((place for place, one in enumerate(contents) if not one.heads), 0)
        if contents:
            self.setCurrentCell(row if row >= 0 else first, 1)
        if not self.hasFocus():
            self.clearSelection()
        self._fit_height()

    def fit(self) -> None:
        """Share the width, and be as high as the rows."""
        super().fit()
        self._fit_height()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.verticalHeader().length() + _FRAME)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectRow(max(self.currentRow(), 0))
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()  # only where the keyboard is, a row is marked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not self.writable:
            self.refused.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.writable:
            super().mouseReleaseEvent(event)
        elif self.columnAt(event.position().toPoint().x()) == 0:
            self.refused.emit()

    def _fit_height(self) -> None:
        self.setFixedHeight(self.verticalHeader().length() + _FRAME)

    def _tell(self) -> None:
        """Say what differs from what the file has."""
        now = frozenset(self._contents[place].text for place in self.ticked())
        known = frozenset(one.text for one in self._contents if not one.heads)
        was = self._there & known
        self._there = now | (self._there - known)
        if come := now - was:
            self.ticked_by_hand.emit(tuple(come), True)
        if gone := was - now:
            self.ticked_by_hand.emit(tuple(gone), False)

    def forget(self) -> None:
        """Show anew what is asked for next: what was ticked was refused."""
        self._contents = ()


def _words(one: Content) -> str:
    number = f"({one.part}) " if one.part else ""
    return wording.shown(f"{number}{' '.join(one.words.split())}")
