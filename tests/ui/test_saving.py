"""A paper into a file: where, whole or not at all, and told."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.errors import MachineError
from ita_desktop.pdf.report import MissingLetters
from ita_desktop.ui import work
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.messages import SENTENCE
from ita_desktop.ui.saving import Saving
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.export_document import Drawn, Frozen, Typeset

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

PAGES = Typeset(b"%PDF-1.7 pages", 1)


@pytest.fixture
def saving(window: MainWindow) -> Saving:
    assert window.workspace is not None
    return window.workspace.papers.saving


@pytest.fixture
def notice(window: MainWindow) -> Notice:
    assert window.workspace is not None
    return window.workspace.notice


@pytest.fixture
def frozen(window: MainWindow) -> Frozen:
    assert window.workspace is not None
    made = window.workspace.papers.freeze(PAPERS[0].id)
    assert made is not None
    return made


def actions(notice: Notice) -> list[str]:
    layout = notice._actions
    items = [layout.itemAt(place) for place in range(layout.count())]
    found = [item.widget() for item in items if item is not None]
    return [button.text() for button in found if isinstance(button, QPushButton)]


@pytest.mark.usefixtures("at_once")
def test_the_very_pages_are_saved(
    saving: Saving, frozen: Frozen, notice: Notice, picked: list[Path], tmp_path: Path
) -> None:
    picked.append(tmp_path / "สรุป.pdf")
    saving.ask_pdf(frozen, PAGES)
    assert (tmp_path / "สรุป.pdf").read_bytes() == PAGES.data
    assert notice.text == "บันทึก สรุป.pdf แล้ว"
    assert actions(notice) == ["เปิดไฟล์", "เปิดโฟลเดอร์"]
    assert notice.property("tone") == "good"


@pytest.mark.usefixtures("at_once")
def test_the_actions_open_file_and_folder(
    saving: Saving,
    frozen: Frozen,
    notice: Notice,
    picked: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []

    def open_(url: "QUrl") -> None:
        opened.append(Path(url.toLocalFile()))

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    picked.append(tmp_path / "สรุป.pdf")
    saving.ask_pdf(frozen, PAGES)
    for button in notice.findChildren(QPushButton):
        if button.text():
            button.click()
    assert opened == [tmp_path / "สรุป.pdf", tmp_path]
    close = next(b for b in notice.findChildren(QPushButton) if not b.text())
    close.click()
    assert not notice.isVisible()


def test_the_focus_is_not_lost_with_the_words_it_was_on(
    saving: Saving, notice: Notice, qapp: QApplication
) -> None:
    saving.tell("บันทึกแล้ว", [("เปิดไฟล์", lambda: None)])
    next(b for b in notice.findChildren(QPushButton) if b.text()).setFocus()
    saving.tell("ยังไม่มีเครื่องพิมพ์")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    focus = qapp.focusWidget()
    assert focus is not None
    assert notice.isAncestorOf(focus)


@pytest.mark.usefixtures("at_once")
def test_a_target_that_cannot_be_written_is_told(
    saving: Saving, frozen: Frozen, notice: Notice, picked: list[Path], tmp_path: Path
) -> None:
    picked.append(tmp_path / "ไม่มี" / "สรุป.pdf")
    saving.ask_pdf(frozen, PAGES)
    assert notice.property("tone") == "bad"
    assert "สรุป.pdf" in notice.text
    assert actions(notice) == []


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("ending", [".pdf", ".xlsx"])
def test_a_target_open_in_a_reader_gets_a_number_and_a_sentence(
    saving: Saving,
    frozen: Frozen,
    notice: Notice,
    picked: list[Path],
    tmp_path: Path,
    held: set[Path],
    ending: str,
) -> None:
    target = tmp_path / f"สรุป{ending}"
    target.write_bytes(b"old")
    held.add(target)
    picked.append(target)
    if ending == ".pdf":
        saving.ask_pdf(frozen, PAGES)
    else:
        saving.ask_workbook(frozen)
    assert target.read_bytes() == b"old"
    assert (tmp_path / f"สรุป (๒){ending}").read_bytes()[:2] in (b"%P", b"PK")
    assert notice.text == f"ไฟล์ สรุป{ending} เดิมเปิดอยู่ในโปรแกรมอื่น จึงบันทึกเป็น สรุป (๒){ending}"
    assert actions(notice) == ["เปิดไฟล์", "เปิดโฟลเดอร์"]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("name", ["สรุป", "สรุป พ.ศ. 2566", "สรุป.ita"])
def test_a_dot_in_the_name_is_no_ending(
    saving: Saving, frozen: Frozen, picked: list[Path], tmp_path: Path, name: str
) -> None:
    picked.append(tmp_path / name)
    saving.ask_pdf(frozen, PAGES)
    assert (tmp_path / f"{name}.pdf").is_file()
    assert not (tmp_path / name).exists()


@pytest.mark.usefixtures("at_once")
def test_a_file_she_was_not_asked_about_is_not_written_over(
    saving: Saving, frozen: Frozen, notice: Notice, picked: list[Path], tmp_path: Path
) -> None:
    there = tmp_path / "สรุป.pdf"
    there.write_bytes(b"old")
    picked.append(tmp_path / "สรุป")
    saving.ask_pdf(frozen, PAGES)
    assert there.read_bytes() == b"old"
    assert notice.property("tone") == "bad"
    picked.append(there)
    saving.ask_pdf(frozen, PAGES)
    assert there.read_bytes() == PAGES.data


def test_giving_up_writes_nothing(saving: Saving, frozen: Frozen, notice: Notice) -> None:
    saving.ask_pdf(frozen, PAGES)
    assert not notice.isVisible()


def test_the_real_thread_writes_it_and_tells(
    saving: Saving,
    frozen: Frozen,
    notice: Notice,
    picked: list[Path],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    picked.append(tmp_path / "สรุป.xlsx")
    saving.ask_workbook(frozen)
    assert notice.text == "กำลังบันทึก สรุป.xlsx"
    qtbot.waitUntil(lambda: notice.text == "บันทึก สรุป.xlsx แล้ว", timeout=20_000)
    assert (tmp_path / "สรุป.xlsx").read_bytes().startswith(b"PK")


def test_closing_the_window_while_a_file_is_written_is_asked_about(
    window: MainWindow, saving: Saving, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on = threading.Event()

    def slow(path: Path) -> Drawn:
        go_on.wait(10)
        return Drawn(path)

    saving.write(tmp_path / "สรุป.pdf", slow)
    assert not window.close()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "กำลังบันทึก สรุป.pdf" in box.property(SENTENCE)
    box.reject()
    go_on.set()
    qtbot.waitUntil(lambda: not saving.writing)
    assert window.close()


def test_a_file_that_is_ready_after_its_window_was_left_disturbs_nobody(
    window: MainWindow, saving: Saving, empty_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    done: list[Path] = []

    def slow(path: Path) -> Drawn:
        go_on.wait(10)
        done.append(path)
        return Drawn(path)

    saving.write(tmp_path / "สรุป.pdf", slow)
    gone: list[object] = []
    old = window.workspace
    assert old is not None
    old.destroyed.connect(lambda: gone.append(1))
    window.open_path(empty_path)
    qtbot.waitUntil(lambda: bool(gone))
    go_on.set()
    qtbot.waitUntil(lambda: not work._running)
    assert done == [tmp_path / "สรุป.pdf"]


@pytest.mark.usefixtures("at_once")
def test_a_letter_the_font_lacks_is_told(
    saving: Saving, frozen: Frozen, notice: Notice, picked: list[Path], tmp_path: Path
) -> None:
    picked.append(tmp_path / "สรุป.pdf")
    lacking = (
        MissingLetters(("漢", "字"), "漢字", "ย่อหน้าที่ 1"),
        MissingLetters(("字",), "字", "ย่อหน้าที่ 2"),
    )
    saving.ask_pdf(frozen, Typeset(b"%PDF", 1, lacking))
    assert "漢 字 กรุณา" in notice.text
    assert notice.property("tone") == "bad"


@pytest.mark.usefixtures("at_once")
def test_what_could_not_be_written_is_not_being_written_any_more(
    saving: Saving, notice: Notice, tmp_path: Path
) -> None:
    def refuse(_path: Path) -> Drawn:
        assert saving.writing == "สรุป.pdf"
        raise MachineError("พื้นที่ดิสก์ไม่พอ")

    saving.write(tmp_path / "สรุป.pdf", refuse)
    assert notice.text == "พื้นที่ดิสก์ไม่พอ"
    assert saving.writing == "", "else closing the window would ask for ever"


def test_a_fault_of_our_own_is_not_hidden(saving: Saving, notice: Notice) -> None:
    with pytest.raises(ZeroDivisionError):
        saving.fail(ZeroDivisionError())
    assert notice.property("tone") == "bad"


@pytest.mark.usefixtures("at_once")
def test_everything_goes_to_a_workbook_from_the_menu(
    window: MainWindow, notice: Notice, picked: list[Path], tmp_path: Path
) -> None:
    menu = next(iter(window.findChildren(MainMenu)))
    menu.fill()
    below = next(one for one in menu.actions() if one.text() == "ประวัติและไฟล์สำรอง").menu()
    assert isinstance(below, QMenu)
    wish = next(one for one in below.actions() if one.text() == "ส่งออกข้อมูลทั้งหมดเป็น Excel…")
    wish.trigger()  # given up: no file is chosen
    assert not notice.isVisible()
    picked.append(tmp_path / "ทั้งหมด")
    wish.trigger()
    assert zipfile.is_zipfile(tmp_path / "ทั้งหมด.xlsx")
    assert notice.text == "บันทึก ทั้งหมด.xlsx แล้ว"
    assert actions(notice) == ["เปิดไฟล์", "เปิดโฟลเดอร์"]
