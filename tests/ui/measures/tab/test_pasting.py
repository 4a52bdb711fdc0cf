"""Blocks in and out: shown first, one deed, new steps below the last, refusals told."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from ita_desktop.domain.measures import State
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.measures.tab.page import MeasuresPage
from tests.ui.measures.tab.rows import go, select, steps_of, topic_of

Press = Callable[[str], None]


def last_deed(page: MeasuresPage) -> str:
    deed = page._session.next_undo()
    return "" if deed is None else deed.name


def preview(dialogs: list[QDialog]) -> PreviewDialog:
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    return dialog


def test_a_block_is_shown_first_and_written_as_one_deed(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard('ขั้นหนึ่ง\tกองช่าง\n"ขั้นสอง\nสองบรรทัด"\tกองคลัง')
    go(measures, 0)
    press("Ctrl+V")
    dialog = preview(dialogs)
    assert steps_of(measures)[0] == "จัดประชุมชี้แจงแผน"
    dialog.accept_button.click()
    assert steps_of(measures)[:2] == ["ขั้นหนึ่ง", "ขั้นสอง\nสองบรรทัด"]
    measures._session.undo()
    assert steps_of(measures)[0] == "จัดประชุมชี้แจงแผน"


def test_rows_below_the_last_step_become_new_ones(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("สาม\tกองคลัง\tต.ค. ๖๕\tแล้วเสร็จ\tทำแล้ว\nสี่\t\t\tแล้วเสร็จ\tทำอีก\nห้า")
    go(measures, 2)
    press("Ctrl+V")
    preview(dialogs).accept_button.click()
    assert steps_of(measures)[2:] == ["สาม", "สี่", "ห้า"]
    fourth = topic_of(measures).measures[0].steps[3]
    assert (fourth.results[6].state, fourth.results[6].result) == (State.DONE, "ทำอีก")
    assert steps_of(measures, 1) == []
    measures._session.undo()
    assert len(steps_of(measures)) == 3


def test_what_cannot_be_taken_is_told_and_left_out(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("แล้วเสร็จ\tเสร็จแล้วจริง\nทำไปบ้าง\tบางส่วน")
    go(measures, 0, "state")
    press("Ctrl+V")
    dialog = preview(dialogs)
    assert any(row.refused for row in dialog._ordered)
    dialog.accept_button.click()
    first, second = topic_of(measures).measures[0].steps[:2]
    assert first.results[6].state is State.DONE
    assert second.results[6].state is State.UNTOLD
    assert second.results[6].result == "บางส่วน"


def test_one_cell_goes_into_the_whole_selection_at_once(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("กองช่าง")
    select(measures, 0, 2, "units")
    press("Ctrl+V")
    assert dialogs == []
    assert {step.units for step in topic_of(measures).measures[0].steps} == {"กองช่าง"}
    assert last_deed(measures) == "วาง 3 ช่อง"


def test_a_copied_block_comes_back_the_same(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    select(measures, 0, 1, "period")
    press("Ctrl+C")
    assert clipboard(None) == "ต.ค. – ธ.ค. ๖๕\nม.ค. – ก.พ. ๖๖"
    press("Ctrl+V")
    assert not preview(dialogs).accept_button.isVisible()
    dialogs[0].reject()


def test_more_rows_than_a_filter_shows_are_refused_not_heaped_on_the_last(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    units = measures.bar.units
    units.setCurrentIndex(units.findData("สำนักปลัดเทศบาล"))
    clipboard("หนึ่ง\nสอง")
    go(measures, 2)
    press("Ctrl+V")
    assert dialogs == []
    assert "ตัวกรอง" in measures.gestures.bubble.text
    assert steps_of(measures)[2] == "สำรวจการรับรู้"


def test_hidden_columns_and_numbers_take_nothing_of_a_block(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("๙\tข้อความ\tกองช่าง")
    go(measures, 0, "number")
    measures.right.turn_column(measures.model.column_of("units"))
    press("Ctrl+V")
    preview(dialogs).accept_button.click()
    changed = topic_of(measures).measures[0].steps[0]
    assert (changed.text, changed.units) == ("ข้อความ", "กองคลัง")
    assert changed.period == "กองช่าง"


def test_a_value_in_the_last_line_is_shown_first(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("ขั้นสี่")
    assert measures.table.go_to(f"+step:{topic_of(measures).measures[0].id}")
    press("Ctrl+V")
    preview(dialogs).accept_button.click()
    assert steps_of(measures)[3] == "ขั้นสี่"


def test_an_empty_clipboard_is_told(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("")
    go(measures, 0)
    press("Ctrl+V")
    assert dialogs == []
    assert "คลิปบอร์ดว่าง" in measures.gestures.bubble.text


def test_items_are_pasted_below_the_last_of_the_same_criteria(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("i8\tข้อแปด\t80\tยังไม่ทราบ\ni9\tข้อเก้า\t81")
    measures.go_to(topic_of(measures).id, f"+topic_item:{topic_of(measures).id}", "code")
    press("Ctrl+V")
    preview(dialogs).accept_button.click()
    items = topic_of(measures).items
    assert [(one.code, one.criteria_year) for one in items] == [
        ("i7", 2565),
        ("i8", 2565),
        ("i9", 2565),
    ]
    assert items[1].finding == "ยังไม่ทราบ"
