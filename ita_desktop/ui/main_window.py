"""The main window: without a file the start page, with one the workspace.

What is needed seldom (start page, dialogs) is imported when it is wanted: each class of Qt costs
time the first time it is touched.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from ita_desktop.db.data_file import DataFile
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, theme
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import SCHEMES, Settings
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file

if TYPE_CHECKING:
    from ita_desktop.domain.office import Office
    from ita_desktop.ui.exchange import Exchange

_FILTER = "ไฟล์ข้อมูล ITA Desktop (*.ita)"


class MainWindow(QMainWindow):
    """One window, one file. Shows nothing before ``show_start``, ``open_path`` or ``enter``."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self._closes_anyway = False
        self.resize(1366, 768)
        self.setMinimumSize(640, 360)
        self.setWindowTitle("ITA Desktop")
        self._make_shortcuts()

    def show_start(self) -> None:
        """Show the start page."""
        from ita_desktop.ui.start_page import StartPage  # noqa: PLC0415

        if not self._leave():
            return
        page = StartPage(self._settings.recent_files())
        page.new_requested.connect(self._new)
        page.open_requested.connect(self.choose_file)
        page.sample_requested.connect(self.open_sample)
        page.file_chosen.connect(self.open_path)
        self.setWindowTitle("ITA Desktop")
        self.setCentralWidget(page)
        page.form.name.setFocus()

    def open_path(self, path: Path) -> bool:
        """Open a data file; where that is refused say why and return False."""
        try:
            file = open_file(path)
            self.enter(file)
        except (ClerkError, MachineError) as refusal:
            if self.centralWidget() is None:
                self.show_start()
            messages.say(self, "เปิดไฟล์ไม่ได้", str(refusal))
            return False
        return True

    def enter(self, file: DataFile) -> None:
        """Show an open data file. Raises ClerkError where its criteria cannot be read."""
        path = file.path
        if self.session is not None and not self.session.leave():
            file.close()
            return
        menu = MainMenu(self, self._settings)
        try:
            session = Session(file, self._settings.fiscal_year(path))
            workspace = Workspace(session, self._settings, menu)
        except (ClerkError, MachineError):
            file.close()
            raise
        self._leave()
        self._settings.remember_file(path)
        session.year_changed.connect(partial(self._settings.remember_fiscal_year, path))
        session.office_changed.connect(self._show_title)
        session.refused.connect(partial(messages.say, self, "บันทึกไม่ได้"))
        menu.new_requested.connect(self.show_start)
        menu.open_requested.connect(self.choose_file)
        menu.office_requested.connect(self._edit_office)
        menu.history_requested.connect(self._show_history)
        menu.import_requested.connect(lambda: self._exchange().choose_workbook())
        menu.criteria_out_requested.connect(lambda: self._exchange().export_criteria())
        menu.criteria_in_requested.connect(lambda: self._exchange().import_criteria())
        menu.criteria_back_requested.connect(lambda: self._exchange().restore_criteria())
        menu.folder_requested.connect(self._open_folder)
        menu.scheme_chosen.connect(self._choose_scheme)
        workspace.header.add_year_requested.connect(self._add_year)
        workspace.destroyed.connect(menu.deleteLater)
        self.session, self.workspace = session, workspace
        self._show_title()
        self.setCentralWidget(workspace)
        workspace.scores.table.setFocus()

    def choose_file(self) -> None:
        """Ask for a data file and open it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        chosen, _ = QFileDialog.getOpenFileName(
            self, "เปิดไฟล์ข้อมูล", str(self._settings.folder()), _FILTER
        )
        if chosen:
            self.open_path(Path(chosen))

    def open_sample(self) -> None:
        """Open the sample municipality; it is made where it is not there yet."""
        path = sample_path()
        if path.exists():
            self.open_path(path)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.enter(new_sample_file(path))
        except (ClerkError, MachineError, OSError) as refusal:
            if self.centralWidget() is None:
                self.show_start()
            messages.say(self, "เปิดเทศบาลตัวอย่างไม่ได้", str(refusal))

    def changeEvent(self, event: QEvent) -> None:
        """Come back to the window: another one may have written to the file."""
        super().changeEvent(event)
        coming = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if coming and self.session is not None and self.workspace is not None:
            try:
                self.session.look_again()
            except (ClerkError, MachineError) as refusal:
                # A dialog would make the window come back once more, and say so without end.
                self.workspace.notice.say(str(refusal), bad=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay where what is being typed was refused (the cell says why) or work is going on."""
        if not self._asks_to_stay() and self._leave():
            super().closeEvent(event)
        else:
            event.ignore()

    def _asks_to_stay(self) -> bool:
        """Ask, where a print or a save would be cut short; until she answers the window stays."""
        busy = "" if self.workspace is None else self.workspace.busy_with()
        if busy and not self._closes_anyway:
            offers = [("ปิดโปรแกรม", self._close_anyway)]
            messages.offer(self, "ปิดโปรแกรม", busy, offers, "ทำต่อให้เสร็จ")
        return bool(busy) and not self._closes_anyway

    def _close_anyway(self) -> None:
        self._closes_anyway = True
        self.close()
        self._closes_anyway = False

    def _new(self, office: "Office", fiscal_year: int) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        suggested = self._settings.folder() / f"{office.name}.ita"
        chosen, _ = QFileDialog.getSaveFileName(self, "เลือกที่เก็บไฟล์", str(suggested), _FILTER)
        if not chosen:
            return
        try:
            path = with_ending(chosen, ".ita")
            self.enter(new_file(path, office, fiscal_year))
        except (ClerkError, MachineError) as refusal:
            messages.say(self, "สร้างไฟล์ไม่ได้", str(refusal))
            return
        self._settings.remember_folder(path.parent)

    def _exchange(self) -> "Exchange":
        from ita_desktop.ui.exchange import Exchange  # noqa: PLC0415

        if self.session is None or self.workspace is None:
            raise RuntimeError
        return Exchange(self.session, self._settings, self.workspace.notice, self.workspace)

    def _edit_office(self) -> None:
        from ita_desktop.ui.dialogs.office import OfficeDialog  # noqa: PLC0415

        if (session := self.session) is None:
            return
        dialog = OfficeDialog(session.office, session.mark, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: session.set_office(dialog.office, dialog.mark))
        dialog.open()

    def _show_history(self) -> None:
        from ita_desktop.ui.history.dialog import show_history  # noqa: PLC0415 - seldom

        if self.session is not None and self.session.leave():
            show_history(self.session, self)

    def _add_year(self) -> None:
        from ita_desktop.ui.dialogs.year import YearDialog  # noqa: PLC0415

        if (session := self.session) is None:
            return
        dialog = YearDialog(session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(session.add_year)
        dialog.open()

    def _choose_scheme(self, scheme: str) -> None:
        """Change the colours at once; the pages are made anew in them."""
        self._settings.remember_scheme(scheme)
        application = QApplication.instance()
        if isinstance(application, QApplication) and self.session is not None:
            theme.dress(application, SCHEMES[scheme])
            self.open_path(self.session.path)

    def _open_folder(self) -> None:
        from PySide6.QtCore import QUrl  # noqa: PLC0415
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        if self.session is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.session.path.parent)))

    def _show_title(self) -> None:
        if self.session is not None:
            office, path = self.session.office, self.session.path
            self.setWindowTitle(f"{office.name} — {path.stem} — ITA Desktop")

    def _make_shortcuts(self) -> None:
        self._shortcut(QKeySequence.StandardKey.Open, self.choose_file)
        self._shortcut(QKeySequence.StandardKey.Undo, lambda: self.session and self.session.undo())
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            self._shortcut(keys, lambda: self.session and self.session.redo())
        self._shortcut("Ctrl+Shift+H", self._show_history)
        self._shortcut("Ctrl+F", lambda: self.workspace and self.workspace.begin_search())
        for keys, step in (("Alt+PgUp", -1), ("Alt+PgDown", 1)):
            self._shortcut(
                keys, lambda step=step: self.workspace and self.workspace.header.step_year(step)
            )

    def _shortcut(self, keys: str | QKeySequence.StandardKey, deed: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _leave(self) -> bool:
        """Close the file; False where what is being typed was refused."""
        if self.session is not None:
            if not self.session.leave():
                return False
            if self.workspace is not None:
                self.workspace.leave_preview()
            self.session.close()
        self.session = self.workspace = None
        return True


def sample_path() -> Path:
    """Return where the sample municipality's file is kept: the program's own data folder."""
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "เทศบาลตัวอย่าง.ita"
