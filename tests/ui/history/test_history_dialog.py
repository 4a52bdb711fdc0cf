"""The history of the file in the window: looked at, filtered, taken back, and done again."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.domain.office import Office
from ita_desktop.ui.history.dialog import HistoryDialog, show_history
from ita_desktop.ui.history.row_dialog import RowHistoryDialog
from ita_desktop.ui.history.window_table import WindowTable
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.workflows.dump import dump

Shown = Callable[[], HistoryDialog]


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def shown(window: MainWindow) -> Shown:
    return lambda: show_history(session_of(window), window)


def column(table: WindowTable, place: int) -> list[str]:
    return [str(table.rows.index(row, place).data()) for row in range(table.rows.rowCount())]


def choose(table: WindowTable, row: int) -> None:
    table.setCurrentIndex(table.rows.index(row, 0))


def answer(qtbot: QtBot, box: QDialog, words: str) -> None:
    assert isinstance(box, QMessageBox)
    button = next(b for b in box.findChildren(QPushButton) if b.text().startswith(words))
    with qtbot.waitSignal(box.finished):
        button.click()


def test_ctrl_shift_h_opens_it_and_esc_closes_it(
    window: MainWindow, press: Callable[[str], None], dialogs: list[QDialog], qtbot: QtBot
) -> None:
    press("Ctrl+Shift+H")
    assert isinstance(dialogs[-1], HistoryDialog)
    dialogs[-1].activateWindow()
    qtbot.waitUntil(dialogs[-1].isActiveWindow)
    press("Esc")
    assert not dialogs[-1].isVisible()
    assert window.session is not None


def test_enter_presses_the_button_that_has_the_keyboard(
    window: MainWindow, press: Callable[[str], None], dialogs: list[QDialog], qtbot: QtBot
) -> None:
    session_of(window).set_score("i7", "88.13")
    press("Ctrl+Shift+H")
    dialog = dialogs[-1]
    assert isinstance(dialog, HistoryDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.deeds.undo.setFocus()
    press("Enter")
    assert column(dialog.deeds.deeds, 1)[0] == "เลิกทำ “แก้คะแนน i7”"
    press("Home")  # Ctrl is let go of: Qt keeps it held for the tests that follow


def test_the_deeds_are_there_newest_first_with_what_each_changed(
    window: MainWindow, shown: Shown
) -> None:
    session = session_of(window)
    session.set_score("i7", "88.13")
    session.put_scores({f"i{n}": Decimal(80 + n) for n in range(1, 19)}, "วางคะแนน 18 ค่า")
    session.undo()
    page = shown().deeds
    assert column(page.deeds, 1)[:3] == [
        "เลิกทำ “วางคะแนน ๑๘ ค่า”",
        "วางคะแนน ๑๘ ค่า",
        "แก้คะแนน i7",
    ]
    assert column(page.deeds, 4)[:3] == ["", "เลิกทำแล้ว", ""]
    choose(page.deeds, 1)
    assert page.changes.rows.rowCount() == 18
    choose(page.deeds, 2)
    assert column(page.changes, 1) == ["คะแนน i7 ปี ๒๕๖๖"]
    assert column(page.changes, 4) == ["๘๘.๑๓"]


def test_the_filter_takes_thai_digits_for_arabic(window: MainWindow, shown: Shown) -> None:
    session = session_of(window)
    for code in ("i7", "i8"):
        session.set_score(code, "88.13")
    page = shown().deeds
    page.search.setText("i๗")
    assert column(page.deeds, 1) == ["แก้คะแนน i7", "สร้างข้อมูลตัวอย่าง"]  # both wrote i7
    page.search.setText("ไม่มีคำนี้")
    assert page.deeds.rows.rowCount() == 0
    assert "ไม่พบรายการ" in page._empty.text()
    assert not page.undo.isEnabled()
    page.search.clear()
    assert page.deeds.rows.rowCount() >= 3


def test_back_to_a_deed_and_forth_again(
    window: MainWindow, shown: Shown, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    session = session_of(window)
    start = dump(session.file)
    for value in ("70", "80", "90"):
        session.set_score("i7", value)
    session.add_year(2567)
    end = dump(session.file)
    dialog = shown()
    page = dialog.deeds
    choose(page.deeds, 3)
    page.undo.click()
    box = dialogs[-1]
    assert "จะเลิกทำ ๔ รายการ" in str(box.property("sentence"))
    answer(qtbot, box, "เลิกทำ ๔")
    qtbot.waitUntil(lambda: dump(session.file) == start)
    assert session.years == (2564, 2565, 2566)
    place = next(n for n, deed in enumerate(column(page.deeds, 1)) if deed.startswith("เพิ่มปี"))
    choose(page.deeds, place)
    assert (page.undo.isEnabled(), page.redo.isEnabled()) == (False, True)
    page.redo.click()
    answer(qtbot, dialogs[-1], "ทำซ้ำ ๔")
    qtbot.waitUntil(lambda: dump(session.file) == end)


def test_a_long_change_is_read_in_full_with_enter(
    window: MainWindow, shown: Shown, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    session = session_of(window)
    long = "ข้อความที่ยาวเกินช่องในตาราง " * 20
    session.correct_text("i7", long)
    page = shown().deeds
    qtbot.keyClick(page.changes, Qt.Key.Key_Return)
    texts = [block.text for block in dialogs[-1].findChildren(TextBlock)]
    assert texts == ["(ไม่มี)", long.strip()]
    dialogs[-1].reject()


def test_all_that_became_of_a_row_is_shown(
    window: MainWindow, shown: Shown, dialogs: list[QDialog], office: Office
) -> None:
    session = session_of(window)
    before = session.office
    session.set_office(office)
    session.set_office(before)
    page = shown().deeds
    page.story.click()
    story = dialogs[-1]
    assert isinstance(story, RowHistoryDialog)
    told = [
        (field, old, new)
        for field, old, new in zip(*(column(story.table, n) for n in (3, 4, 5)), strict=True)
        if field == "ชื่อหน่วยงาน"
    ]
    assert told == [
        ("ชื่อหน่วยงาน", office.name, before.name),
        ("ชื่อหน่วยงาน", before.name, office.name),
        ("ชื่อหน่วยงาน", "", before.name),
    ]
    story.reject()


def test_given_up_nothing_is_taken_back(
    window: MainWindow, shown: Shown, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    session = session_of(window)
    for value in ("70", "80"):
        session.set_score("i7", value)
    latest = session.file.latest_deed()
    page = shown().deeds
    choose(page.deeds, 1)
    page.undo.click()
    answer(qtbot, dialogs[-1], "ยกเลิก")
    assert session.file.latest_deed() == latest


def test_the_newest_deed_is_taken_back_without_a_question(
    window: MainWindow, shown: Shown, dialogs: list[QDialog]
) -> None:
    session = session_of(window)
    session.set_score("i7", "70")
    page = shown().deeds
    before = len(dialogs)
    page.undo.click()
    assert len(dialogs) == before
    assert column(page.deeds, 1)[0] == "เลิกทำ “แก้คะแนน i7”"
    assert page.deed is not None
    assert (page.deed.state, page.redo.isEnabled()) == ("undone", True)


def test_what_cannot_be_taken_back_says_why(window: MainWindow, shown: Shown) -> None:
    session = session_of(window)
    session.set_score("i7", "70")
    session.undo()
    session.set_score("i7", "75")
    page = shown().deeds
    for place in range(1, page.deeds.rows.rowCount()):
        choose(page.deeds, place)
        assert not page.undo.isEnabled()
        assert page._why.text()


def test_what_was_deleted_comes_back_from_the_trash(window: MainWindow, shown: Shown) -> None:
    session = session_of(window)
    before = dump(session.file)
    session.put_scores({"i7": None, "i8": None}, "ลบ 2 ค่า")
    dialog = shown()
    dialog.tabs.setCurrentIndex(1)
    trash = dialog.trash
    assert trash is not None
    assert [text.split(":")[0] for text in column(trash.table, 0)] == [
        "คะแนน i8 ปี ๒๕๖๖",
        "คะแนน i7 ปี ๒๕๖๖",
    ]
    trash.back.click()
    assert "แล้ว" in trash._note.text()
    trash.table.taken.emit(0)
    assert dump(session.file) == before
    assert trash._empty.isVisibleTo(trash)
    assert not trash.back.isEnabled()


def test_a_place_that_is_taken_is_told_in_the_trash(window: MainWindow, shown: Shown) -> None:
    session = session_of(window)
    session.put_scores({"i7": None}, "ลบ")
    session.set_score("i7", "70")
    dialog = shown()
    dialog.tabs.setCurrentIndex(1)
    trash = dialog.trash
    assert trash is not None
    trash.back.click()
    assert "มีรายการอื่นอยู่แทนแล้ว" in trash._note.text()
    assert trash._note.objectName() == "error"


def test_a_file_with_nothing_done_says_so(
    empty_window: MainWindow,
) -> None:
    session = session_of(empty_window)
    session.file.connection.execute("DELETE FROM change")
    session.file.connection.execute("DELETE FROM deed")
    dialog = show_history(session, empty_window)
    assert dialog.deeds._empty.text().startswith("ยังไม่มีการแก้ไข")
    dialog.tabs.setCurrentIndex(1)
    assert dialog.trash is not None
    assert dialog.trash._empty.isVisibleTo(dialog.trash)


def test_a_file_that_is_only_read_is_looked_at_and_refuses_politely(
    window: MainWindow, shown: Shown
) -> None:
    session = session_of(window)
    session.set_score("i7", "70")
    session.put_scores({"i7": None}, "ลบ")
    session.file.read_only = "เปิดอ่านอย่างเดียว"
    dialog = shown()
    assert dialog.deeds._why.text() == "เปิดอ่านอย่างเดียว"
    dialog.tabs.setCurrentIndex(1)
    assert dialog.trash is not None
    assert dialog.trash._note.text() == "เปิดอ่านอย่างเดียว"
    enabled = [dialog.deeds.undo, dialog.deeds.redo, dialog.trash.back, dialog.shorten]
    assert not any(button.isEnabled() for button in enabled)
    session.file.read_only = ""


def test_everything_has_a_name_and_the_keyboard_reaches_it(shown: Shown, qtbot: QtBot) -> None:
    dialog = shown()
    tables = dialog.findChildren(WindowTable)
    assert all(table.accessibleName() for table in tables)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.deeds.deeds.hasFocus()
    qtbot.keyClick(dialog.deeds.deeds, Qt.Key.Key_Return)
    assert dialog.deeds.changes.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert dialog.deeds.search.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert dialog.tabs.currentIndex() == 1
    dialog.reject()


def test_what_a_strange_record_makes_unreadable_is_told(
    make_window: Callable[[Path | None], MainWindow], sample_path: Path
) -> None:
    window = make_window(sample_path)
    session = session_of(window)
    session.set_score("i7", "70")
    session.file.connection.execute("UPDATE change SET new = '[1' WHERE deed > 1")
    page = show_history(session, window).deeds
    assert "ประวัติการแก้ไข" in page._error.text()
    assert page._error.isVisibleTo(page)
