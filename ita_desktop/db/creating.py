"""A new data file: made beside its place, proved, and put there when whole."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from ita_desktop.db import journals
from ita_desktop.db.connection import connect
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.lock import WriterLock, take_lock
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import migrate
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import part_of, put_in_place


def create_data_file(
    path: Path, person: str, fill: Callable[[DataFile], None] | None = None
) -> DataFile:
    """Make a new data file and open it; ``fill`` writes what it holds from the first moment on.

    The file is made beside its place, proved, and put there when whole: where anything fails
    nothing is left. Journals that lie under its name already are set aside. Raises ClerkError where
    the name is taken or the folder missing, else MachineError.
    """
    part = part_of(path)
    lock: WriterLock | None = None
    try:
        _refuse_taken(path)
        try:
            lock = take_lock(path, person)
            with closing(connect(part)) as connection:
                migrate(connection)
                file = DataFile(path, connection, person)
                if fill is not None:
                    fill(file)
                if found := health_of(file):
                    raise OSError(found[0])
            journals.set_aside(path)
            _refuse_taken(path)
            put_in_place(part, path)
        finally:
            for rest in (part, *(part.with_name(part.name + ending) for ending in journals.ALL)):
                with suppress(OSError):  # gone where all went well; else the folder may be gone
                    rest.unlink(missing_ok=True)
    except BaseException as error:
        if lock is not None:
            lock.release()
        if isinstance(error, OSError | sqlite3.OperationalError):
            raise MachineError(
                f"สร้างไฟล์ {path.name} ในโฟลเดอร์ {path.parent} ไม่ได้ กรุณาเลือกชื่อและโฟลเดอร์ที่บันทึกได้"
            ) from error
        raise
    return open_data_file(path, person, lock=lock)


def _refuse_taken(path: Path) -> None:
    if path.exists():
        raise ClerkError(f"มีไฟล์ชื่อ {path.name} อยู่แล้ว กรุณาตั้งชื่ออื่นหรือเลือกโฟลเดอร์อื่น")
    if not path.parent.is_dir():
        raise ClerkError(f"ไม่พบโฟลเดอร์ {path.parent} กรุณาเลือกโฟลเดอร์ที่มีอยู่")
