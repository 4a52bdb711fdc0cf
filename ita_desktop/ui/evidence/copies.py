"""Copies of evidence for the system's viewer: private, only to read, gone with the program."""

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.evidence import safe_name
from ita_desktop.errors import MachineError
from ita_desktop.user_folder import user_folder

_LOCK = "in-use.lock"


class PrivateCopies(QObject):
    """A folder of this run of the program; it goes when the program ends.

    What a viewer still holds then goes at the next start (``clean_left_copies``).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._given = 0
        if (application := QApplication.instance()) is not None:
            application.aboutToQuit.connect(self.clean)

    def give(self, name: str, data: bytes) -> Path:
        """Write a copy under a folder of its own and return its path. Raises MachineError."""
        try:
            self._given += 1
            folder = self._begun() / str(self._given)
            folder.mkdir(mode=0o700)
            path = folder / safe_name(name)
            path.write_bytes(data)
            path.chmod(stat.S_IREAD)
        except (OSError, RuntimeError) as error:
            raise MachineError(
                f"เปิด {name} ไม่ได้ เพราะทำสำเนาสำหรับเปิดดูไม่สำเร็จ กรุณาตรวจพื้นที่ว่างของดิสก์"
            ) from error
        return path

    def clean(self) -> None:
        """Remove the copies."""
        folder, self._folder = self._folder, None
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
        if folder is not None:
            _remove(folder)

    def _begun(self) -> Path:
        if self._folder is None:
            folder = copies_folder() / f"{os.getpid()}-{os.urandom(4).hex()}"
            folder.mkdir(mode=0o700, parents=True)
            lock = QLockFile(str(folder / _LOCK))
            lock.setStaleLockTime(0)
            lock.tryLock(0)
            self._folder, self._lock = folder, lock
        return self._folder


def copies_folder() -> Path:
    """Return where the copies of all runs of the program are."""
    return user_folder() / "opened"


def clean_left_copies() -> None:
    """Remove the copies of runs that ended without doing so; may run in a worker."""
    with suppress(OSError, RuntimeError):
        for folder in copies_folder().iterdir():
            lock = QLockFile(str(folder / _LOCK))
            lock.setStaleLockTime(0)
            if lock.tryLock(0):  # its program is not there any more
                lock.unlock()
                _remove(folder)


def _remove(folder: Path) -> None:
    """Remove a folder of copies that are only to read; what is held stays for the next time."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            path.chmod(stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)
