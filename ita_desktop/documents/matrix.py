"""The matrix of risks as words and places: what is drawn on paper."""

from dataclasses import dataclass
from enum import StrEnum

Square = tuple[int, int]
"""Column and row of a cell, from 0, the lowest steps at the lower left."""


class Tint(StrEnum):
    """The colour of a level's cells."""

    GREEN = "green"
    LIGHT_GREEN = "light_green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"


class Hatch(StrEnum):
    """What a level's cells are filled with beside their colour."""

    PLAIN = "plain"
    DOTS = "dots"
    STRIPES = "stripes"
    CROSS = "cross"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixBand:
    """A level: its name, its limits ("9–14"), and what its cells are filled with."""

    name: str
    limits: str
    tint: Tint
    hatch: Hatch


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixChip:
    """A risk in its cell, by its number; ``after``: its cell after treatment, where it moves."""

    number: str
    after: Square | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """A cell: its product, its level (a place in the chart's bands, None of none), its risks.

    Where there is no room for all chips, ``count`` stands in the cell and ``listed``, its place
    with the numbers of its risks, under the matrix.
    """

    score: str
    band: int | None
    chips: tuple[MatrixChip, ...] = ()
    count: str = ""
    listed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRisk:
    """A risk of the list beside the matrix; ``words`` are shortened where the page is full."""

    number: str
    words: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixChart:
    """A matrix with its risks, the highest of them in words beside it, and lines under it.

    It takes what its page has left, and is never divided.
    """

    across: str
    """Title of the axis from left to right."""
    up: str
    """Title of the axis from below."""
    columns: tuple[str, ...]
    """Steps from left to right."""
    rows: tuple[str, ...]
    """Steps from below."""
    cells: tuple[tuple[MatrixCell, ...], ...]
    """Rows from below, each from left to right."""
    bands: tuple[MatrixBand, ...]
    unknown: str = "ไม่มีระดับ"
    """In a cell that no band covers."""
    highest_title: str = ""
    highest: tuple[MatrixRisk, ...] = ()
    listed_title: str = ""
    """Before the numbers of the risks of cells that are too full."""
    notes: tuple[str, ...] = ()
