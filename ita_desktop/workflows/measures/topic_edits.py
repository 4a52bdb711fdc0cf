"""Edited cells of topics and items: codes, words, scores, findings."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import EXTRA, RowOf
from ita_desktop.documents.model import Number
from ita_desktop.domain.measure_entry import parse_topic_score
from ita_desktop.domain.measures import Topic, TopicItem
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.measures.book import MeasureBook
from ita_desktop.workflows.measures.codes import NamedItem
from ita_desktop.workflows.measures.new_topics import new_items
from ita_desktop.workflows.rows.book import short
from ita_desktop.workflows.rows.realign import Owner, has_words, is_other, realigned, says
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said
from ita_desktop.xlsx.grid import plain_number


def is_of_items(book: MeasureBook, topic: Topic, source: str) -> bool:
    """Say whether a free column of a topic's rows is filled by its items, not by its measures."""
    of_items = any(item.extra.get(source.removeprefix(EXTRA)) for item in topic.items)
    told = any(book.wording.told(source, measure) != "" for measure in topic.measures)
    if book.wording.layout.row_of is RowOf.ITEM:
        return bool(topic.items) and (of_items or not told)
    return not topic.measures or (of_items and not told)


def item_differences(book: MeasureBook, draft: Draft, topic: Topic, item: TopicItem) -> None:
    """Compare the row of an item with it."""
    said = draft.said.get("topic")
    printed = book.wording.topic(topic, (item,))
    if said is not None and has_words(said) and not says(said, printed):
        edit_topic(book, draft, topic, (item,), said)
    score = draft.said.get("score")
    if score is not None and not score.covered:
        _figure(book, item, score)
    for source, said in draft.said.items():
        if source == "finding":
            own = item.finding
        elif source.startswith(EXTRA) and is_of_items(book, topic, source):
            own = item.extra.get(source.removeprefix(EXTRA), "")
        else:
            continue
        if is_other(said, own):
            book.rows.change(Kind.ITEM, item.id, source, own, said, book.name(topic, item))


def _figure(book: MeasureBook, item: TopicItem, said: Said) -> None:
    own = "" if item.score is None else str(item.score)
    try:
        same = parse_topic_score(said.text) == item.score
    except ClerkError:
        same = False  # the change says what is wrong
    if not same and not (said.loose and not said.text):
        book.rows.change(Kind.ITEM, item.id, "score", own, said, item.code or short(item.text))


def told_of_items(book: MeasureBook, topic: Topic, source: str, said: Said) -> None:
    """Take a cell that says something of all items of a topic."""
    if source == "score":
        printed = book.wording.scores(topic.items)
        words = plain_number(printed.value) if isinstance(printed, Number) else printed
    else:
        words = "\n".join(dict.fromkeys(filter(None, (_own(i, source) for i in topic.items))))
    if says(said, words) or (not said.text and not words):
        return
    if not topic.items:  # what is said of a topic without items needs one to be kept with
        draft = Draft(kind=Kind.ITEM, sheet=book.rows.sheet, address=said.address)
        year = Said(str(book.codes.year or topic.fiscal_year), said.address)
        book.rows.add(
            NewRow(Kind.ITEM, draft, {"criteria_year": year, source: said}), topic.id, None
        )
    elif source == "score" and len(topic.items) == 1:
        _figure(book, topic.items[0], said)
    elif source != "score":
        owners = {text: item for item in reversed(topic.items) if (text := _own(item, source))}
        before = [((Kind.ITEM, item.id, source), text) for text, item in owners.items()][::-1]
        found = realigned(before, said.text, lambda _: False)
        first: Owner = (Kind.ITEM, topic.items[0].id, source)
        texts = {**{one: "" for one, _ in before}, **found.texts}
        for _, text in found.added:
            texts[first] = "\n".join(filter(None, (texts.get(first, ""), text)))
        book.rows.texts(texts, dict(before), said, lambda _: book.name(topic))
    else:
        book.rows.warn(said, "คะแนนของหลายข้ออยู่ในช่องเดียว จึงไม่ได้อ่าน กรุณาแก้คะแนนในโปรแกรม")


def _own(item: TopicItem, source: str) -> str:
    if source == "finding":
        return item.finding
    return item.extra.get(source.removeprefix(EXTRA), "")


def edit_topic(
    book: MeasureBook, draft: Draft, topic: Topic, items: Iterable[TopicItem], said: Said
) -> None:
    """Take the changed cell of a topic or of one of its items: lines go to whom they were."""
    chosen = tuple(items)
    before = _printed(book, topic, chosen)
    found = realigned(before, said.text, partial(_names_item, book))
    of_items = [owner for owner, _ in before if owner[0] is Kind.ITEM]
    if of_items and not any(owner in found.texts for owner in of_items):
        _rewrite(book, topic, chosen, said)  # nothing of the cell is left: its words are new
        return
    known = {item.id: item for item in chosen}
    for owner, words in before:
        kind, number, name = owner
        text = found.texts.get(owner, "")
        if kind is Kind.TOPIC:
            if text != words:
                book.rows.change(kind, number, name, words, replace(said, text=text), short(words))
        elif owner not in found.texts:
            book.rows.remove(kind, number, words, said)
        elif not says(replace(said, text=text), words):
            _edit_item(book, topic, known[number], replace(said, text=text))
    for _, text in found.added:
        for row in new_items(book, draft, (), replace(said, text=text)):
            book.rows.add(row, topic.id, None)


def _printed(
    book: MeasureBook, topic: Topic, chosen: Sequence[TopicItem]
) -> list[tuple[Owner, str]]:
    """Return what the cell says and whose each part is; an empty one is the item's or the title."""
    before: list[tuple[Owner, str]] = []
    if not chosen or chosen[0] == topic.items[0]:
        both = (("heading", topic.heading), ("title", topic.title))
        before += [((Kind.TOPIC, topic.id, name), text) for name, text in both if text]
    for item in chosen:
        if words := book.wording.item(item):
            before.append(((Kind.ITEM, item.id, "text"), words))
    if before:
        return before
    if chosen:
        return [((Kind.ITEM, chosen[0].id, "text"), "")]
    return [((Kind.TOPIC, topic.id, "title"), "")]


def _rewrite(book: MeasureBook, topic: Topic, chosen: Sequence[TopicItem], said: Said) -> None:
    """Take a cell that was written anew: the first item has its words, and keeps its score."""
    heading = book.codes.topic(said.text).heading
    words = said.text.removeprefix(heading).strip()
    if chosen[0] == topic.items[0]:
        for name, old, new in (("heading", topic.heading, heading), ("title", topic.title, "")):
            if old != new:
                book.rows.change(
                    Kind.TOPIC, topic.id, name, old, replace(said, text=new), short(old)
                )
    _edit_item(book, topic, chosen[0], replace(said, text=words))
    for item in chosen[1:]:
        book.rows.remove(Kind.ITEM, item.id, book.wording.item(item), said)


def _names_item(book: MeasureBook, line: str) -> bool:
    named = book.codes.topic(line)
    return any(item.code for item in named.items)


def _edit_item(book: MeasureBook, topic: Topic, item: TopicItem, said: Said) -> None:
    book.codes.letter = item.code[:1] or book.codes.letter
    named = book.codes.topic(said.text).items[:1] or (NamedItem(0, "", ""),)
    name = book.name(topic, item)
    code = named[0].code if named[0].code or item.code == "" else item.code
    if item.code and not named[0].code:  # the code was taken off: the words are kept as words
        code = ""
    text = named[0].text
    if code == item.code:
        plain = book.wording.item_of(item)
        if plain is not None and fold(plain.text) == fold(text):
            text = ""
    elif code:
        book.rows.change(
            Kind.ITEM,
            item.id,
            "criteria_year",
            str(item.criteria_year),
            replace(said, text=str(named[0].year)),
            name,
        ) if named[0].year != item.criteria_year else None
    if code != item.code:
        book.rows.change(Kind.ITEM, item.id, "code", item.code, replace(said, text=code), name)
    if text != item.text:
        book.rows.change(Kind.ITEM, item.id, "text", item.text, replace(said, text=text), name)
