"""Connections that only look: at a live file, and at one that nobody writes to."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

_BUSY_MS = 10_000  # only workers look: the window is not kept waiting


def look_into(path: Path, *, at_rest: bool = False) -> sqlite3.Connection:
    """Return a connection that writes nothing and makes no file.

    ``at_rest`` is for a file that nobody writes to meanwhile (a backup, a private copy): journals
    that lie beside it are not looked at, so that those of another file do no harm. Raises
    sqlite3.DatabaseError.
    """
    name = address(path) + ("&immutable=1" if at_rest else "")
    connection = sqlite3.connect(name, uri=True, isolation_level=None)
    try:
        for pragma in (
            f"busy_timeout = {_BUSY_MS}",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "query_only = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def address(path: Path) -> str:
    """Return a file's name as SQLite reads it, also of a share, and for reading only."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{'' if name.startswith('/') else '/'}{name}?mode=ro"
