"""Windows programs run without Windows: Wine, in a prefix of its own, off screen."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from installer.places import HERE
from installer.programs import Ended, end_of, run

_QUIET = {
    "WINEDEBUG": "-all",
    # No questions about parts of Wine that nobody needs, no icons on the desktop of this machine.
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
    "DISPLAY": "",
}
"""Variables of Qt are not among them: Wine keeps those from Windows programs."""


class Wine:
    """A Windows of its own in a folder; only one process at a time waits for it."""

    def __init__(self, prefix: Path, user: str = "clerk") -> None:
        """Name the folder and the user; ``start`` makes them."""
        self.prefix = prefix
        self.user = user

    @property
    def environment(self) -> dict[str, str]:
        """What is added to the environment of every Windows program run here."""
        own = {"WINEPREFIX": str(self.prefix), "HOME": str(self.prefix / "home")}
        own |= {"USER": self.user, "LOGNAME": self.user}
        return {**_QUIET, **own}

    @property
    def drive(self) -> Path:
        """The folder that is drive C."""
        return self.prefix / "drive_c"

    @property
    def home(self) -> Path:
        """The folder of the user."""
        return self.drive / "users" / self.user

    def start(self) -> None:
        """Make the prefix anew, as Windows 10. Raises BuildError where Wine is missing or fails."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        (self.prefix / "home").mkdir(parents=True)
        run(["wine", "wineboot", "-i"], environment=self.environment)
        run(["wine", "winecfg", "-v", "win10"], environment=self.environment)
        self.wait()
        for link in (place for place in self.home.iterdir() if place.is_symlink()):
            link.unlink()  # desktop and documents, too, are folders of this Windows
            link.mkdir()
        _put_converters(self.drive / "windows" / "system32")

    def wait(self) -> None:
        """Wait until everything that runs in the prefix has ended and its registry is written."""
        run(["wineserver", "-w"], environment=self.environment, seconds=120)

    def stop(self) -> None:
        """End everything that still runs in the prefix."""
        end_of(["wineserver", "-k"], environment=self.environment)

    def run(
        self,
        *command: str,
        cwd: Path | None = None,
        environment: Mapping[str, str] | None = None,
        seconds: float = 600,
    ) -> Ended:
        """Run a Windows program and return how it ended."""
        given = {**self.environment, **(environment or {})}
        return end_of(["wine", *command], cwd=cwd, environment=given, seconds=seconds)

    def path(self, place: Path) -> str:
        """Return what Windows programs call this place of the machine."""
        if place.is_relative_to(self.drive):
            return "C:\\" + str(place.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(place).replace("/", "\\")


def _put_converters(folder: Path) -> None:
    """Compile the library of Windows that Wine lacks into a folder; see the source."""
    source, made = HERE / "wine_icu" / "icuuc.c", folder / "icuuc.dll"
    run(["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s", "-o", str(made), str(source)])
