"""Where the set-up is tried: under Wine, or on Windows itself."""

import os
import re
import time
from collections.abc import Mapping
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Protocol

from installer.places import BUILD
from installer.programs import BuildError, Ended, end_of
from installer.wine import Wine

_USER = "สมศรี ใจดี"
"""A clerk's name, as it stands in the paths of her machine."""
_UNINSTALLER = re.compile(r"^Un(_[A-Z])?\.exe\b", re.MULTILINE)
"""What NSIS calls the copy by which an uninstaller works, in Windows' list of what runs."""


class Machine(Protocol):
    """A Windows on which programs can be run, and what it calls its places."""

    @property
    def home(self) -> Path:
        """The folder of the user."""
        ...

    @property
    def watched(self) -> tuple[Path, ...]:
        """The folders in which nothing may be left behind."""
        ...

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> Ended:
        """Run a program to its end."""
        ...

    def begin(self, *command: str) -> "Popen[bytes]":
        """Start a program and do not wait for it."""
        ...

    def path(self, place: Path) -> str:
        """Return what programs of the machine call a place."""
        ...

    def settle(self) -> None:
        """Wait until what programs started on their own has ended, too."""
        ...

    def registry(self) -> str:
        """Return what the user's registry says of programs and kinds of files, as text."""
        ...

    def stop(self) -> None:
        """End what still runs."""
        ...


def machine() -> Machine:
    """Return a machine to try the set-up on, ready to be used.

    Raises BuildError where Wine is missing or cannot be started.
    """
    return OnWindows() if os.name == "nt" else UnderWine()


class UnderWine:
    """A Windows 10 of its own, made for this trial."""

    def __init__(self) -> None:
        self._wine = Wine(BUILD / "wine-for-the-trial", _USER)
        self._wine.start()

    @property
    def home(self) -> Path:
        return self._wine.home

    @property
    def watched(self) -> tuple[Path, ...]:
        return (self._wine.drive,)

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> Ended:
        return self._wine.run(*command, environment=environment)

    def begin(self, *command: str) -> "Popen[bytes]":
        surroundings = {**os.environ, **self._wine.environment}
        # Python under Wine begins with pipes for its output, not with nothing.
        return Popen(["wine", *command], env=surroundings, stdin=DEVNULL, stdout=PIPE, stderr=PIPE)

    def path(self, place: Path) -> str:
        return self._wine.path(place)

    def settle(self) -> None:
        self._wine.wait()

    def registry(self) -> str:
        self._wine.wait()  # the registry is written when everything has ended
        return (self._wine.prefix / "user.reg").read_text("utf-8", errors="replace")

    def stop(self) -> None:
        self._wine.stop()


class OnWindows:
    """The Windows this runs on, with the user who runs it; meant for a machine of a build."""

    @property
    def home(self) -> Path:
        return Path.home()

    @property
    def watched(self) -> tuple[Path, ...]:
        local, roaming = (Path(os.environ[name]) for name in ("LOCALAPPDATA", "APPDATA"))
        menu = roaming / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        return (local / "Programs", menu, self.home / "Desktop", self.home / "Documents")

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> Ended:
        return end_of(command, environment={"QT_QPA_PLATFORM": "offscreen", **(environment or {})})

    def begin(self, *command: str) -> "Popen[bytes]":
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        return Popen(command, env=surroundings, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)

    def path(self, place: Path) -> str:
        return str(place)

    def settle(self) -> None:
        # The uninstaller works on from a copy of itself.
        for _ in range(120):
            if not _UNINSTALLER.search(end_of(["tasklist"]).said):
                return
            time.sleep(0.5)
        raise BuildError("The uninstaller did not end within a minute.")

    def registry(self) -> str:
        keys = (r"HKCU\Software\Classes", r"HKCU\Software\Microsoft\Windows\CurrentVersion")
        return "".join(end_of(["reg", "query", key, "/s"]).said for key in keys)

    def stop(self) -> None:
        end_of(["taskkill", "/F", "/IM", "pythonw.exe"])
