"""Evidence in the window: added by button, keys and mouse, opened, moved, taken out and away."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db import evidence as table
from ita_desktop.db.evidence import evidence_of, stored_bytes
from ita_desktop.db.rows import Kind
from ita_desktop.errors import MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.evidence import adding as adding_module
from ita_desktop.ui.evidence import copies as copies_module
from ita_desktop.ui.evidence.copies import PrivateCopies, clean_left_copies
from ita_desktop.ui.evidence.dialog import EvidenceDialog
from ita_desktop.ui.evidence.item_choice import MoveDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows.deeds import remove_rows

Made = Callable[..., list[Path]]


@pytest.fixture
def files(tmp_path: Path) -> Made:
    """Make small PDF files."""

    def make(*names: str) -> list[Path]:
        paths = [tmp_path / name for name in names]
        for path in paths:
            path.write_bytes(f"%PDF-1.7 {path.name}".encode())
        return paths

    return make


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what the system's viewers were asked to open, and keep copies in a folder."""
    paths: list[Path] = []

    def open_(url: QUrl) -> None:
        paths.append(Path(url.toLocalFile()))

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    monkeypatch.setattr(copies_module, "user_folder", lambda: tmp_path / "ของโปรแกรม")
    return paths


@pytest.fixture
def dialog(window: MainWindow, at_once: None, opened: list[Path]) -> Iterator[EvidenceDialog]:
    del at_once, opened
    desk = window.desk
    desk.show_evidence("O1")
    found = window.findChild(EvidenceDialog)
    assert found is not None
    yield found
    if desk._copies is not None:
        desk._copies.clean()


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def names(dialog: EvidenceDialog) -> list[str]:
    found = [dialog.table.item(row, 1) for row in range(dialog.table.rowCount())]
    return [item.text() for item in found if item is not None]


def test_files_are_added_to_the_item_as_one_deed_and_undone(
    dialog: EvidenceDialog, session: Session, files: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(path) for path in files("คำสั่ง.pdf", "ประกาศ.pdf")]

    def answer(*_said: object) -> tuple[list[str], str]:
        return chosen, ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    assert dialog._empty.isVisible()
    dialog._add.click()
    assert names(dialog) == ["คำสั่ง.pdf", "ประกาศ.pdf"]
    assert not dialog._empty.isVisible()
    assert {one.code for one in evidence_of(session.file, 2566)} == {"O1"}
    assert "แนบแล้ว ๒ ไฟล์" in dialog.notice.text
    session.undo()
    assert names(dialog) == []
    session.redo()
    assert names(dialog) == ["คำสั่ง.pdf", "ประกาศ.pdf"]
    assert wording.shown("2 ไฟล์") in dialog._count.text()


def test_what_is_not_taken_is_told_and_the_others_are_added(
    dialog: EvidenceDialog, files: Made, tmp_path: Path
) -> None:
    program = tmp_path / "โปรแกรม.exe"
    program.write_bytes(b"MZ")
    (good,) = files("คำสั่ง.pdf")
    dialog.add([program, good, tmp_path])
    assert names(dialog) == ["คำสั่ง.pdf"]
    assert "แนบแล้ว ๑ ไฟล์" in dialog.notice.text
    assert "โปรแกรม.exe" in dialog.notice.text
    assert "โฟลเดอร์" in dialog.notice.text
    assert dialog.notice.property("tone") == "bad"
    dialog.add([good, good, program, program, program])
    assert names(dialog) == ["คำสั่ง.pdf"]
    assert "และอีก ๒ ไฟล์ที่ไม่รับ" in dialog.notice.text


def test_a_full_disk_adds_nothing(
    dialog: EvidenceDialog, session: Session, files: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = adding_module.keep_content
    count = 0

    def full(*said: object) -> None:
        nonlocal count
        count += 1
        if count == 2:
            raise MachineError("ดิสก์เต็ม")
        kept(*said)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(adding_module, "keep_content", full)
    latest = session.file.latest_deed()
    dialog.add(files("ก.pdf", "ข.pdf"))
    assert names(dialog) == []
    assert "ดิสก์เต็ม" in dialog.notice.text
    assert session.file.latest_deed() == latest
    dialog.add(files("ค.pdf"))
    assert stored_bytes(session.file) == len("%PDF-1.7 ค.pdf".encode())  # the half is gone


def test_files_are_dropped_onto_it(dialog: EvidenceDialog, files: Made) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files("ลาก.pdf")])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    assert names(dialog) == ["ลาก.pdf"]


def test_only_the_items_own_or_all_of_the_year(dialog: EvidenceDialog, files: Made) -> None:
    dialog.add(files("ของข้อ.pdf"))
    dialog.items.setCurrentIndex(0)
    dialog.add(files("ของปี.pdf"))
    assert names(dialog) == ["ของข้อ.pdf"]
    dialog.whole_year.click()
    assert names(dialog) == ["ของปี.pdf", "ของข้อ.pdf"]


def test_keys_open_and_remove(
    dialog: EvidenceDialog,
    files: Made,
    opened: list[Path],
    press: Callable[[str], None],
    window: MainWindow,
) -> None:
    dialog.add(files("คำสั่ง.pdf"))
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    press("Return")
    (copy,) = opened
    assert copy.name == "คำสั่ง.pdf"
    assert copy.read_bytes() == "%PDF-1.7 คำสั่ง.pdf".encode()
    assert not copy.stat().st_mode & stat.S_IWUSR
    assert dialog.isVisible()
    press("Del")
    assert names(dialog) == []
    assert "นำ คำสั่ง.pdf ออกแล้ว" in dialog.notice.text
    assert window.session is not None
    window.session.undo()
    assert names(dialog) == ["คำสั่ง.pdf"]


def test_the_keyboard_alone_removes_the_only_file_and_takes_it_back(
    dialog: EvidenceDialog, files: Made, press: Callable[[str], None]
) -> None:
    dialog.add(files("คำสั่ง.pdf"))
    for _ in range(2):
        assert dialog.table.hasFocus()
        assert [one.name for one in dialog.chosen()] == ["คำสั่ง.pdf"]
        press("Del")
        assert names(dialog) == []
        assert dialog._add.hasFocus()
        press("Ctrl+Z")
        assert names(dialog) == ["คำสั่ง.pdf"]


def test_what_follows_a_removed_file_is_chosen(
    dialog: EvidenceDialog, files: Made, press: Callable[[str], None]
) -> None:
    dialog.add(files("ก.pdf", "ข.pdf", "ค.pdf"))
    press("Down")
    press("Del")
    assert [one.name for one in dialog.chosen()] == ["ค.pdf"]
    press("Del")
    assert [one.name for one in dialog.chosen()] == ["ก.pdf"]


def test_evidence_moves_to_another_item(dialog: EvidenceDialog, files: Made) -> None:
    dialog.whole_year.click()
    dialog.add(files("คำสั่ง.pdf"))
    dialog.table.selectRow(0)
    dialog._move_button.click()
    asked = dialog.findChild(MoveDialog)
    assert asked is not None
    assert asked.items.code == "O1"
    asked.items.setCurrentIndex(asked.items.findData("O2"))
    asked._take()
    moved = dialog.table.item(0, 0)
    assert moved is not None
    assert moved.text() == "O2"
    assert [one.name for one in dialog.chosen()] == ["คำสั่ง.pdf"]  # it stays chosen


def test_evidence_is_saved_out(
    dialog: EvidenceDialog, files: Made, picked: list[Path], tmp_path: Path, held: set[Path]
) -> None:
    dialog.add(files("คำสั่ง.pdf"))
    dialog.table.selectRow(0)
    out = tmp_path / "ออก.pdf"
    for name in ("ออก.pdf", "ออก (๒).pdf"):
        picked.append(out)
        dialog._out.click()
        assert (tmp_path / name).read_bytes() == "%PDF-1.7 คำสั่ง.pdf".encode()
        assert name in dialog.notice.text
        held.add(out)


def test_damaged_evidence_is_told_and_not_opened(
    dialog: EvidenceDialog, files: Made, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.add(files("คำสั่ง.pdf"))
    dialog.table.selectRow(0)

    class Other:
        def hexdigest(self) -> str:
            return "0" * 64

    def other(_data: bytes) -> Other:
        return Other()

    monkeypatch.setattr(table, "sha256", other)
    dialog._open.click()
    assert opened == []
    assert "เสียหาย" in dialog.notice.text


def test_in_a_file_that_is_only_read_it_can_be_looked_at(
    window: MainWindow, session: Session
) -> None:
    session.file.read_only = "เปิดอ่านอย่างเดียว"
    window.desk.show_evidence()
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    assert "เปิดอ่านอย่างเดียว" in dialog.notice.text
    assert not dialog._add.isEnabled()
    session.file.read_only = ""


def test_the_window_lives_while_files_are_read(
    window: MainWindow, files: Made, qtbot: QtBot
) -> None:
    """In the real thread: the files come one by one, each told."""
    window.desk.show_evidence("O1")
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    told: list[tuple[int, int]] = []

    def tell(at: int, count: int) -> None:
        told.append((at, count))

    dialog.adding.moved.connect(tell)
    with qtbot.waitSignal(dialog.adding.finished):
        dialog.add(files("ก.pdf", "ข.pdf", "ค.pdf"))
        assert not dialog._add.isEnabled()
        dialog.add(files("ง.pdf"))  # one addition at a time
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert names(dialog) == ["ก.pdf", "ข.pdf", "ค.pdf"]


def test_ctrl_e_shows_the_evidence_of_the_current_row(
    window: MainWindow, press: Callable[[str], None]
) -> None:
    assert window.workspace is not None
    window.workspace.scores.go_to("O3")
    press("Ctrl+E")
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    assert dialog.items.code == "O3"
    assert not dialog.whole_year.isChecked()


def test_the_menus_lead_there(window: MainWindow) -> None:
    assert window.workspace is not None
    gestures = window.workspace.scores.gestures
    window.workspace.scores.go_to("O3")
    gestures._show_menu(window.workspace.scores.table.rect().center())
    menu = window.workspace.scores.table.findChildren(QMenu)[-1]
    shown = {action.text(): action for action in menu.actions()}
    shown[wording.shown("หลักฐานของข้อ O3…") + "\tCtrl+E"].trigger()
    menu.close()
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    assert dialog.items.code == "O3"


def test_copies_go_with_the_program_and_those_left_at_the_next_start(
    qapp: QApplication, opened: list[Path], tmp_path: Path
) -> None:
    del opened
    owner = QWidget()
    mine, left = PrivateCopies(owner), PrivateCopies(owner)
    path, other = mine.give("CON.pdf", b"%PDF"), left.give("ก/ข.pdf", b"%PDF")
    assert (path.name, other.name) == ("_CON.pdf", "ก_ข.pdf")
    assert left._lock is not None
    left._lock.unlock()  # as if that program had been ended
    clean_left_copies()
    assert path.exists()
    assert not other.exists()
    qapp.aboutToQuit.emit()
    assert list((tmp_path / "ของโปรแกรม" / "opened").iterdir()) == []
    (tmp_path / "ของโปรแกรม" / "opened").rmdir()
    clean_left_copies()  # nothing there is no trouble
    (tmp_path / "ของโปรแกรม" / "opened").write_text("", "utf-8")
    with pytest.raises(MachineError, match="ทำสำเนา"):
        mine.give("ก.pdf", b"%PDF")
    owner.deleteLater()


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("trouble", ["", "โปรแกรม.exe"])
def test_closing_while_files_are_added_waits_for_them_and_for_what_is_to_be_told(
    window: MainWindow,
    session: Session,
    files: Made,
    tmp_path: Path,
    trouble: str,
    qtbot: QtBot,
) -> None:
    window.desk.show_evidence("O1")
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    paths = files("คำสั่ง.pdf", "ประกาศ.pdf")
    if trouble:
        (tmp_path / trouble).write_bytes(b"MZ")
        paths.append(tmp_path / trouble)
    dialog.add(paths)
    dialog.close()
    assert dialog.isVisible()
    assert "ปิดเอง" in dialog.notice.text
    if trouble:
        qtbot.waitUntil(lambda: trouble in dialog.notice.text)
        dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(EvidenceDialog))
    assert len(evidence_of(session.file, 2566)) == 2


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize("name", ["คำสั่ง.pdf", "โปรแกรม.exe"])
def test_a_file_that_is_left_while_evidence_is_read_asks_nothing_more(
    window: MainWindow, session: Session, tmp_path: Path, name: str, qtbot: QtBot
) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7" if name.endswith("pdf") else b"MZ")
    window.desk.show_evidence("O1")
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    dialog.add([tmp_path / name])
    assert dialog.adding.active
    window.show_start()
    assert not session.is_open
    qtbot.waitUntil(lambda: not window.findChildren(EvidenceDialog))


@pytest.mark.parametrize("broken", ["keep_content", "attach"])
def test_a_fault_of_ours_ends_the_addition_and_is_told(
    dialog: EvidenceDialog, files: Made, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_said: object) -> None:
        raise LookupError

    monkeypatch.setattr(f"ita_desktop.ui.evidence.adding.{broken}", fail)
    with pytest.raises(LookupError):
        dialog.add(files("คำสั่ง.pdf"))
    assert not dialog.adding.active
    assert "โปรแกรมมีข้อผิดพลาด" in dialog.notice.text


def test_evidence_of_a_step_is_added_shown_by_its_words_and_moved(
    window: MainWindow, session: Session, files: Made, at_once: None, opened: list[Path]
) -> None:
    del at_once, opened
    steps = session.tracker.topics[4].measures[0].steps
    code, other = (f"step/{step.id}/6" for step in steps)
    window.desk.show_evidence(code)
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    assert dialog.items.currentText().startswith("รอบ ๖ เดือน ขั้นตอน “กำหนดแนวปฏิบัติ")
    dialog.add(files("แนวปฏิบัติ.pdf"))
    assert {one.code for one in evidence_of(session.file, 2566)} == {code}
    item = dialog.table.item(0, 0)
    assert item is not None
    assert item.text().startswith("ขั้นตอน “กำหนดแนวปฏิบัติ")
    assert item.text().endswith("รอบ ๖ เดือน")
    dialog.ask_move()
    ask = dialog.findChild(MoveDialog)
    assert ask is not None
    assert ask.items.code == code
    ask.items.setCurrentIndex(ask.items.findData(other))
    ask._take()
    assert {one.code for one in evidence_of(session.file, 2566)} == {other}
    assert "ให้ความรู้แก่บุคลากร" in dialog.notice.text
    dialog.close()


def test_evidence_of_a_step_that_is_gone_is_told_and_can_be_moved(
    window: MainWindow, session: Session, files: Made, at_once: None, opened: list[Path]
) -> None:
    del at_once, opened
    step = session.tracker.topics[4].measures[0].steps[0].id
    window.desk.show_evidence(f"step/{step}/6")
    dialog = window.findChild(EvidenceDialog)
    assert dialog is not None
    dialog.add(files("แนวปฏิบัติ.pdf"))
    remove_rows(session.file, Kind.STEP, [step])
    session.refresh()
    item = dialog.table.item(0, 0)
    assert item is not None
    assert item.text() == "ขั้นตอนที่ลบไปแล้ว รอบ ๖ เดือน"
    dialog.ask_move()
    ask = dialog.findChild(MoveDialog)
    assert ask is not None
    assert ask.items.currentText() == "ขั้นตอนที่ลบไปแล้ว รอบ ๖ เดือน"
    ask.items.setCurrentIndex(ask.items.findData("O43"))
    ask._take()
    assert {one.code for one in evidence_of(session.file, 2566)} == {"O43"}
    dialog.close()
