"""Points of the total that hang on an item; the losses of the published averaging rule."""

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.criteria import Criteria, Instrument
from ita_desktop.domain.points import loss_of, losses, worth_is_sure, worth_of
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import YearResult, compute

Sets = Mapping[int, Criteria]


def full(criteria: Criteria) -> dict[str, Entry]:
    return {item.code: Decimal(100) for item in criteria.items}


def worth_by_instrument(result: YearResult) -> dict[str, Fraction]:
    criteria = result.criteria
    found: dict[str, Fraction] = defaultdict(Fraction)
    for item in criteria.items:
        found[criteria.indicator_by_number[item.indicator].instrument] += worth_of(result, item)
    return found


@pytest.mark.parametrize(
    ("year", "worths"),
    [
        (2565, "0.44 0.50 0.57 1.00 0.80 1.25 5.00"),
        (2566, "0.40 0.50 1.00 1.00 1.00 1.25 2.00"),
        (2568, "1.00 0.57 2.00 1.33 1.00 1.67 5.00"),
    ],
)
def test_what_one_missing_item_costs(sets: Sets, year: int, worths: str) -> None:
    criteria = sets[year]
    subs = ("9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2")
    for sub, worth in zip(subs, worths.split(), strict=True):
        for item in (item for item in criteria.items if item.sub_indicator == sub):
            result = compute(criteria, {**full(criteria), item.code: Decimal(0)})
            loss = loss_of(result, item)
            assert loss is not None
            assert str(loss.shown) == worth
            assert result.total.value == 100 - loss.points
            assert losses(result) == (loss,)


def test_a_question_costs_its_share_of_the_instrument(sets: Sets) -> None:
    criteria = sets[2566]
    result = compute(criteria, {**full(criteria), "i7": Decimal("79.01"), "e9": Decimal(50)})
    i7, e9 = (criteria.item_by_code[code] for code in ("i7", "e9"))
    assert (worth_of(result, i7), worth_of(result, e9)) == (1, 2)
    assert [(loss.item.code, str(loss.shown)) for loss in losses(result)] == [
        ("e9", "1.00"),
        ("i7", "0.21"),
    ]


def test_equal_losses_stand_in_the_order_of_the_criteria(sets: Sets) -> None:
    criteria = sets[2566]
    missing: Mapping[str, Entry] = {code: Decimal(0) for code in ("O43", "O19", "O40", "O1")}
    result = compute(criteria, {**full(criteria), **missing})
    assert [loss.item.code for loss in losses(result)] == ["O40", "O43", "O19", "O1"]


def test_an_item_without_a_score_loses_nothing_yet(sets: Sets) -> None:
    criteria = sets[2566]
    result = compute(criteria, {"O2": EXCLUDED})
    assert losses(result) == ()
    for code in ("O1", "O2"):
        assert loss_of(result, criteria.item_by_code[code]) is None
    assert worth_of(result, criteria.item_by_code["O2"]) == 0
    assert worth_of(result, criteria.item_by_code["O1"]) == Fraction(4, 9)


def test_where_an_indicator_is_left_out_whole_the_other_carries_the_weight(sets: Sets) -> None:
    criteria = sets[2566]
    out: Mapping[str, Entry] = {item.code: EXCLUDED for item in criteria.items_of(10)}
    result = compute(criteria, {**full(criteria), **out, "O1": Decimal(0)})
    loss = loss_of(result, criteria.item_by_code["O1"])
    assert loss is not None
    assert str(loss.shown) == "0.80"
    assert result.total.value == 100 - loss.points


def test_an_indicator_left_out_by_item_and_entered_whole_still_counts(sets: Sets) -> None:
    criteria = sets[2566]
    out: Mapping[str, Entry] = {item.code: EXCLUDED for item in criteria.items_of(10)}
    entries = {**full(criteria), **out, "10": Decimal(100), "O1": Decimal(0)}
    result = compute(criteria, entries)
    loss = loss_of(result, criteria.item_by_code["O1"])
    assert loss is not None
    assert result.total.value == 100 - loss.points


def test_nothing_is_worth_anything_where_everything_is_left_out(sets: Sets) -> None:
    for criteria in sets.values():
        result = compute(criteria, {item.code: EXCLUDED for item in criteria.items})
        assert {worth_of(result, item) for item in criteria.items} == {Fraction()}
        assert losses(result) == ()


def expected_worth(instrument: Instrument, result: YearResult) -> Fraction:
    """The weight of an instrument, less what its indicators without any item are worth."""
    indicators = result.criteria.indicators_of(instrument.code)
    empty = sum(not result.criteria.items_of(indicator.number) for indicator in indicators)
    out = sum(
        bool(items) and all(result.entries.get(item.code) is EXCLUDED for item in items)
        for items in (result.criteria.items_of(indicator.number) for indicator in indicators)
    )
    counted = len(indicators) - out
    return Fraction(instrument.weight) * (counted - empty) / counted if counted else Fraction()


@given(data=st.data(), year=st.integers(2564, 2569))
def test_items_share_out_the_weight_of_their_instrument(
    sets: Sets, data: st.DataObject, year: int
) -> None:
    criteria = sets[year]
    codes = [item.code for item in criteria.items]
    excluded = data.draw(st.sets(st.sampled_from(codes)))
    for sub in data.draw(st.sets(st.sampled_from(criteria.sub_indicators))):
        excluded |= {item.code for item in criteria.items if item.sub_indicator == sub.code}
    result = compute(criteria, dict.fromkeys(excluded, EXCLUDED))
    worths = worth_by_instrument(result)
    for instrument in criteria.instruments:
        assert worths.get(instrument.code, 0) == expected_worth(instrument, result)


@given(data=st.data(), year=st.sampled_from([2565, 2566, 2567, 2568]))
def test_the_worth_of_an_item_is_what_the_total_moves_by(
    sets: Sets, data: st.DataObject, year: int
) -> None:
    criteria = sets[year]
    entries: dict[str, Entry] = full(criteria)
    oit = [item.code for item in criteria.items if item.is_oit]
    out = data.draw(st.lists(st.booleans(), min_size=len(oit), max_size=len(oit)))
    excluded = [code for code, is_out in zip(oit, out, strict=True) if is_out]
    entries |= dict.fromkeys(excluded, EXCLUDED)
    counted = [item.code for item in criteria.items if item.code not in excluded]
    item = criteria.item_by_code[data.draw(st.sampled_from(counted))]
    high = compute(criteria, entries)
    low = compute(criteria, {**entries, item.code: Decimal(0)})
    assert high.total.value is not None
    assert low.total.value is not None
    assert high.total.value - low.total.value == worth_of(high, item) == worth_of(low, item)


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_a_loss_is_in_proportion_to_the_missing_points(sets: Sets, score: Decimal) -> None:
    criteria = sets[2566]
    loss = loss_of(compute(criteria, {"i1": score}), criteria.item_by_code["i1"])
    assert loss is not None
    assert loss.points == (100 - Fraction(score)) / 100
    assert loss.shown == round_half_up(loss.points)


def test_points_beside_a_guess_are_no_fact(sets: Sets) -> None:
    def sure(year: int) -> set[str]:
        items = (item for item in sets[year].items if item.is_oit)
        return {item.code for item in items if worth_is_sure(sets[year], item)}

    assert len(sure(2566)) == 43
    assert sets[2568].item_by_code.keys() - sure(2568) >= {"O25", "O26"}
    assert len(sure(2568)) == 26
    assert sets[2567].item_by_code["O1"].status.checked
    assert sure(2567) == set()
