"""The tables of the data file and the steps that made them; a released step is never edited.

sqlite-utils keeps the diary of steps. It is loaded only when a file is made or moved to a newer
schema: that a file is up to date is read from ``user_version``. Rows that come and go have ids that
are never given twice (AUTOINCREMENT): other rows, papers and the change log point at them.
"""

import sqlite3
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING

from ita_desktop.db.change_log import log_changes_of, log_triggers
from ita_desktop.db.steps import (
    m001_scores,
    m002_mark,
    m003_evidence,
    m004_measures,
    m005_risks,
    m006_plans,
    m007_disclosure,
)

if TYPE_CHECKING:
    from sqlite_utils.db import Database

APPLICATION_ID = 0x49544131
"""``ITA1``: what makes an SQLite file one of ours."""

# A released step is never edited, nor is its module renamed: the diary of files that were made with
# it has that name.
_STEPS = (
    *(m001_scores, m002_mark, m003_evidence, m004_measures, m005_risks, m006_plans),
    m007_disclosure,
)
SCHEMA_VERSION = len(_STEPS)
"""How many steps a file of this program has."""
LOGGED_TABLES = tuple(table for step in _STEPS for table in step.LOGGED)
MEASURE_TABLES = frozenset(
    {"topic", "topic_item", "measure", "step", "step_result", "closed_round", "calendar_row"}
)
"""What the measures of a year are read from."""
RISK_TABLES = frozenset(
    {"risk_method", "risk_area", "process", "risk", "treatment", "treatment_result"}
)
"""What the risk register of a year is read from."""
PLAN_TABLES = frozenset(
    {
        *("plan", "plan_text", "goal", "goal_year", "section", "project", "project_year"),
        *("project_place", "project_item", "project_risk", "treatment_project", "project_result"),
    }
)
"""What a plan is read from."""
ANNOUNCEMENT_TABLES = frozenset({"announcement"})
"""What the announcements of a year are read from."""
DISCLOSURE_TABLES = frozenset({"oit_item", "oit_content"})
"""What is known of the OIT items of a year is read from."""
ANALYSIS_TABLES = frozenset({"analysis_text"})
"""The texts of the analysis report of a year."""
PAPER_TABLES = frozenset({"layout", "paper_text", "suggestion"})
"""What is the office's own of papers and examples."""

_FOREIGN_TO_US = frozenset({"sqlite_sequence", "sqlite_stat1", "sqlite_stat4"})
"""Tables that SQLite itself keeps."""
_DIARY = "_sqlite_migrations"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty or older file to this program's schema: all steps it lacks, or none.

    In one transaction, whose result is looked at before it is kept: after a power cut, a full disk
    or a step that failed the file is what it was. Raises sqlite3.DatabaseError then.
    """
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - 55 ms, seldom needed

    diary = Migrations("ita-desktop")
    for version, step in enumerate(_STEPS, start=1):
        diary(name=step.__name__.rpartition(".")[2])(partial(_take, step, version))  # pyright: ignore[reportArgumentType]
    connection.execute("BEGIN IMMEDIATE")
    try:
        # plugins are looked for by importlib.metadata, which loads sockets; there are none here
        diary.apply(Database(connection, recursive_triggers=False, execute_plugins=False))
        sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if version_of(connection) != SCHEMA_VERSION or not (sound and is_as_made(connection)):
            raise sqlite3.DatabaseError("a step left the file unsound")  # noqa: TRY301
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _take(step: ModuleType, version: int, db: "Database") -> None:
    for statement in _split(step.STATEMENTS):
        db.conn.execute(statement)
    for table in step.LOGGED:
        log_changes_of(db.conn, table)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {version}")


def version_of(connection: sqlite3.Connection) -> int:
    """Return how many steps the file has."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_as_made(connection: sqlite3.Connection) -> bool:
    """Return whether tables, indexes, triggers and views are those of the file's version, no other.

    By their very words, so that a column that is missing or a trigger that does more is seen.
    """
    version = version_of(connection)
    if not 1 <= version <= SCHEMA_VERSION:
        return False
    present = {
        str(words)
        for kind, name, table, words in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
        )
        if not (kind == "table" and name in _FOREIGN_TO_US)
        and not (kind in ("table", "index") and table == _DIARY)
    }
    steps = _STEPS[:version]
    tables = [
        statement
        for step in steps
        for statement in _split(step.STATEMENTS)
        if statement.startswith("CREATE")
    ]
    if not present.issuperset(tables):
        return False
    logged = (table for step in steps for table in step.LOGGED)
    triggers = (one for table in logged for one in log_triggers(connection, table))
    return present == {*tables, *triggers}


def _split(statements: str) -> list[str]:
    """Return the statements one by one; ``executescript`` would commit the open transaction."""
    made = (statement.strip() for statement in statements.split(";\n"))
    return [statement for statement in made if statement]
