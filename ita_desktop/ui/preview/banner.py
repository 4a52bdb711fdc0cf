"""A quiet line under the bar that says something of the pages, with one thing to do about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label


class Banner(QFrame):
    """Hidden until there is something to say."""

    answered = Signal()
    """The button was pressed."""

    def __init__(self, answer: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label(wrap=True)
        self.button = QPushButton(answer)
        self.button.setObjectName("link")
        self.button.setToolTip(hint)
        self.button.clicked.connect(self.answered)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    def say(self, text: str, *, answer: bool = True) -> None:
        """Show a sentence; without ``answer`` there is nothing to press."""
        self._text.setText(wording.shown(text))
        self.setAccessibleName(text)
        self.button.setVisible(answer)
        self.show()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()
