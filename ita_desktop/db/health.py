"""Whether a data file holds together, and how much is in it."""

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.errors import ClerkError


def health_of(file: DataFile) -> tuple[str, ...]:
    """Return what SQLite finds wrong with the file; empty when it is sound.

    Raises MachineError where the file is held or the disk refuses: that says nothing of its health.
    """
    try:
        rows = file.read("PRAGMA integrity_check")
        dangling = file.read("PRAGMA foreign_key_check")
    except ClerkError as error:
        return (str(error),)
    found = [str(row[0]) for row in rows if row[0] != "ok"]
    return (*found, *(f"{row[0]} {row[1]}: {row[2]}" for row in dangling))


def row_counts(file: DataFile) -> dict[str, int]:
    """Return how many rows each table has, those of the change log last."""
    return {
        table: int(file.read(f'SELECT count(*) FROM "{table}"')[0][0])
        for table in (*LOGGED_TABLES, "deed", "change")
    }
