"""What a cell is filled with beside its colour: dots, stripes, a cross of them."""

from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ita_desktop.domain.risk_method import Pattern
from ita_desktop.ui.level_colors import LevelColors

RADIUS = 5
_STEP = 9.0
_DOT = 1.25
_LINE = 1.3


def draw_filled(
    painter: QPainter, box: QRectF, colors: LevelColors, pattern: Pattern, radius: float = RADIUS
) -> None:
    """Draw a rounded box in a level's colour with its pattern."""
    outline = QPainterPath()
    outline.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(outline, QColor(colors.ground))
    painter.setClipPath(outline)
    mark = QColor(colors.mark)
    match pattern:
        case Pattern.PLAIN:
            pass
        case Pattern.DOTS:
            painter.setBrush(mark)
            for dot in _dots(box):
                painter.drawEllipse(dot, _DOT, _DOT)
        case Pattern.STRIPES:
            painter.setPen(QPen(mark, _LINE))
            painter.drawLines(_slanted(box))
        case Pattern.CROSS:
            painter.setPen(QPen(mark, _LINE))
            painter.drawLines([*_slanted(box), *_slanted(box, falling=True)])
    painter.restore()


def draw_no_level(painter: QPainter, box: QRectF, colors: LevelColors) -> None:
    """Draw a cell that no level covers: a dashed edge, one line through it."""
    edge = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.save()
    painter.setBrush(QColor(colors.ground))
    painter.setPen(QPen(QColor(colors.ink), 1.2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(edge, RADIUS, RADIUS)
    painter.restore()


def _dots(box: QRectF) -> list[QPointF]:
    """Return the middles of dots, each row between those of the row above."""
    rows, columns = ceil(box.height() / _STEP) + 1, ceil(box.width() / _STEP) + 1
    return [
        QPointF(
            box.left() + _STEP * (column + (0.5 if row % 2 else 0)),
            box.top() + _STEP * row + _STEP / 2,
        )
        for row in range(rows)
        for column in range(columns)
    ]


def _slanted(box: QRectF, *, falling: bool = False) -> list[QLineF]:
    """Return lines at 45 degrees that cover the box."""
    count = ceil((box.width() + box.height()) / _STEP) + 1
    lines: list[QLineF] = []
    for number in range(count):
        at = box.left() - box.height() + _STEP * number
        low, high = (box.top(), box.bottom()) if falling else (box.bottom(), box.top())
        lines.append(QLineF(at, low, at + box.height(), high))
    return lines
