"""Where the texts of the analysis report are written: keys, places, freezing, the very page."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.documents.analysis_texts import form_of
from ita_desktop.ui import wording
from ita_desktop.ui.analysis.dialog import AnalysisDialog
from ita_desktop.ui.analysis.texts_list import marks_of
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.analysis.texts import text_states
from tests.ui.analysis.texts import settled, state

Press = Callable[[str], None]


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
