"""Codes of one year against those of another: merged, split, dropped; and the facts."""

import json
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.crosswalk import items_after, items_before

Sets = Mapping[int, Criteria]


@pytest.mark.parametrize(
    ("code", "of_year", "year", "codes"),
    [
        ("O19", 2565, 2566, ("O12",)),  # the budget report of six months, not the plan to buy
        ("O10", 2565, 2566, ("O11",)),
        ("O18", 2565, 2566, ("O11",)),
        ("O10", 2566, 2567, ()),  # protection of personal data was asked for in one year only
        ("O34", 2566, 2569, ("O21",)),
        ("O34", 2566, 2566, ("O34",)),
        ("O99", 2565, 2566, ()),
    ],
)
def test_an_item_goes_on_as(
    sets: Sets, code: str, of_year: int, year: int, codes: tuple[str, ...]
) -> None:
    assert items_after(code, of_year, year, sets.get) == codes


@pytest.mark.parametrize(
    ("code", "year", "of_year", "codes"),
    [
        ("O11", 2566, 2565, ("O10", "O18")),
        ("O8", 2567, 2565, ("O10", "O18", "O11", "O19")),
        ("O10", 2566, 2565, ()),
        ("O43", 2566, 2566, ("O43",)),
    ],
)
def test_an_item_goes_on_from(
    sets: Sets, code: str, year: int, of_year: int, codes: tuple[str, ...]
) -> None:
    assert items_before(code, year, of_year, sets.get) == codes


def test_nothing_goes_over_a_year_without_criteria(sets: Sets) -> None:
    without = {year: one for year, one in sets.items() if year != 2567}
    assert items_after("O1", 2566, 2568, without.get) == ()
    assert items_before("O1", 2568, 2566, without.get) == ()


def test_both_ways_say_the_same(sets: Sets) -> None:
    forward, back = set[tuple[int, str, int, str]](), set[tuple[int, str, int, str]]()
    for year, later in combinations(sorted(sets), 2):
        for item in sets[year].items:
            for code in items_after(item.code, year, later, sets.get):
                forward.add((year, item.code, later, code))
        for item in sets[later].items:
            for code in items_before(item.code, later, year, sets.get):
                back.add((year, code, later, item.code))
    assert forward == back
    assert len(forward) > 500


def test_every_document_of_the_facts_is_followed(sets: Sets, shared: Path) -> None:
    facts: dict[str, Any] = json.loads((shared / "domain" / "criteria.json").read_text("utf-8"))
    followed = 0
    for row in facts["crosswalk_oit"]:
        for year in range(2565, 2569):
            for code in row[str(year)]:
                assert set(items_after(code, year, year + 1, sets.get)) >= set(row[str(year + 1)])
                followed += 1
    assert followed > 130
