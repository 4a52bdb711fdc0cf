"""Forget what is old: how much goes is said before, a proved backup is made first."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.dates import format_date
from ita_desktop.thai.local_time import local_time
from ita_desktop.ui import wording, work
from ita_desktop.ui.history.restoring import forget_history
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.workflows import history
from ita_desktop.workflows.backups import Reason, back_up
from ita_desktop.workflows.described_rows import size_in_words

if TYPE_CHECKING:
    from ita_desktop.db.old_history import OldHistory

_SIZE = QSize(560, 380)
_YEAR = 365
_SPANS = {
    "1 เดือนล่าสุด": 30,
    "3 เดือนล่าสุด": 91,
    "6 เดือนล่าสุด": 182,
    "2 ปีล่าสุด": 2 * _YEAR,
    "5 ปีล่าสุด": 5 * _YEAR,
    "10 ปีล่าสุด": 10 * _YEAR,
}
_ABOUT = (
    "คะแนนและข้อมูลทั้งหมดอยู่ครบเหมือนเดิม สิ่งที่หายไปคือประวัติว่าใครแก้อะไรเมื่อใด"
    " การเลิกทำย้อนไปก่อนวันนั้น และรายการที่ลบไปก่อนวันนั้น โปรแกรมสำรองไฟล์ไว้ก่อนเสมอ"
)


class ShortenDialog(QDialog):
    """The last year, the last three, or another span stays."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ย่อประวัติเก่า")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self._old: OldHistory | None = None
        self._busy = False
        self.done_words = ""
        self.one = QRadioButton(wording.shown("เก็บประวัติ 1 ปีล่าสุด"))
        self.three = QRadioButton(wording.shown("เก็บประวัติ 3 ปีล่าสุด"))
        self.other = QRadioButton("เก็บประวัติช่วงอื่น")
        self.spans = QComboBox()
        for words, days in _SPANS.items():
            self.spans.addItem(wording.shown(words), days)
        self.spans.setAccessibleName("ช่วงเวลาที่เก็บประวัติ")
        self._what = label("", "strong", wrap=True)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.go = QPushButton("สำรองแล้วย่อประวัติ")
        self.go.setObjectName("main")
        self._lay_out()
        self.three.setChecked(True)
        for choice in (self.one, self.three, self.other):
            choice.toggled.connect(self._look)
        self.spans.activated.connect(self._span_chosen)
        self.go.clicked.connect(self._begin)
        self._look()
        self.three.setFocus()

    def reject(self) -> None:
        """Stay while the backup is made: what was asked for would happen all the same."""
        if not self._busy:
            super().reject()

    def _lay_out(self) -> None:
        choices = QButtonGroup(self)
        inner = QWidget()
        inner.setObjectName("ground")
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(label(_ABOUT, "quiet", wrap=True))
        for choice in (self.one, self.three):
            choices.addButton(choice)
            outer.addWidget(choice)
        choices.addButton(self.other)
        line = QHBoxLayout()
        line.addWidget(self.other)
        line.addWidget(self.spans)
        line.addStretch()
        outer.addLayout(line)
        outer.addWidget(self._what)
        outer.addWidget(self._error)
        outer.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields bring themselves into view
        buttons = QDialogButtonBox()
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        self._away = buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(area, 1)
        whole.addWidget(buttons)

    def _moment(self) -> datetime:
        days: int = self.spans.currentData()
        if self.one.isChecked():
            days = _YEAR
        elif self.three.isChecked():
            days = 3 * _YEAR
        return datetime.now(UTC) - timedelta(days=days)

    def _span_chosen(self) -> None:
        self.other.setChecked(True)
        self._look()

    def _look(self) -> None:
        """Say what would go."""
        moment = self._moment()
        try:
            self._old = history.older_than(self._session.file, moment)
        except (ClerkError, MachineError) as refusal:
            self._refused(refusal)
            return
        old = self._old
        day = format_date(local_time(moment).date(), thai_digits=False)
        words = f"ไม่มีประวัติก่อนวันที่ {day} ให้ย่อ"
        if old.deeds:
            words = (
                f"จะลบประวัติก่อนวันที่ {day} จำนวน {old.deeds} รายการ"
                f" ไฟล์เล็กลงประมาณ {size_in_words(old.bytes)}"
            )
        if old.kept_for_redo:
            words += " รายการที่เลิกทำไว้และยังทำซ้ำได้จะเก็บไว้ พร้อมทุกรายการหลังจากนั้น"
        self._what.setText(wording.shown(words))
        self.go.setEnabled(bool(old.deeds) and not self._session.file.read_only)

    def _begin(self) -> None:
        if self._old is None or self._busy:
            return
        self._set_busy(busy=True)
        self._what.setText("กำลังสำรองไฟล์…")
        job = partial(back_up, self._session.path, Reason.HISTORY)
        work.run(job, lambda _made: self._forget(), self._refused)

    def _forget(self) -> None:
        if not isValid(self) or self._old is None:
            return
        try:
            shrunk = forget_history(self._session, self._old)
        except (ClerkError, MachineError) as refusal:
            self._refused(refusal)
            return
        self._set_busy(busy=False)
        self.done_words = f"ย่อประวัติแล้ว {self._old.deeds} รายการ"
        if not shrunk:
            self.done_words += " ไฟล์ยังมีขนาดเท่าเดิมเพราะดิสก์ไม่มีที่ว่างพอ ที่ว่างในไฟล์จะถูกใช้เมื่อบันทึกครั้งต่อไป"
        self._what.setText(wording.shown(self.done_words))
        self._old = None
        self.go.setEnabled(False)
        self._away.setText("ปิด")
        self._away.setFocus()

    def _refused(self, fault: Exception) -> None:
        there = isValid(self)
        if there:
            self._set_busy(busy=False)
        if not isinstance(fault, ClerkError | MachineError):
            raise fault
        if not there:
            return
        self._what.setText("ยังไม่ได้ย่อประวัติ")
        self._error.setText(wording.shown(str(fault)))
        self._error.show()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for control in (self.one, self.three, self.other, self.spans, self.go, self._away):
            control.setEnabled(not busy)
