"""The tab as a whole: beginning, going to rows, finding, steps, undo, sizes, the keyboard."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.ui import wording
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.announcements.dialog import AnnouncementsDialog
from ita_desktop.ui.plan.carrying import CarryPlanDialog
from ita_desktop.ui.plan.progress.dialog import ProgressDialog
from ita_desktop.ui.plan.suggestions.dialog import PlanSuggestionsDialog
from ita_desktop.ui.plan.tab.new_plan import NewPlanDialog
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.places_dialog import PlacesDialog
from ita_desktop.ui.plan.tab.rows import GOALS
from ita_desktop.ui.plan.tab.settings_dialog import PlanSettings
from ita_desktop.workflows.plans.making import remove_plan
from ita_desktop.workflows.plans.outline import remove_projects
from ita_desktop.workflows.rows.deeds import Edit, set_field

ShowPage = Callable[[Path], PlanPage]


def focused() -> QWidget:
    """Return what has the keyboard."""
    there = QApplication.focusWidget()
    assert there is not None
    return there


@pytest.fixture
def show_page(make_window: Callable[[Path | None], MainWindow], qtbot: QtBot) -> ShowPage:
    """Show the tab of the plan of a file."""

    def show(path: Path) -> PlanPage:
        window = make_window(path)
        window.resize(1366, 768)
        assert window.workspace is not None
        window.workspace.tabs.setCurrentIndex(3)
        page = window.workspace.plan
        qtbot.waitUntil(page.isVisible)
        return page

    return show


@pytest.fixture
def page(show_page: ShowPage, planned_path: Path) -> PlanPage:
    """Return the tab; its first project is shown."""
    return show_page(planned_path)


def test_it_begins_at_the_first_project_with_sums_and_counts(page: PlanPage) -> None:
    assert page.tree.current_key == "project:1"
    assert page.card.title.text() == "แผน ๒๕๖๖ – ๒๕๗๐"
    assert page.card.count.text() == "๓ โครงการ"
    assert page.card.foot.said == "งบประมาณรวม ๕ ปี ๒๐,๐๐๐ บาท (สองหมื่นบาทถ้วน)"
    assert page.middle.project.project == 1


@pytest.mark.parametrize(("place", "years"), [(0, (2566, 2570)), (1, (2561, 2564))])
def test_a_plan_begins_with_one_click(
    show_page: ShowPage, empty_path: Path, place: int, years: tuple[int, int]
) -> None:
    page = show_page(empty_path)
    assert page.empty.isVisible()
    assert "๒๕๖๑–๒๕๖๔ ยังไม่ได้เทียบกับคู่มือ" in page.empty._how.text()
    assert "(O36, O37, O38)" in page.empty._for.text()
    page.empty.templates[place].click()
    plan = page._session.plan
    assert plan is not None
    assert (plan.first_year, plan.last_year) == years
    assert len(plan.dimensions) == 4
    assert page._session.fiscal_year in plan.years
    assert not page.empty.isVisible()
    page.tree.go_to(f"section:{plan.sections[0].id}")
    assert "กด “เพิ่มโครงการ” หรือ Insert" in page.middle.section.next.text()
    page._session.undo()
    assert page.empty.isVisible()
    assert page._session.years == (2566,)
    page._session.redo()
    assert len(page._session.years) == (2 if place else 1)


def test_own_years_are_chosen_and_years_that_are_none_are_refused(
    show_page: ShowPage, empty_path: Path, dialogs: list[QDialog]
) -> None:
    page = show_page(empty_path)
    page.empty.own.click()
    (dialog,) = dialogs
    assert isinstance(dialog, NewPlanDialog)
    dialog.years.put(2566, 2581)
    dialog.accept()
    assert "ไม่เกิน ๑๕ ปี" in dialog.error.text()
    dialog.years.put(2565, 2567)
    dialog.template.setCurrentIndex(2)
    dialog.accept()
    plan = page._session.plan
    assert plan is not None
    assert (plan.first_year, plan.last_year, plan.sections) == (2565, 2567, ())
    page.gestures.add_section()
    assert page._session.plan is not None
    assert len(page._session.plan.sections) == 1


def test_a_workbook_is_asked_for_from_the_empty_page(
    show_page: ShowPage, empty_path: Path, qtbot: QtBot
) -> None:
    page = show_page(empty_path)
    with qtbot.waitSignal(page.import_requested):
        page.empty.bring.click()


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


def test_page_keys_step_through_projects(page: PlanPage, press: Callable[[str], None]) -> None:
    page.tree.setFocus()
    for keys, goal in (("Ctrl+Alt+PgDown", "project:2"), ("Ctrl+Alt+PgUp", "project:1")):
        press(keys)
        assert page.tree.current_key == goal
    page.middle.project.project_wanted.emit(2)
    assert page.tree.current_key == "project:2"


def test_undo_turns_to_the_row_that_came_back(page: PlanPage) -> None:
    session = page._session
    edit = Edit(kind=Kind.PROJECT, number=3, field="note", text="ดูอีกครั้ง")
    session.do(lambda file: set_field(file, edit))
    page.go_to("project:1")
    session.undo()
    assert page.tree.current_key == "project:3"


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (Place(kind="project", number=2, field="steps"), "project:2"),
        (Place(kind="goal", number=1, field="text"), GOALS),
        (Place(kind="plan", number=1, field="preface"), "part:preface"),
        (Place(kind="section", number=5, field="project"), "section:5"),
    ],
)
def test_what_is_lacking_is_one_click_from_its_place(
    page: PlanPage, place: Place, key: str
) -> None:
    page.strip.show_lacks([Lack(severity=Severity.ERROR, message="ยังขาด", place=place)])
    page.strip.go.click()
    assert page.tree.current_key == key
    assert page.middle.isAncestorOf(focused())


def test_a_new_project_is_typed_at_once(page: PlanPage) -> None:
    page.tree.setFocus()
    QTest.keyClick(page.tree, Qt.Key.Key_Insert)
    editor = page.middle.project.fields["name"].editor
    assert editor.hasFocus()
    QTest.keyClicks(editor, "abc")
    assert page._session.leave()
    assert page._session.plan is not None
    assert [one.name for one in page._session.plan.sections[1].projects][1] == "abc"


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


def test_papers_of_the_plan_are_in_its_menu(page: PlanPage) -> None:
    page.papers.aboutToShow.emit()
    words = " ".join(action.text() for action in page.papers.actions())
    assert "แผน" in words
    assert words.count("—") >= 3


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


def test_a_report_that_is_lacking_is_gone_to_in_its_round(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    place = Place(kind="project", number=3, field="result:2566", months=12)
    assert page.go_to_place(place)
    dialog = dialogs[-1]
    assert isinstance(dialog, ProgressDialog)
    assert dialog.months == 12
    line = dialog.table.current_line()
    assert line is not None
    assert line.key == "project:3"
    dialog.reject()


def test_a_report_of_a_year_that_the_file_has_not_is_made_in_that_year(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    session = page.session
    missing = next(year for year in (2567, 2568, 2569) if year not in session.years)
    page.go_to_place(Place(kind="plan", number=1, field=f"progress:{missing}", months=12))
    dialog = dialogs[-1]
    assert isinstance(dialog, ProgressDialog)
    assert session.fiscal_year == missing
    assert wording.shown(str(missing)) in dialog.windowTitle()
    (back,) = [
        one for one in dialog.notice.findChildren(QPushButton) if one.text().startswith("กลับไปปี")
    ]
    assert wording.shown(f"ปีงบประมาณ {missing}") in dialog.notice.text
    back.click()
    assert not dialog.isVisible()
    assert session.fiscal_year == 2566


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


def test_a_report_of_a_year_without_criteria_is_not_made_in_another(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    before = page.session.fiscal_year
    page.go_to_place(Place(kind="plan", number=1, field="progress:2599", months=12))
    assert not dialogs
    assert page.session.fiscal_year == before


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
    workspace.tabs.setCurrentIndex(0)
    workspace._previewed = ""
    assert workspace._following == workspace.papers.first


def test_on_a_low_window_f8_lists_what_is_lacking(
    page: PlanPage, press: Callable[[str], None], dialogs: list[QDialog], qtbot: QtBot
) -> None:
    page.tree.setFocus()
    qtbot.waitUntil(page.strip.isVisible)
    page.window().resize(QSize(911, 512))
    qtbot.waitUntil(lambda: not page.strip.isVisible())
    press("F8")
    assert type(dialogs[-1]).__name__ == "MissingDialog"
    dialogs[-1].reject()


def test_a_plan_that_is_not_announced_is_one_step_from_its_draft(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    page.go_to_place(Place(kind="plan", number=1, field="announcement"))
    dialog = dialogs[-1]
    assert isinstance(dialog, AnnouncementsDialog)
    assert dialog.chosen is not None
    assert dialog.chosen.kind is AnnouncementKind.PLAN
    dialog.reject()


def test_what_is_lacking_is_sought_anew_for_another_year_of_the_plan(
    page: PlanPage, qtbot: QtBot
) -> None:
    session = page.session
    first = session.fiscal_year
    session.add_year(first + 1)
    with qtbot.waitSignal(page._lacks.found):
        pass
    with qtbot.waitSignal(page._lacks.found):
        session.select_year(first)


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


def test_a_new_plan_takes_over_from_the_last_one(page: PlanPage, dialogs: list[QDialog]) -> None:
    page._session.add_year(2569)
    page.work.show_settings()
    settings = dialogs[-1]
    assert isinstance(settings, PlanSettings)
    settings.years.put(2566, 2568)
    settings.accept()
    assert page.empty.carry.isVisible()
    page.empty.carry.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, CarryPlanDialog)
    dialog.go.click()
    plan = page._session.plan
    assert plan is not None
    assert plan.first_year == 2569
    assert sum(1 for _ in plan.placed()) == 3
    assert not page.empty.isVisible()


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


def test_by_keyboard_alone_from_an_empty_file_to_two_projects(
    show_page: ShowPage, empty_path: Path, press: Callable[[str], None], qtbot: QtBot
) -> None:
    page = show_page(empty_path)
    page.first.setFocus()
    press("Enter")
    qtbot.waitUntil(page.tree.hasFocus)
    for keys in ("Down", "Down", "Insert"):
        press(keys)
    QTest.keyClicks(focused(), "first")
    press("Ctrl+M")
    qtbot.waitUntil(page.tree.hasFocus)
    for keys in ("Ctrl+D", "Alt+Up", "F2"):
        press(keys)
    QTest.keyClicks(focused(), "second")
    press("Enter")
    qtbot.waitUntil(page.tree.hasFocus)
    plan = page._session.plan
    assert plan is not None
    assert [one.project.name for one in plan.placed()] == ["second", "first"]
    press("Ctrl+M")
    assert page.middle.isAncestorOf(focused())


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


def test_f8_goes_to_what_is_lacking_and_shift_f8_turns_to_the_next(
    page: PlanPage, press: Callable[[str], None]
) -> None:
    page.tree.setFocus()
    fields = ("steps", "outputs")
    places = [Place(kind="project", number=2, field=field) for field in fields]
    lacks = [Lack(severity=Severity.ERROR, message=place.field, place=place) for place in places]
    page.strip.show_lacks(lacks)
    for field, turn in zip(fields, (True, False), strict=True):
        press("F8")
        assert focused() is page.middle.project.fields[field].editor
        if turn:
            press("Shift+F8")
            assert page.strip.text == "outputs"


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
