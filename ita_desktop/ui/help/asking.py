"""Asking for the help: the one window of it, the page of what is seen now, F1 in dialogs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from ita_desktop.ui.help.pages import START, page_of_dialog, page_of_tab
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.tab_names import Tab

if TYPE_CHECKING:
    from ita_desktop.ui.help.window import HelpWindow
    from ita_desktop.ui.main_window import MainWindow

_ANSWERS = "answers-f1"


class Help(QObject):
    """Belongs to a main window; its window of help goes with it."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        super().__init__(window)
        self._main = window
        self._settings = settings
        self.window: HelpWindow | None = None

    def show(self, page: str = "") -> None:
        """Show a page; without one that of what is seen now."""
        wanted = page or self.page_here()
        shown = self.window
        if shown is None or not isValid(shown):
            from ita_desktop.ui.help.window import HelpWindow  # noqa: PLC0415 - when it is wanted

            shown = self.window = HelpWindow(self._settings)
            self._main.destroyed.connect(shown.deleteLater)
        shown.show_page(wanted)
        shown.come_forward()

    def close(self) -> None:
        """Close the window of help, if it was opened."""
        if self.window is not None and isValid(self.window):
            self.window.close()
            self.window.deleteLater()
        self.window = None

    def page_here(self) -> str:
        """Return the page of the dialog that is open, else of the tab or what is in its place."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None and (page := page_of_dialog(type(dialog).__module__)):
            return page
        workspace = self._main.workspace
        if workspace is None:
            return START
        if workspace.in_preview:
            return "papers"
        return page_of_tab(Tab(workspace.tabs.currentIndex()))

    def answer_in(self, dialog: QWidget) -> None:
        """Let a dialog answer F1; one that does already is left alone."""
        if isinstance(dialog, QDialog) and not dialog.property(_ANSWERS):
            dialog.setProperty(_ANSWERS, True)
            QShortcut(QKeySequence("F1"), dialog).activated.connect(self.show)
