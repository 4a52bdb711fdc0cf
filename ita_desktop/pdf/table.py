"""A Thai table for ReportLab's Platypus, with wrap, split and draw of its own."""

from dataclasses import dataclass, replace

from reportlab.platypus.flowables import Flowable

from ita_desktop.documents.model import Table
from ita_desktop.pdf.grid import Band, body_band, caption_band, column_edges, header_band
from ita_desktop.pdf.grid_split import before_last, divide
from ita_desktop.pdf.paper_canvas import RULE_WIDTH, paper_of
from ita_desktop.pdf.paragraph import ThaiParagraph
from ita_desktop.pdf.placed import band_rules, place_band
from ita_desktop.pdf.setting import Look, Setting

_ROUNDING = 1e-6
_BEFORE = 3.0
_AFTER = 9.0
_MOST_OF_A_PAGE = 0.5  # a header higher than this share of a page is not repeated


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table measured for its width; what is left of it after each page."""

    edges: tuple[float, ...]
    caption: Band
    header: Band
    body: Band
    note: ThaiParagraph | None
    page_height: float

    @property
    def top(self) -> Band:
        """Return what stands above the rows of this part."""
        return Band(
            (*self.caption.rows, *self.header.rows), (*self.caption.heights, *self.header.heights)
        )

    @property
    def note_height(self) -> float:
        """Return the points that the note needs under the rows."""
        return self.note.wrap(self.edges[-1], self.page_height)[1] if self.note else 0.0

    @property
    def height(self) -> float:
        """Return the points that the whole of it needs."""
        return self.top.height + self.body.height + RULE_WIDTH + self.note_height


def set_table(table: Table, setting: Setting, width: float, page_height: float) -> SetTable:
    """Return the table measured for ``width`` points; an empty page has ``page_height``."""
    edges = column_edges(table.columns, width - RULE_WIDTH)
    header = header_band(table.header, table.columns, edges, setting)
    body = body_band(table.rows, table.columns, edges, setting)
    caption = caption_band(table, edges, setting)
    if caption.height + header.height > page_height * _MOST_OF_A_PAGE:
        body = Band(
            (*caption.rows, *header.rows, *body.rows),
            (*caption.heights, *header.heights, *body.heights),
        )
        caption = header = Band()
    note = None
    if table.note:
        note = ThaiParagraph(setting.lines(table.note, width, Look()), Look(), page_height)
    return SetTable(edges, caption, header, body, note, page_height)


class ThaiTable(Flowable):
    """A measured table, which Platypus may divide between pages: its header is repeated."""

    def __init__(self, table: SetTable) -> None:
        super().__init__()
        self._table = table
        self.spaceBefore = _BEFORE
        self.spaceAfter = _AFTER

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height of all that is left of the table."""
        self.width = aW
        self.height = self._table.height
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803
        """Return the part for ``aH`` points and the rest; empty where it should move on whole."""
        table = self._table
        if table.height <= aH + _ROUNDING:
            return [self]
        parts = divide(
            table.body,
            aH - table.top.height - RULE_WIDTH,
            page=table.page_height - table.header.height - RULE_WIDTH,
            must=aH >= table.page_height - _ROUNDING,
        )
        if parts is None:
            return []
        first, rest = parts
        if not rest.rows:  # only the note has no room: the last row goes with it
            if len(first.rows) < 2 and table.note is not None:
                return [ThaiTable(replace(table, note=None)), table.note]
            first, rest = before_last(first)
        return [
            ThaiTable(replace(table, body=first, note=None)),
            ThaiTable(replace(table, body=rest, caption=Band())),
        ]

    def draw(self) -> None:
        """Draw rules, texts and the note."""
        canvas = paper_of(self.canv)
        table = self._table
        left = RULE_WIDTH / 2
        top = self.height - left
        begin = table.top.height
        rules = (
            *band_rules(table.top, table.edges, 0),
            *band_rules(table.body, table.edges, begin),
        )
        if rules:
            canvas.show_rules(rules, left, top)
        for placed in place_band(table.top, table.edges, 0, middle=True):
            canvas.show_line(placed, left, top)
        for placed in place_band(table.body, table.edges, begin):
            canvas.show_line(placed, left, top)
        if table.note:
            table.note.wrap(self.width, self.height)
            table.note.drawOn(canvas, 0, 0)
