"""What SQLite complains of, as the sentence a clerk is told."""

import sqlite3
from pathlib import Path

from ita_desktop.errors import ClerkError, MachineError

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_REFUSED_BY_THE_DISK = frozenset(
    {
        *(sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR),
        *(sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY),
    }
)


def trouble(path: Path, error: sqlite3.Error) -> ClerkError | MachineError | None:
    """Return what to tell of an error met in a data file, or None where the fault is our own."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without the reason behind the reason
    if code in _DAMAGED:
        return damaged(path)
    if code in _HELD:
        return MachineError(
            f"ไฟล์ {path.name} กำลังถูกใช้อยู่ที่อื่น จึงอ่านหรือบันทึกไม่ได้ ข้อมูลเดิมยังอยู่ครบ"
            " กรุณาปิดโปรแกรมอื่นที่เปิดไฟล์นี้แล้วลองใหม่"
        )
    if code in _REFUSED_BY_THE_DISK:
        return MachineError(
            f"เครื่องอ่านหรือบันทึกไฟล์ {path.name} ไม่ได้ ข้อมูลเดิมยังอยู่ครบ"
            " กรุณาตรวจพื้นที่ว่างของดิสก์และสิทธิ์ของไฟล์กับโฟลเดอร์"
        )
    return None


def damaged(path: Path) -> ClerkError:
    """Return the refusal of a file whose content does not hold together."""
    return ClerkError(f"ไฟล์ {path.name} เสียหาย เปิดไม่ได้ กรุณาใช้ไฟล์สำรองล่าสุด และเก็บไฟล์นี้ไว้ก่อน")
