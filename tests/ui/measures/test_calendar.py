"""The calendar of a year is typed, moved, pasted, begun from examples and copied from a year."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_calendar
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.calendar.calendar_dialog import CalendarDialog, show_calendar
from ita_desktop.ui.measures.calendar.calendar_model import CalendarModel
from ita_desktop.ui.rows.full_text import FullTextDialog
from ita_desktop.ui.session import Session
from ita_desktop.workflows.measures.calendar import add_rows, starting_rows

ROWS = (("เตรียมการ", "ต.ค. 2565", "ประชุม"), ("", "พ.ย. 2565", "แต่งตั้ง"), ("รายงาน", "", "สรุป"))
Press = Callable[[str], None]


@pytest.fixture
def kept(empty_window: MainWindow) -> DataFile:
    assert empty_window.session is not None
    return empty_window.session.file


@pytest.fixture
def at_work(empty_window: MainWindow) -> Session:
    assert empty_window.session is not None
    return empty_window.session


@pytest.fixture
def empty_dialog(empty_window: MainWindow, at_work: Session, qtbot: QtBot) -> CalendarDialog:
    made = show_calendar(at_work, empty_window)
    assert made is not None
    qtbot.waitUntil(made.table.hasFocus)
    return made


@pytest.fixture
def dialog(
    empty_window: MainWindow, at_work: Session, kept: DataFile, qtbot: QtBot
) -> CalendarDialog:
    add_rows(kept, 2566, ROWS, "เพิ่ม")
    at_work.refresh()
    made = show_calendar(at_work, empty_window)
    assert made is not None
    qtbot.waitUntil(made.table.hasFocus)
    return made


def rows(kept: DataFile, year: int = 2566) -> list[tuple[str, str, str]]:
    return [(row.stage, row.period, row.method) for row in load_calendar(kept, year)]


def test_the_model_is_one(qtmodeltester: ModelTester, dialog: CalendarDialog) -> None:
    qtmodeltester.check(dialog.model)
    model = CalendarModel()
    model.writable = False
    qtmodeltester.check(model)
    assert model.rowCount() == 0


def test_an_empty_calendar_is_begun_from_examples(
    empty_dialog: CalendarDialog, kept: DataFile, at_work: Session
) -> None:
    assert empty_dialog._empty.isVisible()
    empty_dialog.start.click()
    assert rows(kept) == list(starting_rows(2566))
    assert not empty_dialog.start.isVisible()
    at_work.undo()
    assert rows(kept) == []
    assert empty_dialog.start.isVisible()


def test_rows_are_typed_one_after_another(
    empty_dialog: CalendarDialog, kept: DataFile, press: Press, type_: Callable[[str], None]
) -> None:
    type_("เตรียมการ")
    press("Tab")
    type_("ม.ค. 2566")
    press("Tab")
    type_("ประชุม")
    press("Ctrl+Enter")
    type_("คณะทำงาน")
    press("Tab")
    type_("รายงาน")
    press("Enter")
    assert rows(kept) == [("เตรียมการ", "ม.ค. 2566", "ประชุม\nคณะทำงาน"), ("รายงาน", "", "")]
    assert empty_dialog.table.currentIndex().row() == 2


def test_esc_gives_up_what_is_typed_and_closing_takes_it(
    dialog: CalendarDialog, kept: DataFile, press: Press, type_: Callable[[str], None]
) -> None:
    type_("ทิ้ง")
    press("Esc")
    assert rows(kept) == list(ROWS)
    assert dialog.isVisible()
    type_("เก็บ")
    dialog.reject()
    assert rows(kept)[0][0] == "เก็บ"


def test_rows_are_inserted_moved_and_taken_away_by_keys(
    dialog: CalendarDialog, kept: DataFile, press: Press, at_work: Session
) -> None:
    press("Alt+Down")
    assert [row[2] for row in rows(kept)] == ["แต่งตั้ง", "ประชุม", "สรุป"]
    assert dialog.table.currentIndex().row() == 1
    press("Insert")
    assert rows(kept)[1] == ("", "", "")
    press("Ctrl+Delete")
    assert len(rows(kept)) == 3
    assert dialog.notice.isVisible()
    for _ in range(3):
        at_work.undo()
    assert rows(kept) == list(ROWS)


def test_the_last_row_goes_below_nothing(
    dialog: CalendarDialog, kept: DataFile, press: Press
) -> None:
    press("Ctrl+End")
    press("Up")
    press("Alt+Down")
    assert rows(kept) == list(ROWS)
    assert not dialog.down.isEnabled()
    press("Alt+Up")
    assert [row[2] for row in rows(kept)] == ["ประชุม", "สรุป", "แต่งตั้ง"]


def test_a_block_is_shown_then_pasted_as_one_deed(
    dialog: CalendarDialog, kept: DataFile, clipboard: Callable[[str], str], press: Press
) -> None:
    clipboard('เริ่ม\tม.ค. 2566\t"หนึ่ง\nสอง"\nสอง\t\t\nสาม\t\t\nใหม่\tก.พ. 2566\tต่อ\tเกิน')
    deed = kept.latest_deed()
    press("Ctrl+V")
    (shown,) = dialog.findChildren(PreviewDialog)
    assert rows(kept) == list(ROWS)
    shown.accept_button.click()
    assert rows(kept)[0] == ("เริ่ม", "ม.ค. 2566", "หนึ่ง\nสอง")
    assert rows(kept)[3] == ("ใหม่", "ก.พ. 2566", "ต่อ")
    assert kept.latest_deed() == (deed or 0) + 1


def test_one_value_is_pasted_at_once_and_an_empty_board_is_told(
    dialog: CalendarDialog, kept: DataFile, clipboard: Callable[[str], str], press: Press
) -> None:
    clipboard("ค่าเดียว")
    press("Ctrl+V")
    assert rows(kept)[0][0] == "ค่าเดียว"
    clipboard("")
    press("Ctrl+V")
    assert "คลิปบอร์ดว่าง" in dialog.gestures.bubble.text


def test_cells_are_cleared_filled_down_and_made_the_same(
    dialog: CalendarDialog, kept: DataFile, press: Press
) -> None:
    press("Shift+Down")
    press("Ctrl+D")
    assert [row[0] for row in rows(kept)] == ["เตรียมการ", "เตรียมการ", "รายงาน"]
    press("Delete")
    assert [row[0] for row in rows(kept)] == ["", "", "รายงาน"]
    dialog.table.setCurrentIndex(dialog.model.index(2, 0))
    press("Shift+Up")
    press("Shift+Up")
    assert dialog.table.currentIndex().row() == 0
    press("Ctrl+Enter")
    assert [row[0] for row in rows(kept)] == ["", "", ""]


def test_a_long_text_is_read_and_mended_in_a_large_editor(
    dialog: CalendarDialog, kept: DataFile, press: Press
) -> None:
    press("F4")
    (editor,) = dialog.findChildren(FullTextDialog)
    assert editor.text == "เตรียมการ"
    editor.editor.setPlainText("เตรียมการใหม่")
    editor.accept()
    assert rows(kept)[0][0] == "เตรียมการใหม่"


def test_it_is_copied_from_another_year_with_its_years_moved_on(
    dialog: CalendarDialog, kept: DataFile, at_work: Session, empty_window: MainWindow
) -> None:
    assert not dialog.copy.isVisible()
    at_work.add_year(2567)
    again = show_calendar(at_work, empty_window)
    assert again is not None
    assert again.copy.isVisible()
    again._years.aboutToShow.emit()
    again._years.actions()[0].trigger()
    assert rows(kept, 2567)[0] == ("เตรียมการ", "ต.ค. 2566", "ประชุม")
    assert "๓ แถว" in again.notice.text


def test_the_paper_is_shown_when_somebody_shows_it(
    dialog: CalendarDialog, at_work: Session, empty_window: MainWindow
) -> None:
    assert not dialog.print.isVisible()
    shown: list[bool] = []
    again = show_calendar(at_work, empty_window, lambda: shown.append(True))
    assert again is not None
    again.print.click()
    assert shown == [True]
    assert not again.isVisible()


def test_what_is_too_long_is_refused_beside_the_cell(
    dialog: CalendarDialog, kept: DataFile, qtbot: QtBot
) -> None:
    dialog.model.setData(dialog.model.index(0, 2), "ก" * 30_001)
    qtbot.waitUntil(dialog.gestures.bubble.isVisible)
    assert "๓๐,๐๐๐" in dialog.gestures.bubble.text
    assert rows(kept) == list(ROWS)
