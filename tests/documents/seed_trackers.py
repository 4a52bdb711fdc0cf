"""The measures of the four seeds as a data file would keep them, made from their typed tables."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    Round,
    Step,
    StepResult,
    Topic,
    TopicItem,
    Tracker,
)
from ita_desktop.domain.numbered import split_numbered, without_marker
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.thai.digits import to_arabic_digits

FILES = Path(__file__).parents[1] / "files"
SEEDS = ("000", "001", "002", "003")
Grid = Sequence[Sequence[str]]

_CODE = re.compile(r"(?:ข้อ )?([iIeEO])([๐-๙]+) (.*)", re.DOTALL)
_TAG = re.compile(r"\s*\((IIT|EIT|OIT)\)\Z")


def seed(number: str) -> Mapping[str, Any]:
    """Return the tables of a seed as they were typed."""
    return json.loads((FILES / f"seed_{number}_measures.json").read_text("utf-8"))


def seed_office(number: str) -> Office:
    """Return the office of a seed; limits as its captions say them."""
    known = seed(number)["office"]
    limits = BandLimits(Decimal(85), Decimal(90)) if number == "000" else BandLimits()
    return Office(
        name=known["name"],
        kind=OfficeKind(known["kind"]),
        district=known["district"],
        province=known["province"],
        limits=limits,
    )


def seed_round(number: str) -> Round:
    """Return the round that a seed reports."""
    return 6 if number == "003" else 12


def seed_tracker(number: str) -> Tracker:
    """Return the measures of a seed."""
    numbers = count(1)
    papers = seed(number)["papers"]
    tables = papers[0]["tables"]
    make = {"000": _by_item, "001": _plan, "002": _by_step, "003": _by_group}[number]
    topics = tuple(make(tables, numbers))
    calendar: tuple[CalendarRow, ...] = ()
    if number == "001":
        rows = papers[1]["tables"][0]["rows"]
        calendar = tuple(
            CalendarRow(id=next(numbers), stage=a, period=b, method=c) for a, b, c in rows
        )
    return Tracker(fiscal_year=2566, topics=topics, calendar=calendar)


def _item(text: str, number: int) -> TopicItem:
    match = _CODE.match(text)
    if match is None:
        return TopicItem(id=number, criteria_year=2565, text=text)
    letter = match[1] if match[1] == "O" else match[1].lower()
    code = letter + to_arabic_digits(match[2])
    return TopicItem(id=number, criteria_year=2565, code=code, text=match[3])


def _with_steps(measure: Measure, text: str, numbers: Iterator[int]) -> Measure:
    """Return the measure with a cell's list as its steps, or its text as its own."""
    parts = split_numbered(text)
    if not parts:
        return replace(measure, text=text)
    steps = tuple(Step(id=next(numbers), marker=marker, text=one) for marker, one in parts)
    return replace(measure, steps=steps)


def _by_item(tables: Sequence[Mapping[str, Any]], numbers: Iterator[int]) -> Iterator[Topic]:
    for table, band in zip(tables, (Band.URGENT, Band.IMPROVE), strict=True):
        covered = {row + 1 for row, column, _ in table["merges"] if column == 3}
        topics: list[Topic] = []
        for place, cells in enumerate(table["rows"]):
            item = replace(
                _item(cells[0], next(numbers)),
                score=Decimal(to_arabic_digits(cells[1])),
                finding=cells[2],
            )
            if place in covered:
                topics[-1] = replace(topics[-1], items=(*topics[-1].items, item))
                continue
            measure = Measure(
                id=next(numbers),
                units=cells[4],
                follow_up=cells[5],
                results={12: StepResult(result=cells[6], outcome=cells[7])},
            )
            measure = _with_steps(measure, cells[3], numbers)
            topic = Topic(id=next(numbers), fiscal_year=2566, band=band)
            topics.append(replace(topic, items=(item,), measures=(measure,)))
        yield from topics


def _plan(tables: Sequence[Mapping[str, Any]], numbers: Iterator[int]) -> Iterator[Topic]:
    for text, steps, units, period, follow_up in tables[0]["rows"]:
        parts = split_numbered(steps) or (("", steps),)
        measure = Measure(
            id=next(numbers),
            text=text,
            units=units,
            period=period,
            follow_up=follow_up,
            steps=tuple(Step(id=next(numbers), marker=m, text=one) for m, one in parts),
        )
        yield Topic(id=next(numbers), fiscal_year=2566, measures=(measure,))


def _by_step(tables: Sequence[Mapping[str, Any]], numbers: Iterator[int]) -> Iterator[Topic]:
    table = tables[0]
    spans = {(row, column): rows for row, column, rows in table["merges"]}
    rows = table["rows"]
    starts = [place for place, cells in enumerate(rows) if cells[0]]
    for start in starts:
        size = spans.get((start, 0), 1)
        tag = _TAG.search(rows[start][0])
        assert tag is not None
        marker, text = without_marker(rows[start][0][: tag.start()])
        shared = [column for column in range(2, 6) if (start, column) in spans]
        of_measure = {column: rows[start][column] for column in shared}
        steps: list[Step] = []
        for cells in rows[start : start + size]:
            own = {column: "" if column in shared else cells[column] for column in range(2, 6)}
            step_marker, words = without_marker(cells[1])
            steps.append(
                Step(
                    id=next(numbers),
                    marker=step_marker,
                    text=words,
                    units=own[2],
                    period=own[3],
                    results={12: StepResult(result=own[4], suggestion=own[5])},
                )
            )
        measure = Measure(
            id=next(numbers),
            marker=marker,
            text=text,
            units=of_measure.get(2, ""),
            period=of_measure.get(3, ""),
            results={
                12: StepResult(result=of_measure.get(4, ""), suggestion=of_measure.get(5, ""))
            },
            steps=tuple(steps),
        )
        yield Topic(id=next(numbers), fiscal_year=2566, instrument=tag[1], measures=(measure,))


def _by_group(tables: Sequence[Mapping[str, Any]], numbers: Iterator[int]) -> Iterator[Topic]:
    for table in tables:
        for cells in table["rows"]:
            lines = cells[0].split("\n")
            items = tuple(_item(line, next(numbers)) for line in lines if _CODE.match(line))
            heading = "\n".join(line for line in lines if not _CODE.match(line))
            measure = Measure(id=next(numbers), units=cells[1], follow_up=cells[3], period=cells[4])
            yield Topic(
                id=next(numbers),
                fiscal_year=2566,
                heading=heading,
                group_lines="\n".join(table["lines"]),
                items=items,
                measures=(_with_steps(measure, cells[2], numbers),),
            )
