"""One round: its days, how many steps have a report, and the button that closes or opens it."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QProgressBar, QPushButton, QWidget

from ita_desktop.documents.layout import Layout
from ita_desktop.documents.measure_texts import has_rounds
from ita_desktop.domain.measures import Round
from ita_desktop.thai.dates import format_date
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows.layouts import text_key
from ita_desktop.workflows.rounds import Progress


class RoundCard(Card):
    """Shows a round; what is to be done with it is asked for by signals."""

    close_wanted = Signal(int)
    reopen_wanted = Signal(int)
    paper_wanted = Signal(str)

    def __init__(
        self, months: Round, layouts: Iterable[Layout], parent: QWidget | None = None
    ) -> None:
        """``layouts`` are those that there are; papers that have rounds can be printed."""
        super().__init__(wording.shown(f"รอบ {months} เดือน"), parent)
        self._months = months
        self._closed = False
        self.days = label("", "quiet", wrap=True)
        self.count = label("", "", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.state = label("", "note", wrap=True)
        self.deed = QPushButton()
        self.deed.setAutoDefault(False)
        self.deed.clicked.connect(self._ask)
        self._menu = QMenu(self)
        self.print = QPushButton("ดูและพิมพ์")
        self.print.setAutoDefault(False)
        self.print.setAccessibleName(f"ดูและพิมพ์รายงานรอบ {months} เดือน")
        self.print.setMenu(self._menu)
        for layout in layouts:
            if has_rounds(layout):
                name = text_key(layout.id, months)
                action = self._menu.addAction(wording.shown(layout.name))
                action.triggered.connect(partial(self._wish_paper, name))
        self.head.addWidget(self.print)
        self.head.addWidget(self.deed)
        for part in (self.days, self.count, self.bar, self.state):
            self.body.addWidget(part)
        self.body.addStretch()

    def show_progress(self, progress: Progress, *, writable: bool) -> None:
        """Show how far the round is."""
        first, last = (
            format_date(day, thai_digits=True, abbreviated=True)
            for day in (progress.first, progress.last)
        )
        self._closed = progress.closed is not None
        self.days.setText(f"{first} – {last}")
        told = f"มีรายงานแล้ว {progress.reported} จาก {progress.steps} ขั้นตอน"
        self.count.setText(wording.shown(told))
        self.bar.setRange(0, max(progress.steps, 1))
        self.bar.setValue(progress.reported)
        self.bar.setAccessibleName(told)
        if progress.closed is not None:
            state = f"ปิดเมื่อ {wording.moment(progress.closed)} รายงานพิมพ์ตามที่เป็นในวันนั้น"
        else:
            state = "เปิดอยู่ ปิดรอบเมื่อรายงานครบเพื่อเก็บผลไว้ไม่ให้เปลี่ยน"
        self.state.setText(wording.shown(state))
        words = "เปิดรอบอีกครั้ง" if self._closed else "ปิดรอบ"
        self.deed.setText(words)
        self.deed.setAccessibleName(f"{words} {self._months} เดือน")
        self.deed.setEnabled(writable and (self._closed or progress.steps > 0))
        self.print.setEnabled(progress.steps > 0)

    def _ask(self) -> None:
        wish = self.reopen_wanted if self._closed else self.close_wanted
        wish.emit(self._months)

    def _wish_paper(self, name: str, _on: bool = False) -> None:  # noqa: FBT002 - Qt's
        self.paper_wanted.emit(name)
