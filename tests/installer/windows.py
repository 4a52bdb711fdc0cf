"""A Windows to install into: a Wine prefix whose desktop and documents are its own, too."""

import os
import shutil
import subprocess
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryFile

TOOLS = ("makensis", "wine", "wineserver", "x86_64-w64-mingw32-gcc", "prlimit")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
_WINE, _SERVER, _COMPILER, _LIMITED = (shutil.which(name) or name for name in TOOLS[1:])
_SECONDS = 60
_HOLDER = r"""
#include <windows.h>
#include <stdio.h>
int wmain(int count, wchar_t **words) {
    HANDLE held = wcscmp(words[1], L"mutex") == 0
        ? CreateMutexW(NULL, FALSE, words[2])
        : CreateFileW(words[2], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (held == NULL || held == INVALID_HANDLE_VALUE) return 1;
    puts("held");
    fflush(stdout);
    return getchar() == 0;
}
"""


class Windows:
    """One prefix that is on until ``stop``; its programs are waited for."""

    def __init__(self, place: Path, *, has_windows: bool = False) -> None:
        self.prefix = place / "prefix"
        self.home = place / "home"
        self.drive = self.prefix / "drive_c"
        self._holder = place / "hold.exe"
        self.home.mkdir()
        self.prefix.mkdir()
        # One Windows for all: else each program would wait for its start and its end.
        subprocess.run([_SERVER, "-p"], env=self.environment, check=True)
        for command in (["wineboot", "-i"], ["winecfg", "-v", "win10"]):
            self._call(*command)
        if has_windows:  # though nobody sees them
            self.set_value(r"Software\Wine\Drivers", "null", "Graphics")
        self.compile(_HOLDER, self._holder)

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {
            "WINEPREFIX": str(self.prefix),
            "WINEDEBUG": "-all",
            # Else each shortcut becomes an entry in the menu of the machine below.
            "WINEDLLOVERRIDES": "winemenubuilder.exe=d;mscoree,mshtml=",
            "HOME": str(self.home),
            "USER": "clerk",
            "LC_ALL": "C.UTF-8",
            "DISPLAY": "",
        }

    @property
    def user(self) -> Path:
        return self.drive / "users" / "clerk"

    @property
    def program(self) -> Path:
        """Where the program goes when no folder is named."""
        return self.user / "AppData" / "Local" / "Programs" / "ITA Desktop"

    @property
    def _log(self) -> Path:
        return self.user / "Temp" / "ITA Desktop setup.log"

    @property
    def start_menu(self) -> Path:
        return self.user / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"

    @property
    def desktop(self) -> Path:
        return self.user / "Desktop"

    def run(self, program: Path, *options: str, most: int | None = None) -> int:
        """Run a program to its own end and return its code.

        With ``most`` no file may become larger than that many bytes, as where the drive is full.
        """
        full = [_LIMITED, f"--fsize={most}", "env", "--ignore-signal=XFSZ"]
        return self._call(str(program), *options, before=full if most else ())[0]

    def install(self, set_up: Path, *options: str, folder: Path | None = None) -> int:
        """Install in silence. A folder is named without quotation marks, whatever is in it."""
        named = f"/D={self.name(folder)}".split(" ") if folder else []
        return self.run(set_up, "/S", *options, *named)

    def uninstall(self, folder: Path | None = None) -> str:
        """Take the program off; return the last line of the log."""
        return self.run_uninstaller((folder or self.program) / "uninstall.exe", "/S")

    def run_uninstaller(self, program: Path, *options: str) -> str:
        """Run an uninstaller until the copy that does its work has written its last line."""
        self._log.unlink(missing_ok=True)
        self.run(program, *options)
        for _ in range(_SECONDS * 20):
            said = self.log().splitlines() if self._log.exists() else []
            if said and said[-1].startswith(("done", "left", "finished", "not finished")):
                return said[-1]
            time.sleep(0.05)
        raise TimeoutError(program)

    def value(self, key: str, name: str = "") -> str | None:
        """Return a text of the person's registry, None where there is none."""
        chosen = ["/v", name] if name else ["/ve"]
        _, answer = self._call("reg", "query", f"HKCU\\{key}", *chosen)
        for line in answer.splitlines():
            head, kind, text = line.partition("    REG_SZ    ")
            if kind and head.strip() in (name, "(Default)"):
                return text.strip()
        return None

    def set_value(self, key: str, text: str, name: str = "") -> None:
        chosen = ["/v", name] if name else ["/ve"]
        self._call("reg", "add", f"HKCU\\{key}", *chosen, "/d", text, "/f")

    def log(self) -> str:
        """Return what the last set-up wrote down."""
        return self._log.read_text("utf-16")

    def name(self, place: Path) -> str:
        """Return what Windows calls a place of the machine below."""
        inside = place.is_relative_to(self.drive)
        rest = place.relative_to(self.drive if inside else "/")
        return str(PureWindowsPath("C:/" if inside else "Z:/", *rest.parts))

    def be(self, version: str) -> None:
        """Be another Windows: "win10", "win81"."""
        self._call("winecfg", "-v", version)

    @contextmanager
    def held(self, kind: str, name: str) -> Generator[None]:
        """Let a program hold a "mutex" or a "file" for that long."""
        command = [_WINE, str(self._holder), kind, name]
        with subprocess.Popen(
            command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as holder:
            assert holder.stdout
            assert holder.stdout.readline().strip() == b"held"
            yield
            holder.communicate(b"\n")

    def compile(self, source: str, program: Path) -> None:
        """Make a program of the source in C."""
        written = self.home.with_name(f"{program.stem}.c")
        written.write_text(source, "ascii")
        subprocess.run([_COMPILER, "-municode", "-o", program, written], check=True)

    def awaited(self, file: Path) -> bytes:
        """Take away a file that a program writes, when it is there and not empty."""
        for _ in range(_SECONDS * 20):
            if file.exists() and (held := file.read_bytes()):
                file.unlink()
                return held
            time.sleep(0.05)
        raise TimeoutError(file)

    def stop(self) -> None:
        subprocess.run([_SERVER, "-k"], env=self.environment, check=False)

    def _call(self, *words: str, before: Sequence[str] = ()) -> tuple[int, str]:
        """Run a program; return its code and what it said.

        Into a file: a pipe would be kept open by the services of Wine that it is the first to need.
        """
        with TemporaryFile() as said:
            code = subprocess.run(
                [*before, _WINE, *words],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                check=False,
            ).returncode
            said.seek(0)
            return code, said.read().decode("utf-8", "replace")
