"""The small window over the others while a file is copied."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ita_desktop.ui.opening.waiting import Waiting


def test_it_stays_until_the_work_is_done_and_then_goes_by_itself(qtbot: QtBot) -> None:
    waiting = Waiting("กำลังคัดลอกไฟล์")
    waiting.open()
    qtbot.keyClick(waiting, Qt.Key.Key_Escape)
    waiting.close()
    assert waiting.isVisible()
    waiting.finish()
    qtbot.waitUntil(lambda: not isValid(waiting))
