"""What was chosen from a list, to read, and the button that opens the list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.text_block import TextBlock

_TEXT: Final = 8
"""Pixels from the edge of a field to its text."""
_LINK: Final = 7
"""Frame and padding of a link: its words begin where texts do."""


class ChosenList(QWidget):
    """Reads as lines of text."""

    wanted = Signal()
    """Something else is to be chosen."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QPushButton(words)
        self.button.setObjectName("link")
        self.button.setAutoDefault(True)  # Enter presses it
        self.button.clicked.connect(lambda _on=False: self.wanted.emit())
        self._text: TextBlock | None = None
        self.lines: tuple[str, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(_LINK, 0, 0, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_TEXT - _LINK, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._rows)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what is chosen now."""
        if tuple(lines) == self.lines:
            return
        self.lines = tuple(lines)
        if self._text is not None:
            self._text.hide()
            self._rows.removeWidget(self._text)
            self._text.deleteLater()
            self._text = None
        if lines:
            self._text = TextBlock(wording.shown("\n".join(lines)))
            self._rows.insertWidget(0, self._text)
