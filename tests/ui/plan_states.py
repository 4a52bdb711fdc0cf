"""What a clerk may have before her of a plan: its fixed parts, starting points, the last plan."""

# pyright: reportPrivateUsage=false

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from ita_desktop.documents.plan_texts import TEXTS
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.carrying import show_carry_plan
from ita_desktop.ui.plan.suggestions.dialog import open_suggestions
from ita_desktop.ui.session import Session
from ita_desktop.ui.workspace import Workspace

State = tuple[str, Callable[[], object]]
_TAB: Final = 3
_FIGURES: Final = "ตลอด 5 ปีมี 99 โครงการ งบประมาณ 1,234,567.50 บาท " * 6


def parts_of_the_plan(workspace: Workspace) -> Iterator[State]:
    """Give every fixed text, one with figures that were typed, and the goals."""
    yield "the plan", lambda: workspace.tabs.setCurrentIndex(_TAB)
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


def dialogs_around_the_plan(window: MainWindow, session: Session) -> Iterator[State]:
    """Give starting points, sought and not found, and what comes from the last plan."""
    plan = session.plan
    if plan is None:
        return
    section = plan.sections[-1].id

    def seek_nothing() -> None:
        if (dialog := open_suggestions(session, section, window)) is not None:
            dialog.search.setText("ไม่มีคำนี้แน่นอน")

    yield "starting points", lambda: open_suggestions(session, section, window)
    yield "no starting point", seek_nothing
    yield "the last plan", lambda: show_carry_plan(session, window)
