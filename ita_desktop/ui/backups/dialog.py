"""The list of backups of a file: when, why, good or bad; and what can be done with them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.db.shelf import Backup
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording, work
from ita_desktop.ui.backups.keeper import BackupKeeper, Kept
from ita_desktop.ui.backups.second_card import SecondPlaceCard
from ita_desktop.ui.backups.wording import moment, reason
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.workflows import backups
from ita_desktop.workflows.backups import Reason
from ita_desktop.workflows.described_rows import size_in_words

_HEADS = ["เมื่อ", "สาเหตุ", "ขนาด", "แก้ไขแล้ว (ครั้ง)", "สภาพ"]
_EMPTY_READ_ONLY = "ยังไม่มีไฟล์สำรองของไฟล์นี้ และไฟล์นี้เปิดอ่านอย่างเดียว จึงสำรองจากที่นี่ไม่ได้"
_EMPTY = "ยังไม่มีไฟล์สำรองของไฟล์นี้ กด “สำรองเดี๋ยวนี้” เพื่อทำไฟล์แรก"
_ABOUT = "โปรแกรมสำรองให้เองทุก 30 นาทีที่มีการแก้ไขและเมื่อปิดไฟล์ ทุกไฟล์ตรวจแล้วว่าอ่านกลับได้ครบ"
_PROVING = "กำลังตรวจ…"
_GOOD, _BAD = "สมบูรณ์", "เสียหาย"
_SAME = " (ตรงกับปัจจุบัน)"
_STATE = 4
_LEAST_TABLE = 130

_Deed: TypeAlias = tuple[int | None, datetime | None]
"""Number and time of a file's newest deed."""


class BackupsDialog(QDialog):
    """Wishes to take back or to look go out as signals; the rest is done here."""

    restore_requested = Signal(Path)
    look_requested = Signal(Path)

    def __init__(
        self,
        session: Session,
        settings: Settings,
        keeper: BackupKeeper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("สำรองข้อมูล")
        self._session = session
        self._keeper = keeper
        self._job: work.Job | None = None
        self._shown: tuple[Backup, ...] = ()
        self._good: dict[Path, bool] = {}
        self._present: _Deed = (None, None)
        self.table = WrappedTable(0, _HEADS)
        self.table.setAccessibleName("ไฟล์สำรอง")
        self.table.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self.words = label("กำลังอ่านรายการไฟล์สำรอง", "quiet", wrap=True)
        self.empty = label(wording.shown(_EMPTY), "quiet", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.now = _button("สำรองเดี๋ยวนี้", self._back_up, main=True)
        self.restore = _button("คืนข้อมูลจากไฟล์นี้…", self._restore)
        self.look = _button("เปิดดู", self._look)
        self.other = _button("คืนข้อมูลจากไฟล์อื่น…", self._choose_other)
        self.folder = _button("เปิดโฟลเดอร์", self._open_folder)
        self.second = SecondPlaceCard(settings)
        self._lay_out()
        writable = not session.file.read_only
        self.now.setEnabled(writable)
        self.other.setEnabled(writable)
        if not writable:
            self.empty.setText(_EMPTY_READ_ONLY)
        self.table.itemSelectionChanged.connect(self._follow)
        self.table.itemActivated.connect(self.restore.click)
        self.resize(fitting(parent, QSize(900, 620)))
        self._follow()
        self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: the dialog would close by it."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def read(self) -> None:
        """Read the shelf beside the work, then prove what stands there."""
        path = self._session.path
        job = work.run(
            lambda: (backups.backups_of(path), backups.latest_deed(path)),
            self._show,
            self._not_read,
        )
        job.ends_with(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.restore, self.look, self.folder):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.other)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.now, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox()
        buttons.addButton("ปิด", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.table.setMinimumHeight(_LEAST_TABLE)
        content = QVBoxLayout()
        content.setSpacing(12)
        content.addLayout(head)
        content.addWidget(self.error)
        content.addWidget(self.table, 1)
        content.addWidget(self.empty, 1)
        content.addLayout(row)
        content.addWidget(self.second)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(buttons)

    def _show(self, read: tuple[tuple[Backup, ...], _Deed]) -> None:
        if not isValid(self):
            return
        found, self._present = read
        self._shown = found
        self.words.setText(wording.shown(_ABOUT))
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.table.setRowCount(len(found))
        for place, backup in enumerate(found):
            self._fill(place, backup)
        self.table.fit()
        if found:
            self.table.selectRow(next(filter(self._is_older, range(len(found))), 0))
        self._follow()
        if self._job is not None:
            self._job.cancel()
        unknown = [one for one in found if one.path not in self._good]
        self._job = work.run(
            lambda progress: _proved(unknown, progress), self._tell_proved, self._not_read, _moved
        )
        self._job.ends_with(self)

    def _fill(self, place: int, backup: Backup) -> None:
        manifest = backup.manifest
        if manifest is None:
            texts = [backup.path.name, "", size_in_words(backup.size), "", _BAD]
        else:
            deed = wording.figure(manifest.deed or 0)
            why = reason(manifest.reason) + (_SAME if self._is_present(backup) else "")
            texts = [moment(manifest.made), why, size_in_words(manifest.size), deed, _PROVING]
        for column, text in enumerate(texts):
            self.table.setItem(place, column, QTableWidgetItem(wording.shown(text)))
        if backup.path in self._good or manifest is None:
            self._say_state(place, good=self._good.get(backup.path, False))

    def _is_present(self, backup: Backup) -> bool:
        """Say whether a backup was made of the very last deed: there is nothing to take back."""
        made = backup.manifest
        return made is not None and (made.deed, made.deed_at) == self._present

    def _is_older(self, place: int) -> bool:
        backup = self._shown[place]
        return backup.manifest is not None and not self._is_present(backup)

    def _tell_proved(self, proved: dict[Path, bool]) -> None:
        if isValid(self):
            self._good |= proved
            for place, backup in enumerate(self._shown):
                self._say_state(place, good=self._good.get(backup.path, False))
            self.table.fit()
            self._follow()

    def _say_state(self, place: int, *, good: bool) -> None:
        item = QTableWidgetItem(_GOOD if good else _BAD)
        item.setForeground(theme.color("green" if good else "red"))
        self.table.setItem(place, _STATE, item)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        row = self.table.currentRow()
        selected = bool(self.table.selectedItems())
        return self._shown[row] if selected and 0 <= row < len(self._shown) else None

    def _follow(self) -> None:
        chosen = self.chosen
        usable = chosen is not None and chosen.manifest is not None
        usable = usable and self._good.get(chosen.path, True) if chosen else False
        self.restore.setEnabled(usable and not self._session.file.read_only)
        self.look.setEnabled(usable)
        self.folder.setEnabled(bool(self._shown))

    def _back_up(self) -> None:
        self.now.setEnabled(False)
        self.error.hide()
        self._keeper.back_up(Reason.BY_HAND, self._backed_up, self._not_backed_up)

    def _backed_up(self, kept: Kept) -> None:
        if isValid(self):
            self.now.setEnabled(True)
            self.now.setFocus()  # the button took it along when it was off
            self.second.show_state(kept.not_second)
            self.read()

    def _not_backed_up(self, sentence: str) -> None:
        if isValid(self):
            self.now.setEnabled(True)
            self.now.setFocus()
            self._say_error(sentence)

    def _not_read(self, fault: Exception) -> None:
        if not isinstance(fault, (ClerkError, MachineError)):
            raise fault
        if isValid(self):
            self._say_error(str(fault))

    def _say_error(self, sentence: str) -> None:
        self.error.setText(wording.shown(sentence))
        self.error.show()

    def _restore(self) -> None:
        if (chosen := self.chosen) is not None:
            self.restore_requested.emit(chosen.path)

    def _look(self) -> None:
        if (chosen := self.chosen) is not None:
            self.accept()
            self.look_requested.emit(chosen.path)

    def _choose_other(self) -> None:
        start = str(self.second.folder or Path.home())
        found, _ = QFileDialog.getOpenFileName(
            self, "เลือกไฟล์สำรอง", start, "ไฟล์สำรอง ITA Desktop (*.ita)"
        )
        if found:
            self.restore_requested.emit(Path(found))

    def _open_folder(self) -> None:
        backup = self.chosen or self._shown[0]
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(backup.path.parent)))


def _button(words: str, deed: Callable[[], None], *, main: bool = False) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    if main:
        made.setObjectName("main")
    made.clicked.connect(lambda _on=False: deed())
    return made


def _proved(found: list[Backup], progress: work.Progress) -> dict[Path, bool]:
    proved: dict[Path, bool] = {}
    for number, backup in enumerate(found):
        progress(number / len(found))
        proved[backup.path] = backups.is_good(backup)
    return proved


def _moved(_share: float) -> None:
    """How far the proof is needs no bar: it is a matter of a second."""
