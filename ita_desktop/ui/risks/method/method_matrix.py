"""What a method makes of its cells, small: the level of each in colour, pattern, word and score."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.ui.risks.matrix.axes import draw_axes, left_room
from ita_desktop.ui.risks.matrix.drawing import draw_cell, draw_head
from ita_desktop.ui.risks.matrix.shape import foot_of, shape_of
from ita_desktop.ui.wording import shown

_SIZE = QSize(360, 226)


class MethodMatrix(QWidget):
    """Drawn as the matrix of the tab is, without risks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method: RiskMethod | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_SIZE.height())

    def sizeHint(self) -> QSize:
        return _SIZE

    def show_method(self, method: RiskMethod) -> None:
        """Show the cells of a method that has steps."""
        self._method = method
        bands = ", ".join(f"{one.name} {one.first} ถึง {one.last}" for one in method.bands)
        size = " × ".join(map(str, method.size))
        self.setAccessibleName(shown(f"ตัวอย่างเมทริกซ์ {size}: {bands}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if (method := self._method) is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = foot_of(self.height())
        left = left_room(method, self.width(), foot)
        shape = shape_of(method, self.width(), self.height(), left)
        for cell in shape.cells:
            box = shape.box(cell)
            draw_cell(painter, box, method, cell)
            draw_head(painter, box, method, cell)
        draw_axes(painter, method, shape, foot)
