"""Reads and writes of the criteria an office imported or corrected itself."""

import json
from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.criteria_file import read_criteria, write_criteria


def own_criteria_years(file: DataFile) -> tuple[int, ...]:
    """Return the fiscal years the office imported a set for."""
    return tuple(int(row[0]) for row in file.read("SELECT id FROM criteria_set ORDER BY id"))


def own_criteria(file: DataFile, fiscal_year: int) -> Criteria | None:
    """Return the set the office imported for a year, or None."""
    rows = file.read("SELECT document FROM criteria_set WHERE id = ?", (fiscal_year,))
    with file.understanding(f"เกณฑ์ปี {fiscal_year} "):
        return next((read_criteria(json.loads(document)) for (document,) in rows), None)


def put_own_criteria(file: DataFile, criteria: Criteria) -> None:
    """Write an imported set in the place of the shipped one and its wordings; inside a deed."""
    document = json.dumps(write_criteria(criteria), ensure_ascii=False, separators=(",", ":"))
    file.connection.execute(
        "INSERT INTO criteria_set (id, document) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET document = excluded.document",
        (criteria.fiscal_year, document),
    )
    _remove_own_texts(file, criteria.fiscal_year)


def remove_own_criteria(file: DataFile, fiscal_year: int) -> None:
    """Go back to the shipped set of a year, and to its texts; inside a deed."""
    file.connection.execute("DELETE FROM criteria_set WHERE id = ?", (fiscal_year,))
    _remove_own_texts(file, fiscal_year)


def own_texts(file: DataFile, fiscal_year: int) -> Mapping[str, str]:
    """Return the item texts the office corrected, by code."""
    rows = file.read("SELECT code, text FROM item_text WHERE fiscal_year = ?", (fiscal_year,))
    return dict(rows)


def put_own_text(file: DataFile, fiscal_year: int, code: str, text: str | None) -> None:
    """Write the office's wording of an item, or with None go back to the set's; inside a deed."""
    if text is None:
        file.connection.execute(
            "DELETE FROM item_text WHERE fiscal_year = ? AND code = ?", (fiscal_year, code)
        )
    else:
        file.connection.execute(
            "INSERT INTO item_text (fiscal_year, code, text) VALUES (?, ?, ?)"
            " ON CONFLICT (fiscal_year, code) DO UPDATE SET text = excluded.text",
            (fiscal_year, code, text),
        )


def _remove_own_texts(file: DataFile, fiscal_year: int) -> None:
    file.connection.execute("DELETE FROM item_text WHERE fiscal_year = ?", (fiscal_year,))
