"""From scores to indicators, instruments and total, to the last digit of published figures."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.criteria import TOTAL, Criteria
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import compute

Sets = Mapping[int, Criteria]
Entries = Mapping[str, Entry]
CENT = Decimal("0.01")
scores = st.integers(0, 10_000).map(lambda cents: Decimal(cents).scaleb(-2))


def all_shown(criteria: Criteria, *missing: str) -> dict[str, Entry]:
    """Every OIT item 100 but the missing ones."""
    codes = [item.code for item in criteria.items if item.is_oit]
    assert set(missing) <= set(codes)
    return {code: Decimal(0 if code in missing else 100) for code in codes}


def first_of(criteria: Criteria, subs: Iterable[str]) -> tuple[str, ...]:
    """The first items of sub-indicators; one named twice gives its first two."""
    found: list[str] = []
    for sub in subs:
        items = (i.code for i in criteria.items if i.sub_indicator == sub and i.code not in found)
        found.append(next(items))
    return tuple(found)


def test_seed_001_computed(sets: Sets, seed_indicators: Entries) -> None:
    result = compute(sets[2565], seed_indicators)
    assert {code: str(f.shown) for code, f in result.instruments.items()} == {
        "IIT": "90.42",
        "EIT": "95.66",
        "OIT": "100.00",
    }
    assert {code: str(part) for code, part in result.weighted.items()} == {
        "IIT": "27.13",
        "EIT": "28.69",
        "OIT": "40.00",
    }
    assert str(result.total.shown) == "95.82"
    assert result.total.value == Fraction("95.8242")
    assert result.complete
    assert result.missing_indicators == ()


def test_seed_001_as_published(sets: Sets, seed_indicators: Entries) -> None:
    result = compute(sets[2565], {**seed_indicators, "EIT": Decimal("95.65")})
    eit = result.instruments["EIT"]
    assert (eit.shown, eit.computed_shown) == (Decimal("95.65"), Decimal("95.66"))
    assert (str(eit.difference), eit.disagrees, eit.source) == ("-0.01", False, "entered")
    assert [str(part) for part in result.weighted.values()] == ["27.13", "28.69", "40.00"]
    assert str(result.total.shown) == "95.82"


def test_the_ranking_is_the_printed_one(sets: Sets, seed_indicators: Entries) -> None:
    ranking = compute(sets[2565], seed_indicators).ranking
    assert [indicator.number for indicator, _ in ranking] == [9, 10, 7, 6, 8, 1, 3, 5, 2, 4]
    assert [str(score) for _, score in (ranking[0], ranking[-1])] == ["100.00", "88.09"]


def test_indicators_that_are_shown_alike_are_a_tie(sets: Sets) -> None:
    criteria = sets[2565]
    thirds = {code: Decimal(90) for code in ("i1", "i2", "i3", "i4", "i5", "i6")}
    entries: Entries = {**thirds, "i6": Decimal("90.01"), "2": Decimal("90.00")}
    result = compute(criteria, entries)
    assert result.indicators[1].value != result.indicators[2].value
    assert [indicator.number for indicator, _ in result.ranking] == [1, 2]


@pytest.mark.parametrize("year", [2564, 2565])
@pytest.mark.parametrize(
    ("missing", "printed"),
    [
        (["9.3"], "97.14"),
        (["9.1"], "97.78"),
        (["9.5"], "96.00"),
        (["9.2"], "97.50"),
        (["9.2", "9.3"], "94.64"),
        (["9.1", "9.5"], "93.78"),
        (["9.2", "9.5"], "93.50"),
        (["9.2", "9.4"], "92.50"),
        (["9.2", "9.2", "9.2"], "92.50"),
        (["10.1"], "93.75"),
        (["10.1", "10.1"], "87.50"),
    ],
)
def test_oit_indicators_are_means_of_sub_indicators(
    sets: Sets, year: int, missing: list[str], printed: str
) -> None:
    criteria = sets[year]
    number, other = (10, 9) if missing[0].startswith("10") else (9, 10)
    result = compute(criteria, all_shown(criteria, *first_of(criteria, missing)))
    assert str(result.indicators[number].shown) == printed
    assert str(result.indicators[other].shown) == "100.00"
    assert result.instruments["OIT"].value == (100 + (result.indicators[number].value or 0)) / 2


def test_an_item_left_out_is_not_a_zero(sets: Sets) -> None:
    criteria = sets[2565]
    entries = all_shown(criteria, "O18")
    out = compute(criteria, {**entries, "O19": EXCLUDED})
    assert out.sub_indicators["9.3"].value == Fraction(500, 6)
    assert out.sub_indicators["9.3"].complete
    zero = compute(criteria, {**entries, "O19": Decimal(0)})
    assert zero.sub_indicators["9.3"].value == Fraction(500, 7)


def test_a_sub_indicator_left_out_whole_does_not_count(sets: Sets) -> None:
    criteria = sets[2565]
    entries: dict[str, Entry] = all_shown(criteria, "O42")
    result = compute(criteria, {**entries, "O42": EXCLUDED, "O43": EXCLUDED})
    assert result.sub_indicators["10.2"].value is None
    assert str(result.indicators[10].shown) == "100.00"
    assert result.indicators[10].complete


def test_a_year_with_an_indicator_left_out_whole_has_a_total(
    sets: Sets, seed_indicators: Entries
) -> None:
    criteria = sets[2565]
    entries = {code: score for code, score in seed_indicators.items() if code not in ("9", "10")}
    out: Entries = {item.code: EXCLUDED for item in criteria.items_of(10)}
    result = compute(criteria, {**all_shown(criteria), **entries, **out})
    assert result.instruments["OIT"].value == 100
    assert result.complete


def test_nothing_entered_is_nothing_known(sets: Sets) -> None:
    for criteria in sets.values():
        result = compute(criteria, {})
        figures = [*result.indicators.values(), *result.instruments.values(), result.total]
        assert {figure.value for figure in figures} == {None}
        assert not any(figure.complete for figure in figures)
        assert (result.weighted, result.ranking) == ({}, ())
        assert result.missing_indicators == criteria.indicators


def test_no_total_before_every_instrument_has_a_score(sets: Sets, seed_indicators: Entries) -> None:
    entries = {code: score for code, score in seed_indicators.items() if int(code) <= 8}
    result = compute(sets[2565], entries)
    assert (result.total.value, result.weighted, result.complete) == (None, {}, False)
    assert [indicator.number for indicator in result.missing_indicators] == [9, 10]


def test_a_missing_indicator_leaves_the_year_incomplete(
    sets: Sets, seed_indicators: Entries
) -> None:
    entries = {code: score for code, score in seed_indicators.items() if code != "4"}
    result = compute(sets[2565], entries)
    assert result.instruments["IIT"].value == Fraction("364.03") / 4
    assert result.total.value is not None
    assert not result.complete
    assert [indicator.number for indicator in result.missing_indicators] == [4]


def test_an_instrument_that_is_entered_needs_no_indicator(sets: Sets) -> None:
    entries = {"IIT": Decimal(80), "EIT": Decimal(97), "OIT": Decimal(100)}
    result = compute(sets[2566], entries)
    assert str(result.total.shown) == "93.10"
    assert result.complete
    assert (result.missing_indicators, result.entered_items) == ((), 0)


def test_entered_total_stays_beside_the_computed_one(sets: Sets, seed_indicators: Entries) -> None:
    result = compute(sets[2565], {**seed_indicators, "total": Decimal("95.80")})
    total = result.total
    assert (str(total.shown), str(total.computed_shown)) == ("95.80", "95.82")
    assert (str(total.difference), total.disagrees) == ("-0.02", True)
    assert sum(result.weighted.values()) == total.computed_shown


@pytest.mark.parametrize(
    ("entered", "difference", "disagrees"),
    [
        ("90.42", None, False),
        ("90.43", "0.01", False),
        ("90.41", "-0.01", True),  # 0.014 less than 90.424
        ("90.44", "0.02", True),
    ],
)
def test_a_difference_over_a_hundredth_disagrees(
    sets: Sets, seed_indicators: Entries, entered: str, difference: str | None, *, disagrees: bool
) -> None:
    iit = compute(sets[2565], {**seed_indicators, "IIT": Decimal(entered)}).instruments["IIT"]
    shown = None if iit.difference is None else str(iit.difference)
    assert (shown, iit.disagrees) == (difference, disagrees)


def test_eit_parts_change_no_figure(sets: Sets, seed_indicators: Entries) -> None:
    parts = {"EIT/1": Decimal(1), "EIT/2": Decimal(2), "6/1": Decimal(3), "e1/2": Decimal(4)}
    assert parts.keys() <= sets[2565].score_codes
    with_parts = compute(sets[2565], {**seed_indicators, **parts})
    assert with_parts.total == compute(sets[2565], seed_indicators).total


def test_every_figure_is_found_by_its_code(sets: Sets, seed_indicators: Entries) -> None:
    result = compute(sets[2565], seed_indicators)
    assert result.figure("7") is result.indicators[7]
    assert result.figure("EIT") is result.instruments["EIT"]
    assert result.figure(TOTAL) is result.total
    assert (result.figure("11"), result.figure("i1"), result.figure("")) == (None, None, None)


def test_entries_that_are_changed_later_change_no_result(sets: Sets) -> None:
    entries: dict[str, Entry] = {"1": Decimal(90)}
    result = compute(sets[2565], entries)
    entries["1"] = Decimal(10)
    assert result.entries["1"] == 90


@given(data=st.data(), year=st.sampled_from([2564, 2565, 2566, 2567, 2568]))
def test_parts_add_up_and_means_stay_between_their_scores(
    sets: Sets, data: st.DataObject, year: int
) -> None:
    criteria = sets[year]
    entries: dict[str, Entry] = {}
    for item in criteria.items:
        kinds = st.sampled_from([Decimal(0), Decimal(100), EXCLUDED]) if item.is_oit else scores
        entries[item.code] = data.draw(kinds)
    entries |= data.draw(st.dictionaries(st.sampled_from(["1", "6", "9", "IIT", "EIT"]), scores))
    result = compute(criteria, entries)
    values = [f.value for f in result.instruments.values() if f.value is not None]
    if result.total.computed is None:
        assert result.weighted == {}
        assert len(values) < len(criteria.instruments)
        return
    assert min(values) <= result.total.computed <= max(values)
    assert sum(result.weighted.values()) == result.total.computed_shown
    for instrument in criteria.instruments:
        value = result.instruments[instrument.code].value
        assert value is not None
        exact = Fraction(instrument.weight) * value / 100
        assert abs(result.weighted[instrument.code] - round_half_up(exact)) <= CENT
        below = [
            found
            for indicator in criteria.indicators_of(instrument.code)
            if (found := result.indicators[indicator.number].value) is not None
        ]
        computed = result.instruments[instrument.code].computed
        assert computed is None or min(below) <= computed <= max(below)


@given(weights=st.tuples(st.integers(0, 100), st.integers(0, 100)), data=st.data())
def test_any_weights_give_parts_that_add_up(
    sets: Sets, weights: tuple[int, int], data: st.DataObject
) -> None:
    first, second = sorted(weights)
    criteria = sets[2565]
    shares = (first, second - first, 100 - second)
    instruments = tuple(
        replace(instrument, weight=Decimal(weight))
        for instrument, weight in zip(criteria.instruments, shares, strict=True)
    )
    entries = {instrument.code: data.draw(scores) for instrument in instruments}
    result = compute(replace(criteria, instruments=instruments), entries)
    assert sum(result.weighted.values()) == result.total.shown
