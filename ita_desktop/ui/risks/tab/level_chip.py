"""A level of risk in a cell: its word on its colour, and a swatch with its pattern."""

from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ita_desktop.domain.risk_levels import Standing
from ita_desktop.domain.risk_method import LevelBand, Pattern, RiskMethod
from ita_desktop.ui import theme, wording
from ita_desktop.ui.level_colors import chip_colors, level_colors
from ita_desktop.ui.risks.matrix.patterns import draw_filled
from ita_desktop.ui.rows.cell import StateCell
from ita_desktop.ui.widgets.wrapped_text import draw_wrapped

_PAD = 8
_SWATCH = 14
_CHIP = 24
NO_LEVEL = "ไม่มีระดับ"


def level_cell(method: RiskMethod, stands: Standing) -> StateCell | None:
    """Return what a cell shows of a standing; None where nothing is known."""
    if stands.band is not None:
        pattern = method.pattern_of(stands.band)
        words = wording.shown(stands.words)
        return StateCell(words, "", paint=partial(draw_level, stands.band, pattern))
    if stands.words or stands.score is not None:
        words = wording.shown(stands.words or NO_LEVEL)
        return StateCell(words, "", paint=partial(draw_level, None, Pattern.PLAIN))
    return None


def draw_number(painter: QPainter, box: QRectF, words: str) -> None:
    """Draw a risk's number as the chip that it is in the matrix."""
    ground, ink = chip_colors()
    font = theme.font(theme.SMALL_PX, strong=True)
    wide = max(_CHIP, QFontMetricsF(font).horizontalAdvance(words) + 10)
    frame = QRectF(box.left() - 4, box.top() - 1, wide, _CHIP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.1))
    painter.setBrush(ground)
    painter.drawRoundedRect(frame, _CHIP / 2, _CHIP / 2)
    painter.setFont(font)
    painter.drawText(frame.adjusted(-4, -2, 4, 2), Qt.AlignmentFlag.AlignCenter, words)


def draw_level(
    band: LevelBand | None, pattern: Pattern, painter: QPainter, box: QRectF, words: str
) -> None:
    """Draw a level's word on its colour; the swatch goes where there is no room for it."""
    font = theme.font(theme.SMALL_PX, strong=True)
    colors = level_colors(None if band is None else band.color)
    wide = QFontMetricsF(font).horizontalAdvance(words) + 2 * _PAD
    has_swatch = band is not None and wide + _SWATCH <= box.width()
    left = _SWATCH if has_swatch else 0
    frame = QRectF(box.left(), box.top(), min(wide + left, box.width()), box.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.ground))
    painter.drawRoundedRect(frame, 5, 5)
    if has_swatch:
        swatch = QRectF(frame.left() + 4, frame.top() + 4, _SWATCH, frame.height() - 8)
        painter.save()
        draw_filled(painter, swatch, colors, pattern, 3)
        painter.restore()
        painter.setPen(QColor(colors.mark))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(swatch, 3, 3)
    inside = frame.adjusted(left + _PAD, 0, 0 if wide <= box.width() else -_PAD, 0)
    if wide > box.width():
        draw_wrapped(painter, inside.adjusted(0, 1, 0, 0), words, font, QColor(colors.ink))
        return
    painter.setFont(font)
    painter.setPen(QColor(colors.ink))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(inside.adjusted(0, -1, 0, 1), flags, words)
