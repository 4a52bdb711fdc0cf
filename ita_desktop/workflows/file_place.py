"""Where a data file lies, as far as that endangers it: synced folders, shares, removable disks.

Pure functions of what the system says, so that they can be asked about any machine.
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

_REMOVABLE, _REMOTE = 2, 4  # GetDriveTypeW
_LONG, _LONG_SHARE = "\\\\?\\", "\\\\?\\UNC"  # how Windows writes a path of more than 260 letters
_SHARES = frozenset(
    {
        *("9p", "afpfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.gvfsd-fuse"),
        *("fuse.rclone", "fuse.sshfs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf", "virtiofs"),
    }
)
_STICKS = ("/media", "/run/media")
_BY_VARIABLE = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
_BY_FOLDER = {
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "ไดรฟ์ของฉัน": "Google Drive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "box": "Box",
    "box sync": "Box",
}


class Danger(StrEnum):
    """The kinds of place where a data file is in danger."""

    SYNCED = "synced"
    SHARE = "share"
    REMOVABLE = "removable"


@dataclass(frozen=True, slots=True)
class Place:
    """A dangerous place; ``service`` names what syncs it, empty for a share or a disk."""

    danger: Danger
    service: str = ""


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system of Linux: where it begins, its kind, and whether its disk can be taken out."""

    point: str
    kind: str
    removable: bool = False


def place_of(path: Path) -> Place | None:
    """Return why a data file is in danger where it lies on this machine, None where it is not.

    Asks the system only, never the file; a path that nobody can follow is in no danger.
    """
    try:
        real = path.resolve()
    except OSError:
        return None
    found = synced_by(real, os.environ)
    if found is not None:
        return found
    if sys.platform == "win32":
        drive = ctypes.windll.kernel32.GetDriveTypeW(f"{real.drive}\\")
        return windows_place(PureWindowsPath(real), drive)
    return linux_place(PurePosixPath(real), _mounts())


def synced_by(path: PurePath, environment: Mapping[str, str]) -> Place | None:
    """Return which service copies the file's folder to other machines, None for none known."""
    for variable, service in _BY_VARIABLE.items():
        root = environment.get(variable)
        if root and path.is_relative_to(type(path)(root)):
            return Place(Danger.SYNCED, service)
    for part in path.parts[1:-1]:
        name = part.casefold()
        # "OneDrive - เทศบาลตำบล…", "Dropbox (ส่วนตัว)": the name of an account may follow
        bare = name.split(" - ")[0].split(" (")[0].strip()
        if service := _BY_FOLDER.get(name) or _BY_FOLDER.get(bare):
            return Place(Danger.SYNCED, service)
    return None


def windows_place(path: PureWindowsPath, drive_type: int) -> Place | None:
    """Return the danger of a path of Windows; ``drive_type`` is what GetDriveTypeW says."""
    drive = path.drive.upper()
    of_this_machine = drive.startswith(_LONG) and not drive.startswith(_LONG_SHARE)
    if (drive.startswith("\\\\") and not of_this_machine) or drive_type == _REMOTE:
        return Place(Danger.SHARE)
    return Place(Danger.REMOVABLE) if drive_type == _REMOVABLE else None


def linux_place(path: PurePosixPath, mounts: tuple[Mount, ...]) -> Place | None:
    """Return the danger of a path of Linux by the file systems that are mounted."""
    holding = [mount for mount in mounts if path.is_relative_to(mount.point)]
    if not holding:
        return None
    mount = max(holding, key=lambda one: len(PurePosixPath(one.point).parts))
    if mount.kind in _SHARES:
        return Place(Danger.SHARE)
    on_a_stick = any(PurePosixPath(mount.point).is_relative_to(folder) for folder in _STICKS)
    return Place(Danger.REMOVABLE) if on_a_stick or mount.removable else None


def mounts_in(table: str, removable: frozenset[str] = frozenset()) -> tuple[Mount, ...]:
    """Return the file systems of a table as /proc/self/mounts has it; ``removable`` are disks."""
    found: list[Mount] = []
    for line in table.splitlines():
        match line.split(" "):
            case [device, point, kind, *_]:
                disk = device.removeprefix("/dev/").rstrip("0123456789")
                found.append(Mount(_unescaped(point), kind, disk in removable))
            case _:
                pass
    return tuple(found)


def _unescaped(point: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, letter)
    return point


def _mounts() -> tuple[Mount, ...]:
    try:
        table = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
        disks = Path("/sys/block")
        removable = frozenset(
            disk.name
            for disk in (disks.iterdir() if disks.is_dir() else ())
            if (disk / "removable").is_file() and (disk / "removable").read_text().strip() == "1"
        )
    except OSError:
        return ()
    return mounts_in(table, removable)
