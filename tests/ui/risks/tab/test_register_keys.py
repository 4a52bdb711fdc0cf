"""The keys of a spreadsheet in the register, and what is refused with a sentence."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.risks.tab.page import RisksPage
from ita_desktop.ui.rows.full_text import FullTextDialog
from ita_desktop.ui.rows.row_drag import RowDrag
from tests.ui.risks.tab.rows import go, last_deed, process_of, risk_of, seen

Press = Callable[[str], None]
Type = Callable[[str], None]


def shown(page: RisksPage, number: int, field: str) -> str:
    place = page.model.place_of(f"risk:{risk_of(page, number).id}")
    return page.model.index(place, page.model.column_of(field)).data()


def test_a_step_is_typed_by_number_or_name_and_the_level_follows(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    go(risks, 3, "likelihood")
    type_("ปานกลาง")
    press("Tab")
    type_("๕")
    press("Enter")
    assert (risk_of(risks, 3).likelihood, risk_of(risks, 3).impact) == (3, 5)
    assert shown(risks, 3, "level") == "สูงมาก"
    assert shown(risks, 3, "score_of_level") == "๑๕"
    assert last_deed(risks) == "แก้ผลกระทบ ความเสี่ยงที่ 3"


def test_a_step_that_the_method_lacks_is_refused_and_nothing_changes(
    risks: RisksPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(risks, 1, "likelihood")
    type_("6")
    press("Enter")
    qtbot.waitUntil(risks.gestures.bubble.isVisible)
    assert "โอกาสที่เกิดไม่มีระดับ “6”" in risks.gestures.bubble.text
    assert risk_of(risks, 1).likelihood == 4


def test_a_level_that_numbers_decide_says_so_where_a_word_is_typed(
    risks: RisksPage, type_: Type
) -> None:
    go(risks, 1, "level")
    type_("ต")
    assert "๔ × ผลกระทบ ๔" in risks.gestures.bubble.text
    assert "ลบสองช่องนั้นก่อน" in risks.gestures.bubble.text
    assert risk_of(risks, 1).level == ""


def test_where_only_a_word_is_known_it_is_kept(risks: RisksPage, press: Press, type_: Type) -> None:
    go(risks, 3, "level")
    type_("ต่ำ")
    press("Enter")
    assert risk_of(risks, 3).level == "ต่ำ"
    assert shown(risks, 3, "level") == "ต่ำ"


def test_the_word_of_a_process_counts_for_its_risks(risks: RisksPage) -> None:
    assert shown(risks, 4, "level") == "สูง"
    assert risk_of(risks, 4).level == ""


def test_what_is_the_process_s_is_not_typed_at_a_risk(risks: RisksPage, type_: Type) -> None:
    go(risks, 1, "area")
    type_("ด")
    assert risks.gestures.bubble.text == "ด้านเป็นของกระบวนงาน กรุณากรอกที่แถวกระบวนงาน"
    risks.go_to(f"process:{process_of(risks).id}", "likelihood")
    type_("4")
    assert risks.gestures.bubble.text == "โอกาสเป็นของความเสี่ยงแต่ละข้อ กรุณากรอกที่แถวความเสี่ยง"


def test_enter_goes_down_past_what_takes_no_figure(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    go(risks, 3, "likelihood")
    type_("1")
    press("Enter")
    line = risks.table.current_line()
    assert line is not None
    assert line.number == risk_of(risks, 4).id


def test_enter_after_a_new_process_goes_into_its_first_risk(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    year = process_of(risks).fiscal_year
    assert risks.table.go_to(f"+process:{year}")
    for text in ("การเบิกจ่าย", "เบิกซ้ำ", "เบิกเกิน"):
        type_(text)
        press("Enter")
    made = risks._session.register.processes[-1]
    assert (made.text, [one.text for one in made.risks]) == ("การเบิกจ่าย", ["เบิกซ้ำ", "เบิกเกิน"])
    line = risks.table.current_line()
    assert line is not None
    assert line.key == f"+risk:{made.id}"


def test_a_block_is_shown_first_and_new_risks_come_with_it(
    risks: RisksPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("แก้แล้ว\t๕\t๕\nสอง\t1\t1\nสาม\t2\tสูงมากๆ\nใหม่\t2\t2\t4\tต่ำ")
    go(risks, 1)
    press("Ctrl+V")
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    assert risk_of(risks, 1).text != "แก้แล้ว"
    dialog.accept_button.click()
    rows = [(one.text, one.likelihood, one.impact) for one in process_of(risks).risks]
    assert rows == [("แก้แล้ว", 5, 5), ("สอง", 1, 1), ("สาม", 2, None), ("ใหม่", 2, 2)]
    risks._session.undo()
    assert len(process_of(risks).risks) == 3


def test_what_was_copied_comes_back_without_a_refusal(
    risks: RisksPage, press: Press, dialogs: list[QDialog]
) -> None:
    go(risks, 1)
    columns = [risks.model.column_of(field) for field in ("text", "level")]
    flags = risks.table.selectionModel().SelectionFlag.Select
    row = risks.table.currentIndex().row()
    for column in range(columns[0], columns[1] + 1):
        risks.table.selectionModel().select(risks.model.index(row, column), flags)
    press("Ctrl+C")
    go(risks, 1)
    press("Ctrl+V")
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    assert not any(one.refused for one in dialog._ordered)
    assert not dialog.accept_button.isVisible()  # nothing differs
    dialog.reject()


def test_the_same_into_all_and_down(risks: RisksPage, press: Press) -> None:
    go(risks, 1, "likelihood")
    column = risks.model.column_of("likelihood")
    flags = risks.table.selectionModel().SelectionFlag.Select
    for number in (2, 3):
        place = risks.model.place_of(f"risk:{risk_of(risks, number).id}")
        risks.table.selectionModel().select(risks.model.index(place, column), flags)
    press("Ctrl+D")
    assert [risk_of(risks, number).likelihood for number in (1, 2, 3)] == [4, 4, 4]
    assert last_deed(risks) == "เติมลงล่าง 2 ช่อง"
    press("Delete")
    assert [risk_of(risks, number).likelihood for number in (1, 2, 3)] == [None, None, None]


def test_rows_are_put_in_moved_and_taken_away(risks: RisksPage, press: Press) -> None:
    go(risks, 2)
    press("Insert")
    assert [one.text for one in process_of(risks).risks][1] == ""
    press("Ctrl+Delete")
    assert len(process_of(risks).risks) == 3
    go(risks, 3)
    press("Alt+Up")
    assert process_of(risks).risks[1].text == "แบ่งซื้อแบ่งจ้าง"
    press("Alt+Down")
    press("Alt+Down")
    assert process_of(risks, 1).risks[0].text == "แบ่งซื้อแบ่งจ้าง"
    assert len(process_of(risks).risks) == 2


def test_a_risk_is_dragged_into_another_process(risks: RisksPage) -> None:
    (drag,) = risks.table.findChildren(RowDrag)
    begun = risks.model.place_of(f"risk:{risk_of(risks, 1).id}")
    place = risks.model.place_of(f"risk:{risk_of(risks, 4).id}")
    drag.dropped.emit(begun, place)
    assert [one.text for one in process_of(risks, 1).risks] == [
        "กำหนดคุณลักษณะเอื้อผู้ขายรายเดียว",
        "นำรถไปใช้ส่วนตัว",
    ]


def test_the_full_text_and_the_history_of_a_cell(
    risks: RisksPage, press: Press, type_: Type, dialogs: list[QDialog]
) -> None:
    go(risks, 2)
    type_("ตรวจรับช้า")
    press("Enter")
    go(risks, 2)
    press("F4")
    assert isinstance(dialogs[0], FullTextDialog)
    assert dialogs[0].text == "ตรวจรับช้า"
    dialogs[0].reject()
    press("Ctrl+H")
    assert isinstance(dialogs[1], FieldHistoryDialog)
    dialogs[1].reject()


def test_undo_turns_to_the_row_that_came_back(risks: RisksPage, press: Press) -> None:
    go(risks, 4)
    number = risk_of(risks, 4).id
    press("Ctrl+Delete")
    go(risks, 1)
    press("Ctrl+Z")
    line = risks.table.current_line()
    assert line is not None
    assert line.key == f"risk:{number}"


def test_a_file_that_is_only_read_says_so(risks: RisksPage, type_: Type, press: Press) -> None:
    risks._session.file.read_only = "เปิดอ่านอย่างเดียว"
    risks.model.writable = False
    before = seen(risks)
    go(risks, 1)
    type_("ก")
    assert risks.gestures.bubble.text == "เปิดอ่านอย่างเดียว"
    press("Delete")
    risks.left.add.click()
    assert seen(risks) == before
    risks._session.file.read_only = ""
