"""OIT workbooks in the window: saved from the menu of papers, shown before they are taken."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QDialog, QMenu

from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.papers import Papers
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.export_document import draw
from ita_desktop.workflows.opening import new_file
from tests.workflows.disclosure.disclosures import YEAR


@pytest.fixture
def window(tmp_path: Path, make_window: Callable[[Path | None], MainWindow]) -> MainWindow:
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=("กองคลัง",))
    file = new_file(tmp_path / "ก.ita", office, YEAR)
    apply_oit_edits(file, YEAR, [OitEdit(code="O1", field="units", text="กองคลัง")], "หน่วยงาน")
    file.close()
    return make_window(tmp_path / "ก.ita")


def papers_of(window: MainWindow) -> Papers:
    assert window.workspace is not None
    return window.workspace.papers


def workbook(window: MainWindow, paper: str, path: Path) -> Path:
    frozen = papers_of(window).freeze(paper, "xlsx")
    assert frozen is not None
    draw(frozen, "xlsx", path)
    return path


def test_the_menu_has_both_papers_as_pages_and_workbooks(window: MainWindow) -> None:
    menu = QMenu(window)
    papers_of(window).menus.fill_disclosure(menu)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "หน่วยงานที่รับผิดชอบ OIT — ดูและพิมพ์",
        "หน่วยงานที่รับผิดชอบ OIT — บันทึกเป็น Excel…",
        "รายการตรวจสอบ OIT — ดูและพิมพ์",
        "รายการตรวจสอบ OIT — บันทึกเป็น Excel…",
    ]


def test_the_workbook_of_the_duties_is_one_sheet(window: MainWindow) -> None:
    papers = papers_of(window)
    shown = papers.freeze("oit-duties")
    assert shown is not None
    book = papers.workbook_of("oit-duties", shown)
    assert book is not None
    assert len(shown.document.tables()) > len(book.document.tables()) == 1


def test_an_edited_checklist_is_shown_and_taken_as_one_deed(
    window: MainWindow, tmp_path: Path, dialogs: list[QDialog], at_once: None
) -> None:
    del at_once
    assert window.session is not None
    path = workbook(window, "oit-checklist", tmp_path / "ข.xlsx")
    book = load_workbook(path)
    sheet: Any = book.worksheets[0]
    row = next(cells[0].row for cells in sheet.iter_rows() if cells[0].value == "O1")
    sheet.cell(row, 5).value = "เผยแพร่แล้ว"
    sheet.cell(row, 6).value = "www.example.go.th/o1"
    book.save(path)
    window.desk.exchange().show_workbook(path)
    (preview,) = [one for one in dialogs if isinstance(one, PreviewDialog)]
    preview.accept()
    known = load_disclosure(window.session.file, YEAR).of("O1")
    assert (known.state, known.addresses) == (PublishState.PUBLISHED, "www.example.go.th/o1")
    assert window.workspace is not None
    assert "๒ ค่า" in window.workspace.notice.text
    window.session.undo()
    assert load_disclosure(window.session.file, YEAR).of("O1").state is PublishState.NOT_BEGUN
