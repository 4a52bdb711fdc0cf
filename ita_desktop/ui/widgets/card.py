"""A white card with a title: the piece every page is made of."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

MARGIN = 16


class Card(QFrame):
    """A frame with a title line (``head``) and room for content (``body``)."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, 12, MARGIN, 12)
        outer.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        if title:
            self.head.addWidget(label(title, "cardTitle"))
            self.head.addStretch()
            outer.addLayout(self.head)
        outer.addLayout(self.body)


def label(text: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in the style of ``name`` (quiet, note, cardTitle, error, …)."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what a clerk typed is never read as HTML
    made.setObjectName(name)
    made.setWordWrap(wrap)
    return made
