"""A fiscal year begins by one gesture: seen part by part, chosen, done, kept as a list."""

# pyright: reportPrivateUsage=false
# A test of a dialog looks at the widgets inside it.

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ita_desktop.db.registers import load_processes
from ita_desktop.db.trackers import load_tracker
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.new_year.dialog import NewYearDialog, show_new_year
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.new_year.values import Part

PARTS = [*Part]


@pytest.fixture
def session(window: MainWindow) -> Session:
    session = window.session
    assert session is not None
    session.select_year(2566)
    return session


def open_(session: Session, window: MainWindow, settings: Settings) -> NewYearDialog:
    dialog = show_new_year(session, window, settings)
    assert dialog is not None
    return dialog


def cells(dialog: NewYearDialog, row: int) -> list[str]:
    items = (dialog.parts.item(row, column) for column in range(1, 5))
    return [item.text() for item in items if item is not None]


def lines(dialog: NewYearDialog, column: int) -> list[str]:
    items = (dialog.table.item(row, column) for row in range(dialog.table.rowCount()))
    return [item.text() for item in items if item is not None]


def go_to(dialog: NewYearDialog, part: Part) -> None:
    """Go to a part by the arrow keys."""
    dialog.parts.setFocus()
    while dialog.parts.currentRow() < PARTS.index(part):
        QTest.keyClick(dialog.parts, Qt.Key.Key_Down)


def test_every_part_is_listed_with_its_lines_before_anything_is_done(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    before = dump(session.file)
    dialog = open_(session, window, settings)
    assert dialog.choice.years == (2566, 2567)
    assert [cells(dialog, row)[0] for row in range(len(PARTS))] == [one.words for one in PARTS]
    assert cells(dialog, PARTS.index(Part.DUTIES)) == ["หน้าที่เผยแพร่ OIT", "๓๕", "–", "๙"]
    assert dialog.summary.text() == "ยกไป ๖๖ รายการ  ·  ไม่ยก ๑๘ รายการ"
    go_to(dialog, Part.DUTIES)
    assert dialog.lists.title.text() == "หน้าที่เผยแพร่ OIT"
    assert lines(dialog, 1)[0].startswith("เป็น O1")
    assert lines(dialog, 2)[-1] == "ไม่ยก: ข้อใหม่"
    assert dialog.go.text() == "เริ่มปีงบประมาณ ๒๕๖๗"
    assert dump(session.file) == before
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dump(session.file) == before


def test_enter_on_another_button_does_not_begin_the_year(
    window: MainWindow, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    before = dump(session.file)
    dialog = open_(session, window, settings)
    dialog.save_xlsx.clicked.disconnect()  # it asks where to
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for button in (dialog.save_xlsx, dialog.away):
        button.setFocus()
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Return)
        assert dump(session.file) == before
    assert not dialog.isVisible()


def test_by_keys_a_part_is_left_out_and_the_year_begins_and_is_looked_at(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    before = dump(session.file)
    dialog = open_(session, window, settings)
    told: list[tuple[str, int]] = []

    def tell(words: str, year: int) -> None:
        told.append((words, year))

    dialog.carried.connect(tell)
    go_to(dialog, Part.RISKS)
    QTest.keyClick(dialog.parts, Qt.Key.Key_Space)
    assert cells(dialog, PARTS.index(Part.RISKS))[1:] == ["–", "–", "๑๒"]
    assert set(lines(dialog, 2)) == {"ไม่ยก: ไม่ได้เลือก"}
    assert dialog.summary.text() == "ยกไป ๕๔ รายการ  ·  ไม่ยก ๓๐ รายการ"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert session.fiscal_year == 2567
    assert load_processes(session.file, 2567) == ()
    assert load_tracker(session.file, 2567).topics
    assert told == [("เริ่มปีงบประมาณ 2567 แล้ว ยกไป 54 รายการ", 2567)]
    assert dialog.isVisible()
    assert dialog.summary.text().startswith("เริ่มปีงบประมาณ ๒๕๖๗ แล้ว")
    assert dialog.go.isHidden()
    assert dialog.parts.ticked() == ()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    session.undo()
    assert dump(session.file) == before


def test_a_second_time_has_nothing_to_bring(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    first = open_(session, window, settings)
    first.go.click()
    first.away.click()
    session.select_year(2566)
    again = open_(session, window, settings)
    assert again.summary.text().startswith("ยกไป ๐ รายการ")
    assert again.go.isHidden()
    assert again.away.text() == "ปิด"


def test_over_two_years_what_has_no_successor_is_listed(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    dialog = open_(session, window, settings)
    dialog.to_years.setFocus()
    QTest.keyClick(dialog.to_years, Qt.Key.Key_Down)
    assert dialog.choice.years == (2566, 2568)
    go_to(dialog, Part.DUTIES)
    assert "ไม่ยก: ไม่มีข้อที่สืบต่อในปี ๒๕๖๘" in lines(dialog, 2)
    dialog.go.click()
    assert session.fiscal_year == 2568


def test_finished_treatments_come_where_they_are_asked_for(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    dialog = open_(session, window, settings)
    go_to(dialog, Part.CALENDAR)
    QTest.keyClick(dialog.parts, Qt.Key.Key_Space)
    dialog.done_treatments.click()
    assert PARTS.index(Part.CALENDAR) not in dialog.parts.ticked()  # a tick taken away stays away
    dialog.go.click()

    def count(year: int) -> int:
        return sum(len(one.treatments) for one in load_processes(session.file, year))

    assert count(2567) == count(2566)
    assert dialog.done_treatments.isHidden()


def test_the_list_is_kept_as_a_workbook_and_as_a_pdf(
    window: MainWindow,
    session: Session,
    settings: Settings,
    picked: list[Path],
    at_once: None,
    tmp_path: Path,
) -> None:
    del at_once
    dialog = open_(session, window, settings)
    dialog.go.click()
    picked.append(tmp_path / "รายการ.xlsx")
    dialog.save_xlsx.click()
    assert dialog.notice.isVisible()
    sheet = load_workbook(tmp_path / "รายการ.xlsx").active
    assert sheet is not None
    texts = [str(value) for row in sheet.iter_rows(values_only=True) for value in row if value]
    assert "ไม่ยก: ไม่มีข้อที่สืบต่อในปี ๒๕๖๗" in texts
    picked.append(tmp_path / "รายการ.pdf")
    dialog.save_pdf.click()
    assert (tmp_path / "รายการ.pdf").read_bytes().startswith(b"%PDF")


def test_the_last_year_with_criteria_says_how_the_next_ones_come_in(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    session.add_year(2569)
    dialog = open_(session, window, settings)
    assert dialog.choice.years is None
    assert dialog.summary.text() == "ยังเริ่มปีงบประมาณ ๒๕๗๐ ไม่ได้"
    assert "นำเข้าจากไฟล์" in dialog.error.text()
    assert dialog.go.isHidden()
    dialog.from_years.setFocus()
    QTest.keyClick(dialog.from_years, Qt.Key.Key_Up)  # from another year it can be begun
    assert dialog.choice.years == (2566, 2567)
    assert dialog.go.isVisible()
    assert dialog.error.isHidden()


def test_a_file_that_is_only_read_shows_the_lists_and_why_nothing_is_done(
    window: MainWindow, session: Session, settings: Settings
) -> None:
    session.file.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    dialog = open_(session, window, settings)
    assert dialog.parts.rowCount() == len(PARTS)
    assert not dialog.go.isEnabled()
    assert dialog.error.text() == "ไฟล์นี้เปิดอ่านอย่างเดียว"
    session.file.read_only = ""


def test_the_chooser_of_years_opens_it(window: MainWindow, session: Session) -> None:
    workspace = window.workspace
    assert workspace is not None
    header = workspace.header
    button = next(one for one in header.findChildren(QToolButton) if one is header._year)
    menu = button.menu()
    action = next(one for one in menu.actions() if one.text() == "เริ่มปีงบประมาณใหม่…")
    action.trigger()
    (dialog,) = window.findChildren(NewYearDialog)
    assert dialog.choice.years == (2566, 2567)
    dialog.go.click()
    assert workspace.notice.isVisible()
    assert session.fiscal_year == 2567
