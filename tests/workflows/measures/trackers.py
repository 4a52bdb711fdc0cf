"""Trackers for tests: any that a clerk could have made, and how they are put into a file."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.db.topic_rows import add_topic
from ita_desktop.db.trackers import load_tracker
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
from ita_desktop.thai.text import normalise

YEAR = 2566
EXTRAS = ("งบประมาณ", "หมายเหตุ")
_LETTERS = "กขคงจชดตนบปมรลวสหอะาิีุูเแโไ่้๊็์ฯๆabIEO019๐๑๙ .,()-/\n"
_PHRASES = (
    *("จัดประชุม", "๑. สำรวจ", "2. รายงาน", "-กองคลัง", "- สำนักปลัด", "(IIT)", "ตัวชี้วัดที่ ๘"),
    *("ข้อ i7", "e12", "๐๒๔", "เครื่องมือการประเมิน EIT", "หมายเหตุ", "มี.ค.-เม.ย. ๖๖", "=1+1", "'"),
    *("๗๙.๐๑", "ร้อยละ 80", "(1) แรก\n(2) หลัง", "๑.หนึ่ง ๒.สอง", "ข้อคำถาม", "คะแนน"),
)


def _kept(text: str) -> str:
    return normalise(text).strip()


texts = st.one_of(
    st.text(_LETTERS, max_size=12),
    st.lists(st.sampled_from(_PHRASES) | st.text(_LETTERS, max_size=6), max_size=3).map(" ".join),
    st.lists(st.sampled_from(_PHRASES), max_size=3).map("\n".join),
).map(_kept)
maybe = st.just("") | texts
markers = st.sampled_from(("", "", "{n}. ", "{n}.", "({n}) ", "-", "- ", " "))
results = st.builds(
    StepResult,
    state=st.sampled_from(State),
    result=maybe,
    problem=maybe,
    suggestion=maybe,
    outcome=maybe,
    percent=st.none() | st.integers(0, 100),
)
rounds = st.dictionaries(st.sampled_from((6, 12)), results, max_size=2)
extras = st.dictionaries(st.sampled_from(EXTRAS), texts.filter(bool), max_size=2)
steps = st.builds(
    Step,
    id=st.just(0),
    text=maybe,
    marker=markers,
    units=maybe,
    period=maybe,
    follow_up=maybe,
    results=rounds,
    extra=extras,
)
measures = st.builds(
    Measure,
    id=st.just(0),
    text=maybe,
    marker=markers,
    units=maybe,
    period=maybe,
    follow_up=maybe,
    steps=st.lists(steps, max_size=3).map(tuple),
    results=rounds,
    extra=extras,
)
scores = st.decimals(0, 100, places=2) | st.sampled_from(
    (Decimal(0), Decimal("79.5"), Decimal(100))
)
items = st.builds(
    TopicItem,
    id=st.just(0),
    criteria_year=st.sampled_from((2565, 2566)),
    code=st.sampled_from(("", "i7", "e11", "e12", "O24", "O42", "i999")),
    text=maybe,
    score=st.none() | scores,
    finding=maybe,
    extra=extras,
)
topics = st.builds(
    Topic,
    id=st.just(0),
    fiscal_year=st.just(YEAR),
    title=maybe,
    heading=maybe,
    group_lines=maybe,
    instrument=st.sampled_from(("", "IIT", "OIT")),
    band=st.sampled_from((None, *Band)),
    items=st.lists(items, max_size=3).map(tuple),
    measures=st.lists(measures, max_size=3).map(tuple),
)
calendar_rows = st.builds(CalendarRow, id=st.just(0), stage=maybe, period=maybe, method=maybe)
trackers = st.builds(
    Tracker,
    fiscal_year=st.just(YEAR),
    topics=st.lists(topics, max_size=4).map(tuple),
    calendar=st.lists(calendar_rows, max_size=4).map(tuple),
)


def put_tracker(file: DataFile, tracker: Tracker) -> Tracker:
    """Put a tracker in the place of the year's and return it with its numbers, as one deed."""
    year = tracker.fiscal_year
    with file.deed("วางมาตรการ"):
        add_fiscal_year(file, year)
        for kind in (Kind.TOPIC, Kind.CALENDAR):
            for number in table.siblings_of(file, kind, year):
                table.remove_row(file, kind, number)
        for topic in tracker.topics:
            add_topic(file, topic.fiscal_year, topic)
        for row in tracker.calendar:
            values: dict[str, Value] = {
                "stage": row.stage,
                "period": row.period,
                "method": row.method,
            }
            table.add_row(file, Kind.CALENDAR, year, values)
    return load_tracker(file, year)


def without_numbers(tracker: Tracker) -> Tracker:
    """Return a tracker for comparing what was read from two files."""

    def of_measure(measure: Measure) -> Measure:
        return replace(measure, id=0, steps=tuple(replace(step, id=0) for step in measure.steps))

    def of_topic(topic: Topic) -> Topic:
        return replace(
            topic,
            id=0,
            items=tuple(replace(item, id=0) for item in topic.items),
            measures=tuple(map(of_measure, topic.measures)),
        )

    return replace(
        tracker,
        topics=tuple(map(of_topic, tracker.topics)),
        calendar=tuple(replace(row, id=0) for row in tracker.calendar),
    )
