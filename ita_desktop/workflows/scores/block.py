"""A block copied from Excel, Calc or a Word table, matched to the scores it is meant for."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.score_entry import Entry, parse_entry
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold
from ita_desktop.workflows.scores.codes import CODE_HEADS, SCORE_HEADS, score_code_of
from ita_desktop.workflows.scores.year_scores import Proposal, propose, score_name

_CODE_HEADS = frozenset(map(fold, CODE_HEADS))
_SCORE_HEADS = frozenset(map(fold, SCORE_HEADS))
_TOLD = 5  # different scores of one code that are named; the rest is counted


@dataclass(frozen=True, slots=True)
class Block:
    """Texts by score code, and the rows that belong to no score or contradict each other."""

    texts: Mapping[str, str]
    unplaced: tuple[str, ...]
    contradicting: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """The different scores of a code that stands in several rows; it is not among the texts."""


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


def is_bare_value(cells: Sequence[Sequence[str]]) -> bool:
    """Say whether a block (as of ``read_cells``) is one value and names nothing."""
    return len(cells) == 1 and len(cells[0]) == 1


def propose_block(
    criteria: Criteria, entries: Mapping[str, Entry], block: Block
) -> tuple[Proposal, ...]:
    """Return what a block would change; a code with different scores is refused, naming them."""
    refused = [
        Proposal(
            code,
            _some(texts, " / "),
            entries.get(code),
            entries.get(code),
            f"{score_name(code)} มีคะแนนต่างกันในข้อมูลที่วาง คือ {_some(texts, ' กับ ')}"
            " กรุณาเหลือไว้ค่าเดียวแล้ววางใหม่",
        )
        for code, texts in block.contradicting.items()
    ]
    return (*propose(criteria, entries, block.texts), *refused)


def place_block(
    cells: Sequence[Sequence[str]], criteria: Criteria, codes_from_here: Sequence[str]
) -> Block:
    """Return which score each row of a copied block (as of ``read_cells``) is meant for.

    A row that begins with an item code, an indicator's number or name, or an instrument goes
    there; the score stands under the head คะแนน, else in the last column with a figure in it. A
    block without such names fills the scores from the current cell down (``codes_from_here``).
    Empty scores leave what was there; a row of heads belongs to no score and is not told.
    """
    named = [_named(row, criteria) for row in cells]
    column = _score_column(cells, [place for _, place in named])
    if not any(code for code, _ in named):
        values = [row[column] for row in cells if not _is_head(row)]
        fitting = zip(codes_from_here, values, strict=False)
        texts = {code: value for code, value in fitting if value}
        return Block(texts, tuple(filter(None, values[len(codes_from_here) :])))
    found: dict[str, dict[object, str]] = {}
    unplaced: list[str] = []
    for (code, place), row in zip(named, cells, strict=True):
        if code is not None:
            if column > place and row[column]:
                said = _said(row[column], code, criteria)
                found.setdefault(code, {}).setdefault(said, row[column])
        elif any(row) and not _is_head(row):
            unplaced.append(" ".join(filter(None, row)))
    return Block(
        {code: next(iter(texts.values())) for code, texts in found.items() if len(texts) == 1},
        tuple(unplaced),
        {code: tuple(texts.values()) for code, texts in found.items() if len(texts) > 1},
    )


def _named(row: Sequence[str], criteria: Criteria) -> tuple[str | None, int]:
    """Return the score that a cell before the row's last one names, and where; else None and -1.

    A bare number counts only where no other cell names a score: in the ranking of seed 001 it is
    the place (1 การเปิดเผยข้อมูล 100.00), and the indicator's name stands beside it.
    """
    found = [
        (code, place)
        for place, cell in enumerate(row[:-1])
        if cell and (code := score_code_of(cell, criteria)) is not None
    ]
    words = [(code, place) for code, place in found if not row[place].rstrip(".").isdecimal()]
    return next(iter((*words, *found)), (None, -1))


def _said(text: str, code: str, criteria: Criteria) -> object:
    """Return what a text says, the same for the same score: 88, 88.00 and ๘๘ are."""
    try:
        return parse_entry(text, code, criteria)
    except ClerkError:
        return fold(text)


def _is_head(row: Sequence[str]) -> bool:
    folded = set(map(fold, row))
    return not _SCORE_HEADS.isdisjoint(folded) and (
        len(row) == 1 or not _CODE_HEADS.isdisjoint(folded)
    )


def _score_column(cells: Sequence[Sequence[str]], names: Sequence[int]) -> int:
    """Return the column of the scores; ``names`` are the columns in which the rows name a score."""
    for row in filter(_is_head, cells):
        return next(place for place, cell in enumerate(row) if fold(cell) in _SCORE_HEADS)
    with_figure = (
        place
        for row, name in zip(cells, names, strict=True)
        for place, cell in enumerate(row)
        if place > name and to_arabic_digits(cell)[:1].isdecimal()
    )
    return max(with_figure, default=max(map(len, cells), default=1) - 1)


def _some(texts: Sequence[str], between: str) -> str:
    """Return texts in a row; of many the first ones, and how many more there are."""
    rest = len(texts) - _TOLD
    if rest <= 0:
        return between.join(texts)
    return f"{between.join(texts[:_TOLD])} และอีก {rest} ค่า"
