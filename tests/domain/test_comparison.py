"""Last year's score of the same item, found by what the item is."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from ita_desktop.domain.comparison import change, previous_entry
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import compute

Sets = Mapping[int, Criteria]


@pytest.mark.parametrize(
    ("year", "code", "before"),
    [
        (2565, "O19", ("O19",)),
        (2565, "O34", ()),  # No Gift Policy took the place of เจตจำนงสุจริตของผู้บริหาร
        (2566, "i7", ("i7",)),
        (2566, "O19", ("O21",)),
        (2566, "O21", ("O23",)),
        (2566, "O10", ()),
        (2566, "O11", ("O10", "O18")),
        (2566, "O42", ("O42",)),
        (2567, "i1", ()),  # other questions than in 2566
        (2567, "O8", ("O11", "O12")),
        (2568, "O1", ("O1", "O3")),
        (2569, "O25", ("O27",)),
    ],
)
def test_an_item_goes_on_from_what_it_was(
    sets: Sets, year: int, code: str, before: tuple[str, ...]
) -> None:
    assert sets[year].item_by_code[code].previous == before


def test_what_an_item_goes_on_from_is_there(sets: Sets) -> None:
    for year, criteria in sets.items():
        known = {item.code for item in sets[year - 1].items} if year - 1 in sets else set[str]()
        for item in criteria.items:
            assert set(item.previous) <= known
            assert {code[0] for code in item.previous} <= {item.code[0]}


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        ({"O23": Decimal(0)}, Decimal(0)),
        ({"O23": EXCLUDED}, EXCLUDED),
        ({"O21": Decimal(100)}, None),  # the number is the same, the item is not
        ({}, None),
    ],
)
def test_last_years_score_is_found_by_the_item(
    sets: Sets, last: Mapping[str, Entry], shown: Entry | None
) -> None:
    last_year = compute(sets[2565], last)
    assert previous_entry(sets[2566].item_by_code["O21"], last_year) == shown


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        ({"O10": Decimal(100), "O18": Decimal("100.00")}, Decimal(100)),
        ({"O10": Decimal(100), "O18": Decimal(0)}, None),
        ({"O10": Decimal(100), "O18": EXCLUDED}, None),
        ({"O10": Decimal(100)}, None),
    ],
)
def test_a_merged_item_shows_a_score_all_its_parts_share(
    sets: Sets, last: Mapping[str, Entry], shown: Entry | None
) -> None:
    last_year = compute(sets[2565], last)
    assert previous_entry(sets[2566].item_by_code["O11"], last_year) == shown


def test_without_a_year_before_there_is_no_score(sets: Sets) -> None:
    assert previous_entry(sets[2566].item_by_code["O11"], None) is None


def test_a_new_item_has_no_score_before(sets: Sets) -> None:
    last_year = compute(sets[2565], {"O10": Decimal(100)})
    assert previous_entry(sets[2566].item_by_code["O10"], last_year) is None


@pytest.mark.parametrize(
    ("now", "before", "moved"),
    [
        (Decimal("79.01"), Decimal("71.20"), Decimal("7.81")),
        (Decimal(0), Decimal(100), Decimal(-100)),
        (Decimal(5), Decimal(5), Decimal(0)),
        (Decimal(5), EXCLUDED, None),
        (EXCLUDED, Decimal(5), None),
        (None, Decimal(5), None),
        (Decimal(5), None, None),
    ],
)
def test_a_change_needs_two_scores(
    now: Entry | None, before: Entry | None, moved: Decimal | None
) -> None:
    assert change(now, before) == moved
