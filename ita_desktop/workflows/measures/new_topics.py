"""A topic that is nowhere in the data file yet: its items, its measures, the part it stands in."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import EXTRA, Grouping
from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import Topic, TopicItem, topic_band
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.measures.book import MeasureBook
from ita_desktop.workflows.measures.codes import NamedItem
from ita_desktop.workflows.measures.new_rows import new_measure
from ita_desktop.workflows.rows.deeds import value_of
from ita_desktop.workflows.rows.realign import has_words
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said

_BANDS: Final = (("เร่งด่วน", Band.URGENT), ("พัฒนา", Band.IMPROVE), ("รักษา", Band.KEEP))
_INSTRUMENTS: Final = ("IIT", "EIT", "OIT")


def add_topic(book: MeasureBook, draft: Draft, before: int | None) -> None:
    """Write down a topic with all that is in it; nothing of a draft that says nothing."""
    texts: dict[str, Said] = {}
    rows: list[NewRow] = []
    said = draft.said.get("topic")
    parts = [(part, part.said.get("topic")) for part in draft.parts_of(Kind.ITEM)]
    for one, cell in [(draft, said), *parts]:
        if cell is None or not cell.text or cell.covered:
            if one is not draft or not parts:  # a score may stand there without any words
                rows += new_items(book, one, draft.group)
            continue
        heading = book.codes.topic(cell.text, draft.group).heading
        if heading:
            texts.setdefault("heading", Said(heading, cell.address))
        rows += new_items(book, one, draft.group, cell)
    measures: list[NewRow] = []
    instrument = ""
    for part in draft.parts_of(Kind.MEASURE):
        book.measures += 1
        if draft.parts_of(Kind.ITEM):  # a free column of a table of items is the items'
            part.said = {s: said for s, said in part.said.items() if not s.startswith(EXTRA)}
        row, tag = new_measure(part, book.measures, numbered=book.numbered)
        instrument = instrument or tag
        if row.texts or row.parts:
            measures.append(row)
    if not rows and not measures:
        return
    coded = any("code" in row.texts for row in rows)
    named = next((i for line in draft.group for i in _INSTRUMENTS if i in line), "")
    if not coded and (instrument or named):
        texts["instrument"] = Said(instrument or named, draft.address)
    texts |= _group_texts(book, draft, rows)
    book.rows.add(NewRow(Kind.TOPIC, draft, texts, [*rows, *measures]), 0, before)


def _group_texts(book: MeasureBook, draft: Draft, rows: list[NewRow]) -> dict[str, Said]:
    """Return what the lines over a topic say that does not follow from its items."""
    grouping = book.wording.layout.grouping
    items = tuple(_made(number, row) for number, row in enumerate(rows))
    topic = Topic(id=0, fiscal_year=book.tracker.fiscal_year, items=items)
    if grouping is Grouping.INSTRUMENT and draft.group:
        usual = [fold(line) for line in book.default_lines(topic)]
        if usual != [fold(line) for line in draft.group]:
            return {"group_lines": Said("\n".join(draft.group), draft.address)}
    elif grouping is Grouping.BAND and draft.group:
        band = next((b for word, b in _BANDS if word in draft.group[-1]), None)
        if band is not None and band is not topic_band(topic, book.limits):
            return {"band": Said(band.value, draft.address)}
    return {}


def new_items(
    book: MeasureBook, draft: Draft, group: Iterable[str], cell: Said | None = None
) -> list[NewRow]:
    """Return the items that a cell of a topic names, with the score and finding beside it."""
    cell = cell or draft.said.get("topic") or Said("", draft.address)
    named = book.codes.topic(cell.text, group).items if has_words(cell) else ()
    rows: list[NewRow] = []
    beside = {
        source: said
        for source, said in draft.said.items()
        if source in ("score", "finding") or (source.startswith("extra:"))
        if said.text and not said.covered
    }
    if not named and beside:
        named = (NamedItem(book.codes.year, "", ""),)
    for item in named:
        if item.unknown:
            book.rows.warn(
                replace(cell, text=cell.text.split("\n")[0]),
                f"ไม่พบรหัสข้อนี้ในเกณฑ์ปี {book.codes.year} จึงเก็บเป็นข้อความ",
            )
        texts = {"criteria_year": Said(str(item.year), cell.address)}
        for name, text in (("code", item.code), ("text", item.text)):
            if text:
                texts[name] = Said(text, cell.address)
        rows.append(NewRow(Kind.ITEM, draft, texts))
    if rows:
        rows[0].texts |= beside
    return rows


def _made(number: int, row: NewRow) -> TopicItem:
    """Return an item as it will be, to see what follows from it."""
    texts = {name: said.text for name, said in row.texts.items()}
    try:
        score = value_of("score", texts.get("score", ""))
    except ClerkError:
        score = ""
    return TopicItem(
        id=number,
        criteria_year=int(texts.get("criteria_year", "0")),
        code=texts.get("code", ""),
        score=Decimal(str(score)) if score else None,
    )
