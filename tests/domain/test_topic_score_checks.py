"""Rules of topics against scores: headings, the scores of their year, codes and their words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Asked, Lack
from ita_desktop.domain.measure_facts import Facts
from ita_desktop.domain.measure_plan_checks import PLAN_RULES
from ita_desktop.domain.measures import CalendarRow, Topic, TopicItem, Tracker
from ita_desktop.domain.topic_score_checks import TOPIC_SCORE_RULES

CRITERIA = {year: found for year in (2565, 2566, 2567) if (found := shipped_criteria(year))}
IMPROVE = "ประเด็นที่ต้องพัฒนา (๘๕.๐๑-๘๕.๙๙ คะแนน)"


def lacks_of(topic: Topic, **scores: str) -> list[Lack]:
    """Return what is found of a topic in a tracker of 2566; ``scores`` are those of 2565."""
    facts = Facts(
        tracker=Tracker(fiscal_year=2566, topics=(topic,)),
        units=(),
        limits=BandLimits(),
        today=date(2023, 5, 2),
        rounds=(),
        plan=Asked("O42"),
        report=Asked("O43"),
        scores={2565: {code: Decimal(score) for code, score in scores.items()}},
        criteria=CRITERIA,
    )
    return [lack for rule in TOPIC_SCORE_RULES for lack in rule(facts)]


def topic_of(code: str = "e14", score: str = "77.08", year: int = 2565, text: str = "") -> Topic:
    """Return a topic of one item."""
    kept = Decimal(score) if score else None
    item = TopicItem(id=5, criteria_year=year, code=code, score=kept, text=text)
    return Topic(id=1, fiscal_year=2566, items=(item,))


@pytest.mark.parametrize("field", ["group_lines", "heading", "title"])
def test_a_range_in_the_words_of_a_heading_holds_the_scores_under_it(field: str) -> None:
    (lack,) = lacks_of(replace(topic_of(), **{field: IMPROVE}))
    assert "ได้ 77.08 คะแนน แต่อยู่ใต้หัวข้อที่เขียนว่า “85.01-85.99 คะแนน”" in lack.message
    assert (lack.severity, lack.place.kind, lack.item) == (Severity.WARNING, "topic", "O42")
    assert lacks_of(replace(topic_of(score="85.94"), **{field: IMPROVE})) == []
    assert lacks_of(replace(topic_of(score=""), **{field: IMPROVE})) == []


def test_a_band_is_told_where_no_words_say_a_range_and_only_once() -> None:
    (lack,) = lacks_of(replace(topic_of(), band=Band.KEEP))
    assert "แต่อยู่ในกลุ่มรักษามาตรฐาน ตามเกณฑ์ของหน่วยงานควรอยู่ในกลุ่มต้องแก้ไขโดยเร่งด่วน" in lack.message
    assert len(lacks_of(replace(topic_of(), band=Band.KEEP, heading=IMPROVE))) == 1
    assert lacks_of(replace(topic_of(), band=Band.URGENT)) == []


def test_a_score_that_is_not_the_years_is_told_with_both() -> None:
    (lack,) = lacks_of(topic_of(), e14="78.00")
    assert lack.message == "ข้อ e14 ของประเด็น “e14” มีคะแนน 77.08 แต่ผลการประเมินปี 2565 คือ 78.00"
    assert (lack.place.kind, lack.place.number, lack.place.field) == ("topic_item", 5, "score")
    assert lacks_of(topic_of(), e14="77.08") == []
    assert lacks_of(topic_of(year=2564), e14="78.00") == []


def test_a_code_whose_words_are_another_years_is_told_with_both_titles() -> None:
    words = "รายงานการกำกับติดตามการใช้จ่ายงบประมาณ ประจำปี ๖ เดือน"
    (lack,) = lacks_of(topic_of("O19", "", 2566, words))
    assert "ข้อ O19 ปี 2566 คือ “แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ”" in lack.message
    assert "เป็นของข้อ O19 ปี 2565 คือ “รายงานการกำกับติดตามการใช้จ่ายงบประมาณ" in lack.message
    assert lacks_of(topic_of("O19", "", 2565, words)) == []


def test_a_code_whose_words_are_another_items_of_its_year_is_told() -> None:
    (lack,) = lacks_of(topic_of("O20", "", 2566, "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ"))
    assert "เป็นของข้อ O19 ปี 2566" in lack.message


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("O19", "แผนการจัดซื้อจัดจ้าง"),
        ("O19", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ ประจำปีงบประมาณ ๒๕๖๖"),
        ("O19", "เผยแพร่ช้า"),
        ("", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ"),
        ("O19", ""),
    ],
)
def test_shortened_longer_and_free_words_are_no_faults(code: str, text: str) -> None:
    assert lacks_of(topic_of(code, "", 2566, text)) == []


@pytest.mark.parametrize(
    ("period", "faults"),
    [("ก.ย.-ต.ค. ๖๕", 0), ("ต.ค. ๖๖", 0), ("", 0), ("เมื่อว่าง", 0), ("ม.ค. ๖๘", 1), ("มี.ค. ๖๕", 1)],
)
def test_a_calendar_begins_before_and_ends_after_its_year_but_not_far(
    period: str, faults: int
) -> None:
    row = CalendarRow(id=9, stage="เผยแพร่", period=period, method="ประกาศ")
    facts = Facts(
        tracker=Tracker(fiscal_year=2566, topics=(topic_of(),), calendar=(row,)),
        units=(),
        limits=BandLimits(),
        today=date(2023, 5, 2),
        rounds=(),
        plan=Asked("O42"),
        report=Asked("O43"),
    )
    found = [one for rule in PLAN_RULES for one in rule(facts) if one.place.kind == "calendar_row"]
    assert len(found) == faults
    assert all(one.place.number == 9 for one in found)
