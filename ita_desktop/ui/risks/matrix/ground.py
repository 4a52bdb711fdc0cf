"""The part of the matrix that chips do not change, drawn once: cells and the names of the steps."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.ui import theme
from ita_desktop.ui.risks.matrix.axes import draw_axes
from ita_desktop.ui.risks.matrix.drawing import draw_cell
from ita_desktop.ui.risks.matrix.shape import Shape, foot_of


class Ground:
    """Kept until method, size, sharpness or colours are others."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._pixmap = QPixmap()

    def of(self, method: RiskMethod, shape: Shape, size: QSize, widget: QWidget) -> QPixmap:
        """Return the ground for a widget of this size."""
        ratio = widget.devicePixelRatioF()
        key = (method, shape, size.toTuple(), ratio, theme.is_dark())
        if key != self._key:
            self._key, self._pixmap = key, _drawn(method, shape, size, ratio)
        return self._pixmap


def _drawn(method: RiskMethod, shape: Shape, size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for cell in shape.cells:
        draw_cell(painter, shape.box(cell), method, cell)
    draw_axes(painter, method, shape, foot_of(size.height()))
    painter.end()
    return pixmap
