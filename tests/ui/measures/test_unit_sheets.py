"""The units' work sheets in the window: made into a folder, taken back as one deed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Step, Tracker
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.units.unit_returns import show_returns
from ita_desktop.ui.measures.units.unit_sheets import show_unit_sheets
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.units.returns_dialog import ReturnsDialog
from ita_desktop.ui.units.sheets_dialog import UnitSheetsDialog
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit
from tests.workflows.units.sheet_file import (
    UNITS,
    YEAR,
    fill_in,
    make_sheets,
    new_units_file,
    steps_of,
    tell,
)


@pytest.fixture
def window(tmp_path: Path, make_window: Callable[[Path | None], MainWindow]) -> MainWindow:
    file = new_units_file(tmp_path / "หน่วยงาน.ita")
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
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    paths: list[Path] = []

    def open_(url: QUrl) -> None:
        paths.append(Path(url.toLocalFile()))

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    return paths


@pytest.fixture
def answer_folder(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answer the next questions for a folder."""

    def answer(folder: Path) -> None:
        def answered(*_: object) -> str:
            return str(folder)

        monkeypatch.setattr(QFileDialog, "getExistingDirectory", answered)

    return answer


@pytest.fixture
def dialog(
    window: MainWindow, session: Session, settings: Settings, folder: Path
) -> UnitSheetsDialog:
    del folder
    assert window.workspace is not None
    made = show_unit_sheets(session, settings, window.workspace.notice, window)
    assert made is not None
    return made


def tracker(session: Session) -> Tracker:
    return load_tracker(session.file, YEAR)


def states(dialog: ReturnsDialog) -> list[str]:
    items = [dialog.table.item(row, 6) for row in range(dialog.table.rowCount())]
    return [item.text() for item in items if item is not None]


def test_every_unit_is_ticked_and_gets_a_file(
    dialog: UnitSheetsDialog, folder: Path, at_once: None, opened: list[Path], qtbot: QtBot
) -> None:
    del at_once
    assert len(dialog.table.ticked()) == 20
    assert dialog.make.text() == "ทำแบบรายงาน ๒๐ ไฟล์"
    dialog.make.click()
    assert len(list(folder.glob("*.xlsx"))) == 20
    assert "ทำแบบรายงานแล้ว ๒๐ ไฟล์" in dialog.notice.text
    (button,) = [b for b in dialog.notice.findChildren(type(dialog.make)) if b.text()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [folder]


def test_only_ticked_units_get_one_for_the_round_that_is_chosen(
    dialog: UnitSheetsDialog, folder: Path, at_once: None
) -> None:
    del at_once
    assert dialog.due.text() == "๓๑ มีนาคม ๒๕๖๖"
    dialog.rounds.button(12).click()
    assert dialog.due.text() == "๓๐ กันยายน ๒๕๖๖"
    dialog.table.tick_all(on=False)
    assert not dialog.make.isEnabled()
    dialog.table.setCurrentCell(0, 1)
    dialog.table.selectRow(0)
    dialog.table._turn()  # pyright: ignore[reportPrivateUsage] # as Space does
    dialog.make.click()
    assert [path.name for path in folder.glob("*.xlsx")] == ["รายงานรอบ 12 เดือน 2566 กองที่ 1.xlsx"]


def test_a_day_that_she_typed_stays_when_the_round_is_turned(dialog: UnitSheetsDialog) -> None:
    dialog.due.setText("๑๕ มีนาคม")
    dialog.rounds.button(12).click()
    assert dialog.due.text() == "๑๕ มีนาคม"


def test_the_folder_is_chosen_once(
    dialog: UnitSheetsDialog,
    settings: Settings,
    tmp_path: Path,
    answer_folder: Callable[[Path], None],
) -> None:
    answer_folder(tmp_path)
    dialog.choose.click()
    assert settings.unit_folder() == tmp_path
    assert dialog.folder.text() == str(tmp_path)


def test_sheets_are_made_beside_the_work(
    dialog: UnitSheetsDialog, folder: Path, qtbot: QtBot
) -> None:
    dialog.make.click()
    assert not dialog.make.isEnabled()
    qtbot.waitUntil(lambda: "ทำแบบรายงานแล้ว" in dialog.notice.text, timeout=30_000)
    assert len(list(folder.glob("*.xlsx"))) == 20
    assert dialog.make.isEnabled()


def test_a_closed_round_neither_makes_nor_takes(
    session: Session, window: MainWindow, settings: Settings
) -> None:
    close_round(session.file, YEAR, 6)
    session.refresh()
    assert window.workspace is not None
    dialog = show_unit_sheets(session, settings, window.workspace.notice, window)
    assert dialog is not None
    assert dialog.months == 12
    dialog.rounds.button(6).click()
    assert not dialog.make.isEnabled()
    assert not dialog.take_files.isEnabled()
    assert "ปิดแล้ว" in dialog.notice.text


def test_without_responsible_units_it_says_what_to_do(
    empty_window: MainWindow, settings: Settings
) -> None:
    assert empty_window.session is not None
    assert empty_window.workspace is not None
    notice = empty_window.workspace.notice
    dialog = show_unit_sheets(empty_window.session, settings, notice, empty_window)
    assert dialog is not None
    assert not dialog.table.isVisible()
    assert not dialog.make.isEnabled()


def test_twenty_sheets_with_five_conflicts_and_three_broken_files_are_one_deed(
    dialog: UnitSheetsDialog,
    session: Session,
    window: MainWindow,
    folder: Path,
    dialogs: list[QDialog],
    at_once: None,
    answer_folder: Callable[[Path], None],
) -> None:
    del at_once
    paths = make_sheets(session.file, folder)
    for unit, path in zip(UNITS, paths, strict=True):
        fill_in(path, {(steps_of(session.file, unit)[0], "result"): f"ผลของ{unit}"})
    for unit in UNITS[:5]:
        tell(session.file, steps_of(session.file, unit)[0], result="ที่พิมพ์เอง")
    for path in paths[-3:]:
        path.write_bytes(path.read_bytes()[:1500])
    session.refresh()
    before = tracker(session)
    answer_folder(folder)
    dialog.take_folder.click()
    back = dialogs[-1]
    assert isinstance(back, ReturnsDialog)
    assert back.summary.text() == (
        "อ่านแล้ว ๒๐ ไฟล์  ·  ใหม่ ๑๒ ช่อง  ·  แก้ไขทั้งสองฝ่าย ๕ ช่อง"
        "  ·  รับไม่ได้ ๓ รายการ  ·  เหมือนเดิม ๑๗ แถว"
    )
    assert back.table.rowCount() == 20
    assert [state.split()[0] for state in states(back)[5:8]] == ["รับไม่ได้:"] * 3
    assert not back.take.isEnabled()
    for row in range(5):  # คงของเดิม, ใช้ของหน่วยงาน, ต่อกัน in turn
        back.table.setCurrentCell(row, 0)
        assert back.conflict.isVisible()
        assert not any(button.isChecked() for button in back.conflict.buttons)
        back.conflict.buttons[(row + 1) % 3].click()
        assert states(back)[row].startswith("เลือกแล้ว: ")
    assert back.take.text() == "รับ ๑๕ ช่อง"  # two stay as they were
    back.take.click()
    results = [step.results[6].result for step in first_steps(session)[:5]]
    assert results == [
        "ที่พิมพ์เอง",
        "ที่พิมพ์เอง\nผลของกองที่ 2",
        "ผลของกองที่ 3",
        "ที่พิมพ์เอง",
        "ที่พิมพ์เอง\nผลของกองที่ 5",
    ]
    assert first_steps(session)[16].results[6].result == "ผลของกองที่ 17"
    assert window.workspace is not None
    assert "๑๕ ช่อง" in window.workspace.notice.text
    assert not dialog.isVisible()
    buttons = window.workspace.notice.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "เลิกทำ").click()
    assert tracker(session) == before


def first_steps(session: Session) -> list[Step]:
    return [measure.steps[0] for _, measure in tracker(session).measures()]


def test_what_is_not_chosen_yet_can_be_chosen_at_once(
    session: Session, window: MainWindow, folder: Path, at_once: None
) -> None:
    del at_once
    paths = make_sheets(session.file, folder, *UNITS[:3])
    for unit, path in zip(UNITS, paths, strict=False):
        fill_in(path, {(steps_of(session.file, unit)[0], "result"): "ของหน่วยงาน"})
        tell(session.file, steps_of(session.file, unit)[0], result="ของเรา")
    session.refresh()
    assert window.workspace is not None
    back = show_returns(session, window.workspace.notice, paths, 6, window)
    assert back is not None
    back.conflict.buttons[1].click()
    back.all_theirs.click()
    assert [state.removeprefix("เลือกแล้ว: ") for state in states(back)] == [
        "คงของเดิม",
        "ใช้ของหน่วยงาน",
        "ใช้ของหน่วยงาน",
    ]
    assert not back.all_ours.isEnabled()
    assert back.take.text() == "รับ ๒ ช่อง"
    assert back.focusWidget() is back.take


def test_units_that_differ_are_not_chosen_at_once(
    session: Session, window: MainWindow, folder: Path, at_once: None
) -> None:
    del at_once
    step, _ = steps_of(session.file, UNITS[0])
    both = f"{UNITS[0]}\n{UNITS[1]}"
    rows.set_field(session.file, Edit(kind=Kind.STEP, number=step, field="units", text=both))
    paths = make_sheets(session.file, folder, *UNITS[:2])
    for number, path in enumerate(paths):
        fill_in(path, {(step, "result"): f"ผล {number}"})
    session.refresh()
    assert window.workspace is not None
    back = show_returns(session, window.workspace.notice, paths, 6, window)
    assert back is not None
    back.all_theirs.click()
    assert not back.take.isEnabled()
    assert [button.text() for button in back.conflict.buttons] == [
        "ใช้ของกองที่ ๑",
        "ใช้ของกองที่ ๒",
        "คงของเดิม",
        "ต่อกัน",
    ]
    back.all_ours.click()
    assert states(back) == ["เลือกแล้ว: คงของเดิม"]
    assert not back.take.isVisible()  # nothing would be written


def test_the_data_that_moved_on_is_told_and_nothing_taken(
    session: Session, window: MainWindow, folder: Path, at_once: None
) -> None:
    del at_once
    step, _ = steps_of(session.file, UNITS[0])
    (path,) = make_sheets(session.file, folder, UNITS[0])
    fill_in(path, {(step, "result"): "ใหม่"})
    assert window.workspace is not None
    back = show_returns(session, window.workspace.notice, [path], 6, window)
    assert back is not None
    tell(session.file, step, result="พิมพ์จากอีกหน้าต่าง")
    back.take.click()
    assert back.isVisible()
    assert "เปลี่ยนไป" in back._error.text()  # pyright: ignore[reportPrivateUsage]


def test_sheets_are_read_beside_the_work(
    session: Session, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    paths = make_sheets(session.file, folder, *UNITS[:3])
    assert window.workspace is not None
    back = show_returns(session, window.workspace.notice, paths, 6, window)
    assert back is not None
    assert "กำลังอ่านแบบรายงาน ๓ ไฟล์" in back.summary.text()
    qtbot.waitUntil(lambda: "อ่านแล้ว ๓ ไฟล์" in back.summary.text(), timeout=30_000)
    assert not back.take.isVisible()
    assert not back.table.isVisible()


def test_a_sheet_that_is_imported_the_ordinary_way_is_led_here(
    session: Session, window: MainWindow, folder: Path, dialogs: list[QDialog], at_once: None
) -> None:
    del at_once
    step, _ = steps_of(session.file, UNITS[0])
    (path,) = make_sheets(session.file, folder, UNITS[0])
    fill_in(path, {(step, "state"): "แล้วเสร็จ"})
    exchange = window.desk.exchange()
    exchange.show_workbook(path)
    back = dialogs[-1]
    assert isinstance(back, ReturnsDialog)
    back.take.click()
    assert tracker(session).topics[0].measures[0].steps[0].results[6].state == "done"


def test_a_folder_without_workbooks_is_told(
    dialog: UnitSheetsDialog, tmp_path: Path, answer_folder: Callable[[Path], None]
) -> None:
    empty = tmp_path / "ว่าง"
    empty.mkdir()
    answer_folder(empty)
    dialog.take_folder.click()
    assert "ไม่มีไฟล์ .xlsx" in dialog.notice.text
