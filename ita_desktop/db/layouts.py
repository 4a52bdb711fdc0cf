"""Reads and writes of the office's own table layouts and of the texts it edited on its papers."""

from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile


def own_layouts(file: DataFile) -> Mapping[str, str]:
    """Return the office's layouts as JSON texts by id, in the order they were made."""
    return {
        str(row[0]): str(row[1])
        for row in file.read("SELECT key, document FROM layout ORDER BY id")
    }


def put_layout(file: DataFile, layout_id: str, document: str) -> None:
    """Keep a layout; inside a deed."""
    file.connection.execute(
        "INSERT INTO layout (key, document) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET document = excluded.document",
        (layout_id, document),
    )


def remove_layout(file: DataFile, layout_id: str) -> None:
    """Take a layout away, and the texts that were edited on its papers; inside a deed.

    A later layout may get the same id.
    """
    file.connection.execute("DELETE FROM layout WHERE key = ?", (layout_id,))
    file.connection.execute(
        "DELETE FROM paper_text WHERE paper IN (?, ? || '/6', ? || '/12')", (layout_id,) * 3
    )


def paper_texts(file: DataFile, fiscal_year: int, paper: str) -> Mapping[str, str]:
    """Return the texts that were edited on a paper of a year, by name."""
    rows = file.read(
        "SELECT name, text FROM paper_text WHERE fiscal_year = ? AND paper = ? ORDER BY id",
        (fiscal_year, paper),
    )
    return {str(row[0]): str(row[1]) for row in rows}


def put_paper_text(
    file: DataFile, fiscal_year: int, paper: str, name: str, text: str | None
) -> None:
    """Keep an edited text of a paper, or go back to the usual one with None; inside a deed."""
    if text is None:
        file.connection.execute(
            "DELETE FROM paper_text WHERE fiscal_year = ? AND paper = ? AND name = ?",
            (fiscal_year, paper, name),
        )
    else:
        file.connection.execute(
            "INSERT INTO paper_text (fiscal_year, paper, name, text) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (fiscal_year, paper, name) DO UPDATE SET text = excluded.text",
            (fiscal_year, paper, name, text),
        )
