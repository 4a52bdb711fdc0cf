"""After an import or a paste one button shows what that deed changed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QDialog, QPushButton

from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.history.dialog import HistoryDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.widgets.notice import Notice


@pytest.fixture
def notice(window: MainWindow) -> Notice:
    assert window.workspace is not None
    return window.workspace.notice


def look(notice: Notice) -> None:
    next(b for b in notice.findChildren(QPushButton) if b.text() == "ดูสิ่งที่เปลี่ยน").click()


def shown_deed(dialogs: list[QDialog]) -> tuple[str, int]:
    """Return the name of the deed that is shown and how many values it changed."""
    dialog = dialogs[-1]
    assert isinstance(dialog, HistoryDialog)
    deed = dialog.deeds.deed
    assert deed is not None
    return deed.name, dialog.deeds.changes.rows.rowCount()


def accept_preview(dialogs: list[QDialog]) -> None:
    dialog = dialogs[-1]
    assert isinstance(dialog, PreviewDialog)
    dialog.accept_button.click()


@pytest.mark.usefixtures("at_once")
def test_what_an_import_changed_is_shown(
    window: MainWindow, notice: Notice, dialogs: list[QDialog], tmp_path: Path
) -> None:
    book = Workbook()
    for row in (["ข้อ", "คะแนน"], ["i1", 88.13], ["i2", 77.77]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "คะแนน.xlsx")
    window.desk.exchange().show_workbook(tmp_path / "คะแนน.xlsx")
    accept_preview(dialogs)
    assert "นำเข้า คะแนน.xlsx แล้ว ๒ ค่า" in notice.text
    look(notice)
    assert shown_deed(dialogs) == ("นำเข้า คะแนน.xlsx", 2)


def test_what_a_paste_changed_is_shown(
    window: MainWindow, notice: Notice, dialogs: list[QDialog]
) -> None:
    assert window.workspace is not None
    window.workspace.scores.gestures.paste("i1\t88.13\ni2\t77.77\ni3\t66.66")
    accept_preview(dialogs)
    assert "วางคะแนนแล้ว ๓ ค่า" in notice.text
    look(notice)
    assert shown_deed(dialogs) == ("วางคะแนน 3 ค่า", 3)


def test_a_paste_that_the_machine_refused_says_no_such_thing(
    window: MainWindow, notice: Notice, dialogs: list[QDialog], said: list[str]
) -> None:
    assert window.workspace is not None
    assert window.session is not None
    window.workspace.scores.gestures.paste("i1\t88.13\ni2\t77.77")
    dialog = dialogs[-1]
    window.session.file.read_only = "อ่านอย่างเดียว"
    assert isinstance(dialog, PreviewDialog)
    dialog.accept_button.click()
    assert not notice.isVisible()
    assert said == ["อ่านอย่างเดียว"]
    window.session.file.read_only = ""


def test_what_changed_goes_with_the_next_deed(
    window: MainWindow, notice: Notice, dialogs: list[QDialog]
) -> None:
    assert window.workspace is not None
    assert window.session is not None
    window.workspace.scores.gestures.paste("i1\t88.13\ni2\t77.77")
    accept_preview(dialogs)
    window.session.set_score("i3", "55.55")
    assert not notice.isVisible()
