"""A file that is only read: every gesture is refused with its sentence, and nothing is lost."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.measures.tab.page import MeasuresPage
from tests.ui.measures.tab.rows import go, select, steps_of, topic_of

Press = Callable[[str], None]
WHY = "ไฟล์นี้เปิดอ่านอย่างเดียว"


@pytest.fixture
def only_read(measures: MeasuresPage) -> Iterator[MeasuresPage]:
    """Return the tab of a file that is only read."""
    file = measures._session.file
    file.read_only = WHY
    measures.model.writable = measures.heading.model.writable = False
    yield measures
    file.read_only = ""


@pytest.mark.parametrize(
    "key",
    [
        *("Delete", "Backspace", "Ctrl+X", "Ctrl+V", "Ctrl+D", "Ctrl+Return", "Ctrl+;", "F2", "a"),
        *("Insert", "Ctrl++", "Ctrl+Delete", "Alt+Down"),
    ],
)
def test_every_key_that_writes_is_answered(
    only_read: MeasuresPage, press: Press, clipboard: Callable[..., str], key: str
) -> None:
    before = only_read._session.tracker
    clipboard("หนึ่ง")
    select(only_read, 0, 1, "text")
    press(key)
    assert only_read.gestures.bubble.isVisible()
    assert only_read.gestures.bubble.text == WHY
    assert only_read._session.tracker == before


def test_a_double_click_is_answered_and_opens_nothing(only_read: MeasuresPage) -> None:
    go(only_read, 0)
    table = only_read.table
    assert not table.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert only_read.gestures.bubble.text == WHY
    assert table.state() is not table.State.EditingState


def test_a_block_is_not_even_shown(
    only_read: MeasuresPage,
    press: Press,
    clipboard: Callable[..., str],
    dialogs: list[QDialog],
) -> None:
    clipboard("หนึ่ง\tสอง\nสาม\tสี่")
    go(only_read, 0)
    press("Ctrl+V")
    assert dialogs == []
    assert only_read.gestures.bubble.text == WHY


@pytest.mark.parametrize("field", ["text", "number"])
def test_insert_in_the_last_line_is_answered_too(
    only_read: MeasuresPage, press: Press, field: str
) -> None:
    assert only_read.table.go_to(f"+step:{topic_of(only_read).measures[0].id}", field)
    only_read.table.setFocus()
    press("Insert")
    assert only_read.gestures.bubble.text == WHY


def test_a_row_that_may_not_go_says_why_until_the_next_key(
    measures: MeasuresPage, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measures._session.file, "read_only", WHY)
    go(measures, 0)
    press("Ctrl+Delete")
    assert measures.gestures.bubble.isVisible()
    press("Down")
    assert not measures.gestures.bubble.isVisible()
    assert len(steps_of(measures)) == 3


def test_insert_beside_where_a_step_is_typed_begins_it(
    measures: MeasuresPage, press: Press, type_: Callable[[str], None]
) -> None:
    assert measures.table.go_to(f"+step:{topic_of(measures).measures[0].id}", "number")
    measures.table.setFocus()
    press("Insert")
    type_("ขั้นใหม่")
    press("Enter")
    assert steps_of(measures)[3] == "ขั้นใหม่"


def test_topics_are_neither_made_nor_moved_nor_taken_away(
    only_read: MeasuresPage, press: Press, qtbot: QtBot
) -> None:
    before = only_read._session.tracker.topics
    only_read.list.setFocus()
    for key in ("Insert", "Delete", "Alt+Down"):
        with qtbot.waitSignal(only_read.topic_gestures.refused) as told:
            press(key)
        assert told.args == [WHY]
    assert only_read._session.tracker.topics == before
