"""Folders for copies that nobody else knows: gone when closed, or at a later start.

A program that is killed leaves its copies, each as large as the data file. The system's lock on a
folder dies with its program, so what is left can be told from what is read.
"""

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import time

from ita_desktop.db.lock import WriterLock, lock_place, take_lock
from ita_desktop.errors import ClerkError

_PREFIX = "ita-desktop-"
_COPY = "copy.ita"
_LEFT_AFTER = 3600  # seconds; between its making and its locking a folder is not there so long


@dataclass(frozen=True, slots=True)
class PrivateFolder:
    """A folder under the system's temporary one, with room for one data file."""

    path: Path
    lock: WriterLock

    @property
    def copy(self) -> Path:
        """Where the data file in it is to be."""
        return self.path / _COPY

    def remove(self) -> None:
        """Take the folder away; what is in it is closed everywhere."""
        self.lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def make_private_folder() -> PrivateFolder:
    """Make a folder. Raises OSError where the disk refuses."""
    path = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        return PrivateFolder(path, take_lock(path / _COPY, ""))
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise


def remove_left_folders() -> None:
    """Remove the folders of programs that ended without doing so; may run in a worker."""
    for path in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError, ClerkError):  # of another user, gone meanwhile, or held: it is read
            if not lock_place(path / _COPY).exists() or time() - path.stat().st_mtime < _LEFT_AFTER:
                continue
            PrivateFolder(path, take_lock(path / _COPY, "")).remove()
