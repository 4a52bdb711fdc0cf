"""Opening a data file in steps: nothing is written to one that is refused.

The steps: its head is checked, what cannot be trusted is refused, an older file is backed up, then
brought to the present schema, and what came out is verified.
"""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from ita_desktop.db import journals
from ita_desktop.db.connection import connect
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.file_head import has_backup_footer, has_write_ahead, read_head
from ita_desktop.db.lock import WriterLock, take_lock
from ita_desktop.db.refusals import FileRefusedError
from ita_desktop.db.schema import LOGGED_TABLES, SCHEMA_VERSION, migrate, version_of
from ita_desktop.db.soundness import refuse_unsound
from ita_desktop.db.trouble import (
    damaged,
    is_backup,
    journals_held,
    not_backed_up,
    trouble,
    unwritable,
)
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import patiently


def open_data_file(
    path: Path,
    person: str,
    *,
    back_up: Callable[[Path], object] | None = None,
    lock: WriterLock | None = None,
) -> DataFile:
    """Open a data file for reading and writing; an older one is brought to the present schema.

    ``back_up`` is called before that; where it fails the file stays as it is. ``lock`` is the right
    to write where the caller has it already; it goes with the file, or is let go.

    After an unclean end all of it is proved first, else what can be in a moment.

    Raises FileRefusedError for a file that is missing, empty, truncated, foreign, damaged, altered,
    from a newer program, a backup, held by another writer or not to be written; MachineError for
    one that cannot be read or backed up. Nothing is written to it then. A rollback journal beside
    it is its own, and SQLite's to deal with. A write-ahead journal is not, where the file itself
    knows of none, and is set aside.
    """
    try:
        head = _checked(path)
        lock = lock or _lock(path, person)
        file = _opened(path, person, head, lock, back_up)
    except BaseException:
        if lock is not None:
            lock.release()
        raise
    file.lock = lock
    return file


def _checked(path: Path) -> bytes:
    """Return the head of a file that may be written to."""
    head = read_head(path)
    if has_backup_footer(path, head):
        raise is_backup(path)
    if not _can_be_written(path):
        raise unwritable(path)
    return head


def _opened(
    path: Path, person: str, head: bytes, lock: WriterLock, back_up: Callable[[Path], object] | None
) -> DataFile:
    lock.suspect |= journals.is_hot(path)
    connection: sqlite3.Connection | None = None
    try:
        if not has_write_ahead(head):
            journals.set_aside(path, journals.WRITE_AHEAD)
        connection = connect(path)
        connection.execute("BEGIN")  # all that is looked at is of one moment: another may migrate
        refuse_unsound(path, connection, whole=lock.suspect)
        lock.suspect = False
        older = version_of(connection) < SCHEMA_VERSION
        connection.execute("COMMIT")
        if older:
            _back_up(path, back_up)
            _migrate(path, connection)
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, OSError):
            raise journals_held(path) from error
        if isinstance(error, sqlite3.DatabaseError):
            raise trouble(path, error) or damaged(path) from error
        raise
    return DataFile(path, connection, person)


def _migrate(path: Path, connection: sqlite3.Connection) -> None:
    """Bring the file to the present schema; each table then has the rows that it had."""
    before = _rows(connection)
    migrate(connection)
    after = _rows(connection)
    if any(after[table] != count for table, count in before.items()):
        raise damaged(path)


def _lock(path: Path, person: str) -> WriterLock:
    try:
        return take_lock(path, person)
    except OSError as error:
        raise unwritable(path) from error


def _can_be_written(path: Path) -> bool:
    """Say whether the system lets the file be written; waits for who holds it for a moment."""
    try:
        patiently(lambda: path.open("r+b"), lambda: os.access(path, os.W_OK)).close()
    except OSError:
        return False
    return True


def _back_up(path: Path, back_up: Callable[[Path], object] | None) -> None:
    if back_up is None:
        return
    try:
        back_up(path)
    except FileRefusedError:
        raise
    except (ClerkError, MachineError, OSError, sqlite3.Error) as error:
        raise not_backed_up(path) from error


def _rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table of the change log has that the file has."""
    there = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    return {
        table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
        for table in LOGGED_TABLES
        if table in there
    }
