"""What the first bytes of a file say, before anything opens it."""

from pathlib import Path

from ita_desktop.db.schema import APPLICATION_ID, SCHEMA_VERSION
from ita_desktop.errors import ClerkError, MachineError

_LENGTH = 100
_MAGIC = b"SQLite format 3\0"
_WRITE_AHEAD = 2


def read_head(path: Path) -> bytes:
    """Return the head of a data file of this program, 100 bytes.

    Raises ClerkError for a file that is missing, empty, foreign or from a newer program,
    MachineError for one that cannot be read.
    """
    if path.is_dir():
        raise ClerkError(f"{path} เป็นโฟลเดอร์ ไม่ใช่ไฟล์ กรุณาเลือกไฟล์นามสกุล .ita")
    try:
        with path.open("rb") as stream:
            head = stream.read(_LENGTH)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ClerkError(f"ไม่พบไฟล์ {path} กรุณาตรวจชื่อไฟล์และโฟลเดอร์") from error
    except OSError as error:
        raise MachineError(f"เปิดอ่านไฟล์ {path.name} ไม่ได้ กรุณาตรวจสิทธิ์ของไฟล์") from error
    if not head:
        raise ClerkError(f"ไฟล์ {path.name} ว่างเปล่า กรุณาเลือกไฟล์สำรองล่าสุดแทน")
    if len(head) < _LENGTH or not head.startswith(_MAGIC):
        raise ClerkError(f"ไฟล์ {path.name} ไม่ใช่ไฟล์ข้อมูลของโปรแกรมนี้ กรุณาเลือกไฟล์นามสกุล .ita")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ClerkError(
            f"ไฟล์ {path.name} เป็นฐานข้อมูลของโปรแกรมอื่น กรุณาเลือกไฟล์นามสกุล .ita ของโปรแกรมนี้"
        )
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        raise ClerkError(f"ไฟล์ {path.name} บันทึกจากโปรแกรมรุ่นใหม่กว่า กรุณาปรับปรุงโปรแกรมก่อนเปิดไฟล์นี้")
    return head


def has_write_ahead(head: bytes) -> bool:
    """Return whether a write-ahead journal may belong to the file; never so when we closed it."""
    return _WRITE_AHEAD in head[18:20]
