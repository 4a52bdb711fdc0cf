"""The file is moved into the machine; the one in danger stays, under a name nobody opens."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages
from ita_desktop.ui.opening.recovery import asked_place, work_on
from ita_desktop.workflows.moving import (
    copy_file,
    discard_copy,
    save_copy,
    set_moved_aside,
    target_in,
)

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.session import Session

_TITLE = "ย้ายไฟล์ไม่ได้"


def move_here(window: "MainWindow", session: "Session") -> None:
    """Ask for a folder of this machine, copy the open file there whole, and go on with the copy."""
    path = session.path
    chosen = QFileDialog.getExistingDirectory(
        window, "เลือกโฟลเดอร์ในเครื่องนี้", str(window.documents())
    )
    if not chosen or not session.leave():
        return
    try:
        target = target_in(Path(chosen), path)
    except ClerkError as refusal:
        messages.say(window, _TITLE, str(refusal))
        return

    def copied(_: None) -> None:
        _change_over(window, session, target)

    words = f"กำลังคัดลอกไฟล์ {path.name} ไปไว้ที่ {target.parent} และตรวจสำเนา"
    work_on(window, words, lambda: copy_file(path, target), copied, _TITLE)


def _change_over(window: "MainWindow", session: "Session", target: Path) -> None:
    """Leave the old file for its copy; nobody else may open it in between."""
    path, file = session.path, session.file
    lock, file.lock = file.lock, None
    if not window.leave_file(path):  # what is being typed was refused: the cell says why
        file.lock = lock
        discard_copy(target)
        return
    try:
        aside = set_moved_aside(path, target)
    except MachineError as refusal:
        _let_go(lock)
        window.open_path(path)
        messages.say(window, _TITLE, str(refusal))
        return
    _let_go(lock)
    if window.open_path(target):
        window.tell(f"ย้ายไฟล์มาไว้ที่ {target.parent} แล้ว ไฟล์เดิมเก็บไว้ในชื่อ {aside.name} ลบได้เมื่อมั่นใจแล้ว")


def _let_go(lock: object) -> None:
    from ita_desktop.db.lock import WriterLock  # noqa: PLC0415 - only to ask what it is

    if isinstance(lock, WriterLock):
        lock.release()


def save_copy_here(window: "MainWindow", session: "Session") -> None:
    """Ask for a name, save what the open file still has there, and go on with that one."""
    target = asked_place(window, window.documents() / session.path.name)
    if target is None:
        return
    try:
        save_copy(session.file, target)
    except (ClerkError, MachineError) as refusal:
        messages.say(window, "บันทึกสำเนาไม่ได้", str(refusal))
        return
    if window.open_path(target):
        window.tell(f"บันทึกสำเนาไว้ที่ {target} แล้ว และเปิดสำเนานั้นเป็นไฟล์งาน")
