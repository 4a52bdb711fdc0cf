"""Rows of a grid that come into sight get their height at once, however far was scrolled."""

# pyright: reportPrivateUsage=false
# A test of a grid looks at its timer.

from pytestqt.qtbot import QtBot

from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tab_names import Tab


def test_rows_far_down_are_measured_as_soon_as_they_are_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    window.resize(910, 466)
    workspace.tabs.setCurrentIndex(Tab.OIT)
    table = workspace.disclosure.table
    qtbot.waitUntil(lambda: not table._later.isActive())
    with qtbot.waitSignal(table.rows_fitted):
        table.go_to("O43")
    assert table.verticalScrollBar().value() > 500
    assert table._later.interval() == 0
    row = table.currentIndex().row()
    assert table.rowHeight(row) == table._height(row)
