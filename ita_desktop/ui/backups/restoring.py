"""Taking a backup back into the open file: looked into first, then one deed for undo."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, wording, work
from ita_desktop.ui.backups.keeper import BackupKeeper, Kept
from ita_desktop.ui.backups.wording import differing, moment
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.workflows.backups import Reason
from ita_desktop.workflows.described_differences import differences_in_words
from ita_desktop.workflows.restore import Look, look_inside, take_back

_TITLE = "คืนข้อมูลจากไฟล์สำรอง"
_HEADS = ["ข้อมูลที่ต่างกัน", "ช่อง", "ในไฟล์ที่เปิดอยู่", "ในไฟล์สำรอง"]
_MOST_DEEDS = 200
_LEAST_TABLE = 66  # pixels: its head and a row


class RestoreDialog(QDialog):
    """Shows what taking a backup back would change; accepting takes it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_TITLE)
        found = look.comparison
        differs = bool(found.tables)
        buttons = QDialogButtonBox()
        self.take = buttons.addButton("คืนข้อมูลจากไฟล์นี้", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("main")
        self.take.setVisible(differs)
        away = buttons.addButton(
            "ยกเลิก" if differs else "ปิด", QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(title_of(look), "cardTitle", wrap=True))
        for words, name in _remarks(look):
            outer.addWidget(label(wording.shown(words), name, wrap=True))
        self.values = WrappedTable(0, _HEADS)
        self.values.setAccessibleName("ข้อมูลที่ต่างกัน")
        self.deeds = WrappedTable(0, ["เมื่อ", "การแก้ไขที่ใหม่กว่าไฟล์สำรอง", "โดย"])
        self.deeds.setAccessibleName("การแก้ไขที่ใหม่กว่าไฟล์สำรอง")
        for table in (self.values, self.deeds):
            table.setMinimumHeight(_LEAST_TABLE)
        outer.addWidget(self.values, 3)
        outer.addWidget(self.deeds, 2)
        self.values.setVisible(differs)
        self.deeds.setVisible(differs and bool(found.newer))
        if not differs:
            outer.addStretch()
        outer.addWidget(buttons)
        self._fill(look)
        away.setFocus()
        self.resize(fitting(parent, QSize(780, 600 if differs else 220)))

    def _fill(self, look: Look) -> None:
        told = differences_in_words(look.comparison.rows)
        self.values.setRowCount(len(told))
        for row, one in enumerate(told):
            for column, text in enumerate((one.place, one.field, one.here, one.there)):
                self.values.setItem(row, column, QTableWidgetItem(wording.shown(text)))
        shown = look.comparison.newer[:_MOST_DEEDS]
        self.deeds.setRowCount(len(shown))
        for row, deed in enumerate(shown):
            texts = (moment(deed.at), wording.shown(deed.name), deed.person)
            for column, text in enumerate(texts):
                self.deeds.setItem(row, column, QTableWidgetItem(text))


def title_of(look: Look) -> str:
    """Return which backup it is, as a title."""
    made = look.manifest and look.manifest.made
    return f"ไฟล์สำรองเมื่อ {moment(made)}" if made else f"ไฟล์ {look.backup.name}"


def _remarks(look: Look) -> list[tuple[str, str]]:
    """Return what is to be said of a backup, each with the style of its label."""
    found, manifest = look.comparison, look.manifest
    said: list[tuple[str, str]] = []
    if manifest is None:
        said.append(("ไฟล์นี้คัดลอกไว้เอง อ่านได้ครบ แต่ไม่มีหลักฐานยืนยันว่าไม่ถูกเปลี่ยนแปลง", "warning"))
    if not found.same_history:
        office = f" ({manifest.office})" if manifest and manifest.office else ""
        said.append((f"ไฟล์นี้{office} ไม่ใช่ข้อมูลก่อนหน้าของไฟล์ที่เปิดอยู่ กรุณาตรวจว่าเลือกถูกไฟล์", "warning"))
    if not found.tables:
        said.append(("ข้อมูลในไฟล์สำรองตรงกับไฟล์ที่เปิดอยู่ทุกรายการ ไม่มีอะไรต้องคืน", "quiet"))
        return said
    said.append((differing(found), "quiet"))
    if found.newer_count:
        said.append((f"หลังสำรองไฟล์นี้ มีการแก้ไขอีก {found.newer_count} ครั้ง ซึ่งจะไม่อยู่ในข้อมูลที่คืน", "quiet"))
    said.append(("ข้อมูลปัจจุบันจะสำรองไว้ก่อน และคืนแล้วเลิกทำได้ด้วย Ctrl+Z", "quiet"))
    return said


class Restoring(QObject):
    """One backup on its way back: proved and compared, shown, backed up, taken."""

    ended = Signal()
    """The data were taken back, or nothing more will happen."""

    def __init__(
        self, session: Session, keeper: BackupKeeper, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(notice)
        self._session = session
        self._keeper = keeper
        self._notice = notice
        self._window = window

    def look(self, backup: Path) -> None:
        """Look into a backup beside the work, then show what it would change."""
        path = self._session.path
        work.run(lambda: look_inside(backup, path), self._show, self._refuse)

    def _show(self, look: Look) -> None:
        if not isValid(self) or not self._session.is_open:
            look.close()
            return
        dialog = RestoreDialog(look, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._secure, look))
        dialog.rejected.connect(partial(self._end, look))
        dialog.open()

    def _secure(self, look: Look) -> None:
        """Back up what is there now; without that nothing is taken back."""
        if not self._session.leave():
            self._end(look)
            return
        self._notice.say("กำลังสำรองข้อมูลปัจจุบันก่อนคืนข้อมูล")
        self._keeper.back_up(
            Reason.RESTORE, partial(self._take, look), partial(self._not_secured, look)
        )

    def _take(self, look: Look, _kept: Kept) -> None:
        if not isValid(self) or not self._session.is_open:
            look.close()
            return
        name = f"คืนข้อมูลจาก{title_of(look)}"
        try:
            take_back(self._session.file, look, name)
        except (ClerkError, MachineError) as refusal:
            self._notice.hide()
            messages.say(self._window, "คืนข้อมูลไม่ได้", str(refusal))
        else:
            self._session.refresh()
            self._notice.say(
                f"{name} แล้ว กด Ctrl+Z หากต้องการเลิกทำ", [("เลิกทำ", self._session.undo)]
            )
        self._end(look)

    def _not_secured(self, look: Look, sentence: str) -> None:
        look.close()
        if isValid(self):
            self._notice.hide()
            messages.say(self._window, "ยังไม่ได้คืนข้อมูล", sentence)
            self.ended.emit()

    def _refuse(self, fault: Exception) -> None:
        if not isinstance(fault, (ClerkError, MachineError)):
            raise fault
        if isValid(self):
            messages.say(self._window, "คืนข้อมูลไม่ได้", str(fault))
            self.ended.emit()

    def _end(self, look: Look) -> None:
        look.close()
        self.ended.emit()
