"""What differs between a data file and another state of it, table by table; and how it is taken.

Both states have the present schema. The other one is a private copy that is attached.
"""

import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ita_desktop.db.change_log import Deed
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.differing_rows import (
    RowAbove,
    RowDifference,
    columns_of,
    differing_rows,
    differs,
)
from ita_desktop.db.looking import address, look_into
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.trouble import damaged, trouble

_MOST_DEEDS = 500
_MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class TableDifference:
    """How many rows of a table are in one of two states only, or differ."""

    table: str
    only_here: int
    only_there: int
    different: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a data file and another state of it do not share; equal tables are left out."""

    tables: tuple[TableDifference, ...]
    rows: tuple[RowDifference, ...]
    """What differs, row by row, 500 at most."""
    same_history: bool
    """Whether the other state is an earlier one of this very file."""
    newer: tuple[Deed, ...]
    """Deeds that stand here and are newer than the other state, newest first, 500 at most."""
    newer_count: int


def compare(path: Path, other: Path, row_above: RowAbove) -> Comparison:
    """Compare a data file, which may be open, with a private copy; nothing is written.

    ``row_above`` says by which other row one is called, see ``differing_rows``.
    Raises ClerkError or MachineError where it cannot be read.
    """
    try:
        with closing(look_into(path)) as connection, _attached(connection, other, at_rest=True):
            connection.execute("BEGIN")
            tables = tuple(_difference(connection, table) for table in LOGGED_TABLES)
            differing = differing_rows(connection, LOGGED_TABLES, _MOST_ROWS, row_above)
            same = _same_history(connection)
            rows: list[tuple[int, str, str, str]] = []
            count = 0
            if same:
                newer = (
                    "FROM main.deed WHERE kind = 'edit' AND state = 'done'"
                    " AND id > (SELECT coalesce(max(id), 0) FROM other.deed)"
                )
                ((count,),) = connection.execute(f"SELECT count(*) {newer}").fetchall()
                rows = connection.execute(
                    f"SELECT id, name, at, person {newer} ORDER BY id DESC LIMIT {_MOST_DEEDS}"
                ).fetchall()
            connection.execute("COMMIT")
        deeds = tuple(Deed(n, name, datetime.fromisoformat(at), who) for n, name, at, who in rows)
    except sqlite3.DatabaseError as error:
        raise trouble(path, error) or damaged(path) from error
    except ValueError as error:
        raise damaged(path) from error
    not_equal = (one for one in tables if one.only_here or one.only_there or one.different)
    return Comparison(tuple(not_equal), differing, same, deeds, count)


def take_all(file: DataFile, other: Path, deed: str) -> None:
    """Make all tables what they are in a private copy, as one deed that can be taken back.

    Rows keep their ids. Stored files that are missing here are added; none is taken away. Raises
    as ``DataFile.deed`` does, with nothing changed.
    """
    connection = file.connection
    with _attached(connection, other, at_rest=False), file.deed(deed):
        connection.execute("PRAGMA defer_foreign_keys = ON")  # tables come one after the other
        connection.execute(
            "INSERT INTO main.content (sha256, data)"
            " SELECT sha256, data FROM other.content AS there"
            " WHERE sha256 IN (SELECT sha256 FROM other.evidence"
            " UNION SELECT sha256 FROM other.announcement)"
            " AND NOT EXISTS (SELECT 1 FROM main.content WHERE sha256 = there.sha256)"
        )
        for table in LOGGED_TABLES:
            connection.execute(
                f'DELETE FROM main."{table}" WHERE id IN ('
                f'SELECT here.id FROM main."{table}" AS here'
                f' LEFT JOIN other."{table}" AS there ON there.id = here.id'
                f" WHERE there.id IS NULL OR {differs(connection, table)})"
            )
        for table in LOGGED_TABLES:
            names = ", ".join(f'"{name}"' for name in columns_of(connection, table))
            connection.execute(
                f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM other."{table}"'
                f' WHERE id NOT IN (SELECT id FROM main."{table}") ORDER BY id'
            )


def years_of(path: Path) -> tuple[int, ...]:
    """Return the fiscal years of a private copy, oldest first."""
    with closing(look_into(path, at_rest=True)) as connection:
        return tuple(row[0] for row in connection.execute("SELECT id FROM fiscal_year ORDER BY id"))


@contextmanager
def _attached(connection: sqlite3.Connection, other: Path, *, at_rest: bool) -> Generator[None]:
    name = f"{address(other)}&immutable=1" if at_rest else str(other)
    connection.execute("ATTACH ? AS other", (name,))
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("DETACH other")


def _difference(connection: sqlite3.Connection, table: str) -> TableDifference:
    here, there = (
        connection.execute(
            f'SELECT count(*) FROM {one}."{table}" WHERE id NOT IN (SELECT id FROM {two}."{table}")'
        ).fetchone()[0]
        for one, two in (("main", "other"), ("other", "main"))
    )
    different = connection.execute(
        f'SELECT count(*) FROM main."{table}" AS here JOIN other."{table}" AS there'
        f" ON there.id = here.id WHERE {differs(connection, table)}"
    ).fetchone()[0]
    return TableDifference(table, here, there, different)


def _same_history(connection: sqlite3.Connection) -> bool:
    """Return whether the other state's newest deed is one of this file, done at the same time.

    Where old history was forgotten here since then, the key of the file alone must tell.
    """
    found = connection.execute(
        "SELECT 1 FROM main.identity AS here JOIN other.identity AS there ON here.key = there.key"
        " WHERE NOT EXISTS (SELECT 1 FROM other.deed) OR EXISTS (SELECT 1 FROM main.deed AS mine"
        " JOIN other.deed AS theirs ON mine.id = theirs.id AND mine.at = theirs.at"
        " WHERE theirs.id = (SELECT max(id) FROM other.deed))"
        " OR (SELECT min(id) FROM main.deed) > (SELECT max(id) FROM other.deed)"
    ).fetchone()
    return found is not None
