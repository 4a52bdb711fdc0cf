"""The neutral document: frozen, complete, ready to be drawn by ``pdf`` and ``xlsx``.

A document says what is on paper in official terms ("16 point", millimetres); it knows neither a PDF
nor a sheet. Text is final: digits are already Thai or Arabic. Numbers in table cells stay numbers.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ita_desktop.documents.charts import BarChart, PillarChart
from ita_desktop.documents.matrix import MatrixChart
from ita_desktop.documents.text import Text


class Align(StrEnum):
    """Where a text stands in its column or line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"
    """Both edges straight: the space is shared between words and at spaces, the last line left."""
    POINT = "point"
    """Figures of a column under each other by their point, at the right edge."""


class Vertical(StrEnum):
    """Where a text stands between the upper and the lower rule of its cell."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Digits(StrEnum):
    """Which digits a paper prints throughout."""

    THAI = "thai"
    ARABIC = "arabic"


class Orientation(StrEnum):
    """How the A4 sheet lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Numbering(StrEnum):
    """How the pages of a section are numbered."""

    DIGITS = "digits"
    """1 2 3, in the digits of the paper."""
    LETTERS = "letters"
    """ก ข ค, as prefaces and contents are; after ฮ follows กก."""


PAGE: Final = "\ufdd0"
"""In a head or foot: the number of the page."""
PAGES: Final = "\ufdd1"
"""In a head or foot: the number of the last page of its row of numbers."""
LINE_BREAK: Final = "\u2028"
"""In a text: a new line within the paragraph; a newline begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure that stays a figure in a workbook; shown with ``decimals`` places, in thousands."""

    value: Decimal
    decimals: int = 2


@dataclass(frozen=True, slots=True)
class Open:
    """What may be typed into an open cell of a protected table; without either, any text."""

    choices: tuple[str, ...] = ()
    """One of these words, offered as a list; together at most 250 letters, none with a comma."""
    most: int | None = None
    """A whole number from 0 to this."""


class Ground(StrEnum):
    """The light colour a cell stands on. Its words say the same: paper may be grey."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"

    @property
    def rgb(self) -> str:
        """Return it as six hexadecimal digits; black on it has 12:1 or more."""
        return _GROUNDS[self]


_GROUNDS: Final = {Ground.GREEN: "CFEBD8", Ground.AMBER: "FBE7BD", Ground.RED: "F8D5D1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; ``rows`` and ``columns`` are its span. A covered place in the grid is None."""

    content: Text | Number = ""
    align: Align | None = None
    """None: as the column says."""
    vertical: Vertical | None = None
    """None: as the column says."""
    bold: bool = False
    rows: int = 1
    columns: int = 1
    again: str = ""
    """Printed where the cell goes on over a page after all its own text: "ดำเนินการ (ต่อ)"."""
    open: Open | None = None
    """It is filled in by whom the workbook is sent to; never cut in two there."""
    ground: Ground | None = None


class Unit(StrEnum):
    """What a column's width is counted in."""

    SHARE = "share"
    """Of what the columns in millimetres leave of the table's width; only ratios count."""
    MILLIMETRE = "millimetre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its width and how its cells stand.

    A table whose columns are all in millimetres is as wide as they are together, centred.
    """

    width: float
    unit: Unit = Unit.SHARE
    align: Align = Align.LEFT
    vertical: Vertical = Vertical.TOP


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of as many places as the table has columns; None where a span of another cell covers.

    ``key`` names what the row is, so that a workbook that comes back is matched to its record.
    """

    cells: tuple[Cell | None, ...]
    key: str = ""
    group: bool = False
    """A line over the rows that follow: bold on grey, never the last row of a page."""
    closing: bool = False
    """A sum of the rows before it: never the first row of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its caption and its header rows (repeated on every page)."""

    name: str
    """Name of the sheet in a workbook: Thai, at most 31 letters."""
    caption: str = ""
    caption_in_grid: bool = False
    """True: the caption is a merged first row of the table, as the paper has it."""
    continued: str = ""
    """What follows the caption where it is repeated on the next pages, "(ต่อ)"; empty: it is not."""
    columns: tuple[Column, ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    note: str = ""
    """A line under the table."""
    zebra: bool = False
    """Every second row on light grey."""
    flows: bool = False
    """One of many under each other: it is divided between pages though it is small."""
    lead: tuple[str, ...] = ()
    """Lines of plain text over its head, a paragraph each. Only a workbook draws them."""
    lead_over_parts: bool = False
    """They stand under the paper's title already, over the headings of the part it is."""
    protected: bool = False
    """In a workbook only the open cells can be typed into; without a password."""
    wide: bool = False
    """Its columns are as wide as they say though no page holds them: a sheet to work in, which a
    workbook shrinks to the width of its page where it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the paper's own title (centred, bold, 18 point), 2 and 3 its parts."""

    text: str
    level: int = 2
    listed: bool = True
    """It stands in the contents and among the bookmarks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where a tab of a text leads: millimetres from the left edge of the text area.

    ``align``: what follows begins, is centred or ends there. ``leader``: dots fill the way.
    """

    at: float
    align: Align = Align.LEFT
    leader: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text, of 16 official points where nothing else is said."""

    text: Text
    align: Align = Align.LEFT
    bold: bool = False
    size: float = 16.0
    indent: bool = False
    """First line indented by 2.5 cm, as the regulation's explanation has it."""
    left: float = 0.0
    """Millimetres by which all lines are moved in."""
    marker: str = ""
    """Number or dash of a list ("๑.", "(๑)", "-"), hung before the text."""
    level: int = 1
    """Of a list: 1 to 3, each further in."""
    stops: tuple[Stop, ...] = ()
    """Without any, a tab leads to the next of every 12.5 mm."""
    keep_with_next: bool = False
    before: float = 6.0
    """Points of space above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs: the full name, printed in brackets under the signature, and the position."""

    name: str = ""
    title: str = ""
    lead: str = "ลงชื่อ"
    """Before the dots to sign on; empty: only space is left, as over an announcement's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One to three signatories; kept whole, and on the page of the text before it."""

    signatories: tuple[Signatory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The Garuda or the office's mark, 15 mm under the upper edge of a page of its own beginning.

    3 cm high and centred on an announcement, 1.5 cm and left on a memorandum (regulation of the
    Prime Minister's Office on paper work, ข้อ 71). Its place is kept where there is no picture.
    """

    height: float = 30.0
    """Millimetres."""
    align: Align = Align.CENTER


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The listed headings of the paper with dotted leaders and their pages."""

    ranges: bool = False
    """Print the first and last page of each ("๑ - ๕") instead of its first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """White space of so many millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class Fill:
    """White space that takes what its section's only page has left; several share it. A cover."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Block = (
    Heading
    | Paragraph
    | Table
    | Signature
    | Mark
    | Contents
    | Space
    | Fill
    | NewPage
    | BarChart
    | PillarChart
    | MatrixChart
)


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
class Running:
    """A line in the upper or lower margin; ``PAGE`` and ``PAGES`` stand for numbers."""

    left: str = ""
    center: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Pages of one set-up. It begins a page."""

    blocks: tuple[Block, ...]
    page: PageSetup = field(default_factory=PageSetup)
    head: Running = field(default_factory=lambda: Running(center=f"- {PAGE} -"))
    foot: Running = field(default_factory=Running)
    first_head: bool = False
    """Head and foot stand on its first page too."""
    numbering: Numbering = Numbering.DIGITS
    first_number: int | None = None
    """None: the numbers go on from the section before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper: what it is called, who issues it, and its sections in reading order."""

    id: str
    title: str
    """One line, for the file's properties and its name."""
    author: str
    digits: Digits
    sections: tuple[Section, ...]
    fiscal_year: int | None = None
    """The Buddhist fiscal year its figures are of; None where it is of none or of several."""
    rows_year: int | None = None
    """The fiscal year of its measures, calendar and OIT items where its scores are of another."""
    years: tuple[int, int] | None = None
    """The first and the last fiscal year of a plan; ``fiscal_year`` is the one it was asked for."""
    months: int | None = None
    """6 or 12, the months that the report is about; None for a paper that has no rounds."""
    name: str = ""
    """Short, for menus and names of files, where it is not in the catalogue: a layout's."""
    mark: bytes = b""
    """The office's mark, a PNG or JPEG picture; empty where it has loaded none."""

    @property
    def year_words(self) -> str:
        """Return the fiscal years it is about: "2566", "2566–2570", "" for none."""
        first, last = self.years or (self.fiscal_year, self.fiscal_year)
        return "" if first is None else str(first) if first == last else f"{first}–{last}"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of all sections in order of the paper."""
        return tuple(block for section in self.sections for block in section.blocks)

    def tables(self) -> tuple[Table, ...]:
        """Return the tables in order of the paper."""
        return tuple(block for block in self.blocks if isinstance(block, Table))
