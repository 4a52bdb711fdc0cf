"""Reads and writes of the texts of analysis reports."""

from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.analysis_text import AnalysisText


def analysis_texts(file: DataFile, fiscal_year: int) -> Mapping[str, AnalysisText]:
    """Return the edited texts that hold in a year's report, by name.

    Those of the year itself; a text it has none of is the office's as edited last in a year
    before, following the data.
    """
    rows = file.read(
        "SELECT fiscal_year, name, text, frozen, basis FROM analysis_text WHERE fiscal_year <= ?"
        " ORDER BY fiscal_year, id",
        (fiscal_year,),
    )
    found: dict[str, AnalysisText] = {}
    for year, name, text, frozen, basis in rows:
        own = year == fiscal_year
        found[name] = AnalysisText(
            name=name, text=text, frozen=frozen if own else "", basis=basis if own else ""
        )
    return found


def texts_of_year(file: DataFile, fiscal_year: int) -> tuple[AnalysisText, ...]:
    """Return the texts that were edited in a year's report itself, as they were first edited."""
    rows = file.read(
        "SELECT name, text, frozen, basis FROM analysis_text WHERE fiscal_year = ? ORDER BY id",
        (fiscal_year,),
    )
    return tuple(
        AnalysisText(name=name, text=text, frozen=frozen, basis=basis)
        for name, text, frozen, basis in rows
    )


def own_text_names(file: DataFile, fiscal_year: int) -> frozenset[str]:
    """Return the names of the texts that a year has itself."""
    rows = file.read("SELECT name FROM analysis_text WHERE fiscal_year = ?", (fiscal_year,))
    return frozenset(str(name) for (name,) in rows)


def put_analysis_text(file: DataFile, fiscal_year: int, text: AnalysisText) -> None:
    """Keep an edited text of a year, inside a deed."""
    file.connection.execute(
        "INSERT INTO analysis_text (fiscal_year, name, text, frozen, basis) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (fiscal_year, name) DO UPDATE SET text = excluded.text,"
        " frozen = excluded.frozen, basis = excluded.basis",
        (fiscal_year, text.name, text.text, text.frozen, text.basis),
    )


def remove_analysis_text(file: DataFile, fiscal_year: int, name: str) -> None:
    """Take a year's own text away, inside a deed: the one before it holds again."""
    file.connection.execute(
        "DELETE FROM analysis_text WHERE fiscal_year = ? AND name = ?", (fiscal_year, name)
    )
