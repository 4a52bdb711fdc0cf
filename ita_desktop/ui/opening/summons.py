"""The window that has a file is raised by the next one of the same person, through a folder.

Nothing listens on a port: a request is an empty file in the user's own folder, named by the token
of the lock that the first window holds. It takes the file away when it has come to the front.
"""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ita_desktop.db.refusals import Holder
from ita_desktop.user_folder import user_folder

_LOOK_EVERY_MS = 100
_PATIENCE = 30  # looks: three seconds


def requests_folder() -> Path:
    """Return where requests lie."""
    return user_folder() / "windows"


def _request(token: str) -> Path:
    bare = "".join(letter for letter in token if letter.isalnum())  # a lock file is anybody's text
    return requests_folder() / f"{bare}.request"


class Summons(QObject):
    """Asks the window that holds a file to come to the front."""

    answered = Signal(bool)
    """Whether it came; False after three seconds without an answer."""

    def __init__(self, holder: Holder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = _request(holder.token)
        self._looks = 0
        self._was_put = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        if sys.platform == "win32":  # else Windows lets nobody take the front from us
            ctypes.windll.user32.AllowSetForegroundWindow(holder.process)
        with suppress(OSError):  # it is then not answered, which is told
            self._request.parent.mkdir(parents=True, exist_ok=True)
            self._request.touch()
            self._was_put = True  # not asked of the disk: it may be taken away already
        self._timer.start(_LOOK_EVERY_MS)

    def _look(self) -> None:
        self._looks += 1
        came = self._was_put and not self._request.exists()
        if not came and self._looks < _PATIENCE:
            return
        self._timer.stop()
        with suppress(OSError):
            self._request.unlink(missing_ok=True)
        self.answered.emit(came)


class Listener(QObject):
    """Hears requests to the window that holds the lock of this token."""

    summoned = Signal()

    def __init__(self, token: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = _request(token)
        self._looks = 0
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        with suppress(OSError):  # without the folder nobody can ask either
            self._request.parent.mkdir(parents=True, exist_ok=True)
            self._watcher.addPath(str(self._request.parent))
        QTimer.singleShot(0, self._look)  # one may have come before we listened

    def _look(self) -> None:
        try:
            self._request.unlink()
        except FileNotFoundError:
            return
        except OSError:  # Windows: whoever put it there holds it yet, or an antivirus looks at it
            self._looks += 1
            if self._looks < _PATIENCE:
                QTimer.singleShot(_LOOK_EVERY_MS, self._look)
            return
        self._looks = 0
        self.summoned.emit()
