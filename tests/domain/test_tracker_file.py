"""Measures as plain data: nothing is lost on the way to JSON and back."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    State,
    Step,
    StepResult,
    Topic,
    TopicItem,
    Tracker,
)
from ita_desktop.domain.tracker_file import read_tracker, write_tracker

IDS = st.integers(1, 10**6)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
EXTRA = st.dictionaries(TEXTS.filter(bool), TEXTS, max_size=2)
RESULTS = st.builds(
    StepResult,
    state=st.sampled_from(State),
    result=TEXTS,
    problem=TEXTS,
    suggestion=TEXTS,
    outcome=TEXTS,
    percent=st.none() | st.integers(0, 100),
)
BY_ROUND = st.dictionaries(st.sampled_from([6, 12]), RESULTS, max_size=2)
ROW = {
    **dict.fromkeys(("text", "marker", "units", "period", "follow_up"), TEXTS),
    "id": IDS,
    "results": BY_ROUND,
    "extra": EXTRA,
}
STEPS = st.builds(Step, **ROW)
MEASURES = st.builds(Measure, **ROW, steps=st.lists(STEPS, max_size=2).map(tuple))
ITEMS = st.builds(
    TopicItem,
    id=IDS,
    criteria_year=st.integers(2540, 2643),
    code=TEXTS,
    text=TEXTS,
    score=st.none() | st.sampled_from(["0", "79.01", "100.00"]).map(Decimal),
    finding=TEXTS,
    extra=EXTRA,
)
TOPICS = st.builds(
    Topic,
    id=IDS,
    fiscal_year=st.just(2566),
    title=TEXTS,
    heading=TEXTS,
    group_lines=TEXTS,
    instrument=st.sampled_from(["", "IIT"]),
    band=st.none() | st.sampled_from(Band),
    items=st.lists(ITEMS, max_size=2).map(tuple),
    measures=st.lists(MEASURES, max_size=2).map(tuple),
)
TRACKERS = st.builds(
    Tracker,
    fiscal_year=st.just(2566),
    topics=st.lists(TOPICS, max_size=2).map(tuple),
    calendar=st.lists(
        st.builds(CalendarRow, id=IDS, stage=TEXTS, period=TEXTS, method=TEXTS), max_size=2
    ).map(tuple),
    closed=st.frozensets(st.sampled_from([6, 12])),
)


@given(TRACKERS)
def test_every_tracker_comes_back_from_json_unchanged(tracker: Tracker) -> None:
    text = json.dumps(write_tracker(tracker), ensure_ascii=False)
    assert read_tracker(json.loads(text)) == tracker


def test_what_was_never_written_is_refused() -> None:
    plain = write_tracker(Tracker(fiscal_year=2566))
    strange: list[dict[str, object]] = [
        {"topics": [{"name": "x"}]},
        {"closed": [7]},
        {"calendar": [{}]},
    ]
    for wrong in strange:
        with pytest.raises((LookupError, TypeError, ValueError)):
            read_tracker({**plain, **wrong})
