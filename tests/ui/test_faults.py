"""A fault of our own: written down, told once, in one window, whatever else goes wrong."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop import fault_log
from ita_desktop.db.schema import SCHEMA_VERSION
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import faults, work
from ita_desktop.ui.dialogs.fault import FaultDialog
from ita_desktop.ui.faults import FaultTeller
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tab_names import Tab

TOLD = "เทศบาลตำบลบ้านลับ 88.13"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fault_log, "user_folder", lambda: tmp_path / "ก ข")
    return tmp_path / "ก ข" / "faults.log"


@pytest.fixture
def teller(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultTeller]:
    """Have faults told as the program does."""
    del qtbot
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = faults.report_faults()
    yield made
    for dialog in dialogs():
        dialog.close()
    made.setParent(None)


def dialogs() -> list[FaultDialog]:
    return [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, FaultDialog) and window.isVisible()
    ]


def fail(words: str = TOLD) -> None:
    raise ZeroDivisionError(words)


def look_up() -> str:
    return dict[str, str]()[TOLD]


def happen(work: Callable[[], object] = fail) -> None:
    """Let a fault reach the hook, as one in a slot does."""
    try:
        work()
    except Exception as fault:  # noqa: BLE001 - whatever it is
        sys.excepthook(type(fault), fault, fault.__traceback__)


def button(dialog: FaultDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


@pytest.mark.usefixtures("teller")
def test_a_fault_is_written_down_and_told_once(
    qtbot: QtBot, log: Path, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        happen()
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    assert dialog.parent() is window
    assert log.read_text("utf-8").count("ZeroDivisionError") == 1
    assert dialog.report.count("ZeroDivisionError") == 1
    assert f"schema {SCHEMA_VERSION} · file under 10 MB" in dialog.report
    assert f"MainWindow · tab {Tab.SCORES.value}" in dialog.report
    assert TOLD not in log.read_text("utf-8") + dialog.report
    assert "ตัวอย่าง" not in dialog.report  # neither the name of the file nor the office's
    assert capsys.readouterr().err.count("Traceback") == 3


@pytest.mark.usefixtures("teller")
def test_the_report_is_copied_and_its_folder_opened(
    qtbot: QtBot, log: Path, clipboard: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_(url: QUrl) -> None:
        opened.append(Path(url.toLocalFile()))

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    happen()
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    button(dialog, "คัดลอกรายงาน").click()
    assert clipboard(None) == dialog.report
    assert button(dialog, "คัดลอกแล้ว").isEnabled()
    button(dialog, "เปิดโฟลเดอร์รายงาน").click()
    assert opened == [log.parent]
    button(dialog, "ปิดหน้าต่างนี้").click()
    assert dialogs() == []


@pytest.mark.usefixtures("teller", "log")
def test_a_fault_while_the_window_is_open_is_added_to_it(qtbot: QtBot) -> None:
    happen()
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    happen(look_up)
    qtbot.waitUntil(lambda: "KeyError" in dialog.report)
    assert dialogs() == [dialog]
    dialog.close()
    happen(lambda: int(TOLD))
    qtbot.waitUntil(lambda: bool(dialogs()))
    assert "ValueError" in dialogs()[0].report


class Broken(QWidget):
    """A widget that cannot be drawn."""

    frames = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        self.frames += 1
        happen()


@pytest.mark.usefixtures("teller")
def test_a_fault_that_comes_with_every_frame_is_told_once(qtbot: QtBot, log: Path) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: bool(dialogs()))
    frames = widget.frames
    widget.update()
    qtbot.waitUntil(lambda: widget.frames > frames)
    assert len(dialogs()) == 1
    assert log.read_text("utf-8").count("ZeroDivisionError") == 1


@pytest.mark.usefixtures("teller", "log")
def test_a_fault_in_a_worker_is_told(qtbot: QtBot) -> None:
    def reraise(error: Exception) -> None:
        happen(lambda: _raise(error))

    work.run(fail, lambda _: None, reraise)
    qtbot.waitUntil(lambda: bool(dialogs()))
    assert " fail\n" in f"{dialogs()[0].report}\n"


def _raise(error: Exception) -> None:
    raise error


@pytest.mark.usefixtures("teller", "log")
def test_a_fault_in_a_thread_of_pythons_is_told(qtbot: QtBot) -> None:
    thread = threading.Thread(target=happen)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(dialogs()))
    assert "ZeroDivisionError" in dialogs()[0].report


@pytest.mark.usefixtures("teller")
def test_a_log_that_cannot_be_written_is_said_in_the_window(qtbot: QtBot, log: Path) -> None:
    log.parent.write_text("", "utf-8")  # a file where the folder should be
    happen()
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    assert "บันทึกรายงานลงเครื่องไม่ได้" in dialog._note.text()
    assert dialog._note.isVisible()
    assert not button(dialog, "เปิดโฟลเดอร์รายงาน").isVisible()


@pytest.mark.usefixtures("teller", "log")
def test_a_fault_in_the_window_of_faults_ends_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, log: Path
) -> None:
    def broken(*_said: object) -> None:
        happen(look_up)
        raise RuntimeError

    monkeypatch.setattr(FaultDialog, "__init__", broken)
    happen()
    qtbot.waitUntil(lambda: "KeyError" in log.read_text("utf-8"))
    assert log.read_text("utf-8").count("ZeroDivisionError") == 1


@pytest.mark.usefixtures("log")
def test_before_there_is_a_window_it_is_told_all_the_same(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[FaultDialog] = []

    def loop() -> int:
        seen.extend(dialogs())
        for dialog in seen:
            dialog.close()
        return 0

    monkeypatch.setattr(qapp, "exec", loop)
    faults.tell_and_wait(ZeroDivisionError(TOLD))
    assert len(seen) == 1
    assert "ZeroDivisionError" in seen[0].report
    assert TOLD not in seen[0].report


def test_what_nobody_was_told_at_the_end_is_written_down(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = (MachineError(TOLD), ClerkError(TOLD), ZeroDivisionError(TOLD))
    monkeypatch.setattr(work, "unheard", lambda: errors)
    faults.note_unheard()
    text = log.read_text("utf-8")
    assert "MachineError" in text
    assert text.count("ZeroDivisionError") == 1
    assert "ClerkError" not in text
    assert TOLD not in text
