"""What other scores would come to: exact, also under figures that were entered as a whole."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.domain.criteria import TOTAL, Criteria
from ita_desktop.domain.levels import gap_to, gap_to_next_level, level_of
from ita_desktop.domain.moved_figures import By, Change
from ita_desktop.domain.points import worth_of
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import YearResult, compute
from ita_desktop.domain.tried_scores import can_be_tried
from ita_desktop.domain.what_if import best_steps, gain_of, ranked, what_if

Sets = Mapping[int, Criteria]
scores = st.integers(0, 10_000).map(lambda cents: Decimal(cents).scaleb(-2))
OIT_100, OIT_0 = Decimal(100), Decimal(0)


def of(criteria: Criteria, value: str = "90", **others: str) -> YearResult:
    """Return a year whose questions have ``value`` and whose OIT items are all published."""
    entries: dict[str, Entry] = {
        item.code: OIT_100 if item.is_oit else Decimal(value) for item in criteria.items
    }
    return compute(criteria, entries | {code: Decimal(text) for code, text in others.items()})


@pytest.mark.parametrize(
    "above",
    [{}, {"9": "90"}, {"OIT": "90"}, {"total": "90"}, {"9": "80", "OIT": "81", "total": "82"}],
    ids=["nothing", "indicator", "instrument", "total", "all"],
)
@pytest.mark.parametrize(("code", "points"), [("O1", "0.40"), ("O43", "2.00"), ("O11", "0.50")])
def test_publishing_an_item_of_2566_raises_the_total_by_its_worth(
    sets: Sets, above: Mapping[str, str], code: str, points: str
) -> None:
    before = of(sets[2566], **{**above, code: "0"})
    assert worth_of(before, sets[2566].item_by_code[code]) == Fraction(points)
    found = what_if(before, {code: OIT_100})
    assert found.gain == Fraction(points)
    assert str(gain_of(before, code, OIT_100).shown) == points
    if TOTAL not in above:
        assert what_if(of(sets[2566]), {code: OIT_0}).gain == -Fraction(points)


def test_an_item_without_a_score_was_not_what_it_becomes(sets: Sets) -> None:
    whole = compute(sets[2566], {c: Decimal(88) for c in ("IIT", "EIT", "OIT")})
    assert what_if(whole, {"O1": OIT_100}).gain == Fraction("0.40")
    assert what_if(whole, {"O43": OIT_0}).gain == Fraction(-2)
    assert what_if(whole, {"i1": By(Decimal(5))}).gain == Fraction("0.05")
    assert what_if(whole, {"i1": Decimal(98)}).gain == Fraction("0.10")  # it stood at 88 before
    assert what_if(whole, {"7": By(Decimal(5))}).gain == Fraction("0.50")


def test_a_published_figure_does_not_pass_100(sets: Sets) -> None:
    before = of(sets[2566], O43="0", OIT="99", IIT="95")
    after = what_if(before, {"O43": OIT_100, "i1": By(Decimal(50))}).after
    assert after.instruments["OIT"].value == 100
    assert after.entries["i1"] == 100


def test_a_published_total_moves_with_an_instrument_or_an_indicator(sets: Sets) -> None:
    before = of(sets[2566], EIT="80", total="82")
    assert what_if(before, {"EIT": By(Decimal(10))}).after.total.value == 85
    assert what_if(before, {"2": By(Decimal(5))}).after.total.value == Fraction("82.3")


def test_of_a_year_without_a_total_no_gain_is_told(sets: Sets) -> None:
    entries = {code: one for code, one in of(sets[2566]).entries.items() if code[0] != "O"}
    before = compute(sets[2566], entries)
    found = what_if(before, {"OIT": OIT_100})
    assert (before.total.value, found.gain) == (None, None)
    assert found.after.total.value == 94
    assert gain_of(before, "OIT", OIT_100).shown is None
    assert ranked(before, {"OIT": OIT_100}) == ()


def test_a_loss_is_shown_negative_and_is_not_offered(sets: Sets) -> None:
    before = of(sets[2566], O43="0")
    offered: dict[str, Change] = {"O1": OIT_0, "O2": OIT_100, "O43": OIT_100}
    assert str(gain_of(before, "O1", OIT_0).shown) == "-0.40"
    assert [gain.code for gain in ranked(before, offered)] == ["O43"]


def test_the_figures_between_move_by_their_part(sets: Sets) -> None:
    before = of(sets[2566], O1="0", O43="0", **{"9": "70.01", "OIT": "60.5"})
    after = what_if(before, {"O1": OIT_100}).after
    assert after.indicators[9].value == Fraction("70.01") + 2
    assert after.instruments["OIT"].value == Fraction("60.5") + 1
    assert after.sub_indicators["9.1"].value == 100
    assert (after.indicators[10].value, before.entries["O1"]) == (90, 0)


def test_a_figure_that_is_changed_itself_is_as_it_is_changed_to(sets: Sets) -> None:
    before = of(sets[2566], O1="0", OIT="60")
    after = what_if(before, {"O1": OIT_100, "OIT": Decimal(75)}).after
    assert after.instruments["OIT"].value == 75
    assert what_if(before, {"OIT": By(Decimal(5))}).after.instruments["OIT"].value == 65


def test_a_computed_figure_moves_by_points_exactly(sets: Sets) -> None:
    before = of(sets[2566], i1="90.01")
    after = what_if(before, {"1": By(Decimal(3))}).after
    assert after.indicators[1].value == Fraction("90.01") / 6 + 75 + 3


def test_an_unknown_score_moves_by_nothing(sets: Sets) -> None:
    before = compute(sets[2566], {"i1": Decimal(90)})
    found = what_if(before, {"i2": By(Decimal(5)), "O1": OIT_100})
    assert found.after.entries == {"i1": Decimal(90), "O1": OIT_100}
    assert (found.gain, gap_to_next_level(found.after)) == (None, None)
    assert gain_of(before, "O1", OIT_100).shown is None


def test_an_item_left_out_makes_the_others_worth_more(sets: Sets) -> None:
    out: dict[str, Change] = {"O2": EXCLUDED}
    for above in ({}, {"9": "92", "OIT": "90"}):
        before = of(sets[2566], O1="0", **above)
        assert what_if(before, out).gain == -Fraction(40, 10) * (Fraction(9, 10) - Fraction(8, 9))
        assert what_if(before, {"O1": EXCLUDED}).gain == Fraction("0.40")


def test_a_whole_sub_indicator_left_out_under_an_entered_figure(sets: Sets) -> None:
    before = of(sets[2566], OIT="90", O40="0")
    out: dict[str, Change] = {i.code: EXCLUDED for i in sets[2566].items if i.indicator == 10}
    assert what_if(before, out).after.instruments["OIT"].value == 95  # (100 + 90) / 2 to 100
    gone = compute(sets[2566], {**before.entries, **dict.fromkeys(out, EXCLUDED)})
    assert what_if(gone, {"O43": OIT_100}).after.instruments["OIT"].value == 90


def test_what_is_missing_for_a_level(sets: Sets) -> None:
    before = of(sets[2566], "84", EIT="96")
    found = what_if(before, {})
    level = level_of(found.after)
    assert level is not None
    assert level.name == "ผ่าน"
    gap = gap_to_next_level(found.after)
    assert gap is not None
    assert (gap.level.name, gap.total, gap.instruments) == ("ผ่านดี", 0, {"IIT": 1})
    assert not gap.level.status.checked
    best = gap_to(found.after, sets[2566].levels[0])
    assert best is not None
    assert best.level.name == "ผ่านดีเยี่ยม"
    assert (best.total, best.instruments) == (Decimal("1.00"), {"IIT": 11})
    reached = what_if(before, {code: By(Decimal(1)) for code in ("1", "2", "3", "4", "5")})
    level = level_of(reached.after)
    assert level is not None
    assert level.name == "ผ่านดี"
    assert gap_to_next_level(what_if(of(sets[2566], "100"), {}).after) is None


def test_an_instrument_that_is_not_known_keeps_the_gap_untold(sets: Sets) -> None:
    found = what_if(compute(sets[2566], {"total": Decimal(88)}), {"O43": OIT_100})
    assert str(found.after.total.value) == "90"
    assert (level_of(found.after), gap_to_next_level(found.after)) == (None, None)
    assert gap_to(found.after, sets[2566].levels[1]) is None
    letters = gap_to_next_level(what_if(compute(sets[2565], {"total": Decimal(88)}), {}).after)
    assert letters is not None
    assert (letters.level.name, letters.total) == ("AA", Decimal("7.00"))


def test_the_best_steps_end_where_the_level_is_better(sets: Sets) -> None:
    criteria = sets[2565]
    before = of(criteria, "90", O43="0", O42="0", O1="0", O34="0")
    offered: dict[str, Change] = {
        item.code: OIT_100 if item.is_oit else By(Decimal(5)) for item in criteria.items
    }
    dearest = ranked(before, offered)
    steps = best_steps(before, {}, offered, dearest)
    assert [step.code for step in steps] == ["O42"]  # 82.31 is B, 87.31 is A
    assert [step.gain for step in steps] == [5]
    level = level_of(steps[0].after)
    assert level is not None
    assert level.name == "A"
    more = best_steps(before, {"O42": OIT_100, "O43": OIT_100}, offered, dearest, most=3)
    assert [step.code for step in more][:2] == ["O34", "O1"]
    assert len(more) == 3


def test_what_can_be_tried_is_what_is_known_the_dearest_first(sets: Sets) -> None:
    criteria = sets[2566]
    tried = can_be_tried(of(criteria, "90", O43="0", O1="0"))
    assert len(tried) == len(criteria.items)
    assert [one.code for one in tried[:2]] == ["O43", "O1"]  # 2.00, 0.40; e1 0.20
    assert [one.usual for one in tried[:2]] == [OIT_100, OIT_100]
    assert tried[2].usual == By(Decimal(5))
    assert can_be_tried(compute(criteria, {"i1": Decimal(90)})) == ()


def test_figures_whose_items_are_not_known_are_moved_themselves(sets: Sets) -> None:
    criteria = sets[2566]
    known = {"IIT": "80", "6": "90", "7": "91", "8": "92", "e1": "50", "OIT": "95", "O2": "0"}
    entries: dict[str, Entry] = {code: Decimal(text) for code, text in known.items()}
    result = compute(criteria, entries | {"O3": EXCLUDED})
    tried = {one.code: one for one in can_be_tried(result)}
    oit = {item.code for item in criteria.items if item.is_oit} - {"O3"}
    assert set(tried) == {"IIT", "e1", "7", "8"} | oit
    assert (tried["IIT"].lost, tried["7"].lost) == (6, Fraction("0.9"))
    assert (tried["O1"].now, tried["O2"].now, tried["O1"].worth) == (None, 0, Fraction(4, 9))
    for one in tried.values():
        gain = gain_of(result, one.code, By(Decimal(5)) if one.code != "O1" else OIT_100)
        wanted = one.worth if one.code == "O1" else one.worth / 20
        assert gain.points == wanted


def test_points_that_rest_on_items_without_a_source_are_a_draft(sets: Sets) -> None:
    for year, sure in ((2566, True), (2567, False)):
        tried = can_be_tried(compute(sets[year], {"IIT": OIT_100, "EIT": OIT_100, "OIT": OIT_0}))
        assert {one.sure for one in tried if one.is_item} == {sure}


def entry_of(data: st.DataObject, criteria: Criteria, code: str) -> Entry:
    if criteria.item_by_code[code].is_oit:
        return data.draw(st.sampled_from([OIT_100, OIT_0, EXCLUDED]))
    return data.draw(scores)


@given(data=st.data(), year=st.integers(2564, 2569))
def test_where_nothing_above_is_entered_it_is_what_compute_gives(
    sets: Sets, data: st.DataObject, year: int
) -> None:
    agrees_with_compute(sets, data, year)


@pytest.mark.slow
@settings(settings.get_profile("slow"))
@given(data=st.data(), year=st.integers(2564, 2569))
def test_it_is_what_compute_gives_many_times(sets: Sets, data: st.DataObject, year: int) -> None:
    agrees_with_compute(sets, data, year)


def agrees_with_compute(sets: Sets, data: st.DataObject, year: int) -> None:
    criteria = sets[year]
    codes = st.sets(st.sampled_from([item.code for item in criteria.items]), max_size=20)
    first, empty = Decimal(data.draw(st.integers(0, 100))), data.draw(codes)
    entries: dict[str, Entry] = {
        item.code: OIT_100 if item.is_oit else first
        for item in criteria.items
        if item.code not in empty
    }
    changes: dict[str, Change] = {c: entry_of(data, criteria, c) for c in data.draw(codes)}
    result = compute(criteria, entries)
    changed = {code: one for code, one in changes.items() if not isinstance(one, By)}
    assert what_if(result, changes).after == compute(criteria, {**entries, **changed})


@given(data=st.data(), year=st.integers(2565, 2568))
def test_single_gains_add_up_whatever_is_entered_above(
    sets: Sets, data: st.DataObject, year: int
) -> None:
    gains_add_up(sets, data, year)


@pytest.mark.slow
@settings(settings.get_profile("slow"))
@given(data=st.data(), year=st.integers(2565, 2568))
def test_single_gains_add_up_many_times(sets: Sets, data: st.DataObject, year: int) -> None:
    gains_add_up(sets, data, year)


def gains_add_up(sets: Sets, data: st.DataObject, year: int) -> None:
    criteria = sets[year]
    above = [str(one.number) for one in criteria.indicators]
    above += [*(one.code for one in criteria.instruments), TOTAL]
    # far enough from 0 and 100 that nothing is cut off there
    middle = st.integers(4500, 5500).map(lambda cents: Decimal(cents).scaleb(-2))
    entered = {code: data.draw(middle) for code in data.draw(st.sets(st.sampled_from(above)))}
    entries: dict[str, Entry] = {
        item.code: OIT_0 if item.is_oit else Decimal(50) for item in criteria.items
    }
    result = compute(criteria, entries | entered)
    codes = data.draw(st.sets(st.sampled_from([i.code for i in criteria.items]), max_size=12))
    changes: dict[str, Change] = {}
    for code in sorted(codes):
        is_oit = criteria.item_by_code[code].is_oit
        changes[code] = OIT_100 if is_oit else By(data.draw(middle) - 50)
    expected = Fraction()
    for code, change in changes.items():
        item = criteria.item_by_code[code]
        points = Fraction(change.points) if isinstance(change, By) else Fraction(100)
        expected += worth_of(result, item) * points / 100
        assert gain_of(result, code, change).points == worth_of(result, item) * points / 100
    found = what_if(result, changes)
    after = found.after
    figures = [*after.indicators.values(), *after.instruments.values(), after.total]
    if not any(figure.value in (0, 100) for figure in figures):  # nothing was cut off there
        single = (gain_of(result, *one).points or 0 for one in changes.items())
        assert found.gain == expected == sum(single)
    assert result.entries == entries | entered


@given(data=st.data(), year=st.integers(2564, 2569))
def test_nothing_changed_is_the_same_year(sets: Sets, data: st.DataObject, year: int) -> None:
    criteria = sets[year]
    codes = sorted(criteria.score_codes)
    entered = {code: data.draw(scores) for code in data.draw(st.sets(st.sampled_from(codes)))}
    result = compute(criteria, entered)
    assert what_if(result, {}).after == result
    same: dict[str, Change] = {
        code: By(Decimal(0)) for code in entered if "/" not in code and code != TOTAL
    }
    after = what_if(result, same).after
    assert (after.total.value, level_of(after)) == (result.total.value, level_of(result))
