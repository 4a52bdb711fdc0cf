"""Where the texts of the analysis report are written: keys, places, freezing, the very page."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.documents.analysis_texts import form_of
from ita_desktop.thai.text import fold
from ita_desktop.ui import wording
from ita_desktop.ui.analysis.dialog import AnalysisDialog
from ita_desktop.ui.analysis.texts_list import marks_of
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.analysis.texts import TextState, put_text, text_states

Press = Callable[[str], None]


@pytest.fixture
def seen() -> list[str]:
    """Return the papers whose pages were asked for."""
    return []


@pytest.fixture
def session(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    seed_001: dict[str, str],
) -> Session:
    made = open_session(year_path(2565))
    made.put_scores({code: Decimal(text) for code, text in seed_001.items()}, "ทดลอง")
    return made


@pytest.fixture
def dialog(
    qtbot: QtBot, at_once: None, session: Session, settings: Settings, seen: list[str]
) -> Iterator[AnalysisDialog]:
    """Return the place of writing, shown; its pages are made at once."""
    del at_once
    made = AnalysisDialog(session, settings, None, seen.append)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.page.pages.stay()


def state(session: Session, name: str) -> TextState:
    return next(one for one in text_states(session.file, 2565) if one.name == name)


def settled(qtbot: QtBot, dialog: AnalysisDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.page.making)


def test_every_text_stands_in_the_order_of_the_paper(
    dialog: AnalysisDialog, session: Session
) -> None:
    model = dialog.texts.texts
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    names = [one.name for one in model.states]
    assert names == [one.name for one in text_states(session.file, 2565)]
    assert names[:3] == ["cover", "background", "objectives"]
    assert len([name for name in names if name.startswith("indicator:")]) == 10
    assert dialog.years.text().startswith("วิเคราะห์คะแนนปี ๒๕๖๕ · มาตรการและปฏิทินปี ๒๕๖๖")
    assert dialog.texts.name == "cover"
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "ปก"


def test_keys_go_from_text_to_text_and_into_the_editor(
    dialog: AnalysisDialog, press: Press, qtbot: QtBot
) -> None:
    qtbot.waitUntil(dialog.texts.hasFocus)
    press("Down")
    assert dialog.card.name == "background"
    press("Ctrl+PgDown")
    assert dialog.card.name == "objectives"
    press("Ctrl+PgUp")
    assert dialog.card.name == "background"
    for _ in range(12):
        press("Tab")
        if dialog.card.text.editor.hasFocus():
            break
    assert dialog.card.text.editor.hasFocus()
    press("Tab")
    assert not dialog.card.text.editor.hasFocus()


def test_what_is_typed_is_kept_when_another_text_is_chosen_and_printed(
    dialog: AnalysisDialog,
    session: Session,
    press: Press,
    type_: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    assert dialog.go_to("background")
    press("Ctrl+A")
    type_("ได้ {คะแนนรวม} คะแนน")
    assert dialog.card.text.shown.text == "ได้ ๙๕.๘๒ คะแนน"
    press("Ctrl+PgDown")
    assert state(session, "background").template == "ได้ {คะแนนรวม} คะแนน"
    assert state(session, "background").printed == "ได้ 95.82 คะแนน"
    assert dialog.card.name == "objectives"
    row = dialog.texts.texts.row_of("background")
    assert marks_of(dialog.texts.texts.states[row]) == ("แก้แล้ว",)
    settled(qtbot, dialog)
    dialog.texts.go_to("background")
    page = dialog.page.page_of("background")
    assert page is not None
    made = dialog.page.pages.made
    assert made is not None
    assert any("๙๕.๘๒" in line.text for line in made.file.lines(page))


def test_undo_takes_the_last_text_back_and_shows_it(
    dialog: AnalysisDialog, session: Session, press: Press, type_: Callable[[str], None]
) -> None:
    dialog.go_to("closing")
    press("Ctrl+A")
    type_("ลงท้าย")
    dialog.texts.setFocus()
    dialog.texts.go_to("cover")
    assert state(session, "closing").template == "ลงท้าย"
    press("Ctrl+Z")
    assert state(session, "closing").template == form_of("closing").starting
    assert dialog.card.name == "closing"
    press("Ctrl+Y")
    assert state(session, "closing").template == "ลงท้าย"


def test_a_place_is_put_in_from_the_menu_the_texts_own_first(
    dialog: AnalysisDialog, session: Session
) -> None:
    dialog.go_to("indicator:4")
    text = dialog.card.text
    text._fill_menu()
    actions = text._menu.actions()
    assert wording.arabic(actions[0].text()).endswith(": 88.09")
    titles = [action.text() for action in actions if action.menu()]
    assert titles[:3] == ["ข้อมูลทั้งฉบับ", "ของ IIT", "ของ EIT"]
    text.editor.setPlainText("ได้ ")
    text.editor.moveCursor(text.editor.textCursor().MoveOperation.End)
    actions[0].trigger()
    assert text.shown.text == "ได้ ๘๘.๐๙"
    assert text.editor.value_at(6) == "๘๘.๐๙"
    assert session.leave()
    assert state(session, "indicator:4").template == "ได้ {คะแนน:4}"


def test_a_name_that_is_no_place_is_pointed_out(dialog: AnalysisDialog) -> None:
    dialog.go_to("closing")
    text = dialog.card.text
    text.editor.setPlainText("รวม {คะแนนทั้งหมด} และ {หน่วยงาน}")
    assert "{คะแนนทั้งหมด}" in text.hint.text()
    assert "{หน่วยงาน}" not in text.hint.text()
    assert not text.hint.isHidden()
    text.editor.setPlainText("รวม {คะแนนรวม}")
    assert text.hint.isHidden()


def test_a_frozen_text_stays_and_its_new_words_are_offered(
    dialog: AnalysisDialog, session: Session
) -> None:
    dialog.texts.go_to("result")
    card = dialog.card
    before = state(session, "result").printed
    card.freeze.click()
    assert state(session, "result").frozen
    assert card.freeze.text() == "ให้ตามข้อมูล"
    assert card.moved.isHidden()
    session.put_scores({"1": Decimal(100)}, "ทดลอง")
    assert card.moved.isVisible()
    assert card.moved.old.text == wording.shown(before)
    assert card.moved.new.text == wording.shown(state(session, "result").filled)
    assert card.moved.old.text != card.moved.new.text
    row = dialog.texts.texts.row_of("result")
    assert marks_of(dialog.texts.texts.states[row]) == ("ตรึงไว้", "ข้อมูลเปลี่ยนแล้ว")
    card.moved.keep_old.click()
    assert card.moved.isHidden()
    assert state(session, "result").printed == before
    session.undo()
    card.moved.take_new.click()
    assert state(session, "result").printed != before
    assert not state(session, "result").outdated
    card.freeze.click()
    assert not state(session, "result").frozen


def test_tab_reaches_the_new_words_and_all_else_that_can_be_pressed(
    dialog: AnalysisDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.texts.go_to("result")
    card = dialog.card
    card.freeze.click()
    session.put_scores({"1": Decimal(100)}, "ทดลอง")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        card.text.editor.setFocus()
        qtbot.waitUntil(card.text.editor.hasFocus)
        reached: list[QWidget | None] = []
        for _ in range(30):
            QTest.keyClick(dialog.focusWidget() or dialog, key)
            reached.append(dialog.focusWidget())
        wanted = {card.moved.take_new, card.moved.keep_old, card.freeze, card.before, card.after}
        assert wanted <= set(reached)


def test_frozen_words_are_edited_by_themselves_and_never_empty(
    dialog: AnalysisDialog, session: Session
) -> None:
    dialog.go_to("result")
    card = dialog.card
    card.freeze.click()
    template = state(session, "result").template
    card.text.editor.setPlainText("ถ้อยคำที่ผู้บริหารแก้")
    assert session.leave()
    assert state(session, "result").printed == "ถ้อยคำที่ผู้บริหารแก้"
    assert state(session, "result").template == template
    card.text.editor.setPlainText("")
    assert not session.leave()
    assert "ว่างไม่ได้" in card.error.text()
    dialog.texts.go_to("cover")  # she stays until it is mended
    assert (dialog.texts.name, card.name) == ("result", "result")
    assert not dialog.card.text.places.isEnabled()
    card.text.editor.setPlainText("มีคำ")
    dialog.texts.go_to("cover")
    assert card.name == "cover"


def test_the_whole_report_is_frozen_as_one_deed(dialog: AnalysisDialog, session: Session) -> None:
    dialog.freeze_all.click()
    assert all(one.frozen for one in text_states(session.file, 2565))
    assert not dialog.freeze_all.isEnabled()
    assert dialog.notice.text == "ตรึงข้อความทั้งฉบับแล้ว"
    undo = next(b for b in dialog.notice.findChildren(QPushButton) if b.text() == "เลิกทำ")
    undo.click()
    assert not any(one.frozen for one in text_states(session.file, 2565))


def test_the_starting_words_come_back(dialog: AnalysisDialog, session: Session) -> None:
    put_text(session.file, 2565, "benefits", "หนึ่ง\nสอง")
    session.refresh()
    dialog.texts.go_to("benefits")
    assert dialog.card.text.shown.text == "(๑) หนึ่ง\n(๒) สอง"
    dialog.card.text.back.click()
    assert state(session, "benefits").template == form_of("benefits").starting
    assert not state(session, "benefits").own_year


def test_the_page_turns_to_the_text(dialog: AnalysisDialog, qtbot: QtBot) -> None:
    settled(qtbot, dialog)
    places: list[int] = []
    for name in ("cover", "background", "indicator:4", "indicator:10", "closing"):
        dialog.texts.go_to(name)
        page = dialog.page.page_of(name)
        assert page is not None, name
        places.append(page)
        assert dialog.page.pages.view._hits[0].page == page
    assert places == sorted(places)
    assert places[0] == 0


def test_a_click_on_the_page_asks_for_the_whole(
    dialog: AnalysisDialog, seen: list[str], qtbot: QtBot
) -> None:
    settled(qtbot, dialog)
    view = dialog.page.pages.view.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert seen == ["analysis-report"]
    assert not dialog.isVisible()


def test_list_and_page_take_turns_in_a_narrow_window(dialog: AnalysisDialog) -> None:
    assert dialog.page.isVisible()
    dialog.resize(886, 490)
    assert not dialog.page.isVisible()
    assert dialog.texts.isVisible()
    dialog.page_button.click()
    assert dialog.page.isVisible()
    assert not dialog.texts.isVisible()
    dialog.resize(1340, 700)
    assert dialog.texts.isVisible()


def test_a_file_that_is_only_read_says_so(
    qtbot: QtBot,
    at_once: None,
    session: Session,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del at_once
    monkeypatch.setattr(session.file, "read_only", "เปิดอ่านอย่างเดียว")
    made = AnalysisDialog(session, settings, None, lambda _name: None)
    qtbot.addWidget(made)
    assert made.notice.text == "เปิดอ่านอย่างเดียว"
    assert made.card.text.editor.isReadOnly()
    for button in (made.card.freeze, made.freeze_all, made.card.text.places):
        assert not button.isEnabled()


def test_every_control_has_a_name(dialog: AnalysisDialog) -> None:
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            named = widget.accessibleName() or getattr(widget, "text", str)()
            assert named, widget


def test_it_opens_from_the_scores_and_from_the_papers(window: MainWindow) -> None:
    workspace = window.workspace
    assert workspace is not None
    button = next(
        b for b in workspace.scores.panel.findChildren(QPushButton) if b.text().startswith("เขียน")
    )
    button.click()
    (first,) = window.findChildren(AnalysisDialog)
    first.reject()
    workspace.papers.menus.fill(workspace._papers_menu)
    action = next(a for a in workspace._papers_menu.actions() if a.text().startswith("เขียน"))
    action.trigger()
    opened = [one for one in window.findChildren(AnalysisDialog) if one.isVisible()]
    assert len(opened) == 1
    opened[0].reject()
    assert workspace.show_analysis("indicator:7")
    last = next(one for one in window.findChildren(AnalysisDialog) if one.isVisible())
    assert last.card.name == "indicator:7"
    last.reject()


def test_a_text_that_is_not_printed_yet_says_so(dialog: AnalysisDialog, qtbot: QtBot) -> None:
    settled(qtbot, dialog)
    dialog.texts.go_to("result")
    assert dialog.page.note.isHidden()
    dialog.texts.go_to("calendar")  # there is no calendar of 2566 in this file
    assert dialog.page.page_of("calendar") is None
    assert dialog.page.note.isVisible()


def test_the_year_after_asks_for_the_same_report(
    session: Session, dialog: AnalysisDialog, press: Press, type_: Callable[[str], None]
) -> None:
    session.add_year(2566)
    assert session.fiscal_year == 2566
    assert (
        dialog.years.text()
        == "วิเคราะห์คะแนนปี ๒๕๖๕ · มาตรการและปฏิทินปี ๒๕๖๖ · รายการ OIT ปี ๒๕๖๖ · สำหรับข้อ O42 ปี ๒๕๖๖"
    )
    assert dialog.go_to("closing")
    press("Ctrl+A")
    type_("ลงท้าย")
    assert session.leave()
    assert state(session, "closing").own_year
    assert dialog.card.error.isHidden()


def test_a_text_that_begins_as_a_heading_does_is_not_taken_for_the_contents(
    dialog: AnalysisDialog, session: Session, qtbot: QtBot
) -> None:
    settled(qtbot, dialog)
    made, page = dialog.page.pages.made, dialog.page.page_of("background")
    assert made is not None
    assert page is not None
    text = fold("".join(line.text for line in made.file.lines(page))).replace(" ", "")
    begin = fold(state(session, "background").printed.split("\n")[0]).replace(" ", "")
    assert begin[:90] in text
