"""Bars of the ten indicators with the pass line, and the totals of the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.ui import theme, wording

_ROW = 26
_BAR = 12
_FIGURE = 52
_LEAST_BAR = 96  # with less room the words stand above their bar
_LINE = 16


@dataclass(frozen=True, slots=True)
class Bar:
    """One indicator: its words, this year's and last year's score (0 to 100)."""

    words: str
    score: Decimal | None
    before: Decimal | None
    weak: bool


class IndicatorBars(QWidget):
    """A bar an indicator, the pass line through all, last year as a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[Bar] = ()
        self._row = _ROW
        self._line: Decimal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], line: Decimal | None) -> None:
        """Draw these bars and the pass line (None: none is known for the year)."""
        self._bars, self._line = bars, line
        said = [f"{bar.words} {wording.score(bar.score) or 'ยังไม่มีคะแนน'}" for bar in bars]
        self.setAccessibleName("กราฟคะแนนตัวชี้วัด")
        self.setAccessibleDescription(" · ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._row * max(len(self._bars), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        metrics = painter.fontMetrics()
        widest = max((metrics.horizontalAdvance(bar.words) for bar in self._bars), default=0) + 12
        stacked = widest > self.width() - _FIGURE - _LEAST_BAR
        left = 0 if stacked else widest
        row = _ROW + _LINE if stacked else _ROW
        if self._row != row:
            self._row = row
            self.updateGeometry()
        track = QRectF(left, row - _ROW + (_ROW - _BAR) / 2, self.width() - left - _FIGURE, _BAR)
        for place, bar in enumerate(self._bars):
            below = track.translated(0, place * row)
            words = QRectF(0, place * row, self.width() if stacked else widest, _ROW)
            self._draw(painter, bar, below, words)
        if self._line is not None and self._bars:
            painter.setPen(QPen(theme.color("red"), 1.2, Qt.PenStyle.DashLine))
            x = _at(track, self._line)
            painter.drawLine(QPointF(x, 0), QPointF(x, len(self._bars) * row))

    def _draw(self, painter: QPainter, bar: Bar, track: QRectF, words: QRectF) -> None:
        top = track.center().y() - _ROW / 2
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.color("ink"))
        painter.drawText(words, left, bar.words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("group"))
        painter.drawRoundedRect(track, 3, 3)
        if bar.score is not None:
            painter.setBrush(theme.color("red" if bar.weak else "accent"))
            filled = QRectF(track)
            filled.setRight(_at(track, bar.score))
            painter.drawRoundedRect(filled, 3, 3)
        if bar.before is not None:
            x = _at(track, bar.before)
            painter.setPen(QPen(theme.color("quiet"), 2))
            painter.drawLine(QPointF(x, track.top() - 3), QPointF(x, track.bottom() + 3))
        painter.setPen(theme.color("ink"))
        painter.setFont(theme.font(theme.SMALL_PX, strong=True))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        figure = wording.score(bar.score) or wording.NOTHING
        painter.drawText(QRectF(track.right(), top, _FIGURE, _ROW), right, figure)


@dataclass(frozen=True, slots=True)
class YearTotal:
    """One fiscal year's total and level."""

    fiscal_year: int
    total: Decimal | None
    level: str


class YearsChart(QWidget):
    """A column a year with total and level; the year looked at in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: Sequence[YearTotal] = ()
        self._current = 0
        self._line: Decimal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_years(self, years: Sequence[YearTotal], current: int, line: Decimal | None) -> None:
        """Draw these years; at most the last six fit."""
        self._years, self._current, self._line = years[-6:], current, line
        said = [
            f"ปี {wording.figure(year.fiscal_year)} {wording.score(year.total)} {year.level}"
            for year in self._years
        ]
        self.setAccessibleName("กราฟคะแนนรวมรายปี")
        self.setAccessibleDescription(" · ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 170)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 170)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._years:
            return
        room = QRectF(0, 24, self.width(), self.height() - 24 - 44)
        step = room.width() / len(self._years)
        for place, year in enumerate(self._years):
            middle = room.left() + step * (place + 0.5)
            self._draw(painter, year, middle, step, room)
        painter.setPen(theme.color("line"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if self._line is not None:
            painter.setPen(QPen(theme.color("red"), 1.2, Qt.PenStyle.DashLine))
            y = _height(room, self._line)
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))

    def _draw(
        self, painter: QPainter, year: YearTotal, middle: float, step: float, room: QRectF
    ) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        current = year.fiscal_year == self._current
        if year.total is not None:
            top = _height(room, year.total)
            width = min(44.0, step * 0.6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if current else "past"))
            painter.drawRect(QRectF(middle - width / 2, top, width, room.bottom() - top))
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font(theme.SMALL_PX, strong=True))
            figure = QRectF(middle - step / 2, top - 22, step, 20)
            painter.drawText(figure, centre, wording.score(year.total))
        painter.setPen(theme.color("ink" if current else "quiet"))
        painter.setFont(theme.font(theme.SMALL_PX, strong=current))
        below = QRectF(middle - step / 2, room.bottom() + 3, step, 20)
        painter.drawText(below, centre, wording.figure(year.fiscal_year))
        painter.setPen(theme.color("quiet"))
        painter.setFont(theme.font(theme.SMALL_PX))
        words = year.level if year.total is not None else "ยังไม่ครบ"
        level = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(step) - 4)
        painter.drawText(below.translated(0, 20), centre, level)


def _at(track: QRectF, score: Decimal) -> float:
    return track.left() + track.width() * float(score) / 100


FLOOR = 50  # the years differ by few points; the columns begin here so that it is seen


def _height(room: QRectF, score: Decimal) -> float:
    share = (max(float(score), FLOOR) - FLOOR) / (100 - FLOOR)
    return room.bottom() - room.height() * share
