"""What is chosen for a project from menus and lists, and not typed."""

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.domain.project import ProjectKind, TargetGroup
from ita_desktop.ui.fields.choosing import ChoosingDialog
from ita_desktop.ui.plan.project.page import ProjectEditor
from ita_desktop.ui.session import Session
from tests.ui.plan.project.conftest import Find, Type


def test_a_kind_is_chosen_from_the_menu(editor: ProjectEditor, project: Find) -> None:
    menu = editor.head_line.kind.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "กิจกรรม").trigger()
    assert project(1).kind is ProjectKind.ACTIVITY
    assert editor.head_line.kind.text() == "กิจกรรม"


def test_target_groups_are_ticked_in_a_list(
    qtbot: QtBot, editor: ProjectEditor, project: Find, press: Type, dialogs: list[QDialog]
) -> None:
    editor.chosen.groups.button.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, ChoosingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    press("Space")
    press("Down")
    press("Space")
    press("Ctrl+Return")
    assert project(1).target_groups == (TargetGroup.EXECUTIVES, TargetGroup.COUNCIL)
    assert "ข้าราชการการเมืองฝ่ายสภาท้องถิ่น" in editor.chosen.groups.lines[0]


def test_items_are_found_by_a_search_and_kept_through_another(
    qtbot: QtBot,
    editor: ProjectEditor,
    project: Find,
    press: Type,
    dialogs: list[QDialog],
) -> None:
    editor.chosen.items.button.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, ChoosingDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.search.setText("O36")
    press("Return")
    press("Space")
    dialog.search.setText("O37")
    dialog.table.setFocus()
    press("Space")
    dialog.accept_button.click()
    assert project(1).items == ((2566, "O36"), (2566, "O37"))
    assert editor.chosen.items.lines[0].startswith("O36")


def test_a_way_of_measuring_is_added_in_brackets(
    editor: ProjectEditor, project: Find, type_: Type, press: Type
) -> None:
    editor.focus_field("outcomes")
    type_("ประชาชนพึงพอใจ")
    button = editor.fields["outcomes"].property("measuring")
    button.menu().actions()[-1].trigger()
    type_("กองคลัง")
    press("F6")
    assert project(1).outcomes == "ประชาชนพึงพอใจ (สำรวจโดยกองคลัง)"


def test_units_of_the_office_are_offered(
    editor: ProjectEditor, session: Session, project: Find, press: Type
) -> None:
    editor.focus_field("units")
    press("Alt+Down")
    press("Down")
    press("Return")
    press("F6")
    offered = (*session.office.units, "ทุกหน่วยงาน")
    assert project(1).units == offered[0]
