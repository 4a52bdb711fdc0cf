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


NOT_UNDERSTOOD = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What values that no release of this program wrote raise where they are read."""


def trouble(path: Path, error: sqlite3.Error) -> ClerkError | MachineError | None:
    """Return what to tell of an error met in a data file, or None where the fault is our own."""
    number: int | None = getattr(error, "sqlite_errorcode", None)
    if number is None:  # Python's own complaint: of a text that is none, or of how we call it
        return damaged(path) if isinstance(error, sqlite3.OperationalError) else None
    code = number & 0xFF  # without the reason behind the reason
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


def altered(path: Path) -> ClerkError:
    """Return the refusal of a file whose tables, triggers or views are not those we make."""
    return ClerkError(
        f"ไฟล์ {path.name} เสียหายหรือถูกแก้ด้วยโปรแกรมอื่น โครงสร้างไม่ตรงกับโปรแกรมนี้ จึงไม่เปิด"
        " กรุณาใช้ไฟล์สำรองล่าสุด และเก็บไฟล์นี้ไว้ก่อน"
    )


def not_understood(path: Path, what: str) -> ClerkError:
    """Return the refusal of content that is there but means nothing to this program."""
    return ClerkError(
        f"ไฟล์ {path.name} มี{what}ที่โปรแกรมรุ่นนี้อ่านไม่ได้ ไฟล์อาจเสียหายหรือบันทึกจากโปรแกรมรุ่นใหม่กว่า"
        " กรุณาปรับปรุงโปรแกรม หรือใช้ไฟล์สำรองล่าสุด"
    )


def journals_held(path: Path) -> MachineError:
    """Return what to tell where another program's journal cannot be moved out of the way."""
    return MachineError(
        f"ข้างไฟล์ {path.name} มีไฟล์ชื่อลงท้าย -wal หรือ -shm ที่ไม่ใช่ของไฟล์นี้และย้ายออกไม่ได้"
        " กรุณาปิดโปรแกรมอื่นที่เปิดไฟล์นี้ หรือคัดลอกไฟล์ไปไว้โฟลเดอร์อื่นแล้วเปิดใหม่"
    )
