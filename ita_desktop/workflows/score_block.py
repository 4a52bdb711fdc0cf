"""A block copied from Excel, Calc or a Word table, matched to the scores it is meant for."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from ita_desktop.domain.criteria import Criteria
from ita_desktop.workflows.score_codes import score_code_of


@dataclass(frozen=True, slots=True)
class Block:
    """Texts by score code, and the rows that belong to no score."""

    texts: Mapping[str, str]
    unplaced: tuple[str, ...]


def read_cells(text: str) -> tuple[tuple[str, ...], ...]:
    """Return clipboard text as rows of cells; tabs part cells, quoted line breaks stay inside."""
    rows = csv.reader(StringIO(text, newline=""), dialect="excel-tab", strict=False)
    return tuple(tuple(cell.strip() for cell in row) for row in rows if any(map(str.strip, row)))


def place_block(
    cells: Sequence[Sequence[str]], criteria: Criteria, codes_from_here: Sequence[str]
) -> Block:
    """Return which score each row of a copied block is meant for.

    A row that begins with an item code, an indicator's number or name, or an instrument goes
    there, and its last filled cell is the score. A block without such names fills the scores from
    the current cell down (``codes_from_here``); where it has several columns the last one counts.
    """
    named = [_code_of(row, criteria) for row in cells]
    if not any(named):
        values = [_last_filled(row) for row in cells]
        fitting = dict(zip(codes_from_here, values, strict=False))
        return Block(fitting, tuple(values[len(codes_from_here) :]))
    texts: dict[str, str] = {}
    unplaced: list[str] = []
    for code, row in zip(named, cells, strict=True):
        if code is None:
            unplaced.append(" ".join(row))
        else:
            texts[code] = _last_filled(row[1:])
    return Block(texts, tuple(unplaced))


def _code_of(row: Sequence[str], criteria: Criteria) -> str | None:
    """Return the score that a row's cells before its last one name, or None (as for a head)."""
    found = (score_code_of(cell, criteria) for cell in row[:-1] if cell)
    return next((code for code in found if code is not None), None)


def _last_filled(row: Sequence[str]) -> str:
    return next((cell for cell in reversed(row) if cell), "")
