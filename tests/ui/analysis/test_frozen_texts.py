"""A text of the analysis report is frozen, alone or with all, and its new words are offered."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.documents.analysis_texts import form_of
from ita_desktop.ui import wording
from ita_desktop.ui.analysis.dialog import AnalysisDialog
from ita_desktop.ui.analysis.texts_list import marks_of
from ita_desktop.ui.session import Session
from ita_desktop.workflows.analysis.texts import put_text, text_states
from tests.ui.analysis.texts import state

Press = Callable[[str], None]


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
