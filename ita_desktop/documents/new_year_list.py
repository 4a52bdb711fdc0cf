"""What a new fiscal year took over and what it did not, as a small paper to keep or to sign off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Digits,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Row,
    Section,
    Table,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.table_rows import head_row
from ita_desktop.domain.office import Office

ID: Final = "new-year-list"
NAME: Final = "รายการยกไปปีใหม่"
_HEADS: Final = ("รายการ", "รายละเอียด", "จะเป็นอย่างไร")
_COLUMNS: Final = (110.0, 70.0, 77.0)
_PAGE: Final = PageSetup(orientation=Orientation.LANDSCAPE, left=20, right=15, top=20, bottom=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPart:
    """A part of the list: its title with counts, and its rows as the table has columns."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


def new_year_list(
    office: Office, from_year: int, to_year: int, parts: Sequence[ListedPart], digits: Digits
) -> Document:
    """Return the list; each part is a line of its table over its rows."""
    titles = (f"รายการยกไปปีงบประมาณ พ.ศ. {to_year}", f"{office.name} จากปีงบประมาณ พ.ศ. {from_year}")
    table = Table(
        name=NAME,
        columns=tuple(Column(width=width, align=Align.LEFT) for width in _COLUMNS),
        header=(head_row(_HEADS),),
        rows=tuple(row for part in parts for row in _rows(part)),
    )
    first, second = titles
    blocks = (
        Heading(text=first, level=1),
        Heading(text=second.strip(), level=1, listed=False),
        table,
    )
    document = Document(
        id=ID,
        title=" ".join(titles),
        author=office.name,
        digits=digits,
        sections=(Section(blocks=blocks, page=_PAGE),),
        fiscal_year=to_year,
        name=NAME,
    )
    return with_digits(document)


def _rows(part: ListedPart) -> Iterator[Row]:
    width = len(_COLUMNS)
    line = Cell(content=part.title, align=Align.LEFT, bold=True, columns=width)
    yield Row(cells=(line, *[None] * (width - 1)), group=True)
    for texts in part.rows:
        yield Row(cells=tuple(Cell(content=text) for text in texts))
