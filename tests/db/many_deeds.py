"""A file with very many deeds, written by plain SQL: by deeds it would take a minute."""

import json
from collections.abc import Iterator
from typing import Any

from ita_desktop.db.change_log import log_triggers
from ita_desktop.db.data_file import DataFile

FIRST_DAY = "2026-01-01T00:00:00.000+00:00"


def add_deeds(file: DataFile, deeds: int) -> None:
    """Add ``deeds`` edits, each of one score that is there, as if somebody had made them."""
    connection = file.connection
    values: dict[int, str] = dict(connection.execute("SELECT id, value FROM score ORDER BY id"))
    codes: dict[int, str] = dict(connection.execute("SELECT id, code FROM score"))
    rows = list(values)
    newest = file.latest_deed() or 0

    def edits() -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
        for number in range(deeds):
            row, new = rows[number % len(rows)], f"{number % 90}.{number % 100:02}"
            deed = newest + number + 1
            sides = [json.dumps({"value": value}) for value in (values[row], new)]
            values[row] = new
            yield (deed, f"แก้คะแนน {codes[row]}", FIRST_DAY), (deed, row, *sides)

    made = list(edits())
    connection.execute("BEGIN")
    connection.execute("DROP TRIGGER log_score_update")
    connection.executemany(
        "INSERT INTO deed (id, name, at, person, kind, state)"
        " VALUES (?, ?, ?, 'สมชาย', 'edit', 'done')",
        [deed for deed, _ in made],
    )
    connection.executemany(
        "INSERT INTO change (deed, table_name, row_id, old, new) VALUES (?, 'score', ?, ?, ?)",
        [change for _, change in made],
    )
    connection.executemany(
        "UPDATE score SET value = ? WHERE id = ?", [(new, row) for row, new in values.items()]
    )
    connection.execute(log_triggers(connection, "score")[2])
    connection.execute("COMMIT")
