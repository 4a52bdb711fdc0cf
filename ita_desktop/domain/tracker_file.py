"""The measures of a year as plain data and back: how a closed round keeps them."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    Step,
    Topic,
    TopicItem,
    Tracker,
)
from ita_desktop.domain.results_file import filled, plain_results, read_results, read_round


def write_tracker(tracker: Tracker) -> dict[str, Any]:
    """Return the tracker as plain data that ``read_tracker`` takes back unchanged."""
    return {
        "fiscal_year": tracker.fiscal_year,
        "topics": [_plain_topic(topic) for topic in tracker.topics],
        "calendar": [
            filled(id=row.id, stage=row.stage, period=row.period, method=row.method)
            for row in tracker.calendar
        ],
        "closed": sorted(tracker.closed),
    }


def read_tracker(plain: Mapping[str, Any]) -> Tracker:
    """Return the tracker that plain data describe.

    Raises LookupError, TypeError or ValueError for what ``write_tracker`` never wrote.
    """
    return Tracker(
        fiscal_year=int(plain["fiscal_year"]),
        topics=tuple(map(_topic, plain["topics"])),
        calendar=tuple(CalendarRow(**row) for row in plain["calendar"]),
        closed=frozenset(read_round(str(months)) for months in plain["closed"]),
    )


def _plain_topic(topic: Topic) -> dict[str, Any]:
    return filled(
        id=topic.id,
        fiscal_year=topic.fiscal_year,
        title=topic.title,
        heading=topic.heading,
        group_lines=topic.group_lines,
        instrument=topic.instrument,
        band=None if topic.band is None else topic.band.value,
        items=[_plain_item(item) for item in topic.items],
        measures=[_plain_measure(measure) for measure in topic.measures],
    )


def _plain_item(item: TopicItem) -> dict[str, Any]:
    return filled(
        id=item.id,
        criteria_year=item.criteria_year,
        code=item.code,
        text=item.text,
        score=None if item.score is None else str(item.score),
        finding=item.finding,
        extra=dict(item.extra),
    )


def _plain_measure(measure: Measure) -> dict[str, Any]:
    return _plain_row(measure) | filled(steps=[_plain_row(step) for step in measure.steps])


def _plain_row(row: Measure | Step) -> dict[str, Any]:
    return filled(
        id=row.id,
        text=row.text,
        marker=row.marker,
        units=row.units,
        period=row.period,
        follow_up=row.follow_up,
        results=plain_results(row.results),
        extra=dict(row.extra),
    )


def _topic(plain: Mapping[str, Any]) -> Topic:
    values: dict[str, Any] = {
        **plain,
        "band": Band(plain["band"]) if "band" in plain else None,
        "items": tuple(map(_item, plain.get("items", ()))),
        "measures": tuple(map(_measure, plain.get("measures", ()))),
    }
    return Topic(**values)


def _item(plain: Mapping[str, Any]) -> TopicItem:
    score = Decimal(plain["score"]) if "score" in plain else None
    values: dict[str, Any] = {**plain, "score": score}
    return TopicItem(**values)


def _measure(plain: Mapping[str, Any]) -> Measure:
    values = _row(plain)
    values["steps"] = tuple(Step(**_row(step)) for step in plain.get("steps", ()))
    return Measure(**values)


def _row(plain: Mapping[str, Any]) -> dict[str, Any]:
    return {**plain, "results": read_results(plain.get("results", {}))}
