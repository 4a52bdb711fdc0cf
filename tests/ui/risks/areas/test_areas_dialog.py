"""The list of areas as it is worked with: keys, refusals, what is said of its processes."""

# pyright: reportPrivateUsage=false
# A test of a dialog looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from ita_desktop.db.registers import load_processes
from ita_desktop.db.risk_methods import own_areas
from ita_desktop.db.rows import Kind
from ita_desktop.domain.risks import USUAL_AREAS
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.risks.areas.areas_dialog import AreasDialog, show_areas
from ita_desktop.ui.session import Session
from ita_desktop.workflows.risks.areas import STARTING_LISTS
from ita_desktop.workflows.rows import deeds as rows

FIRST, SECOND, *_ = USUAL_AREAS
YEAR = 2566


@pytest.fixture
def session(empty_window: MainWindow) -> Session:
    assert empty_window.session is not None
    return empty_window.session


@pytest.fixture
def dialog(qtbot: QtBot, empty_window: MainWindow, session: Session) -> AreasDialog:
    rows.add_row(session.file, Kind.PROCESS, YEAR, {"text": "ก", "area": FIRST})
    session.refresh()
    dialog = show_areas(session, empty_window)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def answer(qtbot: QtBot, dialog: AreasDialog, text: str) -> None:
    """Type a name into the question that is open and take it."""
    (asked,) = (one for one in dialog.findChildren(QInputDialog) if one.isVisible())
    asked.setTextValue(text)
    with qtbot.waitSignal(asked.textValueSelected):
        asked.accept()


def listed(dialog: AreasDialog) -> list[str]:
    items = (dialog.table.item(row, 0) for row in range(dialog.table.rowCount()))
    return [item.text() for item in items if item is not None]


def test_a_new_area_stands_before_the_chosen_one_and_is_chosen(
    qtbot: QtBot, dialog: AreasDialog, press: Callable[[str], None]
) -> None:
    dialog.table.selectRow(1)
    press("Insert")
    answer(qtbot, dialog, "การรับสินบน")
    assert listed(dialog)[:3] == [FIRST, "การรับสินบน", SECOND]
    assert dialog.chosen is not None
    assert dialog.chosen.name == "การรับสินบน"
    press("Insert")
    answer(qtbot, dialog, FIRST)
    assert "ในรายการแล้ว" in dialog.notice.text
    assert len(listed(dialog)) == 5


def test_a_new_name_is_told_with_how_many_processes_took_it(
    qtbot: QtBot, dialog: AreasDialog, session: Session, press: Callable[[str], None]
) -> None:
    press("F2")
    answer(qtbot, dialog, "งานอนุญาต")
    assert dialog.notice.text == "เปลี่ยนชื่อแล้ว กระบวนงาน ๑ แถวใช้ชื่อใหม่"
    assert session.register.processes[0].area == "งานอนุญาต"
    dialog._undo()
    assert session.register.processes[0].area == FIRST
    assert listed(dialog) == list(USUAL_AREAS)


def test_keys_move_and_take_away(
    dialog: AreasDialog, session: Session, press: Callable[[str], None]
) -> None:
    press("Alt+Down")
    assert listed(dialog)[:2] == [SECOND, FIRST]
    assert dialog.table.currentRow() == 1
    press("Alt+Up")
    press("Delete")
    assert dialog.notice.text.endswith("กระบวนงาน ๑ แถวยังใช้ข้อความนี้")
    assert listed(dialog)[-1] == FIRST  # only its process has it
    assert own_areas(session.file) == USUAL_AREAS[1:]
    dialog.table.selectRow(3)
    assert not dialog.remove.isEnabled()
    assert dialog.rename.isEnabled()
    assert load_processes(session.file, YEAR)[0].area == FIRST


def test_a_list_to_begin_with_is_taken_and_undone(dialog: AreasDialog, session: Session) -> None:
    menu = dialog.start.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert own_areas(session.file) == STARTING_LISTS[1].areas
    assert "งาน ๔ ด้าน" in dialog.notice.text
    dialog._undo()
    assert own_areas(session.file) == ()


def test_a_file_that_is_only_read_is_only_looked_at(
    empty_window: MainWindow, session: Session
) -> None:
    session.file.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    dialog = show_areas(session, empty_window)
    assert dialog is not None
    buttons = (dialog.add, dialog.rename, dialog.remove, dialog.up, dialog.down, dialog.start)
    assert not any(button.isEnabled() for button in buttons)
    assert dialog.notice.text == "ไฟล์นี้เปิดอ่านอย่างเดียว"
