"""Risks and measures go into the next year by one gesture, seen before it is done."""

# pyright: reportPrivateUsage=false
# A test of a dialog looks at the widgets inside it.

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.carrying import show_carry_over
from ita_desktop.ui.risks.carrying import CarryRisksDialog, show_carry_risks
from ita_desktop.ui.session import Session
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit

YEAR = 2566


@pytest.fixture
def session(empty_window: MainWindow) -> Session:
    assert empty_window.session is not None
    return empty_window.session


@pytest.fixture
def filled(session: Session) -> Session:
    file = session.file
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ"})
    for text in ("แบ่งซื้อ", "เอื้อผู้ขาย"):
        risk = {"text": text, "likelihood": "4", "impact": "4"}
        rows.add_row(file, Kind.RISK, process, risk)
    treatment = rows.add_row(file, Kind.TREATMENT, process, {"text": "เปิดเผยแผน"})
    done = Edit(kind=Kind.TREATMENT, number=treatment, field="state", text="แล้วเสร็จ", months=12)
    rows.set_field(file, done)
    topic = rows.add_row(file, Kind.TOPIC, YEAR, {"title": "ประเด็น"})
    rows.add_row(file, Kind.MEASURE, topic, {"text": "มาตรการ"})
    session.refresh()
    return session


def open_(session: Session, window: MainWindow, year: int | None = None) -> CarryRisksDialog:
    dialog = show_carry_risks(session, window, year)
    assert dialog is not None
    return dialog


def cells(dialog: CarryRisksDialog, column: int) -> list[str]:
    items = (dialog.table.item(row, column) for row in range(dialog.table.rowCount()))
    return [item.text() for item in items if item is not None]


def test_what_comes_is_listed_and_carried_as_one_deed(
    empty_window: MainWindow, filled: Session
) -> None:
    dialog = open_(filled, empty_window)
    assert dialog.summary.text() == "ยกไป ๒ รายการ"
    assert cells(dialog, 2) == ["แบ่งซื้อ", "เอื้อผู้ขาย"]
    assert cells(dialog, 3) == ["สูงมาก", "สูงมาก"]
    assert cells(dialog, 4) == ["ไม่ยก ๑ (แล้วเสร็จหรือยกเลิก)"] * 2
    told: list[tuple[str, int]] = []

    def hear(words: str, year: int) -> None:
        told.append((words, year))

    dialog.carried.connect(hear)
    dialog.go.click()
    assert told == [("ยกไปปี 2567 แล้ว 2 ความเสี่ยง", 2567)]
    assert not dialog.isVisible()
    after = register_of(filled.file, 2567)
    assert [(one.risk.text, one.risk.likelihood) for one in after.risks()] == [
        *(("แบ่งซื้อ", 4), ("เอื้อผู้ขาย", 4)),
    ]
    assert after.processes[0].treatments == ()
    assert filled.undo() is not None
    assert 2567 not in filled.years


def test_enter_carries_while_the_list_has_the_keyboard(
    empty_window: MainWindow, filled: Session
) -> None:
    dialog = open_(filled, empty_window)
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len([*register_of(filled.file, 2567).risks()]) == 2


def test_what_is_finished_and_the_measures_come_where_they_are_ticked(
    empty_window: MainWindow, filled: Session
) -> None:
    dialog = open_(filled, empty_window)
    dialog.ended.click()
    assert cells(dialog, 4) == ["ยกไป ๑"] * 2
    assert dialog.ended.isVisible()
    dialog.measures.click()
    assert dialog.go.text() == "ยก ๓ รายการไปปี ๒๕๖๗"
    dialog.go.click()
    (process,) = register_of(filled.file, 2567).processes
    assert [one.text for one in process.treatments] == ["เปิดเผยแผน"]
    assert [m.text for _, m in load_tracker(filled.file, 2567).measures()] == ["มาตรการ"]


def test_the_measures_take_the_risks_along(empty_window: MainWindow, filled: Session) -> None:
    dialog = show_carry_over(filled, empty_window)
    assert dialog.risks.text() == "ยกความเสี่ยงของปีไปด้วย (๒ ความเสี่ยง)"
    assert dialog.go.text() == "ยก ๑ รายการไปปี ๒๕๖๗"
    dialog.risks.click()
    assert dialog.go.text() == "ยก ๓ รายการไปปี ๒๕๖๗"
    told: list[str] = []

    def hear(words: str, _year: int) -> None:
        told.append(words)

    dialog.carried.connect(hear)
    dialog.go.click()
    assert told == ["ยกไปปี 2567 แล้ว 1 รายการ และ 2 ความเสี่ยง"]
    assert len([*register_of(filled.file, 2567).risks()]) == 2
    assert filled.undo() is not None
    assert 2567 not in filled.years


def test_an_empty_year_takes_those_of_the_year_before(
    empty_window: MainWindow, filled: Session
) -> None:
    filled.add_year(2567)
    dialog = open_(filled, empty_window, YEAR)
    dialog.go.click()
    assert len([*filled.register.risks()]) == 2
    again = open_(filled, empty_window, YEAR)
    assert cells(again, 5) == ["ไม่ยก: มีในปีถัดไปแล้ว"] * 2
    assert not again.go.isVisible()
    assert again.away.text() == "ปิด"


def test_a_year_without_risks_says_what_to_do(empty_window: MainWindow, session: Session) -> None:
    dialog = open_(session, empty_window)
    assert dialog.summary.text().startswith("ปีนี้ยังไม่มีความเสี่ยงให้ยก")
    assert not dialog.go.isVisible()


def test_a_year_without_criteria_is_told(empty_window: MainWindow, session: Session) -> None:
    dialog = open_(session, empty_window, 2599)
    assert dialog.error.isVisible()
    assert not dialog.table.isVisible()
    assert dialog.away.text() == "ปิด"


def test_a_file_that_is_only_read_carries_nothing(
    empty_window: MainWindow, filled: Session
) -> None:
    filled.file.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    dialog = open_(filled, empty_window)
    assert not dialog.go.isEnabled()
    assert dialog.error.text() == "ไฟล์นี้เปิดอ่านอย่างเดียว"
