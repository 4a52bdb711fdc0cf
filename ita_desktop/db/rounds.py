"""Reads and writes of closed rounds: when each was closed, and what was reported then."""

from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.measures import Round


def closed_rounds(file: DataFile, fiscal_year: int) -> frozenset[Round]:
    """Return the rounds of a year whose report is frozen."""
    rows = file.read("SELECT round FROM closed_round WHERE fiscal_year = ?", (fiscal_year,))
    return frozenset(row[0] for row in rows)


def closing_moments(file: DataFile, fiscal_year: int) -> Mapping[Round, str]:
    """Return when the closed rounds of a year were closed, as ISO 8601 in UTC."""
    rows = file.read(
        "SELECT round, closed FROM closed_round WHERE fiscal_year = ? ORDER BY round",
        (fiscal_year,),
    )
    return {row[0]: str(row[1]) for row in rows}


def snapshot_text(file: DataFile, fiscal_year: int, months: Round) -> str:
    """Return what was kept of a closed round, empty where the round is open."""
    rows = file.read(
        "SELECT snapshot FROM closed_round WHERE fiscal_year = ? AND round = ?",
        (fiscal_year, months),
    )
    return str(rows[0][0]) if rows else ""


def put_closed(file: DataFile, fiscal_year: int, months: Round, moment: str, snapshot: str) -> None:
    """Keep a round as closed; inside a deed."""
    file.connection.execute(
        "INSERT INTO closed_round (fiscal_year, round, closed, snapshot) VALUES (?, ?, ?, ?)",
        (fiscal_year, months, moment, snapshot),
    )


def remove_closed(file: DataFile, fiscal_year: int, months: Round) -> None:
    """Open a round again; inside a deed."""
    file.connection.execute(
        "DELETE FROM closed_round WHERE fiscal_year = ? AND round = ?", (fiscal_year, months)
    )


def edited_texts_of_year(file: DataFile, fiscal_year: int) -> Mapping[str, Mapping[str, str]]:
    """Return the texts that were edited on the papers of a year, by paper and name."""
    found: dict[str, dict[str, str]] = {}
    for paper, name, text in file.read(
        "SELECT paper, name, text FROM paper_text WHERE fiscal_year = ? ORDER BY id",
        (fiscal_year,),
    ):
        found.setdefault(str(paper), {})[str(name)] = str(text)
    return found
