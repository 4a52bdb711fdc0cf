"""A Thai table for ReportLab's Platypus, with wrap, split and draw of its own."""

from copy import copy
from dataclasses import dataclass, replace
from typing import Final

from reportlab.platypus.flowables import CondPageBreak, Flowable

from ita_desktop.documents.model import Table
from ita_desktop.pdf.bands import body_band, caption_band, header_band
from ita_desktop.pdf.column_edges import column_edges
from ita_desktop.pdf.grid import PITCH, Band, below
from ita_desktop.pdf.grid_split import before_last, before_last_lines, divide
from ita_desktop.pdf.measures import CAPTION
from ita_desktop.pdf.paper_canvas import RULE_WIDTH, paper_of
from ita_desktop.pdf.paragraph import ThaiParagraph
from ita_desktop.pdf.placed import place_lines
from ita_desktop.pdf.placed_band import band_rules, band_shades, place_band
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.lines import Line

_ROUNDING = 1e-6
_BEFORE = 3.0
_AFTER = 9.0
_MOST_OF_A_PAGE = 0.5  # a header higher than this share of a page is not repeated


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over the rows on a page."""

    band: Band
    """In the grid: the caption, if it has its place there, and the header."""
    caption: tuple[Line, ...] = ()
    """Over the grid."""

    @property
    def over_grid(self) -> float:
        """Return the points from the top of the table to its grid."""
        return len(self.caption) * PITCH + _BEFORE if self.caption else 0.0

    @property
    def height(self) -> float:
        """Return the points that it needs."""
        return self.over_grid + self.band.height


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table measured for its width; what is left of it after each page."""

    left: float
    """Points from the text area's edge to that of the table, which is centred."""
    edges: tuple[float, ...]
    head: Head
    next_head: Head
    """What every next page begins with."""
    body: Band
    under: tuple[Flowable, ...]
    """The note, a signature: what stands under the last row and never without it."""
    page_width: float
    page_height: float

    @property
    def under_height(self) -> float:
        """Return the points needed under the rows."""
        return sum(
            one.getSpaceBefore() + one.wrap(self.page_width, self.page_height)[1]
            for one in self.under
        )

    @property
    def height(self) -> float:
        """Return the points that the whole of it needs."""
        return self.head.height + self.body.height + RULE_WIDTH + self.under_height


def set_table(table: Table, setting: Setting, width: float, page_height: float) -> SetTable:
    """Return the table measured for ``width`` points; an empty page has ``page_height``.

    A caption over the grid is not part of it, but is repeated on the next pages where the table
    says so.
    """
    edges = column_edges(table.columns, width - RULE_WIDTH)
    body = body_band(table.rows, table.columns, edges, setting, zebra=table.zebra)
    header = header_band(table.header, table.columns, edges, setting)
    caption = again = Band()
    over_grid: tuple[Line, ...] = ()
    continued = f"{table.caption} {table.continued}" if table.caption and table.continued else ""
    if table.caption and table.caption_in_grid:
        caption = caption_band(table, table.caption, edges, setting)
        again = caption_band(table, continued, edges, setting) if continued else again
    elif continued:
        over_grid = setting.lines(continued, width, CAPTION)
    head = Head(below(caption, header))
    next_head = Head(below(again, header), over_grid)
    if max(head.height, next_head.height) > page_height * _MOST_OF_A_PAGE:
        body = below(head.band, body)
        head = next_head = Head(Band())
    under: tuple[Flowable, ...] = ()
    if table.note:
        under = (ThaiParagraph(setting.lines(table.note, width, Look()), Look(), page_height),)
    left = (width - RULE_WIDTH - edges[-1]) / 2
    return SetTable(left, edges, head, next_head, body, under, width, page_height)


class ThaiTable(Flowable):
    """A measured table, which Platypus may divide between pages: its header is repeated."""

    def __init__(self, table: SetTable) -> None:
        super().__init__()
        self.table: Final = table
        """What this part of it draws."""
        self.spaceBefore = _BEFORE
        self.spaceAfter = _AFTER

    def signed(self, *under: Flowable) -> "ThaiTable":
        """Return the table with this under it too, on the page of its last row."""
        return ThaiTable(replace(self.table, under=(*self.table.under, *under)))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height of all that is left of the table."""
        self.width = aW
        self.height = self.table.height
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803
        """Return the part for ``aH`` points and the rest; empty where it should move on whole."""
        table = self.table
        if table.height <= aH + _ROUNDING:
            return [self]
        fresh_page = aH >= table.page_height - _ROUNDING
        parts = divide(table.body, aH - table.head.height - RULE_WIDTH, must=fresh_page)
        if parts is None:
            return []
        first, rest = parts
        moves_on: list[Flowable] = []
        if not rest.rows and table.under:  # only what stands under the rows has no room
            whole = first
            first, rest = before_last(whole)  # the last row goes with it
            if not first.rows and not fresh_page:
                return []
            if not first.rows:
                first, rest = before_last_lines(whole)
            if not first.rows:
                return [ThaiTable(replace(table, under=())), *map(copy, table.under)]
            moves_on = [CondPageBreak(table.page_height - _ROUNDING)]  # not cut again on this page
        begun = ThaiTable(replace(table, body=first, under=()))
        if not rest.rows:
            return [begun]
        return [begun, *moves_on, ThaiTable(replace(table, body=rest, head=table.next_head))]

    def draw(self) -> None:
        """Draw grey, rules, texts and what stands under the rows."""
        canvas = paper_of(self.canv)
        table = self.table
        for placed in place_lines(table.head.caption, CAPTION, 0.0, self.width, 0.0):
            canvas.show_line(placed, 0.0, self.height)
        left = table.left + RULE_WIDTH / 2
        top = self.height - RULE_WIDTH / 2 - table.head.over_grid
        grid = below(table.head.band, table.body)
        canvas.show_shades(band_shades(grid, table.edges, 0.0), left, top)
        if grid.rows:
            canvas.show_rules(band_rules(grid, table.edges, 0.0), left, top)
        for placed in place_band(grid, table.edges, 0.0):
            canvas.show_line(placed, left, top)
        bottom = table.under_height
        for one in table.under:
            bottom -= one.getSpaceBefore() + one.wrap(self.width, self.height)[1]
            one.drawOn(canvas, 0, bottom)
