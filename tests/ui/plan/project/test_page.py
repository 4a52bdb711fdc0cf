"""The page of a project: what is typed is written when it is left, or stays and says why."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan_headings import empty_headings
from ita_desktop.domain.project import Project, ProjectKind, TargetGroup
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.project.choosing import ChoosingDialog
from ita_desktop.ui.plan.project.list_editor import ListEditor
from ita_desktop.ui.plan.project.page import ProjectEditor
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.outline import remove_projects
from ita_desktop.workflows.rows.deeds import Edit, set_field

Find = Callable[[int], Project]
Type = Callable[[str], None]


def numbers(session: Session) -> list[int]:
    assert session.plan is not None
    return [one.project.id for one in session.plan.placed()]


def test_a_text_is_written_when_its_field_is_left(
    editor: ProjectEditor, project: Find, type_: Type, press: Type
) -> None:
    editor.focus_field("rationale")
    type_("เปิดโอกาสให้ประชาชน")
    assert (editor.editing, project(1).rationale) == (True, "")
    press("F6")
    assert (editor.editing, project(1).rationale) == (False, "เปิดโอกาสให้ประชาชน")
    assert editor.fields["objectives"].editor.hasFocus()


def test_one_field_left_is_one_deed(
    editor: ProjectEditor, session: Session, project: Find, type_: Type, press: Type
) -> None:
    editor.focus_field("note")
    type_("ทำทุกปี")
    press("F6")
    session.undo()
    assert project(1).note == ""
    assert editor.fields["note"].editor.toPlainText() == ""


def test_what_is_typed_is_taken_before_the_file_is_left(
    editor: ProjectEditor, session: Session, project: Find, type_: Type
) -> None:
    editor.focus_field("objectives")
    type_("รับฟังปัญหา")
    assert session.leave()
    assert project(1).objectives == "รับฟังปัญหา"


def test_refused_text_stays_with_its_sentence(
    editor: ProjectEditor, session: Session, project: Find, type_: Type, press: Type
) -> None:
    editor.focus_field("target_count")
    type_("หลายคน")
    press("F6")
    field = editor.fields["target_count"]
    assert field.editor.toPlainText() == "หลายคน"
    assert "หลายคน" in field.error
    assert project(1).target_count is None
    assert not session.leave()
    assert not editor.show_project(numbers(session)[1])
    assert field.editor.hasFocus()
    press("Escape")
    assert (field.editor.toPlainText(), field.error) == ("", "")
    assert editor.show_project(numbers(session)[1])


def test_what_is_typed_stays_when_something_else_changes(
    editor: ProjectEditor, session: Session, type_: Type
) -> None:
    editor.focus_field("rationale")
    type_("กำลังพิมพ์")
    edit = Edit(kind=Kind.PROJECT, number=numbers(session)[0], field="note", text="อื่น")
    set_field(session.file, edit)
    session.refresh()
    assert editor.fields["rationale"].editor.toPlainText() == "กำลังพิมพ์"
    assert editor.fields["note"].editor.toPlainText() == "อื่น"


def test_a_name_says_the_kind_of_a_project_that_has_none(
    editor: ProjectEditor, session: Session, project: Find, type_: Type, press: Type
) -> None:
    editor.show_project(numbers(session)[1])
    editor.focus_field("name")
    type_("มาตรการ NO Gift Policy")
    press("Return")
    assert (project(2).name, project(2).kind) == ("มาตรการ NO Gift Policy", ProjectKind.MEASURE)
    session.undo()
    assert (project(2).name, project(2).kind) == ("", ProjectKind.UNTOLD)


def test_a_kind_is_chosen_from_the_menu(editor: ProjectEditor, project: Find) -> None:
    menu = editor.head_line.kind.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "กิจกรรม").trigger()
    assert project(1).kind is ProjectKind.ACTIVITY
    assert editor.head_line.kind.text() == "กิจกรรม"


def test_a_list_is_written_as_a_list(
    editor: ProjectEditor, project: Find, type_: Type, press: Type
) -> None:
    editor.focus_field("steps")
    press("Ctrl+End")
    press("Return")
    press("Shift+Tab")
    type_("ง")
    press("F6")
    assert project(1).steps == "ก\nข\n\tค\nง"


FIELDS = (
    *("name", "kind", "rationale", "objectives", "target", "target_count", "target_groups"),
    *("steps", "period", "runs:2567", "quarters:2567", "amount:2567", "amount", "no_budget"),
    *("source", "units", "outputs", "outcomes", "note", "risks", "items"),
)


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


def test_the_history_of_a_field_gives_its_value_back(
    editor: ProjectEditor,
    project: Find,
    type_: Type,
    press: Type,
    dialogs: list[QDialog],
) -> None:
    for text in ("หนึ่ง", "สอง"):
        editor.focus_field("note")
        press("Ctrl+A")
        type_(text)
        press("F6")
    editor.focus_field("note")
    press("Ctrl+H")
    dialog = dialogs[-1]
    assert isinstance(dialog, FieldHistoryDialog)
    dialog.use_before.click()
    assert project(1).note == "หนึ่ง"
    dialog.reject()


def test_undo_within_what_is_typed_is_no_deed(
    editor: ProjectEditor, session: Session, type_: Type, press: Type
) -> None:
    before = session.file.latest_deed()
    editor.focus_field("rationale")
    type_("กขค")
    press("Ctrl+Z")
    assert editor.fields["rationale"].editor.toPlainText() == ""
    assert session.file.latest_deed() == before


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


def test_the_field_with_the_keyboard_is_in_sight_in_the_next_project_too(
    editor: ProjectEditor, session: Session, qtbot: QtBot
) -> None:
    editor.focus_field("note")
    editor.show_project(numbers(session)[1])
    note = editor.fields["note"].editor
    assert note.hasFocus()
    qtbot.waitUntil(lambda: not note.visibleRegion().isEmpty())


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


def test_enter_presses_what_opens_a_list(
    editor: ProjectEditor, press: Type, dialogs: list[QDialog]
) -> None:
    editor.chosen.groups.button.setFocus()
    press("Return")
    assert isinstance(dialogs[-1], ChoosingDialog)


def test_a_file_that_is_only_read_lets_nothing_be_typed(
    editor: ProjectEditor, session: Session
) -> None:
    session.file.read_only = "เปิดอ่านอย่างเดียว"
    editor.refresh()
    assert all(field.editor.isReadOnly() for field in editor.fields.values())
    assert not editor.head_line.kind.isEnabled()
    assert not editor.money.model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable
    session.file.read_only = ""


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


def test_ctrl_z_in_the_window_takes_back_what_a_field_wrote(
    window: MainWindow, press: Type, type_: Type
) -> None:
    session, workspace = window.session, window.workspace
    assert session is not None
    assert workspace is not None
    workspace.tabs.setCurrentIndex(3)
    assert session.plan is not None
    first = next(session.plan.placed()).project
    workspace.plan.go_to(f"project:{first.id}")
    editor = workspace.plan.middle.project
    editor.focus_field("note")
    press("Ctrl+A")
    type_("ใหม่")
    press("F6")
    assert next(session.plan.placed()).project.note == "ใหม่"
    editor.focus_field("note")
    press("Ctrl+Z")
    assert next(session.plan.placed()).project.note == first.note
    assert editor.fields["note"].editor.toPlainText() == first.note


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
