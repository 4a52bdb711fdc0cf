"""A field that both sides changed: every text there is to choose from, whole."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.workflows.units.plan import PlanLineOf

_INDENT = 28


class ConflictCard(Card):
    """A radio button for each way out, the text it gives under it."""

    chosen = Signal(str)
    """The text that is to stand there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title = label("", "cardTitle", wrap=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self.body.addWidget(self.title)
        self.body.addWidget(self._area, 1)
        self.buttons: list[QRadioButton] = []

    def show_conflict(self, line: PlanLineOf[Any], text: str | None) -> None:
        """Show the options of a conflict; ``text`` is the one chosen before."""
        self.title.setText(wording.shown(f"{line.row} · {line.field}"))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(2)
        group = QButtonGroup(inside)
        self.buttons = []
        for option in line.options:
            button = QRadioButton(wording.shown(option.label))
            button.setAccessibleName(f"{option.label}: {option.text or 'ว่าง'}")
            button.setChecked(option.text == text and not any(b.isChecked() for b in self.buttons))
            group.addButton(button)
            said = TextBlock(option.text or "(ว่าง)")
            indented = QVBoxLayout()
            indented.setContentsMargins(_INDENT, 0, 0, 6)
            indented.addWidget(said)
            rows.addWidget(button)
            rows.addLayout(indented)
            self.buttons.append(button)
            button.clicked.connect(lambda _on=False, text=option.text: self.chosen.emit(text))
        rows.addStretch()
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)  # the area turns it on
