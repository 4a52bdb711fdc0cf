"""The foot of the window never says that all is saved where nothing can be."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.opening.banner import FileBanner
from ita_desktop.workflows.opening import open_to_read

Banner = Callable[[MainWindow], FileBanner]
Make = Callable[[Path | None], MainWindow]
AUTOMATIC, NOT_NOW = "บันทึกอัตโนมัติทุกครั้งที่แก้ไข", "ยังบันทึกไม่ได้"


def foot(window: MainWindow) -> list[str]:
    """Return what the status line says."""
    labels = window.findChildren(QLabel)
    return [
        one.text()
        for one in labels
        if (line := one.parentWidget()) and line.objectName() == "status"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
def test_a_file_that_is_gone_is_not_called_saved_and_trying_again_is_answered(
    window: MainWindow, banner: Banner, qtbot: QtBot
) -> None:
    line = banner(window)
    session, workspace = window.session, window.workspace
    assert session is not None
    assert workspace is not None
    assert AUTOMATIC in foot(window)
    away = session.path.rename(session.path.with_name("ไป.ita"))
    model = workspace.scores.table.score_model
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == "i7")
    assert not model.setData(model.index(row, 2), "70")
    assert NOT_NOW in foot(window)
    assert AUTOMATIC not in foot(window)
    line.buttons()["ลองใหม่"].click()
    qtbot.waitUntil(lambda: "ยังไม่พบไฟล์" in workspace.notice.text)
    away.rename(session.path)
    line.buttons()["ลองใหม่"].click()
    qtbot.waitUntil(lambda: "พบไฟล์" in workspace.notice.text and "ยัง" not in workspace.notice.text)
    assert AUTOMATIC in foot(window)
    session.set_score("i7", "70")
    assert any(words.startswith("✓ บันทึกแล้ว") for words in foot(window))


def test_a_window_that_only_reads_says_so(make_window: Make, sample_path: Path) -> None:
    window = make_window(None)
    window.enter(open_to_read(sample_path, "เพราะทดสอบ"))
    assert "อ่านอย่างเดียว ไม่มีการบันทึก" in foot(window)
