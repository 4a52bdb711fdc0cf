"""A file is written whole or not at all: the old one stays until the new one is on the disk."""

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from ita_desktop.errors import MachineError

_PATIENCE = (0.1, 0.2, 0.4, 0.8)  # seconds; an antivirus may hold the target for a moment
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows: no quota

_HELD = "เขียนไฟล์ “{}” ไม่ได้ ไฟล์อาจเปิดอยู่ในโปรแกรมอื่นหรือไม่มีสิทธิ์เขียน กรุณาปิดไฟล์แล้วลองใหม่ หรือเลือกที่เก็บอื่น"
_NO_FOLDER = "ไม่พบโฟลเดอร์สำหรับไฟล์ “{}” กรุณาเลือกที่เก็บใหม่"
_FULL = "พื้นที่ดิสก์ไม่พอสำหรับไฟล์ “{}” กรุณาลบไฟล์ที่ไม่ใช้ หรือเลือกที่เก็บอื่น"
_LONG_NAME = "ชื่อไฟล์ “{}” ยาวเกินไป กรุณาตั้งชื่อให้สั้นลง"
_NO_FILE = "“{}” เป็นอุปกรณ์ ไม่ใช่ไฟล์ กรุณาเลือกที่เก็บอื่น"
_OTHER = "เขียนไฟล์ “{}” ไม่สำเร็จ กรุณาตรวจดิสก์หรือเลือกที่เก็บอื่น"


def write_whole(path: Path, data: bytes) -> None:
    """Write the bytes to a part file beside the target, then put it in the target's place.

    A link stays a link: what it leads to is written. Raises MachineError, with the target as it
    was, when the disk refuses or the target is a device.
    """
    if _is_device(path):
        raise MachineError(_NO_FILE.format(path))
    target = _led_to(path)
    part = part_of(target)
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, target)
    except OSError as error:
        raise MachineError(_reason(error).format(path)) from error
    finally:
        with suppress(OSError):  # gone where all went well; else the folder may be gone
            part.unlink(missing_ok=True)


def _is_device(path: Path) -> bool:
    """Say whether a name stands for a printer, a screen or the like, which must not be replaced."""
    with suppress(OSError):  # what cannot be asked cannot be written either: that is told then
        return path.exists() and not (path.is_file() or path.is_dir())
    return False


def _led_to(path: Path) -> Path:
    """Return the file a link leads to, else the path itself."""
    with suppress(OSError):
        return path.resolve() if path.is_symlink() else path
    return path


def part_of(path: Path) -> Path:
    """Return a name in the target's folder that nobody else has, for what is not whole yet.

    It begins like the target's, so that a person who finds one after a power cut knows what it is.
    """
    return path.parent / f"{path.name[:20]}.{os.urandom(6).hex()}.part"


def put_in_place(part: Path, path: Path) -> None:
    """Put a file that is whole and on the disk in the place of another of the same folder.

    Waits up to 1.5 seconds for whoever holds the target; returns when the new name, too, would
    survive a power cut. Raises OSError, with the target as it was.
    """
    for pause in _PATIENCE:
        try:
            part.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            break
    else:
        part.replace(path)
    _keep_names(path.parent)


def _keep_names(folder: Path) -> None:
    """Have the names in a folder written to the disk, where the system lets a program ask."""
    if sys.platform == "win32":  # a folder cannot be opened there; NTFS keeps a journal of names
        return
    with suppress(OSError):  # a share may not know how; the file itself is in its place
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _NO_FOLDER
    if isinstance(error, PermissionError | IsADirectoryError):
        return _HELD
    if error.errno == errno.ENAMETOOLONG:
        return _LONG_NAME
    return _FULL if error.errno in _NO_ROOM else _OTHER
