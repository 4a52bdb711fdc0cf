"""What a step takes from its measure, and what follows from a topic's items."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.due import Due, due_of
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    State,
    Step,
    StepResult,
    Topic,
    TopicItem,
    Tracker,
    follow_up_of,
    instrument_of,
    period_of,
    result_of,
    steps_or_whole,
    topic_band,
    units_of,
)

LIMITS = BandLimits()
texts = st.sampled_from(("", "ก", "ข"))
results = st.builds(
    StepResult,
    state=st.sampled_from(State),
    result=texts,
    problem=texts,
    suggestion=texts,
    outcome=texts,
    percent=st.sampled_from((None, 0, 40, 100)),
)


def item(code: str, score: str | None = None) -> TopicItem:
    return TopicItem(
        id=1, criteria_year=2565, code=code, score=None if score is None else Decimal(score)
    )


def topic(*items: TopicItem, **own: str) -> Topic:
    return Topic(id=1, fiscal_year=2566, items=items, instrument=own.get("instrument", ""))


@given(own=results, shared=results)
def test_each_field_a_step_leaves_empty_is_its_measures(
    own: StepResult, shared: StepResult
) -> None:
    step = Step(id=1, results={6: own})
    measure = Measure(id=2, steps=(step,), results={6: shared})
    told = result_of(measure, step, 6)
    for field in fields(StepResult):
        mine, theirs = getattr(own, field.name), getattr(shared, field.name)
        empty = mine is None if field.name == "percent" else mine in ("", State.UNTOLD)
        assert getattr(told, field.name) == (theirs if empty else mine)
    assert result_of(measure, None, 6) == shared
    assert result_of(measure, step, 12) == StepResult()
    assert result_of(replace(measure, results={}), step, 6) == own


@pytest.mark.parametrize(
    ("field", "read"), [("units", units_of), ("period", period_of), ("follow_up", follow_up_of)]
)
def test_what_a_step_does_not_say_its_measure_says(field: str, read: object) -> None:
    assert callable(read)
    measure = replace(Measure(id=1), **{field: "ของมาตรการ"})
    own = replace(Step(id=2), **{field: "ของตนเอง"})
    assert read(measure, Step(id=2)) == "ของมาตรการ"
    assert read(measure, own) == "ของตนเอง"
    assert read(measure, None) == "ของมาตรการ"


def test_nothing_reported_is_empty_and_nought_per_cent_is_not() -> None:
    assert StepResult().is_empty
    assert not StepResult(percent=0).is_empty
    assert not StepResult(state=State.NOT_STARTED).is_empty


@pytest.mark.parametrize(
    ("items", "own", "instrument"),
    [
        ((item("i7"), item("e1")), "", "IIT"),
        ((item(""), item("e1")), "", "EIT"),
        ((item("O22"),), "", "OIT"),
        ((item("x1"),), "", ""),
        ((), "", ""),
        ((item("i7"),), "OIT", "OIT"),
    ],
)
def test_the_instrument_follows_from_the_first_code_or_is_said(
    items: tuple[TopicItem, ...], own: str, instrument: str
) -> None:
    assert instrument_of(topic(*items, instrument=own)) == instrument


def test_the_band_is_that_of_the_lowest_score_or_the_topics_own() -> None:
    made = topic(item("i7", "96"), item("i8"), item("i9", "89.99"))
    assert made.lowest_score == Decimal("89.99")
    assert topic_band(made, LIMITS) is Band.URGENT
    assert topic_band(replace(made, band=Band.KEEP), LIMITS) is Band.KEEP
    assert topic_band(topic(item("i7", "0")), LIMITS) is Band.URGENT
    assert topic(item("i8")).lowest_score is None
    assert topic_band(topic(item("i8")), LIMITS) is None


def test_a_measure_without_steps_counts_as_one() -> None:
    assert steps_or_whole(Measure(id=1)) == (None,)
    step = Step(id=2)
    assert steps_or_whole(Measure(id=1, steps=(step,))) == (step,)


def test_measures_are_given_in_order_with_their_topics() -> None:
    first = replace(topic(), measures=(Measure(id=1), Measure(id=2)))
    second = replace(topic(), id=2, measures=(Measure(id=3),))
    tracker = Tracker(fiscal_year=2566, topics=(first, second), calendar=(CalendarRow(id=1),))
    assert [(t.id, m.id) for t, m in tracker.measures()] == [(1, 1), (1, 2), (2, 3)]


def test_states_are_said_in_words_each_its_own() -> None:
    assert len({state.words for state in State}) == len(State)


def test_what_ended_in_either_round_is_not_late() -> None:
    done = {6: StepResult(state=State.DONE)}
    step = Step(id=1, period="ม.ค. ๖๖", results=done)  # pyright: ignore[reportArgumentType]
    measure = Measure(id=2, steps=(step,))
    assert due_of(measure, step, 2566, date(2023, 9, 1)) is Due.ENDED
    open_ = replace(step, results={})
    assert due_of(measure, open_, 2566, date(2023, 1, 31)) is Due.THIS_MONTH
    assert due_of(measure, open_, 2566, date(2023, 2, 1)) is Due.LATE
    assert due_of(measure, open_, 2566, date(2022, 12, 31)) is Due.LATER
    assert due_of(measure, replace(open_, period="โดยเร็ว"), 2566, date(2023, 2, 1)) is Due.UNKNOWN
