"""What topics and measures are called where their own words are missing."""

import pytest

from ita_desktop.domain.measure_names import measure_name, topic_name
from ita_desktop.domain.measures import Measure, Topic, TopicItem

NAMELESS = "(ยังไม่มีข้อความ)"
ITEM = TopicItem(id=1, criteria_year=2565, code="i7")
FREE = TopicItem(id=2, criteria_year=2565, text="การยืม\nทรัพย์สิน")


@pytest.mark.parametrize(
    ("topic", "name"),
    [
        (Topic(id=1, fiscal_year=2566, title="เรื่อง", items=(ITEM,)), "เรื่อง"),
        (Topic(id=1, fiscal_year=2566, items=(ITEM, FREE)), "i7"),
        (Topic(id=1, fiscal_year=2566, items=(FREE,)), "การยืม ทรัพย์สิน"),
        (Topic(id=1, fiscal_year=2566), NAMELESS),
    ],
)
def test_a_topic_is_called_by_its_title_its_codes_or_its_words(topic: Topic, name: str) -> None:
    assert topic_name(topic) == name


def test_a_topic_of_measures_alone_is_called_by_the_first_that_has_words() -> None:
    measures = (Measure(id=1), Measure(id=2, text="ทะเบียน\nยืม"), Measure(id=3, text="คู่มือ"))
    topic = Topic(id=1, fiscal_year=2566, measures=measures)
    assert topic_name(topic) == "ทะเบียน ยืม"
    assert measure_name(topic, measures[2]) == "คู่มือ"
    assert measure_name(topic, measures[0]) == NAMELESS  # not by another measure
