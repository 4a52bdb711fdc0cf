"""Rows in order under a parent, one by one: of measures, of the calendar, of risks and of a plan.

Each kind of row is a table; ``Kind`` names it. All writes are made inside a deed. A year as a whole
is read by ``db.trackers`` and ``db.registers``, a plan by ``db.plans``.
"""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.measures import Round

Value = str | int | None


class Kind(StrEnum):
    """The rows a tracker, a risk register and a plan are made of, by their tables."""

    TOPIC = "topic"
    ITEM = "topic_item"
    MEASURE = "measure"
    STEP = "step"
    CALENDAR = "calendar_row"
    PROCESS = "process"
    RISK = "risk"
    TREATMENT = "treatment"
    GOAL = "goal"
    SECTION = "section"
    PROJECT = "project"


PARENT: Final[Mapping[Kind, str]] = {
    Kind.TOPIC: "fiscal_year",
    Kind.ITEM: "topic",
    Kind.MEASURE: "topic",
    Kind.STEP: "measure",
    Kind.CALENDAR: "fiscal_year",
    Kind.PROCESS: "fiscal_year",
    Kind.RISK: "process",
    Kind.TREATMENT: "process",
    Kind.GOAL: "plan",
    Kind.SECTION: "plan",
    Kind.PROJECT: "section",
}
"""The column that names what a row belongs to."""
_CHILDREN: Final[Mapping[Kind, tuple[Kind, ...]]] = {
    Kind.TOPIC: (Kind.ITEM, Kind.MEASURE),
    Kind.MEASURE: (Kind.STEP,),
    Kind.PROCESS: (Kind.TREATMENT, Kind.RISK),
    Kind.SECTION: (Kind.PROJECT,),
}
_FREE: Final = "extra:"
"""Before the name of a free column."""
_RESULTS: Final[Mapping[Kind, str]] = {
    Kind.MEASURE: "step_result",
    Kind.STEP: "step_result",
    Kind.TREATMENT: "treatment_result",
}
"""The table of what a row reports in a round."""
_POINTING: Final[Mapping[Kind, tuple[tuple[str, str], ...]]] = {
    Kind.MEASURE: (("treatment", "measure"),),
    Kind.RISK: (("risk", "previous"),),
    Kind.PROJECT: (("project", "previous"),),
}
"""Columns that point at a row without belonging to it: they forget it when it goes."""
_JOINED: Final[Mapping[Kind, tuple[tuple[str, str], ...]]] = {
    Kind.RISK: (("project_risk", "risk"),),
    Kind.TREATMENT: (("treatment_project", "id"),),
    Kind.GOAL: (("goal_year", "goal"),),
    Kind.SECTION: (("project_place", "section"),),
    Kind.PROJECT: (
        *(("project_year", "project"), ("project_result", "project")),
        *(("project_place", "project"), ("project_item", "project")),
        *(("project_risk", "project"), ("treatment_project", "project")),
    ),
}
"""Rows that say something of a row, or join it with another: they go with it."""


def result_table(kind: Kind) -> str:
    """Return the table that holds what rows of a kind report. Raises KeyError for the others."""
    return _RESULTS[kind]


def add_row(
    file: DataFile,
    kind: Kind,
    parent: int,
    values: Mapping[str, Value],
    before: int | None = None,
) -> int:
    """Add a row at the end of its siblings, or before the sibling ``before``; return its number.

    Values named ``extra:`` are of free columns. Raises ValueError where ``before`` is no sibling.
    """
    free = {name: str(value or "") for name, value in values.items() if name.startswith(_FREE)}
    if free:
        plain = {name: value for name, value in values.items() if name not in free}
        extra = write_extra({name.removeprefix(_FREE): text for name, text in free.items()})
        values = {**plain, "extra": extra}
    last = file.read(f"SELECT max(position) FROM {kind} WHERE {PARENT[kind]} = ?", (parent,))
    position = 0 if last[0][0] is None else last[0][0] + 1
    columns = {PARENT[kind]: parent, "position": position, **values}
    marks = ", ".join("?" * len(columns))
    cursor = file.connection.execute(
        f"INSERT INTO {kind} ({', '.join(columns)}) VALUES ({marks})", tuple(columns.values())
    )
    number = int(cursor.lastrowid or 0)
    if before is not None:
        siblings = [one for one in siblings_of(file, kind, parent) if one != number]
        place = siblings.index(before)
        order_rows(file, kind, (*siblings[:place], number, *siblings[place:]))
    return number


def siblings_of(file: DataFile, kind: Kind, parent: int) -> tuple[int, ...]:
    """Return the numbers of the rows that belong to ``parent``, in order."""
    rows = file.read(
        f"SELECT id FROM {kind} WHERE {PARENT[kind]} = ? ORDER BY position, id", (parent,)
    )
    return tuple(row[0] for row in rows)


def parent_of(file: DataFile, kind: Kind, number: int) -> int | None:
    """Return what a row belongs to, or None where the row is gone."""
    rows = file.read(f"SELECT {PARENT[kind]} FROM {kind} WHERE id = ?", (number,))
    return int(rows[0][0]) if rows else None


def text_of(file: DataFile, kind: Kind, number: int) -> str | None:
    """Return the text of an item, measure or step, the name of a project; None: it is gone."""
    column = "name" if kind in (Kind.SECTION, Kind.PROJECT) else "text"
    rows = file.read(f"SELECT {column} FROM {kind} WHERE id = ?", (number,))
    return str(rows[0][0]) if rows else None


def change_row(file: DataFile, kind: Kind, number: int, values: Mapping[str, Value]) -> None:
    """Write columns of a row."""
    sets = ", ".join(f"{column} = ?" for column in values)
    file.connection.execute(f"UPDATE {kind} SET {sets} WHERE id = ?", (*values.values(), number))


def change_parent(file: DataFile, kind: Kind, number: int, parent: int) -> None:
    """Let a row belong to another; a risk takes its own treatments along."""
    change_row(file, kind, number, {PARENT[kind]: parent})
    if kind is Kind.RISK:
        file.connection.execute("UPDATE treatment SET process = ? WHERE risk = ?", (parent, number))
    elif kind is Kind.TREATMENT:
        change_row(file, kind, number, {"risk": None})


def order_rows(file: DataFile, kind: Kind, numbers: Sequence[int]) -> None:
    """Put siblings in the order given."""
    for position, number in enumerate(numbers):
        file.connection.execute(
            f"UPDATE {kind} SET position = ? WHERE id = ? AND position <> ?",
            (position, number, position),
        )


def remove_row(file: DataFile, kind: Kind, number: int) -> None:
    """Take a row away with everything that belongs to it."""
    for child in _CHILDREN.get(kind, ()):
        for one in siblings_of(file, child, number):
            remove_row(file, child, one)
    if kind in _RESULTS:
        file.connection.execute(f"DELETE FROM {_RESULTS[kind]} WHERE {kind} = ?", (number,))
    if kind is Kind.RISK:
        for (own,) in file.read("SELECT id FROM treatment WHERE risk = ?", (number,)):
            remove_row(file, Kind.TREATMENT, own)
    for table, column in _JOINED.get(kind, ()):
        file.connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))
    for table, column in _POINTING.get(kind, ()):
        file.connection.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", (number,))
    file.connection.execute(f"DELETE FROM {kind} WHERE id = ?", (number,))


def put_result(
    file: DataFile, kind: Kind, number: int, months: Round, values: Mapping[str, Value]
) -> None:
    """Write fields of what a row reports in a round; an empty report goes."""
    table = _RESULTS[kind]
    rows = file.read(f"SELECT id FROM {table} WHERE {kind} = ? AND round = ?", (number, months))
    if rows:
        sets = ", ".join(f"{column} = ?" for column in values)
        file.connection.execute(
            f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), rows[0][0])
        )
        file.connection.execute(
            f"DELETE FROM {table} WHERE id = ? AND state = '' AND result = '' AND problem = ''"
            " AND suggestion = '' AND outcome = '' AND percent IS NULL",
            (rows[0][0],),
        )
    elif any(value not in ("", None) for value in values.values()):
        columns = {str(kind): number, "round": months, **values}
        marks = ", ".join("?" * len(columns))
        file.connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            tuple(columns.values()),
        )


def put_extra(file: DataFile, kind: Kind, number: int, name: str, text: str) -> None:
    """Write one free column of an item, a measure or a step."""
    rows = file.read(f"SELECT extra FROM {kind} WHERE id = ?", (number,))
    with file.understanding("มาตรการ"):
        values = read_extra(rows[0][0]) if rows else {}
    change_row(file, kind, number, {"extra": write_extra({**values, name: text})})


def write_extra(values: Mapping[str, str]) -> str:
    """Return free columns as they are kept; empty ones are left out."""
    kept = {name: text for name, text in values.items() if text}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""


def read_extra(text: str) -> dict[str, str]:
    """Return free columns of what ``write_extra`` made of them."""
    values: dict[object, object] = dict(json.loads(text)) if text else {}
    return {str(name): str(value) for name, value in values.items()}
