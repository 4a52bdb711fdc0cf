"""One text of a paper as it will be printed, to be edited, and the way back to the usual words."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_LINE: Final = 24
_PADDING: Final = 6
_FEWEST, _MOST = 2, 5
_LETTERS: Final = 46  # of a line, roughly: what the narrowest dialog shows


class TextField(QWidget):
    """``usual`` are the words the paper has when nobody edits them."""

    changed = Signal()

    def __init__(self, words: str, usual: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual = usual
        self.editor = ThaiEditor(text)
        self.editor.setAccessibleName(words)
        lines = sum(1 + len(line) // _LETTERS for line in (text or usual).split("\n"))
        height = _LINE * min(max(lines, _FEWEST), _MOST) + _PADDING
        self.editor.setStyleSheet(f"min-height: {height}px; max-height: {height}px")
        self.back = QPushButton("กลับไปใช้ถ้อยคำเดิม")
        self.back.setObjectName("link")
        self.back.setAutoDefault(False)
        self.back.setAccessibleName(f"กลับไปใช้ถ้อยคำเดิมของ{words}")
        head = QHBoxLayout()
        head.addWidget(label(words, "strong"))
        head.addStretch()
        head.addWidget(self.back)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(head)
        rows.addWidget(self.editor)
        self.editor.textChanged.connect(self._changed)
        self.back.clicked.connect(lambda: self.editor.setPlainText(self.usual))
        self.back.setVisible(self.is_edited)

    @property
    def text(self) -> str:
        """What is to be printed."""
        return self.editor.toPlainText().strip()

    @property
    def is_edited(self) -> bool:
        """Whether other words than the usual ones are to be printed."""
        return self.text != self.usual.strip()

    def _changed(self) -> None:
        if self.back.hasFocus() and not self.is_edited:
            self.editor.setFocus()
        self.back.setVisible(self.is_edited)
        self.changed.emit()
