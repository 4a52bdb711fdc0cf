"""The year's end: what is not finished goes into the next year, each row once.

A row that was carried over says from which one in a free column, so that it is known again however
it was edited meanwhile; a row with the same words counts as the same, too.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, write_extra
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.db.topic_rows import item_columns, topic_columns, work_columns
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.due import ENDED
from ita_desktop.domain.measure_names import measure_name, step_name, topic_name
from ita_desktop.domain.measures import (
    Measure,
    State,
    Step,
    StepResult,
    Topic,
    Tracker,
    period_of,
    result_of,
    steps_or_whole,
)
from ita_desktop.domain.periods import span_of
from ita_desktop.errors import ClerkError
from ita_desktop.thai.fiscal import fiscal_year_dates
from ita_desktop.thai.text import fold
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.measures.origins import CARRIED, Key, Origins, Row, key_of, rows_of

IS_THERE: Final = "มีในปีถัดไปแล้ว"
OLD_PERIOD: Final = "ระยะเวลาเดิมอยู่ในปีก่อน กรุณาแก้เป็นของปีใหม่"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryLine:
    """A step, a measure without steps, or a topic without measures, and what becomes of it.

    ``why`` it stays; empty where it comes. ``note``: what is to be looked at in the new year.
    """

    topic: str
    measure: str
    step: str
    state: State
    percent: int | None
    why: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryPlan:
    """What comes into the next year, and what stays, in the order of the paper."""

    from_year: int
    to_year: int
    lines: tuple[CarryLine, ...]

    @property
    def comes(self) -> tuple[CarryLine, ...]:
        """What is carried over."""
        return tuple(line for line in self.lines if not line.why)

    @property
    def stays(self) -> tuple[CarryLine, ...]:
        """What is not, each with its reason."""
        return tuple(line for line in self.lines if line.why)


def plan_carry_over(file: DataFile, from_year: int, to_year: int) -> CarryPlan:
    """Return what ``carry_over`` would do; nothing is written. Raises as that does."""
    before, there = _years(file, from_year, to_year)
    lines = tuple(line for topic in before.topics for line in _lines(topic, there))
    return CarryPlan(from_year=from_year, to_year=to_year, lines=lines)


def carry_over(file: DataFile, from_year: int, to_year: int) -> CarryPlan:
    """Copy what is not finished into a later year, as one deed; return what came and what did not.

    New rows with empty reports; the old ones stay as they are. What was carried over before, or
    stands there in the same words, is not made twice. Raises ClerkError where the year is not a
    later one or has no criteria.
    """
    plan = plan_carry_over(file, from_year, to_year)
    if plan.comes:
        with file.deed(f"ยกมาตรการที่ยังไม่เสร็จจากปี {from_year} ไปปี {to_year}"):
            write_carry_over(file, from_year, to_year)
    return plan


def write_carry_over(file: DataFile, from_year: int, to_year: int) -> None:
    """Do what ``carry_over`` does inside a deed; raises as that does."""
    before, there = _years(file, from_year, to_year)
    add_fiscal_year(file, to_year)
    for topic in before.topics:
        if any(not line.why for line in _lines(topic, there)):
            _carry(file, topic, there)


def carried_measures(file: DataFile, from_year: int, to_year: int) -> dict[int, int]:
    """Return the measures of a later year that go on from those of ``from_year``, by the latter.

    Those that went there through the years between are counted, too.
    """
    origins = Origins(file)
    return {
        number: measure.id
        for _, measure in load_tracker(file, to_year).measures()
        for year, (_, number) in origins.of(measure, to_year)
        if year == from_year
    }


class _There:
    """What a later year has already: found by where it came from, else by its words.

    Both may go on from a row of a year before them: then they are the same, too.
    """

    def __init__(self, file: DataFile, from_year: int, to_year: int) -> None:
        self.tracker = tracker = load_tracker(file, to_year)
        self.from_year = from_year
        self._origins = Origins(file)
        self._topics: dict[Key, Topic] = {}
        self._rows: dict[Key, Row] = {}
        self._gone_on: set[Key] = set()
        for topic in tracker.topics:
            for row in rows_of(replace(tracker, topics=(topic,))):
                for year, key in self._origins.of(row, to_year):
                    self._rows[key] = row
                    if not isinstance(row, Step):
                        self._topics[key] = topic
                    if year == from_year:
                        self._gone_on.add(key_of(row))

    def topic(self, topic: Topic) -> Topic | None:
        """Return the topic that goes on from this one, or has the same title and items."""
        for row in (*topic.items, *topic.measures):
            for key in self._keys(row):
                if (found := self._topics.get(key)) is not None:
                    return found
        words = _topic_words(topic)
        same = (other for other in self.tracker.topics if _topic_words(other) == words)
        return next(same, None) if any(words) else None

    def measure(self, measure: Measure, topic: Topic | None) -> Measure | None:
        """Return the measure that goes on from this one, or one of the topic in its words."""
        for key in self._keys(measure):
            if isinstance(found := self._rows.get(key), Measure):
                return found
        others = () if topic is None else topic.measures
        return next((other for other in others if self._is_same(other, measure)), None)

    def has_step(self, step: Step, measure: Measure | None) -> bool:
        """Say whether a step goes on from this one, or the measure has one in its words."""
        others = () if measure is None else measure.steps
        gone_on = any(key in self._rows for key in self._keys(step))
        return gone_on or any(self._is_same(other, step) for other in others)

    def _keys(self, row: Row) -> Iterator[Key]:
        """Give by what a row is known there: itself, or one that it goes on from."""
        yield key_of(row)
        for _, key in self._origins.of(row, self.from_year):
            yield key

    def _is_same(self, other: Measure | Step, row: Measure | Step) -> bool:
        """Say whether a row that goes on from none of the old year has the words of another."""
        return key_of(other) not in self._gone_on and fold(other.text) == fold(row.text)


def _topic_words(topic: Topic) -> tuple[str, ...]:
    items = (f"{i.criteria_year}/{i.code}" if i.code else fold(i.text) for i in topic.items)
    return fold(topic.title), *items


def check_years(file: DataFile, from_year: int, to_year: int) -> None:
    """Raise ClerkError where rows cannot go on: no later year, or one without criteria."""
    if to_year <= from_year:
        raise ClerkError(f"ยกจากปี {from_year} ไปปี {to_year} ไม่ได้ กรุณาเลือกปีที่อยู่ถัดไป")
    criteria_of(file, to_year)  # a year without criteria could not be looked at


def _years(file: DataFile, from_year: int, to_year: int) -> tuple[Tracker, _There]:
    check_years(file, from_year, to_year)
    return load_tracker(file, from_year), _There(file, from_year, to_year)


def _lines(topic: Topic, there: _There) -> Iterator[CarryLine]:
    found = there.topic(topic)
    if not topic.measures:
        why = IS_THERE if found else "" if any(_topic_words(topic)) else "ไม่มีข้อมูลในประเด็น"
        yield CarryLine(
            topic=topic_name(topic), measure="", step="", state=State.UNTOLD, percent=None, why=why
        )
    for measure in topic.measures:
        same = there.measure(measure, found)
        for step in steps_or_whole(measure):
            told = _last_told(measure, step)
            why = ""
            if told.state in ENDED:
                why = told.state.words
            elif there.has_step(step, same) if step is not None else same is not None:
                why = IS_THERE
            past = not why and is_past(period_of(measure, step), there.tracker.fiscal_year)
            yield CarryLine(
                topic=topic_name(topic),
                measure=measure_name(topic, measure),
                step="" if step is None else step_name(topic, measure, step),
                state=told.state,
                percent=told.percent,
                why=why,
                note=OLD_PERIOD if past else "",
            )


def _last_told(measure: Measure, step: Step | None) -> StepResult:
    """Return state and per cent as the year's report has them, else as that of the first half."""
    year, half = result_of(measure, step, 12), result_of(measure, step, 6)
    percent = half.percent if year.percent is None else year.percent
    return StepResult(state=year.state or half.state, percent=percent)


def is_past(period: str, year: int) -> bool:
    """Say whether a period, as a paper prints it, was over before a fiscal year began."""
    span = span_of(period, year)
    return span is not None and span.last < fiscal_year_dates(year)[0]


def _carry(file: DataFile, topic: Topic, there: _There) -> None:
    found = there.topic(topic)
    number = _add_topic(file, topic, there) if found is None else found.id
    for measure in topic.measures:
        same = there.measure(measure, found)
        left = [s for s in steps_or_whole(measure) if _last_told(measure, s).state not in ENDED]
        if same is not None:
            left = [step for step in left if step and not there.has_step(step, same)]
        if not left:
            continue
        year = there.from_year
        parent = _add_measure(file, number, measure, year) if same is None else same.id
        for step in left:
            if step is not None:
                values = {
                    **work_columns(step),
                    "extra": _extra(step, year, _last_told(measure, step)),
                }
                table.add_row(file, Kind.STEP, parent, values)


def _add_topic(file: DataFile, topic: Topic, there: _There) -> int:
    number = table.add_row(file, Kind.TOPIC, there.tracker.fiscal_year, topic_columns(topic))
    for item in topic.items:
        copied = {**item_columns(item), "extra": _extra(item, there.from_year)}
        table.add_row(file, Kind.ITEM, number, copied)
    return number


def _add_measure(file: DataFile, topic: int, measure: Measure, year: int) -> int:
    told = None if measure.steps else _last_told(measure, None)
    values = {**work_columns(measure), "extra": _extra(measure, year, told)}
    return table.add_row(file, Kind.MEASURE, topic, values)


def _extra(row: Row, year: int, told: StepResult | None = None) -> str:
    """Return the free columns of a copied row: those it had, where it comes from, how far."""
    words = [f"ปี {year} เลขที่ {row.id}"]
    if told is not None:
        words.append(told.state.words)
    if told is not None and told.percent is not None:
        words.append(f"ร้อยละ {told.percent}")
    return write_extra({**row.extra, CARRIED: " ".join(words)})
