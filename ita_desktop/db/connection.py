"""How a data file is connected to: what holds for every connection of this program."""

import sqlite3
from pathlib import Path

_BUSY_MS = 2_000


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection for reading and writing, one file at rest, safe against a power cut.

    Raises sqlite3.DatabaseError.
    """
    return prepared(
        sqlite3.connect(path, isolation_level=None),
        f"PRAGMA busy_timeout = {_BUSY_MS}",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA foreign_keys = ON",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA synchronous = EXTRA",
    )


def prepared(connection: sqlite3.Connection, *statements: str) -> sqlite3.Connection:
    """Return a connection on which the first statements were run; the schema is read by them.

    It is closed where one fails. Raises sqlite3.DatabaseError, also where the complaint of SQLite
    quotes bytes of a damaged schema that are no text: Python then speaks of the quotation only.
    """
    try:
        for statement in statements:
            connection.execute(statement)
    except BaseException as error:
        connection.close()
        if isinstance(error, UnicodeDecodeError):
            raise _corrupt() from error
        raise
    return connection


def _corrupt() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("the schema is damaged, and so is what is said of it")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error
