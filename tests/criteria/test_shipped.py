"""The sets that ship: complete in themselves, each text with its status and its year."""

import json
from pathlib import Path

import pytest

import ita_desktop.criteria as package
from ita_desktop.criteria import shipped_criteria, shipped_years
from ita_desktop.domain.criteria import Criteria, Status
from ita_desktop.domain.criteria_file import read_criteria, write_criteria

YEARS = (2564, 2565, 2566, 2567, 2568, 2569)


def shipped(year: int) -> Criteria:
    criteria = shipped_criteria(year)
    assert criteria is not None
    return criteria


def test_six_years_ship() -> None:
    assert shipped_years() == YEARS
    assert shipped_criteria(2563) is None


@pytest.mark.parametrize("year", YEARS)
def test_a_file_is_as_the_program_writes_it(year: int) -> None:
    path = Path(package.__file__).parent / f"{year}.json"
    plain = json.loads(path.read_text("utf-8"))
    assert plain == write_criteria(shipped(year))
    assert plain["fiscal_year"] == year


@pytest.mark.parametrize("year", YEARS)
def test_a_set_that_is_trusted_at_the_start_stands_the_full_examination(year: int) -> None:
    path = Path(package.__file__).parent / f"{year}.json"
    assert read_criteria(json.loads(path.read_text("utf-8"))) == shipped(year)


@pytest.mark.parametrize(
    ("year", "iit", "eit", "oit"),
    [
        (2564, 30, 15, 43),
        (2565, 30, 15, 43),
        (2566, 30, 15, 43),
        (2567, 15, 9, 35),
        (2568, 15, 9, 28),
        (2569, 0, 0, 26),
    ],
)
def test_the_number_of_items(year: int, iit: int, eit: int, oit: int) -> None:
    letters = [item.code[0] for item in shipped(year).items]
    assert [letters.count(letter) for letter in "ieO"] == [iit, eit, oit]


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (2564, (9, 8, 7, 4, 5, 8, 2)),
        (2565, (9, 8, 7, 4, 5, 8, 2)),
        (2566, (10, 8, 4, 4, 4, 8, 5)),
        (2567, (6, 7, 4, 4, 4, 8, 2)),
        (2568, (4, 7, 2, 3, 4, 6, 2)),
        (2569, (4, 6, 2, 3, 4, 5, 2)),
    ],
)
def test_the_number_of_items_of_each_sub_indicator(year: int, counts: tuple[int, ...]) -> None:
    criteria = shipped(year)
    codes = ("9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2")
    assert tuple(sub.code for sub in criteria.sub_indicators) == codes
    of_items = [item.sub_indicator for item in criteria.items]
    assert tuple(of_items.count(code) for code in codes) == counts


@pytest.mark.parametrize("year", YEARS)
def test_ten_indicators_three_instruments(year: int) -> None:
    criteria = shipped(year)
    assert [indicator.number for indicator in criteria.indicators] == list(range(1, 11))
    instruments = [indicator.instrument for indicator in criteria.indicators]
    assert instruments == ["IIT"] * 5 + ["EIT"] * 3 + ["OIT"] * 2
    assert [str(i.weight) for i in criteria.instruments] == ["30", "30", "40"]


@pytest.mark.parametrize("year", YEARS)
def test_items_stand_in_order_and_belong_to_their_instrument(year: int) -> None:
    criteria = shipped(year)
    codes = [item.code for item in criteria.items]
    assert codes == sorted(codes, key=lambda code: ("ieO".index(code[0]), int(code[1:])))
    letters = {"IIT": "i", "EIT": "e", "OIT": "O"}
    for item in criteria.items:
        instrument = criteria.indicator_by_number[item.indicator].instrument
        assert item.code[0] == letters[instrument]
        assert (item.sub_indicator is not None) == item.is_oit


@pytest.mark.parametrize("year", YEARS)
def test_a_text_of_another_year_is_never_shown_as_checked(year: int) -> None:
    for item in shipped(year).items:
        assert item.text_from != year
        if item.text_from is not None:
            assert not item.status.checked
            assert item.text_from in YEARS


@pytest.mark.parametrize(
    ("year", "weights", "levels"),
    [
        (2564, True, True),
        (2565, True, True),
        (2566, False, False),
        (2567, False, False),
        (2568, False, False),
        (2569, False, False),
    ],
)
def test_what_was_found_in_a_source(year: int, *, weights: bool, levels: bool) -> None:
    criteria = shipped(year)
    assert (criteria.weights_checked, criteria.levels_checked) == (weights, levels)


@pytest.mark.parametrize(
    ("year", "unchecked"), [(2564, 58), (2565, 36), (2566, 45), (2567, 56), (2568, 26), (2569, 26)]
)
def test_how_many_texts_were_not_checked(year: int, unchecked: int) -> None:
    assert shipped(year).unchecked_texts == unchecked


@pytest.mark.parametrize("year", YEARS)
def test_the_pass_line_is_where_the_levels_pass(year: int) -> None:
    criteria = shipped(year)
    passing = [level.total_from for level in criteria.levels if level.passes]
    assert (min(passing) if passing else None) == criteria.pass_line
    assert {level.total_from for level in criteria.levels[-1:]} <= {0}


def test_every_oit_item_of_2566_says_what_it_must_show() -> None:
    for item in shipped(2566).items:
        assert bool(item.components and item.data_period and item.group) == item.is_oit


def test_known_contents_of_2565() -> None:
    criteria = shipped(2565)
    known = [item.code for item in criteria.items if item.components]
    assert known == ["O19", "O23"]
    assert "ไม่คิดคะแนน" in criteria.item_by_code["O19"].notes[0]


def test_the_two_titles_of_2564_that_differ() -> None:
    before, after = shipped(2564).item_by_code, shipped(2565).item_by_code
    oit = [code for code, item in before.items() if item.is_oit]
    assert [code for code in oit if before[code].text != after[code].text] == ["O34", "O38"]


def test_the_office_and_three_kinds_of_sources_count_as_checked() -> None:
    assert {status for status in Status if status.checked} == {
        *(Status.SEED, Status.VERIFIED, Status.COMPUTED, Status.OFFICE)
    }
