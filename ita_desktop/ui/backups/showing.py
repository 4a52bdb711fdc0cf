"""Opening the dialogs of backups over the window."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ita_desktop.ui.backups.dialog import BackupsDialog
from ita_desktop.ui.backups.keeper import BackupKeeper
from ita_desktop.ui.backups.proof_dialog import ProofDialog
from ita_desktop.ui.backups.restoring import Restoring

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.session import Session
    from ita_desktop.ui.settings import Settings
    from ita_desktop.ui.workspace import Workspace


def show_backups(
    window: "MainWindow",
    session: "Session",
    workspace: "Workspace",
    settings: "Settings",
    keeper: BackupKeeper,
) -> BackupsDialog:
    """Open the list of backups."""
    dialog = BackupsDialog(session, settings, keeper, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def restore(backup: Path) -> None:
        dialog.accept()
        Restoring(session, keeper, workspace.notice, window).look(backup)

    dialog.restore_requested.connect(restore)
    dialog.look_requested.connect(partial(_look, window, session.path))
    dialog.open()
    return dialog


def _look(window: "MainWindow", own: Path, backup: Path) -> None:
    """Open a backup to read it, and say how to come back."""
    if window.open_path(backup) and window.workspace is not None:
        window.workspace.notice.say(
            "กำลังดูไฟล์สำรอง ไฟล์ที่ทำอยู่บันทึกไว้ครบแล้ว",
            [(f"กลับไปที่ {own.name}", partial(window.open_path, own))],
        )


def show_proof(
    window: "MainWindow",
    session: "Session",
    workspace: "Workspace",
    settings: "Settings",
    keeper: BackupKeeper,
) -> ProofDialog:
    """Examine the open file and show what is found."""
    dialog = ProofDialog(session, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.backups_requested.connect(
        partial(show_backups, window, session, workspace, settings, keeper)
    )
    dialog.open()
    return dialog
