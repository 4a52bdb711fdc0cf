"""Why a cell did not take what was typed, said beside the cell."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui.widgets.card import label

_WIDTH = 340
_WIDE = 640

Offer = tuple[str, Callable[[], object]]
"""Words of a button and what it does."""


class Bubble(QFrame):
    """A red note under a cell of a table; it goes at the next key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._cell = QRect()
        parent.installEventFilter(self)
        self.setObjectName("bubble")
        self._text = label(wrap=True)
        self._button = QPushButton()
        self._button.setObjectName("link")
        self._deed: Callable[[], object] | None = None
        self._button.clicked.connect(self._act)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, text: str, cell: QRect, offer: Offer | None = None) -> None:
        """Show ``text`` under ``cell`` (in the parent's coordinates), with a way out if any."""
        self._text.setText(text)  # what was typed is quoted as it was typed
        self._button.setVisible(offer is not None)
        if offer is not None:
            self._button.setText(offer[0])
            self._deed = offer[1]
        self._cell = cell
        self._place()
        self.setAccessibleName(text)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay inside the table when it gets another size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room, cell = self._room.rect(), self._cell
        for width in (_WIDTH, _WIDE):  # lower and wider where the table is low
            self._fit(min(width, room.width() - 16))
            if self.height() < room.height():
                break
        left = max(8, min(cell.right() - self.width(), room.right() - self.width() - 8))
        below = cell.bottom() + 4
        top = below if below + self.height() < room.bottom() else cell.top() - self.height() - 4
        if top < 4:  # no room above or below: beside the cell
            self._fit(max(min(_WIDTH, cell.left() - 8), 120))
            left, top = cell.left() - self.width() - 4, cell.top()
        self.move(max(left, 4), max(min(top, room.bottom() - self.height() - 4), 4))

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def _fit(self, width: int) -> None:
        """Take the height that the words need in this width."""
        for part in (self, self._text, self._button):
            part.ensurePolished()  # the style decides how much room the words take
        self._row.invalidate()
        self._row.activate()
        self.setFixedSize(width, self._row.totalHeightForWidth(width) + 2)

    def _act(self) -> None:
        self.hide()
        if self._deed is not None:
            self._deed()
