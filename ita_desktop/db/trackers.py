"""The measures of a fiscal year read as one ``Tracker``, whole or some of its topics."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import Kind, read_extra
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

_TEXTS: Final = ("text", "marker", "units", "period", "follow_up")
"""Columns that a measure and a step both have, called alike in the domain."""


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
                extra=read_extra(row[7]),
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
    for topic, number, extra, *texts in file.read(
        f"SELECT measure.topic, measure.id, measure.extra, {_texts_of(Kind.MEASURE)}"
        " FROM measure JOIN topic ON topic.id = measure.topic"
        f" WHERE {which} ORDER BY measure.position, measure.id",
        chosen,
    ):
        found.setdefault(topic, []).append(
            Measure(
                id=number,
                **dict(zip(_TEXTS, texts, strict=True)),
                extra=read_extra(extra),
                steps=tuple(steps.get(number, ())),
                results=results.get((Kind.MEASURE, number), {}),
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
    for measure, number, extra, *texts in file.read(
        f"SELECT step.measure, step.id, step.extra, {_texts_of(Kind.STEP)}"
        " FROM step JOIN measure ON measure.id = step.measure"
        " JOIN topic ON topic.id = measure.topic"
        f" WHERE {which} ORDER BY step.position, step.id",
        chosen,
    ):
        found.setdefault(measure, []).append(
            Step(
                id=number,
                **dict(zip(_TEXTS, texts, strict=True)),
                extra=read_extra(extra),
                results=results.get((Kind.STEP, number), {}),
            )
        )
    return found


def _texts_of(kind: Kind) -> str:
    return ", ".join(f"{kind}.{column}" for column in _TEXTS)


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
