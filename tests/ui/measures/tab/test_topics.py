"""The list of topics: chosen by keys, moved, joined, split, removed, named; each is one deed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.ui.rows.full_text import FullTextDialog
from ita_desktop.workflows.rows.deeds import add_row
from tests.ui.measures.tab.rows import drag, topic_of

Press = Callable[[str], None]
Type = Callable[[str], None]


def titles(page: MeasuresPage) -> list[str]:
    return [row.title for row in page.list.topics.rows]


def focused_window() -> QWidget | None:
    focused = QApplication.focusWidget()
    return None if focused is None else focused.window()


def choose(page: MeasuresPage, *places: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    page.list.selectionModel().setCurrentIndex(
        page.list.topics.index(places[0]), flags.ClearAndSelect
    )
    for place in places[1:]:
        page.list.selectionModel().select(page.list.topics.index(place), flags.Select)
    page.list.setFocus()


def test_a_topic_says_codes_score_and_how_much_is_done(measures: MeasuresPage) -> None:
    row = measures.list.topics.rows[0]
    assert (row.codes, str(row.score), row.done, row.total, row.late) == ("i7", "79.01", 1, 4, 1)


def test_the_model_is_sound(measures: MeasuresPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(measures.list.topics)
    qtmodeltester.check(measures.model)
    qtmodeltester.check(measures.heading.model)


def test_arrows_choose_a_topic_and_enter_goes_to_its_steps(
    measures: MeasuresPage, press: Press
) -> None:
    choose(measures, 0)
    press("Down")
    assert measures.heading._title.text() == "การยืมทรัพย์สิน"
    press("Up")
    press("Enter")
    assert measures.table.hasFocus()


def test_alt_arrows_move_a_topic(measures: MeasuresPage, press: Press) -> None:
    choose(measures, 2)
    press("Alt+Up")
    assert titles(measures)[1] == "การรับเรื่องร้องเรียน"
    press("Alt+Down")
    assert titles(measures)[2] == "การรับเรื่องร้องเรียน"
    assert measures.list.current() == topic_of(measures, 2).id


def test_a_topic_is_dragged_to_the_top(measures: MeasuresPage) -> None:
    rows = [measures.list.visualRect(measures.list.topics.index(place)) for place in (2, 0)]
    drag(measures.list, rows[0].center(), rows[1].topLeft() + QPoint(20, 4))
    assert titles(measures)[0] == "การรับเรื่องร้องเรียน"


def test_a_topic_goes_down_one_place_not_to_the_end(measures: MeasuresPage, press: Press) -> None:
    first, second, third = titles(measures)
    choose(measures, 0)
    press("Alt+Down")
    assert titles(measures) == [second, first, third]


def test_a_topic_is_dragged_before_the_last(measures: MeasuresPage) -> None:
    first, second, third = titles(measures)
    rows = [measures.list.visualRect(measures.list.topics.index(place)) for place in (0, 2)]
    drag(measures.list, rows[0].center(), rows[1].topLeft() + QPoint(20, 4))
    assert titles(measures) == [second, first, third]


def test_the_nearest_topic_follows_one_that_is_taken_away(
    measures: MeasuresPage, press: Press
) -> None:
    last = topic_of(measures, 2).id
    choose(measures, 1)
    press("Delete")
    assert measures.list.current() == last
    assert measures.list.hasFocus()


def test_one_topic_alone_is_not_joined(measures: MeasuresPage) -> None:
    session = measures._session
    last = session.next_undo()
    choose(measures, 0)
    measures.topic_gestures.join()
    assert session.next_undo() == last


def test_chosen_topics_become_one_and_an_item_goes_its_own_way_again(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    choose(measures, 0, 1)
    menu = QMenu()
    measures.topic_gestures.fill(menu)
    join = next(one for one in menu.actions() if one.text().startswith("รวม"))
    assert join.isVisible()
    join.trigger()
    menu.deleteLater()
    assert len(titles(measures)) == 2
    measures.heading.items.setChecked(True)
    assert measures.heading.table.go_to(f"+topic_item:{topic_of(measures).id}")
    measures.heading.table.setFocus()
    type_("การยืมพัสดุ")
    press("Enter")
    assert len(topic_of(measures).items) == 2
    measures.topic_gestures.split(topic_of(measures).items[1].id)
    assert len(topic_of(measures).items) == 1
    assert "การยืมพัสดุ" in titles(measures)


def test_delete_takes_a_topic_away_and_undo_turns_to_it(
    measures: MeasuresPage, press: Press
) -> None:
    choose(measures, 1)
    press("Del")
    assert "การยืมทรัพย์สิน" not in titles(measures)
    measures._session.undo()
    assert measures.list.current() == topic_of(measures, 1).id
    assert topic_of(measures, 1).title == "การยืมทรัพย์สิน"


def test_insert_makes_a_topic_whose_item_is_typed_at_once(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    choose(measures, 0)
    press("Insert")
    assert measures.heading.table.hasFocus()
    type_("เรื่องใหม่")
    press("Enter")
    assert topic_of(measures, 3).items[0].text == "เรื่องใหม่"
    assert titles(measures)[3] == "เรื่องใหม่"


def test_f2_names_a_topic(
    measures: MeasuresPage, press: Press, type_: Type, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    choose(measures, 1)
    press("F2")
    (dialog,) = dialogs
    assert isinstance(dialog, FullTextDialog)
    qtbot.waitUntil(dialog.editor.hasFocus)
    type_("ของราชการ")
    press("Ctrl+Return")
    assert titles(measures)[1] == "การยืมทรัพย์สินของราชการ"


def test_a_finding_is_typed_beside_its_item(
    measures: MeasuresPage, press: Press, type_: Type
) -> None:
    item = topic_of(measures).items[0].id
    assert measures.go_to(topic_of(measures).id, f"topic_item:{item}", "finding")
    type_("ไม่ทราบช่องทาง")
    press("Enter")
    assert topic_of(measures).items[0].finding == "ไม่ทราบช่องทาง"
    assert measures.heading._found == "ข้อค้นพบ: ไม่ทราบช่องทาง"


def test_a_score_that_is_none_is_refused(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    item = topic_of(measures).items[0].id
    measures.go_to(topic_of(measures).id, f"topic_item:{item}", "score")
    type_("120")
    press("Enter")
    qtbot.waitUntil(measures.item_gestures.bubble.isVisible)
    assert str(topic_of(measures).items[0].score) == "79.01"


def test_an_empty_year_says_how_to_begin(
    show_page: Callable[[Path], MeasuresPage], empty_path: Path, type_: Type, press: Press
) -> None:
    page = show_page(empty_path)
    assert page._stack.currentWidget() is page.empty
    assert not page.empty.start.isVisible()
    page.empty.free.click()
    assert page._stack.currentWidget() is not page.empty
    assert page.heading.table.hasFocus()
    type_("เรื่องแรก")
    press("Enter")
    assert titles(page) == ["เรื่องแรก"]


def test_an_empty_year_asks_for_the_workbook_that_is_there_already(
    show_page: Callable[[Path], MeasuresPage], empty_path: Path, qtbot: QtBot
) -> None:
    page = show_page(empty_path)
    with qtbot.waitSignal(page.import_requested):
        page.empty.bring.click()


def test_a_topic_without_items_is_called_by_its_measures(
    show_page: Callable[[Path], MeasuresPage], empty_path: Path
) -> None:
    page = show_page(empty_path)

    def add_both(file: DataFile) -> None:
        topic = add_row(file, Kind.TOPIC, 2566, {"instrument": "IIT"})
        add_row(file, Kind.MEASURE, topic, {"text": "ทะเบียนยืม"})
        add_row(file, Kind.MEASURE, topic, {"text": "คู่มือ"})

    page._session.do(add_both)
    assert titles(page) == ["ทะเบียนยืม และอีก\u00a01\u00a0มาตรการ"]
    assert page.heading._title.text() == "ทะเบียนยืม และอีก\u00a0๑\u00a0มาตรการ"
    assert page.find_text("ทะเบียนยืม") == (1, 1)  # once, where it stands


@pytest.mark.parametrize(
    ("fiscal_year", "items"),
    [
        (2566, "ของปี (O42 และ O43):"),
        (2568, "ของปี (O27 และ O28):"),
        (2567, "ของปี (O34 (ร่าง) และ O35 (ร่าง)):"),
    ],
)
def test_an_empty_year_names_the_items_of_its_own_criteria(
    show_page: Callable[[Path], MeasuresPage],
    year_path: Callable[[int], Path],
    fiscal_year: int,
    items: str,
) -> None:
    assert items in show_page(year_path(fiscal_year)).empty._for.text()


def test_a_year_with_scores_offers_the_weak_ones(
    show_page: Callable[[Path], MeasuresPage], empty_path: Path, dialogs: list[QDialog]
) -> None:
    page = show_page(empty_path)
    page._session.set_score("i7", "50")
    assert page.empty.start.isVisible()
    page.empty.start.click()
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_the_keyboard_is_at_what_begins_an_empty_year_and_then_at_the_steps(
    show_page: Callable[[Path], MeasuresPage], empty_path: Path, press: Press, qtbot: QtBot
) -> None:
    page = show_page(empty_path)
    page.first.setFocus()
    assert page.empty.free.hasFocus()
    page._session.set_score("i7", "50")
    page.first.setFocus()
    assert page.empty.start.hasFocus()
    press("Space")
    qtbot.waitUntil(lambda: isinstance(focused_window(), QDialog))
    press("Enter")
    assert titles(page)
    assert page.window().focusWidget() is page.table
    page._session.undo()
    assert page.window().focusWidget() is page.empty.start


def test_after_an_example_the_keyboard_is_where_its_units_are_typed(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    measures.right.suggest.click()
    qtbot.waitUntil(lambda: isinstance(focused_window(), QDialog))
    press("Enter")
    measures.window().activateWindow()
    qtbot.waitUntil(measures.table.hasFocus)
    type_("กองช")
    press("Enter")
    made = topic_of(measures).measures[-1]
    assert (made.steps[0].text != "", made.units) == (True, "กองช่าง")


def test_a_finding_that_items_share_is_said_once(measures: MeasuresPage) -> None:
    session, topic = measures._session, topic_of(measures)
    item = {"criteria_year": "2565", "code": "i8", "finding": "ยังไม่ทราบแผน"}
    session.do(lambda file: add_row(file, Kind.ITEM, topic.id, item))
    assert measures.heading._finding.accessibleName() == "ข้อค้นพบ: ยังไม่ทราบแผน"
    assert measures.heading.items.text() == "ข้อคำถาม (๒)"


def test_a_code_is_taken_as_it_is_known_and_of_the_criteria_of_its_siblings(
    measures: MeasuresPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    measures.go_to(topic_of(measures).id, f"+topic_item:{topic_of(measures).id}", "code")
    type_("I๘")
    press("Enter")
    item = topic_of(measures).items[1]
    assert (item.code, item.criteria_year) == ("i8", 2565)
    measures.go_to(topic_of(measures).id, f"topic_item:{item.id}", "code")
    type_("ข้อแรก")
    press("Enter")
    qtbot.waitUntil(measures.item_gestures.bubble.isVisible)
    assert topic_of(measures).items[1].code == "i8"


@pytest.mark.parametrize("score", ["50", ""])
def test_the_words_of_an_empty_year_have_room_at_200_percent(
    show_page: Callable[[Path], MeasuresPage], empty_path: Path, qtbot: QtBot, score: str
) -> None:
    page = show_page(empty_path)
    if score:
        page._session.set_score("i7", score)
    page.empty.setFixedSize(651, 226)  # what a screen of 1366x768 leaves at 200 %
    words = (page.empty._for, page.empty._how)
    qtbot.waitUntil(lambda: all(one.height() >= one.heightForWidth(one.width()) for one in words))


def test_the_key_that_shows_the_items_shows_and_hides_them_for_every_topic(
    measures: MeasuresPage, press: Press, qtbot: QtBot
) -> None:
    items = measures.heading.table
    for place in (0, 1):
        choose(measures, place)
        press("Ctrl+I")
        qtbot.waitUntil(items.isVisible)
        press("Ctrl+I")
        qtbot.waitUntil(lambda: not items.isVisible())
