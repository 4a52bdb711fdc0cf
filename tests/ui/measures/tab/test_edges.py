"""Edges of the gestures: what is refused, kept, left alone, or counted although it is not seen."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.ui.rows.cell_editor import CellEditor
from ita_desktop.ui.rows.full_text import FullTextDialog
from tests.ui.measures.tab.rows import go, select, steps_of, topic_of

Press = Callable[[str], None]
Type = Callable[[str], None]


def deed(page: MeasuresPage) -> str:
    found = page._session.next_undo()
    return "" if found is None else found.name


def test_what_was_refused_keeps_the_year_from_being_left(
    measures: MeasuresPage, type_: Type, qtbot: QtBot
) -> None:
    measures._session.add_year(2565)
    measures._session.select_year(2566)
    go(measures, 0, "state")
    type_("อะไรสักอย่าง")
    measures._session.select_year(2565)
    assert measures._session.fiscal_year == 2566
    qtbot.waitUntil(measures.gestures.bubble.isVisible)


def test_undo_takes_back_what_is_being_typed(measures: MeasuresPage, type_: Type) -> None:
    before = topic_of(measures)
    go(measures, 0)
    type_("กำลังพิมพ์")
    measures._session.undo()
    assert topic_of(measures) == before
    measures._session.redo()
    assert steps_of(measures)[0] == "กำลังพิมพ์"


def test_ctrl_z_in_an_editor_is_the_editors(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 0)
    type_("หนึ่ง")
    press("Enter")
    type_("สอง")
    press("Ctrl+Z")
    editor = QApplication.focusWidget()
    assert isinstance(editor, CellEditor)
    assert editor.toPlainText() == "เผยแพร่แผนบนเว็บไซต์"
    press("Esc")
    assert steps_of(measures)[:2] == ["หนึ่ง", "เผยแพร่แผนบนเว็บไซต์"]


def test_ctrl_d_in_the_first_step_does_not_take_the_words_of_its_measure(
    measures: MeasuresPage, press: Press
) -> None:
    before, last = topic_of(measures), deed(measures)
    go(measures, 0)
    press("Ctrl+D")
    assert topic_of(measures) == before
    assert deed(measures) == last


def test_the_same_text_is_counted_where_it_came(measures: MeasuresPage, press: Press) -> None:
    select(measures, 0, 2, "units")
    press("Ctrl+Return")
    assert "2 ช่อง" in deed(measures)


def test_measures_and_steps_selected_together_go_with_their_measure(
    measures: MeasuresPage, press: Press
) -> None:
    go(measures, 2)
    table, model = measures.table, measures.model
    head = model.index(model.place_of(f"measure:{topic_of(measures).measures[1].id}"), 1)
    table.selectionModel().select(head, table.selectionModel().SelectionFlag.Select)
    press("Ctrl+Delete")
    assert len(topic_of(measures).measures) == 1
    measures._session.undo()
    assert len(topic_of(measures).measures) == 2


def test_insert_on_a_measure_without_steps_makes_its_first(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    assert measures.table.go_to(f"measure:{topic_of(measures).measures[1].id}")
    press("Insert")
    type_("ขั้นแรก")
    press("Enter")
    assert steps_of(measures, 1) == ["ขั้นแรก"]
    assert len(steps_of(measures)) == 3


def test_blanks_make_no_step(measures: MeasuresPage, press: Press, type_: Type) -> None:
    last = deed(measures)
    assert measures.table.go_to(f"+step:{topic_of(measures).measures[0].id}")
    type_("  ")
    press("Enter")
    assert len(steps_of(measures)) == 3
    assert deed(measures) == last


def test_a_row_that_is_empty_in_a_block_makes_no_step(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("สี่\tกองคลัง\n\t\nห้า\tกองช่าง")
    assert measures.table.go_to(f"+step:{topic_of(measures).measures[0].id}")
    press("Ctrl+V")
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    dialog.accept_button.click()
    assert steps_of(measures)[3:] == ["สี่", "ห้า"]


def test_a_wrong_layout_that_means_no_state_either_is_not_offered(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(measures, 0, "state")
    type_("l;ylfu")
    press("Enter")
    qtbot.waitUntil(measures.gestures.bubble.isVisible)
    assert "ไม่รู้จักสถานะ" in measures.gestures.bubble.text


def test_the_whole_text_of_a_file_that_is_only_read_is_only_read(
    measures: MeasuresPage, press: Press, dialogs: list[QDialog]
) -> None:
    measures._session.file.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    go(measures, 0)
    press("F4")
    (dialog,) = dialogs
    assert isinstance(dialog, FullTextDialog)
    assert dialog.editor.isReadOnly()
    dialog.reject()
    measures._session.file.read_only = ""


def test_what_was_corrected_in_full_is_kept_where_other_rows_are_shown_meanwhile(
    measures: MeasuresPage, press: Press, dialogs: list[QDialog]
) -> None:
    go(measures, 0)
    press("F4")
    (dialog,) = dialogs
    assert isinstance(dialog, FullTextDialog)
    dialog.editor.setPlainText("แก้ในหน้าต่างใหญ่")
    measures.list.go_to(topic_of(measures, 1).id)
    dialog.accept()
    assert steps_of(measures)[0] == "แก้ในหน้าต่างใหญ่"


def test_late_steps_are_counted_although_their_topic_is_not_seen(measures: MeasuresPage) -> None:
    measures.left.search.setText("ร้องเรียน")
    assert len(measures.list.topics.rows) == 1
    assert measures.late == 1


def test_what_is_done_is_counted_by_the_round(measures: MeasuresPage) -> None:
    assert measures.list.topics.rows[0].done == 1
    measures.bar.rounds.button(12).setChecked(True)
    assert measures.list.topics.rows[0].done == 0


def test_other_limits_of_the_office_give_other_bands(measures: MeasuresPage) -> None:
    assert measures.list.topics.rows[0].band is not Band.KEEP
    limits = BandLimits(Decimal(50), Decimal(70))
    measures._session.set_office(replace(measures._session.office, limits=limits))
    assert measures.list.topics.rows[0].band is Band.KEEP


def test_a_block_writes_only_what_it_changes(
    measures: MeasuresPage, press: Press, clipboard: Callable[..., str], dialogs: list[QDialog]
) -> None:
    clipboard("จัดประชุมชี้แจงแผน\tกองช่าง\nเผยแพร่แผนบนเว็บไซต์\tกองช่าง")
    go(measures, 0)
    press("Ctrl+V")
    (dialog,) = dialogs
    assert isinstance(dialog, PreviewDialog)
    dialog.accept_button.click()
    assert deed(measures) == "วาง 2 ช่อง"


def test_what_is_lacking_is_leafed_through_and_begins_again(
    measures: MeasuresPage, qtbot: QtBot
) -> None:
    strip = measures.right.strip
    qtbot.waitUntil(strip.isVisible)
    first, count = strip.text, len(strip._lacks)
    assert count > 1
    seen = [first]
    for _ in range(count - 1):
        strip.more.click()
        seen.append(strip.text)
    assert len({*seen}) == count
    strip.more.click()
    assert strip.text == first


def test_a_refusal_quotes_as_typed_and_says_the_rest_in_thai_digits(
    measures: MeasuresPage, type_: Type, press: Press, qtbot: QtBot
) -> None:
    go(measures, 0, "percent")
    type_("150")
    press("Enter")
    qtbot.waitUntil(measures.gestures.bubble.isVisible)
    assert "“150” ไม่ใช่ร้อยละ กรุณากรอกจำนวนเต็ม ๐ ถึง ๑๐๐" in measures.gestures.bubble.text
    press("Escape")
