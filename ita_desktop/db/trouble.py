"""What SQLite complains of, as the sentence a clerk is told."""

import os
import sqlite3
from pathlib import Path

from ita_desktop.db.refusals import FileRefusedError, Refused
from ita_desktop.errors import ClerkError, MachineError

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_REFUSED_BY_THE_DISK = frozenset(
    {
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
    }
)
_MOVED = sqlite3.SQLITE_READONLY_DBMOVED

NOT_UNDERSTOOD = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What values that no release of this program wrote raise where they are read."""


def trouble(path: Path, error: sqlite3.Error) -> ClerkError | MachineError | None:
    """Return what to tell of an error met in a data file, or None where the fault is our own."""
    number: int | None = getattr(error, "sqlite_errorcode", None)
    if number is None:  # Python's own complaint: of a text that is none, or of how we call it
        return damaged(path) if isinstance(error, sqlite3.OperationalError) else None
    code = number & 0xFF  # without the reason behind the reason
    if number == _MOVED or (code in _REFUSED_BY_THE_DISK and not _is_there(path)):
        return gone(path)
    if code in _DAMAGED:
        return damaged(path)
    if code in _HELD:
        return held(path)
    if code in _REFUSED_BY_THE_DISK:
        return _refused_by_the_disk(path, code)
    return None


def _refused_by_the_disk(path: Path, code: int) -> MachineError:
    if code == sqlite3.SQLITE_FULL:
        return MachineError(
            f"พื้นที่ดิสก์ไม่พอ จึงไม่ได้บันทึกลงไฟล์ {path.name} ข้อมูลเดิมยังอยู่ครบ"
            " กรุณาลบไฟล์ที่ไม่ใช้เพื่อให้มีพื้นที่ว่าง แล้วลองใหม่"
        )
    return MachineError(
        f"เครื่องอ่านหรือบันทึกไฟล์ {path.name} ไม่ได้ ข้อมูลเดิมยังอยู่ครบ"
        " กรุณาตรวจพื้นที่ว่างของดิสก์และสิทธิ์ของไฟล์กับโฟลเดอร์"
    )


def held(path: Path) -> MachineError:
    """Return what to tell where another program does not let the file be read or written."""
    return MachineError(
        f"ไฟล์ {path.name} กำลังถูกใช้อยู่ที่อื่น จึงอ่านหรือบันทึกไม่ได้ ข้อมูลเดิมยังอยู่ครบ"
        " กรุณาปิดโปรแกรมอื่นที่เปิดไฟล์นี้แล้วลองใหม่"
    )


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # the stick was pulled out, the share is away
        return False


def gone(path: Path) -> FileRefusedError:
    """Return what to tell where an open file is no longer where it was opened."""
    return FileRefusedError(
        f"ไม่ได้บันทึก เพราะไฟล์ {path.name} ไม่อยู่ที่เดิม อาจถูกย้าย ลบ แทนที่ หรือถอดแฟลชไดรฟ์ออก"
        f" กรุณานำไฟล์กลับมาไว้ที่ {path.parent} แล้วลองใหม่",
        Refused.GONE,
        path,
    )


def damaged(path: Path) -> FileRefusedError:
    """Return the refusal of a file whose content does not hold together."""
    return FileRefusedError(
        f"ไฟล์ {path.name} เสียหาย เปิดไม่ได้ กรุณาใช้ไฟล์สำรองล่าสุด และเก็บไฟล์นี้ไว้ก่อน",
        Refused.DAMAGED,
        path,
    )


def altered(path: Path) -> FileRefusedError:
    """Return the refusal of a file whose tables, triggers or views are not those we make."""
    return FileRefusedError(
        f"ไฟล์ {path.name} เสียหายหรือถูกแก้ด้วยโปรแกรมอื่น โครงสร้างไม่ตรงกับโปรแกรมนี้ จึงไม่เปิด"
        " กรุณาใช้ไฟล์สำรองล่าสุด และเก็บไฟล์นี้ไว้ก่อน",
        Refused.ALTERED,
        path,
    )


def not_understood(path: Path, what: str) -> FileRefusedError:
    """Return the refusal of content that is there but means nothing to this program."""
    return FileRefusedError(
        f"ไฟล์ {path.name} มี{what}ที่โปรแกรมรุ่นนี้อ่านไม่ได้ ไฟล์อาจเสียหายหรือบันทึกจากโปรแกรมรุ่นใหม่กว่า"
        " กรุณาปรับปรุงโปรแกรม หรือใช้ไฟล์สำรองล่าสุด",
        Refused.NOT_UNDERSTOOD,
        path,
    )


def unwritable(path: Path) -> FileRefusedError:
    """Return why a file is only read that cannot be written, or has a folder that cannot be."""
    what = "ไฟล์" if not os.access(path, os.W_OK) else "โฟลเดอร์ของไฟล์"
    return FileRefusedError(
        f"{what} {path.name} บันทึกไม่ได้ อาจไม่มีสิทธิ์เขียน อยู่ในสื่อที่อ่านได้อย่างเดียว หรือพื้นที่เต็ม"
        " จึงเปิดได้เพียงเพื่ออ่าน หากต้องการแก้ไข กรุณาคัดลอกไฟล์ไปไว้ในโฟลเดอร์ที่บันทึกได้",
        Refused.UNWRITABLE,
        path,
    )


def not_backed_up(path: Path) -> MachineError:
    """Return why an older file was not brought to the present schema."""
    return MachineError(
        f"ไฟล์ {path.name} ต้องปรับเป็นรุ่นใหม่ก่อนใช้ แต่ทำไฟล์สำรองก่อนปรับไม่สำเร็จ จึงยังไม่เปิดและไฟล์ยังเหมือนเดิม"
        " กรุณาตรวจพื้นที่ว่างของดิสก์แล้วเปิดใหม่"
    )


def is_backup(path: Path) -> FileRefusedError:
    """Return why a backup is only read."""
    return FileRefusedError(
        f"ไฟล์ {path.name} เป็นไฟล์สำรอง จึงเปิดได้เพียงเพื่ออ่าน หากต้องการแก้ไข กรุณานำกลับมาใช้เป็นไฟล์งานก่อน",
        Refused.BACKUP,
        path,
    )


def truncated(path: Path, length: int, wanted: int) -> FileRefusedError:
    """Return the refusal of a file that ends before its own head says, in bytes."""
    return FileRefusedError(
        f"ไฟล์ {path.name} ขาดหายไปบางส่วน มีเพียง {length:,} จาก {wanted:,} ไบต์"
        " อาจคัดลอกหรือดาวน์โหลดมาไม่ครบ กรุณาคัดลอกจากต้นฉบับใหม่ หรือใช้ไฟล์สำรองล่าสุด",
        Refused.TRUNCATED,
        path,
    )


def journals_held(path: Path) -> MachineError:
    """Return what to tell where another program's journal cannot be moved out of the way."""
    return MachineError(
        f"ข้างไฟล์ {path.name} มีไฟล์ชื่อลงท้าย -wal หรือ -shm ที่ไม่ใช่ของไฟล์นี้และย้ายออกไม่ได้"
        " กรุณาปิดโปรแกรมอื่นที่เปิดไฟล์นี้ หรือคัดลอกไฟล์ไปไว้โฟลเดอร์อื่นแล้วเปิดใหม่"
    )
