"""A data file moved out of a dangerous place; the old one stays, under a name nobody opens."""

import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from ita_desktop.db.copying import copy_whole
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.looking import look_into
from ita_desktop.db.trouble import damaged, trouble
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import patiently
from ita_desktop.workflows.file_place import place_of


def target_in(folder: Path, path: Path) -> Path:
    """Return where a file goes that is moved to a folder.

    Raises ClerkError where the folder is in danger too, or has a file of that name.
    """
    target = folder / path.name
    if place_of(target) is not None:
        raise ClerkError(
            f"โฟลเดอร์ {folder} ก็ไม่ได้อยู่ในเครื่องนี้เพียงที่เดียว กรุณาเลือกโฟลเดอร์ในเครื่องที่ไม่ได้ซิงก์ เช่น เอกสาร"
        )
    if target.exists():
        raise ClerkError(f"มีไฟล์ชื่อ {target.name} ในโฟลเดอร์ {folder} อยู่แล้ว กรุณาเลือกโฟลเดอร์อื่น")
    return target


def copy_file(path: Path, target: Path) -> None:
    """Put a proved copy of a data file, which may be open, at a new place; for a worker.

    Raises ClerkError and MachineError, with nothing at the target then.
    """
    try:
        with closing(look_into(path)) as source:
            copy_whole(source, path.name, target)
    except sqlite3.DatabaseError as error:
        raise trouble(path, error) or damaged(path) from error


def save_copy(file: DataFile, target: Path) -> None:
    """Put a proved copy of an open file, also one whose name is gone, at a new place.

    Raises ClerkError and MachineError, with nothing at the target then.
    """
    copy_whole(file.connection, file.path.name, target)


def discard_copy(target: Path) -> None:
    """Take away a copy that is not gone over to."""
    with suppress(OSError):
        target.unlink()


def set_moved_aside(path: Path, target: Path) -> Path:
    """Rename a file whose copy is at ``target`` so that nobody works in it by mistake.

    Waits up to 1.5 seconds for whoever holds it. Returns its new name. Raises MachineError, with
    the file as it was and the copy gone.
    """
    tried = (f"{path.name}.moved{f'-{number}' if number > 1 else ''}" for number in count(1))
    try:
        free = next(place for name in tried if not (place := path.with_name(name)).exists())
        return patiently(lambda: path.rename(free))
    except OSError as error:
        discard_copy(target)
        raise MachineError(
            f"ย้ายไฟล์ {path.name} ไม่สำเร็จ เพราะเปลี่ยนชื่อไฟล์เดิมไม่ได้ ไฟล์เดิมยังใช้ได้ที่เดิม"
            " กรุณาตรวจสิทธิ์ของโฟลเดอร์เดิม"
        ) from error
