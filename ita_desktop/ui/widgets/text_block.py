"""A text to read that wraps at words and is as high as it needs to be."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.wrapped_text import draw_wrapped, wrapped_height

_LEAST = 200


class TextBlock(QWidget):
    """Plain text in the window's font."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return wrapped_height(self.text, theme.font(), width)

    def sizeHint(self) -> QSize:
        return QSize(2 * _LEAST, self.heightForWidth(2 * _LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(max(self.width(), _LEAST)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ink = theme.color("ink")
        draw_wrapped(QPainter(self), QRectF(self.rect()), self.text, theme.font(), ink)
