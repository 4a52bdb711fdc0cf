"""Years and quarters of a project: toggled by keys and mouse, all years at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.ui.plan.project.page import ProjectEditor
from ita_desktop.ui.plan.project.period_model import PeriodModel
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows.deeds import Edit, set_field

Find = Callable[[int], Project]
Press = Callable[[str], None]
ALL = (2566, 2567, 2568, 2569, 2570)


def test_the_model_is_right(qtmodeltester: ModelTester) -> None:
    model = PeriodModel()
    model.show(Project(id=1), (2566, 2567))
    qtmodeltester.check(model)
    model.show(Project(id=1, years={2566: ProjectYear(runs=True, quarters=(1, 2))}), (2566, 2567))
    qtmodeltester.check(model)


def test_space_turns_all_years_on_and_off_as_one_deed(
    editor: ProjectEditor, session: Session, project: Find, press: Press
) -> None:
    editor.focus_field("runs")
    press("Space")
    assert project(1).running == ALL
    press("Space")
    assert project(1).running == ()
    session.undo()
    assert project(1).running == ALL


def test_quarters_of_all_years_are_chosen_at_once(
    editor: ProjectEditor, project: Find, press: Press
) -> None:
    editor.focus_field("runs")
    for key in ("Space", "1", "2"):
        press(key)
    assert {year.quarters for year in project(1).years.values()} == {(1, 2)}
    press("1")
    assert {year.quarters for year in project(1).years.values()} == {(2,)}


def test_a_quarter_of_one_year_is_its_own(
    editor: ProjectEditor, project: Find, press: Press
) -> None:
    editor.focus_field("quarters:2568")
    press("3")
    assert project(1).running == (2568,)
    assert project(1).years[2568].quarters == (3,)


def test_a_click_on_a_box_chooses_a_quarter(editor: ProjectEditor, project: Find) -> None:
    editor.focus_field("period")
    table = editor.period.table
    cell = table.visualRect(editor.period.model.index(1, 2))
    place = cell.topLeft()
    place.setX(place.x() + 10)
    place.setY(cell.center().y())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert project(1).years[2567].quarters == (1,)


def test_a_year_with_money_says_why_it_still_runs(
    editor: ProjectEditor, session: Session, project: Find, press: Press
) -> None:
    set_field(
        session.file,
        Edit(kind=Kind.PROJECT, number=project(1).id, field="amount:2567", text="500"),
    )
    session.refresh()
    editor.focus_field("runs:2567")
    press("Space")
    assert project(1).running == (2567,)
    assert "๒๕๖๗" in editor.period.error


def test_own_words_of_a_period_show_what_is_used_without_them(
    qtbot: QtBot, editor: ProjectEditor, press: Press
) -> None:
    del qtbot
    editor.focus_field("runs")
    press("Space")
    placeholder = editor.fields["period"].editor.placeholderText()
    assert "๒๕๖๖ – ๒๕๗๐" in placeholder
