"""The name of a field, or of several, at the left, and what stands under it at the right."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label

_NAME_WIDTH: Final = 164


class Heading(QFrame):
    """A click on its name goes to what is written first under it."""

    def __init__(
        self, words: str, *parts: QWidget, goes_to: QWidget, width: int = _NAME_WIDTH
    ) -> None:
        """``width``: pixels of the name."""
        # in their window from the first: Qt mixes up the order of Tab of what comes from outside
        super().__init__(parts[0].parentWidget())
        self.setObjectName("heading")
        self.name = _Name(wording.shown(words), goes_to, width)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(2)
        for part in parts:
            self.body.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(4)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.body, 1)


class _Name(QLabel):
    def __init__(self, words: str, goes_to: QWidget, width: int) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setObjectName("quiet")
        self.setWordWrap(True)
        self.setFixedWidth(width)
        self._goes_to = goes_to

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._goes_to.setFocus()


def captioned(words: str, part: QWidget, after: str = "") -> QWidget:
    """Return a part with a quiet word before it, and one after it."""
    made = QWidget(part.parentWidget())
    row = QHBoxLayout(made)
    row.setContentsMargins(8, 0, 0, 0)
    row.setSpacing(6)
    caption = label(words, "quiet")
    row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(part, 0 if after else 1)
    if after:
        row.addWidget(label(after, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch()
    return made
