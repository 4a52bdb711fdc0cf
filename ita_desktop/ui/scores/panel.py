"""What follows from the scores: total and level, indicators, years, dearest items."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.bands import Band, band_of
from ita_desktop.domain.levels import gap_to_next_level, level_of
from ita_desktop.domain.points import losses
from ita_desktop.domain.scores import YearResult
from ita_desktop.ui import theme, wording
from ita_desktop.ui.scores.charts import FLOOR, Bar, IndicatorBars, YearsChart, YearTotal
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import Card, label

_DEAREST = 5
_NARROW = 340
_RIGHT = Qt.AlignmentFlag.AlignRight


class ResultPanel(QScrollArea):
    """The column of cards beside the table."""

    item_wanted = Signal(str)
    """The clerk clicked on an item that loses points."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("ground")
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 2, 0)
        cards.setSpacing(14)
        self._total = _TotalCard()
        self._bars = IndicatorBars()
        self._bars_key = label("", "note")
        bars = Card("ตัวชี้วัด")
        bars.head.addWidget(self._bars_key)
        bars.body.addWidget(self._bars)
        self._losses = _LossCard()
        self._losses.item_wanted.connect(self.item_wanted)
        self._years = YearsChart()
        years = Card("คะแนนรวมรายปี")
        years.head.addWidget(label(wording.shown(f"แกนเริ่มที่ {FLOOR}"), "note"))
        years.body.addWidget(self._years)
        for card in (self._total, bars, self._losses, years):
            cards.addWidget(card)
        cards.addStretch()
        self.setWidget(inner)
        self.refresh()

    def refresh(self) -> None:
        """Show what follows from the present scores."""
        result, before = self._session.result, self._session.last_year
        line = result.criteria.pass_line
        self._total.show_result(result, before)
        limits = self._session.office.limits
        self._bars.show_bars(
            [
                Bar(
                    wording.shown(f"{indicator.number} {indicator.name}"),
                    score := result.indicators[indicator.number].shown,
                    _figure(before, indicator.number),
                    score is not None and band_of(score, limits) is Band.URGENT,
                )
                for indicator in result.criteria.indicators
            ],
            line,
        )
        marks = ["| ปีก่อน"] if before else []
        marks += [wording.shown(f"┆ เกณฑ์ {line}")] if line is not None else []
        self._bars_key.setText("   ".join(marks))
        self._losses.show_result(result)
        years = [self._session.result_of(year) for year in self._session.years]
        self._years.show_years(
            [
                YearTotal(
                    year.criteria.fiscal_year,
                    year.total.shown,
                    level.name if (level := level_of(year)) else "",
                )
                for year in years
            ],
            self._session.fiscal_year,
            line,
        )


def _figure(result: YearResult | None, number: int) -> Decimal | None:
    if result is None or number not in result.indicators:
        return None
    return result.indicators[number].shown


class _TotalCard(Card):
    """The one big figure, its level, what is missing, and the weighted table."""

    def __init__(self) -> None:
        super().__init__()
        self._figure = label()
        self._figure.setFont(theme.font(theme.FIGURE_PX, strong=True))
        self._figure.setStyleSheet(f"font-size: {theme.FIGURE_PX}px; font-weight: 600;")
        self._level = label()
        self._change = label("", "quiet")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._figure)
        line.addWidget(self._level, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        self._missing = label("", "quiet", wrap=True)
        self._change_below = label("", "quiet")
        self._caution = label("", "note", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setContentsMargins(0, 6, 0, 4)
        self._grid.setColumnStretch(0, 1)
        self._cells: dict[tuple[int, int], QLabel] = {}
        self.body.addLayout(line)
        self.body.addWidget(self._change_below)
        self.body.addWidget(self._missing)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._caution)
        for column, head in enumerate(("แบบวัด", "น้ำหนัก", "คะแนน", "ถ่วงน้ำหนัก")):
            self._put(0, column, head, "note")

    def show_result(self, result: YearResult, before: YearResult | None) -> None:
        """Show total, level and weighted scores of a year."""
        total = result.total.shown
        self._figure.setText(wording.score(total) or wording.NOTHING)
        self._figure.setAccessibleName(f"คะแนนรวม {wording.score(total) or 'ยังไม่มี'}")
        self._show_level(result)
        past = None if before is None else before.total.shown
        if total is not None and past is not None and before is not None:
            year = before.criteria.fiscal_year
            words = f"{wording.signed(total - past)} จากปี {wording.figure(year)}"
        else:
            words = ""
        self._change.setText(words)
        self._change_below.setText(words)
        self._fit()
        self._missing.setText(_what_is_missing(result))
        self._missing.setVisible(bool(self._missing.text()))
        for row, instrument in enumerate(result.criteria.instruments, start=1):
            figure = result.instruments[instrument.code]
            self._put(row, 0, self._instrument(instrument.code))
            self._put(row, 1, wording.figure(instrument.weight))
            self._put(row, 2, wording.score(figure.shown) or wording.NOTHING)
            weighted = wording.score(result.weighted.get(instrument.code)) or wording.NOTHING
            self._put(row, 3, weighted, "strong")
        self._caution.setText(_caution(result))
        self._caution.setVisible(bool(self._caution.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow column the words beside the figures go below them, or away."""
        narrow = self.width() < _NARROW
        self._change.setVisible(not narrow)
        self._change_below.setVisible(narrow and bool(self._change_below.text()))
        for row, code in enumerate(wording.INSTRUMENT_WORDS, start=1):
            if (row, 0) in self._cells:
                self._put(row, 0, self._instrument(code))

    def _instrument(self, code: str) -> str:
        words = "" if self.width() < _NARROW else wording.INSTRUMENT_WORDS.get(code, "")
        return f"{code} {words}".strip()

    def _show_level(self, result: YearResult) -> None:
        level = level_of(result)
        self._level.setVisible(level is not None)
        if level is None:
            return
        ink, ground = theme.band_colors(Band.KEEP if level.passes else Band.URGENT)
        self._level.setText(level.name)
        self._level.setAccessibleName(f"ระดับ {level.name}")
        self._level.setStyleSheet(
            f"color: {ink.name()}; background: {ground.name()}; border-radius: 6px;"
            " padding: 3px 10px; font-weight: 600;"
        )

    def _put(self, row: int, column: int, text: str, name: str = "") -> None:
        cell = self._cells.get((row, column))
        if cell is None:
            cell = self._cells[row, column] = label("", name)
            if column:
                self._grid.addWidget(cell, row, column, _RIGHT)
            else:
                self._grid.addWidget(cell, row, column)
        cell.setText(text)


def _what_is_missing(result: YearResult) -> str:
    if result.total.value is None:
        empty = [code for code, figure in result.instruments.items() if figure.value is None]
        return f"ยังไม่มีคะแนน {', '.join(empty)} จึงยังไม่มีคะแนนรวม"
    lines: list[str] = []
    if not result.complete:
        lines.append(wording.shown(f"คะแนนเบื้องต้น {_still_open(result)}"))
    if (gap := gap_to_next_level(result)) is not None:
        # where instruments fall short the total follows from them
        short = gap.instruments or {"คะแนนรวม": gap.total}
        words = " · ".join(f"{name} {wording.score(points)}" for name, points in short.items())
        lines.append(f"อีก {words} คะแนน จะถึงระดับ {gap.level.name}")
    return "\n".join(lines)


def _still_open(result: YearResult) -> str:
    """Say which scores are still to come: indicators, or how many items of those begun."""
    if missing := result.missing_indicators:
        numbers = " ".join(str(indicator.number) for indicator in missing)
        return f"ยังไม่มีคะแนนตัวชี้วัดที่ {numbers}"
    return f"กรอกแล้ว {result.entered_items} จาก {len(result.criteria.items)} ข้อ"


def _caution(result: YearResult) -> str:
    criteria = result.criteria
    if not criteria.levels:
        year = wording.figure(criteria.fiscal_year)
        return f"ยังไม่พบเกณฑ์ระดับของปี {year} น้ำหนักที่ใช้ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช."
    if criteria.levels_checked and criteria.weights_checked:
        return ""
    what = "เกณฑ์ระดับ" if criteria.weights_checked else "น้ำหนักและเกณฑ์ระดับ"
    return f"{what}ปี {wording.figure(criteria.fiscal_year)} ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช."


class _LossCard(Card):
    """The items that cost most, each a way to its row."""

    item_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("ข้อที่เสียคะแนนมากที่สุด")
        self._rows: list[_LossRow] = []
        self._none = label("ยังไม่มีข้อที่เสียคะแนน", "quiet", wrap=True)
        self.body.addWidget(self._none)

    def show_result(self, result: YearResult) -> None:
        """Show the dearest items of a year."""
        dearest = losses(result)[:_DEAREST]
        self._none.setVisible(not dearest)
        while len(self._rows) < len(dearest):
            row = _LossRow()
            row.wanted.connect(self.item_wanted)
            self._rows.append(row)
            self.body.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(dearest))
            if place < len(dearest):
                loss = dearest[place]
                row.show_loss(
                    loss.item.code, wording.shown(loss.item.text), wording.signed(-loss.shown)
                )


class _LossRow(QPushButton):
    """An item, its words cut to the room there is, and the points it costs."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self._words = ""
        self.clicked.connect(self._say_wanted)
        self.setObjectName("plain")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 6, 2)
        row.setSpacing(8)
        self._code, self._text, self._points = label("", "strong"), label("", "quiet"), label()
        self._code.setMinimumWidth(36)
        self._text.setMinimumWidth(40)
        row.addWidget(self._code)
        row.addWidget(self._text, 1)
        row.addWidget(self._points)
        self.setMinimumHeight(34)

    def _say_wanted(self) -> None:
        self.wanted.emit(self.code)

    def show_loss(self, code: str, words: str, points: str) -> None:
        """Show an item and its points."""
        self.code, self._words = code, words
        self._code.setText(code)
        self._points.setText(points)
        self._points.setStyleSheet(f"color: {theme.colors().red}; font-weight: 600;")
        self.setAccessibleName(f"ไปที่ข้อ {code} {words} เสีย {points} คะแนน")
        self.setToolTip(words)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self._text.fontMetrics()
        room = max(self._text.width(), 40)
        self._text.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))
