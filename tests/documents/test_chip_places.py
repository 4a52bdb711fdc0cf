"""Chips of a cell: inside it, beside each other, in its middle."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.documents.chip_places import chip_places, chip_size

LENGTHS = st.floats(10, 200)
NEAR = 1e-6


def _hold(count: int, width: float, height: float, diameter: float, gap: float) -> None:
    places = chip_places(count, width, height, diameter, gap)
    if places is None:
        columns, rows = (int((side + gap) // (diameter + gap)) for side in (width, height))
        assert columns * rows < count
        return
    assert len(places) == count
    half = diameter / 2
    for x, y in places:
        assert half - NEAR <= x <= width - half + NEAR
        assert half - NEAR <= y <= height - half + NEAR
    for one, other in combinations(places, 2):
        apart = max(abs(one[0] - other[0]), abs(one[1] - other[1]))
        assert apart >= diameter + gap - NEAR
    if places:
        assert abs(min(y for _, y in places) + max(y for _, y in places) - height) < NEAR


@given(st.integers(0, 60), LENGTHS, LENGTHS, st.floats(2, 60), st.floats(0, 10))
def test_chips_are_inside_apart_and_in_the_middle(
    count: int, width: float, height: float, diameter: float, gap: float
) -> None:
    _hold(count, width, height, diameter, gap)


@pytest.mark.slow
@settings(settings.get_profile("slow"))
@given(st.integers(0, 60), LENGTHS, LENGTHS, st.floats(2, 60), st.floats(0, 10))
def test_chips_are_inside_apart_and_in_the_middle_of_many_cells(
    count: int, width: float, height: float, diameter: float, gap: float
) -> None:
    _hold(count, width, height, diameter, gap)


@given(st.lists(st.integers(0, 30), max_size=25), LENGTHS, LENGTHS)
def test_one_size_is_of_every_cell_that_has_room_for_the_least(
    counts: list[int], width: float, height: float
) -> None:
    size = chip_size(counts, width, height, 3, least=22, most=28)
    assert 22 <= size <= 28
    for count in counts:
        fits_least = chip_places(count, width, height, 22, 3) is not None
        assert (chip_places(count, width, height, size, 3) is not None) == fits_least


def test_two_stand_beside_each_other_and_three_in_two_rows_where_it_is_narrow() -> None:
    assert chip_places(2, 84, 60, 26, 4) == ((27, 30), (57, 30))
    assert chip_places(3, 60, 60, 26, 4) == ((15, 15), (45, 15), (30, 45))


def test_wide_chips_take_their_width() -> None:
    assert chip_places(3, 80, 22, 22, 4) is not None
    assert chip_places(3, 80, 22, 22, 4, chip_width=32) is None
    assert chip_places(0, 1, 1, 22, 4) == ()


def test_one_chip_is_in_the_middle_and_none_takes_no_place() -> None:
    assert chip_places(1, 40, 20, 10, 2) == ((20, 10),)
    assert chip_places(0, 40, 20, 10, 2) == ()
    assert chip_places(1, 9, 9, 10, 2) is None
