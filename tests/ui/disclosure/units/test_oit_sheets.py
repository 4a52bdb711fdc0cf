"""The units' sheets of OIT items in the window: made into a folder, taken back as one deed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.domain.disclosure import DisclosureItem
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui.disclosure.units.oit_returns import show_oit_returns
from ita_desktop.ui.disclosure.units.oit_sheets import show_oit_sheets
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.units.returns_dialog import ReturnsDialog
from ita_desktop.ui.units.sheets_dialog import UnitSheetsDialog
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.opening import new_file
from tests.workflows.disclosure.disclosures import YEAR
from tests.workflows.disclosure.test_unit_sheets import fill_in

UNITS = ("กองคลัง", "กองช่าง")


def edit(session: Session, code: str, field: str, text: str) -> None:
    apply_oit_edits(session.file, YEAR, [OitEdit(code=code, field=field, text=text)], "แก้")
    session.refresh()


@pytest.fixture
def window(tmp_path: Path, make_window: Callable[[Path | None], MainWindow]) -> MainWindow:
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=UNITS)
    file = new_file(tmp_path / "หน่วยงาน.ita", office, YEAR)
    units = {"O1": "กองคลัง", "O2": "กองช่าง", "O6": "ทุกหน่วยงาน", "O7": "กองนอก"}
    edits = [OitEdit(code=code, field="units", text=unit) for code, unit in units.items()]
    apply_oit_edits(file, YEAR, edits, "หน่วยงาน")
    file.close()
    return make_window(tmp_path / "หน่วยงาน.ita")


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    made = tmp_path / "ส่งคืน"
    made.mkdir()
    settings.remember_unit_folder(made)
    return made


@pytest.fixture
def dialog(
    window: MainWindow, session: Session, settings: Settings, folder: Path
) -> UnitSheetsDialog:
    del folder
    assert window.workspace is not None
    made = show_oit_sheets(session, settings, window.workspace.notice, window)
    assert made is not None
    return made


def known(session: Session, code: str) -> DisclosureItem:
    return load_disclosure(session.file, YEAR).of(code)


def states(dialog: ReturnsDialog) -> list[str]:
    items = [dialog.table.item(row, 6) for row in range(dialog.table.rowCount())]
    return [item.text() for item in items if item is not None]


def test_units_are_listed_with_their_items_and_there_is_no_round(
    dialog: UnitSheetsDialog,
) -> None:
    cells = [
        [item.text() for column in range(1, 5) if (item := dialog.table.item(row, column))]
        for row in range(dialog.table.rowCount())
    ]
    assert [row[0] for row in cells] == ["กองคลัง", "กองช่าง", "กองนอก"]
    assert [row[1] for row in cells] == ["๒ ข้อ", "๒ ข้อ", "๑ ข้อ"]
    assert cells[2][3] == "ไม่อยู่ในรายชื่อหน่วยงาน"
    assert dialog.rounds.buttons() == []
    assert dialog.due.text() == "๓๑ มีนาคม ๒๕๖๖"
    assert dialog.make.text() == "ทำแบบรายงาน ๓ ไฟล์"


def test_each_ticked_unit_gets_a_file(
    dialog: UnitSheetsDialog, folder: Path, at_once: None
) -> None:
    del at_once
    dialog.make.click()
    names = sorted(path.name for path in folder.glob("*.xlsx"))
    assert names == sorted(f"รายงาน OIT 2566 {unit}.xlsx" for unit in (*UNITS, "กองนอก"))
    assert "ทำแบบรายงานแล้ว ๓ ไฟล์" in dialog.notice.text


def test_a_year_without_units_says_what_to_do(empty_window: MainWindow, settings: Settings) -> None:
    assert empty_window.session is not None
    assert empty_window.workspace is not None
    notice = empty_window.workspace.notice
    dialog = show_oit_sheets(empty_window.session, settings, notice, empty_window)
    assert dialog is not None
    assert not dialog.table.isVisible()
    assert not dialog.make.isEnabled()


def test_what_came_back_is_chosen_taken_and_undone(
    dialog: UnitSheetsDialog,
    session: Session,
    folder: Path,
    dialogs: list[QDialog],
    at_once: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del at_once
    dialog.make.click()
    for unit, address in zip(UNITS, ("www.a.go.th", "www.b.go.th"), strict=True):
        path = folder / f"รายงาน OIT 2566 {unit}.xlsx"
        fill_in(path, {("O6", "addresses"): address, ("O1", "state"): "เผยแพร่แล้ว"})

    def answered(*_: object) -> str:
        return str(folder)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answered)
    dialog.take_folder.click()
    (returns,) = [one for one in dialogs if isinstance(one, ReturnsDialog)]
    assert returns.windowTitle() == "รับแบบรายงาน OIT จากหน่วยงาน"
    assert len([words for words in states(returns) if "กรุณาเลือก" in words]) == 1
    assert not returns.take.isEnabled()
    returns.table.selectRow(0)
    together = next(b for b in returns.conflict.buttons if b.text() == "ต่อกัน")
    together.click()
    assert returns.take.text() == "รับ ๒ ช่อง"
    returns.take.click()
    assert known(session, "O6").addresses == "www.a.go.th\nwww.b.go.th"
    assert known(session, "O1").state.words == "เผยแพร่แล้ว"
    session.undo()
    assert known(session, "O6").addresses == ""
    assert known(session, "O1").state.words == "ยังไม่เริ่ม"


def test_an_oit_sheet_that_is_imported_is_led_to_its_dialog(
    dialog: UnitSheetsDialog,
    window: MainWindow,
    folder: Path,
    dialogs: list[QDialog],
    at_once: None,
) -> None:
    del at_once
    dialog.make.click()
    dialog.reject()
    path = folder / "รายงาน OIT 2566 กองคลัง.xlsx"
    fill_in(path, {("O1", "note"): "ดี"})
    window.desk.exchange().show_workbook(path)
    (returns,) = [one for one in dialogs if isinstance(one, ReturnsDialog)]
    assert states(returns) == ["ใหม่"]
    returns.reject()


def test_data_that_moved_on_is_told(
    dialog: UnitSheetsDialog,
    session: Session,
    window: MainWindow,
    folder: Path,
    at_once: None,
) -> None:
    del at_once
    dialog.make.click()
    dialog.reject()
    path = folder / "รายงาน OIT 2566 กองคลัง.xlsx"
    fill_in(path, {("O1", "note"): "ดี"})
    assert window.workspace is not None
    returns = show_oit_returns(session, window.workspace.notice, [path], window)
    assert returns is not None
    edit(session, "O1", "note", "แก้เอง")
    returns.take.click()
    assert returns.isVisible()
    assert known(session, "O1").note == "แก้เอง"
    returns.reject()
