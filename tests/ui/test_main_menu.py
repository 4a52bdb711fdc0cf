"""What is needed seldom: every entry of the menu does what it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from ita_desktop.ui import theme
from ita_desktop.ui.about.dialog import AboutDialog
from ita_desktop.ui.dialogs.office import OfficeDialog
from ita_desktop.ui.history.dialog import HistoryDialog
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.start_page import StartPage


def entries(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from entries(below)
        elif action.text():
            yield action


def choose(window: MainWindow, words: str) -> None:
    menu = window.findChildren(MainMenu)[-1]
    menu.aboutToShow.emit()
    next(a for a in entries(menu) if a.text().startswith(words)).trigger()


@pytest.mark.usefixtures("at_once")
def test_every_entry_asks_for_what_it_says(
    window: MainWindow,
    dialogs: list[QDialog],
    said: list[str],
    picked: list[Path],
    empty_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    choose(window, "ข้อมูลหน่วยงาน")
    assert isinstance(dialogs[-1], OfficeDialog)
    choose(window, "ประวัติการแก้ไข")
    assert isinstance(dialogs[-1], HistoryDialog)
    choose(window, "เปิดโฟลเดอร์")
    assert len(opened) == 1
    choose(window, "เกี่ยวกับ")
    assert isinstance(dialogs[-1], AboutDialog)
    picked.append(tmp_path / "เกณฑ์.json")
    choose(window, "ส่งออกเป็นไฟล์")
    assert (tmp_path / "เกณฑ์.json").is_file()
    picked.append(tmp_path / "ไม่มี.xlsx")
    choose(window, "นำเข้าจาก Excel")
    assert "ไม่มี.xlsx" in said[-1]
    picked.append(tmp_path / "ไม่มี.json")
    choose(window, "นำเข้าจากไฟล์")
    assert "ไม่มี.json" in said[-1]
    choose(window, "กลับไปใช้ชุด")
    picked.append(empty_path)
    choose(window, "เปิดไฟล์…")
    assert window.session is not None
    assert window.session.path == empty_path
    choose(window, "หน้าเริ่มต้น")
    assert isinstance(window.centralWidget(), StartPage)


def test_the_menu_is_one_column_on_a_small_screen_at_150_per_cent(window: MainWindow) -> None:
    menu = window.findChildren(MainMenu)[-1]
    menu.fill()
    assert menu.sizeHint().height() <= 768 / 1.5
    lines = {menu.actionGeometry(one).left() for one in menu.actions()}
    assert len(lines) == 1


def test_sizes_hold_from_the_next_start(
    window: MainWindow, said: list[str], settings: Settings
) -> None:
    choose(window, "๑๕๐ %")
    assert settings.scale() == 150
    assert said == ["จะแสดงขนาด ๑๕๐ % เมื่อเปิดโปรแกรมครั้งถัดไป"]


def test_colours_change_at_once_and_are_remembered(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    assert window.session is not None
    path = window.session.path
    try:
        choose(window, "มืด")
        assert settings.scheme() == "dark"
        assert window.session.path == path
        menu = window.findChildren(MainMenu)[-1]
        menu.aboutToShow.emit()
        checked = [action.text() for action in entries(menu) if action.isChecked()]
        assert "มืด" in checked
        assert theme.is_dark()
    finally:
        choose(window, "สว่าง")
    assert not theme.is_dark()
    qtbot.waitUntil(lambda: len(window.findChildren(MainMenu)) == 1)  # the old ones are gone
