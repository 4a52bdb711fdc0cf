"""What is typed is written when its field is left, one deed a field, or stays and says why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from ita_desktop.db.rows import Kind
from ita_desktop.domain.project import ProjectKind
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.project.page import ProjectEditor
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.rows.deeds import Edit, set_field
from tests.ui.plan.project.conftest import Find, Type, numbers


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


def test_undo_within_what_is_typed_is_no_deed(
    editor: ProjectEditor, session: Session, type_: Type, press: Type
) -> None:
    before = session.file.latest_deed()
    editor.focus_field("rationale")
    type_("กขค")
    press("Ctrl+Z")
    assert editor.fields["rationale"].editor.toPlainText() == ""
    assert session.file.latest_deed() == before


def test_ctrl_z_in_the_window_takes_back_what_a_field_wrote(
    window: MainWindow, press: Type, type_: Type
) -> None:
    session, workspace = window.session, window.workspace
    assert session is not None
    assert workspace is not None
    workspace.tabs.setCurrentIndex(Tab.PLAN)
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


def test_a_file_that_is_only_read_lets_nothing_be_typed(
    editor: ProjectEditor, session: Session
) -> None:
    session.file.read_only = "เปิดอ่านอย่างเดียว"
    editor.refresh()
    assert all(field.editor.isReadOnly() for field in editor.fields.values())
    assert not editor.head_line.kind.isEnabled()
    assert not editor.money.model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable
    session.file.read_only = ""
