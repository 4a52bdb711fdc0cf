"""Old history is forgotten in the window: how much is said before, a proved backup comes first."""

# pyright: reportPrivateUsage=false

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ita_desktop.errors import MachineError
from ita_desktop.ui.history import shorten_dialog
from ita_desktop.ui.history.dialog import show_history
from ita_desktop.ui.history.shorten_dialog import ShortenDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.workflows.backups import backups_of
from ita_desktop.workflows.dump import dump

LONG_AGO = "2020-01-01T00:00:00.000+00:00"


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    session = window.session
    for value in ("70", "80", "90"):
        session.set_score("i7", value)
    return session


@pytest.fixture
def shown(
    window: MainWindow, session: Session, dialogs: list[QDialog]
) -> Callable[[], ShortenDialog]:
    def show() -> ShortenDialog:
        show_history(session, window).shorten.click()
        dialog = dialogs[-1]
        assert isinstance(dialog, ShortenDialog)
        return dialog

    return show


def grow_old(session: Session, kept: int = 1) -> None:
    newest = session.file.latest_deed() or 0
    session.file.connection.execute(
        "UPDATE deed SET at = ? WHERE id <= ?", (LONG_AGO, newest - kept)
    )


def test_nothing_old_is_said_and_nothing_can_be_done(
    shown: Callable[[], ShortenDialog],
) -> None:
    dialog = shown()
    assert dialog._what.text().startswith("ไม่มีประวัติก่อนวันที่")
    assert not dialog.go.isEnabled()


@pytest.mark.usefixtures("at_once")
def test_what_is_old_goes_after_a_backup_and_the_data_stay(
    session: Session, shown: Callable[[], ShortenDialog]
) -> None:
    grow_old(session)
    before = dump(session.file)
    dialog = shown()
    assert "จำนวน ๓ รายการ" in dialog._what.text()
    dialog.go.click()
    assert dialog._what.text() == "ย่อประวัติแล้ว ๓ รายการ"
    assert dump(session.file) == before
    assert [backup.manifest is not None for backup in backups_of(session.path)] == [True]
    assert session.undo() is not None
    assert session.undo() is None
    assert not dialog.go.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.usefixtures("at_once")
def test_without_a_backup_nothing_goes(
    session: Session, shown: Callable[[], ShortenDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    grow_old(session)

    def full(*_: object) -> object:
        raise MachineError("ดิสก์เต็ม")

    monkeypatch.setattr(shorten_dialog, "back_up", full)
    latest = session.file.latest_deed()
    dialog = shown()
    dialog.go.click()
    assert dialog._error.text() == "ดิสก์เต็ม"
    assert session.file.latest_deed() == latest
    assert len(session.file.standing(2)) == 3


def test_what_waits_to_be_done_again_is_said_to_stay(
    session: Session, shown: Callable[[], ShortenDialog]
) -> None:
    session.undo()
    grow_old(session, 0)
    dialog = shown()
    assert "ยังทำซ้ำได้จะเก็บไว้" in dialog._what.text()
    assert "จำนวน ๓ รายการ" in dialog._what.text()


def test_another_span_is_chosen(session: Session, shown: Callable[[], ShortenDialog]) -> None:
    grow_old(session)
    dialog = shown()
    dialog.spans.setCurrentIndex(dialog.spans.count() - 1)
    dialog.spans.activated.emit(dialog.spans.currentIndex())
    assert dialog.other.isChecked()
    assert dialog._what.text().startswith("ไม่มีประวัติก่อนวันที่")
    dialog.one.click()
    assert "จำนวน ๓ รายการ" in dialog._what.text()


def test_a_fault_of_our_own_is_raised_also_when_the_window_is_gone(
    shown: Callable[[], ShortenDialog], qtbot: QtBot
) -> None:
    dialog = shown()
    dialog.close()
    qtbot.waitUntil(lambda: not isValid(dialog))
    dialog._refused(MachineError("ไม่มีใครรอคำตอบแล้ว"))
    with pytest.raises(ZeroDivisionError):
        dialog._refused(ZeroDivisionError())


def test_it_stays_while_the_backup_is_made(
    session: Session, shown: Callable[[], ShortenDialog], qtbot: QtBot
) -> None:
    grow_old(session)
    dialog = shown()
    dialog.go.click()
    dialog.reject()
    assert dialog.isVisible(), "what was asked for would happen all the same"
    qtbot.waitUntil(lambda: dialog.done_words != "")
    dialog.reject()
    assert not dialog.isVisible()
