"""The list of backups, the look inside before, and one deed that takes one back."""

# pyright: reportPrivateUsage=false
# What comes between is made up inside the window.

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ita_desktop.db.change_log import log_triggers
from ita_desktop.db.health import row_counts
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.domain.score_entry import Entry
from ita_desktop.errors import MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.backups.dialog import BackupsDialog
from ita_desktop.ui.backups.keeper import BackupKeeper, Kept
from ita_desktop.ui.backups.proof_dialog import ProofDialog
from ita_desktop.ui.backups.restoring import RestoreDialog, Restoring
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows import backups
from ita_desktop.workflows.backups import Reason
from ita_desktop.workflows.opening import new_sample_file
from ita_desktop.workflows.restore import look_inside


def session_of(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def score(window: MainWindow, code: str) -> Entry | None:
    return session_of(window).result.entries.get(code)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[9_000] ^= 1
    path.write_bytes(bytes(data))


@pytest.fixture
def opened(
    keeper: BackupKeeper, window: MainWindow, dialogs: list[QDialog]
) -> Callable[[], BackupsDialog]:
    del keeper

    def open_() -> BackupsDialog:
        window.desk.show_backups()
        dialog = dialogs[-1]
        assert isinstance(dialog, BackupsDialog)
        return dialog

    return open_


def rows(dialog: BackupsDialog) -> list[list[str]]:
    return cells(dialog.table)


def cells(table: QTableWidget) -> list[list[str]]:
    found: list[list[str]] = []
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in range(table.columnCount())]
        found.append(["" if cell is None else cell.text() for cell in cells])
    return found


def test_without_backups_the_list_says_what_to_do(opened: Callable[[], BackupsDialog]) -> None:
    dialog = opened()
    assert not dialog.table.isVisible()
    assert "สำรองเดี๋ยวนี้" in dialog.empty.text()
    assert [b.isEnabled() for b in (dialog.now, dialog.restore, dialog.look, dialog.folder)] == [
        *(True, False, False, False)
    ]
    dialog.now.click()
    assert dialog.table.isVisible()
    assert [row[1] for row in rows(dialog)] == ["กดสำรองเอง (ตรงกับปัจจุบัน)"]
    assert rows(dialog)[0][4] == "สมบูรณ์"
    dialog.close()


def test_newest_first_with_reason_size_and_state(
    opened: Callable[[], BackupsDialog], keeper: BackupKeeper, window: MainWindow
) -> None:
    keeper.back_up(Reason.TIMER)
    session_of(window).set_score("i1", "50")
    keeper.back_up(Reason.CLOSING)
    keeper.back_up(Reason.COMMAND)
    path = session_of(window).path
    flip(backups.backups_of(path)[1].path)
    cut = backups.backups_of(path)[2].path
    cut.write_bytes(cut.read_bytes()[:-1])
    dialog = opened()
    found = rows(dialog)
    assert [row[1] for row in found] == ["คำสั่งสำรอง (ตรงกับปัจจุบัน)", "เมื่อปิดไฟล์ (ตรงกับปัจจุบัน)", ""]
    assert [row[4] for row in found] == ["สมบูรณ์", "เสียหาย", "เสียหาย"]
    assert found[0][3] == "๒"
    assert found[0][2].endswith("ไบต์")
    assert dialog.restore.isEnabled()
    for row in (1, 2):
        dialog.table.selectRow(row)
        assert not dialog.restore.isEnabled()
        assert not dialog.look.isEnabled()
    dialog.close()


def test_a_backup_is_seen_and_taken_back_and_undo_takes_that_away(
    opened: Callable[[], BackupsDialog],
    keeper: BackupKeeper,
    window: MainWindow,
    dialogs: list[QDialog],
) -> None:
    before = score(window, "i1")
    keeper.back_up(Reason.BY_HAND)
    session_of(window).set_score("i1", "12.5")
    session_of(window).add_year(2567)
    opened().restore.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, RestoreDialog)
    assert cells(dialog.values) == [
        ["ปีงบประมาณ ๒๕๖๗", "", "มี", "ไม่มี"],
        ["คะแนน i1 ปี ๒๕๖๖", "คะแนน", "๑๒.๕๐", wording.shown(str(before))],
    ]
    labels = [one.text() for one in dialog.findChildren(QLabel)]
    assert "ต่างกัน ปีงบประมาณ ๑ รายการ · คะแนน ๑ รายการ" in labels
    assert [row[1] for row in cells(dialog.deeds)] == ["เพิ่มปีงบประมาณ ๒๕๖๗", "แก้คะแนน i1"]
    dialog.take.click()
    session_of(window).select_year(2566)
    assert score(window, "i1") == before
    assert session_of(window).years == (2564, 2565, 2566)
    reasons = [
        one.manifest.reason for one in backups.backups_of(session_of(window).path) if one.manifest
    ]
    assert reasons == ["before restore", "by hand"]
    assert window.workspace is not None
    assert "Ctrl+Z" in window.workspace.notice.text
    session_of(window).undo()
    session_of(window).select_year(2566)
    assert score(window, "i1") == Decimal("12.5")
    assert 2567 in session_of(window).years


def test_given_up_nothing_is_taken(
    opened: Callable[[], BackupsDialog],
    keeper: BackupKeeper,
    window: MainWindow,
    dialogs: list[QDialog],
) -> None:
    keeper.back_up(Reason.BY_HAND)
    session_of(window).set_score("i1", "12.5")
    latest = session_of(window).file.latest_deed()
    opened().restore.click()
    dialogs[-1].reject()
    assert session_of(window).file.latest_deed() == latest


def test_an_equal_backup_has_nothing_to_give(
    opened: Callable[[], BackupsDialog], keeper: BackupKeeper, dialogs: list[QDialog]
) -> None:
    keeper.back_up(Reason.BY_HAND)
    opened().restore.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, RestoreDialog)
    assert not dialog.take.isVisible()
    dialog.reject()


def test_where_the_present_state_cannot_be_backed_up_nothing_is_taken_back(
    opened: Callable[[], BackupsDialog],
    keeper: BackupKeeper,
    window: MainWindow,
    dialogs: list[QDialog],
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeper.back_up(Reason.BY_HAND)
    session_of(window).set_score("i1", "12.5")
    latest = session_of(window).file.latest_deed()
    opened().restore.click()

    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("ita_desktop.db.backing_up.seal", refuse)
    dialog = dialogs[-1]
    assert isinstance(dialog, RestoreDialog)
    dialog.take.click()
    assert "พื้นที่ว่าง" in said[-1]
    assert session_of(window).file.latest_deed() == latest


def test_a_file_from_elsewhere_is_taken_with_a_warning_or_refused(
    opened: Callable[[], BackupsDialog],
    tmp_path: Path,
    picked: list[Path],
    dialogs: list[QDialog],
    said: list[str],
) -> None:
    other = tmp_path / "อื่น.ita"
    new_sample_file(other).close()
    picked.append(other)
    opened().other.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, RestoreDialog)
    shown = [found.text() for found in dialog.findChildren(QPushButton)]
    assert "ปิด" in shown, "the two samples are equal"
    dialog.reject()
    other.write_bytes(b"x" * 9_000)
    picked.append(other)
    opened().other.click()
    assert "ไม่ใช่ไฟล์ข้อมูล" in said[-1]


def test_looking_opens_the_backup_to_read(
    opened: Callable[[], BackupsDialog], keeper: BackupKeeper, window: MainWindow
) -> None:
    keeper.back_up(Reason.BY_HAND)
    own = session_of(window).path
    (backup,) = backups.backups_of(own)
    opened().look.click()
    assert session_of(window).path == backup.path
    assert session_of(window).file.read_only
    assert window.workspace is not None
    (back,) = (
        button
        for button in window.workspace.notice.findChildren(QPushButton)
        if button.text() == f"กลับไปที่ {own.name}"
    )
    back.click()
    assert session_of(window).path == own
    assert not session_of(window).file.read_only


def test_the_folder_of_a_backup_is_opened(
    opened: Callable[[], BackupsDialog],
    keeper: BackupKeeper,
    monkeypatch: pytest.MonkeyPatch,
    shelf: Path,
) -> None:
    asked: list[str] = []

    def ask(url: QUrl) -> None:
        asked.append(url.toLocalFile())

    monkeypatch.setattr(QDesktopServices, "openUrl", ask)
    keeper.back_up(Reason.BY_HAND)
    dialog = opened()
    dialog.folder.click()
    assert [Path(found).parent for found in asked] == [shelf]
    dialog.close()


def test_the_second_place_is_chosen_and_cleared_in_the_list(
    opened: Callable[[], BackupsDialog], tmp_path: Path, picked: list[Path], settings: Settings
) -> None:
    dialog = opened()
    card = dialog.second
    assert "ยังไม่ได้เลือก" in card.place.text()
    assert not card.clear.isVisible()
    picked.append(tmp_path / "ไม่มี")
    card.choose.click()
    assert "ไม่ได้" in card.error.text()
    assert settings.second_place() is None
    stick = tmp_path / "USB"
    stick.mkdir()
    picked.append(stick)
    card.choose.click()
    assert settings.second_place() == stick
    assert "ยังไม่มีสำเนา" in card.state.text()
    dialog.now.click()
    assert "ครั้งล่าสุดที่สำเร็จ" in card.state.text()
    card.clear.click()
    assert settings.second_place() is None
    dialog.close()


def test_with_real_threads_a_dialog_closed_early_gives_the_work_up(
    window: MainWindow, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    for _ in range(3):
        backups.back_up(session_of(window).path, Reason.BY_HAND)
    window.desk.show_backups()
    dialogs[-1].close()
    window.desk.show_backups()
    dialog = dialogs[-1]
    assert isinstance(dialog, BackupsDialog)
    qtbot.waitUntil(lambda: [row[4] for row in rows(dialog)] == ["สมบูรณ์"] * 3)
    dialog.close()


def test_every_control_has_a_name_and_the_keyboard_reaches_it(
    opened: Callable[[], BackupsDialog], keeper: BackupKeeper
) -> None:
    keeper.back_up(Reason.BY_HAND)
    dialog = opened()
    assert dialog.table.accessibleName()
    for button in dialog.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
        assert button.focusPolicy() & button.focusPolicy().TabFocus
    dialog.close()


def test_a_sound_file_is_said_to_be_so(
    keeper: BackupKeeper, window: MainWindow, dialogs: list[QDialog]
) -> None:
    keeper.back_up(Reason.BY_HAND)
    window.desk.show_proof()
    dialog = dialogs[-1]
    assert isinstance(dialog, ProofDialog)
    assert dialog.head.text() == "ไฟล์สมบูรณ์ ไม่พบความผิดปกติ"
    assert window.workspace is not None
    counts = row_counts(window.workspace.session.file)
    rows = sum(count for table, count in counts.items() if table in LOGGED_TABLES)
    assert wording.shown(f"{rows} แถว") in dialog.words.text()
    assert "ยังไม่มี" not in dialog.words.text()
    assert not dialog.backups.isVisible()
    dialog.close()


def test_a_silent_change_is_said_and_the_backups_offered(
    keeper: BackupKeeper, window: MainWindow, dialogs: list[QDialog]
) -> None:
    keeper.back_up(Reason.BY_HAND)
    connection = session_of(window).file.connection
    triggers = log_triggers(connection, "score")
    for trigger in triggers:
        connection.execute(f"DROP TRIGGER {trigger.split()[2]}")
    connection.execute("UPDATE score SET value = '99' WHERE id = 5")
    for trigger in triggers:
        connection.execute(trigger)
    window.desk.show_proof()
    dialog = dialogs[-1]
    assert isinstance(dialog, ProofDialog)
    assert dialog.head.text() == "พบความผิดปกติ ๑ จุด"
    assert "คะแนน แถว ๕ ไม่ตรงกับประวัติ" in dialog.words.text()
    dialog.backups.click()
    listed = dialogs[-1]
    assert isinstance(listed, BackupsDialog)
    listed.close()


def test_a_window_that_only_reads_takes_nothing_back_and_makes_no_backup(
    opened: Callable[[], BackupsDialog], window: MainWindow
) -> None:
    backups.back_up(session_of(window).path, Reason.BY_HAND)
    session_of(window).file.read_only = "อ่านอย่างเดียว"
    dialog = opened()
    assert dialog.chosen is not None
    shown = (dialog.restore, dialog.now, dialog.other, dialog.look)
    assert [one.isEnabled() for one in shown] == [False, False, False, True]


@pytest.mark.parametrize("gone", ["file", ""])
@pytest.mark.parametrize("ends", ["done", "failed"])
def test_a_backup_that_was_looked_into_is_let_go_whatever_comes_between(
    keeper: BackupKeeper,
    window: MainWindow,
    dialogs: list[QDialog],
    gone: str,
    ends: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """She turns to another file, or what she types is refused, while the backup is made."""
    session, workspace = session_of(window), window.workspace
    assert workspace is not None
    made = backups.back_up(session.path, Reason.BY_HAND)
    session.set_score("i7", "70")
    restoring = Restoring(session, keeper, workspace.notice, window)
    look = look_inside(made.path, session.path)
    answers: list[Callable[[], object]] = []

    def later(
        _reason: Reason, done: Callable[[Kept], object], failed: Callable[[str], object]
    ) -> None:
        kept = Kept(made, "")
        error = MachineError("สำรองไม่ได้")
        answers.append(
            partial(keeper._done, 1, done, kept)
            if ends == "done"
            else partial(keeper._fail, error, failed)
        )

    monkeypatch.setattr(keeper, "back_up_changes", bool)  # when the window is 1.5 s old
    monkeypatch.setattr(keeper, "back_up", later)
    if not gone:
        session.leaving.connect(session.stay)
    restoring._secure(look)
    assert len(answers) == (1 if gone else 0)
    if gone:
        window._leave()
        delete(workspace)
        answers[0]()
        asked = look_inside(made.path, made.path)
        restoring._show(asked)
        assert not asked.copy.path.exists()
    assert not look.copy.path.exists()
    assert dialogs == []
    assert str(session.result.entries["i7"]) == "70"


def test_enter_makes_the_backup_that_has_the_keyboard_and_does_not_close(
    opened: Callable[[], BackupsDialog], press: Callable[[str], None], qtbot: QtBot
) -> None:
    dialog = opened()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.now.setFocus()
    press("Enter")
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: len(rows(dialog)) == 1)


def test_after_a_backup_the_keyboard_is_where_it_was(opened: Callable[[], BackupsDialog]) -> None:
    dialog = opened()
    dialog.now.setFocus()
    dialog.now.click()
    assert len(rows(dialog)) == 1
    assert dialog.focusWidget() is dialog.now


def test_a_file_that_is_only_read_is_not_told_to_press_what_is_off(
    window: MainWindow, opened: Callable[[], BackupsDialog]
) -> None:
    session_of(window).file.read_only = "เพราะทดสอบ"
    dialog = opened()
    assert not dialog.now.isEnabled()
    assert "อ่านอย่างเดียว" in dialog.empty.text()
    assert "กด" not in dialog.empty.text()


def test_the_newest_that_differs_from_the_present_is_chosen_first(
    opened: Callable[[], BackupsDialog], keeper: BackupKeeper, window: MainWindow
) -> None:
    keeper.back_up(Reason.BY_HAND)
    session_of(window).set_score("i1", "50")
    keeper.back_up(Reason.TIMER)
    keeper.back_up(Reason.CLOSING)
    dialog = opened()
    assert [("ตรงกับปัจจุบัน" in row[1]) for row in rows(dialog)] == [True, True, False]
    assert dialog.table.currentRow() == 2
    dialog.close()


def test_the_foot_of_the_window_leads_to_the_backups(
    keeper: BackupKeeper, window: MainWindow, dialogs: list[QDialog]
) -> None:
    keeper.back_up(Reason.BY_HAND)
    (link,) = window.findChildren(QPushButton, "statusLink")
    assert link.text().startswith("สำรองแล้ว ")
    link.click()
    assert isinstance(dialogs[-1], BackupsDialog)
    dialogs[-1].close()
