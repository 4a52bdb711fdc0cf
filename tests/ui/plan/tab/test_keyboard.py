"""The keyboard goes through the tab, and is where the work is."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.rows import GOALS
from ita_desktop.workflows.plans.making import remove_plan
from ita_desktop.workflows.plans.outline import remove_projects
from tests.ui.plan.tab.conftest import focused


def test_page_keys_step_through_projects(page: PlanPage, press: Callable[[str], None]) -> None:
    page.tree.setFocus()
    for keys, goal in (("Ctrl+Alt+PgDown", "project:2"), ("Ctrl+Alt+PgUp", "project:1")):
        press(keys)
        assert page.tree.current_key == goal
    page.middle.project.project_wanted.emit(2)
    assert page.tree.current_key == "project:2"


def test_a_new_project_is_typed_at_once(page: PlanPage) -> None:
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Insert)
    editor = page.middle.project.fields["name"].editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "abc")
    assert page._session.leave()
    assert page._session.plan is not None
    assert [one.name for one in page._session.plan.sections[1].projects][1] == "abc"


def test_keys_of_the_outline_are_told_in_its_menus_and_answered(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    page.work.menu.aboutToShow.emit()
    assert any("Ctrl+M" in one.text() for one in page.work.menu.actions())
    page.go_to("project:1")
    page.tree.setFocus()
    page.card.menu.aboutToShow.emit()
    told = [one.text().partition("\t")[2] for one in page.card.menu.actions()]
    assert {"Insert", "Shift+Insert", "Ctrl+L", "Alt+Up", "Alt+Left", "F2"} <= {*told}
    for keys, kind in (
        (Qt.Key.Key_L, "PlacesDialog"),
        (Qt.Key.Key_Insert, "PlanSuggestionsDialog"),
    ):
        held = Qt.KeyboardModifier.ControlModifier
        if keys == Qt.Key.Key_Insert:
            held = Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(page.tree, keys, held)
        assert type(dialogs[-1]).__name__ == kind
        dialogs[-1].reject()


def test_after_the_menu_of_the_tree_the_keyboard_is_in_the_tree(page: PlanPage) -> None:
    page.go_to("project:1")
    page.card.more.setFocus()
    page.card.menu.aboutToShow.emit()
    next(one for one in page.card.menu.actions() if "Ctrl+D" in one.text()).trigger()
    assert focused() is page.tree
    assert page.tree.current_key not in {"project:1", ""}


def test_enter_on_the_goals_is_for_their_table_and_on_a_text_for_the_text(page: PlanPage) -> None:
    parts = page.middle.parts
    for key, place in ((GOALS, parts.goals.table), ("part:preface", parts.text.editor)):
        page.go_to(key)
        page.tree.setFocus()
        QTest.keyClick(page.tree, Qt.Key.Key_Return)
        assert focused() is place


def test_tab_goes_through_a_project_of_the_window_from_top_to_bottom(
    page: PlanPage, press: Callable[[str], None]
) -> None:
    page.go_to("project:1")
    of, chosen = page.middle.project.fields, page.middle.project.chosen
    page.middle.enter("outputs")
    met: list[QWidget] = []
    for _ in range(7):
        met.append(focused())
        press("Tab")
    ways = [of[name].property("measuring") for name in ("outputs", "outcomes")]
    last = [of["note"].editor, chosen.risks.button, chosen.items.button]
    assert met == [of["outputs"].editor, ways[0], of["outcomes"].editor, ways[1], *last]


def test_the_plan_that_is_typed_into_may_go_and_the_keyboard_stays(
    page: PlanPage, type_: Callable[[str], None], qtbot: QtBot
) -> None:
    session = page._session
    plan = session.plan
    assert plan is not None
    page.middle.enter("rationale")
    type_("กำลังพิมพ์")
    session.do(lambda file: remove_plan(file, plan.id))
    qtbot.waitUntil(page.empty.first.hasFocus)
    session.undo()
    assert page.card.count.text() == "๓ โครงการ"
    assert page.isAncestorOf(focused())


def test_the_project_that_is_typed_into_may_go_and_the_next_is_written(
    page: PlanPage, type_: Callable[[str], None], qtbot: QtBot
) -> None:
    page.middle.enter("rationale")
    type_("กำลังพิมพ์")
    page._session.do(lambda file: remove_projects(file, [1]))
    editor = page.middle.project
    assert (page.tree.current_key, editor.project) == ("project:2", 2)
    assert editor.fields["rationale"].editor.kept_text() == ""
    qtbot.waitUntil(lambda: focused() in [field.editor for field in editor.fields.values()])
    page._session.undo()
    assert (page.tree.current_key, editor.project) == ("project:1", 1)
