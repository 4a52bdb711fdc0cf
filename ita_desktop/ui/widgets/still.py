"""What a wheel scrolls past: choices and sliders that stand in a page that is scrolled."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSlider


class StillComboBox(QComboBox):
    """A choice that is made by the keyboard and by clicks, never by a wheel that passes."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class StillSlider(QSlider):
    """A slider that is moved by its handle and the keyboard, never by a wheel that passes."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
