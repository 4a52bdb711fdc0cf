"""One writer: a lock file beside the data file that the system clears when its holder dies.

The lock is the system's, on the open lock file: after a crash or a power cut nothing has to be
cleaned up. What stands in the file says who holds it, for those who are refused, and for another
machine that sees the file through a synced folder and not the lock (decision 0012).
"""

import errno
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

from ita_desktop.db.refusals import FileHeldError, Holder

SILENT = timedelta(minutes=10)
"""A lock of another machine that says nothing for so long is stale."""
_TRIES = 100
_PAUSE = 0.02  # seconds
_FAR = 0x7FFF_0000  # the byte that is locked on Windows: what is said before it can be read
_MOST = 4096
_CLEARED = b""


class WriterLock:
    """Held from ``take_lock`` until ``release``, or until the process ends, however it ends."""

    def __init__(self, place: Path, descriptor: int, holder: Holder, *, suspect: bool) -> None:
        self.place = place
        self.holder = holder
        self.suspect = suspect
        """Whether the data file must be proved whole before it is trusted: somebody held it before
        and never let it go (a crash, a power cut). Let go like that, the lock file stays, and the
        next one finds it suspect too."""
        self._descriptor = descriptor
        self._released = False

    def beat(self) -> bool:
        """Say that the holder is alive; False where the lock file was taken away or replaced.

        So it is, too, where it names another holder: what keeps a folder like that of another
        machine may write into the file that is open here. Raises OSError where the folder cannot be
        reached.
        """
        if self._released or not self._is_ours():
            return False
        self.holder = replace(self.holder, beat=_now())
        _write(self._descriptor, _said(self.holder))
        return True

    def release(self) -> None:
        """Let the lock go and take its file away; a second time does nothing."""
        if self._released:
            return
        self._released = True
        goes = False
        with suppress(OSError):  # a stick that was pulled out: the system has let go of it already
            if goes := not self.suspect and self._is_ours():
                _write(self._descriptor, _CLEARED)
                if sys.platform != "win32":
                    self.place.unlink()
        _unlock(self._descriptor)
        with suppress(OSError):
            os.close(self._descriptor)
        if sys.platform == "win32" and goes:
            with suppress(OSError):  # an open file cannot go there; one that is held again stays
                self.place.unlink()

    def _is_ours(self) -> bool:
        """Say whether the lock file is under its name, and says nothing of anybody else."""
        if not _is_at(self._descriptor, self.place):
            return False
        named = _holder_in(self._descriptor)
        return named is None or named.token == self.holder.token


def take_lock(path: Path, person: str) -> WriterLock:
    """Return the right to write to a data file.

    Raises FileHeldError, which names who has it, and OSError where no lock can be made: the folder
    cannot be written to, or knows no locks.
    """
    place = lock_place(path)
    descriptor = _locked(path, place)
    try:
        before = _holder_in(descriptor)
        _refuse_elsewhere(path, before)
        now = _now()
        holder = Holder(person, machine_name(), os.getpid(), now, now, os.urandom(8).hex())
        _write(descriptor, _said(holder))
    except BaseException:
        os.close(descriptor)
        raise
    return WriterLock(place, descriptor, holder, suspect=before is not None)


def lock_place(path: Path) -> Path:
    """Return where the lock of a data file lies; two names that lead to one file share it."""
    real = path.resolve()
    return real.with_name(f".{real.name}.lock")


def holder_of(path: Path) -> Holder | None:
    """Return who the lock file beside a data file names, None where there is none to be read."""
    try:
        with lock_place(path).open("rb") as stream:
            return _holder(stream.read(_MOST))
    except OSError:
        return None


def machine_name() -> str:
    """Return the name of this machine, as people know it."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "-")
    return os.uname().nodename


def _locked(path: Path, place: Path) -> int:
    """Return the open lock file with the system's lock on it."""
    for number in range(_TRIES):
        try:
            descriptor = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        except PermissionError:
            if sys.platform != "win32" or (number == 0 and not _takes_files(place.parent)):
                raise
            time.sleep(_PAUSE)  # it is on its way out, or an antivirus looks at it
            continue
        try:
            held_elsewhere = not _try_lock(descriptor)
            if not held_elsewhere and _is_at(descriptor, place):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if held_elsewhere:
            # Between its locking and its writing, or its clearing and its going, nobody is named.
            if (holder := holder_of(path)) is not None:
                raise FileHeldError(path, holder)
            time.sleep(_PAUSE)
        # else: who held it took the file away while we waited for it; begin again
    raise FileHeldError(path, holder_of(path))


def _takes_files(folder: Path) -> bool:
    """Say whether a file can be made in a folder: Windows tells by trying only."""
    tried = folder / f".{os.urandom(6).hex()}.lock"
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_TEMPORARY", 0)
    try:
        os.close(os.open(tried, flags))
    except OSError:
        return False
    with suppress(OSError):  # on Windows it went with its closing
        tried.unlink()
    return True


if sys.platform == "win32":
    import msvcrt

    _HELD = {0, errno.EACCES, errno.EDEADLK}  # no number at all: the run-time library of Wine

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno not in _HELD:
                raise
            return False
        return True

    def _unlock(descriptor: int) -> None:
        with suppress(OSError):  # closed alone, Windows lets go of it in its own time
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # a share may say it in the other word
            return False
        return True

    def _unlock(descriptor: int) -> None:
        """Leave it to the closing, which lets go at once."""


def _is_at(descriptor: int, place: Path) -> bool:
    """Say whether the open lock file still is the one under its name."""
    try:
        there = place.stat()
    except FileNotFoundError:
        return False
    if sys.platform == "win32":
        # An open file keeps its name there. Of a stick (FAT32, exFAT) CPython 3.12.0 can tell
        # nothing by the descriptor, and network drives may tell it otherwise than by the name.
        return True
    mine = os.fstat(descriptor)
    return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)


def _refuse_elsewhere(path: Path, holder: Holder | None) -> None:
    """Refuse where a machine whose lock cannot be seen from here still writes."""
    if holder and holder.machine != machine_name() and abs(_now() - holder.beat) < SILENT:
        raise FileHeldError(path, holder, round(SILENT.total_seconds() / 60))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _said(holder: Holder) -> bytes:
    said = {
        "person": holder.person,
        "machine": holder.machine,
        "process": holder.process,
        "since": holder.since.isoformat(),
        "beat": holder.beat.isoformat(),
        "token": holder.token,
    }
    return json.dumps(said).encode("ascii")


def _write(descriptor: int, said: bytes) -> None:
    """Write what the lock says; beats are of one length, so that nobody reads half of one."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, said)
    os.ftruncate(descriptor, len(said))


def _holder_in(descriptor: int) -> Holder | None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return _holder(os.read(descriptor, _MOST))


def _holder(said: bytes) -> Holder | None:
    """Return who is named; None where nothing is, or nothing that we wrote."""
    try:
        found = cast("dict[str, Any]", json.loads(said))
        since, beat = (datetime.fromisoformat(found[name]) for name in ("since", "beat"))
        return Holder(
            str(found["person"]),
            str(found["machine"]),
            int(found["process"]),
            since.astimezone(UTC),
            beat.astimezone(UTC),
            str(found["token"]),
        )
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError):
        return None
