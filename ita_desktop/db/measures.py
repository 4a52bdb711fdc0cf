"""Reads and writes of measures: topics, items, measures, steps, results, the calendar.

Each kind of row is a table; ``Kind`` names it. All writes are made inside a deed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    Round,
    State,
    Step,
    StepResult,
    Topic,
    TopicItem,
    Tracker,
)

Value = str | int | None


class Kind(StrEnum):
    """The rows a tracker is made of, by their tables."""

    TOPIC = "topic"
    ITEM = "topic_item"
    MEASURE = "measure"
    STEP = "step"
    CALENDAR = "calendar_row"


PARENT: Final[Mapping[Kind, str]] = {
    Kind.TOPIC: "fiscal_year",
    Kind.ITEM: "topic",
    Kind.MEASURE: "topic",
    Kind.STEP: "measure",
    Kind.CALENDAR: "fiscal_year",
}
"""The column that names what a row belongs to."""
_CHILDREN: Final[Mapping[Kind, tuple[Kind, ...]]] = {
    Kind.TOPIC: (Kind.ITEM, Kind.MEASURE),
    Kind.MEASURE: (Kind.STEP,),
}
_FREE: Final = "extra:"
"""Before the name of a free column."""
_DONE_BY: Final = (Kind.MEASURE, Kind.STEP)
"""Kinds that have results."""


def load_tracker(file: DataFile, fiscal_year: int, topics: Iterable[int] | None = None) -> Tracker:
    """Return the measures of a year; with ``topics`` only the topics with these numbers."""
    which, chosen = "topic.fiscal_year = ?", (fiscal_year,)
    if topics is not None:
        numbers = ", ".join(str(int(number)) for number in topics)
        which += f" AND topic.id IN ({numbers})"
    with file.understanding("มาตรการ"):
        results = _results(file, which, chosen)
        steps = _steps(file, which, chosen, results)
        measures = _measures(file, which, chosen, steps, results)
        items = _items(file, which, chosen)
        rows = file.read(
            "SELECT id, title, heading, group_lines, instrument, band FROM topic"
            f" WHERE {which} ORDER BY position, id",
            chosen,
        )
        return Tracker(
            fiscal_year=fiscal_year,
            topics=tuple(
                Topic(
                    id=row[0],
                    fiscal_year=fiscal_year,
                    title=row[1],
                    heading=row[2],
                    group_lines=row[3],
                    instrument=row[4],
                    band=Band(row[5]) if row[5] else None,
                    items=tuple(items.get(row[0], ())),
                    measures=tuple(measures.get(row[0], ())),
                )
                for row in rows
            ),
            calendar=load_calendar(file, fiscal_year),
            closed=closed_rounds(file, fiscal_year),
        )


def _items(file: DataFile, which: str, chosen: tuple[int, ...]) -> dict[int, list[TopicItem]]:
    found: dict[int, list[TopicItem]] = {}
    for row in file.read(
        "SELECT topic_item.topic, topic_item.id, criteria_year, code, text, score, finding, extra"
        " FROM topic_item JOIN topic ON topic.id = topic_item.topic"
        f" WHERE {which} ORDER BY topic_item.position, topic_item.id",
        chosen,
    ):
        found.setdefault(row[0], []).append(
            TopicItem(
                id=row[1],
                criteria_year=row[2],
                code=row[3],
                text=row[4],
                score=Decimal(row[5]) if row[5] else None,
                finding=row[6],
                extra=_extra(row[7]),
            )
        )
    return found


def _measures(
    file: DataFile,
    which: str,
    chosen: tuple[int, ...],
    steps: Mapping[int, Sequence[Step]],
    results: Mapping[tuple[Kind, int], dict[Round, StepResult]],
) -> dict[int, list[Measure]]:
    found: dict[int, list[Measure]] = {}
    for row in file.read(
        "SELECT measure.topic, measure.id, text, marker, units, period, follow_up, extra"
        " FROM measure JOIN topic ON topic.id = measure.topic"
        f" WHERE {which} ORDER BY measure.position, measure.id",
        chosen,
    ):
        found.setdefault(row[0], []).append(
            Measure(
                id=row[1],
                text=row[2],
                marker=row[3],
                units=row[4],
                period=row[5],
                follow_up=row[6],
                extra=_extra(row[7]),
                steps=tuple(steps.get(row[1], ())),
                results=results.get((Kind.MEASURE, row[1]), {}),
            )
        )
    return found


def _steps(
    file: DataFile,
    which: str,
    chosen: tuple[int, ...],
    results: Mapping[tuple[Kind, int], dict[Round, StepResult]],
) -> dict[int, list[Step]]:
    found: dict[int, list[Step]] = {}
    for row in file.read(
        "SELECT step.measure, step.id, step.text, step.marker, step.units, step.period,"
        " step.follow_up, step.extra FROM step JOIN measure ON measure.id = step.measure"
        " JOIN topic ON topic.id = measure.topic"
        f" WHERE {which} ORDER BY step.position, step.id",
        chosen,
    ):
        found.setdefault(row[0], []).append(
            Step(
                id=row[1],
                text=row[2],
                marker=row[3],
                units=row[4],
                period=row[5],
                follow_up=row[6],
                extra=_extra(row[7]),
                results=results.get((Kind.STEP, row[1]), {}),
            )
        )
    return found


def _results(
    file: DataFile, which: str, chosen: tuple[int, ...]
) -> dict[tuple[Kind, int], dict[Round, StepResult]]:
    found: dict[tuple[Kind, int], dict[Round, StepResult]] = {}
    columns = "round, state, result, problem, suggestion, outcome, percent"
    for kind, joined in (
        (Kind.MEASURE, "JOIN measure ON measure.id = step_result.measure"),
        (
            Kind.STEP,
            "JOIN step ON step.id = step_result.step JOIN measure ON measure.id = step.measure",
        ),
    ):
        for row in file.read(
            f"SELECT step_result.{kind}, {columns} FROM step_result {joined}"
            f" JOIN topic ON topic.id = measure.topic WHERE {which}",
            chosen,
        ):
            found.setdefault((kind, row[0]), {})[row[1]] = StepResult(
                state=State(row[2]),
                result=row[3],
                problem=row[4],
                suggestion=row[5],
                outcome=row[6],
                percent=row[7],
            )
    return found


def load_calendar(file: DataFile, fiscal_year: int) -> tuple[CalendarRow, ...]:
    """Return the rows of ขั้นตอน ระยะเวลา และวิธีปฏิบัติ of a year."""
    rows = file.read(
        "SELECT id, stage, period, method FROM calendar_row WHERE fiscal_year = ?"
        " ORDER BY position, id",
        (fiscal_year,),
    )
    return tuple(CalendarRow(id=row[0], stage=row[1], period=row[2], method=row[3]) for row in rows)


def closed_rounds(file: DataFile, fiscal_year: int) -> frozenset[Round]:
    """Return the rounds of a year whose report is frozen."""
    rows = file.read("SELECT round FROM closed_round WHERE fiscal_year = ?", (fiscal_year,))
    return frozenset(row[0] for row in rows)


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
    """Return the text of an item, a measure or a step; None where the row is gone."""
    rows = file.read(f"SELECT text FROM {kind} WHERE id = ?", (number,))
    return str(rows[0][0]) if rows else None


def change_row(file: DataFile, kind: Kind, number: int, values: Mapping[str, Value]) -> None:
    """Write columns of a row."""
    sets = ", ".join(f"{column} = ?" for column in values)
    file.connection.execute(f"UPDATE {kind} SET {sets} WHERE id = ?", (*values.values(), number))


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
    if kind in _DONE_BY:
        file.connection.execute(f"DELETE FROM step_result WHERE {kind} = ?", (number,))
    file.connection.execute(f"DELETE FROM {kind} WHERE id = ?", (number,))


def put_result(
    file: DataFile, kind: Kind, number: int, months: Round, values: Mapping[str, Value]
) -> None:
    """Write fields of what a measure or a step reports in a round; an empty report goes."""
    rows = file.read(f"SELECT id FROM step_result WHERE {kind} = ? AND round = ?", (number, months))
    if rows:
        sets = ", ".join(f"{column} = ?" for column in values)
        file.connection.execute(
            f"UPDATE step_result SET {sets} WHERE id = ?", (*values.values(), rows[0][0])
        )
        file.connection.execute(
            "DELETE FROM step_result WHERE id = ? AND state = '' AND result = '' AND problem = ''"
            " AND suggestion = '' AND outcome = '' AND percent IS NULL",
            (rows[0][0],),
        )
    elif any(value not in ("", None) for value in values.values()):
        columns = {str(kind): number, "round": months, **values}
        marks = ", ".join("?" * len(columns))
        file.connection.execute(
            f"INSERT INTO step_result ({', '.join(columns)}) VALUES ({marks})",
            tuple(columns.values()),
        )


def put_extra(file: DataFile, kind: Kind, number: int, name: str, text: str) -> None:
    """Write one free column of an item, a measure or a step."""
    rows = file.read(f"SELECT extra FROM {kind} WHERE id = ?", (number,))
    with file.understanding("มาตรการ"):
        values = _extra(rows[0][0]) if rows else {}
    change_row(file, kind, number, {"extra": write_extra({**values, name: text})})


def write_extra(values: Mapping[str, str]) -> str:
    """Return free columns as they are kept; empty ones are left out."""
    kept = {name: text for name, text in values.items() if text}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""


def _extra(text: str) -> dict[str, str]:
    values: dict[object, object] = dict(json.loads(text)) if text else {}
    return {str(name): str(value) for name, value in values.items()}
