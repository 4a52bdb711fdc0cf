"""A text to read that wraps at words and is as high as it needs to be."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.wrapped_text import draw_broken, wrapped_height

_LEAST = 200
_ABOVE, _BELOW = 3, 5  # room for the marks of the first line and of the last


class TextBlock(QWidget):
    """Plain text in the window's font."""

    def __init__(self, text: str, parent: QWidget | None = None, *, least: int = _LEAST) -> None:
        super().__init__(parent)
        self._least = least
        self.text = text
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self.text:
            self.text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return wrapped_height(self.text, theme.font(), width, anywhere=True) + _ABOVE + _BELOW

    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST, self.heightForWidth(2 * _LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, self.heightForWidth(max(self.width(), self._least)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ink = theme.color("ink")
        box = QRectF(self.rect().adjusted(0, _ABOVE, 0, 0))
        draw_broken(QPainter(self), box, self.text, theme.font(), ink)
