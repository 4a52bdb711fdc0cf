"""The office's names and limits: checked before they are taken, and seen at once."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import ClerkError
from ita_desktop.ui import mark_picture, work
from ita_desktop.ui.dialogs.office import OfficeDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.session import Session
from ita_desktop.ui.start_page import StartPage

Press = Callable[[str], None]
Type = Callable[[str], None]


@pytest.fixture
def dialog(window: MainWindow, dialogs: list[QDialog], qtbot: QtBot) -> OfficeDialog:
    return opened(window, dialogs, qtbot)


def opened(window: MainWindow, dialogs: list[QDialog], qtbot: QtBot) -> OfficeDialog:
    window.desk.edit_office()
    found = dialogs[-1]
    assert isinstance(found, OfficeDialog)
    qtbot.waitUntil(found.isActiveWindow)
    return found


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def error(dialog: OfficeDialog) -> str:
    label = dialog.findChild(QLabel, "error", Qt.FindChildOption.FindDirectChildrenOnly)
    return label.text() if isinstance(label, QLabel) and label.isVisible() else ""


def test_shows_the_present_office(dialog: OfficeDialog, session: Session) -> None:
    assert dialog.form.office() == session.office


def test_limits_change_the_bands_at_once(
    window: MainWindow, dialog: OfficeDialog, session: Session
) -> None:
    assert window.workspace is not None
    page = window.workspace.scores
    cell = page.table.score_model.index(page.table.score_model.row_of("i7"), Column.BAND)
    assert cell.data() == "ต้องแก้ไข"
    dialog.form.urgent.setText("๗๐")
    dialog.form.keep.setText("79.01")
    dialog._take()
    assert session.office.limits == BandLimits(Decimal(70), Decimal("79.01"))
    assert cell.data() == "รักษาไว้"
    undo = session.next_undo()
    assert undo is not None
    assert undo.name == "แก้ข้อมูลหน่วยงาน"
    session.undo()
    assert cell.data() == "ต้องแก้ไข"


@pytest.mark.parametrize(
    ("urgent", "keep", "why"),
    [
        ("95", "90", "ต้องไม่ต่ำกว่า"),
        ("เก้าสิบ", "95", "ไม่ใช่คะแนน"),
        ("", "95", "ยังไม่มีคะแนน"),
        ("90", "101", "เกิน 100"),
        ("-1", "95", "ติดลบ"),
    ],
)
def test_wrong_limits_are_refused(
    dialog: OfficeDialog, session: Session, urgent: str, keep: str, why: str
) -> None:
    before = session.office
    dialog.form.urgent.setText(urgent)
    dialog.form.keep.setText(keep)
    dialog._take()
    assert why in error(dialog)
    assert dialog.isVisible()
    assert session.office == before
    dialog.form.urgent.setText("80")
    dialog.form.keep.setText("90")
    dialog._take()
    assert session.office.limits == BandLimits(Decimal(80), Decimal(90))


def test_a_missing_name_is_refused(dialog: OfficeDialog, session: Session) -> None:
    dialog.form.name.setText("  ")
    dialog._take()
    assert "ชื่อหน่วยงาน" in error(dialog)
    dialog.reject()
    assert session.next_undo() is None


def test_kind_and_units_are_kept(dialog: OfficeDialog, session: Session) -> None:
    dialog.form.kind.setCurrentIndex(list(OfficeKind).index(OfficeKind.TOWN))
    dialog.form.units.setPlainText("กองคลัง\nกองช่าง")
    dialog._take()
    assert session.office.kind is OfficeKind.TOWN
    assert session.office.units == ("กองคลัง", "กองช่าง")


def test_the_usual_title_follows_the_name(dialog: OfficeDialog, type_: Type) -> None:
    dialog.form.name.setFocus()
    dialog.form.name.selectAll()
    type_("เทศบาลเมืองใหม่")
    assert dialog.form.title.text() == "นายกเทศมนตรีเมืองใหม่"
    assert dialog.form.office().kind is OfficeKind.TOWN


def test_a_title_of_her_own_outlives_a_new_name(
    window: MainWindow, session: Session, dialogs: list[QDialog], type_: Type, qtbot: QtBot
) -> None:
    own = "ปลัดเทศบาล ปฏิบัติหน้าที่นายกเทศมนตรี"
    office = session.office
    session.set_office(Office(name=office.name, kind=office.kind, executive_title=own))
    dialog = opened(window, dialogs, qtbot)
    dialog.form.name.setFocus()
    dialog.form.name.setCursorPosition(len(office.name))
    type_("ใหม่")
    assert dialog.form.name.text() == f"{office.name}ใหม่"
    assert dialog.form.title.text() == own


@pytest.fixture
def seal(tmp_path: Path) -> Path:
    path = tmp_path / "ตรา.png"
    image = QImage(40, 50, QImage.Format.Format_ARGB32)
    image.fill(QColor("#7a0f2b"))
    assert image.save(str(path))
    return path


def button(dialog: OfficeDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def mark_trouble(dialog: OfficeDialog) -> str:
    label = dialog.form.mark.findChild(QLabel, "error")
    return label.text() if isinstance(label, QLabel) and label.isVisible() else ""


def test_a_mark_is_chosen_kept_and_taken_away(
    window: MainWindow,
    dialog: OfficeDialog,
    dialogs: list[QDialog],
    session: Session,
    picked: list[Path],
    seal: Path,
    qtbot: QtBot,
) -> None:
    assert not button(dialog, "นำออก").isVisible()
    picked.append(seal)
    button(dialog, "เลือกรูป…").click()
    qtbot.waitUntil(button(dialog, "นำออก").isVisible)
    dialog._take()
    mark = session.mark
    assert QImage.fromData(mark).size() == QSize(40, 50)
    undo = session.next_undo()
    assert undo is not None
    assert undo.name == "เปลี่ยนตราของหน่วยงาน"
    again = opened(window, dialogs, qtbot)
    assert again.form.mark.mark() == mark
    again.form.district.setText("บางกอก")
    button(again, "นำออก").click()
    again._take()
    assert (session.mark, session.office.district) == (b"", "บางกอก")
    session.undo()
    assert (session.mark, session.office.district) == (mark, "เมือง")
    session.undo()
    assert session.mark == b""
    assert session.next_undo() is None


@pytest.mark.usefixtures("at_once")
def test_a_dialog_that_is_left_changes_no_mark(
    dialog: OfficeDialog, session: Session, seal: Path
) -> None:
    dialog.form.mark.take_file(seal)
    assert dialog.form.mark.mark()
    dialog.reject()
    assert session.mark == b""


@pytest.mark.usefixtures("at_once")
def test_a_picture_that_cannot_be_used_says_why_and_the_old_one_stays(
    dialog: OfficeDialog, seal: Path
) -> None:
    field = dialog.form.mark
    field.take_file(seal)
    mark = field.mark()
    seal.write_bytes(b"GIF89a")
    field.take_file(seal)
    assert "PNG หรือ JPEG" in mark_trouble(dialog)
    assert field.mark() == mark
    button(dialog, "นำออก").click()
    assert (mark_trouble(dialog), field.mark()) == ("", b"")


def test_the_keyboard_begins_at_the_name_and_goes_down_the_form(
    dialog: OfficeDialog, qapp: QApplication, press: Press
) -> None:
    form, found = dialog.form, list[QWidget | None]()
    shown = [form.name, form.kind, form.district, form.province, form.executive, form.title]
    shown += [form.units, form.mark._choose, form.urgent, form.keep]
    for _ in shown:
        found.append(qapp.focusWidget())
        press("Tab")
    assert found == shown
    assert qapp.focusWidget() is button(dialog, "บันทึก")


def test_the_focus_stays_at_the_mark(
    dialog: OfficeDialog,
    qapp: QApplication,
    picked: list[Path],
    seal: Path,
    press: Press,
    qtbot: QtBot,
) -> None:
    choose = button(dialog, "เลือกรูป…")
    choose.setFocus()
    picked.append(seal)
    press("Space")
    qtbot.waitUntil(button(dialog, "นำออก").isVisible)
    assert qapp.focusWidget() is choose
    press("Tab")
    press("Space")
    assert dialog.form.mark.mark() == b""
    assert qapp.focusWidget() is choose


def test_a_mark_that_is_still_being_read_is_not_lost(
    dialog: OfficeDialog, session: Session, seal: Path, qtbot: QtBot
) -> None:
    dialog.form.mark.take_file(seal)
    dialog._take()
    assert "กำลังอ่านรูปตรา" in error(dialog)
    qtbot.waitUntil(button(dialog, "นำออก").isVisible)
    dialog._take()
    assert session.mark != b""


def test_the_picture_chosen_last_is_the_one(
    dialog: OfficeDialog, seal: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, really, go_on = tmp_path / "ช้า.png", mark_picture.read_mark, threading.Event()
    QImage(30, 30, QImage.Format.Format_RGB32).save(str(slow))

    def read(path: Path) -> bytes:
        if path == slow:
            go_on.wait(10)
        return really(path)

    monkeypatch.setattr(mark_picture, "read_mark", read)
    field = dialog.form.mark
    field.take_file(slow)
    field.take_file(seal)
    qtbot.waitUntil(lambda: not field._reading)
    go_on.set()
    qtbot.waitUntil(lambda: not work._running)
    assert QImage.fromData(field.mark()).size() == QSize(40, 50)


def test_an_answer_that_comes_after_the_dialog_is_gone_is_dropped(
    window: MainWindow,
    dialogs: list[QDialog],
    session: Session,
    seal: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waiting: list[Callable[[], None]] = []

    def later(
        job: Callable[[], bytes], done: Callable[[bytes], None], failed: Callable[..., None]
    ) -> None:
        waiting.append(lambda: done(job()))
        waiting.append(lambda: failed(ClerkError("x")))

    monkeypatch.setattr(work, "run", later)
    dialog = opened(window, dialogs, qtbot)
    dialog.form.mark.take_file(seal)
    dialogs.clear()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    for answer in waiting:
        answer()
    assert session.mark == b""


def drop(dialog: OfficeDialog, data: QMimeData) -> bool:
    """Drag something over the field and let it go there; say whether it was welcome."""
    field = dialog.form.mark
    at, deed = QPoint(5, 5), Qt.DropAction.CopyAction
    keys, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at, deed, data, keys, none)
    entering.ignore()
    QApplication.sendEvent(field, entering)
    if entering.isAccepted():
        QApplication.sendEvent(field, QDropEvent(at, deed, data, keys, none))
    return entering.isAccepted()


@pytest.mark.usefixtures("at_once")
def test_a_picture_is_dropped(dialog: OfficeDialog, seal: Path) -> None:
    file, picture, words, two = (QMimeData() for _ in range(4))
    file.setUrls([QUrl.fromLocalFile(str(seal))])
    two.setUrls([QUrl.fromLocalFile(str(seal))] * 2)
    picture.setImageData(QImage(8, 9, QImage.Format.Format_RGB32))
    words.setText("ตรา")
    assert not drop(dialog, words)
    assert not drop(dialog, two)
    assert drop(dialog, file)
    assert QImage.fromData(dialog.form.mark.mark()).size() == QSize(40, 50)
    assert drop(dialog, picture)
    assert QImage.fromData(dialog.form.mark.mark()).size() == QSize(8, 9)
    web = QMimeData()
    web.setUrls([QUrl("https://example.test/ตรา.png")])
    assert not drop(dialog, web)


def test_a_new_file_needs_no_mark(make_window: Callable[[Path | None], MainWindow]) -> None:
    page = make_window(None).centralWidget()
    assert isinstance(page, StartPage)
    assert not page.form.mark.isVisible()
