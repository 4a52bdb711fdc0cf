"""``python -m bench.plan_tab_work``: the tab of a plan of 300 projects over 10 years.

One process, the window as large as 1366x768. ``open``: from the click on the tab to its picture;
``choose``: another row, with its editor; ``type``: a field written, with all that is shown of it;
``key``: a letter in a field; ``grid``: the money grid of all of them is opened; ``money``: a figure
typed into it, with all sums that follow. Figures as JSON on standard output, in seconds.
"""

import gc
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.many_projects import made_file
from ita_desktop.app import start_qt
from ita_desktop.db.rows import Kind
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.money.dialog import MoneyDialog, open_money_grid
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.opening import open_file
from ita_desktop.workflows.rows.deeds import Edit, set_field

PROJECTS = 300
TIMES = 40
_PLAN_PLACE = 3
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
        found["type"] = [_timed(app, lambda n=n: _write(page, n)) for n in range(1, TIMES)]
        found["key"] = _keys(app, page)
        found["grid"], found["money"] = _money(app, page)
        window.close()
    return found


def _window(app: QApplication, settings: Settings, path: Path) -> MainWindow:
    window = MainWindow(settings)
    window.enter(open_file(path))
    window.resize(1366, 768)
    window.show()
    until = time.perf_counter() + _SETTLED
    while time.perf_counter() < until:  # what begins after the first paint
        app.processEvents()
    return window


def _show(window: MainWindow) -> None:
    if window.workspace is not None:
        window.workspace.tabs.setCurrentIndex(_PLAN_PLACE)


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

    def type_figure() -> None:
        QTest.keyClick(dialog.table, Qt.Key.Key_7)
        QTest.keyClick(app.focusWidget() or dialog.table, Qt.Key.Key_Return)

    typed = [_timed(app, type_figure) for _ in range(TIMES)]
    dialog.reject()
    return opened, typed


def _timed(app: QApplication, deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    app.processEvents()
    return time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(main()))
