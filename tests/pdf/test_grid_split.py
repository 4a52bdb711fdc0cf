from collections import defaultdict
from collections.abc import Iterator
from itertools import count, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.documents.model import Digits, Vertical
from ita_desktop.pdf.grid import (
    PADDING_Y,
    PITCH,
    Band,
    GridCell,
    GridRow,
    row_heights,
    text_height,
)
from ita_desktop.pdf.grid_split import before_last, divide
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.pdf.table import Head, SetTable, ThaiTable
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.lines import Line

LOOK = Look()
COLUMNS = 3
POOL = Setting(bundled_typeface(), Digits.ARABIC).lines(
    "\n".join(str(number) for number in range(8000)), 1000, LOOK
)
"""Lines of which no two are the same."""
AGAIN = Setting(bundled_typeface(), Digits.ARABIC).lines("a\nb\nc\nd\ne", 1000, LOOK)


def cell(
    column: int,
    first: int,
    lines: int,
    rows: int = 1,
    *,
    columns: int = 1,
    again: int = 0,
    group: bool = False,
    closing: bool = False,
    vertical: Vertical = Vertical.MIDDLE,
) -> GridCell:
    """Return a cell with ``lines`` of the pool from ``first`` on."""
    own = POOL[first : first + lines]
    return GridCell(
        column,
        rows,
        columns,
        own,
        LOOK,
        vertical,
        again=AGAIN[:again],
        group=group,
        shaded=group,
        closing=closing,
    )


def band(*rows: GridRow) -> Band:
    return Band(rows, row_heights(rows))


def page_of(lines: int, rows: int = 1) -> float:
    """Return the points that so many rows with so many lines together need."""
    return lines * PITCH + rows * 2 * PADDING_Y


def counts(part: Band) -> list[list[int]]:
    return [[len(one.lines) for one in row] for row in part.rows]


@st.composite
def bands(draw: st.DrawFn) -> Band:
    """Any table of three columns: spans both ways, 0 to 90 lines, repeated words, groups' rows."""
    total = draw(st.integers(1, 25))
    rows: list[list[GridCell]] = [[] for _ in range(total)]
    start = [0] * COLUMNS
    used = count(0, 100)
    lines = st.one_of(st.integers(0, 4), st.integers(0, 90))
    for number in range(total):
        if all(one == number for one in start) and draw(st.integers(0, 5)) == 0:
            row = cell(0, next(used), draw(st.integers(1, 6)), columns=COLUMNS, group=True)
            rows[number].append(row)
            start = [number + 1] * COLUMNS
            continue
        column = 0
        while column < COLUMNS:
            if start[column] > number:
                column += 1
                continue
            across = 1
            while column + across < COLUMNS and start[column + across] == number:
                if not draw(st.booleans()):
                    break
                across += 1
            span = draw(st.integers(1, min(6, total - number)))
            again = draw(st.integers(0, len(AGAIN)))
            rows[number].append(
                cell(column, next(used), draw(lines), span, columns=across, again=again)
            )
            start[column : column + across] = [number + span] * across
            column += across
    return band(*(tuple(row) for row in rows))


def parts_of(whole: Band, page: float, first: float) -> Iterator[Band]:
    rest, available, empty = whole, first, False
    turns = 0
    while rest.rows:
        turns += 1
        assert turns < 4000, "no progress"
        parts = divide(rest, available, must=empty)
        available, empty = page, True
        if parts is not None:
            yield parts[0]
            rest = parts[1]


def own_lines(parts: Iterator[Band] | list[Band]) -> dict[int, list[Line]]:
    """Return the lines of each column in the order they are drawn, without repeated words."""
    drawn: defaultdict[int, list[Line]] = defaultdict(list)
    for part in parts:
        for row in part.rows:
            for one in row:
                drawn[one.column] += () if one.repeating else one.lines
    return drawn


@settings(deadline=None)
@given(bands(), st.floats(60, 900), st.floats(-9, 900))
def test_no_line_is_lost_doubled_or_out_of_order(whole: Band, page: float, first: float) -> None:
    assert own_lines(parts_of(whole, page, first)) == own_lines([whole])


@settings(deadline=None)
@given(bands(), st.floats(60, 900), st.floats(0, 900))
def test_every_part_fits_its_page_and_covers_its_grid(
    whole: Band, page: float, first: float
) -> None:
    for part in parts_of(whole, page, min(first, page)):
        assert part.height <= page + 0.001
        covered = [0] * COLUMNS
        for number, row in enumerate(part.rows):
            for one in row:
                for column in range(one.column, one.column + one.columns):
                    assert covered[column] == number, "no hole above a cell and no overlap"
                    covered[column] = number + one.rows
                room = sum(part.heights[number : number + one.rows])
                assert not one.lines or text_height(one) <= room + 0.001
        assert covered == [len(part.rows)] * COLUMNS


@settings(deadline=None)
@given(bands(), st.floats(500, 900), st.floats(-9, 900))
def test_a_group_is_never_last_on_a_page(whole: Band, page: float, first: float) -> None:
    for part, _ in pairwise(parts_of(whole, page, first)):
        heads = [any(one.group for one in row) for row in part.rows]
        assert not heads[-1] or all(heads), "a page of nothing but heads is full of them"


def pages_of(whole: ThaiTable, page: float, first: float) -> Iterator[ThaiTable]:
    """Lay a table on pages as Platypus does, the first with ``first`` points left."""
    rest, available = whole, first
    while True:
        height = rest.wrap(300, available)[1]
        parts = [rest] if height <= available + 1e-6 else rest.split(300, available)
        if parts:
            drawn, *others = parts
            assert isinstance(drawn, ThaiTable)
            yield drawn
            if not others:
                return
            (rest,) = others
            assert isinstance(rest, ThaiTable)
        else:
            assert available < page, "no progress"
        available = page


@settings(deadline=None)
@given(whole=bands(), page=st.floats(150, 900), first=st.floats(0, 900), caption=st.booleans())
def test_every_page_has_the_header_and_rows_under_it(
    whole: Band, page: float, first: float, *, caption: bool
) -> None:
    header = band(
        (cell(0, 7000, 1, 2), cell(1, 7010, 1, columns=2)), (cell(1, 7020, 1, columns=2),)
    )
    head, next_head = Head(header), Head(header, POOL[7100:7101] if caption else ())
    edges = (0.0, 100.0, 200.0, 300.0)
    table = SetTable(0, edges, head, next_head, whole, (), 300, page)
    pages = list(pages_of(ThaiTable(table), page, min(first, page)))
    for number, part in enumerate(pages):
        assert part.table.head == (next_head if number else head)
        assert part.table.body.rows, "a header alone"
        assert part.wrap(300, page)[1] <= page + 0.001
    assert own_lines([part.table.body for part in pages]) == own_lines([whole])


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
