"""The present result beside the one that is tried, and what is worth most."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton

from ita_desktop.domain.levels import level_of
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.scores import YearResult
from ita_desktop.domain.what_if import Step
from ita_desktop.ui import theme, wording
from ita_desktop.ui.scores.loss_card import LossRow
from ita_desktop.ui.scores.result_words import caution_of, show_level, what_is_missing
from ita_desktop.ui.scores.what_if_rows import code_words, gain_words
from ita_desktop.ui.scores.what_if_trial import Trial
from ita_desktop.ui.widgets.card import Card, label

_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_HEADS: Final = ("", "ขณะนี้", "ลองเป็น", "เพิ่ม/ลด")


class TriedResult(Card):
    """Total, level and instruments, as they are and as they would be."""

    def __init__(self, trial: Trial) -> None:
        super().__init__("ผลที่ลอง")
        self._trial = trial
        self.figure = label()
        self.figure.setFont(theme.font(theme.FIGURE_PX, strong=True))
        self.figure.setStyleSheet(f"font-size: {theme.FIGURE_PX}px; font-weight: 600;")
        self.level, self.level_now = label(), label()
        self.gain = label("", "strong")
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self.figure, self.level, self.gain):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        self.missing = label("", "", wrap=True)
        self.caution = label("", "note", wrap=True)
        self._cells: dict[tuple[int, int], QLabel] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 1)
        for column, head in enumerate(_HEADS):
            self._put(0, column, head, "note")
        now = QHBoxLayout()
        now.setSpacing(8)
        now.addWidget(label("ระดับขณะนี้", "quiet"))
        now.addWidget(self.level_now)
        now.addStretch()
        self.body.addLayout(line)
        self.body.addWidget(self.missing)
        self.body.addLayout(self._grid)
        self.body.addLayout(now)
        self.body.addWidget(self.caution)
        self.show_trial()

    @property
    def in_words(self) -> str:
        """What the present changes give, in a line or two."""
        before, after = self._trial.result, self._trial.now.after
        figures = [wording.score(one.total.shown) for one in (before, after)]
        level = level_of(after)
        line = f"{' → '.join(figures)} {level.name if level else ''} {self.gain.text()}"
        return f"{line.strip()}\n{self.missing.text()}".strip()

    def show_trial(self) -> None:
        """Show what the present changes give."""
        before, after = self._trial.result, self._trial.now.after
        total = wording.score(after.total.shown) or wording.NOTHING
        self.figure.setText(total)
        self.figure.setAccessibleName(f"คะแนนรวมที่ลอง {total}")
        show_level(self.level, level_of(after))
        show_level(self.level_now, level_of(before))
        gain = self._trial.now.gain
        self.gain.setText(_signed(gain) if gain else "")
        self.missing.setText(what_is_missing(after) or _at_the_top(after))
        self.missing.setVisible(bool(self.missing.text()))
        self.caution.setText(caution_of(after))
        self.caution.setVisible(bool(self.caution.text()))
        rows = [("คะแนนรวม", before.total, after.total)]
        rows += [
            (code, before.instruments[code], after.instruments[code]) for code in before.instruments
        ]
        for row, (words, old, new) in enumerate(rows, start=1):
            moved = None if old.value is None or new.value is None else new.value - old.value
            self._put(row, 0, words)
            self._put(row, 1, wording.score(old.shown) or wording.NOTHING)
            self._put(row, 2, wording.score(new.shown) or wording.NOTHING, "strong")
            self._put(row, 3, _signed(moved) if moved else "", "quiet")

    def _put(self, row: int, column: int, text: str, name: str = "") -> None:
        cell = self._cells.get((row, column))
        if cell is None:
            cell = self._cells[row, column] = label("", name)
            self._grid.addWidget(
                cell, row, column, _RIGHT if column else Qt.AlignmentFlag.AlignLeft
            )
        cell.setText(text)


class BestSteps(Card):
    """What is worth doing first: a click tries it."""

    step_wanted = Signal(str)
    """The step of this code is to be tried."""

    def __init__(self, trial: Trial) -> None:
        super().__init__("เพิ่มคะแนนได้มากที่สุด")
        self._trial = trial
        self._rows: list[LossRow] = []
        self._tried = {one.code: one for one in trial.tried}
        self.reached = label("", "quiet", wrap=True)
        self.all = QPushButton("ลองทั้งหมดนี้")
        self.all.setObjectName("link")
        self.body.addWidget(self.reached)
        self.head.addWidget(self.all)
        self.all.clicked.connect(lambda _on=False: self._try_all())
        self.steps: tuple[Step, ...] = ()
        self.show_trial()

    def show_trial(self) -> None:
        """Show what is worth most on top of what is tried."""
        self.steps = self._trial.best()
        while len(self._rows) < len(self.steps):
            row = LossRow()
            row.wanted.connect(self.step_wanted)
            self._rows.append(row)
            self.body.insertWidget(len(self._rows) - 1, row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self.steps))
            if place < len(self.steps):
                self._show_step(row, self.steps[place])
        self.all.setVisible(len(self.steps) > 1)
        self.reached.setText(self._reached())

    def _show_step(self, row: LossRow, step: Step) -> None:
        is_item = isinstance(step.change, Decimal)
        deed = "เผยแพร่" if is_item else "เพิ่ม ๕ คะแนน"
        one = self._tried[step.code]
        words = f"{deed} {wording.shown(one.words)}"
        row.show_gain(step.code, code_words(one), words, gain_words(one, _signed(step.gain)))

    def _reached(self) -> str:
        if not self.steps:
            return "ไม่มีข้อใดที่ลองแล้วได้คะแนนเพิ่มอีก"
        now, last = self._trial.now.after, self.steps[-1].after
        level, before = level_of(last), level_of(now)
        total = wording.score(last.total.shown)
        if level is not None and level != before:
            return wording.shown(f"ทำครบ {len(self.steps)} ข้อนี้ ได้ {total} ถึงระดับ {level.name}")
        return wording.shown(f"ทำครบ {len(self.steps)} ข้อนี้ ได้ {total}")

    def _try_all(self) -> None:
        self._trial.put({step.code: step.change for step in self.steps})


def _at_the_top(result: YearResult) -> str:
    level = level_of(result)
    return "" if level is None else "ถึงระดับสูงสุดแล้ว"


def _signed(points: Fraction) -> str:
    """Return exact points as shown, with their sign."""
    size = round_half_up(abs(points))
    return wording.signed(-size if points < 0 else size)
