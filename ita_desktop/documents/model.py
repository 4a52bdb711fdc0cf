"""The neutral document: frozen, complete, ready to be drawn by ``pdf`` and ``xlsx``.

A document says what is on paper in official terms ("16 point", millimetres); it knows neither a PDF
nor a sheet. Text is final: digits are already Thai or Arabic. Numbers in table cells stay numbers.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Align(StrEnum):
    """Where a text stands in its column or line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Digits(StrEnum):
    """Which digits a paper prints throughout."""

    THAI = "thai"
    ARABIC = "arabic"


class Orientation(StrEnum):
    """How the A4 sheet lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that stays a figure in a workbook; shown with ``decimals`` places, in thousands."""

    value: Decimal
    decimals: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; ``rows`` and ``columns`` are its span. A covered place in the grid is None."""

    content: str | Number = ""
    align: Align | None = None
    """None: as the column says."""
    bold: bool = False
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its share of the table's width (any unit, only ratios count) and alignment."""

    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of as many places as the table has columns; None where a span of another cell covers.

    ``key`` names what the row is, so that a workbook that comes back is matched to its record.
    """

    cells: tuple[Cell | None, ...]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its caption and its header rows (repeated on every page)."""

    name: str
    """Name of the sheet in a workbook: Thai, at most 31 letters."""
    caption: str = ""
    caption_in_grid: bool = False
    """True: the caption is a merged first row of the table, as the paper has it."""
    columns: tuple[Column, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    note: str = ""
    """A line under the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the paper's own title (centred, bold, 18 point), 2 a part of it."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text of 16 official points."""

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    indent: bool = False
    """First line indented by 2.5 cm, as the regulation's explanation has it."""


Block = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """A4 with margins in millimetres: left 30 and right 20 by the regulation on paper work.

    Top 25 and bottom 20 are the common practice, the regulation does not give them.
    """

    orientation: Orientation = Orientation.PORTRAIT
    left: float = 30
    right: float = 20
    top: float = 25
    bottom: float = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper: what it is called, who issues it, and its blocks in reading order."""

    id: str
    title: str
    """One line, for the file's properties and its name."""
    author: str
    digits: Digits
    blocks: tuple[Block, ...]
    page: PageSetup = field(default_factory=PageSetup)
    fiscal_year: int | None = None
    """The Buddhist fiscal year its figures are of; None where it is of none or of several."""

    def tables(self) -> tuple[Table, ...]:
        """Return the tables in order of the paper."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
