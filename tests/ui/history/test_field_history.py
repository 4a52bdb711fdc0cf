"""What became of a field: over deletion and undo, and any of its values used again."""

# pyright: reportPrivateUsage=false

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.session import Session

Press = Callable[[str], None]


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


def asked(dialogs: list[QDialog]) -> FieldHistoryDialog:
    assert isinstance(dialogs[-1], FieldHistoryDialog)
    return dialogs[-1]


def values(dialog: FieldHistoryDialog, place: int = 4) -> list[str]:
    rows = dialog.table.rows
    return [str(rows.index(row, place).data()) for row in range(rows.rowCount())]


def go_to(page: ScorePage, code: str, column: Column = Column.SCORE) -> None:
    page.go_to(code)
    table = page.table
    table.setCurrentIndex(table.proxy.index(table.currentIndex().row(), column))


def test_ctrl_h_shows_the_story_of_a_score_and_a_value_is_used_again(
    session: Session, page: ScorePage, press: Press, dialogs: list[QDialog]
) -> None:
    for value in ("70", "", "80"):
        session.set_score("i7", value)
    go_to(page, "i7")
    press("Ctrl+H")
    dialog = asked(dialogs)
    assert values(dialog)[:3] == ["๘๐.๐๐", "(ไม่มีคะแนน)", "๗๐.๐๐"]
    assert not dialog.use.isEnabled()  # it is the value now
    dialog.table.setCurrentIndex(dialog.table.rows.index(2, 0))
    assert dialog.use.isEnabled()
    dialog.use.click()
    assert session.result.entries["i7"] == Decimal(70)
    deed = session.next_undo()
    assert deed is not None
    assert deed.name == "คืนค่าคะแนน i7"
    assert values(dialog)[0] == "๗๐.๐๐"
    dialog.table.setCurrentIndex(dialog.table.rows.index(2, 0))
    dialog.table.taken.emit(2)
    assert "i7" not in session.result.entries
    session.undo()
    assert session.result.entries["i7"] == Decimal(70)


def test_the_value_before_can_be_used_too(
    session: Session, page: ScorePage, press: Press, dialogs: list[QDialog]
) -> None:
    before = session.result.entries["i7"]
    session.set_score("i7", "1")
    go_to(page, "i7")
    press("Ctrl+H")
    asked(dialogs).use_before.click()
    assert session.result.entries["i7"] == before


def test_the_story_of_a_wording(
    session: Session, page: ScorePage, press: Press, dialogs: list[QDialog]
) -> None:
    long = "ข้อความของหน่วยงานที่ยาวพอจะต้องอ่านทั้งหมดในช่องข้างล่าง " * 3
    session.correct_text("i7", long)
    session.correct_text("i7", "")
    go_to(page, "i7", Column.TEXT)
    press("Ctrl+H")
    dialog = asked(dialogs)
    assert values(dialog) == ["(ข้อความของชุดเกณฑ์)", long.strip()]
    assert dialog._whole.isVisibleTo(dialog)
    dialog.table.setCurrentIndex(dialog.table.rows.index(1, 0))
    dialog.use.click()
    item = session.criteria.item_by_code["i7"]
    assert item.text == long.strip()
    deed = session.next_undo()
    assert deed is not None
    assert deed.name == "คืนข้อความข้อ i7"


def test_a_field_that_nobody_changed_says_so(
    empty_window: MainWindow, press: Press, dialogs: list[QDialog]
) -> None:
    workspace = empty_window.workspace
    assert workspace is not None
    go_to(workspace.scores, "i7")
    press("Ctrl+H")
    dialog = asked(dialogs)
    assert dialog._now.text().startswith("ยังไม่มีประวัติ")
    assert not dialog.use.isEnabled()
    assert not dialog.use_before.isEnabled()


def test_a_figure_that_only_follows_has_no_story_of_its_own(
    page: ScorePage, press: Press, dialogs: list[QDialog]
) -> None:
    go_to(page, "9.1")
    press("Ctrl+H")
    assert dialogs == []
    assert page.gestures.bubble.isVisible()


def test_the_menu_of_a_cell_has_its_histories(
    page: ScorePage, dialogs: list[QDialog], session: Session
) -> None:
    session.set_score("i7", "70")
    go_to(page, "i7")
    page.table.customContextMenuRequested.emit(page.table.rect().center())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert {"ข้อความเต็ม…", "ประวัติคะแนน i7…", "ประวัติข้อความข้อ i7…"} <= actions.keys()
    actions["ประวัติคะแนน i7…"].trigger()
    menu.close()
    assert values(asked(dialogs))[0] == "๗๐.๐๐"


def test_a_file_that_is_only_read_shows_the_story_and_keeps_its_value(
    session: Session, page: ScorePage, press: Press, dialogs: list[QDialog]
) -> None:
    session.set_score("i7", "70")
    session.file.read_only = "เปิดอ่านอย่างเดียว"
    go_to(page, "i7")
    press("Ctrl+H")
    dialog = asked(dialogs)
    assert dialog._error.text() == "เปิดอ่านอย่างเดียว"
    assert not dialog.use_before.isEnabled()
    assert dialog.table.focusPolicy() is not Qt.FocusPolicy.NoFocus
    session.file.read_only = ""
