"""What stands beside the outline: the page of the current row, and starting points of a section."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.thai.text import fold
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.suggestions.dialog import PlanSuggestionsDialog
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace


@pytest.fixture
def workspace(
    make_window: Callable[[Path | None], MainWindow],
    planned_path: Path,
    qtbot: QtBot,
) -> Workspace:
    """Return a wide window at the tab of the plan; pages are made by workers."""
    window = make_window(planned_path)
    window.resize(1366, 768)
    assert window.workspace is not None
    window.workspace.tabs.setCurrentIndex(Tab.PLAN)
    qtbot.waitUntil(window.workspace.plan.isVisible)
    return window.workspace


@pytest.fixture
def page(workspace: Workspace) -> PlanPage:
    return workspace.plan


def test_the_whole_plan_opens_at_the_page_that_is_written(
    workspace: Workspace, page: PlanPage, qtbot: QtBot
) -> None:
    page.tree.go_to("project:3")
    qtbot.waitUntil(lambda: page.preview.place.text() == "ตัวอย่าง ๑ หน้า")
    page.preview.open.click()
    assert workspace.in_preview
    qtbot.waitUntil(lambda: workspace.preview.view.page > 0)
    made = workspace.preview.made
    assert made is not None
    lines = {fold(line.text) for line in made.file.lines(workspace.preview.view.page)}
    assert fold("ลำดับที่ 3") in lines
    count = len(made.file.sizes)
    workspace.leave_preview()
    qtbot.waitUntil(lambda: fold(page.preview.place.text()).endswith(fold(f"จาก {count}")))
    qtbot.waitUntil(lambda: not page.preview.making)


def test_a_section_begins_with_starting_points(page: PlanPage, dialogs: list[QDialog]) -> None:
    page.tree.go_to("section:5")
    page.middle.section.start.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, PlanSuggestionsDialog)
    dialog.table.tick_all(on=True)
    wanted = [one.name for one in dialog.chosen]
    dialog.go.click()
    plan = page.session.plan
    assert plan is not None
    made = [one.project for one in plan.placed() if one.section.id == 5]
    assert [one.name for one in made] == wanted
    assert all(one.running == plan.years for one in made)
    assert page.tree.current_key == f"project:{made[0].id}"


def test_a_project_asks_for_starting_points_of_its_own_section(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    page.tree.go_to("project:3")
    page.card.menu.aboutToShow.emit()
    entry = next(one for one in page.card.menu.actions() if "ตัวอย่าง" in one.text())
    assert entry.isEnabled()
    entry.trigger()
    dialog = dialogs[-1]
    assert isinstance(dialog, PlanSuggestionsDialog)
    assert any("พอเพียง" in one.rationale + one.objectives for one in dialog._all)  # pyright: ignore[reportPrivateUsage]
    dialog.reject()
