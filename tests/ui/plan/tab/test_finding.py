"""What is sought in all texts of a plan filters its tree."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.ui.plan.parts.editor import PartsEditor
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.rows import GOALS
from ita_desktop.workflows.plans.making import remove_plan
from ita_desktop.workflows.rows.deeds import Edit, set_field


def test_what_is_found_filters_the_tree_and_is_stepped_through(page: PlanPage) -> None:
    for number in (1, 3):
        edit = Edit(kind=Kind.PROJECT, number=number, field="note", text="คำที่หา 1")
        page._session.do(lambda file, edit=edit: set_field(file, edit))
    assert page.find_text("คำที่หา ๑") == (1, 2)
    assert page.find_text("คำที่หา ๑") == (2, 2)
    assert page.tree.current_key == "project:3"
    seen = [row.key for row in page.tree.plan_model.rows]
    assert seen == ["section:1", "section:2", "project:1", "section:3", "project:3"]
    assert page.find_text("ไม่มีคำนี้เลย") == (0, 0)
    assert len(page.tree.plan_model.rows) > len(seen)
    assert page.find_text("๒๐๐๐๐") == (1, 1)
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Escape)
    assert page.tree.plan_model.index_of(GOALS).isValid()


def test_a_row_that_is_filtered_away_is_gone_to(page: PlanPage) -> None:
    page.find_text("เศรษฐกิจพอเพียง")
    assert page.go_to("project:2")
    assert page.tree.current_key == "project:2"
    assert page._seen.matching is None


def test_a_plan_that_comes_back_is_seen_whole_and_says_of_no_finds(page: PlanPage) -> None:
    page.find_text("เศรษฐกิจพอเพียง")
    assert page.card.all.isVisible()
    plan = page._session.plan
    assert plan is not None
    page._session.do(lambda file: remove_plan(file, plan.id))
    page._session.undo()
    assert page._seen.matching is None
    assert not page.card.all.isVisible()


def test_words_are_folded_before_they_are_sought(page: PlanPage, qtbot: QtBot) -> None:
    finder = page._seen.finder
    qtbot.waitUntil(lambda: len(finder._projects) == 3)
    plan = page._session.plan
    assert plan is not None
    assert not finder.fold_some(plan, 0)
    edit = Edit(kind=Kind.PROJECT, number=1, field="steps", text="ประชุมใหญ่")
    page._session.do(lambda file: set_field(file, edit))
    changed = page._session.plan
    assert changed is not None
    assert finder.fold_some(changed, 0)  # the one that was written
    qtbot.waitUntil(lambda: not finder.fold_some(changed, 0))
    assert page.find_text("ประชุมใหญ่") == (1, 1)


def test_the_editor_of_fixed_parts_is_made_before_one_is_sought(
    page: PlanPage, qtbot: QtBot
) -> None:
    assert not page.findChildren(PartsEditor)
    shown = page.middle.currentWidget()
    qtbot.waitUntil(lambda: len(page.findChildren(PartsEditor)) == 1)
    assert page.middle.currentWidget() is shown
    assert not page.middle.parts.isVisible()
    page.go_to(GOALS)
    assert page.middle.parts.isVisible()
