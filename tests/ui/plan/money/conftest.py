"""A plan of three projects, and the grid of their money, shown."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.domain.project import Project
from ita_desktop.ui.plan.money.dialog import MoneyDialog, open_money_grid
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project

Type = Callable[[str], None]
Money = dict[int, Decimal]


@pytest.fixture
def session(empty: Session) -> Session:
    """Return a session with a plan: two projects in 1.1, one in 2; money is not told yet."""
    headings = [Heading(1, "หนึ่ง"), Heading(2, "หนึ่งหนึ่ง"), Heading(1, "สอง"), Heading(1, "ว่าง")]
    begin_plan(empty.file, 2566, 2568, headings)
    empty.refresh()
    assert empty.plan is not None
    _, inner, second, _ = empty.plan.sections
    for section, name in ((inner.id, "ก"), (inner.id, "ข"), (second.id, "ค")):
        add_project(empty.file, section, {"name": name})
    empty.refresh()
    return empty


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def grid(qtbot: QtBot, session: Session, room: QWidget) -> MoneyDialog:
    """Return the grid, at the first year of the first project."""
    made = open_money_grid(session, room)
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    return made


def project(session: Session, number: int) -> Project:
    assert session.plan is not None
    return next(one.project for one in session.plan.placed() if one.number == number)


def money(session: Session, number: int) -> Money:
    years = project(session, number).years.items()
    return {year: one.amount for year, one in years if one.amount is not None}


def shown(grid: MoneyDialog, row: int) -> list[str]:
    return [str(grid.model.index(row, column).data()) for column in range(1, 7)]
