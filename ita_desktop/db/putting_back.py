"""The data of a backup put in the place of a data file; what was there is kept."""

import os
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from ita_desktop.db import journals
from ita_desktop.db.backup_file import copy_data, damaged_backup, unreadable_backup
from ita_desktop.db.looking import look_into
from ita_desktop.db.proof import prove, prove_backup
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import is_device, part_of, patiently, put_in_place

_NOT_PUT = (
    "คืนข้อมูลลงไฟล์ {} ไม่สำเร็จ ไฟล์เดิมยังอยู่ที่เดิม กรุณาตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์ หรือปิดโปรแกรมที่เปิดไฟล์นี้"
)


def put_back(backup: Path, path: Path) -> Path | None:
    """Put the data of a backup, or of a copy made by hand, at ``path``; it is proved before.

    What was there is kept beside it, as ``NAME.ita.damaged`` where it is not sound, else as
    ``NAME.ita.replaced`` (then ``…-2`` and so on), and that name is returned; None where nothing
    was there. Journals of this name are set aside: they belong to the old one. Raises ClerkError
    for a backup that is damaged, MachineError where the disk refuses: nothing has changed then.
    """
    manifest = prove_backup(backup)
    if is_device(path):  # on Windows "nul.ita", of which every other name seems to be taken, too
        raise not_put_back(path)
    part = part_of(path)
    try:
        try:
            with part.open("xb") as stream:
                copy_data(backup, stream)
                stream.flush()
                os.fsync(stream.fileno())
            # without a seal nothing says that the copy is of one moment: somebody may write to it
            if not (_is_sound(part) if manifest is None else _holds_together(part)):
                raise damaged_backup(backup)
            return _swap(part, path)
        finally:
            with suppress(OSError):  # gone where all went well; else the folder may be gone
                part.unlink(missing_ok=True)
    except OSError as error:
        if not backup.exists():
            raise unreadable_backup(backup) from error
        raise not_put_back(path) from error


def not_put_back(path: Path) -> MachineError:
    """Return what to tell where the disk or another program did not let the file be put there."""
    return MachineError(_NOT_PUT.format(path))


def _swap(part: Path, path: Path) -> Path | None:
    kept = _kept_name(path) if path.exists() else None
    aside: tuple[Path, ...] = ()
    if kept is not None:
        patiently(lambda: path.rename(kept))
    try:
        aside = journals.set_aside(path)
        put_in_place(part, path)
    except OSError:
        journals.take_back(aside)
        if kept is not None:
            kept.rename(path)
        raise
    return kept


def _kept_name(path: Path) -> Path:
    ending = "replaced" if _is_sound(path) else "damaged"
    tried = (f"{path.name}.{ending}{f'-{n}' if n > 1 else ''}" for n in count(1))
    return next(place for name in tried if not (place := path.with_name(name)).exists())


def _is_sound(path: Path) -> bool:
    try:
        return prove(path).sound
    except (ClerkError, MachineError):  # foreign, empty, newer, held: it is kept in any case
        return False


def _holds_together(part: Path) -> bool:
    """Say whether what was written can be read back."""
    try:
        with closing(look_into(part, at_rest=True)) as connection:
            return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False
