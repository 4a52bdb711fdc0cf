"""Rules of the plan of measures: what O42 of 2566 asks for, and what contradicts itself."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Final

from ita_desktop.domain.bands import Band, band_of
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Lack, Place, lack_of
from ita_desktop.domain.measure_facts import Facts, Row, Rule, of_year, rows_of
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import (
    Measure,
    Step,
    Topic,
    follow_up_of,
    period_of,
    steps_or_whole,
    topic_band,
    units_of,
)
from ita_desktop.domain.periods import span_of
from ita_desktop.domain.required_contents import Need
from ita_desktop.domain.responsible import unknown_units
from ita_desktop.domain.topic_score_checks import BAND_WORDS, TOPIC_SCORE_RULES
from ita_desktop.thai.fiscal import fiscal_year_dates
from ita_desktop.thai.text import quoted

WEAK: Final = "weak"
"""The field of the year as a whole where topics are made from weak scores."""
CALENDAR: Final = "calendar"
"""The field of the year as a whole where its stages are written."""
SCORES: Final = "scores"
"""The field of the year as a whole where its scores are entered."""


def _no_topics(facts: Facts) -> Iterator[Lack]:
    year = facts.tracker.fiscal_year
    if not facts.tracker.topics:
        words = f"ปีงบประมาณ {year} ยังไม่มีประเด็นและมาตรการ กรุณาสร้างจากคะแนนที่ต่ำ"
        yield lack_of(Severity.ERROR, facts.plan, of_year(facts, WEAK), words)


def _nothing_analysed(facts: Facts) -> Iterator[Lack]:
    """Find that there are no scores of the year before to analyse; their item asks for those."""
    if facts.last is not None and facts.tracker.topics and not facts.last.entries:
        year = facts.tracker.fiscal_year - 1
        words = f"ยังไม่มีผลการประเมินของปี {year} ให้วิเคราะห์ กรุณากรอกคะแนนของปี {year}"
        place = Place(kind="fiscal_year", number=year, field=SCORES)
        told = any(topic.lowest_score is not None for topic in facts.tracker.topics)
        severity = Severity.WARNING if told else Severity.ERROR
        yield lack_of(severity, facts.plan, place, words, Need.ANALYSIS)


def _topics(facts: Facts) -> Iterator[Lack]:
    for topic in facts.tracker.topics:
        name = f"ประเด็น {quoted(topic_name(topic))}"
        if not topic.measures:
            place = Place(kind="topic", number=topic.id, field="measure", topic=topic.id)
            words = f"{name} ยังไม่มีมาตรการ กรุณาเพิ่มอย่างน้อยหนึ่งมาตรการ"
            yield lack_of(Severity.ERROR, facts.plan, place, words, Need.STEPS)
        for item in topic.items:
            if not item.finding:
                place = Place(kind="topic_item", number=item.id, field="finding", topic=topic.id)
                which = f"ข้อ {item.code}" if item.code else quoted(item.text)
                words = f"{which} ยังไม่มีข้อค้นพบ กรุณาพิมพ์ว่าคะแนนต่ำเพราะเหตุใด"
                need = Need.WEAK_POINTS if _is_urgent(topic, facts) else Need.TO_IMPROVE
                yield lack_of(Severity.WARNING, facts.plan, place, words, need)


def _is_urgent(topic: Topic, facts: Facts) -> bool:
    return topic_band(topic, facts.limits) in (Band.URGENT, None)


def _weak_without_topic(facts: Facts) -> Iterator[Lack]:
    """Find weak items of the year before, by the office's limits, that no topic is about."""
    if facts.last is None or not facts.tracker.topics:
        return
    year = facts.last.criteria.fiscal_year
    covered = {
        item.code
        for topic in facts.tracker.topics
        for item in topic.items
        if item.criteria_year == year
    }
    weak: dict[Band, list[str]] = {Band.URGENT: [], Band.IMPROVE: []}
    for item in facts.last.criteria.items:
        score = facts.last.entries.get(item.code)
        if isinstance(score, Decimal) and item.code not in covered:
            band = band_of(score, facts.limits)
            if band in weak:
                weak[band].append(item.code)
    for band, severity, need in (
        (Band.URGENT, Severity.WARNING, Need.WEAK_POINTS),
        (Band.IMPROVE, Severity.NOTE, Need.TO_IMPROVE),
    ):
        if codes := weak[band]:
            words = (
                f"ปี {year} มี {len(codes)} ข้อที่{BAND_WORDS[band]}แต่ยังไม่เป็นประเด็น"
                f" ได้แก่ {', '.join(codes)}"
            )
            yield lack_of(severity, facts.plan, of_year(facts, WEAK), words, need)


def _steps(facts: Facts) -> Iterator[Lack]:
    for topic, measure in facts.tracker.measures():
        if not measure.steps:
            row = Row(topic, measure, None)
            severity = Severity.WARNING if measure.text else Severity.ERROR
            words = f"{facts.name(row)} ยังไม่มีขั้นตอน กรุณาเพิ่มขั้นตอนหรือวิธีดำเนินการ"
            yield lack_of(severity, facts.plan, row.place("steps"), words, Need.STEPS)
        for step in measure.steps:
            if not step.text:
                row = Row(topic, measure, step)
                words = f"{facts.name(Row(topic, measure, None))} มีขั้นตอนที่ยังไม่มีข้อความ"
                place = row.place("text")
                yield lack_of(Severity.WARNING, facts.plan, place, words, Need.STEPS)


_Read = Callable[[Measure, Step | None], str]


def _missing(
    read: _Read, field: str, words: str, severity: Severity, need: str, facts: Facts
) -> Iterator[Lack]:
    """Find what neither a step nor its measure says; told once where no step of a measure does."""
    for topic, measure in facts.tracker.measures():
        rows = [Row(topic, measure, step) for step in steps_or_whole(measure)]
        without = [row for row in rows if not read(measure, row.step)]
        if len(without) == len(rows) > 1:
            without = [Row(topic, measure, None)]
        for row in without:
            said = f"{facts.name(row)} ยังไม่มี{words}"
            yield lack_of(severity, facts.plan, row.place(field), said, need)


def _units(facts: Facts) -> Iterator[Lack]:
    told: set[tuple[str, int]] = set()
    for row in rows_of(facts.tracker):
        own = row if row.step is not None and row.step.units else Row(row.topic, row.measure, None)
        place = own.place("units")
        unknown = unknown_units(units_of(row.measure, row.step), facts.units)
        if unknown and facts.units and (place.kind, place.number) not in told:
            told.add((place.kind, place.number))
            words = f"{facts.name(own)} ระบุผู้รับผิดชอบที่ไม่อยู่ในรายชื่อของหน่วยงาน: {', '.join(unknown)}"
            yield lack_of(Severity.NOTE, facts.plan, place, words)


def _periods(facts: Facts) -> Iterator[Lack]:
    year = facts.tracker.fiscal_year
    first, last = fiscal_year_dates(year)
    told: set[tuple[str, int]] = set()
    for row in rows_of(facts.tracker):
        own = row if row.step is not None and row.step.period else Row(row.topic, row.measure, None)
        place, text = own.place("period"), period_of(row.measure, row.step)
        if not text or (place.kind, place.number) in told:
            continue
        told.add((place.kind, place.number))
        span = span_of(text, year)
        if span is None:
            words = f"ไม่เข้าใจระยะเวลา {quoted(text)} ของ{facts.name(own)} จึงเตือนเมื่อล่าช้าไม่ได้"
            yield lack_of(Severity.NOTE, facts.plan, place, words)
        elif span.first < first or span.last > last:
            words = f"ระยะเวลา {quoted(text)} ของ{facts.name(own)} อยู่นอกปีงบประมาณ {year}"
            yield lack_of(Severity.WARNING, facts.report, place, words, Need.OF_YEAR)


def _calendar(facts: Facts) -> Iterator[Lack]:
    """Find no calendar at all, which the analysis report prints, and stages at another time.

    The work of a year begins before it and ends after it.
    """
    year = facts.tracker.fiscal_year
    if facts.tracker.topics and not facts.tracker.calendar:
        words = (
            f"ปี {year} ยังไม่มีปฏิทินขั้นตอน ระยะเวลา และวิธีปฏิบัติ ซึ่งอยู่ในรายงานผลการวิเคราะห์ กรุณาเพิ่มขั้นตอนของปี"
        )
        yield lack_of(Severity.WARNING, NOTHING_ASKED, of_year(facts, CALENDAR), words)
    first, last = fiscal_year_dates(year)
    for row in facts.tracker.calendar:
        span = span_of(row.period, year) if row.period else None
        if span is None or (span.last >= first - _AROUND and span.first <= last + _AROUND):
            continue
        place = Place(kind="calendar_row", number=row.id, field="period")
        words = f"ระยะเวลา {quoted(row.period)} ในปฏิทินการดำเนินงานอยู่นอกปีงบประมาณ {year}"
        yield lack_of(Severity.WARNING, NOTHING_ASKED, place, words)


_AROUND: Final = timedelta(days=92)
"""How long before its year the work of a calendar may begin, and after it end."""

PLAN_RULES: Final[tuple[Rule, ...]] = (
    _no_topics,
    _nothing_analysed,
    _topics,
    partial(_missing, units_of, "units", "ผู้รับผิดชอบ", Severity.ERROR, Need.OWNERS),
    _steps,
    partial(
        _missing, follow_up_of, "follow_up", "แนวทางการกำกับติดตาม", Severity.ERROR, Need.FOLLOW_UP
    ),
    partial(_missing, period_of, "period", "ระยะเวลาดำเนินการ", Severity.WARNING, ""),
    _weak_without_topic,
    *TOPIC_SCORE_RULES,
    _calendar,
    _periods,
    _units,
)
