"""Stored files that nobody names any more: no row, and no row that undo could bring back."""

import re
import sqlite3

_DIGEST = re.compile(r'"([0-9a-f]{64})"')


def drop_unnamed(connection: sqlite3.Connection) -> int:
    """Delete stored files that neither a row nor the change log names; return how many.

    In a transaction. A record of the log that nobody understands names what it seems to name: it is
    told where it is read, and nothing goes because of it.
    """
    named: set[object] = set()
    for table, column in _named_by(connection):
        named |= {row[0] for row in connection.execute(f'SELECT "{column}" FROM "{table}"')}
        logged = connection.execute("SELECT old, new FROM change WHERE table_name = ?", (table,))
        for sides in logged:
            named.update(digest for side in sides if side for digest in _DIGEST.findall(side))
    stored = connection.execute("SELECT sha256 FROM content").fetchall()
    unnamed = [row for row in stored if row[0] not in named]
    connection.executemany("DELETE FROM content WHERE sha256 = ?", unnamed)
    return len(unnamed)


def _named_by(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the tables that refer to stored files, each with its column."""
    return [
        (str(table), str(row[0]))
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for row in connection.execute(
            'SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = \'content\'', (table,)
        )
    ]
