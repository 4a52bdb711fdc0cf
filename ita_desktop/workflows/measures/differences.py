"""Drafts of a sheet beside the tracker: which rows are new, which fields change.

The order of the rows of a sheet is not taken: a sheet that was sorted to be read stays what it was.
"""

from collections.abc import Iterable
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import EXTRA
from ita_desktop.domain.measures import CalendarRow, Topic
from ita_desktop.workflows.measures.book import MeasureBook
from ita_desktop.workflows.measures.new_rows import new_measure
from ita_desktop.workflows.measures.new_topics import add_topic, new_items
from ita_desktop.workflows.measures.step_edits import measure_differences
from ita_desktop.workflows.measures.topic_edits import (
    edit_topic,
    is_of_items,
    item_differences,
    told_of_items,
)
from ita_desktop.workflows.rows.book import short
from ita_desktop.workflows.rows.realign import has_words, is_other, says
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, next_sibling

_CALENDAR: Final = ("stage", "period", "method")


def take_drafts(book: MeasureBook, drafts: Iterable[Draft]) -> None:
    """Compare the drafts of a table with the records they are, in order."""
    topics = {topic.id: topic for topic in book.tracker.topics}
    calendar = {row.id: row for row in book.tracker.calendar}
    drafts = list(drafts)
    for place, draft in enumerate(drafts):
        if draft.kind is Kind.CALENDAR:
            row = calendar.get(draft.number or 0)
            if row is None:
                _add_row(book, draft, next_sibling(drafts, place, tuple(calendar)))
            else:
                _row(book, draft, row)
        elif (topic := topics.get(draft.number or 0)) is not None:
            _topic(book, draft, topic)
            _measures(book, draft, topic)
        else:
            add_topic(book, draft, next_sibling(drafts, place, tuple(topics)))


def _add_row(book: MeasureBook, draft: Draft, before: int | None) -> None:
    texts = {name: draft.said[name] for name in _CALENDAR if draft.text(name)}
    if texts:
        book.rows.add(NewRow(Kind.CALENDAR, draft, texts), 0, before)


def _row(book: MeasureBook, draft: Draft, row: CalendarRow) -> None:
    for name in _CALENDAR:
        said, own = draft.said.get(name), str(getattr(row, name))
        if said is not None and is_other(said, own) and not (said.loose and not said.text):
            book.rows.change(Kind.CALENDAR, row.id, name, own, said, short(row.method))


def _topic(book: MeasureBook, draft: Draft, topic: Topic) -> None:
    items = {item.id: item for item in topic.items}
    drafts = draft.parts_of(Kind.ITEM)
    for place, part in enumerate(drafts):
        if part.number in items:
            item_differences(book, part, topic, items[part.number])
        else:
            for row in new_items(book, part, draft.group):
                book.rows.add(row, topic.id, next_sibling(drafts, place, tuple(items)))
    said = draft.said.get("topic")
    if said is not None and has_words(said) and not says(said, book.wording.topic(topic)):
        edit_topic(book, draft, topic, topic.items, said)
    for source, said in draft.said.items():
        if source in ("score", "finding") and not said.covered:
            told_of_items(book, topic, source, said)


def _measures(book: MeasureBook, draft: Draft, topic: Topic) -> None:
    measures = {measure.id: measure for measure in topic.measures}
    parts = draft.parts_of(Kind.MEASURE)
    for place, part in enumerate(parts):
        book.measures += 1
        if part.number in measures:
            measure_differences(book, part, topic, measures[part.number])
        elif part.said or part.parts:
            for source in [s for s in part.said if s.startswith(EXTRA)]:
                if is_of_items(book, topic, source):  # said by the items already
                    del part.said[source]
            row, _ = new_measure(part, book.measures, numbered=book.numbered)
            if row.texts or row.parts:
                book.rows.add(row, topic.id, next_sibling(parts, place, tuple(measures)))
