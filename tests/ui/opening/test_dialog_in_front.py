"""A dialog that waits for an answer has the keyboard, whatever brings its window forward."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.main_window import MainWindow


def test_the_window_comes_forward_with_its_dialog_in_front(
    window: MainWindow, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    window.desk.show_evidence()
    dialog = dialogs[-1]
    qtbot.waitUntil(dialog.isVisible)
    window.activateWindow()
    window.come_forward()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert QApplication.activeWindow() is dialog
    dialog.reject()


def test_a_refusal_that_came_before_the_window_is_answered_by_keys(
    make_window: Callable[[Path | None], MainWindow],
    tmp_path: Path,
    dialogs: list[QDialog],
    said: list[str],
    qtbot: QtBot,
) -> None:
    window = make_window(None)
    window.hide()
    assert not window.open_path(tmp_path / "ไม่มี.ita")
    assert "ไม่พบไฟล์" in said[-1]
    window.show()
    window.activateWindow()
    window.let_dialog_answer()
    box = dialogs[-1]
    qtbot.waitUntil(box.isActiveWindow)
    box.reject()
    assert not box.isVisible()
