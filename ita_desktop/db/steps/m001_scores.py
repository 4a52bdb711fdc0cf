"""Step 1: the office, its units, fiscal years, scores and criteria of its own."""

from ita_desktop.db.change_log import CHANGE_LOG_TABLES

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
STATEMENTS = CHANGE_LOG_TABLES + _TABLES
LOGGED = ("office", "unit", "fiscal_year", "score", "criteria_set", "item_text")
