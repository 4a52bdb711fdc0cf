"""ตรวจฐานข้อมูล: whether the open file is sound, said in words, with what can be done."""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from ita_desktop.db.proof import Proof
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording, work
from ita_desktop.ui.backups.wording import moment, table
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.workflows.backups import last_good_backup
from ita_desktop.workflows.described_rows import size_in_words
from ita_desktop.workflows.verify import verify

_LOG = ("deed", "change")
_MOST = 8


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found; ``backup`` is when the newest good backup was made."""

    proof: Proof
    size: int
    backup: datetime | None


class ProofDialog(QDialog):
    """Examines the file beside the work; closing it gives nothing up but the answer."""

    backups_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ตรวจฐานข้อมูล")
        self.head = label("กำลังตรวจฐานข้อมูล", "cardTitle", wrap=True)
        self.words = label("อ่านทุกส่วนของไฟล์และเทียบข้อมูลกับประวัติการแก้ไข", wrap=True)
        self.advice = label("", "quiet", wrap=True)
        self.advice.hide()
        buttons = QDialogButtonBox()
        self.backups = buttons.addButton("ดูไฟล์สำรอง…", QDialogButtonBox.ButtonRole.ActionRole)
        self.backups.hide()
        self.backups.clicked.connect(self._to_backups)
        buttons.addButton("ปิด", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        content = QVBoxLayout()
        content.setSpacing(10)
        for line in (self.head, self.words, self.advice):
            content.addWidget(line)
        content.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(buttons)
        self.resize(fitting(parent, QSize(620, 300)))
        path = session.path
        work.run(lambda: examine(path), self._show, self._fail).ends_with(self)

    def _show(self, examined: Examined) -> None:
        if not isValid(self):
            return
        proof = examined.proof
        if proof.sound:
            self._say("ไฟล์สมบูรณ์ ไม่พบความผิดปกติ", "green", _in_words(examined), "")
            return
        findings = [f"• {_named(finding)}" for finding in proof.findings[:_MOST]]
        if len(proof.findings) > _MOST:
            findings.append(f"และอีก {len(proof.findings) - _MOST} จุด")
        advice = (
            f"ไฟล์สำรองที่สมบูรณ์ล่าสุดทำเมื่อ {moment(examined.backup)} เปิดดูและเทียบก่อนคืนข้อมูลได้"
            if examined.backup
            else "ยังไม่มีไฟล์สำรองที่สมบูรณ์ กรุณาคัดลอกไฟล์นี้เก็บไว้ก่อนทำงานต่อ"
        )
        self._say(f"พบความผิดปกติ {len(proof.findings)} จุด", "red", "\n".join(findings), advice)
        self.backups.setVisible(examined.backup is not None)

    def _fail(self, fault: Exception) -> None:
        if not isinstance(fault, (ClerkError, MachineError)):
            raise fault
        if isValid(self):
            self._say("ตรวจไม่สำเร็จ", "red", str(fault), "")

    def _say(self, head: str, role: str, words: str, advice: str) -> None:
        self.head.setText(wording.shown(head))
        self.head.setStyleSheet(f"color: {theme.color(role).name()};")
        self.words.setText(wording.shown(words))
        self.advice.setText(wording.shown(advice))
        self.advice.setVisible(bool(advice))

    def _to_backups(self) -> None:
        self.accept()
        self.backups_requested.emit()


def examine(path: Path) -> Examined:
    """Prove a data file and find its newest good backup; raises as ``verify`` does."""
    proof = verify(path)
    good = last_good_backup(path)
    made = good.manifest.made if good is not None and good.manifest is not None else None
    return Examined(proof, path.stat().st_size if path.exists() else 0, made)


def _named(finding: str) -> str:
    """Return a finding with what a table holds in the place of its name."""
    return re.sub(r"ตาราง (\w+)", lambda match: table(match[1]), finding)


def _in_words(examined: Examined) -> str:
    rows = examined.proof.rows
    data = sum(count for table, count in rows.items() if table not in _LOG)
    backup = f"เมื่อ {moment(examined.backup)}" if examined.backup else "ยังไม่มี"
    return (
        f"ข้อมูล {data:,} แถว ตรงกับประวัติการแก้ไข {rows.get('deed', 0):,} ครั้ง\n"
        f"ขนาดไฟล์ {size_in_words(examined.size)}\n"
        f"ไฟล์สำรองที่สมบูรณ์ล่าสุด {backup}"
    )
