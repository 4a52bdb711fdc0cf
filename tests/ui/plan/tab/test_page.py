"""The tab as a whole: what it shows first, other years, its menus and dialogs, sizes, undo."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Place
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.suggestions.dialog import PlanSuggestionsDialog
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.places_dialog import PlacesDialog
from ita_desktop.ui.plan.tab.settings_dialog import PlanSettings
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.rows.deeds import Edit, set_field
from tests.ui.plan.tab.conftest import focused


def test_it_begins_at_the_first_project_with_sums_and_counts(page: PlanPage) -> None:
    assert page.tree.current_key == "project:1"
    assert page.card.title.text() == "แผน ๒๕๖๖ – ๒๕๗๐"
    assert page.card.count.text() == "๓ โครงการ"
    assert page.card.foot.said == "งบประมาณรวม ๕ ปี ๒๐,๐๐๐ บาท (สองหมื่นบาทถ้วน)"
    assert page.middle.project.project == 1


def test_another_year_of_the_plan_is_the_same_plan_and_one_without_is_empty(
    page: PlanPage,
) -> None:
    session = page._session
    session.add_year(2567)
    assert not page.empty.isVisible()
    session.add_year(2565)
    assert page.empty.isVisible()
    session.select_year(2566)
    assert not page.empty.isVisible()
    assert page.middle.project.project is not None


def test_undo_turns_to_the_row_that_came_back(page: PlanPage) -> None:
    session = page._session
    edit = Edit(kind=Kind.PROJECT, number=3, field="note", text="ดูอีกครั้ง")
    session.do(lambda file: set_field(file, edit))
    page.go_to("project:1")
    session.undo()
    assert page.tree.current_key == "project:3"


def test_settings_write_what_was_changed_and_the_plan_goes_and_comes_back(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    page.work.show_settings()
    settings = dialogs[-1]
    assert isinstance(settings, PlanSettings)
    settings.title.setText("แผนของเรา")
    settings.years.put(2566, 2575)
    settings.accept()
    plan = page._session.plan
    assert plan is not None
    assert (plan.title, plan.last_year) == ("แผนของเรา", 2575)
    assert page.card.title.text() == "แผน ๒๕๖๖ – ๒๕๗๕"
    page._session.undo()
    assert (page._session.plan or plan).title == ""
    assert (page._session.plan or plan).last_year == 2570
    page._session.redo()
    page.work.show_settings()
    again = dialogs[-1]
    assert isinstance(again, PlanSettings)
    again.remove.click()
    assert page.empty.isVisible()
    page._session.undo()
    assert not page.empty.isVisible()
    assert page.card.count.text() == "๓ โครงการ"


def test_a_project_is_put_under_other_sections(page: PlanPage, dialogs: list[QDialog]) -> None:
    page.go_to("project:1")
    page.gestures.places()
    dialog = dialogs[-1]
    assert isinstance(dialog, PlacesDialog)
    assert dialog.ticked == ()
    dialog.table.setCurrentCell(2, 1)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.ticked == (3,)
    dialog.accept()
    assert page.tree.plan_model.index_of("also:1:3").isValid()


def test_a_section_begins_with_starting_points(page: PlanPage, dialogs: list[QDialog]) -> None:
    page.go_to("section:5")
    page.middle.section.start.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, PlanSuggestionsDialog)
    dialog.table.doubleClicked.emit(dialog.table.model().index(0, 1))
    plan = page._session.plan
    assert plan is not None
    (made,) = plan.sections[4].projects
    assert page.tree.current_key == f"project:{made.id}"
    assert made.name
    assert focused() is page.middle.project.fields["units"].editor


def test_other_work_opens_what_it_names(page: PlanPage, dialogs: list[QDialog]) -> None:
    page.work.menu.aboutToShow.emit()
    for action in page.work.menu.actions():
        action.trigger()
        dialogs[-1].reject()
    assert [type(dialog).__name__ for dialog in dialogs] == [
        "PlanSettings",
        "MoneyDialog",
        "ProgressDialog",
        "RoundsDialog",
        "MissingDialog",
    ]


def test_papers_of_the_plan_are_in_its_menu(page: PlanPage) -> None:
    page.papers.aboutToShow.emit()
    words = " ".join(action.text() for action in page.papers.actions())
    assert "แผน" in words
    assert words.count("—") >= 3


def test_ctrl_p_in_the_tab_of_a_plan_is_for_papers_of_plans(page: PlanPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.workspace is not None
    workspace = window.workspace
    for last, following in (
        ("", "plan"),
        ("ita-report", "plan"),
        ("plan-details", "plan-details"),
        ("announcement", "announcement"),
    ):
        workspace._previewed = last
        assert workspace._following == following
    workspace.tabs.setCurrentIndex(Tab.SCORES)
    workspace._previewed = ""
    assert workspace._following == workspace.papers.first


def test_the_page_has_room_on_a_wide_window_and_is_remembered(page: PlanPage, qtbot: QtBot) -> None:
    assert page.bar.page.isVisible()
    qtbot.waitUntil(page.preview.isVisible)
    page.window().resize(QSize(911, 512))
    qtbot.waitUntil(lambda: not page.bar.page.isVisible())
    assert not page.preview.isVisible()
    page.window().resize(QSize(1366, 768))
    qtbot.waitUntil(page.preview.isVisible)
    page.bar.page.click()
    assert not page.preview.isVisible()
    assert not page._settings.plan_page()


def test_on_a_very_narrow_window_tree_and_editor_take_turns(
    page: PlanPage, qtbot: QtBot, press: Callable[[str], None]
) -> None:
    page.window().resize(QSize(683, 384))
    qtbot.waitUntil(page.card.turn.isVisible)
    assert page.tree.isVisible()
    assert not page.middle.isVisible()
    page.tree.setFocus()
    press("Enter")
    assert page.middle.isVisible()
    assert not page.tree.isVisible()
    press("Ctrl+M")
    qtbot.waitUntil(page.tree.hasFocus)
    page.go_to_place(Place(kind="project", number=2, field="steps"))
    assert page.middle.isVisible()
    page.window().resize(QSize(1366, 768))
    qtbot.waitUntil(page.tree.isVisible)
    assert page.middle.isVisible()
    assert not page.bar.turn.isVisible()


def test_a_file_that_is_only_read_says_so_wherever_it_is_typed_into(
    page: PlanPage, type_: Callable[[str], None], press: Callable[[str], None]
) -> None:
    session, notice = page.session, page._notice
    session.file.read_only = "ไฟล์เปิดอ่านอย่างเดียว"
    page.tree.plan_model.writable = False
    page.middle.project.refresh()
    page.go_to("project:1")
    for field in ("name", "steps", "amount:2566", "runs:2566"):
        notice.hide()
        page.middle.enter(field)
        type_("5")
        assert notice.isVisible(), field
        assert notice.text == "ไฟล์เปิดอ่านอย่างเดียว"
    notice.hide()
    page.tree.setFocus()
    press("F2")
    assert notice.isVisible()
    notice.hide()
    press("Down")
    assert not notice.isVisible()
    session.file.read_only = ""
