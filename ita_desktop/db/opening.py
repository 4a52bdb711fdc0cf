"""Opening a data file in steps: nothing is written to one that is refused."""

import sqlite3
from pathlib import Path

from ita_desktop.db import journals
from ita_desktop.db.connection import connect
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.file_head import has_write_ahead, read_head
from ita_desktop.db.schema import SCHEMA_VERSION, is_as_made, migrate, version_of
from ita_desktop.db.trouble import altered, damaged, journals_held, trouble
from ita_desktop.errors import ClerkError


def open_data_file(path: Path, person: str) -> DataFile:
    """Open a data file for reading and writing; an older one is brought to the present schema.

    Raises ClerkError for a file that is missing, empty, foreign, damaged, altered or from a newer
    program, MachineError for one that cannot be read or is held elsewhere; nothing is written to it
    then. A rollback journal beside it is its own, and SQLite's to deal with. A write-ahead journal
    is not, where the file itself knows of none, and is set aside.
    """
    head = read_head(path)
    connection: sqlite3.Connection | None = None
    try:
        if not has_write_ahead(head):
            journals.set_aside(path, journals.WRITE_AHEAD)
        connection = connect(path)
        connection.execute("BEGIN")  # all that is looked at is of one moment: another may migrate
        if not is_as_made(connection):
            raise altered(path)
        checked = connection.execute("PRAGMA quick_check(1)").fetchone()
        current = connection.execute("SELECT deed FROM current_deed").fetchall()
        if checked != ("ok",) or current != [(None,)]:
            raise damaged(path)
        connection.execute("COMMIT")
        if version_of(connection) < SCHEMA_VERSION:
            migrate(connection)
    except (ClerkError, OSError, sqlite3.DatabaseError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, ClerkError):
            raise
        if isinstance(error, OSError):
            raise journals_held(path) from error
        raise trouble(path, error) or damaged(path) from error
    return DataFile(path, connection, person)
