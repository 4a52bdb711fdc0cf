"""The editor that stands in a cell: several lines of Thai, words to choose from below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget
from shiboken6 import isValid

from ita_desktop.thai.text import fold
from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_MOST = 8
_LEAST_WIDTH = 180
_GAP = 1


class CellEditor(ThaiEditor):
    """Grows with its text. ``words``: what its line may become; ``strict``: nothing else.

    Ctrl+Enter breaks a line. What ends the edit is the delegate's business.
    """

    grown = Signal()
    """Its text has another height."""

    def __init__(self, parent: QWidget, words: Sequence[str] = (), *, strict: bool = False) -> None:
        super().__init__("", parent)
        self.setObjectName("cellEditor")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._words = tuple(words)
        self._strict = strict
        self.list = QListWidget(parent.window())
        self.list.setObjectName("choices")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("คำที่เลือกได้")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.clicked.connect(self.take)
        self.textChanged.connect(self.grown)
        self._typed = False

    def offer(self) -> None:
        """Show the words that the present line may become."""
        here = fold(self.textCursor().block().text())
        everything = not here or not self._typed
        found = [word for word in self._words if everything or here in fold(word)]
        begun = [word for word in found if fold(word).startswith(here)]
        if not everything:  # what begins so comes before what only holds it
            found = [*begun, *(word for word in found if word not in begun)]
        self.list.clear()
        self.list.addItems(found)
        if not found or (self._typed and [fold(word) for word in found] == [here]):
            self.list.hide()
            return
        if here and (self._strict or begun) and self._typed:
            self.list.setCurrentRow(0)
        elif here:
            names = [fold(word) for word in found]
            self.list.setCurrentRow(names.index(here) if here in names else -1)
        self.place()
        self.list.show()
        self.list.raise_()

    def place(self) -> None:
        """Put the words below the editor or above it, where more of them have room.

        They may go beyond a low table, and never stand over what is being typed.
        """
        if not self.list.count():
            return
        room = self.list.parentWidget() or self.window()
        corner = self.mapTo(room, QPoint(0, 0))
        height = min(self.list.count(), _MOST) * self.list.sizeHintForRow(0) + 4
        widest = max(
            self.list.fontMetrics().horizontalAdvance(self.list.item(row).text())
            for row in range(self.list.count())
        )
        width = min(max(self.width(), widest + 48, _LEAST_WIDTH), room.width() - 8)
        below, above = room.height() - corner.y() - self.height() - _GAP, corner.y() - _GAP
        under = below >= min(height, above)
        height = min(height, below if under else above)
        top = corner.y() + self.height() + _GAP if under else corner.y() - _GAP - height
        left = max(min(corner.x(), room.width() - width - 4), 0)
        self.list.setGeometry(left, top, width, height)

    def take(self) -> bool:
        """Let the present line be the chosen word; False where none is chosen."""
        item = self.list.currentItem() if self.list.isVisible() else None
        if item is None:
            return False
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        first = cursor.selectionStart() == 0 or not cursor.selectedText().startswith("\u2029")
        cursor.insertText(("" if first else "\n") + item.text())
        self.list.hide()
        return True

    def event(self, event: QEvent) -> bool:
        """Take the words along when the edit has ended: they belong to the window."""
        if event.type() == QEvent.Type.DeferredDelete and isValid(self.list):
            self.list.deleteLater()
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.list.hide()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.list.isVisible() and not control:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            self.insertPlainText("\n")
            return
        before = self.toPlainText()
        super().keyPressEvent(event)
        if self.toPlainText() != before:
            self._typed = True
            if self._words:
                self.offer()
