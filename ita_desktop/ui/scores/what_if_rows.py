"""A line for each score that can be tried: a tick for an OIT item, a slider for a question."""

from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from ita_desktop.domain.moved_figures import By
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.tried_scores import Tried
from ita_desktop.ui import theme, wording
from ita_desktop.ui.scores.what_if_trial import Trial
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.elided import ElidedLabel
from ita_desktop.ui.widgets.score_box import ScoreBox, hundredths, score_of
from ita_desktop.ui.widgets.still import StillSlider
from ita_desktop.ui.widgets.tool_tip import tool_tip

_CODE: Final = 40
_FIGURE: Final = 58
_SLIDER: Final = 72
_WIDEST: Final = 160
_BOX: Final = 78
_A_POINT: Final = 100
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PUBLISHED: Final = Decimal(100)
_NOT: Final = Decimal(0)


_DRAFT: Final = "(ร่าง)"
_ESTIMATED: Final = " เป็นคะแนนโดยประมาณ เพราะข้อของปีนี้ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช."


def code_words(one: Tried) -> str:
    """Return how a score is called: an indicator by its number."""
    return wording.shown(f"ตัวชี้วัดที่ {one.code}") if one.code.isdecimal() else one.code


def gain_words(one: Tried, points: str) -> str:
    """Return points that a change brings; estimated ones are a draft, where nothing says it yet."""
    told = one.sure or one.words.startswith(_DRAFT)
    return points if told else f"{_DRAFT} {points}"


class TriedRow(QWidget):
    """What all lines have: the words of the score and what its change brings."""

    def __init__(self, trial: Trial, one: Tried) -> None:
        super().__init__()
        self.one = one
        self.trial = trial
        self.words = wording.shown(one.words)
        self.text = ElidedLabel(self.words, cut=Qt.TextElideMode.ElideRight)
        self._points: Decimal | None = None
        self.gain = label("", "strong")
        self.gain.setAlignment(_RIGHT)
        self.gain.setMinimumWidth(_FIGURE)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(4, 0, 4, 0)
        self.row.setSpacing(8)

    def show_gain(self, points: Decimal | None) -> None:
        """Show what the change of this score brings by itself."""
        if points == self._points:
            return
        self._points = points
        self.gain.setText("" if points is None else gain_words(self.one, wording.signed(points)))
        role = "green" if (points or 0) >= 0 else "red"
        self.gain.setStyleSheet(f"color: {theme.color(role).name()};")


class ItemRow(TriedRow):
    """An OIT item: ticked it is published."""

    def __init__(self, trial: Trial, one: Tried) -> None:
        super().__init__(trial, one)
        self.tick = QCheckBox(one.code)
        self.tick.setMinimumWidth(_CODE + 30)
        points = wording.score(round_half_up(one.worth))
        state = {None: "ยังไม่ทราบคะแนน", _PUBLISHED: "ได้ 100 แล้ว"}.get(one.now, "ยังไม่ได้คะแนน")
        self.tick.setAccessibleName(f"เผยแพร่ {one.code} {self.words} มีค่า {points} คะแนน")
        more = "" if one.sure else _ESTIMATED
        tip = wording.shown(f"{state} ข้อนี้มีค่า {points} คะแนนของคะแนนรวม{more}")
        self.tick.setToolTip(tool_tip(tip))
        worth = label(points if one.sure else f"{_DRAFT} {points}", "quiet")
        worth.setAlignment(_RIGHT)
        worth.setMinimumWidth(_FIGURE - 12)
        self.row.addWidget(self.tick)
        self.row.addWidget(self.text, 1)
        self.row.addWidget(worth)
        self.row.addWidget(self.gain)
        self.show_trial()
        self.tick.toggled.connect(self._put)

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        return self.tick

    def show_trial(self) -> None:
        """Show what is tried of the item."""
        change = self.trial.changes.get(self.one.code)
        self.tick.blockSignals(True)
        self.tick.setChecked((self.one.now if change is None else change) == _PUBLISHED)
        self.tick.blockSignals(False)
        self.show_gain(self.trial.gain(self.one.code))

    def _put(self, on: bool) -> None:
        wanted = _PUBLISHED if on else _NOT
        same = wanted == (self.one.now or _NOT)
        self.trial.put({self.one.code: None if same else wanted})


class FigureRow(TriedRow):
    """A question, or a figure above questions: moved by a slider, a box, or five points at once."""

    def __init__(self, trial: Trial, one: Tried) -> None:
        super().__init__(trial, one)
        now = one.now or _NOT
        called = f"{code_words(one)} {self.words}"
        self.code = label(code_words(one), "strong")
        self.code.setMinimumWidth(_CODE)
        before = label(wording.score(now), "quiet")
        before.setAlignment(_RIGHT)
        before.setMinimumWidth(_FIGURE - 8)
        before.setToolTip("คะแนนที่บันทึกไว้")
        self.slider = StillSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, hundredths(_PUBLISHED))
        self.slider.setSingleStep(_A_POINT)
        self.slider.setPageStep(5 * _A_POINT)
        self.slider.setMinimumWidth(_SLIDER)
        self.slider.setMaximumWidth(_WIDEST)
        self.slider.setAccessibleName(f"เลื่อนคะแนน {called}")
        self.slider.setToolTip("ลูกศรซ้าย ขวา: ครั้งละ ๑ คะแนน  PgUp PgDn: ครั้งละ ๕ คะแนน")
        self.box = ScoreBox()
        self.box.setFixedWidth(_BOX)
        self.box.setAccessibleName(f"คะแนนที่ลอง {called}")
        self.more = QPushButton("+๕")
        self.more.setObjectName("plain")
        self.more.setAccessibleName(f"เพิ่ม ๕ คะแนน {called}")
        self.more.setToolTip("เพิ่มอีก ๕ คะแนน")
        for widget in (self.code, before, self.slider, self.box, self.more, self.gain):
            self.row.addWidget(widget)
        self.row.insertWidget(1, self.text, 1)
        self.show_trial()
        self.slider.valueChanged.connect(self._slide)
        self.box.valueChanged.connect(self._put)
        self.more.clicked.connect(lambda _on=False: self._put(self.box.value() + 5 * _A_POINT))

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        return self.slider

    def show_trial(self) -> None:
        """Show what is tried of the figure."""
        change = self.trial.changes.get(self.one.code)
        moved = change.points if isinstance(change, By) else _NOT
        value = hundredths((self.one.now or _NOT) + moved)
        for widget in (self.slider, self.box):
            widget.blockSignals(True)
            widget.setValue(value)
            widget.blockSignals(False)
        self.more.setEnabled(value < hundredths(_PUBLISHED))
        self.show_gain(self.trial.gain(self.one.code))

    def _slide(self, value: int) -> None:
        """Take whole points where the handle is drawn; keys move by points from where it is."""
        self._put(round(value / _A_POINT) * _A_POINT if self.slider.isSliderDown() else value)

    def _put(self, value: int) -> None:
        value = min(value, hundredths(_PUBLISHED))
        points = score_of(value) - (self.one.now or _NOT)
        self.trial.put({self.one.code: By(points) if points else None})
        self.show_trial()
