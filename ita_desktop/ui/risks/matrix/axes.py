"""The names of the steps beside and under the cells, and the titles of the two scales."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ita_desktop.domain.risk_method import RiskMethod, ScaleStep
from ita_desktop.ui import theme
from ita_desktop.ui.risks.matrix.shape import FOOT, FOOT_LOW, Shape
from ita_desktop.ui.widgets.wrapped_text import wrapped_lines
from ita_desktop.ui.wording import shown

_LINE = 26
_TEXT = 22
_AIR = 10
_TIGHT = 18
"""Rows less high than this have the value of their step, without its name."""
_MOST_PART = 0.24
"""What part of the width the names at the left may take."""


def left_room(method: RiskMethod, width: int, foot: int = FOOT) -> int:
    """Return the pixels that the names of likelihood, and the titles, take at the left."""
    metrics = QFontMetricsF(theme.font(theme.SMALL_PX))
    names = [_row_words(step) for step in method.likelihood]
    names.append(_corner_words(method, foot))
    widest = max(metrics.horizontalAdvance(name) for name in names)
    return round(min(widest + _AIR, width * _MOST_PART))


def draw_axes(painter: QPainter, method: RiskMethod, shape: Shape, foot: int = FOOT) -> None:
    """Draw both scales; names that do not fit under their column give way to the values."""
    font = theme.font(theme.SMALL_PX)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.color("quiet"))
    area = shape.area
    room = area.left() - _AIR
    tight = shape.least_cell[1] < _TIGHT
    for step in method.likelihood:
        row = shape.box((step.value, shape.impact[0]))
        words = shown(str(step.value)) if tight else _row_words(step)
        _draw_lines(painter, QRectF(0, row.top(), room, row.height()), words, _RIGHT)
    steps = {step.value: step for step in method.impact}
    narrow = min(end - begin for begin, end in shape.columns)
    named = all(metrics.horizontalAdvance(_column_words(step)) <= narrow for step in method.impact)
    below = area.bottom() + 1
    for value, (begin, end) in zip(shape.impact, shape.columns, strict=True):
        words = _column_words(steps[value]) if named else shown(str(value))
        painter.drawText(QRectF(begin, below, end - begin, _LINE), _CENTER, words)
    painter.setFont(theme.font(theme.SMALL_PX, strong=True))
    if foot > FOOT_LOW:
        across = QRectF(area.left(), below + _LINE - 2, area.width(), foot - _LINE)
        painter.drawText(across, _CENTER, _title(method.impact_title, "→"))
    corner = QRectF(0, below + 2, room + _AIR / 2, foot - 2)
    words = _corner_words(method, foot)
    if QFontMetricsF(painter.font()).horizontalAdvance(words) > corner.width():
        words = _title(method.likelihood_title, "↑")
    _draw_lines(painter, corner, words, _TOP_RIGHT)


def _draw_lines(painter: QPainter, box: QRectF, text: str, where: Qt.AlignmentFlag) -> None:
    """Draw words in as many lines as there is room for; the last one ends in … where need be."""
    metrics = QFontMetricsF(painter.font())
    lines = wrapped_lines(text, painter.font(), int(box.width()))
    most = max(int(box.height() / _TEXT), 1)
    if len(lines) > most:
        rest = "".join(lines[most - 1 :])
        end = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
        lines = (*lines[: most - 1], end)
    top = where & Qt.AlignmentFlag.AlignTop
    at = box.top() if top else box.center().y() - len(lines) * _TEXT / 2
    for line in lines:
        painter.drawText(QRectF(box.left(), at - 2, box.width(), _TEXT + 4), _RIGHT, line.strip())
        at += _TEXT


def _row_words(step: ScaleStep) -> str:
    return shown(f"{step.name} {step.value}")


def _column_words(step: ScaleStep) -> str:
    return shown(f"{step.value} {step.name}")


def _corner_words(method: RiskMethod, foot: int) -> str:
    """Return the title of likelihood, where there is one line also that of impact."""
    words = _title(method.likelihood_title, "↑")
    return words if foot > FOOT_LOW else f"{words} {_title(method.impact_title, '→')}"


def _title(title: str, arrow: str) -> str:
    return f"{shown(title)} {arrow}"


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_CENTER = Qt.AlignmentFlag.AlignCenter
