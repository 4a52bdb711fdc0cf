"""Where no plan covers the year: one begins from a template, a workbook, or the last one."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.ui.plan.carrying import CarryPlanDialog
from ita_desktop.ui.plan.tab.new_plan import NewPlanDialog
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.settings_dialog import PlanSettings
from tests.ui.plan.tab.conftest import ShowPage, focused


@pytest.mark.parametrize(("place", "years"), [(0, (2566, 2570)), (1, (2561, 2564))])
def test_a_plan_begins_with_one_click(
    show_page: ShowPage, empty_path: Path, place: int, years: tuple[int, int]
) -> None:
    page = show_page(empty_path)
    assert page.empty.isVisible()
    assert "๒๕๖๑–๒๕๖๔ ยังไม่ได้เทียบกับคู่มือ" in page.empty._how.text()
    assert "(O36, O37, O38)" in page.empty._for.text()
    page.empty.templates[place].click()
    plan = page._session.plan
    assert plan is not None
    assert (plan.first_year, plan.last_year) == years
    assert len(plan.dimensions) == 4
    assert page._session.fiscal_year in plan.years
    assert not page.empty.isVisible()
    page.tree.go_to(f"section:{plan.sections[0].id}")
    assert "กด “เพิ่มโครงการ” หรือ Insert" in page.middle.section.next.text()
    page._session.undo()
    assert page.empty.isVisible()
    assert page._session.years == (2566,)
    page._session.redo()
    assert len(page._session.years) == (2 if place else 1)


def test_own_years_are_chosen_and_years_that_are_none_are_refused(
    show_page: ShowPage, empty_path: Path, dialogs: list[QDialog]
) -> None:
    page = show_page(empty_path)
    page.empty.own.click()
    (dialog,) = dialogs
    assert isinstance(dialog, NewPlanDialog)
    dialog.years.put(2566, 2581)
    dialog.accept()
    assert "ไม่เกิน ๑๕ ปี" in dialog.error.text()
    dialog.years.put(2565, 2567)
    dialog.template.setCurrentIndex(2)
    dialog.accept()
    plan = page._session.plan
    assert plan is not None
    assert (plan.first_year, plan.last_year, plan.sections) == (2565, 2567, ())
    page.gestures.add_section()
    assert page._session.plan is not None
    assert len(page._session.plan.sections) == 1


def test_a_workbook_is_asked_for_from_the_empty_page(
    show_page: ShowPage, empty_path: Path, qtbot: QtBot
) -> None:
    page = show_page(empty_path)
    with qtbot.waitSignal(page.import_requested):
        page.empty.bring.click()


def test_a_new_plan_takes_over_from_the_last_one(page: PlanPage, dialogs: list[QDialog]) -> None:
    page._session.add_year(2569)
    page.work.show_settings()
    settings = dialogs[-1]
    assert isinstance(settings, PlanSettings)
    settings.years.put(2566, 2568)
    settings.accept()
    assert page.empty.carry.isVisible()
    page.empty.carry.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, CarryPlanDialog)
    dialog.go.click()
    plan = page._session.plan
    assert plan is not None
    assert plan.first_year == 2569
    assert sum(1 for _ in plan.placed()) == 3
    assert not page.empty.isVisible()


def test_by_keyboard_alone_from_an_empty_file_to_two_projects(
    show_page: ShowPage, empty_path: Path, press: Callable[[str], None], qtbot: QtBot
) -> None:
    page = show_page(empty_path)
    page.first.setFocus()
    press("Enter")
    qtbot.waitUntil(page.tree.hasFocus)
    for keys in ("Down", "Down", "Insert"):
        press(keys)
    QTest.keyClicks(focused(), "first")
    press("Ctrl+M")
    qtbot.waitUntil(page.tree.hasFocus)
    for keys in ("Ctrl+D", "Alt+Up", "F2"):
        press(keys)
    QTest.keyClicks(focused(), "second")
    press("Enter")
    qtbot.waitUntil(page.tree.hasFocus)
    plan = page._session.plan
    assert plan is not None
    assert [one.project.name for one in plan.placed()] == ["second", "first"]
    press("Ctrl+M")
    assert page.middle.isAncestorOf(focused())
