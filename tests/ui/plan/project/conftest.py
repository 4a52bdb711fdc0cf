"""A plan of two projects, its editor shown in a window, with the keyboard."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.domain.project import Project
from ita_desktop.ui.plan.project.page import ProjectEditor
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project

Find = Callable[[int], Project]
Type = Callable[[str], None]


@pytest.fixture
def session(empty: Session) -> Session:
    """Return a session with a plan of 2566 to 2570 and two projects."""
    plan = begin_plan(empty.file, 2566, 2570, [Heading(1, "การสร้างวัฒนธรรมสุจริต")])
    empty.refresh()
    assert empty.plan is not None
    assert empty.plan.id == plan
    section = empty.plan.sections[0].id
    add_project(empty.file, section, {"name": "โครงการเวทีประชาคม", "steps": "ก\nข\n\tค"})
    add_project(empty.file, section)
    empty.refresh()
    return empty


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> ProjectEditor:
    """Return the editor of the first project, shown."""
    made = ProjectEditor(session)
    qtbot.addWidget(made)
    made.resize(720, 680)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_project(numbers(session)[0])
    return made


@pytest.fixture
def project(session: Session) -> Callable[[int], Project]:
    """Return a project as the file has it, by its number on paper."""

    def find(number: int = 1) -> Project:
        assert session.plan is not None
        return next(one.project for one in session.plan.placed() if one.number == number)

    return find


def numbers(session: Session) -> list[int]:
    assert session.plan is not None
    return [one.project.id for one in session.plan.placed()]
