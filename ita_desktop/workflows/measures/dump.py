"""What a dump says of measures: every key always there, texts as stored, in the paper's order."""

import json
from typing import Any

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import edited_texts_of_year
from ita_desktop.db.suggestions import own_suggestions
from ita_desktop.db.trackers import load_calendar, load_tracker
from ita_desktop.documents.layout import write_layout
from ita_desktop.domain.measures import Measure, Results, Step, StepResult, Topic, TopicItem
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.layouts import own_layouts
from ita_desktop.workflows.rounds import closed_moments


def dump_measures(file: DataFile, fiscal_year: int) -> dict[str, Any]:
    """Return what a year has of measures.

    ``measures`` are its topics, ``closed_rounds`` the moments by round, ``paper_texts`` by paper.
    """
    return {
        "measures": [_topic(topic) for topic in load_tracker(file, fiscal_year).topics],
        "calendar": [
            {"id": row.id, "stage": row.stage, "period": row.period, "method": row.method}
            for row in load_calendar(file, fiscal_year)
        ],
        "closed_rounds": {
            str(months): moment.isoformat()
            for months, moment in sorted(closed_moments(file, fiscal_year).items())
        },
        "paper_texts": {
            paper: dict(texts)
            for paper, texts in sorted(edited_texts_of_year(file, fiscal_year).items())
        },
    }


def dump_layouts(file: DataFile) -> list[dict[str, Any]]:
    """Return the office's own layouts; a note where a newer program wrote one."""
    try:
        return [json.loads(write_layout(layout)) for layout in own_layouts(file)]
    except ClerkError as unknown:
        return [{"note": str(unknown)}]


def dump_suggestions(file: DataFile) -> list[dict[str, Any]]:
    """Return the examples of measures that the office keeps."""
    return [
        {
            "key": one.key,
            "indicator": str(one.indicator),
            "finding": one.finding,
            "measure": one.measure,
            "steps": list(one.steps),
            "follow_up": one.follow_up,
            "replaces": one.replaces,
        }
        for one in own_suggestions(file)
    ]


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "id": topic.id,
        "title": topic.title,
        "heading": topic.heading,
        "group_lines": topic.group_lines,
        "instrument": topic.instrument,
        "band": None if topic.band is None else topic.band.value,
        "items": [_item(item) for item in topic.items],
        "measures": [
            {**_done(measure), "steps": [_done(step) for step in measure.steps]}
            for measure in topic.measures
        ],
    }


def _item(item: TopicItem) -> dict[str, Any]:
    return {
        "id": item.id,
        "criteria_year": str(item.criteria_year),
        "code": item.code,
        "text": item.text,
        "score": None if item.score is None else str(item.score),
        "finding": item.finding,
        "extra": dict(item.extra),
    }


def _done(one: Measure | Step) -> dict[str, Any]:
    return {
        "id": one.id,
        "marker": one.marker,
        "text": one.text,
        "units": one.units,
        "period": one.period,
        "follow_up": one.follow_up,
        "extra": dict(one.extra),
        "results": dump_results(one.results),
    }


def dump_results(results: Results) -> dict[str, Any]:
    """Return what was reported of a row, by round."""
    return {str(months): _result(told) for months, told in sorted(results.items())}


def _result(told: StepResult) -> dict[str, Any]:
    return {
        "state": told.state.value,
        "result": told.result,
        "problem": told.problem,
        "suggestion": told.suggestion,
        "outcome": told.outcome,
        "percent": None if told.percent is None else str(told.percent),
    }
