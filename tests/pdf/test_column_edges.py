from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.model import Column, Unit
from ita_desktop.pdf.column_edges import column_edges

MILLIMETRE = 72 / 25.4


def mm(*widths: float) -> tuple[Column, ...]:
    return tuple(Column(width=width, unit=Unit.MILLIMETRE) for width in widths)


def test_columns_share_the_width_by_their_ratios() -> None:
    edges = column_edges((Column(width=1), Column(width=3)), 400)
    assert edges == pytest.approx((0, 100, 400))


@pytest.mark.parametrize("widths", [(0, 1), (-5, 1), (0.001, 1), (0, 0)])
def test_no_column_is_too_narrow_for_a_letter(widths: tuple[float, float]) -> None:
    edges = column_edges(tuple(Column(width=width) for width in widths), 400)
    assert edges[-1] == pytest.approx(400)
    assert edges[1] >= 24 - 1e-6


def test_more_columns_than_the_width_has_room_for_share_it_evenly() -> None:
    edges = column_edges((Column(width=1), Column(width=9)) * 20, 400)
    assert edges[1] == pytest.approx(10)
    assert edges[-1] == pytest.approx(400)


def test_millimetres_are_kept_and_the_others_share_what_they_leave() -> None:
    columns = (*mm(22), Column(width=1), *mm(30), Column(width=3))
    edges = column_edges(columns, 160 * MILLIMETRE)
    assert edges == pytest.approx([at * MILLIMETRE for at in (0, 22, 49, 79, 160)])


def test_a_table_all_in_millimetres_is_as_wide_as_they_are_together() -> None:
    edges = column_edges(mm(20, 40), 160 * MILLIMETRE)
    assert edges == pytest.approx([at * MILLIMETRE for at in (0, 20, 60)])


def test_millimetres_without_room_are_narrowed_together() -> None:
    assert column_edges(mm(100, 200), 150 * MILLIMETRE) == pytest.approx(
        [at * MILLIMETRE for at in (0, 50, 150)]
    )
    first, last = column_edges((*mm(400), Column(width=1)), 400)[1:]
    assert (first, last) == pytest.approx((376, 400)), "a shared column keeps room for a letter"


@given(
    st.lists(st.builds(Column, width=st.floats(-10, 500), unit=st.sampled_from(Unit)), min_size=1),
    st.floats(100, 800),
)
def test_edges_rise_and_stay_within_the_width(columns: list[Column], width: float) -> None:
    edges = column_edges(columns, width)
    assert len(edges) == len(columns) + 1
    assert all(left < right for left, right in pairwise(edges))
    assert edges[-1] <= width + 1e-6
