"""What a clerk may have before her of a plan: its rows and parts, dialogs, no plan at all."""

# pyright: reportPrivateUsage=false

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from ita_desktop.db.plans import plans_of
from ita_desktop.documents.plan_texts import TEXTS
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.carrying import show_carry_plan
from ita_desktop.ui.plan.suggestions.dialog import open_suggestions
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.plans.making import begin_plan, remove_plan

State = tuple[str, Callable[[], object]]
_FIGURES: Final = "ตลอด 5 ปีมี 99 โครงการ งบประมาณ 1,234,567.50 บาท " * 6


def parts_of_the_plan(workspace: Workspace) -> Iterator[State]:
    """Give every fixed text, one with figures that were typed, and the goals."""
    yield "the plan", lambda: workspace.tabs.setCurrentIndex(Tab.PLAN)
    tree = workspace.plan.tree
    for name in TEXTS:
        yield f"part {name}", partial(tree.go_to, f"part:{name}")

    def type_figures() -> None:
        tree.go_to("part:preface")
        workspace.plan.middle.parts.text.editor.setPlainText(_FIGURES)

    def go_back() -> None:
        workspace.plan.middle.parts.text.back.click()

    yield "typed figures", type_figures
    yield "starting words", go_back
    yield from rows_of_the_plan(workspace)


def rows_of_the_plan(workspace: Workspace) -> Iterator[State]:
    """Give a section of each level, a project at each of its fields, and what was found."""
    plan = workspace.session.plan
    if plan is None:
        return
    page, tree = workspace.plan, workspace.plan.tree
    for level in (1, 2, 3):
        section = next((one for one in plan.sections if one.level == level), plan.sections[0])
        yield f"section {level}", partial(tree.go_to, f"section:{section.id}")
    for placed in [*plan.placed()][:4]:
        yield f"project {placed.number}", partial(tree.go_to, f"project:{placed.project.id}")
    for field in ("name", "target", "steps", "quarters", "amount", "outcomes", "items"):
        yield f"project at {field}", partial(_enter, page, field)
    yield "found in the plan", lambda: page.find_text("ทุจริต")
    yield "all of the plan", page.show_all


def _enter(page: PlanPage, field: str) -> None:
    page.panes.show_editor()
    page.middle.enter(field)


def dialogs_around_the_plan(window: MainWindow, session: Session) -> Iterator[State]:
    """Give starting points, sought and not found, and what comes from the last plan."""
    plan = session.plan
    if plan is None:
        return
    section = plan.sections[-1].id

    def seek_nothing() -> None:
        if (dialog := open_suggestions(session, section, window)) is not None:
            dialog.search.setText("ไม่มีคำนี้แน่นอน")

    work = window.workspace.plan.work if window.workspace is not None else None
    if work is not None:
        yield "money of the plan", work.show_money
        yield "settings of the plan", work.show_settings
        yield "reports of projects", work.show_progress
        yield "years of a new plan", work.begin_own
    yield "starting points", lambda: open_suggestions(session, section, window)
    yield "no starting point", seek_nothing
    yield "the last plan", lambda: show_carry_plan(session, window)


def no_plan(workspace: Workspace) -> Iterator[State]:
    """Give the tab without a plan, and with one that has nothing yet; then the plan is back."""
    session = workspace.session

    def remove_plans() -> None:
        for one in plans_of(session.file):
            remove_plan(session.file, one.id)
        session.refresh()
        workspace.tabs.setCurrentIndex(Tab.PLAN)

    def begin_without_sections() -> None:
        begin_plan(session.file, session.fiscal_year, session.fiscal_year)
        session.refresh()

    def undo_all() -> None:
        for _ in range(3):
            session.undo()

    yield "no plan", remove_plans
    yield "an empty plan", begin_without_sections
    yield "the plan is back", undo_all
