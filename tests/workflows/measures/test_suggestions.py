"""Examples to start a measure from: by indicator, into a topic, the office's own library."""

from dataclasses import replace

import pytest

from ita_desktop.criteria.suggestions import shipped_suggestions
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Topic
from ita_desktop.domain.suggestions import Origin, Suggestion
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.measures.suggestions import (
    apply_suggestion,
    hidden_suggestions,
    hide_suggestion,
    indicators_of,
    save_suggestion,
    show_hidden,
    suggestions_for,
)
from ita_desktop.workflows.rows.deeds import add_row

YEAR = 2565


def topic(file: DataFile, code: str = "", words: str = "", year: int = YEAR) -> Topic:
    number = add_row(file, Kind.TOPIC, year)
    add_row(file, Kind.ITEM, number, {"code": code, "text": words})
    return look(file, number)


def look(file: DataFile, number: int, year: int = YEAR) -> Topic:
    return next(one for one in load_tracker(file, year).topics if one.id == number)


def test_every_indicator_has_three_examples_that_say_everything() -> None:
    shipped = shipped_suggestions()
    for number in range(1, 11):
        assert sum(one.indicator == number for one in shipped) >= 3
    for one in shipped:
        assert one.finding
        assert one.measure
        assert one.follow_up
        assert 2 <= len(one.steps) <= 4
    assert len({one.key for one in shipped}) == len(shipped)
    assert len({one.measure for one in shipped}) == len(shipped)


def test_examples_are_those_of_the_indicator_of_the_code_in_its_year(file: DataFile) -> None:
    made = topic(file, "i7")
    (number,) = indicators_of(file, made)
    assert {one.indicator for one in suggestions_for(file, made)} == {number}


def test_free_words_are_offered_everything_or_what_they_name(file: DataFile) -> None:
    assert len(suggestions_for(file, topic(file, words="งานทะเบียน"))) == len(shipped_suggestions())
    named = topic(file, words="ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต")
    assert {one.indicator for one in suggestions_for(file, named)} == {10}


def test_one_is_taken_as_one_deed_and_fills_what_is_empty(file: DataFile) -> None:
    made = topic(file, "i7")
    example = suggestions_for(file, made)[0]
    before = file.latest_deed()
    number = apply_suggestion(file, made.id, example)
    assert file.latest_deed() == (before or 0) + 1
    now = look(file, made.id)
    (measure,) = now.measures
    assert (measure.id, measure.text, measure.follow_up) == (
        number,
        example.measure,
        example.follow_up,
    )
    assert tuple(step.text for step in measure.steps) == example.steps
    assert now.items[0].finding == example.finding
    file.undo()
    assert look(file, made.id) == made


def test_a_finding_that_was_written_stays(file: DataFile) -> None:
    number = add_row(file, Kind.TOPIC, YEAR)
    add_row(file, Kind.ITEM, number, {"code": "i7", "finding": "ของเดิม"})
    apply_suggestion(file, number, shipped_suggestions()[0])
    assert look(file, number).items[0].finding == "ของเดิม"


def test_an_empty_measure_is_filled_and_one_with_words_is_not(file: DataFile) -> None:
    made = topic(file, "i7")
    empty = add_row(file, Kind.MEASURE, made.id)
    assert apply_suggestion(file, made.id, shipped_suggestions()[0]) == empty
    assert apply_suggestion(file, made.id, shipped_suggestions()[1]) != empty
    assert len(look(file, made.id).measures) == 2


def test_a_topic_that_is_gone_is_told(file: DataFile) -> None:
    with pytest.raises(ClerkError, match="ถูกลบ"):
        apply_suggestion(file, 999, shipped_suggestions()[0])


def test_an_edited_example_stands_in_the_place_of_the_shipped_one(file: DataFile) -> None:
    made = topic(file, "i7")
    example = suggestions_for(file, made)[0]
    kept = save_suggestion(file, replace(example, measure="ของหน่วยงานเอง"))
    offered = suggestions_for(file, made)
    assert offered[0].measure == "ของหน่วยงานเอง"
    assert example.key not in {one.key for one in offered}
    again = save_suggestion(file, replace(offered[0], measure="แก้อีกครั้ง"))
    assert again.key == offered[0].key
    assert suggestions_for(file, made)[0].measure == "แก้อีกครั้ง"
    hide_suggestion(file, again)
    assert example in suggestions_for(file, made)
    assert kept.origin is Origin.OFFICE


def test_a_new_example_is_the_offices_own(file: DataFile) -> None:
    new = Suggestion(key="", indicator=0, measure="ใหม่", origin=Origin.OFFICE)
    save_suggestion(file, new)
    assert suggestions_for(file, topic(file, "O43"))[0].measure == "ใหม่"
    with pytest.raises(ClerkError, match="มาตรการหรือขั้นตอน"):
        save_suggestion(file, replace(new, measure="  "))


def test_a_shipped_one_is_hidden_and_shown_again(file: DataFile) -> None:
    made = topic(file, "i7")
    before = suggestions_for(file, made)
    hide_suggestion(file, before[0])
    assert suggestions_for(file, made) == before[1:]
    assert len(hidden_suggestions(file, made)) == 1
    assert show_hidden(file, made) == 1
    assert suggestions_for(file, made) == before


def test_measures_of_other_topics_are_offered_once_and_not_those_of_the_topic(
    file: DataFile,
) -> None:
    here, there, elsewhere = topic(file, "i7"), topic(file, "i8"), topic(file, "O1")
    for one in (here, there, there, elsewhere):
        measure = add_row(file, Kind.MEASURE, one.id, {"text": f"มาตรการของ {one.items[0].code}"})
        add_row(file, Kind.STEP, measure, {"text": "ขั้นเดียว"})
    used = [one for one in suggestions_for(file, here) if one.origin is Origin.USED]
    assert [(one.measure, one.steps, one.fiscal_year) for one in used] == [
        ("มาตรการของ i8", ("ขั้นเดียว",), YEAR)
    ]
    with pytest.raises(ClerkError, match="ประเด็นอื่น"):
        hide_suggestion(file, used[0])


def test_a_measure_that_was_taken_from_an_example_is_not_offered_twice(file: DataFile) -> None:
    first, second = topic(file, "i7"), topic(file, "i7")
    before = suggestions_for(file, second)
    apply_suggestion(file, first.id, before[0])
    assert suggestions_for(file, second) == before


def test_words_are_sought_in_everything_an_example_says() -> None:
    one = Suggestion(key="", indicator=1, measure="ใช้บัตรคิว", steps=("จัดเจ้าหน้าที่ ๒ คน",))
    assert one.has("บัตร 2 คน")
    assert not one.has("บัตร รถ")
