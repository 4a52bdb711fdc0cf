"""How the open file stands: read only, gone, replaced, in danger; each with what can be done."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.lock import holder_of, lock_place
from ita_desktop.documents.model import Digits
from ita_desktop.domain.office import Office
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.opening import guard, moving
from ita_desktop.ui.opening.banner import FileBanner
from ita_desktop.ui.session import Session
from ita_desktop.workflows.backups import Reason, back_up, backups_of
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.file_place import Danger, Place
from ita_desktop.workflows.opening import new_file, open_to_read

Banner = Callable[[MainWindow], FileBanner]
Make = Callable[[Path | None], MainWindow]
needs_unlinking = pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def test_a_file_in_its_place_has_no_banner(window: MainWindow, banner: Banner) -> None:
    assert not banner(window).isVisible()


@pytest.fixture
def reader(make_window: Make, sample_path: Path) -> MainWindow:
    """Return a window that only reads."""
    window = make_window(None)
    window.enter(open_to_read(sample_path, "เปิดอ่านอย่างเดียว เพราะทดสอบ"))
    return window


def test_a_window_that_only_reads_refuses_every_verb_and_makes_papers(
    reader: MainWindow, office: Office, said: list[str], tmp_path: Path, banner: Banner
) -> None:
    session = session_of(reader)
    before = session.path.read_bytes()
    assert banner(reader).text == "เปิดอ่านอย่างเดียว เพราะทดสอบ"
    with pytest.raises(ClerkError, match="ทดสอบ"):
        session.set_score("i7", "70")
    session.put_scores({"i7": None}, "ลบ")
    session.set_office(office)
    session.add_year(2567)
    assert said == ["เปิดอ่านอย่างเดียว เพราะทดสอบ"] * 3
    session.select_year(2565)
    assert session.fiscal_year == 2565
    assert session.result.complete
    frozen = freeze(session.file, "score-summary", 2566, Digits.THAI)
    drawn = draw(frozen, "xlsx", tmp_path / "ส.xlsx")
    assert drawn.path.stat().st_size > 0
    assert session.path.read_bytes() == before
    assert not lock_place(session.path).exists()


def test_a_file_without_a_year_is_begun_in_the_copy_only(make_window: Make, tmp_path: Path) -> None:
    path = tmp_path / "ว่าง.ita"
    new_file(path).close()
    before = path.read_bytes()
    window = make_window(None)
    window.enter(open_to_read(path, "อ่าน"))
    session = session_of(window)
    assert session.years == (session.fiscal_year,)
    assert session.file.read_only == "อ่าน"
    window.close()
    assert path.read_bytes() == before


def test_trying_to_write_where_that_is_not_to_be_is_told(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = session_of(window).path
    window.enter(open_to_read(path, "บันทึกไม่ได้"))

    def unwritable(one: Path) -> DataFile:
        return open_to_read(one, "บันทึกไม่ได้")

    monkeypatch.setattr("ita_desktop.ui.main_window.open_file", unwritable)
    window.try_to_write(path)
    assert window.workspace is not None
    assert "ยังเปิดเพื่อแก้ไขไม่ได้" in window.workspace.notice.text


@pytest.mark.usefixtures("at_once")
def test_a_backup_becomes_a_working_file(
    make_window: Make,
    sample_path: Path,
    picked: list[Path],
    banner: Banner,
    qtbot: QtBot,
) -> None:
    backup = back_up(sample_path, Reason.BY_HAND).path
    window = make_window(backup)
    line = banner(window)
    assert "ไฟล์สำรอง" in line.text
    assert backup not in window._settings.recent_files()
    picked.append(sample_path.with_name("งาน.ita"))
    line.buttons()["ใช้เป็นไฟล์งาน…"].click()
    qtbot.waitUntil(lambda: session_of(window).path.name == "งาน.ita")
    assert session_of(window).file.read_only == ""


@needs_unlinking
def test_what_is_typed_stays_when_the_file_is_gone_and_goes_on_when_it_is_back(
    window: MainWindow, banner: Banner
) -> None:
    line, session = banner(window), session_of(window)
    away = session.path.rename(session.path.with_name("ไป.ita"))
    with pytest.raises((ClerkError, MachineError), match="ไม่อยู่ที่เดิม"):
        session.set_score("i7", "70")
    assert window.workspace is not None
    model = window.workspace.scores.table.score_model
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == "i7")
    assert not model.setData(model.index(row, 2), "70")
    assert line.isVisible()
    assert "ไม่อยู่ที่เดิม" in line.text
    assert list(line.buttons()) == ["ลองใหม่", "บันทึกสำเนาไว้ในเครื่อง…"]
    lock = lock_place(session.path)
    lock_away = lock.rename(lock.with_name("ล็อก"))  # the whole folder is away
    assert window._guard is not None
    window._guard.beat()
    away.rename(session.path)
    lock_away.rename(lock)
    line.buttons()["ลองใหม่"].click()
    session.set_score("i7", "70")
    assert str(session.result.entries["i7"]) == "70"


@needs_unlinking
def test_a_refused_deed_looks_where_the_file_is(
    window: MainWindow, banner: Banner, said: list[str]
) -> None:
    line, session = banner(window), session_of(window)
    session.path.rename(session.path.with_name("ไป.ita"))
    session.put_scores({"i7": None}, "ลบ")
    assert "ไม่อยู่ที่เดิม" in said[-1]
    assert "ไม่อยู่ที่เดิม" in line.text


@needs_unlinking
def test_coming_back_to_the_window_looks_where_the_file_is(
    window: MainWindow, banner: Banner
) -> None:
    line, session = banner(window), session_of(window)
    session.path.rename(session.path.with_name("ไป.ita"))
    assert not line.isVisible()
    assert window.isActiveWindow()
    QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    assert "ไม่อยู่ที่เดิม" in line.text


@needs_unlinking
def test_the_lock_beats_each_minute(window: MainWindow, banner: Banner) -> None:
    banner(window)
    assert window._guard is not None
    (beat,) = (one for one in window._guard.children() if isinstance(one, QTimer))
    assert (beat.interval(), beat.isActive()) == (60_000, True)
    lock_place(session_of(window).path).unlink()
    beat.timeout.emit()
    assert "หยุดบันทึก" in window._guard.banner.text


@needs_unlinking
def test_what_is_still_there_of_a_lost_file_is_saved_and_worked_in(
    window: MainWindow, banner: Banner, picked: list[Path], qtbot: QtBot
) -> None:
    line, session = banner(window), session_of(window)
    session.set_score("i7", "71")
    session.path.unlink()
    assert window._guard is not None
    window._guard.look()
    target = session.path.with_name("สำเนา.ita")
    picked.append(target)
    line.buttons()["บันทึกสำเนาไว้ในเครื่อง…"].click()
    qtbot.waitUntil(lambda: session_of(window).path == target)
    assert str(session_of(window).result.entries["i7"]) == "71"
    assert session_of(window).file.read_only == ""


@pytest.mark.usefixtures("at_once")
def test_of_a_file_that_is_gone_and_unreadable_the_last_backup_is_had(
    window: MainWindow,
    banner: Banner,
    picked: list[Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As with a stick that was pulled out: the name is gone, and every read fails."""

    def pulled(*_: object) -> None:
        raise MachineError("เครื่องอ่านไฟล์ไม่ได้")

    def no_mark(_path: Path) -> None:
        return None

    line, session = banner(window), session_of(window)
    back_up(session.path, Reason.BY_HAND)
    monkeypatch.setattr(guard, "_mark_of", no_mark)
    monkeypatch.setattr(session.file, "read", pulled)
    assert window._guard is not None
    window._guard.look()
    assert list(line.buttons()) == ["ลองใหม่", "นำไฟล์สำรองล่าสุดมาใช้…"]
    target = session.path.with_name("จากสำรอง.ita")
    picked.append(target)
    line.buttons()["นำไฟล์สำรองล่าสุดมาใช้…"].click()
    qtbot.waitUntil(lambda: session_of(window).path == target)
    monkeypatch.undo()


@needs_unlinking
def test_a_file_that_was_replaced_is_opened_where_she_wants_it(
    window: MainWindow, banner: Banner, empty_path: Path, qtbot: QtBot
) -> None:
    line, path = banner(window), session_of(window).path
    path.unlink()
    shutil.copy(empty_path, path)
    assert window._guard is not None
    window._guard.look()
    assert "ถูกแทนที่" in line.text
    line.buttons()["เปิดไฟล์ที่อยู่ตรงนั้น"].click()
    qtbot.waitUntil(lambda: session_of(window).office.name == "เทศบาลตำบลทดลอง")
    assert session_of(window).path == path
    assert session_of(window).file.lock is not None


@needs_unlinking
def test_a_lock_that_beats_moves_on_and_one_that_was_taken_stops_the_writing(
    window: MainWindow, banner: Banner, qtbot: QtBot
) -> None:
    line, session = banner(window), session_of(window)
    assert window._guard is not None
    window._guard.beat()
    assert not line.isVisible()
    lock_place(session.path).unlink()
    window._guard.beat()
    assert "หยุดบันทึก" in line.text
    with pytest.raises(ClerkError, match="หยุดบันทึก"):
        session.set_score("i7", "70")
    line.buttons()["ลองเปิดเพื่อแก้ไข"].click()
    qtbot.waitUntil(lambda: session_of(window) is not session)
    assert session_of(window).file.read_only == ""
    session_of(window).set_score("i7", "70")
    assert holder_of(session.path) is not None
    window.close()
    assert not lock_place(session.path).exists()


def test_a_file_that_another_took_the_lock_of_stays_only_read(
    window: MainWindow, banner: Banner, held: Path, said: list[str], qtbot: QtBot
) -> None:
    line, session = banner(window), session_of(window)
    assert held == session.path  # its lock file is another machine's now
    assert window._guard is not None
    window._guard.beat()
    line.buttons()["ลองเปิดเพื่อแก้ไข"].click()
    qtbot.waitUntil(lambda: bool(said))
    assert session_of(window) is session
    assert session.file.read_only
    window.close()
    holder = holder_of(held)
    assert holder is not None
    assert holder.person == "สมหญิง"


def test_a_file_that_is_not_entered_because_of_what_is_typed_was_not_opened(
    window: MainWindow, empty_path: Path
) -> None:
    session = session_of(window)
    session.leaving.connect(session.stay)
    assert not window.open_path(empty_path)
    assert session_of(window) is session
    assert not lock_place(empty_path).exists()


def test_a_fault_while_a_file_is_entered_lets_the_file_go(
    window: MainWindow, empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ita_desktop.ui.main_window.Workspace", fail)
    with pytest.raises(ZeroDivisionError):
        window.open_path(empty_path)
    assert not lock_place(empty_path).exists()


def test_the_same_file_opened_again_keeps_its_lock(window: MainWindow, banner: Banner) -> None:
    banner(window)
    session = session_of(window)
    before = holder_of(session.path)
    assert window.open_path(session.path)
    assert session_of(window) is not session
    assert session_of(window).file is session.file
    assert holder_of(session.path) == before
    session_of(window).set_score("i7", "70")


def always(place: Place) -> Callable[[Path], Place]:
    """Return what says of every file that it lies there."""

    def place_of(_path: Path) -> Place:
        return place

    return place_of


@pytest.fixture
def in_danger(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "place_of", always(Place(Danger.SYNCED, "OneDrive")))


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(Danger.SYNCED, "Dropbox"), "Dropbox ซิงก์"),
        (Place(Danger.SHARE), "เครือข่าย"),
        (Place(Danger.REMOVABLE), "แฟลชไดรฟ์"),
    ],
)
def test_a_dangerous_place_is_explained(
    make_window: Make,
    sample_path: Path,
    banner: Banner,
    place: Place,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "place_of", always(place))
    line = banner(make_window(sample_path))
    assert words in line.text
    assert list(line.buttons()) == ["ย้ายไฟล์มาไว้ในเครื่อง…", "ไม่ต้องเตือนอีก"]


@pytest.mark.usefixtures("in_danger")
def test_a_warning_that_is_not_wanted_stays_away_for_this_file(
    make_window: Make, sample_path: Path, empty_path: Path, banner: Banner, qtbot: QtBot
) -> None:
    window = make_window(sample_path)
    line = banner(window)
    line.buttons()["ไม่ต้องเตือนอีก"].click()
    qtbot.waitUntil(lambda: not line.isVisible())
    window.open_path(empty_path)
    assert banner(window).isVisible()
    window.open_path(sample_path)
    assert not banner(window).isVisible()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that is chosen when one is asked for."""
    found = tmp_path / "เอกสาร"
    found.mkdir()

    def answer(*_: object, **__: object) -> str:
        return str(found)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(answer))
    return found


@pytest.mark.usefixtures("in_danger", "at_once")
def test_a_file_is_moved_out_of_danger_and_worked_in_there(
    make_window: Make, sample_path: Path, folder: Path, banner: Banner, qtbot: QtBot
) -> None:
    window = make_window(sample_path)
    session_of(window).set_score("i7", "72")
    banner(window).buttons()["ย้ายไฟล์มาไว้ในเครื่อง…"].click()
    qtbot.waitUntil(lambda: window.session is not None and session_of(window).path.parent == folder)
    assert str(session_of(window).result.entries["i7"]) == "72"
    assert not sample_path.exists()
    assert not lock_place(sample_path).exists()
    made = [one.manifest.reason for one in backups_of(session_of(window).path) if one.manifest]
    assert "closing" not in made, "on Windows what is read for a backup cannot be renamed"
    aside = sample_path.with_name(f"{sample_path.name}.moved")
    assert aside.exists()
    assert window.workspace is not None
    assert aside.name in window.workspace.notice.text


@pytest.mark.usefixtures("in_danger", "at_once")
def test_a_move_that_fails_leaves_her_where_she_was(
    make_window: Make,
    sample_path: Path,
    folder: Path,
    banner: Banner,
    qtbot: QtBot,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_path: Path, target: Path) -> Path:
        target.unlink()
        raise MachineError("เปลี่ยนชื่อไฟล์เดิมไม่ได้")

    monkeypatch.setattr(moving, "set_moved_aside", refuse)
    window = make_window(sample_path)
    banner(window).buttons()["ย้ายไฟล์มาไว้ในเครื่อง…"].click()
    qtbot.waitUntil(lambda: bool(said))
    assert session_of(window).path == sample_path
    assert session_of(window).file.read_only == ""
    assert list(folder.iterdir()) == []
    (folder / sample_path.name).touch()
    banner(window).buttons()["ย้ายไฟล์มาไว้ในเครื่อง…"].click()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "อยู่แล้ว" in said[-1]


@pytest.mark.usefixtures("in_danger", "at_once")
def test_a_move_while_what_is_typed_is_refused_leaves_the_file_open_and_no_copy(
    make_window: Make, sample_path: Path, folder: Path, banner: Banner, qtbot: QtBot
) -> None:
    window = make_window(sample_path)
    session, left = session_of(window), list[int]()

    def stay_the_second_time() -> None:
        left.append(1)
        if len(left) > 1:
            session.stay()

    session.leaving.connect(stay_the_second_time)
    banner(window).buttons()["ย้ายไฟล์มาไว้ในเครื่อง…"].click()
    qtbot.waitUntil(lambda: len(left) == 2)
    assert list(folder.iterdir()) == []
    assert session_of(window) is session
    session.leaving.disconnect(stay_the_second_time)
    session.set_score("i7", "72")
    assert holder_of(sample_path) is not None
    window.close()
    assert not lock_place(sample_path).exists()
