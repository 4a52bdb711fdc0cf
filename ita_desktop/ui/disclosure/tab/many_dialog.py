"""Several items at once: their state, who is responsible, until when; one deed."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_entry import FIELD_WORDS
from ita_desktop.ui import wording
from ita_desktop.ui.fields.text_editor import TextEditor
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.workflows.disclosure.entering import OitEdit

_SIZE: Final = QSize(560, 330)
_UNITS: Final = 84
"""Pixels of three units."""
_STAYS: Final = "คงเดิม"
_MOST_CODES: Final = 12
Write = Callable[[Sequence[OitEdit], str], str]
"""Writes edits as a deed with this name; returns why they were refused, or ""."""


class ManyDialog(QDialog):
    """What is left as it is changes nothing; what is refused is said, and the dialog stays."""

    def __init__(
        self, codes: Sequence[str], units: Sequence[str], write: Write, parent: QWidget
    ) -> None:
        """``units`` are the office's, offered while units are typed."""
        super().__init__(parent)
        self._codes, self._write = codes, write
        self.setWindowTitle(wording.shown(f"กำหนดพร้อมกัน {len(codes)} ข้อ"))
        self.resize(fitting(parent, _SIZE))
        self.state = QComboBox()
        self.state.setAccessibleName(FIELD_WORDS["state"])
        self.state.addItem(_STAYS, None)
        for state in PublishState:
            self.state.addItem(state.words, state)
        self.units = TextEditor(self, (*units, "ทุกหน่วยงาน"))
        self.units.setObjectName("")
        self.units.setAccessibleName(FIELD_WORDS["units"])
        self.units.setPlaceholderText(_STAYS)
        self.units.setFixedHeight(_UNITS)
        self.units.tab_wanted.connect(self._go_on)
        self.units.leave_wanted.connect(self._go_on)
        self.due = QLineEdit()
        self.due.setAccessibleName(FIELD_WORDS["due"])
        hint(self.due, wording.shown(f"{_STAYS} หรือพิมพ์ เช่น 30 เม.ย. 66"))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        buttons = QDialogButtonBox()
        take = buttons.addButton("บันทึก", QDialogButtonBox.ButtonRole.AcceptRole)
        take.setObjectName("main")
        take.setToolTip("Ctrl+Enter")
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, part in (("state", self.state), ("units", self.units), ("due", self.due)):
            form.addRow(label(FIELD_WORDS[name], "quiet"), part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(self.windowTitle(), "cardTitle", wrap=True))
        outer.addWidget(label(_named(codes), "quiet", wrap=True))
        outer.addLayout(form)
        outer.addStretch()
        outer.addWidget(self.error)
        outer.addWidget(buttons)
        for before, after in ((self.state, self.units), (self.units, self.due), (self.due, take)):
            QWidget.setTabOrder(before, after)
        self.state.setFocus()

    def edits(self) -> list[OitEdit]:
        """Return what is to be written of every item."""
        fields: dict[str, str] = {}
        if (state := self.state.currentData()) is not None:
            fields["state"] = PublishState(state).words
        if units := self.units.kept_text().strip():
            fields["units"] = units
        if due := self.due.text().strip():
            fields["due"] = due
        return [
            OitEdit(code=code, field=field, text=text)
            for code in self._codes
            for field, text in fields.items()
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return
        super().keyPressEvent(event)

    def _take(self) -> None:
        edits = self.edits()
        names = list(dict.fromkeys(FIELD_WORDS[edit.field] for edit in edits))
        deed = f"กำหนด{' '.join(names)} {len(self._codes)} ข้อ"
        why = self._write(edits, deed) if edits else ""
        self.error.setText(wording.said(why))
        self.error.setVisible(bool(why))
        if (layout := self.layout()) is not None and why:
            most = QSize(self.width(), layout.totalHeightForWidth(self.width()))
            self.resize(fitting(self.parentWidget(), most.expandedTo(self.size())))
        if not why:
            self.accept()

    def _go_on(self, forward: bool) -> None:
        self.focusNextPrevChild(forward)


def _named(codes: Sequence[str]) -> str:
    """Return the codes, the first of them where they are many."""
    words = ", ".join(codes[:_MOST_CODES])
    return f"{words} …" if len(codes) > _MOST_CODES else words
