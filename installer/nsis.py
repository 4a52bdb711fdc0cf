"""The set-up for Windows from the folder of the program, by NSIS; the script is in ``setup/``."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory

from installer.programs import BuildError
from ita_desktop.windows_marks import APPLICATION_ID, RUNNING

HERE = Path(__file__).resolve().parent
PUBLISHER = "ITA Desktop contributors"
UNINSTALLER = "uninstall.exe"
_EPOCH = "1577836800"
"""2020-01-01: the time that stands in the set-up, whenever it is made."""
_PATIENCE = "60"
_SPARE_MB = 20


def make_setup(
    bundle: Path, out: Path, version: str, others: Mapping[str, str] | None = None
) -> Path:
    """Compile the set-up of the program in ``bundle`` into the file ``out`` and return that.

    The same files give the same bytes. ``others`` are names of the script with other values than
    usual, for trials. Raises BuildError where the bundle is not fit or NSIS is missing or fails.
    """
    files = listed_files(bundle)
    _refuse_stale_bytecode(bundle, files)
    makensis = _makensis()
    out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="ita-nsis-") as folder:
        listing, stage = Path(folder, "files.txt"), Path(folder, "stage.nsh")
        listing.write_bytes(_list(bundle, files))
        stage.write_text(_stage(bundle, files, listing), "utf-8")
        names = _names(bundle, files, version) | {
            "TARGET": _target(makensis),
            "OUT": str(out.resolve()),
            "STAGE": str(stage),
            **(others or {}),
        }
        command = [makensis, "-NOCD", "-WX", "-V2", "-INPUTCHARSET", "UTF8"]
        command += [f"-D{name}={value}" for name, value in sorted(names.items())]
        made = subprocess.run(
            [*command, "setup.nsi"],
            cwd=HERE / "setup",
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    if made.returncode != 0:
        raise BuildError(f"makensis exits with {made.returncode}:\n{made.stdout}{made.stderr}")
    return out


def listed_files(bundle: Path) -> list[str]:
    """Return the path of every file in ``bundle`` as Windows writes it, sorted."""
    paths = (path.relative_to(bundle) for path in bundle.rglob("*") if path.is_file())
    return sorted(str(PureWindowsPath(*path.parts)) for path in paths)


def _refuse_stale_bytecode(bundle: Path, files: list[str]) -> None:
    """Refuse bytecode that goes by the time of its source.

    Files are put down with the time of the installation: Python would compile all of them again,
    at every start where it may not write.
    """
    for name in files:
        if name.endswith(".pyc"):
            with bundle.joinpath(*name.split("\\")).open("rb") as stream:
                flags = int.from_bytes(stream.read(8)[4:], "little")
            if not flags & 1:
                raise BuildError(f"{name} goes by the time of its source; compile by hash")


def _list(bundle: Path, files: list[str]) -> bytes:
    """Return files.txt as ``files.nsh`` reads it; the uninstaller is made where it is installed."""
    sizes = {name: bundle.joinpath(*name.split("\\")).stat().st_size for name in files}
    lines = [f"{size:<12}{name}\r\n" for name, size in (sizes | {UNINSTALLER: -1}).items()]
    return "".join(lines).encode("utf-16-le")


def _stage(bundle: Path, files: list[str], listing: Path) -> str:
    """Return the part of the script that lays all files down in $NEW."""
    lines: list[str] = []
    folder = None
    for name in files:
        path = PureWindowsPath(name)
        if path.parent != folder:
            folder = path.parent
            below = "" if folder == PureWindowsPath() else f"\\{folder}"
            lines.append(f'SetOutPath "$NEW{_said(below)}"')
        source = bundle.resolve().joinpath(*path.parts)
        lines.append(f'File "/oname={_said(path.name)}" "{_said(str(source))}"')
    lines += ['SetOutPath "$NEW"', f'File "/oname=files.part" "{_said(str(listing))}"']
    return "\n".join(lines) + "\n"


def _said(text: str) -> str:
    """Return a path as NSIS reads it between quotation marks."""
    return text.replace("$", "$$")


def _names(bundle: Path, files: list[str], version: str) -> dict[str, str]:
    """Return what the script asks to be defined, see its head."""
    taken = sum(bundle.joinpath(*name.split("\\")).stat().st_size for name in files)
    program, kind = (_icon(files, name) for name in ("app.ico", "ita-file.ico"))
    numbers = [part for part in version.split(".") if part.isdecimal()]
    return {
        "VERSION": version,
        "PARTS": ".".join([*numbers, "0", "0", "0", "0"][:4]),
        "PUBLISHER": PUBLISHER,
        "APPLICATION_ID": APPLICATION_ID,
        "RUNNING": RUNNING,
        "APP_ICON": program,
        "FILE_ICON": kind,
        "SETUP_ICON": str(bundle.resolve().joinpath(*program.split("\\"))),
        "WELCOME_PICTURE": str(HERE / "art" / "welcome.bmp"),
        "HEADER_PICTURE": str(HERE / "art" / "header.bmp"),
        "KILOBYTES": str(taken // 1024 + 1),
        "NEEDED_MB": str(taken // 1024**2 + _SPARE_MB),
        "LONGEST": str(max(map(len, files), default=0)),
        "PATIENCE": _PATIENCE,
    }


def _icon(files: list[str], name: str) -> str:
    found = [path for path in files if PureWindowsPath(path).match(f"icons/{name}")]
    if not found:
        raise BuildError(f"there is no icons\\{name} in the bundle")
    return found[0]


def _makensis() -> str:
    """Return the compiler; on Windows it stands in no search path."""
    place = Path(os.environ.get("PROGRAMFILES(X86)", "C:/"), "NSIS", "makensis.exe")
    found = shutil.which("makensis") or (str(place) if place.exists() else None)
    if found is None:
        raise BuildError("NSIS is missing; on Debian: apt-get install nsis")
    return found


def _target(makensis: str) -> str:
    """Return for which machine NSIS can compile: Debian's knows 64 bits, that of Windows only 32.

    Both install the same 64-bit program.
    """
    answer = subprocess.run([makensis, "-HDRINFO"], capture_output=True, text=True, check=False)
    home = re.search(r"NSISDIR=([^,\r\n]+)", answer.stdout)
    wanted = "Stubs/lzma_solid-amd64-unicode"
    return "amd64-unicode" if home and Path(home[1], wanted).exists() else "x86-unicode"


def _environment() -> dict[str, str]:
    return os.environ | {"SOURCE_DATE_EPOCH": _EPOCH, "TZ": "UTC", "LC_ALL": "C.UTF-8"}
