"""Weak items are listed by the office's limits, ticked, and become topics as one deed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.from_scores import FromScoresDialog, show_from_scores
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows.deeds import remove_rows
from ita_desktop.workflows.scores.year_scores import put_entries


@pytest.fixture
def dialog(window: MainWindow, session: Session, qtbot: QtBot) -> FromScoresDialog:
    """Return the dialog over a year that has no topics yet."""
    remove_rows(session.file, Kind.TOPIC, [topic.id for topic in session.tracker.topics])
    session.refresh()
    made = show_from_scores(session, window)
    assert made is not None
    qtbot.waitUntil(made.table.hasFocus)
    return made


def column(dialog: FromScoresDialog, place: int) -> list[str]:
    items = [dialog.table.item(row, place) for row in range(dialog.table.rowCount())]
    return [item.text() for item in items if item is not None]


def codes(data: DataFile, year: int = 2566) -> list[str]:
    return [item.code for topic in load_tracker(data, year).topics for item in topic.items]


def test_the_year_before_is_offered_with_the_offices_limits(dialog: FromScoresDialog) -> None:
    assert dialog.years.currentData() == 2565
    assert "๙๐" in dialog._limits.text()
    assert set(column(dialog, 4)) == {"ต้องแก้ไข"}
    assert len(dialog.table.ticked()) == dialog.table.rowCount() > 0


def test_what_is_ticked_becomes_topics_as_one_deed(
    dialog: FromScoresDialog, session: Session, data: DataFile, press: Callable[[str], None]
) -> None:
    before = codes(data)
    first = column(dialog, 1)[0]
    press("Space")  # the first row is the current one: it is left out
    deed = data.latest_deed()
    press("Enter")
    assert not dialog.isVisible()
    assert len(dialog.made) == len(codes(data)) - len(before) > 0
    assert first not in codes(data)[len(before) :]
    assert data.latest_deed() == (deed or 0) + 1
    session.undo()
    assert codes(data) == before


def test_enter_on_another_button_is_not_the_usual_one(
    dialog: FromScoresDialog, data: DataFile, press: Callable[[str], None]
) -> None:
    before = codes(data)
    dialog._none.setFocus()
    press("Enter")
    assert not dialog.table.ticked()
    away = next(one for one in dialog.findChildren(QPushButton) if one.text() == "ยกเลิก")
    dialog._all.click()
    away.setFocus()
    press("Enter")
    assert not dialog.isVisible()
    assert codes(data) == before


def test_topics_that_are_there_are_not_ticked_and_it_is_said(
    dialog: FromScoresDialog, window: MainWindow, session: Session
) -> None:
    dialog.accept()
    again = show_from_scores(session, window)
    assert again is not None
    assert again.table.ticked() == ()
    assert set(column(again, 5)) == {"เป็นประเด็นอยู่แล้ว"}
    assert not again.go.isEnabled()
    again.both.click()
    assert again.table.ticked()
    assert set(column(again, 4)) == {"ต้องแก้ไข", "พัฒนา"}


def test_items_of_one_indicator_are_counted_as_one_topic(
    dialog: FromScoresDialog, data: DataFile
) -> None:
    before = len(load_tracker(data, 2566).topics)
    dialog.together.click()
    words = dialog.go.text()
    dialog.accept()
    made = len(load_tracker(data, 2566).topics) - before
    assert made == len(dialog.made) < dialog.table.rowCount()
    assert words.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")) == f"สร้าง {made} ประเด็น"


def test_rows_are_ticked_with_the_mouse(dialog: FromScoresDialog, qtbot: QtBot) -> None:
    cell = dialog.table.visualRect(dialog.table.model().index(1, 0)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert 1 not in dialog.table.ticked()
    dialog._none.click()
    assert dialog.table.ticked() == ()
    assert not dialog.go.isEnabled()
    dialog._all.click()
    assert len(dialog.table.ticked()) == dialog.table.rowCount()


def test_several_chosen_rows_are_ticked_together(
    dialog: FromScoresDialog, press: Callable[[str], None]
) -> None:
    press("Shift+Down")
    press("Space")
    assert not {0, 1} & set(dialog.table.ticked())
    press("Space")
    assert {0, 1} <= set(dialog.table.ticked())


def test_a_year_known_by_indicators_gives_words(dialog: FromScoresDialog) -> None:
    dialog.years.setCurrentIndex(dialog.years.findData(2564))
    dialog.show_weak()
    assert "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ" in column(dialog, 2)
    assert set(column(dialog, 5)) == {"มีเฉพาะคะแนนรายตัวชี้วัด"}


def test_a_year_without_scores_says_what_to_do(empty_window: MainWindow, qtbot: QtBot) -> None:
    assert empty_window.session is not None
    made = show_from_scores(empty_window.session, empty_window)
    assert made is not None
    qtbot.waitUntil(made.years.hasFocus)
    assert "แท็บบันทึกคะแนน" in made._empty.text()
    assert not made.go.isEnabled()
    put_entries(empty_window.session.file, 2566, {"i1": Decimal(92)}, "คะแนน")
    empty_window.session.refresh()
    made.show_weak()
    assert "๑ ข้อ" in made._empty.text()
    put_entries(empty_window.session.file, 2566, {"i1": Decimal(99)}, "คะแนน")
    empty_window.session.refresh()
    made.show_weak()
    assert "ข้อมูลหน่วยงาน" in made._empty.text()


def test_what_is_refused_is_said_in_the_dialog(
    dialog: FromScoresDialog, session: Session, data: DataFile
) -> None:
    data.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    dialog.accept()
    assert dialog.isVisible()
    assert dialog._error.text() == "ไฟล์นี้เปิดอ่านอย่างเดียว"
    data.read_only = ""
    dialog.reject()
    assert session.tracker == load_tracker(data, 2566)
