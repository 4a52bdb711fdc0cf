"""The levels with their limits, and whose method it is."""

import re
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.domain.risk_method import LevelBand, RiskMethod
from ita_desktop.domain.risks import Register
from ita_desktop.ui import theme
from ita_desktop.ui.level_colors import level_colors
from ita_desktop.ui.risks.matrix.drawing import NO_LEVEL
from ita_desktop.ui.risks.matrix.patterns import draw_filled, draw_no_level
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.ui.wording import shown

_LINE: Final = 32
_BOX: Final = 26
_PAD: Final = 8
_GAP: Final = 6
_SIZE: Final = re.compile(r"\s*[0-9๐-๙]+\s*[×x]\s*[0-9๐-๙]+$")
"""The size at the end of a method's name: the matrix shows it."""

_Item = tuple[LevelBand | None, str]


class Legend(QWidget):
    """Boxes in as many lines as they need; the method's name at the right of the last one."""

    def __init__(self, *, short: bool = False) -> None:
        """``short``: whose method it is, is left to the tool tip."""
        super().__init__()
        self._method: RiskMethod | None = None
        self._source = ""
        self._is_short = short
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_LINE)

    def show_register(self, register: Register) -> None:
        """Show the levels of a year's method."""
        method, source = register.method, self._source_of(register)
        if (method, source) == (self._method, self._source):
            return
        self._method, self._source = method, source
        items = ", ".join(words for _, words in items_of(method))
        self.setAccessibleName(f"ระดับความเสี่ยง {items} {self._source}")
        unsure = "" if method.status.checked else "ยังไม่ได้ตรวจกับคู่มือ"
        notes = [shown(one) for one in (self._source, method.source, unsure) if one]
        self.setToolTip(tool_tip("\n".join(notes)))
        self._take_room()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._method is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes, source = self._placed(self.width())
        painter.setFont(theme.font(theme.SMALL_PX, strong=True))
        for (band, words), box in boxes:
            colors = level_colors(None if band is None else band.color)
            if band is None:
                draw_no_level(painter, box, colors)
            else:
                draw_filled(painter, box, colors, self._method.pattern_of(band), 6)
            under = box.adjusted(_PAD - 3, 3, 3 - _PAD, -3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.ground))
            painter.drawRoundedRect(under, 3, 3)
            painter.setPen(QColor(colors.ink))
            painter.drawText(box.adjusted(0, -2, 0, 2), Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.color("quiet"))
        painter.drawText(source.adjusted(0, -2, 0, 2), _RIGHT, self._source_words(source))

    @staticmethod
    def _source_of(register: Register) -> str:
        name = _SIZE.sub("", register.method.name)
        return shown(f"เกณฑ์ของปี {register.fiscal_year} ({name})")

    def _take_room(self) -> None:
        """Be as high as the lines need."""
        _, source = self._placed(self.width())
        height = round(source.bottom())
        if height != self.height():
            self.setFixedHeight(height)

    def _source_words(self, box: QRectF) -> str:
        if self._is_short:
            return ""
        metrics = QFontMetricsF(theme.font(theme.SMALL_PX))
        return metrics.elidedText(self._source, Qt.TextElideMode.ElideRight, box.width())

    def _placed(self, width: int) -> tuple[list[tuple[_Item, QRectF]], QRectF]:
        strong = QFontMetricsF(theme.font(theme.SMALL_PX, strong=True))
        boxes: list[tuple[_Item, QRectF]] = []
        left = top = 0.0
        for item in items_of(self._method) if self._method is not None else ():
            wide = strong.horizontalAdvance(item[1]) + 2 * _PAD
            if left and left + wide > width:
                left, top = 0.0, top + _LINE
            boxes.append((item, QRectF(left, top + (_LINE - _BOX) / 2, wide, _BOX)))
            left += wide + _GAP
        plain = QFontMetricsF(theme.font(theme.SMALL_PX))
        if not self._is_short and left and left + plain.horizontalAdvance(self._source) + 4 > width:
            left, top = 0.0, top + _LINE
        return boxes, QRectF(left, top, width - left, _LINE)


def items_of(method: RiskMethod) -> list[_Item]:
    """Return each level with its limits in words, then what no level covers, if anything."""
    items: list[_Item] = [(band, shown(_limits(band))) for band in method.bands]
    if bare := _bare(method):
        items.append((None, shown(f"{NO_LEVEL} {bare}")))
    return items


def _bare(method: RiskMethod) -> str:
    """Return the products that no level covers, runs of them as 15–81."""
    runs: list[list[int]] = []
    fresh = True
    for product in method.products:
        if method.band_of(product) is not None:
            fresh = True
            continue
        if fresh:
            runs.append([])
        runs[-1].append(product)
        fresh = False
    parts = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(parts)


def _limits(band: LevelBand) -> str:
    if band.first == band.last:
        return f"{band.name} {band.first}"
    return f"{band.name} {band.first}–{band.last}"


_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
