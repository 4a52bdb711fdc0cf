"""A text of a row: paragraphs, one line, or names of which some are offered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.rows.cell_editor import CellEditor


class TextEditor(CellEditor):
    """Enter begins a paragraph, in a text of one line it goes on; Tab and F6 go on.

    ``words`` are offered for each line; Enter on an empty last line then goes on, too.
    """

    leave_wanted = Signal(bool)
    """The keyboard is to go to the next field (True), or to the one before."""
    tab_wanted = Signal(bool)
    """Tab: to whatever comes next, or before."""

    def __init__(
        self, parent: QWidget, words: Sequence[str] = (), *, one_line: bool = False
    ) -> None:
        """``parent`` is the page: words are offered over it."""
        super().__init__(parent, words)
        self.setObjectName("field")
        self._one_line = one_line

    def put_text(self, text: str) -> None:
        """Show a text as it is kept; what could be undone is forgotten."""
        self.setPlainText(text)

    def kept_text(self) -> str:
        """Return the text as it is to be kept."""
        text = self.toPlainText()
        return " ".join(text.split("\n")) if self._one_line else text.strip("\n")

    def put_words(self, words: Sequence[str]) -> None:
        """Offer other words."""
        self._words = tuple(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.list.hide()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take the chosen word along: Qt answers Tab before it sends any key."""
        self.take()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, mods = event.key(), event.modifiers()
        shift = bool(mods & Qt.KeyboardModifier.ShiftModifier)
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_F6 or (control and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)):
            self.leave_wanted.emit(not shift and key != Qt.Key.Key_Backtab)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.take()
            self.tab_wanted.emit(not shift and key != Qt.Key.Key_Backtab)
        elif key == Qt.Key.Key_Down and mods & Qt.KeyboardModifier.AltModifier and self._words:
            self.offer()
        elif key == Qt.Key.Key_Escape and self.list.isVisible():
            self.list.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._goes_on():
            self.take()
            self.leave_wanted.emit(True)
        else:
            super().keyPressEvent(event)

    def _goes_on(self) -> bool:
        """Say whether Enter goes to the next field."""
        block = self.textCursor().block()
        ended = bool(self._words) and not block.text().strip() and not block.next().isValid()
        return self._one_line or (ended and not self.list.isVisible())
