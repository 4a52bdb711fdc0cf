"""What the tab of risks opens: by its menu, its empty page, and the menu of a treatment."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from ita_desktop.db.rows import Kind
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.risks.areas.areas_dialog import AreasDialog
from ita_desktop.ui.risks.carrying import CarryRisksDialog
from ita_desktop.ui.risks.links.link_dialog import LinkDialog
from ita_desktop.ui.risks.method.method_dialog import MethodDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.rows import deeds as rows

YEAR = 2566
Choose = Callable[[str], QDialog]


@pytest.fixture
def workspace(empty_window: MainWindow) -> Workspace:
    """Return a window at the tab of risks, with one risk and a treatment."""
    workspace = empty_window.workspace
    assert workspace is not None
    file = workspace.session.file
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ"})
    rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ", "likelihood": "3", "impact": "4"})
    rows.add_row(file, Kind.TREATMENT, process, {"text": "เปิดเผยแผน"})
    workspace.session.refresh()
    workspace.tabs.setCurrentIndex(Tab.RISKS)
    return workspace


@pytest.fixture
def session(workspace: Workspace) -> Session:
    return workspace.session


@pytest.fixture
def choose(workspace: Workspace, dialogs: list[QDialog]) -> Choose:
    """Press an entry of the tab's menu and return the dialog that it opened."""

    def choose_(words: str) -> QDialog:
        menu = workspace.risks.work.menu
        menu.aboutToShow.emit()
        (act,) = (one for one in menu.actions() if one.text().startswith(words))
        act.trigger()
        return dialogs[-1]

    return choose_


def test_the_menu_opens_the_method_and_the_areas(choose: Choose) -> None:
    method = choose("เกณฑ์ประเมินความเสี่ยง")
    assert isinstance(method, MethodDialog)
    assert method.frozen.isVisible()
    method.reject()
    assert isinstance(choose("ด้านความเสี่ยง"), AreasDialog)


def test_risks_go_into_the_next_year_and_are_turned_to(
    choose: Choose, workspace: Workspace, session: Session
) -> None:
    dialog = choose("ยกความเสี่ยงไปปีถัดไป")
    assert isinstance(dialog, CarryRisksDialog)
    dialog.go.click()
    assert workspace.notice.text == "ยกไปปี ๒๕๖๗ แล้ว ๑ ความเสี่ยง"
    session.select_year(YEAR + 1)
    ((carried),) = session.register.risks()
    assert (carried.risk.likelihood, carried.risk.impact) == (3, 4)


def test_an_empty_year_asks_for_the_risks_of_the_last(
    workspace: Workspace, session: Session, dialogs: list[QDialog]
) -> None:
    session.add_year(YEAR + 1)
    page = workspace.risks
    assert page.empty.carry.isVisible()
    assert page.empty.first is page.empty.carry
    assert page.empty.carry.objectName() == "main"
    assert page.empty._buttons.indexOf(page.empty.carry) == 0
    assert page.empty.carry.nextInFocusChain() is page.empty.start
    assert "ความเสี่ยงของปีก่อน" in page.empty._how.text()
    page.empty.carry.setFocus()
    QTest.keyClick(page.empty.carry, Qt.Key.Key_Return)
    dialog = dialogs[-1]
    assert isinstance(dialog, CarryRisksDialog)
    dialog.go.click()
    assert len([*session.register.risks()]) == 1
    assert not page.empty.isVisible()
    line = page.table.current_line()
    assert line is not None
    assert line.number == next(session.register.risks()).risk.id
    session.add_year(YEAR - 1)
    assert page.empty.first is page.empty.start
    assert page.empty.start.objectName() == "main"


def test_a_treatment_becomes_a_measure_that_is_gone_to(
    workspace: Workspace, session: Session, dialogs: list[QDialog]
) -> None:
    page = workspace.risks
    page.detail.table.setCurrentIndex(page.detail.table.model().index(0, 0))
    menu = QMenu(page)
    page.work.add_to_treatment_menu(menu, page.detail.table.current_line())
    menu.actions()[-1].trigger()
    dialog = dialogs[-1]
    assert isinstance(dialog, LinkDialog)
    dialog.make.click()
    dialog.go.click()
    assert workspace.tabs.currentIndex() == Tab.MEASURES
    ((_, measure),) = session.tracker.measures()
    assert measure.text == "เปิดเผยแผน"
    line = workspace.measures.table.current_line()
    assert line is not None
    assert line.number == measure.id
