"""What the rules find in a tracker, one fact at a time, and that they are silent about the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.crosswalk import item_of_year
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Asked, Lack, asked, due_rounds
from ita_desktop.domain.measure_checks import measure_lacks
from ita_desktop.domain.measure_facts import Facts, twins_of
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
from ita_desktop.domain.scores import compute

PLAN, REPORT = Asked("O42"), Asked("O43")
DONE = StepResult(state=State.DONE, result="จัดแล้ว", percent=100)
STEP = Step(
    id=3,
    text="ประชุม",
    units="กองคลัง",
    period="ม.ค.-ก.พ. ๖๖",
    follow_up="รายงานทุก ๖ เดือน",
    results={6: DONE, 12: DONE},
)
MEASURE = Measure(id=2, text="เปิดเผยแผน", steps=(STEP,))
ITEM = TopicItem(id=4, criteria_year=2565, code="i7", score=Decimal("71.2"), finding="รู้น้อย")
CALENDAR = (CalendarRow(id=9, stage="เตรียมการ", period="ต.ค. ๖๕", method="ประชุม"),)
TOPIC = Topic(id=1, fiscal_year=2566, items=(ITEM,), measures=(MEASURE,))


def found_in(topic: Topic | None, **other: Any) -> list[Lack]:
    topics = () if topic is None else (topic,)
    facts = Facts(
        tracker=Tracker(fiscal_year=2566, topics=topics, calendar=CALENDAR),
        units=("กองคลัง", "กองช่าง"),
        limits=BandLimits(),
        today=date(2023, 10, 5),
        rounds=(6, 12),
        plan=PLAN,
        report=REPORT,
        twins=twins_of(Tracker(fiscal_year=2566, topics=topics)),
    )
    return measure_lacks(replace(facts, **other))


def with_step(**fields: Any) -> Topic:
    return replace(TOPIC, measures=(replace(MEASURE, steps=(replace(STEP, **fields),)),))


def with_result(told: StepResult) -> Topic:
    return with_step(results={6: told, 12: DONE})


def told(lacks: list[Lack]) -> list[tuple[Severity, str, str, str]]:
    return [(one.severity, one.item, one.place.row, one.place.field) for one in lacks]


def test_a_whole_plan_with_its_reports_lacks_nothing() -> None:
    assert found_in(TOPIC) == []


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        (None, [(E, "O42", "fiscal_year:2566", "weak")]),
        (replace(TOPIC, measures=()), [(E, "O42", "topic:1", "measure")]),
        (
            replace(TOPIC, items=(replace(ITEM, finding=""),)),
            [(W, "O42", "topic_item:4", "finding")],
        ),
        (with_step(units=""), [(E, "O42", "step:3", "units")]),
        (with_step(follow_up=""), [(E, "O42", "step:3", "follow_up")]),
        (with_step(period=""), [(W, "O42", "step:3", "period")]),
        (with_step(text=""), [(W, "O42", "step:3", "text")]),
        (with_step(units="กองคลัง\nกองใหม่"), [(N, "O42", "step:3", "units")]),
        (with_step(units="ทุกหน่วยงาน"), []),
        (with_step(period="เมื่อว่าง"), [(N, "O42", "step:3", "period")]),
        (with_step(period="ต.ค. ๖๖"), [(W, "O43", "step:3", "period")]),
        (with_result(StepResult()), [(E, "O43", "step:3", "result")]),
        (with_result(StepResult(result="จัดแล้ว")), [(W, "O43", "step:3", "state")]),
        (with_result(StepResult(state=State.DONE)), [(W, "O43", "step:3", "result")]),
        (with_result(StepResult(state=State.NOT_STARTED)), []),
        (with_result(replace(DONE, percent=60)), [(W, "O43", "step:3", "percent")]),
        (
            with_result(StepResult(state=State.IN_WORK, result="ก", percent=100)),
            [(W, "O43", "step:3", "percent")],
        ),
        (
            with_result(StepResult(state=State.NOT_STARTED, percent=10)),
            [(W, "O43", "step:3", "percent")],
        ),
        (with_step(results={6: DONE}), [(N, "O43", "step:3", "result")]),
        (replace(TOPIC, band=Band.IMPROVE), [(W, "O42", "topic:1", "band")]),
        (replace(TOPIC, band=Band.URGENT), []),
    ],
)
def test_each_fact_that_is_missing_or_contradicts_is_told_at_its_place(
    topic: Topic | None, found: list[tuple[Severity, str, str, str]]
) -> None:
    assert told(found_in(topic)) == found


def test_what_no_step_says_is_told_once_of_the_measure() -> None:
    bare = replace(STEP, units="", follow_up="")
    measure = replace(MEASURE, steps=(bare, replace(bare, id=5), replace(bare, id=6)))
    assert told(found_in(replace(TOPIC, measures=(measure,)))) == [
        (E, "O42", "measure:2", "units"),
        (E, "O42", "measure:2", "follow_up"),
    ]
    shared = replace(measure, units="กองคลัง", follow_up="รายงาน")
    assert found_in(replace(TOPIC, measures=(shared,))) == []


def test_a_measure_without_steps_is_looked_at_as_a_whole() -> None:
    whole = Measure(id=2, text="", units="กองคลัง", follow_up="รายงาน", period="ม.ค. ๖๖")
    topic = replace(TOPIC, measures=(whole,))
    assert told(found_in(topic, rounds=())) == [
        (E, "O42", "measure:2", "steps"),
        (W, "O43", "measure:2", "state"),
    ]


def test_a_step_whose_period_is_over_is_late_and_one_that_is_not_yet_due_is_not() -> None:
    begun = StepResult(state=State.IN_WORK, result="เริ่มแล้ว")
    topic = with_step(results={6: begun})
    look: Callable[[date], list[Lack]] = lambda day: found_in(topic, today=day, rounds=(6,))  # noqa: E731
    assert look(date(2023, 2, 28)) == []
    (late,) = look(date(2023, 3, 1))
    assert (late.place.field, late.severity) == ("state", W)
    assert "เลยกำหนด “ม.ค.-ก.พ. ๖๖” แล้ว" in late.message


def test_a_step_that_begins_in_the_second_half_has_no_report_of_the_first() -> None:
    topic = with_step(period="เม.ย.-พ.ค. ๖๖", results={})
    assert found_in(topic, rounds=(6,), today=date(2023, 4, 5)) == []
    assert told(found_in(topic, rounds=(6, 12))) == [(E, "O43", "step:3", "result")]


def test_a_closed_round_is_not_asked_for_any_more() -> None:
    topic = with_step(results={12: DONE})
    tracker = Tracker(fiscal_year=2566, topics=(topic,), calendar=CALENDAR, closed=frozenset({6}))
    assert found_in(None, tracker=tracker) == []


def test_weak_items_of_the_year_before_that_are_no_topic_are_listed_by_band() -> None:
    criteria = shipped_criteria(2565)
    assert criteria is not None
    entries = {"i7": Decimal(71), "i8": Decimal(80), "i9": Decimal(92), "O1": Decimal(100)}
    last = compute(criteria, entries)
    assert [one.place.field for one in found_in(None, last=last)] == ["weak"]  # told once
    urgent, improve = found_in(TOPIC, last=last)
    assert (urgent.severity, improve.severity) == (W, N)
    assert urgent.message == "ปี 2565 มี 1 ข้อที่ต้องแก้ไขโดยเร่งด่วนแต่ยังไม่เป็นประเด็น ได้แก่ i8"
    assert improve.message.endswith("ได้แก่ i9")


@pytest.mark.parametrize(
    ("day", "rounds"),
    [
        (date(2023, 3, 31), ()),
        (date(2023, 4, 1), (6,)),
        (date(2023, 9, 30), (6,)),
        (date(2023, 10, 1), (6, 12)),
    ],
)
def test_a_round_is_due_the_day_after_it_ends(day: date, rounds: tuple[int, ...]) -> None:
    assert due_rounds(2566, day) == rounds


@pytest.mark.parametrize(
    ("year", "plan", "report"),
    [(2566, "O42", "O43"), (2565, "O42", "O43"), (2567, "O34", "O35"), (2568, "O27", "O28")],
)
def test_the_items_of_other_years_are_found_by_the_crosswalk(
    year: int, plan: str, report: str
) -> None:
    for code, expected in (("O42", plan), ("O43", report)):
        item = item_of_year(code, 2566, year, shipped_criteria)
        assert item is not None
        assert item.code == expected
    assert item_of_year("O42", 2566, 2590, shipped_criteria) is None
    assert item_of_year("O42", 2566, 2550, shipped_criteria) is None


def test_points_are_told_only_of_an_item_that_was_checked() -> None:
    criteria, later = shipped_criteria(2566), shipped_criteria(2567)
    assert criteria is not None
    assert later is not None
    known = asked(compute(criteria, {}), criteria.item_by_code["O42"])
    assert (known.code, known.points, len(known.contents)) == ("O42", 2, 6)
    assert asked(compute(later, {}), later.item_by_code["O34"]) == Asked("O34", sure=False)
    assert asked(None, None) == Asked()


def test_scores_that_are_not_there_to_analyse_are_grave_where_the_topics_tell_none() -> None:
    criteria = shipped_criteria(2565)
    assert criteria is not None
    nothing = compute(criteria, {})
    (lack,) = found_in(TOPIC, last=nothing)
    assert (lack.severity, lack.place.row, lack.place.field) == (W, "fiscal_year:2565", "scores")
    (lack,) = found_in(replace(TOPIC, items=(replace(ITEM, score=None),)), last=nothing)
    assert lack.severity is E


def test_an_item_of_free_words_is_called_by_them() -> None:
    free = replace(ITEM, code="", text="ประชาชนไม่ทราบช่องทางร้องเรียน", finding="")
    (lack,) = found_in(replace(TOPIC, items=(free,)))
    assert lack.message.startswith("“ประชาชนไม่ทราบช่องทางร้องเรียน” ยังไม่มีข้อค้นพบ")


def messages_of(*topics: Topic) -> list[str]:
    tracker = Tracker(fiscal_year=2566, topics=topics, calendar=CALENDAR)
    lacks = found_in(None, tracker=tracker, twins=twins_of(tracker))
    return [one.message for one in lacks if one.place.field == "units"]


def test_steps_with_the_same_words_are_told_apart_by_their_topics() -> None:
    bare = with_step(units="")
    titled = replace(
        bare, id=5, title="การใช้ทรัพย์สิน", items=(), measures=(replace(bare.measures[0], id=6),)
    )
    assert messages_of(bare) == ["ขั้นตอน “ประชุม” ยังไม่มีผู้รับผิดชอบ"]
    assert messages_of(bare, titled) == [
        "ขั้นตอน “ประชุม” ของประเด็น i7 ยังไม่มีผู้รับผิดชอบ",
        "ขั้นตอน “ประชุม” ของประเด็น “การใช้ทรัพย์สิน” ยังไม่มีผู้รับผิดชอบ",
    ]
    many = replace(bare, items=tuple(replace(ITEM, code=f"i{one}") for one in range(1, 6)))
    assert messages_of(many, titled)[0].startswith("ขั้นตอน “ประชุม” ของประเด็น i1, i2, i3 และอื่น ๆ ยัง")


def test_steps_with_the_same_words_of_one_topic_are_told_apart_by_their_measures() -> None:
    bare = with_step(units="")
    (measure,) = bare.measures
    other = replace(measure, id=7, text="อบรมพนักงาน", steps=(replace(measure.steps[0], id=8),))
    assert messages_of(replace(bare, measures=(measure, other))) == [
        "ขั้นตอน “ประชุม” ของมาตรการ “เปิดเผยแผน” ยังไม่มีผู้รับผิดชอบ",
        "ขั้นตอน “ประชุม” ของมาตรการ “อบรมพนักงาน” ยังไม่มีผู้รับผิดชอบ",
    ]


def test_topics_without_a_calendar_leave_a_hole_in_the_report() -> None:
    tracker = Tracker(fiscal_year=2566, topics=(TOPIC,))
    assert told(found_in(None, tracker=tracker)) == [(W, "", "fiscal_year:2566", "calendar")]
