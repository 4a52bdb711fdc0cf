"""แบบรายงานของหน่วยงาน: a work sheet for each unit, made into a folder, and taken back."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import ROUNDS, Round
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.dates import format_date
from ita_desktop.ui import wording, work
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.units.sheet_subject import SheetSubject
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.elided import ElidedLabel
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.ui.widgets.ticked_table import TickedTable
from ita_desktop.workflows.units.reading import sheets_in
from ita_desktop.workflows.units.writing import write_unit_sheets

_SIZE: Final = QSize(900, 640)
_LEAST: Final = 160
"""Pixels of the table, three units: where there is less room all of it is scrolled."""
_CHOOSE_FOLDER: Final = "เลือกโฟลเดอร์ที่เก็บแบบรายงาน"


class UnitSheetsDialog(QDialog):
    """Lists the units with what each has to report; makes their sheets beside the work."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        window_notice: Notice,
        subject: SheetSubject,
        parent: QWidget | None = None,
    ) -> None:
        """``window_notice`` tells what was taken back, when this dialog is gone."""
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._window_notice = window_notice
        self._subject = subject
        self._units: tuple[str, ...] = ()
        self._usual_due = ""
        self._job: work.Job | None = None
        self.setWindowTitle(subject.title)
        self.resize(fitting(parent, _SIZE))
        self.rounds = QButtonGroup(self)
        for months in subject.rounds:
            button = QRadioButton(f"รอบ {wording.figure(months)} เดือน")
            self.rounds.addButton(button, months)
        self.due = QLineEdit()
        self.due.setAccessibleName("กำหนดส่งคืน")
        self.folder = ElidedLabel(str(settings.unit_folder()))
        self.choose = _button("เลือกโฟลเดอร์…")
        self.choose.setAccessibleName(_CHOOSE_FOLDER)
        self.table = TickedTable(subject.heads)
        self.table.setAccessibleName("หน่วยงานที่จะทำแบบรายงาน กดเว้นวรรคเพื่อเลือก")
        self._empty = label(subject.empty, "", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nobody = label("", "note", wrap=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("ความคืบหน้าการทำแบบรายงาน")
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.notice = Notice()
        self.make = _button("ทำแบบรายงาน")
        self.make.setObjectName("main")
        self.take_files = _button("รับกลับจากไฟล์…")
        self.take_folder = _button("รับกลับทั้งโฟลเดอร์…")
        self._lay_out()
        if subject.rounds:
            self.rounds.button(subject.first_round).setChecked(True)
        self._connect()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    @property
    def months(self) -> Round:
        """The round that is chosen."""
        return 6 if self.rounds.checkedId() == ROUNDS[0] else 12

    def refresh(self) -> None:
        """List the units and what they have to report in the round; all are ticked."""
        works = self._subject.works(self.months)
        self._units = tuple(unit for unit, _ in works)
        self.table.show_rows([(True, cells) for _, cells in works])
        self.table.setVisible(bool(works))
        self._empty.setVisible(not works)
        nobodys = self._subject.nobodys(self.months)
        self._nobody.setText(wording.shown(nobodys))
        self._nobody.setVisible(bool(nobodys))
        usual = format_date(self._subject.usual_due(self.months), thai_digits=True)
        if self.due.text() == self._usual_due:
            self.due.setText(usual)
        self._usual_due = usual
        self._follow()

    def reject(self) -> None:
        """Go; what is being written goes no further."""
        if self._job is not None:
            self._job.cancel()
        super().reject()

    def _turn_to_round(self, _months: int) -> None:
        self.notice.hide()
        self.refresh()

    def _follow(self) -> None:
        """Say on the button how many files would be made, and why none can be."""
        count = len(self.table.ticked())
        closed = self._subject.closed(self.months)
        self.make.setText(wording.shown(f"ทำแบบรายงาน {count} ไฟล์") if count else "ทำแบบรายงาน")
        self.make.setEnabled(count > 0 and not closed and self._job is None)
        for button in (self.take_files, self.take_folder):
            button.setEnabled(not closed and self._job is None and not self._session.file.read_only)
        if closed:
            self.notice.say(closed, bad=True)
        elif self._session.file.read_only:
            self.notice.say(self._session.file.read_only, bad=True)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _CHOOSE_FOLDER, str(self._settings.unit_folder())
        )
        if chosen:
            self._settings.remember_unit_folder(Path(chosen))
            self.folder.setText(chosen)
            self.folder.setToolTip(chosen)

    def _make(self) -> None:
        units = {self._units[row] for row in self.table.ticked()}
        digits = Digits.THAI if self._settings.thai_digits() else Digits.ARABIC
        folder = self._settings.unit_folder()
        try:
            frozen = self._subject.freeze(self.months, units, digits, self.due.text())
        except (ClerkError, MachineError) as refusal:
            self._not_made(refusal)
            return
        self._settings.remember_unit_folder(folder)
        self.notice.say(f"กำลังทำแบบรายงาน {len(frozen)} ไฟล์")
        self._bar.setValue(0)
        self._bar.show()
        self._job = work.run(
            partial(write_unit_sheets, frozen, folder),
            partial(self._made, folder),
            self._not_made,
            self._moved,
        )
        if self._job.runs:
            self._job.ends_with(self)
        else:  # it was done in place
            self._job = None
        for button in (self.make, self.take_files, self.take_folder):
            button.setEnabled(self._job is None)

    def _moved(self, share: float) -> None:
        if isValid(self):
            self._bar.setValue(round(share * 100))

    def _made(self, folder: Path, paths: tuple[Path, ...]) -> None:
        if not isValid(self):
            return
        self._end()
        actions = [("เปิดโฟลเดอร์", partial(_open_folder, folder))]
        self.notice.say(
            f"ทำแบบรายงานแล้ว {len(paths)} ไฟล์ ในโฟลเดอร์ {folder.name or folder}", actions
        )

    def _not_made(self, refusal: Exception) -> None:
        if not isinstance(refusal, (ClerkError, MachineError)):
            raise refusal
        note_machine_error(refusal)
        if isValid(self):
            self._end()
            self.notice.say(str(refusal), bad=True)

    def _end(self) -> None:
        self._job = None
        self._bar.hide()
        self._follow()
        self.make.setFocus()

    def _take_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            "เลือกแบบรายงานที่ได้คืน",
            str(self._settings.unit_folder()),
            "แผ่นงาน Excel (*.xlsx)",
        )
        if chosen:
            self._show_returns(tuple(map(Path, chosen)))

    def _take_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "เลือกโฟลเดอร์ของแบบรายงานที่ได้คืน", str(self._settings.unit_folder())
        )
        if not chosen:
            return
        try:
            paths = sheets_in(Path(chosen))
        except MachineError as refusal:
            self._not_made(refusal)
            return
        if paths:
            self._show_returns(paths)
        else:
            self.notice.say("ในโฟลเดอร์นี้ไม่มีไฟล์ .xlsx กรุณาเลือกโฟลเดอร์ที่เก็บแบบรายงาน", bad=True)

    def _show_returns(self, paths: tuple[Path, ...]) -> None:
        dialog = self._subject.show_returns(self._window_notice, paths, self.months, self)
        if dialog is not None:
            dialog.accepted.connect(self.accept)

    def _connect(self) -> None:
        self.rounds.idClicked.connect(self._turn_to_round)
        self.table.ticks_changed.connect(self._follow)
        self.choose.clicked.connect(lambda _on=False: self._choose())
        self.make.clicked.connect(lambda _on=False: self._make())
        self.take_files.clicked.connect(lambda _on=False: self._take_files())
        self.take_folder.clicked.connect(lambda _on=False: self._take_folder())

    def _lay_out(self) -> None:
        above = QGridLayout()
        above.setHorizontalSpacing(12)
        above.setVerticalSpacing(8)
        above.setColumnStretch(1, 1)
        rounds = QHBoxLayout()
        rounds.setSpacing(16)
        for button in self.rounds.buttons():
            rounds.addWidget(button)
        rounds.addStretch()
        if self.rounds.buttons():
            above.addWidget(label("รอบ"), 0, 0)
            above.addLayout(rounds, 0, 1)
        above.addWidget(label("กำหนดส่งคืน"), 1, 0)
        above.addWidget(self.due, 1, 1, 1, 2)
        above.addWidget(label("โฟลเดอร์"), 2, 0)
        above.addWidget(self.folder, 2, 1)
        above.addWidget(self.choose, 2, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.take_files)
        foot.addWidget(self.take_folder)
        foot.addStretch()
        foot.addWidget(self.make)
        away = _button("ปิด")
        away.clicked.connect(self.reject)
        foot.addWidget(away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        content = QVBoxLayout()
        content.setSpacing(10)
        content.addWidget(label(self._subject.about, "quiet", wrap=True))
        content.addLayout(above)
        content.addWidget(self.table, 1)
        content.addWidget(self._empty, 1)
        content.addWidget(self._nobody)
        self.table.setMinimumHeight(_LEAST)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(self._bar)
        outer.addWidget(self.notice)
        outer.addLayout(foot)


def open_sheets(
    session: Session, settings: Settings, notice: Notice, subject: SheetSubject, parent: QWidget
) -> UnitSheetsDialog | None:
    """Open the units' work sheets; None where what is being typed has to be mended first.

    ``notice`` of the window tells what was taken back.
    """
    if not session.leave():
        return None
    dialog = UnitSheetsDialog(session, settings, notice, subject, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _button(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    return made
