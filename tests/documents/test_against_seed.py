"""The four tables of the score summary, cell by cell beside those that seed 001 prints.

What it prints there stands in tests/files/seed_001_tables.json, so that this runs everywhere.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.documents.model import Cell, Document, Number, Row, Table
from ita_desktop.documents.text import plain
from ita_desktop.domain.score_entry import Entry

Build = Callable[..., Document]
Grid = list[list[str]]

# The seed's own slips, which the program does not repeat: what it prints, what the program prints.
SLIPS = {
    # its ranking has a short name for indicator 8; its other table has the whole one
    "การปรับปรุงการทำงาน": "การปรับปรุงระบบการทำงาน",
    # one Thai digit in a paper of Arabic ones
    "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่": "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
}


PRINTED: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "files" / "seed_001_tables.json").read_text("utf-8")
)
TABLES = ("levels", "ranking", "weights", "indicators")


@pytest.fixture
def paper(build: Build, seed_entries: Mapping[str, Entry]) -> Document:
    return build(2565, seed_entries, office="seed")


def shown(cell: Cell | None) -> str:
    """Return a cell as it is printed; a place that a span covers is empty, as in the seed."""
    if cell is None:
        return ""
    if isinstance(cell.content, Number):
        return f"{cell.content.value:.{cell.content.decimals}f}"
    return plain(cell.content)


def grid_of(table: Table) -> Grid:
    def cells(row: Row) -> list[str]:
        return [shown(cell) for cell in row.cells]

    caption = [[table.caption] + [""] * (len(table.columns) - 1)] if table.caption_in_grid else []
    return caption + [cells(row) for row in (*table.header, *table.rows)]


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_the_printed_one(paper: Document, name: str) -> None:
    expected = [[SLIPS.get(cell, cell) for cell in row] for row in PRINTED[name]]
    assert grid_of(paper.tables()[TABLES.index(name)]) == expected


def test_every_slip_is_still_in_the_seed() -> None:
    cells = {cell for name in TABLES for row in PRINTED[name] for cell in row}
    assert SLIPS.keys() <= cells


def test_captions_and_lines_are_the_printed_ones(paper: Document) -> None:
    levels, ranking, weights, _ = paper.tables()
    assert [levels.caption, ranking.caption, ranking.note, weights.caption] == PRINTED["lines"]


def test_what_is_kept_of_the_seed_is_what_it_prints(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001_*.txt")
    text = path.read_text("utf-8")
    assert set(PRINTED["lines"]) <= {line.strip() for line in text.splitlines()}
    grids = list(grids_in(text))
    assert [name for name in TABLES if PRINTED[name] not in grids] == []


def grids_in(text: str) -> Iterator[Grid]:
    """Give the cells of every table of a text, without its line of dashes."""
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        rows = [
            [cell.strip() for cell in line.strip()[1:-1].split("|")] for line in block.splitlines()
        ]
        yield [row for row in rows if not all(re.fullmatch("-+", cell) for cell in row)]


def test_a_paper_without_the_published_eit_differs_in_that_cell_only(
    build: Build, seed_entries: Mapping[str, Entry]
) -> None:
    entries = {code: score for code, score in seed_entries.items() if code != "EIT"}
    ours = grid_of(build(2565, entries, office="seed").tables()[2])
    theirs: Grid = PRINTED["weights"]
    differing = [
        (mine, his)
        for our_row, their_row in zip(ours, theirs, strict=True)
        for mine, his in zip(our_row, their_row, strict=True)
        if mine != his
    ]
    assert differing == [("95.66", "95.65")]


def test_figures_are_figures_and_spans_are_spans(paper: Document) -> None:
    _, ranking, weights, indicators = paper.tables()
    places = [row.cells[0] for row in ranking.rows]
    assert [cell and cell.content for cell in places] == [
        Number(Decimal(place), 0) for place in range(1, 11)
    ]
    for table, column in ((ranking, 2), (weights, 3), (indicators, 1)):
        for row in table.rows:
            cell = row.cells[column]
            assert cell is not None
            assert isinstance(cell.content, Number)
    spans = [cell.rows for row in indicators.rows if (cell := row.cells[2]) is not None]
    assert spans == [5, 3, 2]
