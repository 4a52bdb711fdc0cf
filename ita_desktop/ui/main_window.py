"""The main window: without a file the start page, with one the workspace.

What is needed seldom (start page, dialogs) is imported when it is wanted: each class of Qt costs
time the first time it is touched.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

from ita_desktop.db.data_file import DataFile
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, theme
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.first_paint import FirstPaint
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import SCHEMES, Settings
from ita_desktop.ui.workspace import Workspace
from ita_desktop.user_folder import user_folder
from ita_desktop.workflows.opening import (
    is_backup_file,
    new_file,
    new_sample_file,
    open_file,
)

if TYPE_CHECKING:
    from ita_desktop.domain.office import Office
    from ita_desktop.ui.backups.keeper import BackupKeeper
    from ita_desktop.ui.help.asking import Help
    from ita_desktop.ui.opening.guard import Guard
    from ita_desktop.ui.opening.summons import Summons

_FILTER = "ไฟล์ข้อมูล ITA Desktop (*.ita)"


class MainWindow(QMainWindow):
    """One window, one file. Shows nothing before ``show_start``, ``open_path`` or ``enter``."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.session: Session | None = None
        self.workspace: Workspace | None = None
        self._desk: Desk | None = None
        self._guard: Guard | None = None
        self._keeper: BackupKeeper | None = None
        self._summons: Summons | None = None
        self._help: Help | None = None
        self._closes_anyway = False
        self.resize(1366, 768)
        self.setMinimumSize(640, 360)
        self.setWindowTitle("ITA Desktop")
        self._make_shortcuts()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._let_dialog_ask)

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
        page.help_requested.connect(self.show_help)
        self.setWindowTitle("ITA Desktop")
        self.setCentralWidget(page)
        page.form.name.setFocus()

    def open_path(self, path: Path) -> bool:
        """Open a data file; where that is refused say why, offer what can be done, return False.

        A file that another window of hers has open is shown by that one, also when this one is not
        shown yet: it then never is (``waits``).
        """
        session = self.session
        # one whose lock was taken away is only read from then on: it is taken anew
        writes = (
            session is not None and session.file.lock is not None and not session.file.read_only
        )
        if session is None or not writes or not _is_same(path, session.path):
            return self._open(lambda: open_file(path), path)
        if self._is_astray:
            return self.leave_file(path) and self._open(lambda: open_file(path), path)
        return self._open(lambda: session.file, path)

    @property
    def desk(self) -> Desk:
        """What is done with the open file. Raises RuntimeError where none is open."""
        if self._desk is None:
            raise RuntimeError
        return self._desk

    @property
    def waits(self) -> bool:
        """Whether another window is asked to come forward: this one need not be shown."""
        return self._summons is not None

    def enter(self, file: DataFile) -> None:
        """Show an open data file, also the one that is shown; what it showed before is left.

        Raises ClerkError where its criteria cannot be read; another file is closed then.
        """
        path = file.path
        again = self.session is not None and self.session.file is file
        if self.session is not None and not self.session.leave():
            if not again:
                file.close()
            return
        menu = MainMenu(self, self._settings)
        try:
            session = Session(file, self._settings.fiscal_year(path))
            workspace = Workspace(session, self._settings, menu)
        except BaseException:
            menu.deleteLater()
            if not again:
                file.close()
            raise
        self._leave(keep_file=again)
        if not file.read_only or not is_backup_file(path):
            self._settings.remember_file(path)
        session.year_changed.connect(partial(self._settings.remember_fiscal_year, path))
        session.office_changed.connect(self._show_title)
        session.refused.connect(partial(messages.say, self, "บันทึกไม่ได้"))
        menu.new_requested.connect(self.show_start)
        menu.open_requested.connect(self.choose_file)
        menu.scheme_chosen.connect(self._choose_scheme)
        menu.help_requested.connect(self.show_help)
        workspace.destroyed.connect(menu.deleteLater)
        self.session, self.workspace = session, workspace
        self._desk = Desk(workspace, self._settings, menu, self._standing_keeper, self)
        self._desk.look_requested.connect(partial(self._look_into, path))
        self._show_title()
        FirstPaint(workspace.scores.table.viewport()).past.connect(self._stand_guard)
        self.setCentralWidget(workspace)
        workspace.scores.table.setFocus()

    def try_to_write(self, path: Path) -> None:
        """Open a file that is only read once more, to work in it; say where that is not to be."""
        if self.open_path(path) and self.session is not None and self.session.file.read_only:
            self.tell("ยังเปิดเพื่อแก้ไขไม่ได้ ข้อมูลที่แสดงเป็นสำเนาล่าสุด ณ ขณะนี้", bad=True)

    def reopen(self, path: Path) -> None:
        """Leave the open file, and open what is in its place now."""
        if self.leave_file(path):
            self.open_path(path)

    def leave_file(self, path: Path) -> bool:
        """Close a file where it is the open one; False where what is being typed was refused.

        Without a backup: what is under its name is about to be moved, or is another file.
        """
        if self.session is None or not _is_same(path, self.session.path):
            return True
        if not self._leave(back_up=False):
            return False
        self.show_start()
        return True

    def reads(self, path: Path) -> bool:
        """Return whether this very file is shown here, only to be read."""
        session = self.session
        return session is not None and session.path == path and bool(session.file.read_only)

    def show_something(self) -> None:
        """Show the start page where nothing is shown yet."""
        if self.centralWidget() is None:
            self.show_start()

    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Say what was done, at the foot of the open file."""
        if self.workspace is not None:
            self.workspace.notice.say(sentence, bad=bad)

    @staticmethod
    def documents() -> Path:
        """Return her folder of documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))

    def come_forward(self) -> None:
        """Come before the other windows: the file was opened once more."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        self.let_dialog_answer()

    @staticmethod
    def let_dialog_answer() -> None:
        """Give the keyboard to the dialog that is open, if one is: only it can be answered."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.raise_()
            dialog.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard; a key comes here where nothing else wanted it."""
        from ita_desktop.ui.widgets.pressing import pressed_by  # noqa: PLC0415 - no key at first

        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def show_help(self, page: str = "") -> None:
        """Show a page of the help in its own window; without an id that of what is seen now."""
        self._helper().show(page)

    def summons_ended(self, *, came: bool) -> None:
        """Hear whether the other window came forward; if so, this one is not wanted."""
        self._summons = None
        if came and not self.isVisible():
            QApplication.quit()
        if not came:
            self.show_something()
            self.show()

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
        try:
            path = sample_path()
            if path.exists():
                self.open_path(path)
                return
            path.parent.mkdir(parents=True, exist_ok=True)
            self.enter(new_sample_file(path))
        except (ClerkError, MachineError, OSError, RuntimeError) as refusal:
            if self.centralWidget() is None:
                self.show_start()
            messages.say(self, "เปิดเทศบาลตัวอย่างไม่ได้", str(refusal))

    def open_path_now(self) -> Path | None:
        """Return where the open file is, for the report of a fault; None without one."""
        return None if self.session is None else self.session.path

    def place_now(self) -> str:
        """Return what of the file is seen, for the report of a fault; "" without one."""
        if self.workspace is None:
            return ""
        place = self.workspace.tabs.currentIndex()
        return "preview" if self.workspace.in_preview else f"tab {place}"

    def changeEvent(self, event: QEvent) -> None:
        """Come back to the window: another one may have written to the file."""
        super().changeEvent(event)
        coming = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if coming and self.session is not None and self.workspace is not None:
            if self._guard is not None:
                self._guard.look()
            try:
                self.session.look_again()
            except (ClerkError, MachineError) as refusal:
                # A dialog would make the window come back once more, and say so without end.
                self.workspace.notice.say(str(refusal), bad=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay where what is being typed was refused (the cell says why) or work is going on."""
        if not self._asks_to_stay() and self._leave():
            if self._help is not None:
                self._help.close()
            super().closeEvent(event)
        else:
            event.ignore()

    def _asks_to_stay(self) -> bool:
        """Ask, where a print or a save would be cut short; until she answers the window stays."""
        busy = "" if self.workspace is None else self.workspace.busy_with()
        if busy and not self._closes_anyway:
            offers = [("ปิดโปรแกรม", self._close_anyway)]
            messages.offer(self, "ปิดโปรแกรม", busy, offers, "ทำต่อให้เสร็จ", rather_not=True)
        return bool(busy) and not self._closes_anyway

    def _close_anyway(self) -> None:
        self._closes_anyway = True
        self.close()
        self._closes_anyway = False

    def _new(self, office: "Office", fiscal_year: int) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415

        from ita_desktop.domain.evidence import safe_name  # noqa: PLC0415 - for a new file only

        suggested = self._settings.folder() / safe_name(f"{office.name}.ita")
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

    def _choose_scheme(self, scheme: str) -> None:
        """Change the colours at once; the pages are made anew in them."""
        self._settings.remember_scheme(scheme)
        application = QApplication.instance()
        if isinstance(application, QApplication) and self.session is not None:
            theme.dress(application, SCHEMES[scheme])
            file = self.session.file
            self._open(lambda: file, file.path)

    def _show_title(self) -> None:
        if self.session is not None:
            office, path = self.session.office, self.session.path
            self.setWindowTitle(f"{office.name} — {path.stem} — ITA Desktop")

    def _make_shortcuts(self) -> None:
        self._shortcut("F1", self.show_help)
        self._shortcut(QKeySequence.StandardKey.Open, self.choose_file)
        self._shortcut(QKeySequence.StandardKey.Undo, lambda: self.session and self.session.undo())
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            self._shortcut(keys, lambda: self.session and self.session.redo())
        self._shortcut("Ctrl+Shift+H", lambda: self._desk and self._desk.show_history())
        self._shortcut("Ctrl+E", lambda: self._desk and self._desk.show_evidence_here())
        self._shortcut("Ctrl+F", lambda: self.workspace and self.workspace.begin_search())
        for keys, step in (("Alt+PgUp", -1), ("Alt+PgDown", 1)):
            self._shortcut(
                keys, lambda step=step: self.workspace and self.workspace.header.step_year(step)
            )

    def _shortcut(self, keys: str | QKeySequence.StandardKey, deed: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(deed)

    def _open(self, opened: Callable[[], DataFile], path: Path) -> bool:
        try:
            file = opened()
            self.enter(file)
        except (ClerkError, MachineError) as refusal:
            from ita_desktop.ui.opening.taken import tell_refused  # noqa: PLC0415 - seldom

            self._summons = tell_refused(self, path, refusal)
            return False
        # not so where what is being typed was refused: the cell says why
        return self.session is not None and self.session.file is file

    def _stand_guard(self) -> None:
        from ita_desktop.ui.backups.keeper import BackupKeeper  # noqa: PLC0415 - as the guard
        from ita_desktop.ui.opening.guard import Guard  # noqa: PLC0415 - after the first paint

        if self.session is not None and self.workspace is not None and self._guard is None:
            self._guard = Guard(self, self.session, self.workspace, self._settings)
            self._keeper = BackupKeeper(self.session, self._settings, self.workspace)
            self.workspace.late.count()

    def _helper(self) -> "Help":
        """Return what shows the help; loaded when it is first wanted."""
        if self._help is None:
            from ita_desktop.ui.help.asking import Help  # noqa: PLC0415 - when it is wanted

            self._help = Help(self, self._settings)
        return self._help

    def _let_dialog_ask(self) -> None:
        """Let F1 be answered in a dialog that came up: the window's own keys sleep under it."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self._helper().answer_in(dialog)

    def _standing_keeper(self) -> "BackupKeeper":
        """Return the keeper of backups, set up earlier than after the first paint if wanted so."""
        self._stand_guard()
        if self._keeper is None:
            raise RuntimeError
        return self._keeper

    def _look_into(self, own: Path, backup: Path) -> None:
        """Open a backup to read it, and say how to come back."""
        if self.open_path(backup) and self.workspace is not None:
            self.workspace.notice.say(
                "กำลังดูไฟล์สำรอง ไฟล์ที่ทำอยู่บันทึกไว้ครบแล้ว",
                [(f"กลับไปที่ {own.name}", partial(self.open_path, own))],
            )

    @property
    def _is_astray(self) -> bool:
        """Whether the open file no longer is the one under its name."""
        return self._guard is not None and self._guard.is_astray

    def _leave(self, *, keep_file: bool = False, back_up: bool = True) -> bool:
        """Close the file; False where what is being typed was refused."""
        if self.session is not None:
            if not self.session.leave():
                return False
            if self.workspace is not None:
                self.workspace.leave_preview()
            if self._keeper is not None and back_up and not self._is_astray:
                with suppress(ClerkError, MachineError):  # it cannot be read, which is told
                    self._keeper.leave()
            if not keep_file:
                self.session.close()
        if self._guard is not None:
            self._guard.deleteLater()
        self.session = self.workspace = self._desk = self._guard = self._keeper = None
        return True


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:  # one of them is not there
        return path == other


def sample_path() -> Path:
    """Return where the sample municipality's file is kept: the program's own data folder.

    Raises RuntimeError for a user without a home.
    """
    return user_folder() / "เทศบาลตัวอย่าง.ita"
