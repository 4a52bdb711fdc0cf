"""Workbooks and criteria files in and out of the open data file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, wording
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows import criteria as criteria_work
from ita_desktop.workflows.scores import score_name

if TYPE_CHECKING:
    from ita_desktop.workflows.import_workbook import Outcome

_WORKBOOK = "แผ่นงาน Excel (*.xlsx)"
_CRITERIA = {_WORKBOOK: ".xlsx", "ไฟล์ชุดเกณฑ์ (*.json)": ".json"}
"""Kinds of criteria files, the one a clerk can correct first, and how their names end."""


class Exchange(QObject):
    """Asks for a file, shows what it would change, and takes it as one deed."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._notice = notice
        self._window = window

    def choose_workbook(self) -> None:
        """Ask for a workbook and show what it brings."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "นำเข้าจาก Excel", str(self._settings.folder()), _WORKBOOK
        )
        if chosen:
            self.show_workbook(Path(chosen))

    def show_workbook(self, path: Path) -> PreviewDialog | None:
        """Show what a workbook would change in the year looked at; a yes takes it."""
        try:
            outcome = self._read(path, dry_run=True)
        except (ClerkError, MachineError) as refusal:
            messages.say(self._window, "นำเข้าไม่ได้", str(refusal))
            return None
        year = wording.figure(self._session.fiscal_year)
        title = f"นำเข้า {path.name} ปีงบประมาณ {year}"
        dialog = PreviewDialog(title, _preview(outcome), "นำเข้า", self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if outcome.errors:
            dialog.accept_button.setEnabled(False)
            dialog.accept_button.setText("แก้ไฟล์แล้วนำเข้าใหม่")
        dialog.accepted.connect(lambda: self._take(path))
        dialog.open()
        return dialog

    def export_criteria(self) -> None:
        """Ask where to, and write the criteria of the year looked at."""
        year = self._session.fiscal_year
        name = self._settings.folder() / f"เกณฑ์ ITA {year}.xlsx"
        chosen, kind = QFileDialog.getSaveFileName(
            self._window, "ส่งออกเกณฑ์ประเมิน", str(name), ";;".join(_CRITERIA)
        )
        if not chosen:
            return
        try:
            path = _criteria_path(chosen, kind)
            criteria_work.export_criteria(self._session.file, year, path)
        except (ClerkError, MachineError) as refusal:
            self._notice.say(str(refusal), bad=True)
        else:
            self._notice.say(f"ส่งออกเกณฑ์ปี {wording.figure(year)} เป็น {path.name} แล้ว")

    def import_criteria(self) -> None:
        """Ask for a criteria file and take it, all or nothing."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            "นำเข้าเกณฑ์ประเมิน",
            str(self._settings.folder()),
            ";;".join(_CRITERIA),
        )
        if chosen:
            self.take_criteria(Path(chosen))

    def take_criteria(self, path: Path) -> None:
        """Take a criteria file, or say what is wrong in it."""
        try:
            criteria = criteria_work.import_criteria(self._session.file, path)
        except (ClerkError, MachineError) as refusal:
            messages.say(self._window, "นำเข้าเกณฑ์ไม่ได้", str(refusal))
            return
        self._session.refresh()
        year = wording.figure(criteria.fiscal_year)
        self._notice.say(f"นำเข้าเกณฑ์ปี {year} แล้ว กด Ctrl+Z หากต้องการเลิกทำ")

    def restore_criteria(self) -> None:
        """Go back to the criteria that ship with the program."""
        try:
            criteria_work.restore_shipped_criteria(self._session.file, self._session.fiscal_year)
        except (ClerkError, MachineError) as refusal:
            self._notice.say(str(refusal), bad=True)
            return
        self._session.refresh()
        self._notice.say("กลับไปใช้ชุดเกณฑ์ที่มากับโปรแกรมแล้ว กด Ctrl+Z หากต้องการเลิกทำ")

    def _read(self, path: Path, *, dry_run: bool) -> "Outcome":
        from ita_desktop.workflows.import_workbook import (  # noqa: PLC0415 - openpyxl, when asked
            import_workbook,
        )

        year = self._session.fiscal_year or None
        return import_workbook(self._session.file, path, year, dry_run=dry_run)

    def _take(self, path: Path) -> None:
        try:
            outcome = self._read(path, dry_run=False)
        except (ClerkError, MachineError) as refusal:
            messages.say(self._window, "นำเข้าไม่ได้", str(refusal))
            return
        if not outcome.applied:  # the workbook was changed while its preview was looked at
            messages.say(self._window, "นำเข้าไม่ได้", outcome.errors[0].message)
            return
        self._session.refresh()
        words = f"นำเข้า {path.name} แล้ว {len(outcome.scores)} ค่า กด Ctrl+Z หากต้องการเลิกทำ"
        self._notice.say(words)


def _criteria_path(chosen: str, kind: str) -> Path:
    """Return the path with the ending it was given, else that of the kind chosen beside it."""
    path = Path(chosen)
    if path.suffix.lower() in _CRITERIA.values():
        return path
    return with_ending(chosen, _CRITERIA.get(kind, ".xlsx"))


def _preview(outcome: "Outcome") -> list[PreviewRow]:
    rows = [_finding(finding) for finding in outcome.findings]
    rows += [
        PreviewRow(
            wording.shown(score_name(change.code)),
            wording.score(change.before) or wording.NOTHING,
            wording.score(change.after),
        )
        for change in outcome.scores
    ]
    if outcome.office is not None:
        rows.append(PreviewRow("ข้อมูลหน่วยงาน", "", outcome.office.name))
    return rows


def _finding(finding: Finding) -> PreviewRow:
    place = " ".join(part for part in (finding.sheet, finding.address) if part)
    refused = finding.severity is Severity.ERROR
    note = finding.problem or (f"ที่ถูกต้องคือ {finding.wanted}" if finding.wanted else "")
    return PreviewRow(place, finding.found, finding.found, note, refused=refused)
