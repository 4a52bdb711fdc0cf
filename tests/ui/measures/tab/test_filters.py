"""Filters, counts, late steps, rounds and the search: what is seen, and that nothing is lost."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.due import Due
from ita_desktop.ui import today
from ita_desktop.ui.evidence.dialog import EvidenceDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.tab import topic_lacks
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows.deeds import Edit, set_field
from tests.ui.measures.tab.rows import go, lines_of, topic_of

Press = Callable[[str], None]
Type = Callable[[str], None]


def seen(page: MeasuresPage) -> list[str]:
    return [line.step.text for line in lines_of(page) if line.step is not None]


def words(page: MeasuresPage, place: int) -> str:
    step = topic_of(page).measures[0].steps[place]
    row = page.model.place_of(f"step:{step.id}")
    return str(page.model.index(row, page.model.column_of("state")).data())


def test_what_is_late_says_so(measures: MeasuresPage) -> None:
    assert [words(measures, place) for place in range(3)] == [
        "เกินกำหนด อยู่ระหว่างดำเนินการ",
        "ยังไม่รายงาน",
        "แล้วเสร็จ",
    ]
    assert [line.due for line in lines_of(measures) if line.step] == [
        Due.LATE,
        Due.THIS_MONTH,
        Due.ENDED,
    ]


def test_the_tab_counts_what_is_late(measures: MeasuresPage, press: Press, type_: Type) -> None:
    window = measures.window()
    assert isinstance(window, MainWindow)
    assert window.workspace is not None
    assert window.workspace.tabs.tabText(Tab.MEASURES) == "ติดตามมาตรการ (๑)"
    go(measures, 0, "state")
    type_("แล้ว")
    press("Enter")
    assert window.workspace.tabs.tabText(Tab.MEASURES) == "ติดตามมาตรการ"


def test_another_day_another_lateness(
    measures: MeasuresPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(today, "today", lambda: date(2023, 12, 1))
    measures._look_anew()
    assert measures.late == 2


def test_a_window_that_is_turned_to_the_next_day_says_what_is_late_since(
    measures: MeasuresPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = measures.late
    monkeypatch.setattr(today, "today", lambda: date(2023, 3, 1))
    QApplication.sendEvent(measures, QEvent(QEvent.Type.WindowActivate))
    assert measures.late == late + 1
    assert words(measures, 1).startswith("เกินกำหนด")


def test_a_unit_is_filtered_by_name_and_by_what_its_steps_inherit(
    measures: MeasuresPage, qtbot: QtBot
) -> None:
    bar = measures.bar
    assert [bar.units.itemText(place) for place in range(bar.units.count())] == [
        "ทุกหน่วยงาน",
        "กองคลัง (๒)",
        "สำนักปลัดเทศบาล (๑)",
        "ไม่ระบุหน่วยงาน (๑)",
    ]
    bar.units.setCurrentIndex(1)
    assert seen(measures) == ["จัดประชุมชี้แจงแผน", "เผยแพร่แผนบนเว็บไซต์"]
    assert measures.left._count.text() == "๑ จาก ๓"
    assert bar.clear.isVisible()
    bar.clear.click()
    assert len(seen(measures)) == 3
    qtbot.waitUntil(lambda: not bar.clear.isVisible())


def test_states_and_due_dates_are_filtered(measures: MeasuresPage) -> None:
    measures.bar.states.setCurrentIndex(4)
    assert seen(measures) == ["สำรวจการรับรู้"]
    measures.bar.show_all()
    measures.bar.standings.setCurrentIndex(1)
    assert seen(measures) == ["จัดประชุมชี้แจงแผน"]
    measures.bar.standings.setCurrentIndex(2)
    assert seen(measures) == ["เผยแพร่แผนบนเว็บไซต์"]


def test_a_step_that_is_worked_on_stays_until_the_filter_is_chosen_again(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    measures.bar.standings.setCurrentIndex(1)
    go(measures, 0, "state")
    type_("แล้ว")
    press("Enter")
    assert seen(measures) == ["จัดประชุมชี้แจงแผน"]
    measures._filter_changed()
    assert seen(measures) == []


def test_a_filter_stays_as_it_says_when_its_last_step_goes_elsewhere(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    units = measures.bar.units
    units.setCurrentIndex(units.findData("สำนักปลัดเทศบาล"))
    go(measures, 2, "units")
    type_("กองช่าง")
    press("Enter")
    measures._count()
    assert units.currentText() == "สำนักปลัดเทศบาล (๐)"
    assert measures._wish().unit == "สำนักปลัดเทศบาล"
    assert seen(measures) == ["สำรวจการรับรู้"]
    measures.bar.clear.click()
    assert len(seen(measures)) == 3
    measures._count()
    assert units.findData("สำนักปลัดเทศบาล") < 0


def test_what_is_being_typed_is_kept_when_another_filter_hides_it(
    measures: MeasuresPage, type_: Type
) -> None:
    go(measures, 0)
    type_("กำลังพิมพ์")
    measures.bar.units.setCurrentIndex(measures.bar.units.findData("สำนักปลัดเทศบาล"))
    assert seen(measures) == ["สำรวจการรับรู้"]
    assert topic_of(measures).measures[0].steps[0].text == "กำลังพิมพ์"


def test_what_is_being_typed_is_of_the_round_it_was_begun_in(
    measures: MeasuresPage, type_: Type
) -> None:
    go(measures, 0, "result")
    type_("ผลหกเดือน")
    measures.bar.rounds.button(12).setChecked(True)
    results = topic_of(measures).measures[0].steps[0].results
    assert results[6].result == "ผลหกเดือน"
    assert 12 not in results


def test_a_text_filters_topics(measures: MeasuresPage) -> None:
    measures.left.search.setText("ยืม")
    assert [row.title for row in measures.list.topics.rows] == ["การยืมทรัพย์สิน"]
    measures.left.search.setText("ไม่มีคำนี้")
    assert measures.list.topics.rows == []
    assert measures.right._stack.currentIndex() == 1
    measures.left.search.clear()
    assert len(measures.list.topics.rows) == 3


def test_each_round_has_a_report_of_its_own(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    measures.bar.rounds.button(12).click()
    go(measures, 0, "result")
    type_("ครบปีแล้ว")
    press("Enter")
    step = topic_of(measures).measures[0].steps[0]
    assert step.results[12].result == "ครบปีแล้ว"
    assert step.results[6].result == ""
    measures.bar.rounds.button(6).click()
    go(measures, 0, "result")
    assert not measures.table.currentIndex().data()


def test_search_goes_through_all_topics_and_undo_turns_back(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 0)
    type_("แก้แล้ว")
    press("Enter")
    assert measures.find_text("ร้องเรียน") == (1, 1)
    assert measures.list.current() == topic_of(measures, 2).id
    measures._session.undo()
    assert measures.list.current() == topic_of(measures).id
    line = measures.table.current_line()
    assert line is not None
    assert line.number == topic_of(measures).measures[0].steps[0].id


def test_search_finds_thai_digits_and_goes_on(measures: MeasuresPage) -> None:
    assert measures.find_text("66") == (1, 2)
    assert measures.find_text("66") == (2, 2)
    assert measures.find_text("66", step=-1) == (1, 2)
    assert measures.find_text("ไม่มี") == (0, 0)


def test_search_goes_on_from_a_topics_name_where_its_first_measure_holds_the_text_too(
    measures: MeasuresPage,
) -> None:
    topic = topic_of(measures)
    edit = Edit(kind=Kind.TOPIC, number=topic.id, field="title", text="เรื่องแผน")
    measures._session.do(lambda file: set_field(file, edit))
    count = measures.find_text("แผน")[1]
    assert count >= 3
    found = [measures.find_text("แผน")[0] for _ in range(count)]
    assert found == [*range(2, count + 1), 1]
    back = [measures.find_text("แผน", step=-1)[0] for _ in range(count)]
    assert back == [*range(count, 0, -1)]


def test_search_goes_on_from_where_the_cursor_was_put_meanwhile(measures: MeasuresPage) -> None:
    assert measures.find_text("66") == (1, 2)
    last = topic_of(measures).measures[0].steps[1].id
    assert measures.table.go_to(f"step:{last}")
    assert measures.find_text("66") == (1, 2)


def test_search_backwards_begins_at_the_last(measures: MeasuresPage) -> None:
    assert measures.find_text("66", step=-1) == (2, 2)
    assert measures.find_text("66", step=-1) == (1, 2)
    assert measures.find_text("66", step=-1) == (2, 2)


def test_a_step_of_every_unit_is_each_units(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    go(measures, 1, "units")
    type_("ทุกหน่วยงาน")
    press("Enter")
    measures._count()
    measures.bar.units.setCurrentIndex(measures.bar.units.findData("สำนักปลัดเทศบาล"))
    assert seen(measures) == ["เผยแพร่แผนบนเว็บไซต์", "สำรวจการรับรู้"]


def test_what_is_being_typed_stays_when_the_row_changes_meanwhile(
    measures: MeasuresPage, type_: Type, press: Press
) -> None:
    go(measures, 0)
    type_("กำลังพิมพ์")
    measures.model.show_round(6, {})
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "กำลังพิมพ์"
    press("Enter")
    assert topic_of(measures).measures[0].steps[0].text == "กำลังพิมพ์"


def test_going_to_a_hidden_place_shows_it_again(measures: MeasuresPage) -> None:
    step = topic_of(measures).measures[0].steps[2].id
    measures.bar.standings.setCurrentIndex(1)
    assert measures.go_to(topic_of(measures).id, f"step:{step}", "problem")
    line = measures.table.current_line()
    assert line is not None
    assert line.number == step
    assert measures.table.field(measures.table.currentIndex()) == "problem"
    assert not measures.table.isColumnHidden(measures.model.column_of("problem"))


def test_another_year_shows_its_own_measures(measures: MeasuresPage) -> None:
    measures._session.add_year(2565)
    assert measures._stack.currentWidget() is measures.empty
    measures._session.select_year(2566)
    assert len(measures.list.topics.rows) == 3


def test_the_sample_has_measures_to_look_at(
    show_page: Callable[[Path], MeasuresPage], sample_path: Path
) -> None:
    page = show_page(sample_path)
    assert page.list.topics.rows
    assert page.model.lines


def test_a_file_that_is_only_read_takes_nothing(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    measures._session.file.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    go(measures, 0)
    type_("ใหม่")
    press("Enter")
    assert seen(measures)[0] == "จัดประชุมชี้แจงแผน"
    measures._session.file.read_only = ""


def test_the_foot_says_what_is_lacking_and_leads_to_the_cell(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    strip = measures.right.strip
    qtbot.waitUntil(lambda: bool(strip.text))
    before = len(strip._lacks)
    while strip._lacks[strip._at].place.field != "follow_up":
        strip.more.click()
    strip.go.click()
    assert measures.table.hasFocus()
    assert measures.table.field(measures.table.currentIndex()) == "follow_up"
    type_("รายงานผู้บริหารทุกเดือน")
    press("Enter")
    qtbot.waitUntil(lambda: len(strip._lacks) < before)


def test_a_screen_at_200_percent_leafs_through_the_topics(
    measures: MeasuresPage, qtbot: QtBot
) -> None:
    window = measures.window()
    window.resize(683, 384)
    qtbot.waitUntil(lambda: not measures.left.isVisible())
    measures.bar.after.click()
    assert measures.list.current() == topic_of(measures, 1).id
    assert measures.bar.place.text() == "ประเด็น ๒/๓"
    measures.menus.fill_work()
    menus = [one.menu() for one in measures.menus.work.actions()]
    assert measures.menus.papers in menus
    assert "ประเด็น" in [one.text() for one in measures.menus.work.actions()]
    window.resize(1366, 768)
    qtbot.waitUntil(measures.left.isVisible)


def test_what_else_is_done_is_reached_by_a_menu(measures: MeasuresPage) -> None:
    measures.menus.fill_work()
    said = [one.text() for one in measures.menus.work.actions()]
    assert "ปฏิทินขั้นตอนของปี…" in said
    assert "สิ่งที่ยังไม่ครบของปี…" in said
    assert "แบบตารางของเอกสาร…" in said


def test_the_tab_counts_what_is_late_before_it_is_shown(
    make_window: Callable[[Path | None], MainWindow], measured_path: Path, qtbot: QtBot
) -> None:
    workspace = make_window(measured_path).workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: workspace.tabs.tabText(Tab.MEASURES) == "ติดตามมาตรการ (๑)")
    workspace.session.add_year(2565)
    assert workspace.tabs.tabText(Tab.MEASURES) == "ติดตามมาตรการ"


def test_ctrl_e_asks_for_what_proves_the_step_in_its_round(
    measures: MeasuresPage, press: Press, dialogs: list[QDialog]
) -> None:
    go(measures, 1)
    assert measures.evidence_code() == f"step/{topic_of(measures).measures[0].steps[1].id}/6"
    press("Ctrl+E")
    (dialog,) = dialogs
    assert isinstance(dialog, EvidenceDialog)
    assert dialog._code == measures.evidence_code()
    dialog.reject()


def test_a_closed_round_takes_nothing_and_says_so(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    session = measures._session
    session.do(lambda file: close_round(file, 2566, 6))
    assert measures.bar.rounds.button(6).text() == "๖ เดือน ปิดแล้ว"
    go(measures, 1, "result")
    for key in ("F2", "ส"):
        measures.gestures.bubble.hide()
        type_(key) if len(key) == 1 else press(key)
        qtbot.waitUntil(measures.gestures.bubble.isVisible)
        assert "รอบ ๖ เดือนของปี ๒๕๖๖ ปิดแล้ว" in measures.gestures.bubble.text
        assert measures.table.state() is not QAbstractItemView.State.EditingState
    go(measures, 1, "text")
    press("F2")
    assert measures.table.state() is QAbstractItemView.State.EditingState  # a step is no report
    press("Escape")


def test_what_was_typed_while_a_round_was_closed_can_be_copied(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go(measures, 1, "result")
    type_("สายไปแล้ว แต่พิมพ์มาทั้งย่อหน้าแล้วเช่นกัน")
    file = measures._session.file
    close_round(file, 2566, 6)  # by another way, the window is not told
    press("Enter")
    qtbot.waitUntil(measures.gestures.bubble.isVisible)
    assert "ปิดแล้ว" in measures.gestures.bubble.text
    measures.gestures.bubble._act()
    assert QGuiApplication.clipboard().text() == "สายไปแล้ว แต่พิมพ์มาทั้งย่อหน้าแล้วเช่นกัน"
    assert 6 not in topic_of(measures).measures[0].steps[1].results


def test_what_thousands_of_steps_lack_is_found_beside_the_window(
    measures: MeasuresPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(topic_lacks, "_AT_ONCE", 0)
    measures._lacks._later.setInterval(0)
    with qtbot.waitSignal(measures._lacks.found) as told:
        measures._lacks.seek(topic_of(measures))
    assert told.args is not None
    assert told.args[0] == measures.right.strip._lacks
    assert told.args[0]
