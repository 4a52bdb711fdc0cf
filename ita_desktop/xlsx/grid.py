"""A workbook as it was read: plain frozen values, nothing of the library that read it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Literal

from ita_desktop.domain.findings import Finding

Value = str | Decimal | bool | dt.date | None
Place = tuple[int, int]
"""Row and column, both counted from 1."""


class Kind(StrEnum):
    """What stood in a cell."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    BOOL = "bool"
    DATE = "date"
    ERROR = "error"
    UNCALCULATED = "uncalculated"
    """A formula whose result the file does not hold."""


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address_of(place: Place) -> str:
    """Return "B4" for (4, 2)."""
    return f"{column_letters(place[1])}{place[0]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetCell:
    """One cell. ``origin`` is the place whose merge covers this one, else None.

    A covered cell holds no value of its own.
    """

    place: Place
    value: Value = None
    kind: Kind = Kind.EMPTY
    raw: str = ""
    """The name of an error, "#REF!"."""
    origin: Place | None = None
    link: str = ""
    """The page that a click on the cell opens, http:// or https:// only."""

    @property
    def address(self) -> str:
        """Return the cell's address, "B4"."""
        return address_of(self.place)

    @property
    def is_blank(self) -> bool:
        """Say whether nothing is to be seen in the cell itself: no value, or only spaces."""
        if isinstance(self.value, str):
            return not self.value.strip()
        return self.kind is Kind.EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A merged range, its four edges included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet: its cells by place (only those that hold or cover something) and its merges.

    What is hidden in Excel is read like the rest.
    """

    name: str
    cells: Mapping[Place, SheetCell]
    merges: tuple[Merge, ...]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()

    def at(self, row: int, column: int) -> SheetCell:
        """Return the cell at a place; an empty one where nothing stands."""
        return self.cells.get((row, column)) or SheetCell(place=(row, column))

    def origin(self, cell: SheetCell) -> SheetCell:
        """Return the cell that is seen at a place: the merge's first one, or the cell itself."""
        return cell if cell.origin is None else self.at(*cell.origin)

    @cached_property
    def last_row(self) -> int:
        """The last row that holds a value, 0 in an empty sheet."""
        return max((row for (row, _), cell in self.cells.items() if not cell.is_blank), default=0)

    @cached_property
    def merges_from(self) -> Mapping[int, tuple[Merge, ...]]:
        """The merges that begin in a row, by row."""
        found: dict[int, list[Merge]] = {}
        for merge in self.merges:
            found.setdefault(merge.top, []).append(merge)
        return {row: tuple(merges) for row, merges in found.items()}

    @cached_property
    def columns_by_row(self) -> Mapping[int, tuple[int, ...]]:
        """The columns that hold or cover something, in order, of every row that has any."""
        found: dict[int, list[int]] = {}
        for row, column in self.cells:
            found.setdefault(row, []).append(column)
        return {row: tuple(sorted(columns)) for row, columns in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A workbook: its sheets in order, what its properties say, and what was wrong in its cells.

    ``document_id`` is set in a workbook this program wrote ("score-summary"), ``fiscal_year`` where
    its figures are of one Buddhist fiscal year, ``months`` where it is a round's report.
    """

    sheets: tuple[Sheet, ...]
    title: str = ""
    document_id: str = ""
    fiscal_year: int | None = None
    findings: tuple[Finding, ...] = ()
    months: Literal[6, 12] | None = None
    rows_year: int | None = None
    """The fiscal year of its measures, calendar and OIT items, where its scores are of another."""


def text_of(value: Value) -> str:
    """Return a value as plain text: a number without trailing zeros, a date as day/month/year."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, dt.date):
        return f"{value.day}/{value.month}/{value.year}"
    return value


def plain_number(value: Decimal) -> str:
    """Return 27.10 as "27.1" and 1E+3 as "1000"."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
