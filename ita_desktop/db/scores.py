"""Reads and writes of fiscal years and their scores."""

from collections.abc import Mapping
from contextlib import nullcontext
from decimal import Decimal

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.score_entry import EXCLUDED, Entry, plain_entry


def fiscal_years(file: DataFile) -> tuple[int, ...]:
    """Return the fiscal years of the file, oldest first."""
    return tuple(int(row[0]) for row in file.read("SELECT id FROM fiscal_year ORDER BY id"))


def add_fiscal_year(file: DataFile, fiscal_year: int) -> None:
    """Add a fiscal year where it is not there yet; inside a deed.

    A file's first year stays when the deed is taken back: there is always one to look at. Where
    years were deleted the log knows of them, and the new one is as any other: were it to stay, the
    deletion could not be taken back before it.
    """
    with nullcontext() if fiscal_years(file) or _had_years(file) else file.beginning():
        # Not INSERT OR IGNORE: it would pass over a year that no file may have.
        file.connection.execute(
            "INSERT INTO fiscal_year (id) VALUES (?) ON CONFLICT (id) DO NOTHING", (fiscal_year,)
        )


def _had_years(file: DataFile) -> bool:
    return bool(file.read("SELECT 1 FROM change WHERE table_name = 'fiscal_year' LIMIT 1"))


def entries_of(file: DataFile, fiscal_year: int) -> Mapping[str, Entry]:
    """Return the scores entered for a year, by code (``i7``, ``7``, ``EIT/1``, ``total``)."""
    rows = file.read(
        "SELECT code, value FROM score WHERE fiscal_year = ? ORDER BY id", (fiscal_year,)
    )
    with file.understanding("คะแนน"):
        return {code: EXCLUDED if value == "excluded" else Decimal(value) for code, value in rows}


def put_score(file: DataFile, fiscal_year: int, code: str, entry: Entry | None) -> None:
    """Write one score, or take it away with None; inside a deed."""
    if entry is None:
        file.connection.execute(
            "DELETE FROM score WHERE fiscal_year = ? AND code = ?", (fiscal_year, code)
        )
    else:
        file.connection.execute(
            "INSERT INTO score (fiscal_year, code, value) VALUES (?, ?, ?)"
            " ON CONFLICT (fiscal_year, code) DO UPDATE SET value = excluded.value",
            (fiscal_year, code, plain_entry(entry)),
        )


def score_of_row(file: DataFile, change: Change) -> tuple[int, str] | None:
    """Return fiscal year and code of the score that a change was about, or None if it is gone."""
    whole = change.new or change.old or {}
    if "fiscal_year" in whole and "code" in whole:
        return int(str(whole["fiscal_year"])), str(whole["code"])
    rows = file.read("SELECT fiscal_year, code FROM score WHERE id = ?", (change.row,))
    return next(((int(year), str(code)) for year, code in rows), None)
