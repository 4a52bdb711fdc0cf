"""Where a grid is cut at the end of a page: rows, spans, words said again, groups and sums."""

import pytest

from ita_desktop.documents.model import Vertical
from ita_desktop.pdf.grid import (
    Band,
    GridCell,
)
from ita_desktop.pdf.grid_split import before_last, divide
from tests.pdf.grid_rows import AGAIN, LOOK, POOL, band, cell, counts, page_of, parts_of


def test_what_fits_is_not_divided() -> None:
    for lines in (0, 1, 5):
        whole = band((cell(0, 0, lines),))
        assert divide(whole, whole.height) == (whole, Band())


@pytest.mark.parametrize(
    ("lines", "room", "before_cut"),
    [(10, 7, 7), (10, 9, 8), (4, 3, 2), (4, 2, 2), (10, 1, 0), (3, 2, 0), (2, 1, 0), (1, 0, 0)],
)
def test_a_row_is_split_with_two_lines_on_either_side(
    lines: int, room: int, before_cut: int
) -> None:
    whole = band((cell(0, 0, 1),), (cell(0, 10, lines),))
    parts = divide(whole, page_of(1) + page_of(room))
    assert parts is not None
    wanted = [[1], [before_cut]] if before_cut else [[1]]
    assert counts(parts[0]) == wanted
    assert counts(parts[1]) == [[lines - before_cut]]


def test_a_shorter_cell_beside_leaves_no_single_line_either() -> None:
    whole = band((cell(0, 0, 20), cell(1, 100, 7)))
    parts = divide(whole, page_of(6))
    assert parts is not None
    assert [counts(part) for part in parts] == [[[6, 5]], [[14, 2]]]


def test_nothing_fits_is_said_unless_the_page_is_empty() -> None:
    whole = band((cell(0, 0, 3),))
    assert divide(whole, page_of(2)) is None
    parts = divide(whole, page_of(2), must=True)
    assert parts is not None
    assert [counts(part) for part in parts] == [[[2]], [[1]]]
    assert divide(whole, 5, must=True) == (whole, Band()), "no page has room for a line"


def test_a_span_over_the_cut_draws_its_text_once_at_the_top_of_its_first_part() -> None:
    whole = band((cell(0, 0, 1, 3), cell(1, 10, 1)), (cell(1, 20, 1),), (cell(1, 30, 1),))
    parts = divide(whole, page_of(2, 2))
    assert parts is not None
    first, rest = parts
    assert (first.rows[0][0].rows, rest.rows[0][0].rows) == (2, 1)
    assert [counts(part) for part in parts] == [[[1, 1], [1]], [[0, 1]]]
    assert rest.rows[0][1].lines == POOL[30:31]
    assert first.rows[0][0].vertical is rest.rows[0][0].vertical is Vertical.TOP
    assert rest.rows[0][1].vertical is Vertical.MIDDLE, "it was not cut"


def test_words_are_repeated_on_each_next_page_of_a_span_after_its_own_text() -> None:
    beside = (cell(1, 10 * number, 1) for number in range(1, 7))
    first = (cell(0, 0, 3, 6, again=1), next(beside))
    parts = list(parts_of(band(first, *((one,) for one in beside)), page_of(2, 2), page_of(2, 2)))
    assert [part.rows[0][0].lines for part in parts] == [POOL[:2], POOL[2:3], AGAIN[:1]]
    assert [part.rows[0][0].repeating for part in parts] == [False, False, True]
    assert counts(parts[-1]) == [[1, 1], [1]]


def test_a_cell_beside_a_split_row_repeats_its_words_too() -> None:
    whole = band((cell(0, 0, 1, again=1), cell(1, 100, 9)))
    parts = divide(whole, page_of(4))
    assert parts is not None
    assert [counts(part) for part in parts] == [[[1, 4]], [[1, 5]]]
    assert parts[1].rows[0][0].lines == AGAIN[:1]


def test_a_row_whose_own_text_is_drawn_is_not_continued_for_a_span_s_sake() -> None:
    whole = band((cell(0, 0, 20, 2), cell(1, 100, 2)), (cell(1, 200, 2),))
    parts = divide(whole, page_of(6))
    assert parts is not None
    assert [counts(part) for part in parts] == [[[6, 2]], [[14, 2]]]


def test_a_group_goes_on_with_the_row_it_heads() -> None:
    head = cell(0, 0, 1, group=True)
    whole = band((cell(0, 10, 1),), (head,), (head,), (cell(0, 20, 3),))
    parts = divide(whole, page_of(5, 4))
    assert parts is not None
    assert [counts(part) for part in parts] == [[[1]], [[1], [1], [3]]]
    split = divide(band((head,), (cell(0, 20, 9),)), page_of(4, 2))
    assert split is not None
    assert [counts(part) for part in split] == [[[1], [3]], [[6]]]
    only_heads = band((head,), (cell(0, 20, 3),))
    assert divide(only_heads, page_of(2, 2)) is None
    parts = divide(only_heads, page_of(2, 2), must=True)
    assert parts is not None
    assert [counts(part) for part in parts] == [[[1]], [[3]]], "a page that has no room for both"


def test_sums_go_on_with_the_last_row_they_sum() -> None:
    rows = [(cell(0, at, 1),) for at in range(4)]
    sums = [(cell(0, at, 1, closing=True),) for at in (4, 5)]
    for room in (4, 5):
        parts = divide(band(*rows, *sums), page_of(room, room))
        assert parts is not None
        assert [len(part.rows) for part in parts] == [3, 3]
    kept, moved = before_last(band(*rows, *sums))
    assert (len(kept.rows), len(moved.rows)) == (3, 3)
    alone = divide(band(*sums), page_of(1, 1), must=True)
    assert alone is not None, "an empty page takes something"


def test_the_last_row_can_be_kept_for_the_note() -> None:
    whole = band((cell(0, 0, 1),), (cell(0, 10, 1),))
    assert before_last(whole) == (band(whole.rows[0]), band(whole.rows[1]))
    with_head = band((cell(0, 0, 1),), (cell(0, 10, 1, group=True),), (cell(0, 20, 1),))
    assert before_last(with_head) == (band(with_head.rows[0]), band(*with_head.rows[1:]))


def test_grey_and_figures_go_on_with_the_lines() -> None:
    grey = GridCell(0, 1, 1, POOL[:6], LOOK, free=(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), shaded=True)
    parts = divide(band((grey,)), page_of(3))
    assert parts is not None
    assert [part.rows[0][0].shaded for part in parts] == [True, True]
    assert parts[1].rows[0][0].free == (4.0, 5.0, 6.0)
