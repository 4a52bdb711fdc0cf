"""Topics from weak scores: which are weak, made as one deed, apart or by indicator."""

from decimal import Decimal

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.measures import instrument_of
from ita_desktop.workflows.measures.from_scores import add_weak_items, used_codes, weak_items
from ita_desktop.workflows.scores.year_scores import put_entries, year_result

LIMITS = BandLimits(Decimal(85), Decimal(90))


def test_weak_items_are_the_urgent_ones_first_each_from_the_lowest(sample: DataFile) -> None:
    weak = weak_items(year_result(sample, 2566), LIMITS)
    assert {one.band for one in weak} == {Band.URGENT, Band.IMPROVE}
    assert [one.band for one in weak] == sorted(
        (one.band for one in weak), key=lambda band: band is not Band.URGENT
    )
    for band in (Band.URGENT, Band.IMPROVE):
        scores = [one.score for one in weak if one.band is band]
        assert scores == sorted(scores)
    entries = year_result(sample, 2566).entries
    assert {one.code for one in weak} == {
        code
        for code, score in entries.items()
        if isinstance(score, Decimal) and score < 90 and code[0] in "ieO" and code != "IIT"
    }


def test_a_year_of_indicators_only_gives_words_with_their_scores(
    file: DataFile, seed_indicators: dict[str, str]
) -> None:
    entries = {code: Decimal(score) for code, score in seed_indicators.items()}
    put_entries(file, 2565, entries, "คะแนน")
    weak = weak_items(year_result(file, 2565), BandLimits())
    assert [one.indicator for one in weak] == [4, 2, 5, 3, 1, 8]
    assert [one.band for one in weak][:3] == [Band.URGENT, Band.URGENT, Band.IMPROVE]
    numbers = add_weak_items(file, 2565, 2565, weak[:1])
    (topic,) = load_tracker(file, 2565).topics
    assert (topic.id,) == numbers
    assert instrument_of(topic) == "IIT"
    (item,) = topic.items
    assert item.text == "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ"
    assert (item.code, item.score) == ("", Decimal("88.09"))
    assert used_codes(load_tracker(file, 2565), 2565) == {item.text}


def test_each_is_a_topic_of_the_year_and_one_undo_takes_all_back(sample: DataFile) -> None:
    weak = weak_items(year_result(sample, 2565), LIMITS)[:5]
    before = load_tracker(sample, 2566)
    numbers = add_weak_items(sample, 2566, 2565, weak)
    made = [topic for topic in load_tracker(sample, 2566).topics if topic.id in numbers]
    assert [
        [(item.code, item.score, item.criteria_year) for item in one.items] for one in made
    ] == [[(one.code, one.score, 2565)] for one in weak]
    sample.undo()
    assert load_tracker(sample, 2566) == before


def test_items_of_one_indicator_share_a_topic_in_the_order_of_their_codes(
    sample: DataFile,
) -> None:
    weak = weak_items(year_result(sample, 2565), LIMITS)
    numbers = add_weak_items(sample, 2566, 2565, weak, by_indicator=True)
    assert len(numbers) == len({one.indicator for one in weak})
    made = [topic for topic in load_tracker(sample, 2566).topics if topic.id in numbers]
    for topic in made:
        places = [int(item.code[1:]) for item in topic.items]
        assert places == sorted(places)
    assert sum(len(topic.items) for topic in made) == len(weak)
