"""เกี่ยวกับโปรแกรม: what it says, what it copies, and that every licence can be read."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop import __version__
from ita_desktop.fault_log import log_file, write_report
from ita_desktop.ui.about.dialog import AboutDialog, show_about
from ita_desktop.ui.about.report import problem_report
from ita_desktop.ui.about.works import REPLACEABLE, SOURCES, told, works
from ita_desktop.ui.main_window import MainWindow

Press = Callable[[str], None]


@pytest.fixture
def about(window: MainWindow, qtbot: QtBot) -> AboutDialog:
    """Open the dialog over the window."""
    dialog = show_about(window)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def labels(dialog: AboutDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def test_name_and_versions_are_there(about: AboutDialog) -> None:
    said = labels(about)
    assert f"ITA Desktop {__version__}" in said
    for name in ("Python", "Qt", "SQLite"):
        assert f"{name} " in said
    assert "โปรแกรมไม่ต่ออินเทอร์เน็ต" in said


def test_the_names_can_be_marked_and_copied(about: AboutDialog) -> None:
    mouse = Qt.TextInteractionFlag.TextSelectableByMouse
    marked = [
        one.text() for one in about.findChildren(QLabel) if one.textInteractionFlags() & mouse
    ]
    assert any(__version__ in text for text in marked)
    assert any("SQLite" in text for text in marked)
    keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert about.text.textInteractionFlags() == mouse | keyboard


def test_our_own_licence_and_the_duties_of_the_lgpl_are_read_first(about: AboutDialog) -> None:
    text = about.text.toPlainText()
    assert text.startswith(f"ITA Desktop {__version__}\n")
    assert "MIT License" in text
    assert REPLACEABLE in text
    assert SOURCES in text


def test_choosing_a_work_shows_its_whole_licence(about: AboutDialog) -> None:
    for row, work in enumerate(about.works):
        about.list.setCurrentCell(row, 0)
        assert about.text.toPlainText() == told(work)
        assert about.text.verticalScrollBar().value() == 0
        assert work.name in about.text.accessibleName()


def test_the_list_says_version_licence_and_holder(about: AboutDialog) -> None:
    model, across = about.list.model(), Qt.Orientation.Horizontal
    heads = [model.headerData(column, across) for column in range(4)]
    assert heads == ["ส่วนประกอบ", "รุ่น", "สัญญาอนุญาต", "ผู้ถือสิทธิ์"]
    for row, work in enumerate(works()):
        cells = [model.index(row, column).data() for column in range(4)]
        assert cells == [work.name, work.version, work.licence, work.holder]
        assert all(cells)


def test_a_narrow_dialog_gives_up_columns_and_says_them_above_the_text(
    about: AboutDialog,
) -> None:
    about.resize(880, 480)
    assert [about.list.isColumnHidden(column) for column in range(4)] == [False] * 3 + [True]
    about.resize(650, 360)
    assert about.list.isColumnHidden(1)
    about.list.setCurrentCell(1, 0)
    work = about.works[1]
    assert work.version in about.text.toPlainText()
    assert work.holder in about.text.toPlainText()


def test_a_work_under_the_lgpl_says_that_it_may_be_replaced_and_where_its_source_is() -> None:
    under = [work for work in works() if work.licence.startswith("LGPL")]
    assert {work.name for work in under} >= {"Qt", "libthai", "libdatrie", "shiboken6"}
    for work in under:
        text = told(work)
        assert REPLACEABLE in text
        assert f"รหัสต้นฉบับที่ไม่ได้แก้ไข: {work.source}" in text
    others = [work for work in works() if not work.source][1:]
    assert not any(REPLACEABLE in told(work) for work in others)


def test_one_button_copies_what_a_report_needs(about: AboutDialog, qapp: QApplication) -> None:
    about.copy.click()
    copied = qapp.clipboard().text()
    assert copied == problem_report()
    assert f"ITA Desktop {__version__} · Python " in copied
    assert "Qt " in copied
    assert "SQLite " in copied
    assert str(log_file()) in copied
    assert about.copy.text() == "คัดลอกแล้ว"


def test_the_report_says_whether_there_was_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_desktop.fault_log.user_folder", lambda: tmp_path / "บันทึก")
    assert problem_report().endswith("(ยังไม่เคยมีข้อผิดพลาด)")
    write_report("ทดลอง")
    assert problem_report().endswith(str(tmp_path / "บันทึก" / "faults.log"))


def test_a_user_without_a_home_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.setattr("ita_desktop.fault_log.user_folder", nowhere)
    assert "ไม่พบโฟลเดอร์ของผู้ใช้" in problem_report()


def test_the_keyboard_goes_through_list_and_text_to_the_buttons(
    about: AboutDialog, press: Press, qapp: QApplication
) -> None:
    assert qapp.focusWidget() is about.list
    press("Down")
    assert about.text.toPlainText().startswith("CPython ")
    press("Tab")
    assert qapp.focusWidget() is about.text
    press("Ctrl+End")
    assert about.text.textCursor().atEnd()
    press("Ctrl+A")
    press("Ctrl+C")
    assert qapp.clipboard().text() == about.text.toPlainText()
    press("Tab")
    assert qapp.focusWidget() is about.copy
    press("Tab")
    assert qapp.focusWidget() is about.close_button
    press("Return")
    assert not about.isVisible()


def test_escape_closes_it(about: AboutDialog, press: Press) -> None:
    press("Escape")
    assert not about.isVisible()


def test_every_control_has_a_name(about: AboutDialog) -> None:
    for control in (about.list, about.text, about.copy, about.close_button):
        face = QAccessible.queryAccessibleInterface(control)
        assert face.text(QAccessible.Text.Name).strip()


@pytest.mark.parametrize("size", [(1366, 768), (910, 512), (683, 384)])
def test_it_fits_over_a_small_window_and_nothing_is_cut(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    dialog = show_about(window)
    qtbot.waitUntil(dialog.isVisible)
    QApplication.sendPostedEvents()
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]
    for child in dialog.findChildren(QWidget):
        if isinstance(child, QLabel) and child.isVisible() and child.text():
            wanted = child.heightForWidth(child.width()) if child.wordWrap() else 0
            assert child.height() >= wanted, child.text()
            assert child.wordWrap() or child.width() >= child.sizeHint().width(), child.text()
    for control in (dialog.text, dialog.list):
        assert control.height() > 90
    for button in (dialog.copy, dialog.close_button):
        corner = button.mapTo(dialog, QPoint(button.width(), button.height()))
        assert corner.x() <= dialog.width()
        assert corner.y() <= dialog.height()


def test_the_longest_licence_is_whole_to_its_last_line(about: AboutDialog) -> None:
    longest = max(range(len(about.works)), key=lambda row: len(told(about.works[row])))
    about.list.setCurrentCell(longest, 0)
    cursor = about.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    lines = told(about.works[longest]).rstrip("\n").splitlines()
    assert about.text.document().blockCount() >= len(lines)
    assert lines[-1] in about.text.toPlainText()[-400:]


def test_nothing_of_it_is_loaded_with_the_window() -> None:
    code = (
        "import sys, ita_desktop.app, ita_desktop.ui.main_menu\n"
        "print([name for name in sys.modules if name.startswith('ita_desktop.ui.about')])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
