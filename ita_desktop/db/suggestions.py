"""Reads and writes of the examples an office wrote, also in the place of those that ship."""

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.suggestions import Origin, Suggestion

_OWN = "own:"


def own_suggestions(file: DataFile) -> tuple[Suggestion, ...]:
    """Return the office's examples in the order they were made, also those that only hide one."""
    rows = file.read(
        "SELECT id, indicator, finding, measure, steps, follow_up, replaces FROM suggestion"
        " ORDER BY id"
    )
    return tuple(
        Suggestion(
            key=f"{_OWN}{row[0]}",
            indicator=row[1],
            finding=row[2],
            measure=row[3],
            steps=tuple(filter(None, row[4].split("\n"))),
            follow_up=row[5],
            replaces=row[6],
            origin=Origin.OFFICE,
        )
        for row in rows
    )


def put_suggestion(file: DataFile, suggestion: Suggestion) -> None:
    """Keep an example: in its row where it has one, else in a new row; inside a deed."""
    values = (
        suggestion.indicator,
        suggestion.finding,
        suggestion.measure,
        "\n".join(suggestion.steps),
        suggestion.follow_up,
        suggestion.replaces,
    )
    if suggestion.key.startswith(_OWN):
        file.connection.execute(
            "UPDATE suggestion SET indicator = ?, finding = ?, measure = ?, steps = ?,"
            " follow_up = ?, replaces = ? WHERE id = ?",
            (*values, _number(suggestion)),
        )
    else:
        file.connection.execute(
            "INSERT INTO suggestion (indicator, finding, measure, steps, follow_up, replaces)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            values,
        )


def remove_suggestion(file: DataFile, suggestion: Suggestion) -> None:
    """Take an example of the office's away; inside a deed."""
    file.connection.execute("DELETE FROM suggestion WHERE id = ?", (_number(suggestion),))


def _number(suggestion: Suggestion) -> int:
    return int(suggestion.key.removeprefix(_OWN))
