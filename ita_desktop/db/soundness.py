"""Whether what SQLite keeps holds together, as far as opening a file must know."""

import sqlite3
from pathlib import Path

from ita_desktop.db.schema import is_as_made
from ita_desktop.db.trouble import altered, damaged

_STORED = "content"  # pictures and papers: hundreds of megabytes that the opening need not read


def refuse_unsound(
    path: Path, connection: sqlite3.Connection, *, whole: bool, harmed: bool = False
) -> None:
    """Raise FileRefusedError for a file that was altered or is damaged.

    A ``harmed`` one may be damaged. ``whole`` and what is raised besides are as with ``is_sound``.
    """
    if not is_as_made(connection):
        raise altered(path)
    if not harmed and not is_sound(connection, whole=whole):
        raise damaged(path)


def is_sound(connection: sqlite3.Connection, *, whole: bool) -> bool:
    """Return whether the tables hold together and no deed was left open.

    Without ``whole`` the stored files are passed over, and so is what takes longer: the indexes and
    the references. A file of 316 MB with 100,000 scores takes 0.08 s then, else 0.3 s and the
    reading of all of it. Raises sqlite3.DatabaseError where the file cannot be read at all.
    """
    tables = [
        str(name)
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    questions = (
        ["PRAGMA integrity_check(1)"]
        if whole
        else [f"PRAGMA quick_check('{table}')" for table in tables if table != _STORED]
    )
    if any(connection.execute(question).fetchall() != [("ok",)] for question in questions):
        return False
    if whole and connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return False
    return connection.execute("SELECT deed FROM current_deed").fetchall() == [(None,)]
