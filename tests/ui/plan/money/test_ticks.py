"""ไม่ใช้งบประมาณ in the money grid: ticked, or money, never both."""

from pytestqt.qtbot import QtBot

from ita_desktop.ui.plan.money.dialog import MoneyDialog
from ita_desktop.ui.session import Session
from tests.ui.plan.money.conftest import Type, money, project, shown


def test_space_ticks_that_no_money_is_used(
    grid: MoneyDialog, session: Session, press: Type
) -> None:
    grid.table.setCurrentIndex(grid.model.index(2, 5))
    press("Space")
    assert project(session, 1).no_budget
    assert shown(grid, 0)[4] == "๑"
    press("Space")
    assert not project(session, 1).no_budget


def test_a_tick_where_there_is_money_says_which_money(
    session: Session, grid: MoneyDialog, type_: Type, press: Type, qtbot: QtBot
) -> None:
    type_("500")
    press("Return")
    grid.table.setCurrentIndex(grid.model.index(2, 5))
    press("Space")
    qtbot.waitUntil(grid.gestures.bubble.isVisible)
    assert "ปี ๒๕๖๖ ๕๐๐ บาท" in grid.gestures.bubble.text
    assert not project(session, 1).no_budget


def test_money_takes_the_tick_away(
    session: Session, grid: MoneyDialog, type_: Type, press: Type
) -> None:
    grid.table.setCurrentIndex(grid.model.index(2, 5))
    press("Space")
    assert project(session, 1).no_budget
    grid.table.setCurrentIndex(grid.model.index(2, 1))
    type_("500")
    press("Return")
    assert not project(session, 1).no_budget
    session.undo()
    assert project(session, 1).no_budget
    assert money(session, 1) == {}
