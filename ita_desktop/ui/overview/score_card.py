"""The score of the year: the figure, its level, passed or not, the change, and the years."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.score_charts import years_chart
from ita_desktop.domain.bands import Band
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.levels import gap_to_next_level, level_of
from ita_desktop.domain.scores import YearResult
from ita_desktop.ui import theme, wording
from ita_desktop.ui.overview.figure_button import WayButton
from ita_desktop.ui.scores.charts import YearsChart
from ita_desktop.ui.scores.result_words import caution_of, short_by
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import Card, label

_CHART = 320
_YEAR = 58
"""Pixels of a year: its figure and its level."""
_WORDS = 346
"""Pixels of the words beside the years."""
_LOW_CHART = 132
_FRAME = 6
"""Pixels of a button left of its words: the frame of the focus, and air."""


class ScoreCard(Card):
    """Figure and level lead to the scores; the years stand beside it."""

    place_wanted = Signal(object)
    """A place (``domain.lacks.Place``) is to be gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._result: YearResult | None = None
        self._width = 0
        self.head_words = label("", "cardTitle")
        self.figure = WayButton("bigFigure")
        self.figure.place_wanted.connect(self.place_wanted)
        self._level, self._passed = label(), label()
        self._change = label("", "quiet")
        self._gap = label("", "quiet", wrap=True)
        self._caution = label("", "note", wrap=True)
        self.chart = YearsChart()
        self.chart.make_low(_LOW_CHART)
        self._years: Sequence[YearResult] = ()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignVCenter)
        chips = QVBoxLayout()
        chips.setSpacing(2)
        chip = QHBoxLayout()
        chip.setSpacing(8)
        chip.addWidget(self._level)
        chip.addWidget(self._passed)
        chip.addStretch()
        chips.addStretch()
        chips.addLayout(chip)
        chips.addWidget(self._change)
        chips.addStretch()
        line.addLayout(chips, 1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.head_words)
        left.addLayout(line)
        left.addWidget(self._gap)
        left.addWidget(self._caution)
        left.addStretch()
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 1)
        both.addWidget(self.chart, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(both)
        if (around := self.layout()) is not None:
            margins = around.contentsMargins()
            around.setContentsMargins(margins - QMargins(_FRAME, 0, 0, 0))
        for words in (self.head_words, self._gap, self._caution):
            words.setContentsMargins(_FRAME, 0, 0, 0)  # where the figure begins

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Its buttons in the order of the keyboard."""
        return (self.figure,)

    def show_year(self, session: Session) -> None:
        """Show the score of the year looked at, and the years of the file."""
        result, before = session.result, session.last_year
        year = result.criteria.fiscal_year
        self.head_words.setText(wording.shown(f"คะแนน ITA ปีงบประมาณ {year}"))
        total = result.total.shown
        figure = wording.score(total) or wording.NOTHING
        place = Place(kind="score", number=year, field="score", code="total")
        said = f"คะแนนรวม {figure if total is not None else 'ยังไม่มี'} ไปที่แท็บบันทึกคะแนน"
        self.figure.lead(figure, place, said)
        self._show_level(result)
        self._change.setText(_change(result, before))
        self._change.setVisible(bool(self._change.text()))
        self._gap.setText(_gap(result))
        self._gap.setVisible(bool(self._gap.text()))
        self._caution.setText(caution_of(result))
        self._caution.setVisible(bool(result.entries) and bool(self._caution.text()))
        self._years = [session.result_of(one) for one in session.years]
        self._result = result
        self._show_years()

    def fit(self, width: int) -> None:
        """Make room in a card of so many pixels, before it has them: the years give way."""
        self._width = width
        self._show_years()

    def _show_years(self) -> None:
        """Show the last years there is room for beside the figure."""
        if self._result is None:
            return
        room = min(self._width - _WORDS, _CHART)
        count = room // _YEAR
        self.chart.setVisible(count > 1)
        if count > 1:
            self.chart.setFixedWidth(room)
            self.chart.show_chart(years_chart(self._years[-count:], self._result))

    def _show_level(self, result: YearResult) -> None:
        level = level_of(result)
        for chip in (self._level, self._passed):
            chip.setVisible(level is not None)
        if level is None:
            return
        ink, ground = theme.band_colors(Band.KEEP if level.passes else Band.URGENT)
        chip = f"border-radius: 6px; padding: 3px 10px; font-weight: 600; color: {ink.name()};"
        self._level.setText(level.name)
        self._level.setStyleSheet(f"{chip} background: {ground.name()};")
        words = "ผ่านเกณฑ์" if level.passes else "ไม่ผ่านเกณฑ์"
        if not result.complete:
            words += " (เบื้องต้น)"
        self._passed.setText(words)
        self._passed.setStyleSheet(f"color: {ink.name()};")
        self._passed.setVisible(level.name != "ผ่าน" or not result.complete)


def _change(result: YearResult, before: YearResult | None) -> str:
    total = result.total.shown
    past = None if before is None else before.total.shown
    if total is None or past is None or before is None:
        return ""
    year = wording.figure(before.criteria.fiscal_year)
    return f"{wording.signed(total - past)} จากปี {year}"


def _gap(result: YearResult) -> str:
    """Say what is missing: scores, or points for the level above."""
    if result.total.value is None:
        empty = [code for code, figure in result.instruments.items() if figure.value is None]
        return f"ยังไม่มีคะแนน {', '.join(empty)} จึงยังไม่มีคะแนนรวม"
    gap = gap_to_next_level(result)
    if gap is None:
        return "" if level_of(result) is None else "ถึงระดับสูงสุดของเกณฑ์แล้ว"
    short = short_by(gap.instruments) or wording.score(gap.total)
    return f"ขาด {short} คะแนน จะถึงระดับ {gap.level.name}"
