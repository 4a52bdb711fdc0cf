"""A scale of a method in fields: its title, how many steps, and the name and criterion of each."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from ita_desktop.domain.risk_method import LEAST_SIZE, MOST_SIZE, ScaleStep
from ita_desktop.domain.risk_scales import UNCHECKED, ScaleChoice, resized, source_words
from ita_desktop.thai.text import one_line
from ita_desktop.ui import wording
from ita_desktop.ui.risks.method.criterion_editor import CriterionEditor
from ita_desktop.ui.risks.method.locked import lock
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.millimetres import MillimetreBox
from ita_desktop.ui.widgets.tool_tip import tool_tip

_VALUE: Final = 48
_NAME: Final = 158
_CHOICES: Final = "ข้อความเกณฑ์สำเร็จรูป…"


class ScaleFields(Card):
    """Shows a scale; what is typed is told by ``changed``. The highest step stands on top."""

    changed = Signal()

    def __init__(self, title: str, choices: Sequence[ScaleChoice]) -> None:
        super().__init__(title)
        self._what = title
        self._choices = tuple(choices)
        self._can_edit = False
        self.title = QLineEdit()
        self.title.setAccessibleName(f"ชื่อแกน {title}")
        hint(self.title, "ชื่อแกนของเมทริกซ์")
        self.size_ = MillimetreBox(LEAST_SIZE, MOST_SIZE, unit=" ระดับ")
        self.size_.setAccessibleName(f"จำนวนระดับของ{title}")
        self.ready = QComboBox()
        self.ready.setAccessibleName(f"ใช้ข้อความเกณฑ์สำเร็จรูปของ{title}")
        self.ready.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.ready.setMinimumContentsLength(14)
        self.values: list[MillimetreBox] = []
        self.names: list[QLineEdit] = []
        self.texts: list[CriterionEditor] = []
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(2, 1)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.title, 2)
        above.addWidget(self.size_)
        self.body.addLayout(above)
        self.body.addWidget(self.ready)
        self.source = label("", "quiet", wrap=True)
        """Where the texts that were taken are from."""
        self.body.addWidget(self.source)
        self.source.hide()
        self.body.addLayout(self._rows)
        self.ready.addItem(_CHOICES)
        for place, choice in enumerate(self._choices, start=1):
            unsure = "" if choice.status.checked else f" {UNCHECKED}"
            self.ready.addItem(wording.shown(f"{choice.name}{unsure}"), choice.id)
            said = tool_tip(wording.shown(source_words(choice)))
            self.ready.setItemData(place, said, Qt.ItemDataRole.ToolTipRole)
        self.ready.activated.connect(self._take)
        self.size_.valueChanged.connect(self._resize)
        self.title.textEdited.connect(self.changed)

    @property
    def steps(self) -> tuple[ScaleStep, ...]:
        """The steps as the fields say, the lowest first."""
        return tuple(
            ScaleStep(
                value=value.value(),
                name=one_line(name.text()),
                text=one_line(text.toPlainText()),
            )
            for value, name, text in zip(self.values, self.names, self.texts, strict=True)
        )

    def show_scale(self, title: str, steps: tuple[ScaleStep, ...], *, can_edit: bool) -> None:
        """Show a scale; one that cannot be edited is only read."""
        self._can_edit = can_edit
        self.title.setText(title)
        self.title.setCursorPosition(0)
        lock(self.title, locked=not can_edit)
        self.size_.blockSignals(True)
        self.size_.setValue(len(steps))
        self.size_.blockSignals(False)
        lock(self.size_, locked=not can_edit)
        self.ready.setVisible(can_edit)
        self.source.hide()
        self._fill(steps)

    def field(self, row: int | None, name: str) -> QWidget:
        """Return the field of a step that is to be looked at."""
        if name == "title":
            return self.title
        if row is None or not 0 <= row < len(self.names):
            return self.size_
        fields = {"text": self.texts, "value": self.values}
        return fields.get(name, self.names)[row]

    def _fill(self, steps: tuple[ScaleStep, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        # all of them at once: an editor says that it changed as soon as it is coloured
        names, texts = [*map(self._name, steps)], [*map(self._text, steps)]
        self.values, self.names, self.texts = [*map(self._value, steps)], names, texts
        for row, (value, name, text) in enumerate(
            zip(self.values, self.names, self.texts, strict=True)
        ):
            place = len(steps) - row
            top = Qt.AlignmentFlag.AlignTop
            self._rows.addWidget(value, place, 0, top)
            self._rows.addWidget(name, place, 1, top)
            self._rows.addWidget(text, place, 2)
            for widget in (value, name, text):
                widget.show()  # at once: one of them may get the focus now
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go down as the eye does: from the highest step."""
        last: QWidget = self.ready
        rows = [*zip(self.values, self.names, self.texts, strict=True)]
        for value, name, text in reversed(rows):
            QWidget.setTabOrder(last, value)
            QWidget.setTabOrder(value, name)
            QWidget.setTabOrder(name, text)
            last = text

    def _value(self, step: ScaleStep) -> MillimetreBox:
        value = MillimetreBox(1, MOST_SIZE, unit="")
        value.setFixedWidth(_VALUE)
        value.setValue(step.value)
        lock(value, locked=not self._can_edit)
        value.setAccessibleName(f"ค่าของระดับ {step.value} ของ{self._what}")
        value.valueChanged.connect(self.changed)
        return value

    def _name(self, step: ScaleStep) -> QLineEdit:
        name = QLineEdit(step.name)
        name.setFixedWidth(_NAME)
        name.setCursorPosition(0)
        lock(name, locked=not self._can_edit)
        name.setAccessibleName(f"ชื่อระดับ {step.value} ของ{self._what}")
        name.textEdited.connect(self.changed)
        return name

    def _text(self, step: ScaleStep) -> CriterionEditor:
        text = CriterionEditor(step.text if self._can_edit else wording.shown(step.text))
        lock(text, locked=not self._can_edit)
        text.setAccessibleName(f"เกณฑ์ของระดับ {step.value} ของ{self._what}")
        text.textChanged.connect(self.changed)
        return text

    def _resize(self, count: int) -> None:
        self._fill(resized(self.steps, count))
        self.changed.emit()

    def _take(self, place: int) -> None:
        """Let the scale be one that is printed somewhere; its names are taken, too."""
        self.ready.setCurrentIndex(0)
        if place > 0:
            choice = self._choices[place - 1]
            steps = choice.steps
            self.source.setText(wording.shown(f"ที่มาของข้อความ: {source_words(choice)}"))
            self.source.show()
            self.size_.blockSignals(True)
            self.size_.setValue(len(steps))
            self.size_.blockSignals(False)
            self._fill(steps)
            self.changed.emit()


def caption(words: str) -> QLabel:
    """Return the quiet head of a column of fields."""
    return label(words, "note")
