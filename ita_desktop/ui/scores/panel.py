"""What follows from the scores: total and level, indicators, years, dearest items."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.documents.score_charts import FLOOR, indicator_chart, years_chart
from ita_desktop.domain.bands import Band, BandLimits, indicators_by_band
from ita_desktop.domain.criteria import Indicator
from ita_desktop.domain.scores import YearResult
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.scores.charts import IndicatorBars, YearsChart
from ita_desktop.ui.scores.loss_card import LossCard
from ita_desktop.ui.scores.total_card import TotalCard
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.tool_tip import tool_tip

TRY: Final = "ลองปรับคะแนน"
TRY_TIP: Final = "ดูว่าถ้าเผยแพร่ข้อใด หรือข้อใดได้คะแนนเพิ่ม จะได้คะแนนรวมและระดับใด โดยไม่บันทึก (Ctrl+L)"


class ResultPanel(QScrollArea):
    """The column of cards beside the table."""

    item_wanted = Signal(str)
    """The clerk clicked on an item that loses points."""
    trial_wanted = Signal()
    """Other scores are to be tried."""
    analysis_wanted = Signal()
    """The texts of the analysis report are to be written."""

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
        self._total = TotalCard()
        trial = QPushButton(TRY)
        trial.setIcon(icon("settings-2"))
        trial.setToolTip(tool_tip(TRY_TIP))
        trial.clicked.connect(lambda _on=False: self.trial_wanted.emit())
        self._total.body.addWidget(trial, 0, Qt.AlignmentFlag.AlignLeft)
        self._bars = IndicatorBars()
        self._bars_key = label("", "note", wrap=True)
        bars = Card("ตัวชี้วัด")
        self._ranked = QCheckBox("เรียงตามอันดับ")
        self._ranked.toggled.connect(self.refresh)
        self._bands = label("", "quiet", wrap=True)
        bars.head.addWidget(self._ranked)
        bars.body.addWidget(self._bars_key)
        bars.body.addWidget(self._bars)
        bars.body.addWidget(self._bands)
        write = QPushButton("เขียนรายงานวิเคราะห์…")
        write.setToolTip("เขียนข้อความของรายงานผลการวิเคราะห์ข้างหน้าที่จะพิมพ์")
        write.clicked.connect(lambda _on=False: self.analysis_wanted.emit())
        bars.body.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        self._losses = LossCard()
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

    def _indicators(self, result: YearResult) -> Sequence[Indicator]:
        """Return the indicators in the order of the papers, or highest first."""
        if not self._ranked.isChecked():
            return result.criteria.indicators
        ranked = [indicator for indicator, _ in result.ranking]
        return ranked + [one for one in result.criteria.indicators if one not in ranked]

    def refresh(self) -> None:
        """Show what follows from the present scores."""
        result, before = self._session.result, self._session.last_year
        self._total.show_result(result, before)
        limits = self._session.office.limits
        bars = indicator_chart(result, before, limits, self._indicators(result))
        self._bars.show_chart(bars)
        self._bars_key.setText(wording.shown(bars.key))
        self._bands.setText(_bands_in_words(result, limits))
        self._losses.show_result(result)
        years = [self._session.result_of(year) for year in self._session.years]
        self._years.show_chart(years_chart(years, result))


def _bands_in_words(result: YearResult, limits: BandLimits) -> str:
    """Say how many indicators stand in each band, and the highest and lowest score."""
    scores = [score for _, score in result.ranking]
    if not scores:
        return ""
    bands = indicators_by_band(result, limits)
    counts = " · ".join(f"{wording.BAND_WORDS[band]} {len(bands[band])}" for band in Band)
    return wording.shown(f"{counts} ตัวชี้วัด\nสูงสุด {scores[0]} ต่ำสุด {scores[-1]}")
