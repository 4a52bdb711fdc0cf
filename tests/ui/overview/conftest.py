"""Windows whose overview is shown and looked through."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.ui import today
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.overview.page import OverviewPage
from ita_desktop.ui.tab_names import Tab
from tests.workflows.clean_year import TODAY, clean_file

Show = Callable[[MainWindow], OverviewPage]


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> date:
    """Let it be the day the clean year is clean on."""
    monkeypatch.setattr(today, "today", lambda: TODAY)
    return TODAY


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Show the overview of a window, and wait until it was looked through."""

    def show_(window: MainWindow) -> OverviewPage:
        assert window.workspace is not None
        page = window.workspace.overview
        with qtbot.waitSignal(page.looking.readiness_found):
            window.workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
        return page

    return show_


@pytest.fixture
def overview(window: MainWindow, show: Show) -> OverviewPage:
    """Return the overview of the sample municipality, at 2566."""
    return show(window)


@pytest.fixture(scope="module")
def clean_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file whose year lacks nothing; to be copied, for it takes seconds to make."""
    path = tmp_path_factory.mktemp("clean") / "ครบ.ita"
    clean_file(path).close()
    return path


@pytest.fixture
def clean_window(
    make_window: Callable[[Path | None], MainWindow], clean_made: Path, tmp_path: Path
) -> MainWindow:
    return make_window(copyfile(clean_made, tmp_path / clean_made.name))
