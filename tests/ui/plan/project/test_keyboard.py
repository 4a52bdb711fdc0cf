"""The keyboard writes a whole project, goes from field to field and reaches every control."""

from decimal import Decimal

from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.domain.plan_headings import empty_headings
from ita_desktop.ui.fields.choosing import ChoosingDialog
from ita_desktop.ui.fields.list_editor import ListEditor
from ita_desktop.ui.plan.project.page import ProjectEditor
from ita_desktop.ui.session import Session
from tests.ui.plan.project.conftest import Find, Type, numbers


def test_a_project_of_nine_headings_is_written_by_keyboard(
    editor: ProjectEditor, session: Session, project: Find, type_: Type, press: Type
) -> None:
    """From its name to its outcome, without the mouse: Enter goes on, 17 keys beside the text."""
    keys = 0

    def go(*strokes: str) -> None:
        nonlocal keys
        for stroke in strokes:
            press(stroke)
            keys += 1

    editor.show_project(numbers(session)[1])
    editor.focus_field("name")
    type_("โครงการเวทีประชาคม")
    go("Return")
    type_("รับฟังประชาชน")
    go("F6")
    type_("รับฟังปัญหา")
    go("Return")
    type_("จัดทำแผน")
    go("F6")
    type_("ชุมชน")
    go("F6")
    type_("๑๕๐")
    go("Return")
    type_("จัดเวที")
    go("Return", "F6")
    go("Space", "Return")
    type_("20000")
    go("Return", "Shift+Tab", "Ctrl+R", "F6")
    type_("กองสวัสดิการสังคม")
    go("F6")
    type_("จัดเวทีปีละ ๑ ครั้ง")
    go("F6")
    type_("ได้ข้อมูลไปทำแผน")
    go("F6")
    found = project(2)
    assert empty_headings(found, (2566, 2567, 2568, 2569, 2570)) == ()
    assert found.objectives == "รับฟังปัญหา\nจัดทำแผน"
    assert found.running == (2566, 2567, 2568, 2569, 2570)
    assert {one.amount for one in found.years.values()} == {Decimal(20000)}
    assert keys == 17


def test_arrows_go_from_field_to_field(editor: ProjectEditor, press: Type, type_: Type) -> None:
    editor.focus_field("rationale")
    press("Down")
    assert editor.fields["objectives"].editor.hasFocus()
    type_("กขค")
    press("Left")
    press("Up")
    assert editor.fields["rationale"].editor.hasFocus()
    editor.focus_field("steps")
    press("Ctrl+Home")
    press("Down")
    assert editor.fields["steps"].editor.hasFocus()
    press("Ctrl+End")
    press("Down")
    assert editor.period.table.hasFocus()


def test_tab_reaches_every_control_and_gets_out(
    editor: ProjectEditor, press: Type, qapp: object
) -> None:
    del qapp
    editor.focus_field("name")
    met: list[QWidget] = []
    for _ in range(45):
        focus = editor.window().focusWidget()
        assert focus is not None
        met.append(focus)
        if isinstance(focus, ListEditor):
            press("Ctrl+Home")
        press("Tab")
    of = editor.fields
    wanted = [*(field.editor for field in of.values()), editor.period.table, editor.money.table]
    wanted += [editor.money.none, editor.chosen.groups.button, editor.chosen.risks.button]
    wanted += [editor.chosen.items.button, editor.head_line.kind]
    assert [one.accessibleName() for one in wanted if one not in met] == []


def test_every_control_has_a_name(editor: ProjectEditor) -> None:
    for field in (*editor.fields.values(), *editor.money.fields):
        assert field.editor.accessibleName()
    for table in (editor.period.table, editor.money.table):
        assert table.accessibleName()


def test_enter_presses_what_opens_a_list(
    editor: ProjectEditor, press: Type, dialogs: list[QDialog]
) -> None:
    editor.chosen.groups.button.setFocus()
    press("Return")
    assert isinstance(dialogs[-1], ChoosingDialog)


def test_space_in_a_year_says_that_no_money_is_used(
    editor: ProjectEditor, project: Find, press: Type
) -> None:
    editor.focus_field("amount:2567")
    press("Space")
    assert project(1).no_budget
    assert editor.money.none.isChecked()
    assert editor.money.table.hasFocus()
    press("Space")
    assert not project(1).no_budget
