"""Connections that only look: at a live file, and at one that nobody writes to."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from ita_desktop.db.connection import prepared

_BUSY_MS = 10_000  # only workers look: the window is not kept waiting


def look_into(path: Path, *, at_rest: bool = False) -> sqlite3.Connection:
    """Return a connection that writes nothing and makes no file.

    ``at_rest`` is for a file that nobody writes to meanwhile (a backup, a private copy): journals
    that lie beside it are not looked at, so that those of another file do no harm. Raises
    sqlite3.DatabaseError.
    """
    name = address(path) + ("&immutable=1" if at_rest else "")
    return prepared(
        sqlite3.connect(name, uri=True, isolation_level=None),
        f"PRAGMA busy_timeout = {_BUSY_MS}",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        "PRAGMA query_only = ON",
        "SELECT count(*) FROM sqlite_schema",
    )


def address(path: Path) -> str:
    """Return a file's name as SQLite reads it, also of a share, and for reading only."""
    name = quote(os.fsencode(path.absolute().as_posix()))
    return f"file://{'' if name.startswith('/') else '/'}{name}?mode=ro"
