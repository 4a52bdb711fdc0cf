"""What the first bytes of a file say, and its length, before anything opens it."""

import errno
import os
from pathlib import Path

from ita_desktop.db.journals import is_hot
from ita_desktop.db.refusals import FileRefusedError, Refused
from ita_desktop.db.schema import APPLICATION_ID, SCHEMA_VERSION
from ita_desktop.db.trouble import truncated
from ita_desktop.errors import MachineError
from ita_desktop.whole_file import patiently

_LENGTH = 100
_MAGIC = b"SQLite format 3\0"
_WRITE_AHEAD = 2
_BACKUP_BEGINS = b'{"ita_backup":'
_BACKUP_ENDS = b"ITA-BACKUP 1"
_FOOTER = 200  # bytes at the end in which the footer of a backup stands


def read_head(path: Path, *, whole: bool = True) -> bytes:
    """Return the head of a data file of this program, 100 bytes.

    Raises FileRefusedError for a file that is missing, empty, foreign or from a newer program and,
    where it must be ``whole``, for one that ends early; MachineError for one that cannot be read.
    """
    if _is_folder(path):
        raise FileRefusedError(
            f"{path} เป็นโฟลเดอร์ ไม่ใช่ไฟล์ กรุณาเลือกไฟล์นามสกุล .ita", Refused.FOLDER, path
        )
    hot = is_hot(path)  # before the length is read: what is taken back lengthens or shortens it
    try:
        head, length = _read_patiently(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileRefusedError(
            f"ไม่พบไฟล์ {path} กรุณาตรวจชื่อไฟล์และโฟลเดอร์", Refused.MISSING, path
        ) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    if not head:
        raise FileRefusedError(
            f"ไฟล์ {path.name} ว่างเปล่า กรุณาเลือกไฟล์สำรองล่าสุดแทน", Refused.EMPTY, path
        )
    if not head.startswith(_MAGIC):
        raise FileRefusedError(
            f"ไฟล์ {path.name} ไม่ใช่ไฟล์ข้อมูลของโปรแกรมนี้ กรุณาเลือกไฟล์นามสกุล .ita", Refused.FOREIGN, path
        )
    if len(head) < _LENGTH:
        raise truncated(path, length, _LENGTH)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise FileRefusedError(
            f"ไฟล์ {path.name} เป็นฐานข้อมูลของโปรแกรมอื่น กรุณาเลือกไฟล์นามสกุล .ita ของโปรแกรมนี้",
            Refused.FOREIGN,
            path,
        )
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        raise FileRefusedError(
            f"ไฟล์ {path.name} บันทึกจากโปรแกรมรุ่นใหม่กว่า กรุณาปรับปรุงโปรแกรมก่อนเปิดไฟล์นี้",
            Refused.NEWER,
            path,
        )
    if whole and not hot and length < (wanted := length_in(head)):
        raise truncated(path, length, wanted)
    return head


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # too long a name, a disk that is away: reading it says which
        return False


def has_write_ahead(head: bytes) -> bool:
    """Return whether a write-ahead journal may belong to the file; never so when we closed it."""
    return _WRITE_AHEAD in head[18:20]


def length_in(head: bytes) -> int:
    """Return how many bytes the file has by its own head, 0 where the head does not know."""
    size = int.from_bytes(head[16:18], "big")
    if head[24:28] != head[92:96]:  # the count is of an older writer that did not keep it up
        return 0
    return (65_536 if size == 1 else size) * int.from_bytes(head[28:32], "big")


def has_backup_footer(path: Path, head: bytes) -> bool:
    """Return whether a backup's proof follows the pages: such a file is never written to.

    Raises MachineError where it cannot be read.
    """
    pages = length_in(head)
    try:
        with path.open("rb") as stream:
            length = stream.seek(0, os.SEEK_END)
            if not pages or length <= pages:
                return False
            stream.seek(pages)
            if stream.read(len(_BACKUP_BEGINS)) == _BACKUP_BEGINS:
                return True
            stream.seek(max(pages, length - _FOOTER))
            return _BACKUP_ENDS in stream.read(_FOOTER)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> FileRefusedError | MachineError:
    if error.errno == errno.ENAMETOOLONG:
        return FileRefusedError(
            f"ไม่พบไฟล์ “{path}” เพราะชื่อยาวเกินไป กรุณาตรวจชื่อไฟล์", Refused.MISSING, path
        )
    return MachineError(f"เปิดอ่านไฟล์ {path.name} ไม่ได้ กรุณาตรวจสิทธิ์ของไฟล์")


def _read_patiently(path: Path) -> tuple[bytes, int]:
    return patiently(lambda: _read(path), lambda: os.access(path, os.R_OK))


def _read(path: Path) -> tuple[bytes, int]:
    with path.open("rb") as stream:
        head = stream.read(_LENGTH)
        return head, stream.seek(0, os.SEEK_END)
