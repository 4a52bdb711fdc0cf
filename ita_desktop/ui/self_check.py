"""The built program examines itself on the machine where it was installed."""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ita_desktop import __version__
from ita_desktop.db.health import health_of
from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.documents.model import Digits
from ita_desktop.errors import MachineError
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.wrapped_text import breaks_thai
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_sample_file, open_file

_FOLDER = "ตรวจ โปรแกรม"  # Thai letters and a space, as on a clerk's machine


def self_check() -> dict[str, Any]:
    """Do the clerk's work once on a temporary sample and return what was done and how long.

    Raises MachineError with the step that failed.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary) / _FOLDER
        folder.mkdir()
        trial = _Trial(folder)
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("new", trial.make),
            ("window", trial.open_window),
            ("edit", trial.edit),
            ("undo", trial.undo),
            ("documents", trial.print_documents),
            ("preview", trial.look_at_pages),
            ("import", trial.take_back),
            ("verify", trial.verify),
        )
        seconds: dict[str, float] = {}
        try:
            for name, step in steps:
                began = time.perf_counter()
                step()
                seconds[name] = round(time.perf_counter() - began, 3)
        finally:
            trial.close()
    return {
        "ok": True,
        "version": __version__,
        "qt": QLibraryInfo.version().toString(),
        "sqlite": sqlite3.sqlite_version,
        "thai_line_breaks_on_screen": breaks_thai(),
        "documents": trial.made,
        "seconds": seconds,
    }


class _Trial:
    """One run through; each step raises MachineError when it finds something wrong."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "เทศบาลตัวอย่าง.ita"
        self._folder = folder
        self._window: MainWindow | None = None
        self._before: dict[str, Any] = {}
        self.made: list[str] = []

    def make(self) -> None:
        """Make the sample file."""
        new_sample_file(self._path).close()

    def open_window(self) -> None:
        """Open it in the window and have the window drawn."""
        window = self._window = MainWindow(Settings())
        window.enter(open_file(self._path))
        window.show()
        QApplication.sendPostedEvents()
        _expect(not window.grab().isNull(), "วาดหน้าต่าง")

    def edit(self) -> None:
        """Type a score as the clerk does and find it in the file."""
        self._before = dump(self._session.file)
        scores = self._workspace.scores
        _expect(scores.go_to("i7"), "หาช่องคะแนน i7")
        table = scores.table
        table.edit(table.currentIndex())
        editor = table.viewport().findChild(QLineEdit, "cellEditor")
        if editor is None:
            raise _failed("เปิดช่องกรอกคะแนน")
        editor.setText("๘๘.๑๓")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        score = dump(self._session.file)["years"]["2566"]["scores"]["i7"]
        _expect(score == "88.13", "บันทึกคะแนนที่พิมพ์")

    def undo(self) -> None:
        """Take the edit back: the file is as before."""
        self._session.undo()
        _expect(dump(self._session.file) == self._before, "เลิกทำ")

    def print_documents(self) -> None:
        """Make every paper in every format and in both kinds of digits."""
        for paper in PAPERS:
            for kind in paper.formats:
                for digits in Digits:
                    name = f"{paper.id} {digits}.{kind}"
                    frozen = freeze(self._session.file, paper.id, 2566, digits, kind=kind)
                    drawn = draw(frozen, kind, self._folder / name)
                    _expect(drawn.path.stat().st_size > 0, f"จัดทำ {name}")
                    _expect(not drawn.missing_letters, f"แบบอักษรของ {name}")
                    self.made.append(name)

    def look_at_pages(self) -> None:
        """Draw the first page of a paper, as the preview and the printer have it."""
        paper = self._folder / f"{PAPERS[0].id} {Digits.THAI}.pdf"
        page = PdfFile(paper.read_bytes()).draw(0, 210, 0, 297)
        white = QColor("white")
        inked = any(page.pixelColor(x, y) != white for x in range(210) for y in range(297))
        _expect(inked, "แสดงหน้าเอกสาร")

    def take_back(self) -> None:
        """Read the program's own workbook: nothing may change."""
        workbook = self._folder / f"{PAPERS[0].id} {Digits.THAI}.xlsx"
        outcome = import_workbook(self._session.file, workbook, dry_run=True)
        _expect(not outcome.findings and not outcome.scores, "อ่านแผ่นงานกลับ")

    def verify(self) -> None:
        """Let SQLite look through the file."""
        _expect(not health_of(self._session.file), "ตรวจไฟล์ข้อมูล")

    def close(self) -> None:
        """Close the window and with it the file."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()

    @property
    def _workspace(self) -> Workspace:
        if self._window is None or self._window.workspace is None:
            raise _failed("เปิดหน้าต่าง")
        return self._window.workspace

    @property
    def _session(self) -> Session:
        return self._workspace.session


def _expect(held: bool, what: str) -> None:
    if not held:
        raise _failed(what)


def _failed(what: str) -> MachineError:
    return MachineError(f"โปรแกรมตรวจตัวเองไม่ผ่านที่ขั้น “{what}” กรุณาติดตั้งโปรแกรมใหม่")
