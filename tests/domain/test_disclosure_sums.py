"""How OIT items stand, and what that comes to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    late_items,
)
from ita_desktop.domain.disclosure_sums import ItemStanding, standings_of, sums_of
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import compute

TODAY = date(2023, 4, 1)
Sets = Mapping[int, Criteria]


def stand(
    criteria: Criteria, *items: DisclosureItem, entries: Mapping[str, Entry] | None = None
) -> dict[str, ItemStanding]:
    year = criteria.fiscal_year
    known = Disclosure(fiscal_year=year, items={one.code: one for one in items})
    result = compute(criteria, entries or {})
    return {one.item.code: one for one in standings_of(result, known, TODAY)}


def done(criteria: Criteria, code: str) -> DisclosureItem:
    contents = frozenset(one.text for one in asked_contents(criteria.item_by_code[code]))
    return DisclosureItem(
        code=code,
        state=PublishState.PUBLISHED,
        addresses="https://example.go.th",
        contents=contents,
    )


def test_a_published_item_of_9_1_secures_0_40_and_one_of_10_2_secures_2(
    sets: Sets,
) -> None:
    criteria = sets[2566]
    codes = {
        sub: next(i.code for i in criteria.items if i.sub_indicator == sub)
        for sub in ("9.1", "10.2")
    }
    for sub, points in (("9.1", Fraction(2, 5)), ("10.2", Fraction(2))):
        sums = sums_of([*stand(criteria, done(criteria, codes[sub])).values()])
        assert (sums.secured, sums.at_stake) == (points, 40)
        assert (sums.public, sums.complete, sums.items) == (1, 1, 43)


def test_an_item_with_a_content_or_an_address_missing_secures_nothing(sets: Sets) -> None:
    criteria = sets[2566]
    whole = done(criteria, "O1")
    short = DisclosureItem(
        code="O1",
        state=whole.state,
        addresses=whole.addresses,
        contents=frozenset(list(whole.contents)[1:]),
    )
    bare = DisclosureItem(code="O1", state=whole.state, contents=whole.contents)
    for known, missing in ((short, 1), (bare, 0)):
        standings = stand(criteria, known)
        assert len(standings["O1"].missing) == missing
        assert not standings["O1"].complete
        assert sums_of([*standings.values()]).secured == 0
        assert sums_of([*standings.values()]).public == 1


def test_a_content_that_is_asked_for_only_if_any_need_not_be_ticked(sets: Sets) -> None:
    whole = done(sets[2566], "O39")
    first, if_any = asked_contents(sets[2566].item_by_code["O39"])
    for text, complete in ((first.text, True), (if_any.text, False)):
        known = replace(whole, contents=frozenset({text}))
        assert stand(sets[2566], known)["O39"].complete is complete


def test_what_is_left_out_counts_nowhere(sets: Sets) -> None:
    criteria = sets[2566]
    known = DisclosureItem(code="O1", state=PublishState.EXCLUDED, due=date(2023, 1, 1))
    standings = stand(criteria, known)
    assert standings["O1"].points is None
    assert not standings["O1"].counts
    assert not standings["O1"].late
    assert not standings["O1"].unowned
    assert sums_of([*standings.values()]).items == 42


def test_points_of_a_score_that_is_left_out_go_to_its_neighbours(sets: Sets) -> None:
    standings = stand(sets[2566], entries={"O1": EXCLUDED, "O2": Decimal(100)})
    assert standings["O1"].points is None
    assert standings["O2"].points == Fraction(4, 9)


@pytest.mark.parametrize("year", [2564, 2567, 2569])
def test_an_item_that_was_not_checked_has_no_points(sets: Sets, year: int) -> None:
    standings = stand(sets[year])
    unsure = [one for one in standings.values() if not one.item.status.checked]
    assert unsure
    assert all(one.points is None for one in unsure)
    assert sums_of([*standings.values()]).untold >= len(unsure)
    first = unsure[0].item.code
    assert sums_of([*stand(sets[year], done(sets[year], first)).values()]).complete == 1


def test_late_and_nobody_s(sets: Sets) -> None:
    late = DisclosureItem(code="O1", due=date(2023, 3, 31), units="กองคลัง")
    today = DisclosureItem(code="O2", due=TODAY)
    standings = stand(sets[2566], late, today)
    assert standings["O1"].late
    assert not standings["O2"].late
    sums = sums_of([*standings.values()])
    assert (sums.late, sums.unowned) == (1, 42)


def test_late_items_are_counted_of_the_year_s_own_codes_only(sets: Sets) -> None:
    criteria = sets[2566]
    items = {
        "O1": DisclosureItem(code="O1", due=date(2023, 3, 31)),
        "O2": DisclosureItem(code="O2", due=date(2023, 3, 31), state=PublishState.PUBLISHED),
        "O99": DisclosureItem(code="O99", due=date(2023, 3, 31)),
    }
    disclosure = Disclosure(fiscal_year=2566, items=items)
    assert late_items(criteria, disclosure, {}, TODAY) == 1
    assert late_items(criteria, disclosure, {"O1": Decimal(100)}, TODAY) == 0


@pytest.mark.parametrize("score", [Decimal(100), EXCLUDED])
def test_the_table_calls_nothing_late_that_the_scores_count(sets: Sets, score: Entry) -> None:
    known = DisclosureItem(code="O1", due=date(2023, 3, 31))
    standings = stand(sets[2566], known, entries={"O1": score})
    assert not standings["O1"].late
    assert sums_of([*standings.values()]).late == 0
