"""The fields of a draft: number, day, what it is about, its words, who signs."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.announcement import date_words
from ita_desktop.documents.announcement_texts import usual_subject, usual_text
from ita_desktop.domain.announcements import Announcement
from ita_desktop.domain.office import Office
from ita_desktop.errors import ClerkError
from ita_desktop.thai.dates import format_date, parse_date
from ita_desktop.ui import today, wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_LINES = {
    "subject": "เรื่อง",
    "number": "เลขที่ในทะเบียน",
    "dated": "ประกาศ ณ วันที่",
    "signer": "ผู้ลงนาม",
    "signer_title": "ตำแหน่ง",
}
_TEXT_HEIGHT = 190
_ABOUT_TEXT = "เหตุผลก่อน แล้วจึงสิ่งที่ประกาศ ขึ้นบรรทัดใหม่คือย่อหน้าใหม่ คำใน { } โปรแกรมเติมให้จากข้อมูล"
_ABOUT_NUMBER = "เก็บไว้ค้นหา ไม่พิมพ์บนประกาศตามแบบที่ ๗"


class AnnouncementFields(QWidget):
    """Shows one announcement; what is typed is asked for with ``typed`` and kept field by field."""

    changed = Signal()
    """A letter was typed, or the tick was set."""
    left = Signal(str, str)
    """A field was left with another text than it came with: its name and the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self._kept: dict[str, str] = {}
        self._shown: Announcement | None = None
        self.lines = {name: QLineEdit() for name in _LINES}
        for name, line in self.lines.items():
            line.setAccessibleName(_LINES[name])
            line.textChanged.connect(self.changed)
            line.editingFinished.connect(self._left_of(name))
        hint(self.lines["dated"], "เช่น ๒๙ ก.ย. ๖๕")
        hint(self.lines["number"], "เช่น ๑/๒๕๖๖")
        self.text = ThaiEditor()
        self.text.setAccessibleName("ข้อความของประกาศ")
        self.text.setStyleSheet(f"min-height: {_TEXT_HEIGHT}px; max-height: {_TEXT_HEIGHT}px")
        self.text.textChanged.connect(self.changed)
        self.text.installEventFilter(self)
        self.today = QPushButton("วันนี้")
        self.today.setAutoDefault(False)
        self.today.clicked.connect(self._put_today)
        self.month_word = QCheckBox("พิมพ์คำว่า “เดือน” ในวันที่")
        self.month_word.toggled.connect(self._ticked)
        self.day = label("", "note", wrap=True)
        self._lay_out()

    def show_announcement(self, announcement: Announcement, office: Office) -> None:
        """Put an announcement's words into the fields; those of its kind where it has none."""
        self._shown = announcement
        day = announcement.dated
        self._kept = {
            "subject": announcement.subject or usual_subject(announcement.kind),
            "number": announcement.number,
            "dated": "" if day is None else format_date(day, thai_digits=True),
            "signer": announcement.signer or office.executive,
            "signer_title": announcement.signer_title or office.executive_title,
            "text": announcement.text or usual_text(announcement.kind),
        }
        if announcement.is_issued:  # is read, no longer typed
            self._kept = {name: wording.shown(text) for name, text in self._kept.items()}
        for widget in (*self.lines.values(), self.text, self.month_word):
            widget.blockSignals(True)
        for name, line in self.lines.items():
            if line.text() != self._kept[name]:
                line.setText(self._kept[name])
                line.setCursorPosition(0)
        if self.text.toPlainText() != self._kept["text"]:
            self.text.setPlainText(self._kept["text"])
        self.month_word.setChecked(announcement.month_word)
        for widget in (*self.lines.values(), self.text, self.month_word):
            widget.blockSignals(False)
        self._say_day()

    def allow(self, *, writable: bool) -> None:
        """Let the fields be typed into, or only read."""
        for line in (*self.lines.values(), self.text):
            line.setReadOnly(not writable)
        self.month_word.setEnabled(writable)
        self.today.setEnabled(writable)

    @property
    def pending(self) -> Mapping[str, str]:
        """The fields whose text is another than they came with."""
        return {name: text for name, text in self._texts().items() if text != self._kept[name]}

    @property
    def typed(self) -> Announcement | None:
        """The announcement as it is typed now; the day as it was where none can be read."""
        if self._shown is None:
            return None
        texts = self._texts()
        dated = self._shown.dated
        with suppress(ClerkError):
            dated = parse_date(texts["dated"]) if texts["dated"].strip() else None
        return replace(
            self._shown,
            subject=texts["subject"].strip(),
            text=texts["text"].strip(),
            number=texts["number"].strip(),
            signer=texts["signer"].strip(),
            signer_title=texts["signer_title"].strip(),
            dated=dated,
            month_word=self.month_word.isChecked(),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.text and event.type() == QEvent.Type.FocusOut:
            self._leave("text")
        return False

    def _texts(self) -> dict[str, str]:
        lines = {name: line.text() for name, line in self.lines.items()}
        return {**lines, "text": self.text.toPlainText()} if self._kept else {}

    def _left_of(self, name: str) -> Callable[[], None]:
        return lambda: self._leave(name)

    def _leave(self, name: str) -> None:
        self._say_day()
        if self._shown is not None and name in (pending := self.pending):
            self.left.emit(name, pending[name])

    def _ticked(self, ticked: bool) -> None:
        self._say_day()
        self.changed.emit()
        self.left.emit("month_word", "1" if ticked else "")

    def _put_today(self) -> None:
        self.lines["dated"].setText(format_date(today.today(), thai_digits=True))
        self._leave("dated")

    def _say_day(self) -> None:
        """Say which day was understood, or what is wrong with it."""
        text = self.lines["dated"].text()
        try:
            words = (
                ""
                if not text.strip()
                else wording.shown(
                    date_words(parse_date(text), month_word=self.month_word.isChecked())
                )
            )
        except ClerkError as refusal:
            words = wording.said(str(refusal))
        self.day.setText(words or "เว้นว่างไว้จะพิมพ์เส้นประให้เขียนวันที่ด้วยมือ")

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(4)
        rows.addWidget(label(_LINES["subject"], "strong"))
        rows.addWidget(self.lines["subject"])
        rows.addWidget(label("ข้อความ", "strong"))
        rows.addWidget(label(_ABOUT_TEXT, "note", wrap=True))
        rows.addWidget(self.text)
        day = QHBoxLayout()
        day.addWidget(self.lines["dated"], 1)
        day.addWidget(self.today)
        rows.addWidget(label(_LINES["dated"], "strong"))
        rows.addLayout(day)
        rows.addWidget(self.day)
        rows.addWidget(self.month_word)
        rows.addWidget(label(_LINES["number"], "strong"))
        rows.addWidget(self.lines["number"])
        rows.addWidget(label(_ABOUT_NUMBER, "note", wrap=True))
        for name in ("signer", "signer_title"):
            rows.addWidget(label(_LINES[name], "strong"))
            rows.addWidget(self.lines[name])
        rows.addStretch()
