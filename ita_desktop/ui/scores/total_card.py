"""The one big figure, its level, what is missing, and the weighted table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from ita_desktop.domain.levels import level_of
from ita_desktop.domain.scores import YearResult
from ita_desktop.ui import theme, wording
from ita_desktop.ui.scores.result_words import caution_of, show_level, what_is_missing
from ita_desktop.ui.widgets.card import Card, label

_NARROW = 385  # the card as it is on a wide panel is never narrower than 374
_RIGHT = Qt.AlignmentFlag.AlignRight


class TotalCard(Card):
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
        show_level(self._level, level_of(result))
        past = None if before is None else before.total.shown
        if total is not None and past is not None and before is not None:
            year = before.criteria.fiscal_year
            words = f"{wording.signed(total - past)} จากปี {wording.figure(year)}"
        else:
            words = ""
        self._change.setText(words)
        self._change_below.setText(words)
        self._fit()
        self._missing.setText(what_is_missing(result))
        self._missing.setVisible(bool(self._missing.text()))
        for row, instrument in enumerate(result.criteria.instruments, start=1):
            figure = result.instruments[instrument.code]
            self._put(row, 0, self._instrument(instrument.code))
            self._put(row, 1, wording.figure(instrument.weight))
            self._put(row, 2, wording.score(figure.shown) or wording.NOTHING)
            weighted = wording.score(result.weighted.get(instrument.code)) or wording.NOTHING
            self._put(row, 3, weighted, "strong")
        self._caution.setText(caution_of(result))
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

    def _put(self, row: int, column: int, text: str, name: str = "") -> None:
        cell = self._cells.get((row, column))
        if cell is None:
            cell = self._cells[row, column] = label("", name)
            if column:
                self._grid.addWidget(cell, row, column, _RIGHT)
            else:
                self._grid.addWidget(cell, row, column)
        cell.setText(text)
