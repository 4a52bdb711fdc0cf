"""Draws the pieces of the matrix: cells, their words, chips, arrows, the frame of the focus."""

from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.ui import theme
from ita_desktop.ui.level_colors import LevelColors, chip_colors, level_colors
from ita_desktop.ui.risks.matrix.patterns import RADIUS, draw_filled, draw_no_level
from ita_desktop.ui.risks.matrix.seating import HEAD, Chip, Content, Line
from ita_desktop.ui.risks.matrix.seats import Cell
from ita_desktop.ui.wording import figure, shown

NO_LEVEL = "ไม่มีระดับ"
_SIDE = 6
_WORD = 21
_TIGHT = 24
"""Chips less high than this have thin figures."""
_NARROW = 88
"""Per cent of their width that figures of such a chip have: two do not touch the ring."""
_HALO = 4.0
_PILL = 26.0
_ARROW = 8.0
_MANY_ARROWS = 25


def cell_colors(method: RiskMethod, cell: Cell) -> LevelColors:
    """Return the colours of the level a cell has."""
    band = method.band_at(*cell)
    return level_colors(None if band is None else band.color)


def draw_cell(painter: QPainter, box: QRect, method: RiskMethod, cell: Cell) -> None:
    """Draw a cell's ground in the colour and the pattern of its level."""
    band = method.band_at(*cell)
    colors = cell_colors(method, cell)
    if band is None:
        draw_no_level(painter, QRectF(box), colors)
    else:
        draw_filled(painter, QRectF(box), colors, method.pattern_of(band))


def draw_head(painter: QPainter, box: QRect, method: RiskMethod, cell: Cell) -> None:
    """Draw the level's word where there is room, and the product at the right."""
    if box.height() < _TIGHT - _SIDE:
        return
    font = theme.font(theme.SMALL_PX)
    metrics, colors = QFontMetricsF(font), cell_colors(method, cell)
    band = method.band_at(*cell)
    product = figure(cell[0] * cell[1])
    right = metrics.horizontalAdvance(product)
    line = QRectF(box.left() + _SIDE, box.top(), box.width() - 2 * _SIDE, _WORD)
    painter.setFont(font)
    _draw_word(painter, line, product, right, colors, at_right=True)
    for word in (NO_LEVEL, NO_LEVEL.removesuffix("ระดับ")) if band is None else (band.name,):
        wide = metrics.horizontalAdvance(shown(word))
        if wide + right + _SIDE <= line.width():
            _draw_word(painter, line, shown(word), wide, colors)
            break


def _draw_word(
    painter: QPainter,
    line: QRectF,
    word: str,
    wide: float,
    colors: LevelColors,
    *,
    at_right: bool = False,
) -> None:
    """Draw a word on the plain ground of its cell: neither pattern nor arrow goes through it."""
    left = line.right() - wide if at_right else line.left()
    ground = QColor(colors.ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(left - 3, line.top() + 3, wide + 6, line.height() - 4), 3, 3)
    painter.setPen(QColor(colors.ink))
    # Sarabun's line is lower than its letters with their marks: one pixel up looks level
    painter.drawText(QRectF(left, line.top() - 1, wide + 2, line.height() + 3), _MIDDLE_LEFT, word)


def draw_chip(painter: QPainter, chip: Chip, *, chosen: bool = False, lifted: bool = False) -> None:
    """Draw a risk's number; with a halo where it is the chosen one, pale where it came from."""
    ground, ink = chip_colors()
    radius = chip.box.height() / 2
    if chosen:
        halo = QColor(theme.color("accent"))
        halo.setAlpha(95)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        wide = chip.box.adjusted(-_HALO, -_HALO, _HALO, _HALO)
        painter.drawRoundedRect(wide, radius + _HALO, radius + _HALO)
    if lifted:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 50))
        painter.drawRoundedRect(chip.box.translated(0, 2), radius, radius)
    edge = theme.color("accent") if chosen or lifted else ink
    if chip.ghost:
        edge = ink = theme.color("ink")
        ground = QColor(theme.color("card"))
        ground.setAlpha(90)
    style = Qt.PenStyle.DashLine if chip.ghost else Qt.PenStyle.SolidLine
    painter.setPen(QPen(edge, 2.0 if chosen else 1.1, style))
    painter.setBrush(ground)
    painter.drawRoundedRect(chip.box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(ink)
    strong = chosen or (chip.box.height() >= _TIGHT and not chip.ghost)
    font = theme.font(theme.SMALL_PX, strong=strong)
    if chip.box.width() < _TIGHT:
        font.setStretch(_NARROW)
    painter.setFont(font)
    words, metrics = figure(chip.number), QFontMetricsF(font)
    painter.drawText(chip.box.center() - _middle_of(words, metrics), words)


def _middle_of(figures: str, metrics: QFontMetricsF) -> QPointF:
    """Return where the middle of what is seen of figures is, from where they begin.

    A Thai line has room for vowels above: in its middle figures would stand low, on the ring.
    """
    seen = metrics.tightBoundingRect(figure(0))
    return QPointF(metrics.horizontalAdvance(figures) / 2, seen.center().y())


def count_box(box: QRect, content: Content) -> QRectF:
    """Return where a cell says how many risks it has, being too full for chips."""
    metrics = QFontMetricsF(theme.font(theme.SMALL_PX, strong=True))
    wide = min(metrics.horizontalAdvance(count_words(box, content)) + 12, box.width() - 4)
    middle = QRectF(box).center() + QPointF(0, HEAD / 2 if content.head else 0)
    high = min(_PILL, box.height())
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def count_words(box: QRect, content: Content) -> str:
    """Return ๑๒ รายการ; ×๑๒ where the cell is narrow or low."""
    words = shown(f"{len(content.risks)} รายการ")
    metrics = QFontMetricsF(theme.font(theme.SMALL_PX, strong=True))
    narrow = metrics.horizontalAdvance(words) + 14 > box.width() or box.height() < _TIGHT
    return shown(f"×{len(content.risks)}") if narrow else words


def draw_count(painter: QPainter, box: QRect, content: Content, *, chosen: bool) -> None:
    """Draw how many risks a cell has, light on dark: it is no chip, but a list that opens."""
    ground, ink = chip_colors()
    pill = count_box(box, content)
    if chosen:
        halo = QColor(theme.color("accent"))
        halo.setAlpha(95)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawRoundedRect(pill.adjusted(-_HALO, -_HALO, _HALO, _HALO), 10, 10)
    painter.setPen(QPen(ground, 1.2))
    painter.setBrush(ink)
    painter.drawRoundedRect(pill, 7, 7)
    painter.setPen(ground)
    painter.setFont(theme.font(theme.SMALL_PX, strong=True))
    painter.drawText(pill.adjusted(0, -2, 0, 2), _MIDDLE, count_words(box, content))


def draw_arrows(painter: QPainter, lines: tuple[Line, ...], chosen: int | None) -> None:
    """Draw thin arrows with a head; the chosen one stands out, many are fainter."""
    for line in sorted(lines, key=lambda one: one.risk == chosen):
        color = QColor(theme.color("accent" if line.risk == chosen else "ink"))
        if line.risk != chosen:
            color.setAlpha(90 if len(lines) > _MANY_ARROWS else 150)
        _draw_arrow(painter, line, color, 2.0 if line.risk == chosen else 1.2)


def _draw_arrow(painter: QPainter, line: Line, color: QColor, thick: float) -> None:
    way = line.end - line.begin
    angle = atan2(way.y(), way.x())
    tip = line.end - QPointF(cos(angle), sin(angle)) * 15
    foot = line.begin + QPointF(cos(angle), sin(angle)) * 13
    base = tip - QPointF(cos(angle), sin(angle)) * (_ARROW - 1)
    painter.setPen(QPen(color, thick))
    painter.drawLine(foot, base)
    sides = [
        tip - QPointF(cos(angle + turn), sin(angle + turn)) * _ARROW for turn in (-pi / 7, pi / 7)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([tip, *sides]))


def draw_edge(painter: QPainter, box: QRect, role: str, thick: float) -> None:
    """Draw a frame inside a cell's edge: chosen, current, or where a chip would come."""
    half = thick / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(role), thick))
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), RADIUS, RADIUS)


_MIDDLE = Qt.AlignmentFlag.AlignCenter
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
