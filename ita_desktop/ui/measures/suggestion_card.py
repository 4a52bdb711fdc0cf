"""One example of a measure: to read, or to edit in the same place."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.suggestions import Suggestion
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_FIELDS: Final = {
    "measure": ("มาตรการ", 2),
    "steps": ("ขั้นตอน บรรทัดละหนึ่งขั้นตอน", 5),
    "follow_up": ("การกำกับติดตามและรายงานผล", 2),
    "finding": ("ข้อค้นพบ", 2),
}
"""Words and lines of the fields, in the order in which they are read."""
_LINE: Final = 24


class SuggestionCard(Card):
    """Shows an example; while it is edited, ``kept`` and ``given_up`` say how that ends."""

    kept = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ข้อความของตัวอย่าง", parent)
        self._suggestion: Suggestion | None = None
        self._stack = QStackedWidget()
        self._read = QScrollArea()
        self._read.setWidgetResizable(True)
        self._read.setAccessibleName("ข้อความของตัวอย่าง")
        self._read.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.editors = {name: _editor(*said) for name, said in _FIELDS.items()}
        self.keep = QPushButton("บันทึกตัวอย่าง")
        self.keep.setObjectName("main")
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._stack.addWidget(self._read)
        self._stack.addWidget(self._form())
        self.body.addWidget(self._stack)

    @property
    def editing(self) -> bool:
        """Whether the example is edited now."""
        return self._stack.currentIndex() == 1

    @property
    def edited(self) -> Suggestion | None:
        """The example as the fields say."""
        if self._suggestion is None:
            return None
        texts = {name: editor.toPlainText() for name, editor in self.editors.items()}
        steps = tuple(filter(None, (line.strip() for line in texts.pop("steps").split("\n"))))
        return replace(self._suggestion, steps=steps, **texts)

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Show an example to read; None shows nothing."""
        self._suggestion = suggestion
        self._stack.setCurrentIndex(0)
        _show_in(self._read, _in_words(suggestion))

    def edit(self, suggestion: Suggestion) -> None:
        """Let an example be edited."""
        self._suggestion = suggestion
        self._error.hide()
        for name, editor in self.editors.items():
            value = getattr(suggestion, name)
            editor.setPlainText(value if isinstance(value, str) else "\n".join(value))
        self._stack.setCurrentIndex(1)
        self.editors["measure"].setFocus()

    def refuse(self, why: str) -> None:
        """Say why the example cannot be kept."""
        self._error.setText(wording.shown(why))
        self._error.show()

    def _form(self) -> QWidget:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(4)
        for name, editor in self.editors.items():
            rows.addWidget(label(_FIELDS[name][0], "strong"))
            rows.addWidget(editor)
        rows.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        _show_in(area, inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields bring themselves into view
        away = QPushButton("ยกเลิก")
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.keep, away):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.keep.clicked.connect(self.kept)
        away.clicked.connect(self.given_up)
        form = QWidget()
        outer = QVBoxLayout(form)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        outer.addWidget(self._error)
        outer.addLayout(buttons)
        return form


def _in_words(suggestion: Suggestion | None) -> QWidget:
    """Return all an example says, with what each part is."""
    shown = QWidget()
    rows = QVBoxLayout(shown)
    rows.setContentsMargins(0, 0, 4, 0)
    rows.setSpacing(2)
    steps = () if suggestion is None else suggestion.steps
    numbered = (f"{number}. {step}" for number, step in enumerate(steps, start=1))
    for name, (words, _) in _FIELDS.items():
        if name == "steps":
            text = "\n".join(numbered if len(steps) > 1 else steps)
        else:
            text = "" if suggestion is None else str(getattr(suggestion, name))
        if text:
            rows.addWidget(label(words.partition(" บรรทัด")[0], "strong"))
            rows.addWidget(TextBlock(wording.shown(text)))
            rows.addSpacing(6)
    rows.addStretch()
    return shown


def _show_in(area: QScrollArea, shown: QWidget) -> None:
    """Let something be scrolled with the card behind it; Qt would fill in the window's ground."""
    area.setWidget(shown)
    shown.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)


def _editor(words: str, lines: int) -> ThaiEditor:
    made = ThaiEditor()
    made.setAccessibleName(words)
    made.setStyleSheet(f"min-height: {_LINE * lines + 4}px")
    return made
