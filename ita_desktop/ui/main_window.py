"""The main window: without a file the start page, with one the workspace."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QWidget

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.office import Office
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, theme
from ita_desktop.ui.dialogs.office import OfficeDialog
from ita_desktop.ui.dialogs.year import YearDialog
from ita_desktop.ui.exchange import Exchange
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import SCHEMES, Settings
from ita_desktop.ui.start_page import StartPage
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file

_FILTER = "ไฟล์ข้อมูล ITA Desktop (*.ita)"


class MainWindow(QMainWindow):
    """One window, one file."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self.resize(1366, 768)
        self.setMinimumSize(860, 480)
        self._shortcuts()
        self.show_start()

    def show_start(self, refusal: str = "") -> None:
        """Show the start page, with the reason why a file did not open."""
        self._leave()
        page = StartPage(self._settings.recent_files())
        page.new_requested.connect(self._new)
        page.open_requested.connect(self.choose_file)
        page.sample_requested.connect(self.open_sample)
        page.file_chosen.connect(self.open_path)
        self.setWindowTitle("ITA Desktop")
        self._show(page)
        page.form.name.setFocus()
        if refusal:
            messages.say(self, "เปิดไฟล์ไม่ได้", refusal)

    def open_path(self, path: Path) -> bool:
        """Open a data file; where that is refused say why and return False."""
        try:
            file = open_file(path)
        except (ClerkError, MachineError) as refusal:
            messages.say(self, "เปิดไฟล์ไม่ได้", str(refusal))
            return False
        self.enter(file)
        return True

    def enter(self, file: DataFile) -> None:
        """Show an open data file."""
        self._leave()
        path = file.path
        session = Session(file, self._settings.fiscal_year(path))
        self._settings.remember_file(path)
        session.year_changed.connect(lambda year: self._settings.remember_fiscal_year(path, year))
        menu = MainMenu(self, self._settings)
        workspace = Workspace(session, self._settings, menu)
        exchange = Exchange(session, self._settings, workspace.notice, workspace)
        menu.new_requested.connect(lambda: self.show_start())
        menu.open_requested.connect(self.choose_file)
        menu.office_requested.connect(self._edit_office)
        menu.import_requested.connect(exchange.choose_workbook)
        menu.criteria_out_requested.connect(exchange.export_criteria)
        menu.criteria_in_requested.connect(exchange.import_criteria)
        menu.criteria_back_requested.connect(exchange.restore_criteria)
        menu.folder_requested.connect(lambda: _open_folder(path))
        menu.scheme_chosen.connect(self._choose_scheme)
        workspace.header.add_year_requested.connect(self._add_year)
        self.session, self.workspace = session, workspace
        self.setWindowTitle(f"{session.office.name} — {path.stem} — ITA Desktop")
        self._show(workspace)
        workspace.scores.table.setFocus()

    def choose_file(self) -> None:
        """Ask for a data file and open it."""
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
            messages.say(self, "เปิดเทศบาลตัวอย่างไม่ได้", str(refusal))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave()
        super().closeEvent(event)

    def _new(self, office: Office, fiscal_year: int) -> None:
        suggested = self._settings.folder() / f"{office.name}.ita"
        chosen, _ = QFileDialog.getSaveFileName(self, "เลือกที่เก็บไฟล์", str(suggested), _FILTER)
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".ita")
        try:
            file = new_file(path, office, fiscal_year)
        except (ClerkError, MachineError) as refusal:
            messages.say(self, "สร้างไฟล์ไม่ได้", str(refusal))
            return
        self._settings.remember_folder(path.parent)
        self.enter(file)

    def _edit_office(self) -> None:
        if (session := self.session) is None:
            return
        dialog = OfficeDialog(session.office, self)
        dialog.accepted.connect(lambda: session.set_office(dialog.office))
        dialog.open()

    def _add_year(self) -> None:
        if (session := self.session) is None:
            return
        dialog = YearDialog(session, self)
        dialog.chosen.connect(session.add_year)
        dialog.open()

    def _choose_scheme(self, scheme: str) -> None:
        """Change colours at once; the pages are made anew in them."""
        self._settings.remember_scheme(scheme)
        application = QApplication.instance()
        if not isinstance(application, QApplication) or self.session is None:
            return
        application.styleHints().setColorScheme(SCHEMES[scheme])
        application.setPalette(theme.palette())
        application.setStyleSheet(theme.style_sheet())
        path = self.session.path
        self.open_path(path)

    def _shortcuts(self) -> None:
        for keys, deed in (
            (QKeySequence.StandardKey.Undo, lambda s: s.undo()),
            (QKeySequence.StandardKey.Redo, lambda s: s.redo()),
            ("Ctrl+Shift+Z", lambda s: s.redo()),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda deed=deed: self.session and deed(self.session))
        for keys, wish in (
            ("Ctrl+F", lambda w: w.header.begin_search()),
            ("Alt+PgUp", lambda w: w.header.step_year(-1)),
            ("Alt+PgDown", lambda w: w.header.step_year(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda wish=wish: self.workspace and wish(self.workspace))
        opening = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
        opening.activated.connect(self.choose_file)

    def _show(self, widget: QWidget) -> None:
        self.setCentralWidget(widget)

    def _leave(self) -> None:
        if self.session is not None:
            self.session.close()
        self.session = self.workspace = None


def sample_path() -> Path:
    """Return where the sample municipality's file is kept: the program's own data folder."""
    place = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "เทศบาลตัวอย่าง.ita"


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
