"""The tables of the data file and the steps that made them; a released step is never edited.

sqlite-utils keeps the diary of steps. It is loaded only when a file is made or moved to a newer
schema: that a file is up to date is read from ``user_version``. Rows that come and go have ids that
are never given twice (AUTOINCREMENT): other rows, papers and the change log point at them.
"""

import sqlite3
from typing import TYPE_CHECKING

from ita_desktop.db.change_log import CHANGE_LOG_TABLES, log_changes_of, log_triggers

if TYPE_CHECKING:
    from sqlite_utils.db import Database

APPLICATION_ID = 0x49544131
"""``ITA1``: what makes an SQLite file one of ours."""
SCHEMA_VERSION = 1
"""How many steps a file of this program has."""

_TABLES = """
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL,
    district TEXT NOT NULL DEFAULT '',
    province TEXT NOT NULL DEFAULT '',
    executive TEXT NOT NULL DEFAULT '',
    executive_title TEXT NOT NULL DEFAULT '',
    urgent_below TEXT NOT NULL,
    keep_from TEXT NOT NULL
) STRICT;
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE fiscal_year (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 2540 AND 2643)
) STRICT;
CREATE TABLE score (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL REFERENCES fiscal_year (id),
    code TEXT NOT NULL CHECK (code <> ''),
    value TEXT NOT NULL CHECK (
        value = 'excluded'
        OR value GLOB '[0-9]*' AND value NOT GLOB '*[^0-9.]*' AND value NOT GLOB '*.*.*'
        AND CAST(value AS REAL) <= 100
    ),
    UNIQUE (fiscal_year, code)
) STRICT;
CREATE TABLE criteria_set (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 2540 AND 2643),
    document TEXT NOT NULL CHECK (document <> '')
) STRICT;
CREATE TABLE item_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fiscal_year INTEGER NOT NULL,
    code TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (fiscal_year, code)
) STRICT;
"""

LOGGED_TABLES = ("office", "unit", "fiscal_year", "score", "criteria_set", "item_text")


_FOREIGN_TO_US = frozenset({"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})
"""Tables that SQLite itself keeps."""
_DIARY = "_sqlite_migrations"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older file to this program's schema, each step in one transaction."""
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 55 ms, seldom needed

    steps = Migrations("ita-desktop")

    @steps()
    def m001_scores(db: "Database") -> None:  # pyright: ignore[reportUnusedFunction] - a step
        for statement in _statements():
            db.conn.execute(statement)
        for table in LOGGED_TABLES:
            log_changes_of(db.conn, table)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.conn.execute("PRAGMA user_version = 1")

    steps.apply(Database(connection))


def is_as_made(connection: sqlite3.Connection) -> bool:
    """Return whether the tables, indexes, triggers and views are those ``migrate`` makes, no other.

    By their very words, so that a column that is missing or a trigger that does more is seen.
    """
    if connection.execute("PRAGMA user_version").fetchone() != (SCHEMA_VERSION,):
        return False
    present = {
        str(words)
        for kind, name, table, words in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
        if not (kind == "table" and name in _FOREIGN_TO_US)
        and not (kind in ("table", "index") and table == _DIARY)
    }
    tables = [statement for statement in _statements() if statement.startswith("CREATE")]
    if not present.issuperset(tables):
        return False
    triggers = (one for table in LOGGED_TABLES for one in log_triggers(connection, table))
    return present == {*tables, *triggers}


def _statements() -> list[str]:
    """Return the statements one by one; ``executescript`` would commit the open transaction."""
    made = (statement.strip() for statement in (CHANGE_LOG_TABLES + _TABLES).split(";\n"))
    return [statement for statement in made if statement]
