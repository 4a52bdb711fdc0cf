"""The last backup put in the place of a file, a backup made a working file: asked, done, told."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, work
from ita_desktop.ui.backups.wording import moment
from ita_desktop.ui.file_names import with_ending
from ita_desktop.ui.opening.waiting import Waiting
from ita_desktop.workflows.recovering import Recovered, use_backup, use_last_backup

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow

T = TypeVar("T")
FILTER = "ไฟล์ข้อมูล ITA Desktop (*.ita)"


def take_last_backup(window: "MainWindow", path: Path, out: Path | None = None) -> None:
    """Put the last good backup of a file in its place, or at ``out``, and open it."""

    def done(found: Recovered) -> None:
        if window.open_path(out or path):
            kept = f" ไฟล์เดิมเก็บไว้ในชื่อ {found.kept.name}" if found.kept else ""
            window.tell(f"ใช้ไฟล์สำรองเมื่อ {moment(found.made)} แล้ว{kept}")

    if out is None and not window.leave_file(path):
        return
    work_on(
        window,
        f"กำลังตรวจและนำไฟล์สำรองของ {path.name} มาใช้",
        lambda: use_last_backup(path, out),
        done,
        "ใช้ไฟล์สำรองไม่ได้",
    )


def take_last_backup_elsewhere(window: "MainWindow", path: Path) -> None:
    """Ask where the last good backup of a file goes whose place is gone, and open it there."""
    if out := asked_place(window, window.documents() / path.name):
        take_last_backup(window, path, out)


def make_working_file(window: "MainWindow", backup: Path) -> None:
    """Ask for a name, make a working file of a backup, and open it."""
    out = asked_place(window, window.documents() / backup.name)
    if out is None:
        return

    def done(kept: Path | None) -> None:
        if window.open_path(out):
            rest = f" ไฟล์เดิมในชื่อนั้นเก็บไว้ในชื่อ {kept.name}" if kept else ""
            window.tell(f"นำไฟล์สำรองมาใช้เป็นไฟล์งาน {out.name} แล้ว{rest}")

    work_on(
        window,
        f"กำลังตรวจและนำไฟล์สำรอง {backup.name} มาใช้",
        lambda: use_backup(backup, out),
        done,
        "ใช้ไฟล์สำรองไม่ได้",
    )


def work_on(
    window: "MainWindow",
    words: str,
    job: Callable[[], T],
    done: Callable[[T], object],
    failed_title: str,
) -> None:
    """Do a job that takes a while with the window held; a refusal is told.

    Raises what the job raises besides refusals: a fault of our own.
    """
    waiting = Waiting(words, window)

    def success(found: T) -> None:
        waiting.finish()
        done(found)

    def failure(error: Exception) -> None:
        waiting.finish()
        window.show_something()
        if not isinstance(error, ClerkError | MachineError):
            raise error
        messages.say(window, failed_title, str(error))

    waiting.open()
    work.run(job, success, failure)


def asked_place(window: "MainWindow", suggested: Path) -> Path | None:
    """Ask for the name of a working file; None where she gave up."""
    chosen, _ = QFileDialog.getSaveFileName(window, "เลือกที่เก็บไฟล์งาน", str(suggested), FILTER)
    try:
        return with_ending(chosen, ".ita") if chosen else None
    except ClerkError as refusal:
        messages.say(window, "ใช้ชื่อนี้ไม่ได้", str(refusal))
        return None
