"""A small card over the pages: what is being done, how far it is, and a way to give it up."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label

_WHOLE = 1000
_WIDTH = 360


class ProgressCard(QFrame):
    """Stands in the middle of its parent while it is shown."""

    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("card")
        self.setFixedWidth(_WIDTH)
        self._words = label("", "strong", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self.button = QPushButton("ยกเลิก")
        self.button.setToolTip("ยกเลิก (Esc)")
        self.button.clicked.connect(self.given_up)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self.button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 24, 16)
        rows.setSpacing(16)
        rows.addWidget(self._words)
        rows.addWidget(self._bar)
        rows.addLayout(below)
        parent.installEventFilter(self)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something was begun."""
        self.say(words, 0.0)
        self.show()
        self.raise_()
        self._centre()

    def say(self, words: str, share: float) -> None:
        """Show what is done now and which share (0 to 1) of all is behind."""
        self._words.setText(wording.shown(words))
        self._bar.setAccessibleName(words)
        self._bar.setValue(round(share * _WHOLE))

    @property
    def share(self) -> float:
        """How far it is, 0 to 1."""
        return self._bar.value() / _WHOLE

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._centre()
        return super().eventFilter(watched, event)

    def _centre(self) -> None:
        self.adjustSize()
        room = self._over.rect()
        self.move((room.width() - self.width()) // 2, max((room.height() - self.height()) // 3, 8))
