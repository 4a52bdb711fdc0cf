"""Rounding as ป.ป.ช. prints it: exact until shown, then once, half up, to two places."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

_CENTS = 100


def round_half_up(value: Fraction | Decimal) -> Decimal:
    """Return ``value`` (not negative) with two decimals, half up: 94.995 gives 95.00."""
    exact = Fraction(value)
    cents = (exact * _CENTS * 2 + 1) // 2
    return _from_cents(int(cents))


def shares_of_total(parts: Sequence[Fraction]) -> tuple[Decimal, ...]:
    """Return the parts with two decimals such that they add up to their rounded sum.

    Largest remainder: every part is cut to its hundredths, and the hundredths still missing go to
    the parts with the largest remainders, the earlier first. Seed 001 prints its weighted scores
    so: 27.1272, 28.6970, 40 give 27.13, 28.69, 40.00 and add up to 95.82.
    """
    cents = [part * _CENTS for part in parts]
    floors = [int(cent // 1) for cent in cents]
    wanted = int(round_half_up(sum(parts, Fraction())) * _CENTS)
    order = sorted(range(len(parts)), key=lambda place: (floors[place] - cents[place], place))
    for place in order[: wanted - sum(floors)]:
        floors[place] += 1
    return tuple(_from_cents(floor) for floor in floors)


def _from_cents(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)
