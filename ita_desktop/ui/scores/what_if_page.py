"""Trying other scores in the place of the table: what is tried, and beside it what it gives.

Nothing is saved: the trial lives as long as this page, and the page until the year, the tab or the
scores are left or change.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.scores import YearResult
from ita_desktop.domain.tried_scores import Tried
from ita_desktop.thai.text import fold
from ita_desktop.ui import wording
from ita_desktop.ui.scores.result_words import what_is_missing
from ita_desktop.ui.scores.what_if_result import BestSteps, TriedResult
from ita_desktop.ui.scores.what_if_rows import FigureRow, ItemRow
from ita_desktop.ui.scores.what_if_trial import Trial
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.scrolled import scrolled_down

_PANEL: Final = 390
_NARROW_PANEL: Final = 300
_NARROW: Final = 1080
_STACKED: Final = 760
"""Pixels of width under which the result is a line over what is tried, not cards beside it."""
_BANNER: Final = "กำลังลองปรับคะแนน สิ่งที่ลองจะไม่บันทึก คะแนนจริงไม่เปลี่ยน"
_NOTHING_OPEN: Final = "ทุกข้อที่มีคะแนนเผยแพร่แล้ว"


class WhatIfPage(QWidget):
    """Ticks and sliders for the scores of a result, and what they come to."""

    ended = Signal()
    """The clerk is done with trying."""

    def __init__(self, result: YearResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trial = Trial(result, self)
        self.items: list[ItemRow] = []
        self.figures: list[FigureRow] = []
        self._found = -1
        self.reset = QPushButton("เริ่มใหม่")
        self.reset.setToolTip("กลับไปที่คะแนนจริงทุกข้อ")
        self.end = QPushButton("จบการลอง")
        self.end.setToolTip("กลับไปที่ตารางคะแนน (Esc)")
        self.published = QCheckBox("แสดงข้อที่เผยแพร่แล้วด้วย")
        self._later: list[Tried] = []
        self.result = TriedResult(self.trial)
        self.best = BestSteps(self.trial)
        self.short = label("", "strong", wrap=True)
        self._items_card = Card("OIT: ถ้าเผยแพร่ข้อนี้")
        self._figures_card = Card("IIT และ EIT: ถ้าคะแนนเป็น")
        self._sides = QHBoxLayout()
        self._sides.setContentsMargins(0, 0, 0, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addWidget(self._make_banner())
        rows.addWidget(self.short)
        self.short.hide()
        body = QWidget()
        body.setLayout(self._sides)
        rows.addWidget(body, 1)
        self._fill()
        if not self.trial.tried:
            body.hide()
            empty = Card("ยังลองปรับคะแนนไม่ได้")
            empty.body.addWidget(label(self._why_not(), "quiet", wrap=True))
            rows.addWidget(empty)
            rows.addStretch()
        self.reset.clicked.connect(lambda _on=False: self.trial.reset())
        self.end.clicked.connect(self.ended)
        self.published.toggled.connect(self._show_published)
        self.best.step_wanted.connect(self._take_step)
        self.trial.changed.connect(self._show_trial)
        keys = QShortcut(QKeySequence("Esc"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.ended)
        self._show_trial()

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        rows = [*self.items, *self.figures]
        return rows[0].first if rows else self.end

    def find_text(self, text: str, step: int) -> tuple[int, int]:
        """Give the keyboard to the next line that holds ``text``: (1, 3)."""
        wanted = fold(text)
        lines: Sequence[ItemRow | FigureRow] = [*self.items, *self.figures]
        found = [row for row in lines if wanted and wanted in fold(f"{row.one.code} {row.words}")]
        if not found:
            return 0, 0
        places = [lines.index(row) for row in found]
        ahead = [place for place in places if place > self._found]
        behind = [place for place in places if place < self._found]
        if step > 0:
            self._found = ahead[0] if ahead else places[0]
        else:
            self._found = behind[-1] if behind else places[-1]
        lines[self._found].first.setFocus()
        return places.index(self._found) + 1, len(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the result is a line over what is tried."""
        super().resizeEvent(event)
        stacked = self.width() < _STACKED
        panel = _NARROW_PANEL if self.width() < _NARROW else _PANEL
        for area in self.findChildren(QScrollArea, "results"):
            area.setMinimumWidth(panel)
            area.setMaximumWidth(panel)
            area.setVisible(not stacked)
        self.short.setVisible(stacked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring into sight what gets the keyboard."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and isinstance(watched, QWidget):
            self._area.ensureWidgetVisible(watched, 0, 40)
        return super().eventFilter(watched, event)

    def _make_banner(self) -> QFrame:
        banner = QFrame()
        banner.setObjectName("warningLine")
        row = QHBoxLayout(banner)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        words = label(_BANNER, "", wrap=True)
        row.addWidget(words, 1)
        row.addWidget(self.reset)
        row.addWidget(self.end)
        return banner

    def _fill(self) -> None:
        inner = QWidget()
        inner.setObjectName("ground")
        left = QVBoxLayout(inner)
        left.setContentsMargins(0, 0, 2, 0)
        left.setSpacing(14)
        items = [one for one in self.trial.tried if one.is_item]
        self._later = [one for one in items if not one.lost]
        for one in items:
            if one.lost:
                self._add_item(one)
        if not self.items:
            self._items_card.body.addWidget(label(_NOTHING_OPEN, "quiet", wrap=True))
        self._items_card.head.addWidget(self.published)
        self.published.setHidden(not self._later)
        for one in self.trial.tried:
            if not one.is_item:
                row = FigureRow(self.trial, one)
                self.figures.append(row)
                self._figures_card.body.addWidget(row)
                self._watch(row)
        widest = max((row.code.sizeHint().width() for row in self.figures), default=0)
        for row in self.figures:
            row.code.setMinimumWidth(max(widest, row.code.minimumWidth()))
        for card, there in ((self._items_card, items), (self._figures_card, self.figures)):
            left.addWidget(card)
            card.setHidden(not there)
        left.addStretch()
        self._area = _scrolled(inner, "tried")
        results = QWidget()
        results.setObjectName("ground")
        right = QVBoxLayout(results)
        right.setContentsMargins(0, 0, 2, 0)
        right.setSpacing(14)
        right.addWidget(self.result)
        right.addWidget(self.best)
        right.addStretch()
        self._sides.setSpacing(14)
        self._sides.addWidget(self._area, 1)
        self._sides.addWidget(_scrolled(results, "results"))

    def _add_item(self, one: Tried) -> None:
        row = ItemRow(self.trial, one)
        self.items.append(row)
        self._items_card.body.addWidget(row)
        self._watch(row)

    def _watch(self, row: QWidget) -> None:
        for widget in row.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.installEventFilter(self)

    def _show_published(self, on: bool) -> None:
        """Show the items that are published, too; they are made when they are first wanted."""
        if on:
            for one in self._later:
                self._add_item(one)
            self._later = []
        for row in self.items:
            row.setVisible(on or bool(row.one.lost) or row.one.code in self.trial.changes)

    def _take_step(self, code: str) -> None:
        """Try a step, and give the keyboard to its line."""
        step = next((one for one in self.best.steps if one.code == code), None)
        if step is not None:
            self.trial.put({code: step.change})

    def _show_trial(self) -> None:
        for row in [*self.items, *self.figures]:
            row.show_trial()
        self.result.show_trial()
        self.best.show_trial()
        self.short.setText(self.result.in_words)
        self.reset.setEnabled(bool(self.trial.changes))

    def _why_not(self) -> str:
        words = what_is_missing(self.trial.result)
        return wording.shown(f"{words} กรอกคะแนนในตารางก่อน แล้วจึงลองปรับได้")


def _scrolled(inner: QWidget, name: str) -> QScrollArea:
    area = scrolled_down(inner)
    area.setObjectName(name)
    return area
