"""One window, one file: opening, refusing, leaving, and what is typed meanwhile."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.errors import MachineError
from ita_desktop.ui.main_window import MainWindow, sample_path
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.start_page import StartPage
from ita_desktop.user_folder import user_folder
from ita_desktop.workflows.opening import new_file

MakeWindow = Callable[[Path | None], MainWindow]
Press = Callable[[str], None]
Type = Callable[[str], None]


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def start_page(window: MainWindow) -> StartPage:
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    return page


def score(path: Path, year: int, code: str) -> str:
    """Return a score as another program finds it in the file."""
    with sqlite3.connect(path) as connection:
        found = connection.execute(
            "SELECT value FROM score WHERE fiscal_year = ? AND code = ?", (year, code)
        ).fetchone()
    connection.close()
    return "" if found is None else str(found[0])


def test_the_title_names_office_and_file(window: MainWindow) -> None:
    assert window.windowTitle() == "เทศบาลตำบลบ้านตัวอย่าง — ตัวอย่าง — ITA Desktop"


def test_the_start_page_without_a_file(make_window: MakeWindow) -> None:
    window = make_window(None)
    assert window.windowTitle() == "ITA Desktop"
    assert start_page(window).form.name.hasFocus()
    assert window.session is None


def damaged(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (id INTEGER)")
    connection.commit()
    connection.close()


def newer(path: Path) -> None:
    new_file(path, None, 2566).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.commit()
    connection.close()


def no_file(path: Path) -> None:
    assert not path.exists()


def empty_file(path: Path) -> None:
    path.touch()


def text_file(path: Path) -> None:
    path.write_text("ไม่ใช่ฐานข้อมูล " * 50, encoding="utf-8")


@pytest.mark.parametrize("make", [damaged, foreign, newer, no_file, empty_file, text_file])
def test_a_refused_file_is_told_and_the_present_one_stays(
    window: MainWindow, tmp_path: Path, said: list[str], make: Callable[[Path], None]
) -> None:
    path = tmp_path / "ไม่ได้.ita"
    make(path)
    before, title = window.session, window.windowTitle()
    assert not window.open_path(path)
    assert len(said) == 1
    assert "ไม่ได้.ita" in said[0]
    assert window.session is before
    assert window.windowTitle() == title
    session_of(window).set_score("i7", "70")
    assert path not in Settings().recent_files()


def test_a_refused_file_at_the_start_leaves_the_start_page(
    qtbot: QtBot, settings: Settings, tmp_path: Path, said: list[str]
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    damaged(tmp_path / "ไม่ได้.ita")
    assert not window.open_path(tmp_path / "ไม่ได้.ita")
    start_page(window)
    assert len(said) == 1


def test_a_year_this_program_does_not_know_locks_nobody_out(
    window: MainWindow, empty_path: Path
) -> None:
    connection = sqlite3.connect(empty_path)
    connection.execute("UPDATE current_deed SET deed = (SELECT max(id) FROM deed)")
    connection.execute("UPDATE fiscal_year SET id = 2599")
    connection.execute("UPDATE current_deed SET deed = NULL")
    connection.commit()
    connection.close()
    assert window.open_path(empty_path)
    assert window.session is not None
    assert 2599 not in window.session.years
    assert window.session.fiscal_year in window.session.years


def test_another_file_takes_the_place_of_the_first(
    window: MainWindow, empty_path: Path, sample_path: Path
) -> None:
    assert window.open_path(empty_path)
    assert window.windowTitle().startswith("เทศบาลตำบลทดลอง")
    assert Settings().recent_files() == (empty_path, sample_path)
    with sqlite3.connect(sample_path) as connection:
        connection.execute("BEGIN EXCLUSIVE")
    connection.close()


def test_the_file_dialog_opens_and_giving_up_changes_nothing(
    window: MainWindow, empty_path: Path, picked: list[Path], press: Press
) -> None:
    before = window.session
    press("Ctrl+O")
    assert window.session is before
    picked.append(empty_path)
    press("Ctrl+O")
    assert session_of(window).path == empty_path


def test_closing_releases_the_file(window: MainWindow, sample_path: Path) -> None:
    window.close()
    assert window.session is None
    sample_path.rename(sample_path.with_name("ย้ายแล้ว.ita"))
    assert sorted(path.suffix for path in sample_path.parent.iterdir()) == [".ita"]


@pytest.mark.parametrize("way", ["close", "other file", "start page", "colours"])
def test_what_is_being_typed_is_written_before_the_file_is_left(
    window: MainWindow, sample_path: Path, empty_path: Path, type_: Type, way: str
) -> None:
    assert window.workspace is not None
    window.workspace.scores.go_to("i7")
    type_("70.5")
    ways: dict[str, Callable[[], object]] = {
        "close": window.close,
        "other file": lambda: window.open_path(empty_path),
        "start page": window.show_start,
        "colours": lambda: window._choose_scheme("dark"),
    }
    ways[way]()
    window._choose_scheme("light")
    assert score(sample_path, 2566, "i7") == "70.5"


def test_a_year_is_remembered_with_its_file(
    window: MainWindow, sample_path: Path, empty_path: Path
) -> None:
    session_of(window).select_year(2565)
    window.open_path(empty_path)
    window.open_path(sample_path)
    assert session_of(window).fiscal_year == 2565


def test_the_title_follows_the_office(window: MainWindow) -> None:
    session = session_of(window)
    session.set_office(replace(session.office, name="เทศบาลตำบลใหม่"))
    assert window.windowTitle().startswith("เทศบาลตำบลใหม่ — ")
    session.undo()
    assert window.windowTitle().startswith("เทศบาลตำบลบ้านตัวอย่าง — ")


def test_the_sample_is_made_once_and_opened_again(make_window: MakeWindow) -> None:
    sample_path().unlink(missing_ok=True)
    window = make_window(None)
    window.open_sample()
    assert session_of(window).years == (2564, 2565, 2566)
    session_of(window).set_score("i7", "70.5")
    window.show_start()
    window.open_sample()
    assert score(sample_path(), 2566, "i7") == "70.5"
    window.show_start()  # Windows takes no file away that is open
    sample_path().unlink()


def test_the_sample_lies_with_the_programs_other_things() -> None:
    """Qt's own place on Windows is one that a domain copies to other machines."""
    assert sample_path().parent == user_folder()


def test_a_sample_that_cannot_be_made_is_told(
    make_window: MakeWindow, said: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "แฟ้ม").touch()
    monkeypatch.setattr(
        "ita_desktop.ui.main_window.sample_path", lambda: tmp_path / "แฟ้ม" / "ตัวอย่าง.ita"
    )
    window = make_window(None)
    window.open_sample()
    assert len(said) == 1
    start_page(window)


def test_recent_files_are_one_click_away(make_window: MakeWindow, sample_path: Path) -> None:
    Settings().remember_file(sample_path)
    window = make_window(None)
    links = [b for b in start_page(window).findChildren(QPushButton) if b.objectName() == "link"]
    assert [button.accessibleName() for button in links] == [
        f"{sample_path.stem}  —  {sample_path.parent}"
    ]
    links[0].click()
    assert session_of(window).path == sample_path


def test_the_folder_of_the_file_is_opened(
    window: MainWindow, sample_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.desk.open_folder()
    assert opened == [QUrl.fromLocalFile(str(sample_path.parent))]


def test_keys_of_a_file_do_nothing_without_one(make_window: MakeWindow, press: Press) -> None:
    window = make_window(None)
    for keys in ("Ctrl+Z", "Ctrl+Y", "Ctrl+F", "Alt+PgUp", "Alt+PgDown"):
        press(keys)
    start_page(window)


def test_the_status_line_says_when_it_was_saved(window: MainWindow) -> None:
    assert window.workspace is not None
    saved = window.workspace.status.saved
    assert saved.text() == "บันทึกอัตโนมัติทุกครั้งที่แก้ไข"
    session_of(window).set_score("i7", "70")
    assert saved.text().startswith("✓ บันทึกแล้ว ")
    assert not any(letter in "0123456789" for letter in saved.text())


def test_what_the_machine_refuses_is_told(window: MainWindow, said: list[str]) -> None:
    session_of(window).refused.emit("ดิสก์เต็ม")
    assert said == ["ดิสก์เต็ม"]


def test_a_file_made_on_the_command_line_opens(make_window: MakeWindow, tmp_path: Path) -> None:
    path = tmp_path / "ใหม่.ita"
    new_file(path).close()
    window = make_window(path)
    assert len(session_of(window).years) == 1
    assert window.windowTitle().startswith("หน่วยงานยังไม่ได้ตั้งชื่อ")


def come_back(window: MainWindow) -> None:
    """Have the window hear that it is the active one again."""
    assert window.isActiveWindow()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def test_coming_back_shows_what_another_window_wrote(
    window: MainWindow, sample_path: Path, open_beside: Callable[[Path], Session]
) -> None:
    open_beside(sample_path).set_score("i4", "11")
    come_back(window)
    assert str(session_of(window).result.entries["i4"]) == "11"


def test_a_file_that_cannot_be_read_on_coming_back_is_told_without_a_dialog(
    window: MainWindow, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise MachineError("อ่านไฟล์ไม่ได้ กรุณาตรวจไดรฟ์")

    monkeypatch.setattr(session_of(window), "look_again", refuse)
    come_back(window)
    assert said == []
    assert window.workspace is not None
    assert window.workspace.notice.isVisible()
    assert window.workspace.notice.text == "อ่านไฟล์ไม่ได้ กรุณาตรวจไดรฟ์"


def test_closing_all_the_same_is_asked_anew_where_it_did_not_come_to_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, dialogs: list[QDialog]
) -> None:
    session, workspace = session_of(window), window.workspace
    assert workspace is not None
    monkeypatch.setattr(workspace, "busy_with", lambda: "กำลังพิมพ์เอกสาร")
    session.leaving.connect(session.stay)
    window._close_anyway()
    assert session_of(window) is session, "what is being typed was refused"
    session.leaving.disconnect(session.stay)
    assert not window.close()
    assert len(dialogs) == 1
    monkeypatch.undo()
