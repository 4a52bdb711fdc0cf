"""F1 and the menu: the page of what is seen, from tabs, papers, dialogs and the start."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.ui.help.pages import page_of_tab
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.start_page import StartPage
from ita_desktop.ui.tab_names import Tab

ROOT = Path(__file__).parents[3]


def help_of(window: MainWindow) -> HelpWindow:
    assert window._help is not None
    assert window._help.window is not None
    return window._help.window


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_f1_opens_the_page_of_each_tab_in_one_window(
    window: MainWindow, press: Callable[[str], None], qtbot: QtBot
) -> None:
    assert window.workspace is not None
    seen: set[HelpWindow] = set()
    for tab in Tab:
        window.workspace.tabs.setCurrentIndex(tab)
        press("F1")
        shown = help_of(window)
        qtbot.waitUntil(shown.isActiveWindow)
        assert shown.view.page == page_of_tab(tab)
        seen.add(shown)
        come_back(window, qtbot)
    assert len(seen) == 1


def test_f1_at_the_pages_of_a_paper_tells_of_papers(
    window: MainWindow, press: Callable[[str], None], at_once: None
) -> None:
    del at_once
    assert window.workspace is not None
    window.workspace.show_preview("score-summary")
    press("F1")
    assert help_of(window).view.page == "papers"
    window.workspace.leave_preview()


def test_f1_in_a_dialog_opens_its_page_and_the_page_can_be_read_beside_it(
    window: MainWindow, press: Callable[[str], None], qtbot: QtBot, dialogs: list[QDialog]
) -> None:
    assert window._desk is not None
    window._desk.show_backups()
    qtbot.waitUntil(dialogs[-1].isActiveWindow)
    press("F1")
    shown = help_of(window)
    assert shown.view.page == "backups"
    qtbot.waitUntil(shown.isActiveWindow)
    press("Escape")
    assert not shown.isVisible()
    assert dialogs[-1].isVisible()
    dialogs[-1].close()


def test_a_dialog_without_a_page_of_its_own_has_that_of_its_tab(
    window: MainWindow, press: Callable[[str], None], qtbot: QtBot, dialogs: list[QDialog]
) -> None:
    assert window.workspace is not None
    assert window._desk is not None
    window.workspace.tabs.setCurrentIndex(Tab.RISKS)
    window._desk.show_evidence()
    qtbot.waitUntil(dialogs[-1].isActiveWindow)
    for _ in range(2):  # the second time it answers still, and once
        press("F1")
        assert help_of(window).isVisible()
        assert help_of(window).view.page == "risks"
        help_of(window).close()
        dialogs[-1].activateWindow()
        qtbot.waitUntil(dialogs[-1].isActiveWindow)
    dialogs[-1].close()


def test_what_is_being_typed_is_kept_where_f1_is_pressed(
    window: MainWindow, press: Callable[[str], None], type_: Callable[[str], None], qtbot: QtBot
) -> None:
    assert window.workspace is not None
    assert window.session is not None
    window.workspace.tabs.setCurrentIndex(Tab.SCORES)
    scores = window.workspace.scores
    scores.go_to("i1")
    type_("70.5")
    press("F1")
    qtbot.waitUntil(help_of(window).isActiveWindow)
    assert help_of(window).view.page == "scores"
    assert scores.table.currentIndex().data() == "๗๐.๕๐"
    help_of(window).close()
    come_back(window, qtbot)
    assert scores.table.hasFocus()
    type_("1ก")
    press("F1")
    qtbot.waitUntil(help_of(window).isActiveWindow)
    assert scores.table.currentIndex().data() == "๗๐.๕๐"
    assert scores.gestures.bubble.isVisible()  # it says what was typed and why it is none


def test_the_start_page_leads_to_the_help_by_key_and_button(
    make_window: Callable[[Path | None], MainWindow], press: Callable[[str], None], qtbot: QtBot
) -> None:
    window = make_window(None)
    press("F1")
    assert help_of(window).view.page == "start"
    help_of(window).close()
    come_back(window, qtbot)
    page = window.centralWidget()
    assert isinstance(page, StartPage)
    next(b for b in page.findChildren(QPushButton) if b.text() == "เปิดคู่มือ").click()
    assert help_of(window).isVisible()


@pytest.mark.parametrize(("words", "page"), [("คู่มือการใช้งาน", "scores"), ("แป้นพิมพ์ลัด", "keys")])
def test_the_menu_leads_there(window: MainWindow, words: str, page: str) -> None:
    menu = window.findChildren(MainMenu)[-1]
    menu.aboutToShow.emit()
    next(a for a in menu.actions() if a.text().startswith(words)).trigger()
    assert help_of(window).view.page == page


def test_the_help_goes_with_the_window(window: MainWindow, qapp: QApplication) -> None:
    window.show_help()
    shown = help_of(window)
    window.close()
    assert not shown.isVisible()
    assert not [one for one in qapp.topLevelWidgets() if one.isVisible()]


def test_the_help_stays_where_another_file_is_opened(window: MainWindow, empty_path: Path) -> None:
    window.show_help("risks")
    shown = help_of(window)
    assert window.open_path(empty_path)
    assert shown.isVisible()
    window.show_help()
    assert help_of(window) is shown
    assert shown.view.page == "scores"


_START = """
import sys
from pathlib import Path
from ita_desktop import app
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.workflows.opening import new_file
from ita_desktop.domain.office import Office, OfficeKind
application, settings = app.start_qt()
window = MainWindow(settings)
window.enter(new_file(Path(sys.argv[1]), Office(name="เทศบาล", kind=OfficeKind.SUBDISTRICT), 2566))
window.show()
application.processEvents()
print([name for name in sys.modules if name.startswith("ita_desktop.ui.help")])
window.close()
"""


def test_nothing_of_the_help_is_loaded_at_the_start(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _START, str(tmp_path / "ก.ita")],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert done.stdout.strip() == "[]", done.stderr
