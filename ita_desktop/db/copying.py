"""A data file copied whole to another place: proved there, and put in place when it is sound."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ita_desktop.db import journals
from ita_desktop.db.looking import look_into
from ita_desktop.db.schema import is_as_made
from ita_desktop.db.soundness import is_sound
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import part_of, put_in_place

_STEP = 4096  # pages


def copy_whole(source: sqlite3.Connection, name: str, target: Path) -> None:
    """Copy what was committed last, prove the copy whole, and put it at ``target``.

    ``name`` is what the clerk calls the source. Raises ClerkError where the target is taken or its
    folder missing, MachineError where source or target cannot be read or written: nothing is left
    at the target then.
    """
    _refuse_taken(target)
    part = part_of(target)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            source.backup(copy, pages=_STEP)
        with closing(look_into(part, at_rest=True)) as copy:
            if not is_as_made(copy) or not is_sound(copy, whole=True):
                raise _not_copied(name, target)
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        _refuse_taken(target)
        journals.set_aside(target)
        put_in_place(part, target)
    except (OSError, sqlite3.Error) as error:
        raise _not_copied(name, target) from error
    finally:
        for rest in (part, *(part.with_name(part.name + ending) for ending in journals.ALL)):
            with suppress(OSError):  # gone where all went well; else the folder may be gone
                rest.unlink(missing_ok=True)


def _refuse_taken(target: Path) -> None:
    if target.exists():
        raise ClerkError(
            f"มีไฟล์ชื่อ {target.name} ในโฟลเดอร์ {target.parent} อยู่แล้ว กรุณาเลือกโฟลเดอร์หรือชื่ออื่น"
        )
    if not target.parent.is_dir():
        raise ClerkError(f"ไม่พบโฟลเดอร์ {target.parent} กรุณาเลือกโฟลเดอร์ที่มีอยู่")


def _not_copied(name: str, target: Path) -> MachineError:
    return MachineError(
        f"คัดลอกไฟล์ {name} ไปไว้ที่ {target} ไม่สำเร็จ ไฟล์เดิมยังอยู่ที่เดิม"
        " กรุณาตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์นั้น หรือเลือกโฟลเดอร์อื่น"
    )
