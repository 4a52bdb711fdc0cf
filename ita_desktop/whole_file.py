"""A file is written whole or not at all: the old one stays until the new one is on the disk."""

import errno
import os
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
_OTHER = "เขียนไฟล์ “{}” ไม่สำเร็จ กรุณาตรวจดิสก์หรือเลือกที่เก็บอื่น"


def write_whole(path: Path, data: bytes) -> None:
    """Write the bytes to a part file beside the target, then put it in the target's place.

    Raises MachineError, with the target as it was, when the disk refuses.
    """
    part = path.parent / f"{path.name}.part"
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _replace(part, path)
    except OSError as error:
        with suppress(OSError):  # the folder itself may be gone
            part.unlink(missing_ok=True)
        raise MachineError(_reason(error).format(path)) from error


def _replace(part: Path, path: Path) -> None:
    for pause in _PATIENCE:
        try:
            part.replace(path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    part.replace(path)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _NO_FOLDER
    if isinstance(error, PermissionError | IsADirectoryError):
        return _HELD
    if error.errno == errno.ENAMETOOLONG:
        return _LONG_NAME
    return _FULL if error.errno in _NO_ROOM else _OTHER
