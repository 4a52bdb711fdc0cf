"""A plan takes over from the last one by one gesture, seen before it is done."""

# pyright: reportPrivateUsage=false
# A test of a dialog looks at the widgets inside it.

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ita_desktop.db.plans import load_plan
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.carrying import CarryPlanDialog, show_carry_plan
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project


@pytest.fixture
def session(empty_window: MainWindow) -> Session:
    session = empty_window.session
    assert session is not None
    headings = [Heading(1, "วัฒนธรรมสุจริต"), Heading(1, "ความโปร่งใส")]
    old = begin_plan(session.file, 2561, 2564, headings, ["คดีทุจริตลดลง"])
    section = load_plan(session.file, old).sections[0].id
    for name in ("อบรมกฎหมาย", "ศูนย์ข้อมูล", ""):
        add_project(session.file, section, {"name": name, "no_budget": "ใช่"})
    session.refresh()
    return session


def open_(session: Session, window: MainWindow) -> CarryPlanDialog:
    dialog = show_carry_plan(session, window)
    assert dialog is not None
    return dialog


def cells(dialog: CarryPlanDialog, column: int) -> list[str]:
    items = (dialog.table.item(row, column) for row in range(dialog.table.rowCount()))
    return [item.text() for item in items if item is not None]


def names(session: Session) -> list[str]:
    assert session.plan is not None
    return [one.project.name for one in session.plan.placed()]


def test_a_plan_begins_from_the_last_one(empty_window: MainWindow, session: Session) -> None:
    dialog = open_(session, empty_window)
    assert dialog.years.years == (2565, 2568)
    assert dialog.summary.text() == "ยกไป ๒ โครงการ  ·  ไม่ยก ๑ โครงการ  ·  หัวข้อใหม่ ๒ หัวข้อ"
    assert cells(dialog, 5) == ["ยกไป", "ยกไป", "ไม่ยก: ยังไม่มีชื่อโครงการ"]
    assert dialog.table.ticked() == (0, 1)
    dialog.table.setCurrentCell(1, 1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.summary.text().startswith("ยกไป ๑ โครงการ")
    told: list[tuple[str, int]] = []

    def tell(words: str, number: int) -> None:
        told.append((words, number))

    dialog.carried.connect(tell)
    dialog.go.click()
    assert names(session) == ["อบรมกฎหมาย"]
    assert session.plan is not None
    assert told == [("ยกไปแผนปี 2565 – 2568 แล้ว 1 โครงการ และ 2 หัวข้อ", session.plan.id)]
    session.undo()
    assert session.plan is None


def test_a_second_time_offers_what_is_new(empty_window: MainWindow, session: Session) -> None:
    begun = open_(session, empty_window)
    begun.none.click()
    begun.every.click()
    begun.table.setCurrentCell(0, 1)
    QTest.keyClick(begun.table, Qt.Key.Key_Space)
    begun.go.click()
    again = open_(session, empty_window)
    assert again.years.isHidden()
    assert cells(again, 5)[:2] == ["ยกไป", "ไม่ยก: มีในแผนใหม่แล้ว"]
    assert again.table.ticked() == (0,)
    again.table.setCurrentCell(1, 1)
    QTest.keyClick(again.table, Qt.Key.Key_Space)  # what is there is not ticked
    assert again.table.ticked() == (0,)
    again.go.click()
    assert sorted(names(session)) == ["ศูนย์ข้อมูล", "อบรมกฎหมาย"]
    last = open_(session, empty_window)
    assert last.go.isHidden()


def test_years_of_another_plan_are_refused_until_they_are_mended(
    empty_window: MainWindow, session: Session
) -> None:
    dialog = open_(session, empty_window)
    dialog.years.put(2563, 2566)
    assert not dialog.go.isEnabled()
    assert "อยู่แล้ว" in dialog.error.text()
    dialog.years.put(2566, 2570)
    assert dialog.go.isEnabled()
    assert dialog.error.isHidden()
    assert dialog.go.text().endswith("แผนปี ๒๕๖๖ – ๒๕๗๐")


def test_without_a_plan_before_it_is_said(empty_window: MainWindow) -> None:
    session = empty_window.session
    assert session is not None
    told: list[str] = []
    session.refused.connect(told.append)
    assert show_carry_plan(session, empty_window) is None
    assert told == ["ไฟล์นี้ไม่มีแผนก่อนหน้าให้ยก กรุณาเริ่มแผนใหม่หรือนำเข้าจาก Excel"]
