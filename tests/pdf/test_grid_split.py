"""Tables over pages, whatever is in them: no line is lost, every part fits, heads come again."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import count, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.pdf.grid import (
    Band,
    GridCell,
    text_height,
)
from ita_desktop.pdf.table import Head, SetTable, ThaiTable
from ita_desktop.typesetting.lines import Line
from tests.pdf.grid_rows import AGAIN, COLUMNS, POOL, band, cell, parts_of


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


def own_lines(parts: Iterator[Band] | list[Band]) -> dict[int, list[Line]]:
    """Return the lines of each column in the order they are drawn, without repeated words."""
    drawn: defaultdict[int, list[Line]] = defaultdict(list)
    for part in parts:
        for row in part.rows:
            for one in row:
                drawn[one.column] += () if one.repeating else one.lines
    return drawn


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
