"""A block copied from Excel, Calc or a Word table, matched to the scores it is meant for."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from ita_desktop.domain.criteria import Criteria
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold
from ita_desktop.workflows.score_codes import CODE_HEADS, SCORE_HEADS, score_code_of

_CODE_HEADS = frozenset(map(fold, CODE_HEADS))
_SCORE_HEADS = frozenset(map(fold, SCORE_HEADS))


@dataclass(frozen=True, slots=True)
class Block:
    """Texts by score code, and the rows that belong to no score."""

    texts: Mapping[str, str]
    unplaced: tuple[str, ...]


def read_cells(text: str) -> tuple[tuple[str, ...], ...]:
    """Return clipboard text as rows of equally many cells; quoted line breaks stay inside a cell.

    Rows and columns that are empty throughout are left out at the end, never in between, where
    they keep the other cells in their places.
    """
    try:
        rows = list(csv.reader(StringIO(text, newline=""), dialect="excel-tab", strict=True))
    except csv.Error:  # not Excel's quoting: a text that only begins with a quotation mark
        rows = [line.split("\t") for line in text.splitlines()]
    cells = [[cell.strip() for cell in row] for row in rows]
    while cells and not any(cells[-1]):
        cells.pop()
    width = max((place for row in cells for place, cell in enumerate(row, 1) if cell), default=0)
    return tuple(tuple((*row, *[""] * width)[:width]) for row in cells)


def place_block(
    cells: Sequence[Sequence[str]], criteria: Criteria, codes_from_here: Sequence[str]
) -> Block:
    """Return which score each row of a copied block (as of ``read_cells``) is meant for.

    A row that begins with an item code, an indicator's number or name, or an instrument goes
    there; the score stands under the head คะแนน, else in the last column with a figure in it. A
    block without such names fills the scores from the current cell down (``codes_from_here``).
    Empty scores leave what was there; a row of heads belongs to no score and is not told.
    """
    named = [_code_of(row, criteria) for row in cells]
    heads = [_is_head(row) for row in cells]
    column = _score_column([row for row, head in zip(cells, heads, strict=True) if head], cells)
    if not any(named):
        values = [row[column] for row, head in zip(cells, heads, strict=True) if not head]
        fitting = zip(codes_from_here, values, strict=False)
        texts = {code: value for code, value in fitting if value}
        return Block(texts, tuple(filter(None, values[len(codes_from_here) :])))
    texts = {}
    unplaced: list[str] = []
    for code, row, head in zip(named, cells, heads, strict=True):
        if code is not None and row[column]:
            texts[code] = row[column]
        elif code is None and not head and any(row):
            unplaced.append(" ".join(filter(None, row)))
    return Block(texts, tuple(unplaced))


def _code_of(row: Sequence[str], criteria: Criteria) -> str | None:
    """Return the score that a row's cells before its last one name, or None (as for a head)."""
    found = (score_code_of(cell, criteria) for cell in row[:-1] if cell)
    return next((code for code in found if code is not None), None)


def _is_head(row: Sequence[str]) -> bool:
    folded = set(map(fold, row))
    return not _SCORE_HEADS.isdisjoint(folded) and (
        len(row) == 1 or not _CODE_HEADS.isdisjoint(folded)
    )


def _score_column(heads: Sequence[Sequence[str]], cells: Sequence[Sequence[str]]) -> int:
    """Return the place of the score in the rows; of empty rows the first."""
    for row in heads:
        return next(place for place, cell in enumerate(row) if fold(cell) in _SCORE_HEADS)
    with_figure = (
        place
        for row in cells
        for place, cell in enumerate(row)
        if to_arabic_digits(cell)[:1].isdecimal()
    )
    return max(with_figure, default=max(map(len, cells), default=1) - 1)
