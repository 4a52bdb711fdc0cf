"""What stands in the place of a tab's rows while there are none: what it is for, how to begin."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.card import label

_LOW = 290
"""Pixels of height under which white space gives way to the words."""


class BeginningPage(QWidget):
    """A card with a title, two texts and a row of buttons; the tab fills in the last three."""

    def __init__(self, title: str, widest: int, parent: QWidget | None = None) -> None:
        """``widest``: pixels of the card."""
        super().__init__(parent)
        self._card = card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(widest)
        self._title = label(title, "cardTitle")
        self._for = label("", "", wrap=True)
        """What the tab is for."""
        self._how = label("", "quiet", wrap=True)
        """How to begin."""
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addStretch()
        self._inside = inside = QVBoxLayout(card)
        inside.addWidget(self._title)
        inside.addWidget(self._for)
        inside.addWidget(self._how)
        inside.addLayout(self._buttons)
        self._outer = outer = QVBoxLayout(self)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card, 8)
        line.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(line)
        outer.addStretch(3)
        outer.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take white space away where the words would not have room, as at 200 %.

        Where that is not enough, the buttons alone say how to begin.
        """
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._inside.setContentsMargins(28, 12 if low else 22, 28, 14 if low else 24)
        self._inside.setSpacing(6 if low else 12)
        self._outer.setContentsMargins(9, 0 if low else 9, 9, 0 if low else 9)
        self._fit_words()

    def event(self, event: QEvent) -> bool:
        """See after other words whether they have room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit_words()
        return super().event(event)

    def _fit_words(self) -> None:
        """Say how to begin where there is room for it."""
        margins, gap = self._inside.contentsMargins(), self._inside.spacing()
        card = min((self.width() - 18) * 8 // 10, self._card.maximumWidth())
        wide = card - margins.left() - margins.right()
        needed = margins.top() + margins.bottom() + 3 * gap
        needed += self._title.sizeHint().height() + self._buttons.sizeHint().height()
        needed += self._for.heightForWidth(wide) + self._how.heightForWidth(wide)
        fits = bool(self._how.text()) and needed <= self.height()
        if self._how.isHidden() is fits:
            self._how.setVisible(fits)
