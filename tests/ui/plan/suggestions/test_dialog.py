"""Starting points of a section: sought, read, ticked and added."""

# pyright: reportPrivateUsage=false
# A test of a dialog looks at the widgets inside it.

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ita_desktop.db.plans import load_plan
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.suggestions.dialog import PlanSuggestionsDialog, open_suggestions
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project, remove_section


@pytest.fixture
def session(empty_window: MainWindow) -> Session:
    session = empty_window.session
    assert session is not None
    headings = [Heading(1, "การยกระดับกลไกการตรวจสอบ"), Heading(2, "ระบบควบคุมภายใน")]
    begin_plan(session.file, 2566, 2570, headings)
    session.refresh()
    return session


def section(session: Session) -> int:
    assert session.plan is not None
    return session.plan.sections[1].id


def open_(session: Session, window: MainWindow) -> PlanSuggestionsDialog:
    dialog = open_suggestions(session, section(session), window)
    assert dialog is not None
    return dialog


def names(session: Session) -> list[str]:
    assert session.plan is not None
    return [one.project.name for one in session.plan.placed()]


def test_several_are_ticked_and_added_as_one_deed(
    empty_window: MainWindow, session: Session
) -> None:
    dialog = open_(session, empty_window)
    assert not dialog.go.isEnabled()
    for row in (0, 1):
        dialog.table.setCurrentCell(row, 1)
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.go.text() == "เพิ่ม ๒ โครงการ"
    wanted = [one.name for one in dialog.chosen]
    made: list[list[int]] = []
    dialog.added.connect(made.append)
    dialog.go.click()
    assert names(session) == wanted
    assert session.plan is not None
    assert made == [[one.project.id for one in session.plan.placed()]]
    session.undo()
    assert names(session) == []


def test_ticks_outlive_a_search_and_the_row_is_read_beside(
    empty_window: MainWindow, session: Session
) -> None:
    dialog = open_(session, empty_window)
    first = dialog._shown[0]
    dialog.table.setCurrentCell(0, 1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    dialog.search.setText(dialog._shown[1].name)
    assert first not in dialog._shown
    assert dialog.chosen == (first,)
    dialog.search.setText("ไม่มีคำนี้แน่นอน")
    assert dialog.table.isHidden()
    assert "ไม่พบตัวอย่าง" in dialog.empty.text()
    dialog.search.clear()
    assert dialog.table.ticked() == (0,)
    dialog.reject()
    assert names(session) == []


def test_a_file_that_is_only_read_shows_them_and_takes_none(
    empty_window: MainWindow, session: Session
) -> None:
    session.file.read_only = "อ่านได้อย่างเดียว"
    dialog = open_(session, empty_window)
    dialog.table.setCurrentCell(0, 1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not dialog.go.isEnabled()
    assert dialog.error.text() == "อ่านได้อย่างเดียว"
    dialog.accept()
    dialog.reject()
    session.file.read_only = ""
    assert names(session) == []


def test_of_many_the_first_are_shown_and_the_rest_is_sought(
    empty_window: MainWindow, session: Session
) -> None:
    old = begin_plan(session.file, 2561, 2565, [Heading(1, "มิติเดิม")])
    first = load_plan(session.file, old).sections[0].id
    for number in range(70):
        add_project(session.file, first, {"name": f"โครงการเดิมชุดที่ {number}ก"})
    session.refresh()
    dialog = open_(session, empty_window)
    assert dialog.table.rowCount() == 60
    assert "มีอีก" in dialog.empty.text()
    dialog.search.setText("ชุดที่ ๖๙ก")
    assert [one.name for one in dialog._shown] == ["โครงการเดิมชุดที่ 69ก"]
    assert dialog.empty.isHidden()
    dialog.reject()


def test_a_section_that_is_gone_is_told(empty_window: MainWindow, session: Session) -> None:
    gone = section(session)
    remove_section(session.file, gone)
    told: list[str] = []
    session.refused.connect(told.append)
    assert open_suggestions(session, gone, empty_window) is None
    assert len(told) == 1
    assert session.plan is not None
    assert load_plan(session.file, session.plan.id).sections
