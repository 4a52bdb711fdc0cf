from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.pdf.grid import Band, GridCell, GridRow, row_heights, text_height
from ita_desktop.pdf.grid_split import before_last, divide
from ita_desktop.pdf.setting import Look
from ita_desktop.typesetting.lines import Line

LOOK = Look()
LINE = 21.0
COLUMNS = 3


def lines(name: str, count: int) -> tuple[Line, ...]:
    return tuple(Line(f"{name}/{number}", (), 0.0, final=False) for number in range(count))


def cell(name: str, column: int, count: int, rows: int = 1) -> GridCell:
    return GridCell(column, rows, 1, lines(name, count), LOOK)


def band(*rows: GridRow) -> Band:
    return Band(rows, row_heights(rows))


@st.composite
def bands(draw: st.DrawFn) -> Band:
    """Any table of three columns with spans downwards and cells of 0 to 90 lines."""
    total = draw(st.integers(min_value=1, max_value=25))
    rows: list[list[GridCell]] = [[] for _ in range(total)]
    for column in range(COLUMNS):
        start = 0
        while start < total:
            span = draw(st.integers(min_value=1, max_value=min(6, total - start)))
            count = draw(st.one_of(st.integers(0, 4), st.integers(0, 90)))
            rows[start].append(cell(f"{column}.{start}", column, count, span))
            start += span
    return band(*(tuple(row) for row in rows))


def parts_of(whole: Band, page: float, first: float) -> Iterator[Band]:
    rest, available, empty = whole, first, False
    while rest.rows:
        parts = divide(rest, available, page=page, must=empty)
        available, empty = page, True
        if parts is not None:
            yield parts[0]
            rest = parts[1]


@given(bands(), st.floats(min_value=60, max_value=900), st.floats(min_value=-9, max_value=900))
def test_no_line_is_lost_doubled_or_out_of_order(whole: Band, page: float, first: float) -> None:
    drawn: defaultdict[int, list[str]] = defaultdict(list)
    for part in parts_of(whole, page, first):
        for row in part.rows:
            for one in row:
                drawn[one.column] += [line.text for line in one.lines]
    wanted: defaultdict[int, list[str]] = defaultdict(list)
    for row in whole.rows:
        for one in row:
            wanted[one.column] += [line.text for line in one.lines]
    assert drawn == wanted


@given(bands(), st.floats(min_value=60, max_value=900), st.floats(min_value=0, max_value=900))
def test_every_part_fits_its_page_and_covers_its_grid(
    whole: Band, page: float, first: float
) -> None:
    for part in parts_of(whole, page, min(first, page)):
        assert part.height <= page + 0.001
        covered = [0] * COLUMNS
        for number, row in enumerate(part.rows):
            for one in row:
                assert covered[one.column] == number, "no hole above a cell and no overlap"
                covered[one.column] = number + one.rows
                room = sum(part.heights[number : number + one.rows])
                assert not one.lines or text_height(one) <= room + 0.001
        assert covered == [len(part.rows)] * COLUMNS


def test_a_row_that_does_not_fit_goes_to_the_next_page_whole() -> None:
    whole = band((cell("a", 0, 1),), (cell("b", 0, 10),))
    parts = divide(whole, 200, page=400)
    assert parts is not None
    assert [part.rows for part in parts] == [whole.rows[:1], whole.rows[1:]]


def test_nothing_fits_is_said_unless_the_page_is_empty() -> None:
    whole = band((cell("a", 0, 10),))
    assert divide(whole, 100, page=400) is None
    parts = divide(whole, 100, page=400, must=True)
    assert parts is not None
    assert [len(part.rows[0][0].lines) for part in parts] == [4, 6]


def test_a_row_higher_than_a_page_begins_where_two_lines_have_room() -> None:
    whole = band((cell("a", 0, 1),), (cell("b", 0, 30),))
    parts = divide(whole, 100, page=400)
    assert parts is not None
    assert len(parts[0].rows[1][0].lines) == 3
    assert divide(whole, 60, page=400) == (
        band(whole.rows[0]),
        band(whole.rows[1]),
    )


def test_a_span_over_the_cut_draws_its_text_once_at_the_top_of_its_first_part() -> None:
    whole = band((cell("m", 0, 1, rows=3), cell("a", 1, 1)), (cell("b", 1, 1),), (cell("c", 1, 1),))
    parts = divide(whole, 50, page=400)
    assert parts is not None
    first, rest = parts
    assert (first.rows[0][0].rows, len(first.rows[0][0].lines)) == (2, 1)
    assert (rest.rows[0][0].rows, len(rest.rows[0][0].lines)) == (1, 0)
    assert rest.rows[0][1].lines == lines("c", 1)


def test_the_last_row_can_be_kept_for_the_note() -> None:
    whole = band((cell("a", 0, 1),), (cell("b", 0, 1),))
    assert before_last(whole) == (band(whole.rows[0]), band(whole.rows[1]))


@pytest.mark.parametrize("count", [0, 1, 5])
def test_what_fits_is_not_divided(count: int) -> None:
    whole = band((cell("a", 0, count),))
    assert divide(whole, whole.height, page=400) == (whole, Band())
