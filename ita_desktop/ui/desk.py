"""What the menu, the keys and the foot of the window ask for of the open file: its dialogs.

Each is imported when it is first wanted.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from ita_desktop.ui.backups.keeper import BackupKeeper
    from ita_desktop.ui.evidence.copies import PrivateCopies
    from ita_desktop.ui.exchange import Exchange


class Desk(QObject):
    """One open file's dialogs, over the window. What is being typed is taken before one opens."""

    look_requested = Signal(Path)
    """A backup is to be looked into, in the place of the file."""

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        menu: MainMenu,
        keeper: Callable[[], "BackupKeeper"],
        window: QWidget,
    ) -> None:
        super().__init__(workspace)
        self._session = workspace.session
        self._workspace = workspace
        self._settings = settings
        self._keeper = keeper
        self._window = window
        self._copies: PrivateCopies | None = None
        menu.office_requested.connect(self.edit_office)
        menu.evidence_requested.connect(self.show_evidence)
        menu.everything_requested.connect(self.export_everything)
        menu.history_requested.connect(self.show_history)
        menu.backups_requested.connect(self.show_backups)
        menu.proof_requested.connect(self.show_proof)
        menu.import_requested.connect(lambda: self.exchange().choose_workbook())
        workspace.import_requested.connect(lambda: self.exchange().choose_workbook())
        menu.criteria_out_requested.connect(lambda: self.exchange().export_criteria())
        menu.criteria_in_requested.connect(lambda: self.exchange().import_criteria())
        menu.criteria_back_requested.connect(lambda: self.exchange().restore_criteria())
        menu.folder_requested.connect(self.open_folder)
        workspace.office_requested.connect(self.edit_office)
        workspace.backups_requested.connect(self.show_backups)
        workspace.scores.gestures.evidence_requested.connect(self.show_evidence)
        workspace.evidence_requested.connect(self.show_evidence)
        workspace.header.add_year_requested.connect(self.add_year)
        workspace.header.new_year_requested.connect(self.begin_year)

    def exchange(self) -> "Exchange":
        """Return what takes workbooks and criteria in and puts them out."""
        from ita_desktop.ui.exchange import Exchange  # noqa: PLC0415 - seldom

        return Exchange(self._session, self._settings, self._workspace.notice, self._workspace)

    def edit_office(self, field: str = "") -> None:
        """Open what the file says of its office; ``field``: at this one ("units")."""
        from ita_desktop.ui.dialogs.office import OfficeDialog  # noqa: PLC0415 - seldom

        session = self._session
        dialog = OfficeDialog(session.office, session.mark, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: session.set_office(dialog.office, dialog.mark))
        dialog.open()
        dialog.form.enter(field)

    def add_year(self) -> None:
        """Ask which fiscal year is to be added."""
        from ita_desktop.ui.dialogs.year import YearDialog  # noqa: PLC0415 - seldom

        dialog = YearDialog(self._session, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._session.add_year)
        dialog.open()

    def begin_year(self) -> None:
        """Show what a new fiscal year takes over from the one looked at."""
        from ita_desktop.ui.new_year.dialog import show_new_year  # noqa: PLC0415 - once a year

        dialog = show_new_year(self._session, self._window, self._settings)
        if dialog is not None:
            dialog.carried.connect(self._say_begun)

    def _say_begun(self, words: str) -> None:
        self._workspace.notice.say(words)

    def show_evidence(self, code: str = "") -> None:
        """Open the evidence of an item, without a code that of the whole year."""
        from ita_desktop.ui.evidence.copies import PrivateCopies  # noqa: PLC0415 - seldom
        from ita_desktop.ui.evidence.dialog import show_evidence  # noqa: PLC0415 - seldom

        if self._session.leave():
            if self._copies is None:
                self._copies = PrivateCopies(self._window)
            show_evidence(self._session, self._settings, self._copies, code or None, self._window)

    def show_evidence_here(self) -> None:
        """Open the evidence of the current row, else that of the year."""
        if not self._workspace.in_preview:
            self.show_evidence(self._workspace.evidence_code())

    def export_everything(self) -> None:
        """Ask where the workbook of everything is to be."""
        if self._session.leave():
            self._workspace.papers.saving.ask_everything(self._session.path)

    def show_history(self) -> None:
        """Open the list of deeds and the trash."""
        from ita_desktop.ui.history.dialog import show_history  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_history(self._session, self._window)

    def show_backups(self) -> None:
        """Open the list of backups."""
        from ita_desktop.ui.backups.dialog import BackupsDialog  # noqa: PLC0415 - seldom

        if not self._session.leave():
            return
        dialog = BackupsDialog(self._session, self._settings, self._keeper(), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_requested.connect(partial(self._restore, dialog.accept))
        dialog.look_requested.connect(self.look_requested)
        dialog.open()

    def show_proof(self) -> None:
        """Examine the file and show what is found."""
        from ita_desktop.ui.backups.proof_dialog import ProofDialog  # noqa: PLC0415 - seldom

        if not self._session.leave():
            return
        dialog = ProofDialog(self._session, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.backups_requested.connect(self.show_backups)
        dialog.open()

    def open_folder(self) -> None:
        """Show the folder of the file in the system's own window."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - seldom
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - seldom

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._session.path.parent)))

    def _restore(self, close: Callable[[], object], backup: Path) -> None:
        from ita_desktop.ui.backups.restoring import Restoring  # noqa: PLC0415 - seldom

        close()
        notice = self._workspace.notice
        Restoring(self._session, self._keeper(), notice, self._window).look(backup)
