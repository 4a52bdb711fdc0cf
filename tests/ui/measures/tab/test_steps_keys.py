"""The keys of a spreadsheet on the steps of a topic: each writes what it says, as one deed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ita_desktop.domain.measures import State, Step
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.ui.rows.cell_editor import CellEditor
from ita_desktop.ui.rows.full_text import FullTextDialog
from tests.ui.measures.tab.rows import drag, go, select, steps_of, topic_of

Press = Callable[[str], None]
Type = Callable[[str], None]


def step(page: MeasuresPage, place: int) -> Step:
    return topic_of(page).measures[0].steps[place]


def last_deed(page: MeasuresPage) -> str:
    deed = page._session.next_undo()
    return "" if deed is None else deed.name


def test_typing_replaces_and_enter_goes_down(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 0)
    type_("ประชุม")
    press("Enter")
    assert step(measures, 0).text == "ประชุม"
    assert last_deed(measures) == "แก้ข้อความ ขั้นตอนที่ 1"
    line = measures.table.current_line()
    assert line is not None
    assert line.number == step(measures, 1).id


def test_f2_goes_on_where_the_text_ends_and_tab_goes_right(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 0)
    press("F2")
    type_("ทุกกอง")
    press("Tab")
    assert step(measures, 0).text == "จัดประชุมชี้แจงแผนทุกกอง"
    assert measures.table.field(measures.table.currentIndex()) == "units"


def test_esc_gives_up(measures: MeasuresPage, press: Press, type_: Type) -> None:
    go(measures, 0)
    type_("ไม่เอา")
    press("Esc")
    assert step(measures, 0).text == "จัดประชุมชี้แจงแผน"


def test_ctrl_enter_breaks_a_line_while_typing(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 0, "result")
    type_("ประชุมแล้ว")
    press("Ctrl+Return")
    type_("สองครั้ง")
    press("Enter")
    assert step(measures, 0).results[6].result == "ประชุมแล้ว\nสองครั้ง"


def test_a_state_is_chosen_by_its_first_letters(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 1, "state")
    type_("แล้")
    press("Enter")
    assert step(measures, 1).results[6].state is State.DONE


def test_a_state_is_chosen_from_the_list(measures: MeasuresPage, press: Press) -> None:
    go(measures, 1, "state")
    press("F2")
    for _ in range(2):
        press("Down")
    press("Enter")
    assert step(measures, 1).results[6].state is State.NOT_STARTED


def test_units_are_completed_one_a_line(measures: MeasuresPage, press: Press, type_: Type) -> None:
    go(measures, 1, "units")
    type_("กองช")
    press("Ctrl+Return")  # a line of its own: the word is taken first
    type_("สำนัก")
    press("Enter")
    assert step(measures, 1).units == "กองช่าง\nสำนักปลัดเทศบาล"


def test_a_period_is_completed(measures: MeasuresPage, press: Press, type_: Type) -> None:
    go(measures, 1, "period")
    type_("ก.ค.")
    press("Enter")
    assert step(measures, 1).period == "ก.ค. – ก.ย. ๖๖"


def test_what_a_step_does_not_say_is_its_measures_and_is_typed_over(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 1, "units")
    cell = measures.table.currentIndex()
    assert cell.data() == "กองคลัง"
    assert measures.model.cell(cell.row(), cell.column()).quiet
    type_("กองใหม่")
    press("Enter")
    assert step(measures, 1).units == "กองใหม่"
    assert not measures.model.cell(cell.row(), cell.column()).quiet


def test_typing_in_the_last_line_adds_steps_one_after_the_other(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    assert measures.table.go_to(f"+step:{topic_of(measures).measures[0].id}")
    for text in ("ขั้นสี่", "ขั้นห้า"):
        type_(text)
        press("Enter")
    assert steps_of(measures)[3:] == ["ขั้นสี่", "ขั้นห้า"]


def test_enter_after_a_new_measure_goes_into_its_first_step(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    assert measures.table.go_to(f"+measure:{topic_of(measures).id}")
    for text in ("มาตรการใหม่", "ขั้นหนึ่ง", "ขั้นสอง"):
        type_(text)
        press("Enter")
    made = topic_of(measures).measures[-1]
    assert (made.text, [one.text for one in made.steps]) == ("มาตรการใหม่", ["ขั้นหนึ่ง", "ขั้นสอง"])


def test_tab_after_a_new_step_goes_on_in_it(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    assert measures.table.go_to(f"+step:{topic_of(measures).measures[0].id}")
    type_("ขั้นสี่")
    press("Tab")
    type_("กองช่าง")
    press("Enter")
    assert (step(measures, 3).text, step(measures, 3).units) == ("ขั้นสี่", "กองช่าง")


def test_delete_empties_the_selection_as_one_deed(measures: MeasuresPage, press: Press) -> None:
    select(measures, 0, 2, "units")
    press("Delete")
    assert [one.units for one in topic_of(measures).measures[0].steps] == ["", "", ""]
    assert last_deed(measures) == "ลบข้อความ 2 ช่อง"
    measures._session.undo()
    assert step(measures, 2).units == "สำนักปลัดเทศบาล"


def test_ctrl_d_fills_down(measures: MeasuresPage, press: Press) -> None:
    select(measures, 0, 2, "period")
    press("Ctrl+D")
    assert {one.period for one in topic_of(measures).measures[0].steps} == {"ต.ค. – ธ.ค. ๖๕"}


def test_ctrl_d_in_one_cell_takes_what_stands_above(measures: MeasuresPage, press: Press) -> None:
    go(measures, 1, "units")
    press("Ctrl+D")
    assert step(measures, 1).units == "กองคลัง"


def test_ctrl_enter_writes_the_same_into_the_selection(
    measures: MeasuresPage, press: Press
) -> None:
    select(measures, 0, 2, "state")
    press("Ctrl+Return")
    states = [one.results[6].state for one in topic_of(measures).measures[0].steps]
    assert states == [State.IN_WORK] * 3


def test_ctrl_semicolon_types_today(measures: MeasuresPage, press: Press) -> None:
    go(measures, 1, "result")
    press("Ctrl+;")
    press("Enter")
    assert step(measures, 1).results[6].result == "๑๕ ก.พ. ๖๖"


def test_insert_puts_a_step_above_and_goes_there(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 1)
    press("Insert")
    type_("ขั้นใหม่")
    press("Enter")
    assert steps_of(measures)[:3] == ["จัดประชุมชี้แจงแผน", "ขั้นใหม่", "เผยแพร่แผนบนเว็บไซต์"]


def test_ctrl_delete_removes_the_step_and_offers_it_back(
    measures: MeasuresPage, press: Press
) -> None:
    go(measures, 1)
    press("Ctrl+Del")
    assert steps_of(measures) == ["จัดประชุมชี้แจงแผน", "สำรวจการรับรู้"]
    assert measures._notice.text == "ลบขั้นตอนที่ ๒ แล้ว"
    measures._session.undo()
    assert len(steps_of(measures)) == 3
    line = measures.table.current_line()
    assert line is not None
    assert line.number == step(measures, 1).id


def test_alt_arrows_move_a_step_within_and_out_of_its_measure(
    measures: MeasuresPage, press: Press
) -> None:
    go(measures, 1)
    press("Alt+Down")
    assert steps_of(measures) == ["จัดประชุมชี้แจงแผน", "สำรวจการรับรู้", "เผยแพร่แผนบนเว็บไซต์"]
    press("Alt+Down")
    assert steps_of(measures, 1) == ["เผยแพร่แผนบนเว็บไซต์"]
    press("Alt+Up")
    assert steps_of(measures)[-1] == "เผยแพร่แผนบนเว็บไซต์"


def test_a_step_is_dragged_by_its_number(measures: MeasuresPage) -> None:
    table = measures.table
    place = measures.model.place_of(f"step:{step(measures, 2).id}")
    goal = measures.model.place_of(f"step:{step(measures, 0).id}")
    begun = table.visualRect(measures.model.index(place, 0)).center()
    ended = table.visualRect(measures.model.index(goal, 0)).topLeft() + QPoint(10, 3)
    drag(table, begun, ended)
    assert steps_of(measures)[0] == "สำรวจการรับรู้"


def test_f4_shows_the_whole_text_and_keeps_what_is_corrected(
    measures: MeasuresPage, press: Press, type_: Type, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    go(measures, 0)
    press("F4")
    (dialog,) = dialogs
    assert isinstance(dialog, FullTextDialog)
    qtbot.waitUntil(dialog.editor.hasFocus)
    assert dialog.text == "จัดประชุมชี้แจงแผน"
    type_("ใหม่")
    press("Ctrl+Return")
    assert step(measures, 0).text == "จัดประชุมชี้แจงแผนใหม่"


def test_ctrl_h_shows_what_became_of_a_field_and_writes_it_back(
    measures: MeasuresPage, press: Press, type_: Type, dialogs: list[QDialog]
) -> None:
    go(measures, 0)
    type_("แก้แล้ว")
    press("Enter")
    go(measures, 0)
    press("Ctrl+H")
    (dialog,) = dialogs
    assert isinstance(dialog, FieldHistoryDialog)
    dialog.use_before.click()
    assert step(measures, 0).text == "จัดประชุมชี้แจงแผน"
    dialog.reject()


def test_the_history_of_a_report_is_that_of_its_round(
    measures: MeasuresPage, press: Press, type_: Type, dialogs: list[QDialog]
) -> None:
    go(measures, 0, "result")
    type_("ครั้งแรก")
    press("Enter")
    go(measures, 0, "result")
    press("Ctrl+H")
    (dialog,) = dialogs
    assert isinstance(dialog, FieldHistoryDialog)
    assert dialog._changes[0].after == "ครั้งแรก"
    dialog.reject()


def test_the_wrong_keyboard_layout_is_offered(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(measures, 0, "result")
    type_("l;ylfu")
    press("Enter")
    bubble = measures.gestures.bubble
    qtbot.waitUntil(bubble.isVisible)
    bubble._act()
    assert step(measures, 0).results[6].result == "สวัสดี"


def test_a_refused_text_says_why_at_its_cell(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(measures, 0, "state")
    type_("อะไรสักอย่าง")
    press("Enter")
    bubble = measures.gestures.bubble
    qtbot.waitUntil(bubble.isVisible)
    assert "ไม่รู้จักสถานะ" in bubble.text
    assert step(measures, 0).results[6].state is State.IN_WORK
    line = measures.table.current_line()
    assert line is not None
    assert line.number == step(measures, 0).id


def test_what_is_being_typed_is_taken_before_a_topic_is_left(
    measures: MeasuresPage, type_: Type
) -> None:
    go(measures, 0)
    type_("กำลังพิมพ์")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    measures.list.setFocus()
    measures.list.go_to(topic_of(measures, 1).id)
    assert step(measures, 0).text == "กำลังพิมพ์"


def test_the_editor_grows_with_its_text(measures: MeasuresPage, press: Press, type_: Type) -> None:
    go(measures, 0, "result")
    press("F2")
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellEditor)
    before = editor.height()
    for _ in range(3):
        type_("ยาว")
        press("Ctrl+Return")
    assert editor.height() > before
    press("Esc")


def test_a_menu_has_what_the_keys_do(measures: MeasuresPage, qtbot: QtBot) -> None:
    go(measures, 0)
    box = measures.table.visualRect(measures.table.currentIndex())
    measures.table.customContextMenuRequested.emit(box.center())
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    said = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert said[:3] == ["แก้ไข", "ข้อความเต็ม…", "ประวัติของช่อง…"]
    assert {"แทรกขั้นตอน", "ลบขั้นตอน", "เลื่อนขึ้น", "หลักฐาน…"} <= {*said}
    QTest.keyClick(menu, Qt.Key.Key_Escape)


@pytest.mark.parametrize("field", ["number"])
def test_a_number_follows_and_is_not_typed_into(
    measures: MeasuresPage, type_: Type, field: str
) -> None:
    go(measures, 0, field)
    type_("๙")
    assert steps_of(measures)[0] == "จัดประชุมชี้แจงแผน"


def test_a_state_typed_in_the_last_line_makes_a_step_with_it(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    assert measures.table.go_to(f"+step:{topic_of(measures).measures[0].id}", "state")
    type_("แล้ว")
    press("Enter")
    assert step(measures, 3).results[6].state is State.DONE
