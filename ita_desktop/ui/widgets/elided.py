"""Words that give way where there is no room for all of them; a tool tip has them whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QWidget

from ita_desktop.ui.widgets.tool_tip import tool_tip

_LEAST = 40
_ROUNDING = 2  # pixels by which the widths of a text and its parts may differ


class ElidedButton(QPushButton):
    """Ends in … where it is narrow; the whole text stays its accessible name."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(tool_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Say other words; the tool tip stays."""
        self._whole = text
        self.setAccessibleName(text)
        self.setText(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(words + self._frame + _ROUNDING, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        end, room = Qt.TextElideMode.ElideRight, self.width() - self._frame
        self.setText(self.fontMetrics().elidedText(self._whole, end, room))

    @property
    def _frame(self) -> int:
        """Pixels beside the words; the arrow of a menu stands in the padding of the sheet."""
        frame = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        if self.menu():
            frame -= self.style().pixelMetric(QStyle.PixelMetric.PM_MenuButtonIndicator, None, self)
        return frame


class ElidedLabel(QLabel):
    """Leaves out the middle where it is narrow; its text stays whole, to be read and copied."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
    ) -> None:
        super().__init__(text, parent)
        self._cut = cut
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(tool_tip(text))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def shown(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), self._cut, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), self.alignment(), self.shown)
