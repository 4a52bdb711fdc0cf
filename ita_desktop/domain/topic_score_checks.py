"""Rules of topics against scores: the heading they stand under, and the scores of their year."""

from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from ita_desktop.domain.bands import Band, band_of
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place, lack_of
from ita_desktop.domain.measure_facts import Facts, Rule
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import Topic, TopicItem
from ita_desktop.domain.required_contents import Need
from ita_desktop.domain.score_ranges import ScoreRange, score_ranges
from ita_desktop.thai.text import fold, one_line, quoted

BAND_WORDS: Final = {
    Band.URGENT: "ต้องแก้ไขโดยเร่งด่วน",
    Band.IMPROVE: "ต้องพัฒนา",
    Band.KEEP: "รักษามาตรฐาน",
}
_ALIKE: Final = 0.8
"""Two wordings of the same question are so alike or more, from 0 to 1."""
_BETTER: Final = 0.1
"""So much more alike than its own wording is one that is meant."""


def _headings(facts: Facts) -> Iterator[Lack]:
    """Find topics under a heading that their scores contradict, as in the tables of seed 000.

    What the heading says in words ("85.01-85.99 คะแนน") is told before what its band says.
    """
    for topic in facts.tracker.topics:
        score = topic.lowest_score
        if (wrong := _outside(topic)) is not None:
            said, item, held = wrong
            which = f"ข้อ {item.code} " if item.code else ""
            words = (
                f"ประเด็น {quoted(topic_name(topic))} {which}ได้ {held} คะแนน"
                f" แต่อยู่ใต้หัวข้อที่เขียนว่า {quoted(said.words)}"
            )
        elif topic.band is None or score is None:
            continue
        else:
            band = band_of(score, facts.limits)
            if band is topic.band:
                continue
            words = (
                f"ประเด็น {quoted(topic_name(topic))} ได้ {score} คะแนน แต่อยู่ในกลุ่ม"
                f"{BAND_WORDS[topic.band]} ตามเกณฑ์ของหน่วยงานควรอยู่ในกลุ่ม{BAND_WORDS[band]}"
            )
        place = Place(kind="topic", number=topic.id, field="band", topic=topic.id)
        yield lack_of(Severity.WARNING, facts.plan, place, words, Need.TO_IMPROVE)


def _outside(topic: Topic) -> tuple[ScoreRange, TopicItem, Decimal] | None:
    """Return a score and the range its heading names that does not hold it; None: all fit."""
    for text in (topic.group_lines, topic.heading, topic.title):
        for said in score_ranges(text):
            for item in topic.items:
                if item.score is not None and not said.holds(item.score):
                    return said, item, item.score
    return None


def _scores(facts: Facts) -> Iterator[Lack]:
    """Find scores at topics that are not those of their year."""
    for topic in facts.tracker.topics:
        for item in topic.items:
            entered = facts.scores.get(item.criteria_year, {}).get(item.code)
            if item.score is None or not isinstance(entered, Decimal) or entered == item.score:
                continue
            words = (
                f"ข้อ {item.code} ของประเด็น {quoted(topic_name(topic))} มีคะแนน {item.score}"
                f" แต่ผลการประเมินปี {item.criteria_year} คือ {entered}"
            )
            place = Place(kind="topic_item", number=item.id, field="score", topic=topic.id)
            yield lack_of(Severity.WARNING, facts.plan, place, words)


def _codes(facts: Facts) -> Iterator[Lack]:
    """Find codes whose words are another year's: O19 of 2565 and of 2566 are two papers."""
    for topic in facts.tracker.topics:
        for item in topic.items:
            own = facts.criteria.get(item.criteria_year)
            if own is None or not item.code or not item.text:
                continue
            meant = _meant(own, item, facts)
            if meant is None:
                continue
            year, one = meant
            now = own.item_by_code.get(item.code)
            said = _titled(now) if now is not None else "ไม่มีข้อนี้"
            words = (
                f"ข้อ {item.code} ปี {item.criteria_year} คือ {said}"
                f" แต่ข้อความ {quoted(item.text)} เป็นของข้อ {one.code} ปี {year} คือ {_titled(one)}"
            )
            place = Place(kind="topic_item", number=item.id, field="code", topic=topic.id)
            yield lack_of(Severity.WARNING, facts.plan, place, words)


def _meant(own: Criteria, item: TopicItem, facts: Facts) -> tuple[int, Item] | None:
    """Return year and item whose words stand there; None: those of its own.

    The same code of another year is tried first, then the other items of its own year.
    """
    now = own.item_by_code.get(item.code)
    own_likeness = 0.0 if now is None else _likeness(item.text, now.text)
    if own_likeness >= _ALIKE:
        return None
    same = (
        (year, criteria.item_by_code[item.code])
        for year, criteria in facts.criteria.items()
        if year != own.fiscal_year and item.code in criteria.item_by_code
    )
    others = ((own.fiscal_year, one) for one in own.items if one.code[:1] == item.code[:1])
    for year, one in (*same, *others):
        if _likeness(item.text, one.text) >= max(_ALIKE, own_likeness + _BETTER):
            return year, one
    return None


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    """Return how alike two wordings are, 0 to 1; one that goes on from the other is the same."""
    first, second = fold(one), fold(other)
    shorter, longer = sorted((first, second), key=len)
    if shorter and longer.startswith(shorter):
        return 1.0
    match = SequenceMatcher(None, first, second, autojunk=False)
    return match.ratio() if match.quick_ratio() >= _ALIKE else 0.0


def _titled(item: Item) -> str:
    """Return the title of an item in Thai quotation marks, whole; a draft says so."""
    return f"“{one_line(item.text)}”{item.draft_mark}"


TOPIC_SCORE_RULES: Final[tuple[Rule, ...]] = (_headings, _scores, _codes)
