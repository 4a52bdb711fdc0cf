"""The keys of a spreadsheet in the table, and what is refused with a sentence."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.ui import today
from ita_desktop.ui.dialogs.item_text import ItemTextDialog
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.disclosure.tab.page import DisclosurePage
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.rows.full_text import FullTextDialog
from tests.ui.disclosure.tab.items import go, known, last_deed, shown

Press = Callable[[str], None]
Type = Callable[[str], None]


def test_a_letter_and_enter_choose_a_state(oit: DisclosurePage, press: Press, type_: Type) -> None:
    go(oit, "O4")
    for letters, state in (
        ("อ", PublishState.IN_WORK),
        ("เ", PublishState.PUBLISHED),
        ("ต", PublishState.CHECKED),
        ("ไ", PublishState.EXCLUDED),
        ("ย", PublishState.NOT_BEGUN),
    ):
        type_(letters)
        press("Enter")
        assert known(oit, "O4").state is state
        go(oit, "O4")
    assert last_deed(oit) == "แก้สถานะ O4"


def test_enter_goes_down_from_item_to_item_over_the_heads(
    oit: DisclosurePage, press: Press, type_: Type
) -> None:
    go(oit, "O10")
    type_("เผย")
    press("Enter")
    line = oit.table.current_item()
    assert line is not None
    assert line.key == "O11"
    assert known(oit, "O10").state is PublishState.PUBLISHED


@pytest.mark.parametrize("typed", ["15 ก.พ. 66", "๑๕/๒/๒๕๖๖", "15/2/2023", "15 กุมภาพันธ์ 2566"])
def test_a_day_is_typed_as_clerks_write_it(
    oit: DisclosurePage, press: Press, type_: Type, typed: str
) -> None:
    go(oit, "O4", "due")
    type_(typed)
    press("Enter")
    assert known(oit, "O4").due == date(2023, 2, 15)
    assert shown(oit, "O4", "due") == "๑๕ ก.พ. ๖๖ เกินกำหนด"


def test_a_day_that_is_none_is_refused_with_a_sentence(
    oit: DisclosurePage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(oit, "O4", "due")
    type_("31 ก.พ. 66")
    press("Enter")
    qtbot.waitUntil(oit.gestures.bubble.isVisible)
    assert "31 ก.พ. 66" in oit.gestures.bubble.text
    assert known(oit, "O4").due is None
    line = oit.table.current_item()
    assert line is not None
    assert line.key == "O4"


def test_a_state_that_is_unknown_is_refused_with_the_words_that_are_known(
    oit: DisclosurePage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(oit, "O4")
    type_("zzz")
    press("Enter")
    qtbot.waitUntil(oit.gestures.bubble.isVisible)
    assert "อยู่ระหว่างจัดทำ" in oit.gestures.bubble.text
    assert known(oit, "O4").state is PublishState.NOT_BEGUN


def test_control_semicolon_begins_to_type_today(
    oit: DisclosurePage, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "today", lambda: date(2023, 3, 5))
    go(oit, "O4", "due")
    press("Ctrl+;")
    press("Enter")
    assert known(oit, "O4").due == date(2023, 3, 5)


def test_units_of_the_office_are_offered_and_several_are_lines(
    oit: DisclosurePage, press: Press, type_: Type
) -> None:
    go(oit, "O4", "units")
    type_("กองค")
    press("Down")
    press("Ctrl+Enter")
    type_("กองช่าง")
    press("Tab")
    assert known(oit, "O4").units == "กองคลัง\nกองช่าง"


def test_delete_clears_the_selected_cells_in_one_deed(oit: DisclosurePage, press: Press) -> None:
    go(oit, "O1", "units")
    press("Shift+Down")
    press("Delete")
    assert (known(oit, "O1").units, known(oit, "O2").units) == ("", "")
    assert last_deed(oit) == "ลบข้อความ 2 ช่อง"
    press("Ctrl+Z")
    assert known(oit, "O2").units == "กองคลัง\nกองช่าง"


def test_fill_down_and_the_same_in_all(oit: DisclosurePage, press: Press) -> None:
    go(oit, "O2", "units")
    press("Shift+Down")
    press("Shift+Down")
    press("Ctrl+D")
    assert known(oit, "O4").units == "กองคลัง\nกองช่าง"
    go(oit, "O11", "units")
    press("Ctrl+D")  # of one row: what stands in the item above, over the head between
    assert known(oit, "O11").units == known(oit, "O10").units == ""
    go(oit, "O1", "state")
    press("Shift+Down")
    press("Ctrl+Enter")
    assert known(oit, "O1").state is known(oit, "O2").state is PublishState.IN_WORK
    assert last_deed(oit) == "ใส่ข้อความเดียวกัน 1 ช่อง"


def test_a_block_is_shown_first_and_then_one_deed(
    oit: DisclosurePage, clipboard: Callable[[str], str], press: Press, dialogs: list[QDialog]
) -> None:
    go(oit, "O4", "units")
    clipboard('กองคลัง\tเผยแพร่แล้ว\t1/2/2566\n"กองช่าง\nกองคลัง"\tไม่รู้\t\n')
    press("Ctrl+V")
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    dialog.accept()
    assert known(oit, "O4").state is PublishState.PUBLISHED
    assert known(oit, "O4").due == date(2023, 2, 1)
    assert known(oit, "O5").units == "กองช่าง\nกองคลัง"
    assert known(oit, "O5").state is PublishState.NOT_BEGUN
    assert last_deed(oit) == "วาง 4 ช่อง"
    press("Ctrl+Z")
    assert known(oit, "O4").units == known(oit, "O5").units == ""


def test_a_block_of_items_steps_over_the_heads(
    oit: DisclosurePage, clipboard: Callable[[str], str], press: Press, dialogs: list[QDialog]
) -> None:
    go(oit, "O10", "units")
    clipboard("กองคลัง\nกองช่าง\n")
    press("Ctrl+V")
    dialogs[0].accept()
    assert known(oit, "O10").units == "กองคลัง"
    assert known(oit, "O11").units == "กองช่าง"


def test_what_was_copied_comes_back_without_a_change(
    oit: DisclosurePage,
    clipboard: Callable[[str | None], str],
    press: Press,
    dialogs: list[QDialog],
) -> None:
    go(oit, "O1", "code")
    press("Ctrl+A")
    press("Ctrl+C")
    lines = clipboard(None).split("\n", 1)
    assert lines[0].startswith("ข้อ\tข้อมูลที่ต้องเผยแพร่\tหน่วยงาน")
    clipboard(lines[1])
    oit.table.stand_at(oit.model.index(0, 0))
    press("Ctrl+V")
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    assert not dialog.accept_button.isEnabled()
    assert all(not row.refused for row in dialog._ordered)
    dialog.reject()


def test_a_row_of_another_code_is_refused_whole(
    oit: DisclosurePage, clipboard: Callable[[str], str], press: Press, dialogs: list[QDialog]
) -> None:
    go(oit, "O4", "code")
    clipboard("O5\tข้อมูลการติดต่อ\tกองคลัง\nO5\tข้อมูลการติดต่อ\tกองช่าง\n")
    press("Ctrl+V")
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    assert any("แถวนี้เป็นข้อ O4 ไม่ใช่ข้อ O5" in row.trouble for row in dialog._ordered)
    dialog.accept()
    assert known(oit, "O4").units == ""
    assert known(oit, "O5").units == "กองช่าง"


def test_one_value_goes_into_all_selected_cells(
    oit: DisclosurePage, clipboard: Callable[[str], str], press: Press
) -> None:
    go(oit, "O4", "units")
    press("Shift+Down")
    clipboard("กองช่าง")
    press("Ctrl+V")
    assert known(oit, "O4").units == known(oit, "O5").units == "กองช่าง"


@pytest.mark.parametrize(
    ("field", "why"),
    [("code", "รหัสข้อมาจากเกณฑ์"), ("points", "คะแนนนี้คำนวณ"), ("contents", "Ctrl+K")],
)
def test_what_is_not_typed_says_why(oit: DisclosurePage, type_: Type, field: str, why: str) -> None:
    go(oit, "O4", field)
    type_("ก")
    assert why in oit.gestures.bubble.text


def test_a_head_takes_no_text(oit: DisclosurePage, type_: Type) -> None:
    oit.table.stand_at(oit.model.index(0, 0))
    type_("ก")
    assert "หัวข้อของตัวชี้วัดย่อย" in oit.gestures.bubble.text


def test_f4_opens_the_whole_text_or_the_official_wording(
    oit: DisclosurePage, press: Press, dialogs: list[QDialog]
) -> None:
    go(oit, "O2", "units")
    press("F4")
    (full,) = dialogs
    assert isinstance(full, FullTextDialog)
    full.editor.setPlainText("กองคลัง")
    full.accept()
    assert known(oit, "O2").units == "กองคลัง"
    go(oit, "O2", "text")
    press("F4")
    wording = dialogs[-1]
    assert isinstance(wording, ItemTextDialog)
    wording.reject()


def test_the_history_of_a_cell_can_be_used_again(
    oit: DisclosurePage, press: Press, type_: Type, dialogs: list[QDialog]
) -> None:
    go(oit, "O1")
    type_("ตร")
    press("Enter")
    go(oit, "O1")
    press("Ctrl+H")
    (dialog,) = dialogs
    assert isinstance(dialog, FieldHistoryDialog)
    assert "สถานะ ข้อ O1 ปี ๒๕๖๖" in dialog.windowTitle()
    dialog._use("published")
    assert known(oit, "O1").state is PublishState.PUBLISHED
    dialog.reject()


def test_a_text_of_the_other_keyboard_is_offered_right(
    oit: DisclosurePage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(oit, "O4", "note")
    type_("l;ylfu")
    press("Enter")
    qtbot.waitUntil(oit.gestures.bubble.isVisible)
    oit.gestures.bubble._button.click()
    assert known(oit, "O4").note == "สวัสดี"


def test_undo_turns_to_the_item(oit: DisclosurePage, press: Press, type_: Type) -> None:
    go(oit, "O20")
    type_("เผย")
    press("Enter")
    go(oit, "O1")
    press("Ctrl+Z")
    line = oit.table.current_item()
    assert line is not None
    assert line.key == "O20"
    assert known(oit, "O20").state is PublishState.NOT_BEGUN
