"""Backups that come by themselves: when something changed, beside the work, and on leaving."""

import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.errors import MachineError
from ita_desktop.thai.fiscal import fiscal_year_of
from ita_desktop.ui.backups import keeper as keeper_module
from ita_desktop.ui.backups.keeper import BackupKeeper
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows import backups, second_place
from ita_desktop.workflows.backups import Reason


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def said_in(window: MainWindow) -> str:
    assert window.workspace is not None
    notice = window.workspace.notice
    return notice.text if notice.isVisible() else ""


def status(window: MainWindow) -> str:
    links = window.findChildren(QPushButton, "statusLink")
    return "".join(link.text() for link in links if link.isVisible())


def reasons(path: Path) -> list[str]:
    return [one.manifest.reason for one in backups.backups_of(path) if one.manifest][::-1]


def test_the_timer_backs_up_only_what_changed(keeper: BackupKeeper, window: MainWindow) -> None:
    path = session_of(window).path
    keeper.back_up_changes()
    assert reasons(path) == []
    session_of(window).set_score("i1", "50")
    keeper.back_up_changes()
    keeper.back_up_changes()
    assert reasons(path) == ["timer"]
    session_of(window).undo()
    keeper.back_up_changes()
    assert reasons(path) == ["timer", "timer"]


def test_the_timer_asks_every_30_minutes(keeper: BackupKeeper, window: MainWindow) -> None:
    (timer,) = (one for one in keeper.findChildren(QTimer) if one.interval() == 30 * 60 * 1000)
    assert timer.isActive()
    session_of(window).set_score("i1", "50")
    timer.timeout.emit()
    assert reasons(session_of(window).path) == ["timer"]


def test_the_status_line_says_when(keeper: BackupKeeper, window: MainWindow) -> None:
    assert status(window) == ""
    keeper.back_up(Reason.BY_HAND)
    hour = datetime.now().astimezone()
    assert status(window).startswith("สำรองแล้ว ")
    assert keeper.last is not None
    assert abs(keeper.last - hour) < timedelta(minutes=1)
    assert window.workspace is not None
    window.workspace.status.show_backed_up("๒๕ พ.ย. ๖๙ ๑๔:๓๒ น.")
    assert status(window) == "สำรองแล้ว ๒๕ พ.ย. ๖๙ ๑๔:๓๒ น."


def test_leaving_a_changed_file_backs_it_up(keeper: BackupKeeper, window: MainWindow) -> None:
    del keeper
    path = session_of(window).path
    session_of(window).set_score("i1", "50")
    window.close()
    assert reasons(path) == ["closing"]
    assert backups.is_backed_up(path)


def test_once_a_fiscal_year_leaving_writes_a_workbook_beside_the_backups(
    keeper: BackupKeeper, window: MainWindow, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del keeper
    path = session_of(window).path
    session_of(window).set_score("i1", "50")
    window._leave()  # pyright: ignore[reportPrivateUsage]
    assert list(shelf.rglob("*.xlsx")) == []  # not on the file's first day
    monkeypatch.setattr(keeper_module, "_FIRST_DAY", timedelta(days=-1))
    for score in ("51", "52"):
        assert window.open_path(path)
        window._stand_guard()  # pyright: ignore[reportPrivateUsage]
        session_of(window).set_score("i1", score)
        window._leave()  # pyright: ignore[reportPrivateUsage]
    year = fiscal_year_of(datetime.now().astimezone().date())
    (written,) = shelf.rglob("*.xlsx")
    assert written.name == f"{path.stem} ข้อมูลทั้งหมด ปีงบประมาณ {year}.xlsx"
    assert len(reasons(path)) == 3  # the workbook is no backup, and in no backup's way


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
def test_leaving_a_file_that_another_took_the_place_of_backs_up_neither(
    keeper: BackupKeeper, window: MainWindow, empty_path: Path, shelf: Path
) -> None:
    del keeper
    path = session_of(window).path
    session_of(window).set_score("i1", "50")
    path.unlink()
    shutil.copy(empty_path, path)
    window.close()
    assert list(shelf.rglob("*.ita")) == []


def test_leaving_an_unchanged_file_does_not(keeper: BackupKeeper, window: MainWindow) -> None:
    del keeper
    path = session_of(window).path
    window.close()
    assert reasons(path) == []


def test_closing_does_not_wait_and_the_pool_ends_the_backup(
    window: MainWindow, keeper_of: Callable[[MainWindow], BackupKeeper], qtbot: QtBot
) -> None:
    keeper_of(window)
    path = session_of(window).path
    session_of(window).set_score("i1", "50")
    window.close()
    qtbot.waitUntil(lambda: reasons(path) == ["closing"])


def test_what_an_unclean_end_left_unsaved_is_backed_up_at_the_next_chance(
    keeper: BackupKeeper, window: MainWindow
) -> None:
    session = session_of(window)
    backups.back_up(session.path, Reason.TIMER)
    session.set_score("i1", "50")
    keeper._deed = session.file.latest_deed()  # pyright: ignore[reportPrivateUsage] - as after a start
    keeper.back_up_changes()
    assert reasons(session.path) == ["timer"]
    keeper.look()
    assert status(window).startswith("สำรองแล้ว ")
    keeper.back_up_changes()
    assert reasons(session.path) == ["timer", "timer"]


def test_a_backup_on_closing_that_failed_is_made_at_the_next_start_or_told_then(
    keeper: BackupKeeper, window: MainWindow, shelf: Path
) -> None:
    del keeper
    path = session_of(window).path

    def start() -> BackupKeeper:
        assert window.open_path(path)
        window._stand_guard()  # pyright: ignore[reportPrivateUsage]
        found = window._keeper  # pyright: ignore[reportPrivateUsage]
        assert found is not None
        return found

    start().look()
    assert reasons(path) == [], "nothing was done to the file yet"
    shelf.write_text("no folder")
    session_of(window).set_score("i1", "50")
    window._leave()  # pyright: ignore[reportPrivateUsage]
    start().look()
    assert window.workspace is not None
    assert "สำรองข้อมูลไม่ได้" in window.workspace.notice.text
    window._leave()  # pyright: ignore[reportPrivateUsage]
    shelf.unlink()
    start().look()
    assert reasons(path) == ["timer"]
    start().look()
    assert reasons(path) == ["timer"], "once"


def test_a_file_that_cannot_be_read_any_more_is_told_not_reported_as_a_fault(
    keeper: BackupKeeper, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pulled(*_: object) -> None:
        raise MachineError("เครื่องอ่านไฟล์ไม่ได้")

    session_of(window).set_score("i1", "50")
    told: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(session_of(window).file, "read", pulled)
        keeper.back_up_changes()
        assert said_in(window) == "เครื่องอ่านไฟล์ไม่ได้"
        keeper.back_up(Reason.BY_HAND, on_failed=told.append)
        assert told == ["เครื่องอ่านไฟล์ไม่ได้"]
    keeper.back_up_changes()
    assert reasons(session_of(window).path) == ["timer"], "what went wrong once is in nobody's way"


def test_a_backup_that_fails_is_told_once(
    keeper: BackupKeeper, window: MainWindow, shelf: Path
) -> None:
    shelf.write_text("no folder")
    session_of(window).set_score("i1", "50")
    keeper.back_up_changes()
    assert "สำรองข้อมูลไม่ได้" in said_in(window)
    session_of(window).set_score("i1", "51")
    assert said_in(window) == ""
    keeper.back_up_changes()
    assert said_in(window) == "", "the same sentence is not told every 30 minutes"
    shelf.unlink()
    keeper.back_up_changes()
    assert reasons(session_of(window).path) == ["timer"]


def test_a_fault_of_our_own_is_raised(
    keeper: BackupKeeper, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError

    session_of(window).set_score("i1", "50")
    with monkeypatch.context() as patched:
        patched.setattr(backups, "back_up", fail)
        with pytest.raises(KeyError):
            keeper.back_up_changes()


def test_each_backup_goes_to_the_second_place_too(
    keeper: BackupKeeper, settings: Settings, tmp_path: Path
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    settings.remember_second_place(second_place.choose(stick))
    keeper.back_up(Reason.BY_HAND)
    assert len(list(stick.rglob("*.ita"))) == 1
    assert second_place.last_reached(stick) is not None


def test_a_stick_that_is_away_is_no_trouble_before_14_days(
    keeper: BackupKeeper,
    window: MainWindow,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "USB"
    stick.mkdir()
    settings.remember_second_place(second_place.choose(stick))
    keeper.back_up(Reason.BY_HAND)
    for found in sorted(stick.rglob("*"), reverse=True):
        found.rmdir() if found.is_dir() else found.unlink()
    stick.rmdir()
    keeper.back_up(Reason.BY_HAND)
    keeper.look()
    assert said_in(window) == ""
    later = datetime.now(UTC) + timedelta(days=15)
    assert second_place.is_long_ago(stick, later)

    def long_ago(_second: Path, _now: datetime) -> bool:
        return True

    monkeypatch.setattr(second_place, "is_long_ago", long_ago)
    keeper.look()
    assert "แห่งที่สองเกิน ๑๔ วัน ครั้งล่าสุดที่สำเร็จ" in said_in(window)
    session_of(window).set_score("i1", "50")
    keeper.look()
    assert said_in(window) == "", "told once"


def test_a_file_that_is_only_read_is_not_backed_up(
    keeper: BackupKeeper, window: MainWindow
) -> None:
    session = session_of(window)
    session.set_score("i1", "50")
    session.file.read_only = "อ่านอย่างเดียว"
    keeper.back_up_changes()
    window.close()
    assert reasons(session.path) == []


def test_a_second_place_must_take_files_and_be_another(tmp_path: Path, shelf: Path) -> None:
    shelf.mkdir()
    with pytest.raises(Exception, match="ที่เก็บไฟล์สำรองหลัก"):
        second_place.choose(shelf / "ใน")
    with pytest.raises(MachineError, match="โฟลเดอร์อื่น"):
        second_place.choose(tmp_path / "ไม่มี")
    place = tmp_path / "USB"
    place.mkdir()
    assert second_place.choose(place) == place
    assert list(place.iterdir()) == []
    now = datetime.now(UTC)
    assert not second_place.is_long_ago(place, now)
    assert second_place.is_long_ago(place, now + timedelta(days=15)), "since it was chosen"
    (shelf / "second-place.json").write_text('["not ours"]')
    assert second_place.last_reached(place) is None
    (shelf / "second-place.json").write_text(f'{{"{place}": 5}}')
    assert not second_place.is_long_ago(place, now)


def test_what_is_found_out_after_the_file_was_left_disturbs_nobody(
    keeper: BackupKeeper, window: MainWindow
) -> None:
    path = session_of(window).path
    session_of(window).set_score("i1", "50")
    before = len(backups.backups_of(path))
    window.show_start()  # its widgets are still there: they go when the window has time
    after = len(backups.backups_of(path))
    keeper._stand(keeper_module._Standing(None, up_to_date=False, second_long_ago=False))  # pyright: ignore[reportPrivateUsage]
    keeper.back_up_changes()
    assert (before, after, len(backups.backups_of(path))) == (0, 1, 1)
