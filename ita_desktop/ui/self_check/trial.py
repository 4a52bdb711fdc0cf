"""A clerk's work, done once in the real window: each step looks whether it came out right."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QThreadPool
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop.db.health import health_of
from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.documents.model import Digits
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui.about.works import licence_of, works
from ita_desktop.ui.backups.keeper import BackupKeeper
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.self_check.criteria import read_criteria
from ita_desktop.ui.self_check.failure import expect, failed
from ita_desktop.ui.self_check.help_pages import read_help
from ita_desktop.ui.self_check.scores_workbook import write_scores
from ita_desktop.ui.self_check.shipped import prove_icons
from ita_desktop.ui.self_check.waiting import wait_until
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.backups import back_up_to, is_backed_up
from ita_desktop.workflows.check import check_years
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file, open_to_read
from ita_desktop.workflows.restore import restore_file
from ita_desktop.workflows.verify import verify

_OFFICE = Office(name="เทศบาลตำบลเริ่มต้น", kind=OfficeKind.SUBDISTRICT)
_YEAR = 2566
_SCORE, _TYPED, _KEPT = "i7", "๘๘.๑๓", "88.13"
_SCORES = PAPERS[0].id
STEPS = {
    "criteria": "อ่านเกณฑ์",
    "empty": "สร้างไฟล์ข้อมูลใหม่",
    "new": "สร้างไฟล์ตัวอย่าง",
    "window": "เปิดหน้าต่าง",
    "tabs": "แสดงแท็บ",
    "edit": "บันทึกคะแนนที่พิมพ์",
    "undo": "เลิกทำ",
    "redo": "ทำซ้ำ",
    "import": "นำเข้าแผ่นงาน Excel",
    "documents": "จัดทำเอกสาร",
    "read_back": "อ่านแผ่นงานกลับ",
    "preview": "แสดงตัวอย่างก่อนพิมพ์",
    "backup": "สำรองและคืนข้อมูล",
    "verify": "พิสูจน์ไฟล์ข้อมูล",
    "check": "ตรวจความพร้อม",
    "help": "แสดงคู่มือและสัญญาอนุญาต",
    "leave": "ปิดหน้าต่าง",
}
"""What each step is called where it fails for a reason that no part of it looked for."""


class Trial:
    """One run through; each step raises MachineError when it finds something wrong."""

    def __init__(self, folder: Path, settings: Path) -> None:
        self._folder = folder
        self._empty = folder / "ไฟล์ใหม่.ita"
        self._path = folder / "เทศบาลตัวอย่าง.ita"
        self._settings = Settings(settings)
        self._window = MainWindow(self._settings)
        self._before: dict[str, Any] = {}
        self.made: list[dict[str, Any]] = []
        """Every paper that was made: its name, and how many pages a PDF has."""
        self.criteria_years: list[int] = []
        """The fiscal years whose criteria ship."""
        self.help_pages: dict[str, int] = {}
        """Every page of the help, and how many pictures it has."""

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the steps by their names, in the order in which they are done."""
        return (
            ("criteria", self._read_criteria),
            ("empty", self._begin_empty),
            ("new", self._make_sample),
            ("window", self._open_window),
            ("tabs", self._show_tabs),
            ("edit", self._edit),
            ("undo", self._undo),
            ("redo", self._redo),
            ("import", self._import),
            ("documents", self._make_documents),
            ("read_back", self._read_back),
            ("preview", self._look_at_pages),
            ("backup", self._back_up),
            ("verify", self._verify),
            ("check", self._check),
            ("help", self._read_help),
            ("leave", self._leave),
        )

    def close(self) -> None:
        """Close the window and with it the file, and wait for what is still being written."""
        self._window.close()
        self._window.deleteLater()
        QThreadPool.globalInstance().waitForDone()

    def _read_criteria(self) -> None:
        self.criteria_years = read_criteria()

    def _begin_empty(self) -> None:
        new_file(self._empty, _OFFICE, _YEAR).close()
        self._window.enter(open_file(self._empty))
        self._window.show()
        self._show_tabs()
        found = dump(self._session.file)
        begun = found["office"]["name"] == _OFFICE.name and list(found["years"]) == [str(_YEAR)]
        expect(begun, "สร้างไฟล์ข้อมูลใหม่")

    def _make_sample(self) -> None:
        new_sample_file(self._path).close()

    def _open_window(self) -> None:
        self._window.enter(open_file(self._path))
        self._session.select_year(_YEAR)
        expect(self._is_drawn(), "วาดหน้าต่าง")
        prove_icons()
        wait_until(lambda: self._workspace.findChild(BackupKeeper) is not None, "เริ่มสำรองข้อมูล")

    def _show_tabs(self) -> None:
        for tab in Tab:
            self._workspace.tabs.setCurrentIndex(tab)
            if tab is Tab.OVERVIEW:
                self._workspace.overview.looking.finish()
            expect(self._is_drawn(), f"แสดงแท็บ{tab.words}")

    def _edit(self) -> None:
        """Type a score as the clerk does and find it in the file."""
        self._before = dump(self._session.file)
        self._workspace.tabs.setCurrentIndex(Tab.SCORES)
        scores = self._workspace.scores
        expect(scores.go_to(_SCORE), f"หาช่องคะแนน {_SCORE}")
        table = scores.table
        table.edit(table.currentIndex())
        editor = table.viewport().findChild(QLineEdit, "cellEditor")
        if editor is None:
            raise failed("เปิดช่องกรอกคะแนน")
        editor.selectAll()
        for letter in _TYPED:  # QTest knows no Thai letters
            pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor, pressed)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        expect(self._score() == _KEPT, "บันทึกคะแนนที่พิมพ์")

    def _undo(self) -> None:
        self._session.undo()
        expect(dump(self._session.file) == self._before, "เลิกทำ")

    def _redo(self) -> None:
        self._session.redo()
        expect(self._score() == _KEPT, "ทำซ้ำ")

    def _import(self) -> None:
        """Take in a workbook that changes one score, find it in the file, and take it back."""
        self._undo()
        workbook = self._folder / "นำเข้า คะแนน.xlsx"
        write_scores(workbook, _YEAR, {_SCORE: _KEPT})
        outcome = self._session.do(lambda file: import_workbook(file, workbook))
        taken = outcome is not None and outcome.applied and not outcome.findings
        expect(taken, "อ่านแผ่นงาน Excel")
        expect(self._score() == _KEPT, "นำเข้าแผ่นงาน Excel")
        self._undo()

    def _make_documents(self) -> None:
        """Make every paper in every format and in both kinds of digits."""
        for paper in PAPERS:
            for kind in paper.formats:
                for digits in Digits:
                    name = f"{paper.id} {digits}.{kind}"
                    frozen = freeze(self._session.file, paper.id, _YEAR, digits, kind=kind)
                    drawn = draw(frozen, kind, self._folder / name)
                    expect(drawn.path.stat().st_size > 0, f"จัดทำ {name}")
                    expect(not drawn.missing_letters, f"แบบอักษรของ {name}")
                    self.made.append({"name": name, "pages": drawn.pages})

    def _read_back(self) -> None:
        """Read the program's own workbooks: nothing may change."""
        for paper in (_SCORES, "measures-progress", "risk-register"):
            workbook = self._folder / f"{paper} {Digits.THAI}.xlsx"
            outcome = import_workbook(self._session.file, workbook)
            expect(outcome.applied and not outcome.findings, f"อ่าน {workbook.name} กลับ")
            expect(dump(self._session.file) == self._before, f"นำ {workbook.name} กลับ")

    def _look_at_pages(self) -> None:
        """Show a paper in the preview, and draw its first page as the printer has it."""
        panel = self._workspace.preview
        self._workspace.show_preview(_SCORES)
        wait_until(lambda: not panel.making, "จัดทำตัวอย่างก่อนพิมพ์")
        if panel.made is None:
            raise failed("แสดงตัวอย่างก่อนพิมพ์")
        expect(self._is_drawn(), "แสดงตัวอย่างก่อนพิมพ์")
        shown = len(panel.made.file.sizes)
        self._workspace.leave_preview()
        paper = self._folder / f"{_SCORES} {Digits.THAI}.pdf"
        with closing(PdfFile(paper.read_bytes())) as file:
            expect(len(file.sizes) == shown, "เทียบตัวอย่างกับไฟล์ PDF")
            page = file.draw(0, 210, 0, 297)
        white = QColor("white")
        inked = any(page.pixelColor(x, y) != white for x in range(210) for y in range(297))
        expect(inked, "แสดงหน้าเอกสาร")

    def _back_up(self) -> None:
        """Make a backup, put it at another place, and find everything there."""
        backup, restored = self._folder / "สำรอง.ita", self._folder / "คืนแล้ว.ita"
        back_up_to(self._path, backup)
        restore_file(backup, restored)
        with closing(open_to_read(restored)) as file:
            expect(dump(file) == dump(self._session.file), "คืนข้อมูลจากไฟล์สำรอง")
        for path in (backup, restored):
            expect(verify(path).sound, f"ตรวจไฟล์{path.stem}")

    def _verify(self) -> None:
        expect(not health_of(self._session.file), "ตรวจไฟล์ข้อมูล")
        expect(verify(self._path).sound, "พิสูจน์ไฟล์ข้อมูล")

    def _check(self) -> None:
        found = check_years(self._session.file, _YEAR, date.today())  # noqa: DTZ011 - as a clerk
        expect(bool(found["years"][str(_YEAR)]), "ตรวจความพร้อม")

    def _read_help(self) -> None:
        """Read the help, and the licences, which are to be there as texts."""
        self.help_pages = read_help(self._settings)
        expect(all(licence_of(work).strip() for work in works()), "อ่านสัญญาอนุญาต")

    def _leave(self) -> None:
        """Close the window as the clerk does: the last backup is made by then."""
        expect(self._window.close(), "ปิดหน้าต่าง")
        QThreadPool.globalInstance().waitForDone()
        expect(is_backed_up(self._path), "สำรองข้อมูลเมื่อปิดหน้าต่าง")

    def _score(self) -> str:
        return str(dump(self._session.file)["years"][str(_YEAR)]["scores"][_SCORE])

    def _is_drawn(self) -> bool:
        QApplication.sendPostedEvents()
        return not self._window.grab().isNull()

    @property
    def _workspace(self) -> Workspace:
        if self._window.workspace is None:
            raise failed("เปิดหน้าต่าง")
        return self._window.workspace

    @property
    def _session(self) -> Session:
        return self._workspace.session
