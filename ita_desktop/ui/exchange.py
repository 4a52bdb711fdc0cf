"""Workbooks and criteria files in and out of the open data file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, wording, work
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.whole_file import held_sentence
from ita_desktop.workflows.criteria import in_force as criteria_work
from ita_desktop.workflows.scores.year_scores import score_name

if TYPE_CHECKING:
    from ita_desktop.documents.layout import Layout
    from ita_desktop.domain.criteria import Criteria
    from ita_desktop.workflows.criteria.in_force import TakenCriteria
    from ita_desktop.workflows.import_outcome import Outcome, Tables

_NO_CRITERIA = "นำเข้าเกณฑ์ไม่ได้"
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

    def show_workbook(self, path: Path) -> None:
        """Read a workbook beside the work, and show what it would change in the year looked at."""
        from ita_desktop.workflows.layouts import layouts_of  # noqa: PLC0415 - not for the start

        if not self._session.is_open:
            return
        try:
            layouts = layouts_of(self._session.file)
        except (ClerkError, MachineError) as refusal:
            self._not_read(refusal)
            return
        self._notice.say(f"กำลังอ่าน {path.name}")
        work.run(partial(_tables, path, layouts), partial(self._show_read, path), self._not_read)

    def _show_read(self, path: Path, tables: "Tables | None") -> None:
        from ita_desktop.workflows.disclosure.unit_reading import (  # noqa: PLC0415 - openpyxl
            is_oit_sheet,
        )

        if tables is not None:
            self._show_tables(tables)
        elif self._session.is_open and is_oit_sheet(path):
            from ita_desktop.ui.disclosure.units.oit_returns import (  # noqa: PLC0415 - seldom
                show_oit_returns,
            )

            self._notice.hide()
            show_oit_returns(self._session, self._notice, [path], self._window)
        elif self._session.is_open:
            from ita_desktop.ui.measures.units.unit_returns import (  # noqa: PLC0415 - seldom
                show_returns,
            )

            self._notice.hide()
            show_returns(self._session, self._notice, [path], None, self._window)

    def _show_tables(self, tables: "Tables") -> None:
        from ita_desktop.workflows.described_import import (  # noqa: PLC0415 - with it
            sheets_in_words,
        )
        from ita_desktop.workflows.import_workbook import plan_import  # noqa: PLC0415 - openpyxl

        if not self._session.is_open:  # the window has turned to another file meanwhile
            return
        self._notice.hide()
        try:
            outcome = plan_import(self._session.file, tables, self._session.fiscal_year)
        except (ClerkError, MachineError) as refusal:
            self._not_read(refusal)
            return
        year = wording.figure(self._session.fiscal_year)
        title = f"นำเข้า {tables.name} ปีงบประมาณ {year}"
        dialog = PreviewDialog(
            title,
            _preview(outcome),
            "นำเข้า",
            self._window,
            all_or_nothing=True,
            lead=sheets_in_words(outcome),
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._take(outcome))
        dialog.open()

    def _not_read(self, refusal: Exception, title: str = "นำเข้าไม่ได้") -> None:
        if isValid(self._notice):
            self._notice.hide()
        if not isinstance(refusal, (ClerkError, MachineError)):
            raise refusal
        note_machine_error(refusal)
        if isValid(self._window):
            messages.say(self._window, title, str(refusal))

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
            criteria = criteria_work.criteria_of(self._session.file, year)
        except (ClerkError, MachineError) as refusal:
            self._notice.say(str(refusal), bad=True)
            return
        self._notice.say(f"กำลังส่งออก {path.name}")
        work.run(
            partial(criteria_work.write_criteria_file, criteria, path),
            partial(self._say_written, year, path),
            self._not_written,
        )

    def _say_written(self, year: int, path: Path, written: Path) -> None:
        if isValid(self._notice):
            done = f"ส่งออกเกณฑ์ปี {wording.figure(year)} เป็น {written.name} แล้ว"
            self._notice.say(held_sentence(path, written) or done)

    def _not_written(self, refusal: Exception) -> None:
        if isValid(self._notice):
            self._notice.hide()
        if not isinstance(refusal, (ClerkError, MachineError)):
            raise refusal
        note_machine_error(refusal)
        if isValid(self._notice):
            self._notice.say(str(refusal), bad=True)

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
        """Read a criteria file beside the work and take it, or say what is wrong in it."""
        self._notice.say(f"กำลังอ่าน {path.name}")
        work.run(
            partial(criteria_work.read_criteria_file, path),
            self._take_criteria,
            partial(self._not_read, title=_NO_CRITERIA),
        )

    def _take_criteria(self, criteria: "Criteria") -> None:
        if not self._session.is_open or not self._session.leave():
            return
        self._notice.hide()
        try:
            taken = criteria_work.take_criteria(self._session.file, criteria)
        except (ClerkError, MachineError) as refusal:
            self._not_read(refusal, _NO_CRITERIA)
            return
        self._told(f"นำเข้าเกณฑ์ปี {taken.fiscal_year} แล้ว", taken)

    def restore_criteria(self) -> None:
        """Go back to the criteria that ship with the program."""
        try:
            taken = criteria_work.restore_shipped_criteria(
                self._session.file, self._session.fiscal_year
            )
        except (ClerkError, MachineError) as refusal:
            self._notice.say(str(refusal), bad=True)
            return
        self._told("กลับไปใช้ชุดเกณฑ์ที่มากับโปรแกรมแล้ว", taken)

    def _told(self, done: str, taken: "TakenCriteria") -> None:
        """Say what was done, and which scores the new set has no place for."""
        if not self._session.refresh():
            self._notice.say("ชุดเกณฑ์ตรงกับที่ใช้อยู่แล้ว ไม่มีรายการต้องเปลี่ยน")
            return
        words = f"{done} กด Ctrl+Z หากต้องการเลิกทำ"
        if taken.orphaned:
            codes = " ".join(map(score_name, taken.orphaned))
            words += f" คะแนนที่ไม่มีข้ออยู่ในชุดนี้ยังเก็บไว้ในไฟล์: {codes}"
        actions = [("ดูสิ่งที่เปลี่ยน", self._show_changes)]
        self._notice.say(words, actions, bad=bool(taken.orphaned))

    def _take(self, outcome: "Outcome") -> None:
        from ita_desktop.workflows.import_workbook import take_import  # noqa: PLC0415 - openpyxl

        try:
            take_import(self._session.file, outcome)
        except (ClerkError, MachineError) as refusal:
            messages.say(self._window, "นำเข้าไม่ได้", str(refusal))
            return
        self._session.refresh()
        count = len(outcome.scores) + len(outcome.rows) + len(outcome.heads) + len(outcome.oit)
        words = f"นำเข้า {outcome.tables.name} แล้ว {count} ค่า"
        words += "".join(f" ผลเป็นของรอบ {months} เดือน" for months in sorted(_rounds(outcome)))
        actions = [("ดูสิ่งที่เปลี่ยน", self._show_changes)]
        self._notice.say(f"{words} กด Ctrl+Z หากต้องการเลิกทำ", actions)

    def _show_changes(self) -> None:
        """Show what the newest deed changed: the notice goes with the next one."""
        from ita_desktop.ui.history.dialog import show_history  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_history(self._session, self._window)


def _rounds(outcome: "Outcome") -> set[int]:
    """Return the rounds whose reports were brought: the tab may be looking at the other one."""
    return {change.months for change in outcome.rows if change.reports}


def _tables(path: Path, layouts: "Sequence[Layout]") -> "Tables | None":
    """Return what is read; None of a unit's work sheet, which has a dialog of its own."""
    from ita_desktop.workflows.disclosure.unit_reading import is_oit_sheet  # noqa: PLC0415 - seldom
    from ita_desktop.workflows.import_workbook import read_tables  # noqa: PLC0415 - openpyxl
    from ita_desktop.workflows.units.reading import is_unit_sheet  # noqa: PLC0415 - seldom

    sheet = is_unit_sheet(path) or is_oit_sheet(path)
    return None if sheet else read_tables(path, layouts)


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
            wording.shown(change.place),
            wording.shown(change.was),
            wording.shown(change.words) or wording.NOTHING,
            f"{change.sheet} เซลล์ {change.address}",
        )
        for change in (*outcome.heads, *outcome.rows, *outcome.oit)
    ]
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
    cell = f"เซลล์ {finding.address}" if finding.address else ""
    place = " ".join(filter(None, (finding.sheet, cell)))
    refused = finding.severity is Severity.ERROR
    wanted = f"ที่ถูกต้องคือ {finding.wanted}" if finding.wanted else ""
    note = wording.said(" ".join(filter(None, (finding.problem, wanted))))
    return PreviewRow(place, "", finding.found, note, refused=refused, remark=not refused)
