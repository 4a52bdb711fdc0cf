"""A file is put in place whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ita_desktop.errors import MachineError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a file beside ``path`` to write to; put it in place when the block ends well.

    It is flushed to the disk first, so that a power cut leaves the old file or the new one. Where
    the block fails nothing is left behind and an old file stays. Raises MachineError where the
    folder or the target cannot be written (no permission, disk full, open in another program).
    """
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise MachineError(
            f"บันทึก {path.name} ไม่ได้ กรุณาปิดไฟล์นี้ในโปรแกรมอื่นก่อน"
            " ตรวจว่าดิสก์ยังมีที่ว่าง หรือเลือกโฟลเดอร์ที่บันทึกได้"
        ) from error
    finally:
        part.unlink(missing_ok=True)
