"""What a topic and all that belongs to it is written as: columns of rows, whole topics at once."""

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value, add_row, put_result, write_extra
from ita_desktop.domain.measures import Measure, Step, StepResult, Topic, TopicItem


def topic_columns(topic: Topic) -> dict[str, Value]:
    """Return a topic as its own row keeps it."""
    return {
        "title": topic.title,
        "heading": topic.heading,
        "group_lines": topic.group_lines,
        "instrument": topic.instrument,
        "band": "" if topic.band is None else topic.band.value,
    }


def item_columns(item: TopicItem) -> dict[str, Value]:
    """Return an item as its row keeps it."""
    return {
        "criteria_year": item.criteria_year,
        "code": item.code,
        "text": item.text,
        "score": "" if item.score is None else str(item.score),
        "finding": item.finding,
        "extra": write_extra(item.extra),
    }


def work_columns(work: Measure | Step) -> dict[str, Value]:
    """Return a measure or a step as its row keeps it, without what it reports."""
    return {
        "text": work.text,
        "marker": work.marker,
        "units": work.units,
        "period": work.period,
        "follow_up": work.follow_up,
        "extra": write_extra(work.extra),
    }


def result_columns(told: StepResult) -> dict[str, Value]:
    """Return what was reported in a round as its row keeps it."""
    return {
        "state": told.state.value,
        "result": told.result,
        "problem": told.problem,
        "suggestion": told.suggestion,
        "outcome": told.outcome,
        "percent": told.percent,
    }


def add_topic(file: DataFile, fiscal_year: int, topic: Topic) -> int:
    """Add a topic with items, measures, steps and reports, inside a deed; return its number.

    The numbers that its parts have are not looked at: each gets one of its own.
    """
    number = add_row(file, Kind.TOPIC, fiscal_year, topic_columns(topic))
    for item in topic.items:
        add_row(file, Kind.ITEM, number, item_columns(item))
    for measure in topic.measures:
        parent = _add_work(file, Kind.MEASURE, number, measure)
        for step in measure.steps:
            _add_work(file, Kind.STEP, parent, step)
    return number


def _add_work(file: DataFile, kind: Kind, parent: int, work: Measure | Step) -> int:
    number = add_row(file, kind, parent, work_columns(work))
    for months, told in work.results.items():
        put_result(file, kind, number, months, result_columns(told))
    return number
