"""Writes a file whole or not at all."""

import os
from pathlib import Path

from ita_desktop.errors import MachineError


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of ``path``; the old file stays until the new one is whole.

    Raises MachineError, one Thai sentence, when it cannot be written; then nothing has changed.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except PermissionError as error:
        part.unlink(missing_ok=True)
        raise MachineError(
            f"บันทึกไฟล์ “{path.name}” ไม่ได้ อาจเปิดอยู่ในโปรแกรม Excel หรือไม่มีสิทธิเขียนในโฟลเดอร์นี้ "
            "กรุณาปิดไฟล์นั้นหรือเลือกโฟลเดอร์อื่น แล้วลองอีกครั้ง"
        ) from error
    except OSError as error:
        _remove(part)
        raise MachineError(
            f"บันทึกไฟล์ “{path.name}” ไม่ได้ ({error.strerror}) "
            "กรุณาตรวจสอบเนื้อที่ว่างและโฟลเดอร์ปลายทาง แล้วลองอีกครั้ง"
        ) from error


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # the folder itself is gone or is no folder; there is nothing left to remove
