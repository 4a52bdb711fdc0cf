"""A file is written whole or not at all: the old one stays until the new one is on the disk."""

import errno
import os
import re
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from ita_desktop.errors import MachineError

T = TypeVar("T")
_PATIENCE = (0.1, 0.2, 0.4, 0.8)  # seconds; an antivirus may hold a file for a moment
_LEFT_AFTER = 3600  # seconds; what writes a part file for an hour is not there any more
_MOST_BESIDE = 99
_SHOWN_LETTERS = 20
_LONGEST_NAME, _LONGEST_PATH = 255, 259  # letters, on Windows as it comes
_NO_NAME = {errno.ENOENT, errno.EINVAL}  # what Windows says of names it has no room for
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_NUMBERED = re.compile(r" \([๐-๙]+\)\Z")
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows: no quota

_HELD = "เขียนไฟล์ “{}” ไม่ได้ ไฟล์อาจเปิดอยู่ในโปรแกรมอื่นหรือไม่มีสิทธิ์เขียน กรุณาปิดไฟล์แล้วลองใหม่ หรือเลือกที่เก็บอื่น"
_NO_FOLDER = "ไม่พบโฟลเดอร์สำหรับไฟล์ “{}” กรุณาเลือกที่เก็บใหม่"
_FULL = "พื้นที่ดิสก์ไม่พอสำหรับไฟล์ “{}” กรุณาลบไฟล์ที่ไม่ใช้ หรือเลือกที่เก็บอื่น"
_LONG_NAME = "ชื่อไฟล์ “{}” ยาวเกินไป กรุณาตั้งชื่อให้สั้นลง หรือเลือกที่เก็บอื่น"
_FOLDER = "“{}” เป็นโฟลเดอร์ ไม่ใช่ไฟล์ กรุณาตั้งชื่อไฟล์ใหม่"
_NO_FILE = "“{}” เป็นอุปกรณ์ ไม่ใช่ไฟล์ กรุณาเลือกที่เก็บอื่น"
_OTHER = "เขียนไฟล์ “{}” ไม่สำเร็จ กรุณาตรวจดิสก์หรือเลือกที่เก็บอื่น"


def write_whole(path: Path, data: bytes) -> None:
    """Write the bytes to a part file beside the target, then put it in the target's place.

    A link stays a link: what it leads to is written. Raises MachineError, with the target as it
    was, when the disk refuses or the target is a device or held by another program.
    """
    with _written(path, data) as (part, target):
        put_in_place(part, target)


def write_whole_or_beside(path: Path, data: bytes) -> Path:
    """Write as ``write_whole`` does and return where it went: for papers and workbooks.

    Where another program holds the target (a PDF in a reader, a workbook in Excel) the new file is
    put beside it under a name that nobody has yet, "ชื่อ (๒).pdf", and that is returned. A folder
    in which nothing may be written is no held target: raises MachineError as ``write_whole`` does.
    """
    with _written(path, data) as (part, target):
        return _put_or_beside(part, target, path)


def put_whole_or_beside(part: Path, path: Path) -> Path:
    """Put a part file that another program wrote in its place, as ``write_whole_or_beside`` does.

    Raises MachineError, with the target as it was and no part file left.
    """
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        return _put_or_beside(part, _led_to(path), path)
    except OSError as error:
        raise MachineError(_reason(error, path).format(path)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _put_or_beside(part: Path, target: Path, asked: Path) -> Path:
    try:
        put_in_place(part, target)
    except PermissionError:
        if not target.is_file():
            raise
        return _put_beside(part, target)
    return asked


def held_sentence(wanted: Path, written: Path) -> str:
    """Return what to tell of a file that went beside a held one; empty where it did not."""
    if wanted == written:
        return ""
    return f"ไฟล์ {wanted.name} เดิมเปิดอยู่ในโปรแกรมอื่น จึงบันทึกเป็น {written.name}"


@contextmanager
def _written(path: Path, data: bytes) -> Generator[tuple[Path, Path]]:
    """Give a part file that is on the disk, and the target; what goes wrong becomes a sentence."""
    if is_device(path):
        raise MachineError(_NO_FILE.format(path))
    target = _led_to(path)
    part = part_of(target)
    _remove_left_parts(target)
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield part, target
    except OSError as error:
        # of a folder Windows says that it may not be written to
        folder = isinstance(error, PermissionError | IsADirectoryError) and target.is_dir()
        raise MachineError((_FOLDER if folder else _reason(error, path)).format(path)) from error
    finally:
        with suppress(OSError):  # gone where all went well; else the folder may be gone
            part.unlink(missing_ok=True)


def _put_beside(part: Path, target: Path) -> Path:
    """Put a part file under the first free name of "ชื่อ (๒).pdf", "ชื่อ (๓).pdf" and so on."""
    stem = _NUMBERED.sub("", target.stem)
    for number in range(2, _MOST_BESIDE + 1):
        digits = str(number).translate(_THAI_DIGITS)
        beside = target.with_name(f"{stem} ({digits}){target.suffix}")
        try:
            beside.open("xb").close()  # the name is ours from here on, and nobody's file is lost
        except FileExistsError:
            continue
        try:
            put_in_place(part, beside)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        return beside
    raise PermissionError(errno.EACCES, "no free name")


def _remove_left_parts(target: Path) -> None:
    """Remove what a power cut left of an earlier writing of this target.

    Only names that ``part_of`` makes, an hour old by the clock of the disk; one that somebody holds
    is not let go by Windows.
    """
    named = re.compile(re.escape(target.name[:_SHOWN_LETTERS]) + r"\.[0-9a-f]{12}\.part")
    with suppress(OSError):  # a folder that cannot be listed: what is wrong is told when writing
        for left in target.parent.iterdir():
            if named.fullmatch(left.name) and _is_old(left):
                with suppress(OSError):
                    left.unlink()


def _is_old(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file() and time.time() - path.stat().st_mtime > _LEFT_AFTER
    return False


def is_device(path: Path) -> bool:
    """Say whether a name stands for a printer, a screen or the like, which must not be replaced."""
    if _is_device_name(path):
        return True
    with suppress(OSError):  # what cannot be asked cannot be written either: that is told then
        return path.exists() and not (path.is_file() or path.is_dir())
    return False


def _is_device_name(path: Path) -> bool:
    """Say whether Windows takes a name for a device: con.pdf, aux.pdf in any folder, before 11."""
    return os.path.abspath(path).startswith("\\\\.\\")  # noqa: PTH100 - Windows itself answers


def _led_to(path: Path) -> Path:
    """Return the file a link leads to, else the path itself."""
    with suppress(OSError):
        return path.resolve() if path.is_symlink() else path
    return path


def part_of(path: Path) -> Path:
    """Return a name in the target's folder that nobody else has, for what is not whole yet.

    It begins like the target's, so that a person who finds one after a power cut knows what it is.
    """
    shown = f"{'_' if _is_device_name(path) else ''}{path.name[:_SHOWN_LETTERS]}"
    return path.parent / f"{shown}.{os.urandom(6).hex()}.part"


def put_in_place(part: Path, path: Path) -> None:
    """Put a file that is whole and on the disk in the place of another of the same folder.

    Waits up to 1.5 seconds for whoever holds the target; returns when the new name, too, would
    survive a power cut. Raises OSError, with the target as it was.
    """
    patiently(lambda: part.replace(path))
    _keep_names(path.parent)


def patiently(deed: Callable[[], T], is_worth_it: Callable[[], bool] = lambda: True) -> T:
    """Do something to a file that another program (an antivirus, say) may hold for a moment.

    Waits up to 1.5 seconds in all, as long as ``is_worth_it``; then raises PermissionError.
    """
    for pause in _PATIENCE:
        try:
            return deed()
        except PermissionError:
            if not is_worth_it():
                raise
            time.sleep(pause)
    return deed()


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


def _reason(error: OSError, path: Path) -> str:
    if error.errno == errno.ENAMETOOLONG or (error.errno in _NO_NAME and _is_too_long(path)):
        return _LONG_NAME
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _NO_FOLDER
    if isinstance(error, PermissionError | IsADirectoryError):
        return _HELD
    return _FULL if error.errno in _NO_ROOM else _OTHER


def _is_too_long(path: Path) -> bool:
    """Say whether Windows has no room for the name, or for that of its part file."""
    if sys.platform != "win32":
        return False
    own = max(len(path.name), len(part_of(path).name))
    return (
        len(path.name) > _LONGEST_NAME or len(str(path.parent.absolute())) + 1 + own > _LONGEST_PATH
    )
