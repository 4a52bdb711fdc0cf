"""The level of a result, at every border, and what is missing for the next one."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.levels import gap_to_next_level, level_of, undecided_by
from ita_desktop.domain.scores import YearResult, compute

Sets = Mapping[int, Criteria]
scores = st.integers(0, 10_000).map(lambda cents: Decimal(cents).scaleb(-2))


def of_instruments(criteria: Criteria, *scores_of: str | Decimal) -> YearResult:
    codes = [instrument.code for instrument in criteria.instruments]
    return compute(criteria, dict(zip(codes, map(Decimal, scores_of), strict=True)))


def level_name(result: YearResult) -> str | None:
    level = level_of(result)
    return None if level is None else level.name


@pytest.mark.parametrize(
    ("total", "level"),
    [
        ("100", "AA"),
        ("95", "AA"),
        ("94.99", "A"),
        ("85", "A"),
        ("84.99", "B"),
        ("84.50", "B"),
        ("75", "B"),
        ("74.99", "C"),
        ("65", "C"),
        ("64.99", "D"),
        ("55", "D"),
        ("54.99", "E"),
        ("50", "E"),
        ("49.99", "F"),
        ("0", "F"),
    ],
)
@pytest.mark.parametrize("year", [2564, 2565])
def test_letters_by_total(sets: Sets, year: int, total: str, level: str) -> None:
    assert level_name(compute(sets[year], {"total": Decimal(total)})) == level
    assert level_name(of_instruments(sets[year], total, total, total)) == level


def test_the_total_as_shown_decides(sets: Sets) -> None:
    # 0.3 x 94.99 + 0.3 x 94.98 + 0.4 x 95.01 = 94.995, which is shown as 95.00
    result = of_instruments(sets[2565], "94.99", "94.98", "95.01")
    assert (str(result.total.value), str(result.total.shown)) == ("18999/200", "95.00")
    assert level_name(result) == "AA"
    below = of_instruments(sets[2565], "94.99", "94.97", "95.01")  # 94.992
    assert level_name(below) == "A"


def test_letters_do_not_look_at_instruments(sets: Sets) -> None:
    assert level_name(of_instruments(sets[2565], "60", "100", "100")) == "A"


@pytest.mark.parametrize(
    ("iit", "eit", "oit", "total", "level"),
    [
        ("80", "97", "100", "93.10", "ผ่าน"),
        ("95", "95", "95", "95.00", "ผ่านดีเยี่ยม"),
        ("96.20", "95", "97.31", "96.28", "ผ่านดีเยี่ยม"),
        ("94.99", "95", "100", "97.00", "ผ่านดี"),
        ("90.50", "95.53", "100", "95.81", "ผ่านดี"),
        ("95", "95", "94.99", "95.00", "ผ่านดี"),
        ("94.99", "94.99", "94.99", "94.99", "ผ่านดี"),
        ("85", "85", "85", "85.00", "ผ่านดี"),
        ("84.99", "100", "100", "95.50", "ผ่าน"),
        ("85", "85", "84.99", "85.00", "ผ่าน"),
        ("84.99", "84.99", "84.99", "84.99", "ต้องปรับปรุง"),
        ("70", "70", "70", "70.00", "ต้องปรับปรุง"),
        ("69.99", "69.99", "69.99", "69.99", "ต้องปรับปรุงโดยด่วน"),
        ("0", "0", "0", "0.00", "ต้องปรับปรุงโดยด่วน"),
    ],
)
@pytest.mark.parametrize("year", [2566, 2567, 2568])
def test_five_levels_look_at_each_instrument(
    sets: Sets, year: int, iit: str, eit: str, oit: str, total: str, level: str
) -> None:
    result = of_instruments(sets[year], iit, eit, oit)
    assert (str(result.total.shown), level_name(result)) == (total, level)


def test_instruments_as_shown_decide(sets: Sets) -> None:
    # their mean is 94.998
    iit = {"1": "94.99", "2": "94.99", "3": "95.00", "4": "95.00", "5": "95.01"}
    entries = {code: Decimal(score) for code, score in iit.items()}
    result = compute(sets[2566], {**entries, "EIT": Decimal(95), "OIT": Decimal(96)})
    assert str(result.instruments["IIT"].shown) == "95.00"
    assert result.instruments["IIT"].value != 95
    assert level_name(result) == "ผ่านดีเยี่ยม"


def of_codes(criteria: Criteria, **scores_of: str) -> YearResult:
    return compute(criteria, {code: Decimal(score) for code, score in scores_of.items()})


@pytest.mark.parametrize("year", [2566, 2567, 2568])
@pytest.mark.parametrize(
    ("entered", "unknown"),
    [
        ({"total": "96"}, ("IIT", "EIT", "OIT")),
        ({"total": "85"}, ("IIT", "EIT", "OIT")),
        ({"total": "96", "IIT": "96", "EIT": "96"}, ("OIT",)),
        ({"total": "96", "IIT": "90"}, ("EIT", "OIT")),  # at best ผ่านดี, at worst ผ่าน
        ({"total": "96", "IIT": "96", "EIT": "96", "O1": "100"}, ("OIT",)),  # one item of 43
    ],
)
def test_no_level_is_told_while_an_instrument_could_still_decide_it(
    sets: Sets, year: int, entered: Mapping[str, str], unknown: tuple[str, ...]
) -> None:
    result = of_codes(sets[year], **entered)
    assert (level_of(result), gap_to_next_level(result)) == (None, None)
    assert undecided_by(result) == unknown


@pytest.mark.parametrize(
    ("entered", "level"),
    [
        ({"total": "84.99"}, "ต้องปรับปรุง"),  # no instrument lifts a total over 85
        ({"total": "50"}, "ต้องปรับปรุงโดยด่วน"),
        ({"total": "96", "IIT": "80"}, "ผ่าน"),  # the others cannot mend that
        ({"total": "96", "IIT": "94", "EIT": "96", "OIT": "97"}, "ผ่านดี"),
    ],
)
def test_a_level_is_told_where_the_higher_ones_are_known_to_fail(
    sets: Sets, entered: Mapping[str, str], level: str
) -> None:
    result = of_codes(sets[2566], **entered)
    assert (level_name(result), undecided_by(result)) == (level, ())


def test_letters_need_the_total_only(sets: Sets) -> None:
    result = of_codes(sets[2565], total="96")
    assert (level_name(result), undecided_by(result)) == ("AA", ())


def test_no_gap_is_told_to_a_level_that_asks_for_an_unknown_instrument(sets: Sets) -> None:
    assert gap_to_next_level(of_codes(sets[2566], total="96", IIT="80")) is None
    gap = gap_to_next_level(of_codes(sets[2566], total="80"))
    assert gap is not None
    assert (gap.level.name, str(gap.total)) == ("ผ่าน", "5.00")


def test_a_year_without_a_rule_has_no_level(sets: Sets) -> None:
    result = of_instruments(sets[2569], "99", "99", "99")
    assert str(result.total.shown) == "99.00"
    assert (level_of(result), gap_to_next_level(result), undecided_by(result)) == (None, None, ())


def test_no_total_is_no_level(sets: Sets) -> None:
    result = compute(sets[2566], {"IIT": Decimal(99)})
    assert (level_of(result), gap_to_next_level(result), undecided_by(result)) == (None, None, ())


@given(st.sampled_from([2565, 2566, 2568]), st.tuples(scores, scores, scores))
def test_every_total_has_exactly_the_level_its_rule_says(
    sets: Sets, year: int, three: tuple[Decimal, Decimal, Decimal]
) -> None:
    result = of_instruments(sets[year], *three)
    total, least = result.total.shown, min(three)
    assert total is not None
    rules = (
        [(95, 0, "AA"), (85, 0, "A"), (75, 0, "B"), (65, 0, "C"), (55, 0, "D"), (50, 0, "E")]
        if year == 2565
        else [(95, 95, "ผ่านดีเยี่ยม"), (85, 85, "ผ่านดี"), (85, 0, "ผ่าน"), (70, 0, "ต้องปรับปรุง")]
    )
    last = "F" if year == 2565 else "ต้องปรับปรุงโดยด่วน"
    expected = [name for from_, each, name in rules if total >= from_ and least >= each]
    assert level_name(result) == (expected or [last])[0]


def test_the_gap_to_the_next_letter(sets: Sets) -> None:
    gap = gap_to_next_level(of_instruments(sets[2565], "90.42", "95.65", "91"))
    assert gap is not None
    assert (gap.level.name, str(gap.total), gap.instruments) == ("AA", "2.78", {})


def test_the_gap_names_the_instruments_that_are_too_low(sets: Sets) -> None:
    gap = gap_to_next_level(of_instruments(sets[2566], "80", "84.50", "100"))
    assert gap is not None
    assert (gap.level.name, gap.total) == ("ผ่านดี", 0)
    assert gap.instruments == {"IIT": Decimal(5), "EIT": Decimal("0.50")}


def test_the_gap_under_the_pass_line_is_one_of_points(sets: Sets) -> None:
    gap = gap_to_next_level(of_instruments(sets[2566], "80", "80", "80"))
    assert gap is not None
    assert (gap.level.name, str(gap.total), gap.instruments) == ("ผ่าน", "5.00", {})


@pytest.mark.parametrize("year", [2565, 2566])
def test_there_is_no_gap_at_the_top(sets: Sets, year: int) -> None:
    assert gap_to_next_level(of_instruments(sets[year], "96", "96", "96")) is None
