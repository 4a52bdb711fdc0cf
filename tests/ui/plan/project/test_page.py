"""The page of a project: which one is shown, where a field of it is, what is in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.ui.plan.project.page import ProjectEditor
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.outline import remove_projects
from ita_desktop.workflows.rows.deeds import Edit, set_field
from tests.ui.plan.project.conftest import numbers

FIELDS = (
    *("name", "kind", "rationale", "objectives", "target", "target_count", "target_groups"),
    *("steps", "period", "runs:2567", "quarters:2567", "amount:2567", "amount", "no_budget"),
    *("source", "units", "outputs", "outcomes", "note", "risks", "items"),
)


def test_a_project_that_is_gone_is_no_longer_shown(editor: ProjectEditor, session: Session) -> None:
    remove_projects(session.file, numbers(session)[:1])
    session.refresh()
    assert editor.project is None
    assert not editor.editing


def test_the_next_project_is_asked_for(
    qtbot: QtBot, editor: ProjectEditor, session: Session
) -> None:
    with qtbot.waitSignal(editor.project_wanted) as wanted:
        editor.head_line.after.click()
    assert wanted.args == [numbers(session)[1]]
    assert not editor.head_line.before.isEnabled()


def test_every_field_of_a_finding_has_its_place(editor: ProjectEditor) -> None:
    places: list[QWidget] = []
    for field in FIELDS:
        assert editor.focus_field(field)
        focus = editor.window().focusWidget()
        assert isinstance(focus, QWidget)
        assert editor.isAncestorOf(focus)
        places.append(focus)
    assert places[FIELDS.index("period")] is editor.period.table, "a period lacks years, not words"
    assert len(set(places)) == len(FIELDS) - 3  # all of its period, both of its money


def test_a_field_that_is_none_is_not_found(editor: ProjectEditor) -> None:
    assert not editor.focus_field("weather")


def test_the_field_with_the_keyboard_is_in_sight_in_the_next_project_too(
    editor: ProjectEditor, session: Session, qtbot: QtBot
) -> None:
    editor.focus_field("note")
    editor.show_project(numbers(session)[1])
    note = editor.fields["note"].editor
    assert note.hasFocus()
    qtbot.waitUntil(lambda: not note.visibleRegion().isEmpty())


def test_a_long_name_leaves_the_headings_their_room(
    editor: ProjectEditor, session: Session, qtbot: QtBot
) -> None:
    name = editor.fields["name"].editor
    editor.resize(600, 330)
    edit = Edit(kind=Kind.PROJECT, number=editor.project or 0, field="name", text="ก" * 600)
    session.do(lambda file: set_field(file, edit))
    qtbot.waitUntil(lambda: 0 < editor.head_line.height() <= 330 // 2)
    assert name.height() <= 110
    assert editor.fields["name"].editor.kept_text() == "ก" * 600
    editor.resize(600, 1200)
    qtbot.waitUntil(lambda: name.height() > 200)
    bar = name.verticalScrollBarPolicy()
    assert bar == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
