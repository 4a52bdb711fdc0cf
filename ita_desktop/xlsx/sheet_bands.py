"""A table as what stands on its sheet from above: titles, heads, rows, note; each in its manner."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Ground,
    Heading,
    Number,
    Open,
    Row,
    Table,
    Vertical,
)
from ita_desktop.documents.tables import grey_rows
from ita_desktop.xlsx.keys import KEY_HEAD
from ita_desktop.xlsx.row_layout import Placed


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell is drawn; ``places``: decimals that its figure leaves room for."""

    align: Align
    vertical: Vertical
    bold: bool
    grey: bool
    places: int
    open: Open | None = None
    ground: Ground | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Rows drawn in one manner."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    """How a cell stands that does not say so itself."""
    bold: bool = False
    lined: bool = False
    keyed: bool = False
    """The keys of the rows are written into the hidden column."""
    grey: tuple[bool, ...] = ()
    """Of each row; empty: none is."""
    places: tuple[int, ...] = ()
    """Most decimals of the figures that stand by their point, of each column."""

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return len(self.columns)

    @property
    def align(self) -> tuple[Align, ...]:
        """Return how the columns are aligned."""
        return tuple(column.align for column in self.columns)

    def look(self, placed: Placed) -> CellLook:
        """Return how a cell of the band is drawn."""
        cell, column = placed.cell, self.columns[placed.column]
        align = cell.align or column.align
        return CellLook(
            align=align,
            vertical=Vertical.TOP if placed.pinned else cell.vertical or column.vertical,
            bold=self.bold or cell.bold or self.rows[placed.source].group,
            grey=bool(self.grey) and self.grey[placed.source],
            places=self.places[placed.column] if self.places and align is Align.POINT else 0,
            open=cell.open,
            ground=cell.ground,
        )


def bands(table: Table, titles: Sequence[Heading]) -> tuple[Band, Band, Band, Band]:
    """Return what stands above the table, its heads, its rows, and what stands below."""
    count = len(table.columns)

    def line(text: str, align: Align, *, bold: bool = False) -> Row:
        first = Cell(content=text, align=align, columns=count, bold=bold)
        return Row(cells=(first, *[None] * (count - 1)))

    columns = table.columns
    plain = tuple(Column(width=column.width) for column in columns)
    centred = tuple(
        replace(column, align=Align.CENTER, vertical=Vertical.MIDDLE) for column in columns
    )
    lead = [line(text, Align.LEFT) for text in table.lead]
    title = [line(one.text, Align.CENTER, bold=True) for one in titles if one.level == 1]
    parts = [line(one.text, Align.LEFT, bold=True) for one in titles if one.level > 1]
    above = [*title, *lead, *parts] if table.lead_over_parts else [*title, *parts]
    caption = [line(table.caption, Align.CENTER, bold=True)] if table.caption else []
    header = [
        replace(row, key="" if number else KEY_HEAD) for number, row in enumerate(table.header)
    ]
    if not table.caption_in_grid:
        above += caption
        caption = []
    if not table.lead_over_parts:
        above += lead
    return (
        Band(rows=tuple(above), columns=plain),
        Band(rows=(*caption, *header), columns=centred, bold=True, lined=True, keyed=True),
        Band(
            rows=table.rows,
            columns=columns,
            lined=True,
            keyed=True,
            grey=tuple(grey_rows(table.rows, zebra=table.zebra)),
            places=_places(table),
        ),
        Band(rows=(line(table.note, Align.LEFT),) if table.note else (), columns=plain),
    )


def _places(table: Table) -> tuple[int, ...]:
    """Return the most decimals of each column's figures that stand by their point."""
    most = [0] * len(table.columns)
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            if cell is None or not isinstance(cell.content, Number):
                continue
            if (cell.align or table.columns[number].align) is Align.POINT:
                most[number] = max(most[number], cell.content.decimals)
    return tuple(most)
