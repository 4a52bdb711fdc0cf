"""The names of the steps beside and under the cells, and the titles of the two scales."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ita_desktop.domain.risk_method import RiskMethod, ScaleStep
from ita_desktop.ui import theme
from ita_desktop.ui.risks.matrix.shape import FOOT, Shape
from ita_desktop.ui.wording import shown

_LINE = 26
_AIR = 10
_MOST_PART = 0.24
"""What part of the width the names at the left may take."""


def left_room(method: RiskMethod, width: int) -> int:
    """Return the pixels that the names of likelihood take at the left."""
    metrics = QFontMetricsF(theme.font(theme.SMALL_PX))
    names = [_row_words(step) for step in method.likelihood]
    names.append(_title(method.likelihood_title, "↑"))
    widest = max(metrics.horizontalAdvance(name) for name in names)
    return round(min(widest + _AIR, width * _MOST_PART))


def draw_axes(painter: QPainter, method: RiskMethod, shape: Shape) -> None:
    """Draw both scales; names that do not fit under their column give way to the values."""
    font = theme.font(theme.SMALL_PX)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.color("quiet"))
    area = shape.area
    room = area.left() - _AIR
    for step in method.likelihood:
        row = shape.box((step.value, shape.impact[0]))
        words = metrics.elidedText(_row_words(step), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, row.top(), room, row.height()), _RIGHT, words)
    steps = {step.value: step for step in method.impact}
    narrow = min(end - begin for begin, end in shape.columns)
    named = all(metrics.horizontalAdvance(_column_words(step)) <= narrow for step in method.impact)
    below = area.bottom() + 1
    for value, (begin, end) in zip(shape.impact, shape.columns, strict=True):
        words = _column_words(steps[value]) if named else shown(str(value))
        painter.drawText(QRectF(begin, below, end - begin, _LINE), _CENTER, words)
    across = QRectF(area.left(), below + _LINE - 2, area.width(), FOOT - _LINE)
    painter.setFont(theme.font(theme.SMALL_PX, strong=True))
    painter.drawText(across, _CENTER, _title(method.impact_title, "→"))
    corner = QRectF(0, below, room, _LINE)
    strong = QFontMetricsF(painter.font())
    upward = _title(method.likelihood_title, "↑")
    words = strong.elidedText(upward, Qt.TextElideMode.ElideRight, room + _AIR)
    painter.drawText(corner.adjusted(-_AIR, 0, 0, 0), _RIGHT, words)


def _row_words(step: ScaleStep) -> str:
    return shown(f"{step.name} {step.value}")


def _column_words(step: ScaleStep) -> str:
    return shown(f"{step.value} {step.name}")


def _title(title: str, arrow: str) -> str:
    return f"{shown(title)} {arrow}"


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
