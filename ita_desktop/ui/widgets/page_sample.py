"""A small sheet of paper with its margins, drawn to scale."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ita_desktop.documents.margins import Margins
from ita_desktop.ui import theme, wording

_WIDE, _HIGH = 210, 297
_LINE = 7.4
"""Millimetres from one line of 16 points to the next."""
_LAST_LINE = 0.55


class PageSample(QWidget):
    """An A4 sheet; the text is as wide and as high as the margins leave it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margins = Margins()
        self.setMinimumSize(148, 210)
        self.setAccessibleName("ตัวอย่างหน้ากระดาษ A4")

    def show_margins(self, margins: Margins) -> None:
        """Draw a sheet with these margins."""
        self._margins = margins
        sides = (
            f"ซ้าย {margins.left:g} ขวา {margins.right:g}"
            f" บน {margins.top:g} ล่าง {margins.bottom:g} มิลลิเมตร"
        )
        self.setAccessibleDescription(wording.shown(sides))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 255)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min((self.width() - 4) / _WIDE, (self.height() - 4) / _HIGH)
        painter.translate((self.width() - _WIDE * scale) / 2, (self.height() - _HIGH * scale) / 2)
        sheet = QRectF(0, 0, _WIDE * scale, _HIGH * scale)
        painter.setPen(QPen(theme.color("past"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(sheet)
        text = self._text(scale)
        painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("past"))
        lines = int(text.height() / (_LINE * scale))
        for line in range(lines):
            share = _LAST_LINE if line in (6, lines - 1) else 1.0
            bar = QRectF(
                text.left(),
                text.top() + (line + 0.3) * _LINE * scale,
                text.width() * share,
                max(0.35 * _LINE * scale, 1),
            )
            painter.drawRect(bar)

    def _text(self, scale: float) -> QRectF:
        margins = self._margins
        sheet = QRectF(0, 0, _WIDE, _HIGH)
        inner = sheet.adjusted(margins.left, margins.top, -margins.right, -margins.bottom)
        return QRectF(
            inner.left() * scale, inner.top() * scale, inner.width() * scale, inner.height() * scale
        )
