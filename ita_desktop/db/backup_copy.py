"""The data of a backup in a file of our own, brought to the present schema; the backup stays."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.db.backup_file import copy_data, damaged_backup
from ita_desktop.db.connection import connect
from ita_desktop.db.private_folder import PrivateFolder, make_private_folder
from ita_desktop.db.schema import SCHEMA_VERSION, is_as_made, migrate, version_of
from ita_desktop.errors import MachineError


@dataclass(frozen=True, slots=True)
class PrivateCopy:
    """A data file that nobody else knows; ``remove`` takes it away."""

    path: Path
    folder: PrivateFolder

    def remove(self) -> None:
        """Take the copy away; it is closed everywhere."""
        self.folder.remove()


def copy_of(backup: Path) -> PrivateCopy:
    """Return a private copy of a backup that is proved already.

    Raises ClerkError where it is damaged all the same, MachineError where the disk refuses.
    """
    folder: PrivateFolder | None = None
    try:
        folder = make_private_folder()
        path = folder.copy
        with path.open("xb") as stream:
            copy_data(backup, stream)
        with closing(connect(path)) as connection:
            as_made = is_as_made(connection)
            if as_made and version_of(connection) < SCHEMA_VERSION:
                migrate(connection)
    except BaseException as error:
        if folder is not None:
            folder.remove()
        if isinstance(error, OSError | sqlite3.OperationalError):
            raise MachineError(
                f"เปิดดูไฟล์สำรอง {backup.name} ไม่ได้ กรุณาตรวจพื้นที่ว่างของดิสก์และสิทธิ์ของไฟล์"
            ) from error
        if isinstance(error, sqlite3.DatabaseError):
            raise damaged_backup(backup) from error
        raise
    if not as_made:
        folder.remove()
        raise damaged_backup(backup)
    return PrivateCopy(path, folder)
