"""When something was painted for the first time: then what the start need not wait for begins."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_AFTER_MS = 50  # what was painted is on the screen, and a first key is taken


class FirstPaint(QObject):
    """Watches a widget; goes with it."""

    past = Signal()
    """The widget was painted, and its window is on the screen."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_AFTER_MS, self._tell)
        return False

    def _tell(self) -> None:
        self.past.emit()
