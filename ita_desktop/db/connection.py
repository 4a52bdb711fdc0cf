"""How a data file is connected to: what holds for every connection of this program."""

import sqlite3
from pathlib import Path

_BUSY_MS = 2_000


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection for reading and writing, one file at rest, safe against a power cut.

    Raises sqlite3.DatabaseError.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in (
            f"busy_timeout = {_BUSY_MS}",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "foreign_keys = ON",
            "journal_mode = DELETE",
            "synchronous = EXTRA",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
