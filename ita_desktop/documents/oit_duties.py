"""Who publishes which OIT item: a small table under each heading, as seed 001 has it (table 7)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Section,
    Table,
)
from ita_desktop.documents.oit_cells import (
    HEADS,
    NOTHING,
    by_topic,
    indicator_line,
    item_cells,
    item_key,
    items_of_paper,
    mostly_told,
    sub_line,
    unchecked_note,
    untold_note,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.source import DisclosureSource
from ita_desktop.documents.table_rows import head_row
from ita_desktop.domain.criteria import Item

ID: Final = "oit-duties"
NAME: Final = "หน่วยงานที่รับผิดชอบ OIT"
TITLE: Final = (
    "หน่วยงานที่รับผิดชอบเรื่อง แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
    "สำหรับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)",
)
_COLUMNS: Final = ((11.0, Align.CENTER), (29.0, Align.LEFT), (85.0, Align.LEFT), (35.0, Align.LEFT))
"""Share of the width, and how the cells stand."""
_UNTOLD: Final = (11.0, 72.0, 42.0, 35.0)
"""Shares in a year whose criteria tell of few items what they must show."""
_LANDSCAPE: Final = PageSetup(orientation=Orientation.LANDSCAPE)


def oit_duties(source: DisclosureSource) -> Document:
    """Return the paper: a table a topic."""
    return oit_document(source, ID, TITLE, tuple(duty_blocks(source)))


def duty_sheets(source: DisclosureSource) -> Document:
    """Return the same as one table with its headings as lines, for a workbook."""
    return oit_document(source, ID, TITLE, (duty_table(source),), _LANDSCAPE)


def duty_blocks(source: DisclosureSource) -> Iterator[Block]:
    """Give the paper without its title: headings from level 2, topics, and a table under each."""
    items = items_of_paper(source)
    if note := _note(source, items):
        yield Paragraph(text=note, size=14)
    if not items:
        yield Paragraph(text=NOTHING.format(year=source.criteria.fiscal_year), align=Align.CENTER)
    for number, of_indicator in groupby(items, key=lambda one: one.indicator):
        yield Heading(text=indicator_line(source, number), level=2)
        shown = ""
        for (sub, words), together in by_topic(tuple(of_indicator)):
            if sub and sub != shown:
                yield Heading(text=sub_line(source, sub), level=3)
                shown = sub
            if words:
                yield Paragraph(text=words, bold=True, keep_with_next=True)
            yield _table(source, together, f"OIT {sub} {words}")


def duty_table(source: DisclosureSource) -> Table:
    """Return all items as one table; indicators, sub-indicators and topics are lines in it."""
    items = items_of_paper(source)
    rows = list(rows_under_lines(source, items, len(HEADS), lambda item: _row(source, item)))
    return _frame(source, NAME, tuple(rows), _note(source, items))


def rows_under_lines(
    source: DisclosureSource, items: tuple[Item, ...], width: int, row_of: Callable[[Item], Row]
) -> Iterator[Row]:
    """Give the rows of items, each sub-indicator and each topic as a line over its own.

    ``width``: how many columns the table has.
    """
    indicator, shown = 0, ""
    for (sub, words), together in by_topic(items):
        lines: list[str] = []
        if together[0].indicator != indicator:
            indicator = together[0].indicator
            lines.append(indicator_line(source, indicator))
        if sub and sub != shown:
            lines.append(sub_line(source, sub))
            shown = sub
        lines += [words] if words else []
        if lines:
            first = Cell(content="\n".join(lines), align=Align.LEFT, columns=width)
            yield Row(cells=(first, *[None] * (width - 1)), group=True)
        for item in together:
            yield row_of(item)


def _table(source: DisclosureSource, items: tuple[Item, ...], name: str) -> Table:
    rows = tuple(_row(source, item) for item in items)
    return replace(_frame(source, name, rows), flows=True)


def _note(source: DisclosureSource, items: tuple[Item, ...]) -> str:
    """Return what a reader must know of the criteria, a line each; said once for all tables."""
    told = (unchecked_note(items), untold_note(items, source.criteria.fiscal_year))
    return "\n".join(filter(None, told))


def _frame(source: DisclosureSource, name: str, rows: tuple[Row, ...], note: str = "") -> Table:
    shares = [share for share, _ in _COLUMNS] if mostly_told(source) else _UNTOLD
    return Table(
        name=name,
        columns=tuple(
            Column(width=share, align=align)
            for share, (_, align) in zip(shares, _COLUMNS, strict=True)
        ),
        header=(head_row(HEADS),),
        rows=rows,
        note=note,
    )


def _row(source: DisclosureSource, item: Item) -> Row:
    known = source.disclosure.of(item.code)
    return Row(cells=item_cells(item, known), key=item_key(source, item))


def oit_document(
    source: DisclosureSource,
    paper_id: str,
    title: tuple[str, ...],
    blocks: tuple[Block, ...],
    page: PageSetup | None = None,
) -> Document:
    """Return a paper of OIT items under its title, office and year."""
    year = source.criteria.fiscal_year
    second = f"{source.office.name} ประจำปีงบประมาณ พ.ศ. {year}".strip()
    first, *others = (*title, second)
    titles = (
        Heading(text=first, level=1),
        *(Heading(text=line, level=1, listed=False) for line in others),
    )
    return with_digits(
        Document(
            id=paper_id,
            title=f"{title[0]} {second}",
            author=source.office.name,
            digits=source.digits,
            sections=(Section(blocks=(*titles, *blocks), page=page or PageSetup()),),
            fiscal_year=year,
        )
    )
