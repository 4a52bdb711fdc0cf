"""The tables of the data file and the steps that made them; a released step is never edited.

sqlite-utils keeps the diary of steps. It is loaded only when a file is made or moved to a newer
schema: that a file is up to date is read from ``user_version``.
"""

import sqlite3
from typing import TYPE_CHECKING

from ita_desktop.db.change_log import CHANGE_LOG_TABLES, log_changes_of

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
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE fiscal_year (
    id INTEGER PRIMARY KEY CHECK (id BETWEEN 2540 AND 2643)
) STRICT;
CREATE TABLE score (
    id INTEGER PRIMARY KEY,
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
    id INTEGER PRIMARY KEY,
    fiscal_year INTEGER NOT NULL,
    code TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (fiscal_year, code)
) STRICT;
"""

LOGGED_TABLES = ("office", "unit", "fiscal_year", "score", "criteria_set", "item_text")


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older file to this program's schema, each step in one transaction."""
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 55 ms, seldom needed

    steps = Migrations("ita-desktop")

    @steps()
    def m001_scores(db: "Database") -> None:  # pyright: ignore[reportUnusedFunction] - a step
        _run(db.conn, CHANGE_LOG_TABLES + _TABLES)
        for table in LOGGED_TABLES:
            log_changes_of(db.conn, table)

    steps.apply(Database(connection))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run a script inside the open transaction; ``executescript`` would commit it first."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)
