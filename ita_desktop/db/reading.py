"""How a data file is connected to where it is only looked at."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

_BUSY_SECONDS = 2.0


def connect_to_read(path: Path, *, at_rest: bool = False) -> sqlite3.Connection:
    """Return a connection that writes nothing, also not what a crash left half done.

    ``at_rest`` is for a file that nobody writes to: it is read as it lies there, without locks and
    without looking at journals. Raises sqlite3.DatabaseError, SQLITE_READONLY or SQLITE_CANTOPEN
    where a journal would have to be taken back first.
    """
    settings = "mode=ro&immutable=1" if at_rest else "mode=ro"
    connection = sqlite3.connect(
        f"{_address(path)}?{settings}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _address(path: Path) -> str:
    """Return the address of a file: /a, C:/a and //server/share/a each after ``file://``."""
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place), safe='/:')}"
