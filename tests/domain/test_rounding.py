"""Half up, once; and parts that add up to their sum."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.rounding import round_half_up, shares_of_total

CENT = Decimal("0.01")
points = st.fractions(min_value=0, max_value=100, max_denominator=10_000)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("94.995", "95.00"),
        ("94.994999", "94.99"),
        ("0.005", "0.01"),
        ("0.0049", "0.00"),
        ("95.8242", "95.82"),
        ("100", "100.00"),
    ],
)
def test_half_a_hundredth_goes_up(value: str, shown: str) -> None:
    assert str(round_half_up(Decimal(value))) == shown
    assert str(round_half_up(Fraction(value))) == shown


@given(st.decimals(min_value=0, max_value=100, places=6))
def test_rounding_is_the_one_of_decimals(value: Decimal) -> None:
    assert round_half_up(value) == value.quantize(CENT, ROUND_HALF_UP)


@given(points)
def test_what_is_shown_is_within_half_a_hundredth(value: Fraction) -> None:
    off = Fraction(round_half_up(value)) - value
    assert -Fraction(1, 200) < off <= Fraction(1, 200)


@given(st.lists(points, min_size=1, max_size=12))
def test_shares_add_up_and_none_is_far_from_its_own_rounding(parts: list[Fraction]) -> None:
    shares = shares_of_total(parts)
    assert sum(shares) == round_half_up(sum(parts, Fraction()))
    for share, part in zip(shares, parts, strict=True):
        assert abs(share - round_half_up(part)) <= CENT
        assert abs(Fraction(share) - part) < Fraction(CENT)


def test_a_whole_part_stays_whole() -> None:
    parts = (Fraction("27.1272"), Fraction("28.697"), Fraction(40))
    assert tuple(map(str, shares_of_total(parts))) == ("27.13", "28.69", "40.00")


def test_equal_remainders_favour_the_earlier() -> None:
    thirds = (Fraction(100, 3),) * 3
    assert tuple(map(str, shares_of_total(thirds))) == ("33.34", "33.33", "33.33")


def test_no_parts_have_no_shares() -> None:
    assert shares_of_total(()) == ()
