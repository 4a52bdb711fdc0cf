"""OIT items of a year as a checklist: contents ticked, state, addresses of pages, day checked."""

from typing import Final

from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Document,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Table,
)
from ita_desktop.documents.oit_cells import (
    HEADS,
    NOTHING,
    STATE_HEADS,
    item_cells,
    item_key,
    items_of_paper,
    mostly_told,
    state_cells,
    unchecked_note,
    untold_note,
)
from ita_desktop.documents.oit_duties import oit_document, rows_under_lines
from ita_desktop.documents.source import DisclosureSource
from ita_desktop.documents.table_rows import head_row
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import PublishState, asked_contents
from ita_desktop.domain.ticked_contents import LACKING, THERE

ID: Final = "oit-checklist"
NAME: Final = "รายการตรวจสอบ OIT"
_TITLE: Final = ("รายการตรวจสอบการเปิดเผยข้อมูลสาธารณะ (OIT)",)
_COLUMNS: Final = (
    (11.0, Align.CENTER),
    (28.0, Align.LEFT),
    (97.0, Align.LEFT),
    (31.0, Align.LEFT),
    (24.5, Align.CENTER),
    (46.0, Align.LEFT),
    (24.5, Align.CENTER),
)
"""Share of the width, and how the cells stand."""
_UNTOLD: Final = (11.0, 77.0, 42.0, 31.0, 24.5, 52.0, 24.5)
"""Shares in a year whose criteria tell of few items what they must show."""
_PAGE: Final = PageSetup(orientation=Orientation.LANDSCAPE, left=20, right=15, top=20, bottom=15)
_HOW_TO: Final = f"{THERE} มีองค์ประกอบนี้แล้ว  {LACKING} ยังไม่มี"


def oit_checklist(source: DisclosureSource) -> Document:
    """Return the checklist; its last lines count what is published."""
    items = items_of_paper(source)
    width = len(_COLUMNS)
    shares = [share for share, _ in _COLUMNS] if mostly_told(source) else _UNTOLD
    rows = list(rows_under_lines(source, items, width, lambda item: _row(source, item)))
    rows += (_line(words, width) for words in sums(source))
    asked = any(asked_contents(item) for item in items)
    year = source.criteria.fiscal_year
    notes = (_HOW_TO if asked else "", unchecked_note(items), untold_note(items, year))
    table = Table(
        name=NAME,
        columns=tuple(
            Column(width=share, align=align)
            for share, (_, align) in zip(shares, _COLUMNS, strict=True)
        ),
        header=(head_row((*HEADS, *STATE_HEADS)),),
        rows=tuple(rows),
        note="\n".join(filter(None, notes)),
    )
    nothing = NOTHING.format(year=year)
    blocks = (table,) if items else (Paragraph(text=nothing, align=Align.CENTER), table)
    return oit_document(source, ID, _TITLE, blocks, _PAGE)


def sums(source: DisclosureSource) -> tuple[str, ...]:
    """Return how many items are published, of how many that count; and how many of each state."""
    states = [source.disclosure.of(item.code).state for item in items_of_paper(source)]
    if not states:
        return ()
    counted = [state for state in states if state is not PublishState.EXCLUDED]
    public = sum(state.is_public for state in counted)
    each = (f"{state.words} {states.count(state)} ข้อ" for state in PublishState if state in states)
    return (
        f"เผยแพร่แล้ว {public} จาก {len(counted)} ข้อ",
        f"แยกตามสถานะ: {', '.join(each)}",
    )


def _line(words: str, width: int) -> Row:
    first = Cell(content=words, align=Align.LEFT, bold=True, columns=width)
    return Row(cells=(first, *[None] * (width - 1)), closing=True)


def _row(source: DisclosureSource, item: Item) -> Row:
    known = source.disclosure.of(item.code)
    cells = (*item_cells(item, known, ticks=True), *state_cells(known))
    return Row(cells=cells, key=item_key(source, item))
