"""Backups of a data file: made, found, copied to a second place, thinned, put back."""

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from os.path import normcase
from pathlib import Path

from ita_desktop import __version__
from ita_desktop.db import journals, shelf
from ita_desktop.db.backing_up import copy_backup, identity_of, make_backup
from ita_desktop.db.backup_file import Manifest, read_manifest
from ita_desktop.db.connection import connect
from ita_desktop.db.file_head import read_head
from ita_desktop.db.looking import look_into
from ita_desktop.db.proof import prove_backup
from ita_desktop.db.putting_back import put_back as put_in_place_of
from ita_desktop.db.shelf import Backup
from ita_desktop.db.thinning import BUDGET, Aged, to_thin
from ita_desktop.db.trouble import damaged, trouble
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.user_folder import user_folder


class Reason(StrEnum):
    """Why a backup was made; the words are in its manifest."""

    MIGRATION = "before migration"
    TIMER = "timer"
    CLOSING = "closing"
    BY_HAND = "by hand"
    RESTORE = "before restore"
    HISTORY = "before old history is forgotten"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was just made and proved."""

    path: Path
    manifest: Manifest


def shelf_folder() -> Path:
    """Return where backups are kept: a folder a data file, in the user's own folder."""
    return user_folder() / "backups"


def back_up(path: Path, reason: Reason) -> Made:
    """Make a proved backup of a data file on its shelf, then let go of those no longer needed.

    May run in a worker while the file is written to. Raises MachineError or ClerkError, with all
    older backups still there.
    """
    folder = shelf.folder_of(shelf_folder(), path, _identity(path))
    target = _place_in(folder, path)
    try:
        before = _newest_in(folder, path)
        manifest = make_backup(path, target, reason.value, __version__, before)
    except BaseException:
        shelf.give_name_back(target)
        raise
    with suppress(OSError):  # the new one is there; a folder that cannot be read is not thinned
        thin(folder)
    return Made(target, manifest)


def _newest_in(folder: Path, path: Path) -> Manifest | None:
    try:
        found = [one.manifest for one in shelf.backups_in(folder) if shelf.is_of(one, path)]
    except OSError:  # the new one is made all the same
        return None
    return found[-1] if found else None


def is_backed_up(path: Path) -> bool:
    """Return whether the newest backup that can be read was made of the very last deed.

    Its head is read only. Raises MachineError where the shelf cannot be read.
    """
    newest = next((one.manifest for one in backups_of(path) if one.manifest), None)
    return newest is not None and (newest.deed, newest.deed_at) == latest_deed(path)


def is_untouched(path: Path) -> bool:
    """Return whether a data file has no deed but the one that made it, or cannot be read."""
    number, _at = latest_deed(path)
    return number is None or number == 1


def copy_to_second(made: Made, second: Path) -> Path:
    """Put a copy of a backup into a folder of the clerk's choice, proved there, and thin there.

    Raises MachineError where the folder is not there, is full or gives back something else.
    """
    path = Path(made.manifest.path)
    if not second.is_dir():
        raise MachineError(f"ไม่พบที่เก็บสำรองแห่งที่สอง {second} กรุณาเสียบอุปกรณ์ หรือเลือกที่เก็บใหม่")
    folder = shelf.folder_of(second, path, made.manifest.identity)
    target = _place_in(folder, path)
    try:
        copy_backup(made.path, target)
    except BaseException:
        shelf.give_name_back(target)
        raise
    with suppress(OSError):
        thin(folder)
    return target


def _place_in(folder: Path, path: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return shelf.take_name(folder, path, datetime.now(UTC))
    except OSError as error:
        raise MachineError(
            f"สำรองข้อมูลไม่ได้ เพราะเขียนลงโฟลเดอร์ {folder} ไม่ได้ กรุณาตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์นั้น"
        ) from error


def back_up_before_migration(path: Path) -> Path:
    """Make a proved backup of an older file and return it; raises as ``back_up`` does.

    Call it with no transaction open on the file.
    """
    return back_up(path, Reason.MIGRATION).path


def back_up_to(path: Path, out: Path) -> Made:
    """Make a proved backup of a data file at a place of the clerk's choice.

    An older backup of the same data file at that place is replaced when the new one is proved.
    Raises ClerkError where anything else is there or the file is damaged, else MachineError; what
    was there is there then.
    """
    read_head(path)
    try:
        if out.exists():
            _refuse_other(path, out)
        if journals.is_hot(path):  # after an unclean end; SQLite puts it right where it may write
            with closing(connect(path)) as connection:
                identity_of(connection)
        return Made(out, make_backup(path, out, Reason.COMMAND.value, __version__))
    except sqlite3.DatabaseError as error:
        raise trouble(path, error) or damaged(path) from error
    except OSError as error:
        raise MachineError(f"อ่านหรือเขียน {out} ไม่ได้ กรุณาเลือกที่เก็บไฟล์สำรองอื่น") from error


def _refuse_other(path: Path, out: Path) -> None:
    """Refuse to write over anything but an older backup of the same data file."""
    if out.is_dir():
        raise ClerkError(f"{out} เป็นโฟลเดอร์ กรุณาระบุชื่อไฟล์สำรองด้วย")
    if out.samefile(path):
        raise ClerkError(f"{out.name} เป็นไฟล์ข้อมูลที่จะสำรอง จึงไม่เขียนทับ กรุณาตั้งชื่อไฟล์สำรองเป็นชื่ออื่น")
    manifest = read_manifest(out) if out.is_file() else None
    if manifest is None or not shelf.is_own(manifest, path, _identity(path)):
        raise ClerkError(
            f"มีไฟล์ {out.name} อยู่แล้ว และไม่ใช่ไฟล์สำรองของไฟล์ข้อมูลนี้ จึงไม่เขียนทับ กรุณาตั้งชื่อไฟล์สำรองเป็นชื่ออื่น"
        )


def backups_of(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a data file on its shelf, newest first, bad ones too.

    Raises MachineError where the shelf cannot be read.
    """
    try:
        return shelf.backups_of(shelf_folder(), path, _identity(path))[::-1]
    except OSError as error:
        raise MachineError(
            f"อ่านโฟลเดอร์ไฟล์สำรอง {shelf_folder()} ไม่ได้ กรุณาตรวจดิสก์และสิทธิ์ของโฟลเดอร์นั้น"
        ) from error


def last_good_backup(path: Path) -> Backup | None:
    """Return the newest backup that is sound from end to end, or None.

    The data file may be missing or damaged. Raises MachineError where the shelf cannot be read.
    """
    return next((backup for backup in backups_of(path) if is_good(backup)), None)


def is_good(backup: Backup) -> bool:
    """Return whether a backup is what was written: reads it from end to end."""
    with suppress(ClerkError, MachineError):  # from a newer program, or gone: not for us
        return backup.manifest is not None and prove_backup(backup.path) is not None
    return False


def put_back(backup: Path, path: Path) -> Path | None:
    """Put the data of a backup at ``path`` and return where the old file is kept.

    See ``db.putting_back``: for a file that is damaged or missing, and open in no window.
    """
    return put_in_place_of(backup, path)


def thin(folder: Path, budget: int = BUDGET) -> tuple[Path, ...]:
    """Delete the backups of a folder that are no longer needed, and return which.

    Copies of one data file, which share its folder, are thinned apart. One that cannot be deleted
    (it is being looked at, or was made read-only) stays until the next time. What a power cut left
    half made goes too. Raises OSError.
    """
    shelf.remove_left(folder)
    places: dict[str, list[Backup]] = {}
    for one in shelf.backups_in(folder):
        if one.manifest is not None:
            places.setdefault(normcase(one.manifest.path), []).append(one)
    going = [one.path for of_one in places.values() for one in _going(of_one, budget)]
    return tuple(path for path in going if _is_deleted(path))


def _is_deleted(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _going(backups: list[Backup], budget: int) -> list[Backup]:
    """Return what may go: none but where a newer one stays that is proved good.

    One that is found bad is passed over as if it were not there; it is not deleted.
    """
    left, proved = list(backups), set[int]()
    while True:
        aged = [
            Aged(one.number, one.manifest.made, one.manifest.epoch, one.size)
            for one in left
            if one.manifest
        ]
        numbers = set(to_thin(aged, budget))
        stays = [one for one in left if one.number not in numbers]
        going = [one for one in left if one.number in numbers]
        heirs = {_heir(one, stays).number for one in going} - proved
        bad = {one.number for one in stays if one.number in heirs and not is_good(one)}
        if not bad:
            return going
        proved |= heirs - bad
        left = [one for one in left if one.number not in bad]


def _heir(gone: Backup, stays: list[Backup]) -> Backup:
    """Return the oldest of those that stay and are newer; the newest of all always stays."""
    return next(one for one in stays if one.number > gone.number)


def _identity(path: Path) -> str:
    """Return the key of a data file, empty where it has none or cannot be read."""
    with suppress(sqlite3.DatabaseError), closing(look_into(path)) as connection:
        return identity_of(connection)
    return ""


def latest_deed(path: Path) -> tuple[int | None, datetime | None]:
    """Return number and time of the newest deed of a data file; None where none can be read."""
    with suppress(sqlite3.DatabaseError, ValueError), closing(look_into(path)) as connection:
        for number, at in connection.execute("SELECT id, at FROM deed ORDER BY id DESC LIMIT 1"):
            return number, datetime.fromisoformat(at)
    return None, None
