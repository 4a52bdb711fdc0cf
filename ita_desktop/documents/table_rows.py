"""Rows of a table that is made column by column: cells that go down over several rows, keys."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Number,
    Paragraph,
    Row,
    Table,
    Vertical,
)

AGAIN: Final = "(ต่อ)"
"""After what is printed again where it goes on over a page."""


Content = str | Number


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell and how many rows of its part of the table it goes down over."""

    rows: int
    content: Content = ""


Strip = list[Piece]
"""The cells of one column in a part of the table, from above."""


def counted(number: int, rows: int = 1) -> Piece:
    """Return a cell with a whole number."""
    return Piece(rows, Number(Decimal(number), 0))


def row_key(kind: str, number: int | str, mark: str) -> str:
    """Return what a row is: "step:45@1f2e3d4c"; ``mark`` says of which data file, "" of none.

    "section:3.28" is a row of section 3 beside its own, which differs from all others.
    """
    return f"{kind}:{number}@{mark}" if mark else f"{kind}:{number}"


def shared_strip(own: Sequence[Content], whole: Content) -> Strip:
    """Return a cell a row; neighbours that say nothing of their own share ``whole``."""
    pieces: Strip = []
    shared = False
    for said in own:
        if not said and whole and shared:
            pieces[-1] = replace(pieces[-1], rows=pieces[-1].rows + 1)
        else:
            shared = not said and bool(whole)
            pieces.append(Piece(1, said or whole))
    return pieces


def woven(strips: Sequence[Strip], keys: Sequence[str], repeated: Sequence[bool] = ()) -> list[Row]:
    """Return the rows that columns of cells make; ``repeated``: printed again over a page."""
    grid: list[list[Cell | None]] = [[None] * len(strips) for _ in keys]
    for column, strip in enumerate(strips):
        at = 0
        for piece in strip:
            again = ""
            if repeated and repeated[column] and piece.rows > 1 and isinstance(piece.content, str):
                again = f"{piece.content} {AGAIN}" if piece.content else ""
            grid[at][column] = Cell(content=piece.content, rows=piece.rows, again=again)
            at += piece.rows
    return [Row(cells=tuple(cells), key=key) for cells, key in zip(grid, keys, strict=True)]


def head_cell(words: str, *, rows: int = 1, columns: int = 1) -> Cell:
    """Return a head of a table: bold, in the middle both ways, over so many rows and columns."""
    return Cell(
        content=words,
        align=Align.CENTER,
        vertical=Vertical.MIDDLE,
        bold=True,
        rows=rows,
        columns=columns,
    )


def head_row(heads: Iterable[str]) -> Row:
    """Return the header of a table, a cell a column."""
    return Row(cells=tuple(map(head_cell, heads)))


def or_nothing(table: Table, lead: tuple[str, ...], nothing: str) -> Iterator[Block]:
    """Give a table; one without rows under a line that says there are none.

    ``lead`` are the lines over it in a workbook.
    """
    if not table.rows:
        yield Paragraph(text=nothing, align=Align.CENTER)
        lead = (*lead, nothing)
    yield replace(table, lead=lead)
