"""What an item must show, as ticks: how many are there, all at once, and what is said of them."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.disclosure import contents_of
from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.ui import wording
from ita_desktop.ui.disclosure.tab.link import link
from ita_desktop.ui.disclosure.tab.tick_list import TickList
from ita_desktop.ui.widgets.card import label

_NO_CONTENTS: Final = (
    "เกณฑ์ของปีนี้ยังไม่บอกองค์ประกอบของข้อ เพิ่มได้โดยนำเข้าเกณฑ์ (เมนู › เกณฑ์ประเมินของปีนี้ › นำเข้าจากไฟล์…)"
)


class ContentsBlock(QFrame):
    """Where the criteria tell no contents, it says so."""

    ticked = Signal(object, bool)
    """These contents (a tuple of their ``text``) were said to be there, or not."""
    refused = Signal()
    """A tick where nothing can be written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("heading")
        self._standing: ItemStanding | None = None
        self.list = TickList()
        self.all = link("ทำเครื่องหมายทั้งหมด")
        self.count = label("", "quiet")
        self.notes = label("", "note", wrap=True)
        self.none = label(_NO_CONTENTS, "quiet", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 10, 0)
        head.setSpacing(10)
        head.addWidget(label("องค์ประกอบที่ต้องมี", "strong"))
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.all)
        words = QVBoxLayout()
        words.setContentsMargins(14, 2, 14, 0)
        words.addWidget(self.notes)
        words.addWidget(self.none)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.list)
        rows.addLayout(words)
        self.all.clicked.connect(lambda _on=False: self._tick_all())
        self.list.ticked_by_hand.connect(self.ticked)
        self.list.refused.connect(self.refused)

    def show_item(self, standing: ItemStanding, *, writable: bool) -> None:
        """Show what an item must show and which of it is there."""
        self._standing = standing
        there = bool(standing.asked)
        self.list.writable = writable
        self.list.show_contents(contents_of(standing.item), standing.known.contents)
        self.list.setVisible(there)
        self.none.setVisible(not there)
        self.count.setVisible(there)
        self.count.setText(wording.shown(f"มีแล้ว {standing.there} จาก {standing.asked}"))
        self.all.setVisible(there and writable)
        whole = not standing.missing
        self.all.setText("นำเครื่องหมายออกทั้งหมด" if whole else "ทำเครื่องหมายทั้งหมด")
        notes = "\n".join(f"* {' '.join(note.split())}" for note in standing.item.notes)
        self.notes.setText(wording.shown(notes))
        self.notes.setVisible(bool(notes))

    def show_again(self) -> None:
        """Show what the file has: what was ticked was refused."""
        self.list.forget()
        if self._standing is not None:
            self.show_item(self._standing, writable=self.list.writable)

    def stand_at(self, text: str) -> None:
        """Make a required content, by ``Content.text``, the current row."""
        for row, one in enumerate(self.list.shown_contents):
            if one.text == text:
                self.list.setCurrentCell(row, 1)

    def stand_at_missing(self) -> None:
        """Make the first required content that is not there the current row."""
        if self._standing is not None and self._standing.missing:
            self.stand_at(self._standing.missing[0].text)

    def _tick_all(self) -> None:
        if self._standing is not None:
            self.list.tick_all(on=bool(self._standing.missing))
