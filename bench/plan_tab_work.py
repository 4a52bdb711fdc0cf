"""``python -m bench.plan_tab_work``: the tab of a plan of 300 projects over 10 years.

One process, the window as large as 1366x768. ``open``: from the click on the tab to its picture;
``choose``: another row, with its editor; ``type``: a field written, with all that is shown of it;
``key``: a letter in a field; ``grid``: the money grid of all of them is opened; ``money``: a figure
typed into it, with all sums that follow; ``section``: a section's row; ``find``: a text sought in
all of them; ``undo``: a field taken back; ``text``, ``goal``, ``report``: a letter in a fixed part,
a figure in the table of goals and in the grid of reports. Figures as JSON on standard output, in
seconds. ``processEvents`` is how the window gets to draw here: what she waits for is measured.
"""

import gc
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.many_projects import made_file
from ita_desktop.app import start_qt
from ita_desktop.db.rows import Kind
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.money.dialog import MoneyDialog, open_money_grid
from ita_desktop.ui.plan.progress.dialog import open_progress
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.rows import GOALS, part_key
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.opening import open_file
from ita_desktop.workflows.rows.deeds import Edit, set_field

PROJECTS = 300
TIMES = 40
FIGURES = 240
_SETTLED = 0.8


def main() -> dict[str, list[float]]:
    """Return what opening the tab, choosing rows and typing took."""
    app, settings = start_qt()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "แผน.ita"
        made_file(path, PROJECTS)
        found: dict[str, list[float]] = {"open": []}
        for _ in range(3):
            window = _window(app, settings, path)
            found["open"].append(_timed(app, lambda window=window: _show(window)))
            window.close()
        window = _window(app, settings, path)
        _show(window)
        app.processEvents()
        gc.freeze()  # as the program does after its first paint
        page = _page(window)
        found["choose"] = [_timed(app, lambda n=n: page.go_to(_row(n))) for n in range(1, TIMES)]
        found["type"] = [_timed(app, lambda n=n: _write(page, n)) for n in range(FIGURES)]
        found["undo"] = [_timed(app, page.session.undo) for _ in range(TIMES)]
        found["key"] = _keys(app, page)
        found["grid"], found["money"] = _money(app, page)
        found["section"] = _sections(app, page)
        _settle(app)  # words are folded ahead as soon as she pauses
        sought = [("โปร่งใส", "ลำดับที่ 12", "กองคลัง")[n % 3] for n in range(TIMES)]
        found["find"] = [_timed(app, lambda text=text: page.find_text(text)) for text in sought]
        page.show_all()
        found["text"], found["goal"] = _parts(app, page)
        found["report"] = _reports(app, page, settings)
        window.close()
    return found


def _window(app: QApplication, settings: Settings, path: Path) -> MainWindow:
    window = MainWindow(settings)
    window.enter(open_file(path))
    window.resize(1366, 768)
    window.show()
    _settle(app)  # what begins after the first paint
    return window


def _settle(app: QApplication) -> None:
    until = time.perf_counter() + _SETTLED
    while time.perf_counter() < until:
        app.processEvents()


def _show(window: MainWindow) -> None:
    if window.workspace is not None:
        window.workspace.tabs.setCurrentIndex(Tab.PLAN)


def _page(window: MainWindow) -> PlanPage:
    if window.workspace is None:
        raise LookupError(window)
    return window.workspace.plan


def _row(number: int) -> str:
    return f"{Kind.PROJECT}:{number * 7}"


def _write(page: PlanPage, number: int) -> None:
    """Write a field of the project that is shown, as its editor does."""
    session, project = page.session, page.middle.project.project
    edit = Edit(kind=Kind.PROJECT, number=project or 1, field="note", text=f"หมายเหตุ {number}")
    session.do(lambda file: set_field(file, edit))


def _keys(app: QApplication, page: PlanPage) -> list[float]:
    page.go_to(_row(3))
    page.middle.enter("steps")
    there = QApplication.focusWidget() or page
    return [_timed(app, lambda: QTest.keyClick(there, Qt.Key.Key_A)) for _ in range(TIMES)]


def _money(app: QApplication, page: PlanPage) -> tuple[list[float], list[float]]:
    """Open the grid some times, then type figures down its first year."""
    opened: list[float] = []
    for _ in range(3):
        opened.append(_timed(app, lambda: open_money_grid(page.session, page)))
        page.findChildren(MoneyDialog)[-1].reject()
        app.processEvents()
    open_money_grid(page.session, page)
    app.processEvents()
    dialog = page.findChildren(MoneyDialog)[-1]

    typed = _figures(app, dialog.table, FIGURES, Qt.Key.Key_Return)
    dialog.reject()
    return opened, typed


def _sections(app: QApplication, page: PlanPage) -> list[float]:
    plan = page.session.plan
    sections = () if plan is None else plan.sections
    return [_timed(app, lambda one=one: page.go_to(f"{Kind.SECTION}:{one.id}")) for one in sections]


def _parts(app: QApplication, page: PlanPage) -> tuple[list[float], list[float]]:
    """Type letters into the preface, then aims of goals, row by row."""
    page.go_to(part_key("preface"))
    page.middle.enter()
    app.processEvents()
    there = page.middle.parts.text.editor
    letters = [_timed(app, lambda: QTest.keyClick(there, Qt.Key.Key_A)) for _ in range(TIMES)]
    page.go_to(GOALS)
    page.middle.enter()
    app.processEvents()
    return letters, _figures(app, page.middle.parts.goals.table, TIMES, Qt.Key.Key_Tab)


def _reports(app: QApplication, page: PlanPage, settings: Settings) -> list[float]:
    """Type what was spent down the grid of reports."""
    dialog = open_progress(page.session, settings, page, lambda _name: None)
    if dialog is None:
        raise LookupError(page)
    app.processEvents()
    fields = [one.field.partition(":")[0] for one in dialog.model.columns]
    dialog.table.stand_at(dialog.model.index(0, fields.index("spent")))
    typed = _figures(app, dialog.table, TIMES, Qt.Key.Key_Return)
    dialog.reject()
    return typed


def _figures(app: QApplication, table: QWidget, times: int, key: Qt.Key) -> list[float]:
    """Type a figure into cell after cell; ``key`` ends each."""

    def type_figure() -> None:
        QTest.keyClick(table, Qt.Key.Key_7)
        QTest.keyClick(app.focusWidget() or table, key)

    return [_timed(app, type_figure) for _ in range(times)]


def _timed(app: QApplication, deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    app.processEvents()
    return time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(main()))
