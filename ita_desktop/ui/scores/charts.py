"""Bars of the ten indicators with the pass line, and the totals of the years."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.documents.charts import Bar, BarChart, Pillar, PillarChart
from ita_desktop.ui import theme, wording

_ROW = 26
_BAR = 12
_FIGURE = 52
_LEAST_BAR = 96  # with less room the words stand above their bar
_LINE = 16
_YEARS_HEIGHT = 170


class IndicatorBars(QWidget):
    """A bar an indicator, the pass line through all, last year as a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = BarChart(caption="", bars=())
        self._row = _ROW
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: BarChart) -> None:
        """Draw these bars and the pass line."""
        self._chart = chart
        said = [f"{_words(bar)} {wording.score(bar.score) or 'ยังไม่มีคะแนน'}" for bar in chart.bars]
        self.setAccessibleName("กราฟคะแนนตัวชี้วัด")
        self.setAccessibleDescription(" · ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._row * max(len(self._chart.bars), 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        metrics = painter.fontMetrics()
        widest = (
            max((metrics.horizontalAdvance(_words(bar)) for bar in self._chart.bars), default=0)
            + 12
        )
        stacked = widest > self.width() - _FIGURE - _LEAST_BAR
        left = 0 if stacked else widest
        row = _ROW + _LINE if stacked else _ROW
        if self._row != row:
            self._row = row
            self.updateGeometry()
        track = QRectF(left, row - _ROW + (_ROW - _BAR) / 2, self.width() - left - _FIGURE, _BAR)
        for place, bar in enumerate(self._chart.bars):
            below = track.translated(0, place * row)
            words = QRectF(0, place * row, self.width() if stacked else widest, _ROW)
            self._draw(painter, bar, below, words)
        if self._chart.limit is not None and self._chart.bars:
            painter.setPen(QPen(theme.color("red"), 1.2, Qt.PenStyle.DashLine))
            x = _at(track, self._chart.limit)
            painter.drawLine(QPointF(x, 0), QPointF(x, len(self._chart.bars) * row))

    def _draw(self, painter: QPainter, bar: Bar, track: QRectF, words: QRectF) -> None:
        top = track.center().y() - _ROW / 2
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.color("ink"))
        painter.drawText(words, left, _words(bar))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("group"))
        painter.drawRoundedRect(track, 3, 3)
        if bar.score is not None:
            filled = QRectF(track)
            filled.setRight(_at(track, bar.score))
            painter.setBrush(theme.color("on_red" if bar.weak else "accent"))
            painter.drawRoundedRect(filled, 3, 3)
            if bar.weak:  # striped, for those who do not see the red
                painter.setPen(theme.color("red"))
                painter.setBrush(QBrush(theme.color("red"), Qt.BrushStyle.BDiagPattern))
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


class YearsChart(QWidget):
    """A column a year with total and level; the year looked at in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = PillarChart(caption="", pillars=())
        self._height = _YEARS_HEIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def make_low(self, height: int) -> None:
        """Take so many pixels of height, where there is little room."""
        self._height = height
        self.updateGeometry()

    def show_chart(self, chart: PillarChart) -> None:
        """Draw these years."""
        self._chart = chart
        said = [
            f"ปี {wording.shown(year.words)} {wording.score(year.score)} {year.below}"
            for year in chart.pillars
        ]
        self.setAccessibleName("กราฟคะแนนรวมรายปี")
        self.setAccessibleDescription(" · ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._chart.pillars:
            return
        room = QRectF(0, 24, self.width(), self.height() - 24 - 44)
        step = room.width() / len(self._chart.pillars)
        for place, year in enumerate(self._chart.pillars):
            middle = room.left() + step * (place + 0.5)
            self._draw(painter, year, middle, step, room)
        painter.setPen(theme.color("line"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if self._chart.limit is not None:
            painter.setPen(QPen(theme.color("red"), 1.2, Qt.PenStyle.DashLine))
            y = self._top(room, self._chart.limit)
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))

    def _draw(
        self, painter: QPainter, year: Pillar, middle: float, step: float, room: QRectF
    ) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        current = year.current
        if year.score is not None:
            top = self._top(room, year.score)
            width = min(44.0, step * 0.6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent" if current else "past"))
            painter.drawRect(QRectF(middle - width / 2, top, width, room.bottom() - top))
            painter.setPen(theme.color("ink"))
            painter.setFont(theme.font(theme.SMALL_PX, strong=True))
            figure = QRectF(middle - step / 2, top - 22, step, 20)
            painter.drawText(figure, centre, wording.score(year.score))
        painter.setPen(theme.color("ink" if current else "quiet"))
        painter.setFont(theme.font(theme.SMALL_PX, strong=current))
        below = QRectF(middle - step / 2, room.bottom() + 3, step, 20)
        painter.drawText(below, centre, wording.shown(year.words))
        painter.setPen(theme.color("quiet"))
        painter.setFont(theme.font(theme.SMALL_PX))
        end = Qt.TextElideMode.ElideRight
        level = painter.fontMetrics().elidedText(year.below, end, int(step) - 4)
        painter.drawText(below.translated(0, 20), centre, level)

    def _top(self, room: QRectF, score: Decimal) -> float:
        floor = self._chart.floor
        share = max(float(score) - floor, 0.0) / (100 - floor)
        return room.bottom() - room.height() * share


def _at(track: QRectF, score: Decimal) -> float:
    return track.left() + track.width() * float(score) / 100


def _words(bar: Bar) -> str:
    return wording.shown(bar.words)
