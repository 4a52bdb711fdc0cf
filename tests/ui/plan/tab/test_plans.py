"""More than one plan in a file, and a plan of years that the file has no criteria of."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Digits
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.tab.new_plan import NewPlanDialog
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.session import Session
from ita_desktop.workflows.export_document import freeze, typeset
from ita_desktop.workflows.plans.making import Heading, begin_plan, change_years, remove_plan
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rows.deeds import Edit, set_field
from tests.ui.plan.tab.conftest import ShowPage, focused


def begin_ahead(session: Session) -> int:
    """Begin a plan that no year of the file is covered by, with one project; return its number."""

    def begin(file: object) -> int:
        del file
        number = begin_plan(session.file, 2571, 2575, (Heading(1, "สุจริต"),), add_year=True)
        (row,) = session.file.read("SELECT id FROM section WHERE plan = ?", (number,))
        add_project(session.file, int(row[0]), {"name": "โครงการของแผนหน้า"})
        return number

    number = session.do(begin)
    assert number is not None
    return number


def shown_years(session: Session) -> tuple[int, int]:
    plan = session.plan
    assert plan is not None
    return plan.first_year, plan.last_year


def test_a_chosen_plan_is_the_sessions_until_another_year_is_looked_at(
    session: Session, qtbot: QtBot
) -> None:
    number = begin_ahead(session)
    assert shown_years(session) == (2566, 2570)
    with qtbot.waitSignal(session.plan_changed):
        assert session.choose_plan(number)
    assert shown_years(session) == (2571, 2575)
    assert (session.fiscal_year, session.plan_choice.year) == (2566, 2571)
    assert not session.plan_choice.covers_year
    assert session.plan_of_year is not None
    assert session.plan_of_year.first_year == 2566
    session.add_year(2567)
    assert shown_years(session) == (2566, 2570)
    assert session.plan_choice.year == 2567
    session.choose_plan(number)
    session.choose_plan(None)
    assert shown_years(session) == (2566, 2570)
    assert not session.choose_plan(99)


def test_a_chosen_plan_that_is_gone_is_forgotten(session: Session) -> None:
    number = begin_ahead(session)
    session.choose_plan(number)
    session.do(lambda file: remove_plan(file, number))
    assert shown_years(session) == (2566, 2570)
    session.undo()
    assert shown_years(session) == (2571, 2575)  # what came back is turned to
    session.redo()
    assert shown_years(session) == (2566, 2570)


def test_a_plan_is_not_left_while_typing_has_to_be_mended(session: Session) -> None:
    number = begin_ahead(session)
    session.leaving.connect(session.stay)
    assert not session.choose_plan(number)
    assert shown_years(session) == (2566, 2570)


def test_both_plans_are_kept_while_one_of_them_changes(session: Session) -> None:
    number = begin_ahead(session)
    old = session.plan
    session.choose_plan(number)
    edit = Edit(kind=Kind.PROJECT, number=4, field="name", text="ชื่ออื่น")
    session.do(lambda file: set_field(file, edit))
    plan = session.plan
    assert plan is not None
    assert [one.project.name for one in plan.placed()] == ["ชื่ออื่น"]
    assert session.plan_of_year == old


def test_the_head_lists_the_plans_and_turns_to_the_chosen_one(page: PlanPage, qtbot: QtBot) -> None:
    session = page.session
    begin_ahead(session)
    assert page.card.title.accessibleName() == "แผน ๒๕๖๖ – ๒๕๗๐"
    assert page.card.title.toolTip() == "เลือกแผนที่จะดู"
    page.plans.aboutToShow.emit()
    first, second, _line, _begin = page.plans.actions()
    assert [(one.text(), one.isChecked()) for one in (first, second)] == [
        ("แผน ๒๕๖๖ – ๒๕๗๐", True),
        ("แผน ๒๕๗๑ – ๒๕๗๕", False),
    ]
    second.trigger()
    qtbot.waitUntil(lambda: page.card.title.text() == "แผน ๒๕๗๑ – ๒๕๗๕")
    assert page.card.count.text() == "๑ โครงการ"
    assert page.tree.current_key == "project:4"
    page.plans.aboutToShow.emit()
    assert [one.isChecked() for one in page.plans.actions()[:2]] == [False, True]
    page.plans.actions()[0].trigger()
    assert page.card.count.text() == "๓ โครงการ"


def test_a_plan_ahead_says_nothing_of_the_year(page: PlanPage, qtbot: QtBot) -> None:
    session = page.session
    qtbot.waitUntil(page.strip.isVisible)
    session.choose_plan(begin_ahead(session))
    assert not page.strip.isVisible()
    page.work.menu.aboutToShow.emit()
    closed = [one for one in page.work.menu.actions() if not one.isEnabled()]
    assert [one.text() for one in closed] == ["รายงานผลโครงการของปี…", "สิ่งที่ยังไม่ครบของแผน…"]
    assert all("ไม่ครอบคลุมปีงบประมาณ ๒๕๖๖" in one.toolTip() for one in closed)
    page._show_lacks(())
    assert not page.strip.isVisible()
    page.papers.aboutToShow.emit()
    (paper,) = [one for one in page.papers.actions() if one.text() and not one.isEnabled()]
    assert "ไม่ครอบคลุมปีงบประมาณ ๒๕๖๖" in paper.toolTip()
    session.choose_plan(None)
    qtbot.waitUntil(page.strip.isVisible)


def test_a_plan_is_written_before_the_criteria_of_its_years_are_there(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    session = page.session
    page.plans.aboutToShow.emit()
    page.plans.actions()[-1].trigger()
    dialog = dialogs[-1]
    assert isinstance(dialog, NewPlanDialog)
    assert dialog.years.years == (2571, 2575)
    dialog.accept()
    assert shown_years(session) == (2571, 2575)
    assert session.years == (2566,)
    assert page.card.title.accessibleName() == "แผน ๒๕๗๑ – ๒๕๗๕"
    page.gestures.add_project()
    field = focused()
    QTest.keyClicks(field, "ahead")
    assert session.leave()
    plan = session.plan
    assert plan is not None
    assert [one.project.name for one in plan.placed()] == ["ahead"]
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.workspace is not None
    papers = window.workspace.papers
    assert papers.year_of("plan") == 2571
    assert papers.year_of("plan-progress/6") == 2566
    frozen = papers.freeze("plan")
    assert frozen is not None
    assert frozen.document == freeze(session.file, "plan", 2571, Digits.THAI).document
    assert frozen.document.fiscal_year == 2571
    assert typeset(frozen).pages > 5


def test_undo_turns_to_a_row_of_a_plan_that_no_year_is_covered_by(page: PlanPage) -> None:
    session = page.session
    begin_ahead(session)
    edit = Edit(kind=Kind.PROJECT, number=4, field="note", text="ดูอีกครั้ง")
    session.do(lambda file: set_field(file, edit))
    session.undo()
    assert shown_years(session) == (2571, 2575)
    assert page.tree.current_key == "project:4"


@pytest.mark.parametrize("template", [0, 1])
def test_plans_of_other_years_are_reached_from_a_year_without_one(
    show_page: ShowPage, planned_path: Path, template: int
) -> None:
    page = show_page(planned_path)
    session = page.session
    session.do(lambda file: change_years(file, 1, 2572, 2575))
    assert page.empty.isVisible()
    assert page.empty.others.isVisible()
    page.plans.aboutToShow.emit()
    page.plans.actions()[0].trigger()
    assert not page.empty.isVisible()
    assert shown_years(session) == (2572, 2575)
    session.choose_plan(None)
    assert page.empty.isVisible()
    page.empty.templates[template].click()
    assert len(session.plans) == 2
    assert not page.empty.isVisible()


def test_the_head_is_reached_and_opened_by_keys(
    page: PlanPage, press: Callable[[str], None], qtbot: QtBot
) -> None:
    begin_ahead(page.session)
    page.tree.setFocus()
    for _ in range(4):
        press("Shift+Tab")
        if page.card.title.hasFocus():
            break
    assert page.card.title.hasFocus()
    press("Space")
    qtbot.waitUntil(page.plans.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(page.plans, key)
    qtbot.waitUntil(lambda: shown_years(page.session) == (2571, 2575))
