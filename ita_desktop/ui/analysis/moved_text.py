"""A frozen text whose data moved on: the old words beside the new, and what to do of it."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.text_block import TextBlock

_WORDS: Final = "ข้อมูลเปลี่ยนแล้ว"
_LEAST: Final = 76
_NARROW: Final = 120


class MovedText(QFrame):
    """Both words under each other's heads, and two buttons."""

    new_wanted = Signal()
    """The words that the data give now are to be frozen."""
    old_wanted = Signal()
    """The frozen words are to stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warningLine")
        self.old, self.new = TextBlock("", least=_NARROW), TextBlock("", least=_NARROW)
        self.take_new = QPushButton("ใช้ข้อความใหม่")
        self.take_new.setToolTip("ตรึงข้อความตามข้อมูลขณะนี้แทนข้อความเดิม")
        self.keep_old = QPushButton("คงข้อความเดิม")
        self.keep_old.setToolTip("ใช้ข้อความที่ตรึงไว้ต่อไป และไม่เตือนจนกว่าข้อมูลจะเปลี่ยนอีก")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(_WORDS, "", wrap=True), 1)
        for button, wanted in ((self.take_new, self.new_wanted), (self.keep_old, self.old_wanted)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, wanted=wanted: wanted.emit())
            head.addWidget(button)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        for words, block in (("ที่ตรึงไว้", self.old), ("ตามข้อมูลขณะนี้", self.new)):
            block.setAccessibleDescription(words)
            side = QVBoxLayout()
            side.setSpacing(0)
            side.addWidget(label(words))
            side.addWidget(_scrolled(block, words), 1)
            sides.addLayout(side, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 4, 8, 6)
        rows.setSpacing(2)
        rows.addLayout(head)
        rows.addLayout(sides, 1)

    def show_words(self, old: str, new: str, *, can_edit: bool) -> None:
        """Show the frozen words and those that the data give now."""
        self.old.show_text(wording.shown(old))
        self.new.show_text(wording.shown(new))
        for button in (self.take_new, self.keep_old):
            button.setEnabled(can_edit)


def _scrolled(block: TextBlock, words: str) -> QScrollArea:
    inner = QWidget()
    rows = QVBoxLayout(inner)
    rows.setContentsMargins(0, 0, 4, 0)
    rows.addWidget(block)
    rows.addStretch()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setMinimumHeight(_LEAST)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(words)
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
