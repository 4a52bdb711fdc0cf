"""Examples are sought, read, edited in place, hidden, and taken into the topic."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Topic
from ita_desktop.domain.suggestions import Origin
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.suggestions import SuggestionsDialog, show_suggestions
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.workflows.measures.suggestions import suggestions_for
from ita_desktop.workflows.rows.deeds import add_row


@pytest.fixture
def topic(data: DataFile, session: Session) -> int:
    """Return a topic with an item of the first indicator and nothing else."""
    number = add_row(data, Kind.TOPIC, 2566)
    add_row(data, Kind.ITEM, number, {"code": "i1"})
    session.refresh()
    return number


@pytest.fixture
def dialog(window: MainWindow, session: Session, topic: int, qtbot: QtBot) -> SuggestionsDialog:
    made = show_suggestions(session, topic, window)
    assert made is not None
    qtbot.waitUntil(made.table.hasFocus)
    return made


def look(data: DataFile, number: int) -> Topic:
    return next(one for one in load_tracker(data, 2566).topics if one.id == number)


def said(dialog: SuggestionsDialog) -> str:
    return "\n".join(block.text for block in dialog.card.findChildren(TextBlock))


def test_examples_are_read_in_full(dialog: SuggestionsDialog, press: Callable[[str], None]) -> None:
    chosen = dialog.chosen
    assert chosen is not None
    assert chosen.measure in said(dialog)
    assert f"๑. {chosen.steps[0]}" in said(dialog)
    press("Down")
    assert dialog.chosen is not None
    assert dialog.chosen.measure in said(dialog) != chosen.measure
    assert "ตัวชี้วัดที่ ๑" in dialog._about()


def test_enter_takes_the_example_into_the_topic_as_one_deed(
    dialog: SuggestionsDialog, data: DataFile, topic: int, press: Callable[[str], None]
) -> None:
    chosen, deed = dialog.chosen, data.latest_deed()
    assert chosen is not None
    press("Enter")
    assert not dialog.isVisible()
    (measure,) = look(data, topic).measures
    assert measure.id == dialog.applied
    assert measure.text == chosen.measure
    assert data.latest_deed() == (deed or 0) + 1


def test_words_are_sought_and_nothing_found_is_said(
    dialog: SuggestionsDialog, press: Callable[[str], None], type_: Callable[[str], None]
) -> None:
    everything = dialog.table.rowCount()
    press("Ctrl+F")
    type_("บัตรคิว")
    assert 0 < dialog.table.rowCount() < everything
    type_("ไม่มีคำนี้")
    assert dialog._empty.isVisible()
    assert not dialog.go.isEnabled()


def test_an_example_is_edited_in_place_and_stays_the_offices(
    dialog: SuggestionsDialog, data: DataFile, topic: int
) -> None:
    dialog.edit.click()
    assert dialog.card.editing
    assert not dialog.table.isEnabled()
    dialog.card.editors["measure"].setPlainText("มาตรการที่แก้แล้ว")
    dialog.card.editors["steps"].setPlainText("หนึ่ง\n\nสอง")
    dialog.card.keep.click()
    assert dialog.chosen is not None
    assert (dialog.chosen.measure, dialog.chosen.origin) == ("มาตรการที่แก้แล้ว", Origin.OFFICE)
    assert suggestions_for(data, look(data, topic))[0].steps == ("หนึ่ง", "สอง")
    assert dialog.hide_one.text() == "กลับไปใช้ตัวอย่างเดิม"


def test_an_edit_is_given_up_with_esc_before_the_dialog_is(
    dialog: SuggestionsDialog, press: Callable[[str], None]
) -> None:
    dialog.edit.click()
    for name in ("measure", "steps"):
        dialog.card.editors[name].setPlainText("")
    dialog.card.keep.click()
    assert "มาตรการหรือขั้นตอน" in dialog.card._error.text()
    press("Esc")
    assert dialog.isVisible()
    assert not dialog.card.editing
    press("Esc")
    assert not dialog.isVisible()


def test_a_new_example_is_added(dialog: SuggestionsDialog) -> None:
    dialog.new.click()
    dialog.card.editors["measure"].setPlainText("ของใหม่")
    dialog.card.keep.click()
    assert dialog.chosen is not None
    assert (dialog.chosen.measure, dialog.chosen.indicator) == ("ของใหม่", 1)
    assert dialog.hide_one.text() == "ลบ"
    dialog.hide_one.click()
    assert "ของใหม่" not in [one.measure for one in dialog._shown]


def test_one_is_hidden_and_shown_again(dialog: SuggestionsDialog, session: Session) -> None:
    before = dialog._shown
    shipped = next(one for one in before if one.origin is Origin.SHIPPED)
    dialog._choose(shipped.key)
    dialog.hide_one.click()
    assert shipped not in dialog._shown
    assert dialog.hidden.isVisible()
    dialog.hidden.click()
    assert dialog._shown == before
    assert not dialog.hidden.isVisible()
    session.undo()
    assert shipped not in dialog._shown


def test_a_measure_of_another_topic_is_edited_as_a_copy(
    dialog: SuggestionsDialog, data: DataFile, session: Session
) -> None:
    other = add_row(data, Kind.TOPIC, 2565)
    add_row(data, Kind.ITEM, other, {"code": "i2"})
    add_row(data, Kind.MEASURE, other, {"text": "ของปีก่อน"})
    session.refresh()
    dialog.refresh()
    (used,) = [one for one in dialog._shown if one.measure == "ของปีก่อน"]
    dialog._choose(used.key)
    assert not dialog.hide_one.isEnabled()
    dialog.edit.click()
    dialog.card.editors["measure"].setPlainText("ปรับแล้ว")
    dialog.card.keep.click()
    assert dialog.chosen is not None
    assert dialog.chosen.origin is Origin.OFFICE
    found = [one for one in load_tracker(data, 2565).topics if one.id == other]
    assert found[0].measures[0].text == "ของปีก่อน"


def test_a_topic_that_is_gone_is_told(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.refused):
        assert show_suggestions(session, 9999, window) is None
