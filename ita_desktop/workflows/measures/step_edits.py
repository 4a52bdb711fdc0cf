"""Edited cells of measures and their steps: whose each line is, what all steps share."""

from dataclasses import replace
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import EXTRA, RowOf
from ita_desktop.documents.model import Number
from ita_desktop.domain.measures import Measure, Topic
from ita_desktop.domain.numbered import list_markers, without_marker
from ita_desktop.workflows.measures.book import MeasureBook
from ita_desktop.workflows.measures.new_rows import is_field, listed_steps, new_step
from ita_desktop.workflows.measures.topic_edits import is_of_items, told_of_items
from ita_desktop.workflows.rows.realign import (
    ANY_NUMBER,
    Owner,
    has_words,
    is_other,
    only_counted,
    realigned,
    says,
    unmarked,
)
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said, next_sibling
from ita_desktop.xlsx.grid import plain_number

_ONCE: Final = frozenset({"units", "period"})
"""What several steps say in one cell each once, not numbered as they are."""


def measure_differences(book: MeasureBook, draft: Draft, topic: Topic, measure: Measure) -> None:
    """Compare the rows of a measure with it and its steps."""
    for source, said in draft.said.items():
        if source == "measure":
            _edit_measure(book, topic, measure, said)
        elif source == "measure_and_steps":
            if is_other(
                said, book.wording.measure_and_steps(topic, measure, ANY_NUMBER), numbered=True
            ):
                _edit_lines(book, draft, topic, measure, said, whole=True)
        elif source == "steps":
            if is_other(said, book.wording.steps(measure)):
                _edit_lines(book, draft, topic, measure, said, whole=False)
        elif is_field(source) and not said.covered:
            _field(book, topic, measure, source, said)
    _steps(book, draft, topic, measure)


def _field(book: MeasureBook, topic: Topic, measure: Measure, source: str, said: Said) -> None:
    if not source.startswith(EXTRA) or not is_of_items(book, topic, source):
        _told(book, measure, source, said, book.name(topic))
    elif book.wording.layout.row_of is not RowOf.ITEM and measure is topic.measures[0]:
        told_of_items(book, topic, source, said)


def _steps(book: MeasureBook, draft: Draft, topic: Topic, measure: Measure) -> None:
    lines = book.wording.step_lines(measure) if draft.parts_of(Kind.STEP) else ()
    steps = {step.id: place for place, step in enumerate(measure.steps)}
    parts = draft.parts_of(Kind.STEP)
    for place, part in enumerate(parts):
        if part.number in steps:
            known = steps[part.number]
            _step(book, part, parts, topic, measure, known, lines[known])
        else:
            count = len(measure.steps) + 1
            row = new_step(part, place + 1 if place >= len(measure.steps) else count)
            if row.texts:
                book.rows.add(row, measure.id, next_sibling(parts, place, tuple(steps)))


def _edit_measure(book: MeasureBook, topic: Topic, measure: Measure, said: Said) -> None:
    printed = book.wording.measure(topic, measure, ANY_NUMBER)
    if not has_words(said) or says(said, printed, numbered=True):
        return
    words, old = said.text, printed
    for tag in ("(IIT)", "(EIT)", "(OIT)"):
        if old.endswith(tag) and not measure.text.endswith(tag):
            old = old.removesuffix(tag).rstrip()
            words = words.rstrip().removesuffix(tag).rstrip()
    usual = "{n}. " if book.numbered else ""
    marker = measure.marker or usual
    if "{n}" in marker:
        found, rest = without_marker(words)
        words = rest if "{n}" in found else words
    elif marker:
        words = words.removeprefix(marker)
    if words != measure.text:
        place = book.name(topic)
        book.rows.change(
            Kind.MEASURE, measure.id, "text", measure.text, replace(said, text=words), place
        )


def _edit_lines(
    book: MeasureBook, draft: Draft, topic: Topic, measure: Measure, said: Said, *, whole: bool
) -> None:
    """Take a changed cell that holds the steps of a measure, with ``whole`` its text, too."""
    lead = measure.text if whole else ""
    if not measure.steps and (lead or not whole or not measure.text):
        rows = listed_steps(draft, said) if said.text else []
        if whole and (lead or len(rows) == 1):
            of_measure = (Kind.MEASURE, measure.id, "text")
            book.rows.change(*of_measure, measure.text, said, book.name(topic))
        else:
            for row in rows:
                book.rows.add(row, measure.id, None)
        return
    before: list[tuple[Owner, str]] = []
    if lead:
        before.append(((Kind.MEASURE, measure.id, "text"), lead))
    for step, line in zip(measure.steps, book.wording.step_lines(measure), strict=True):
        if line:
            before.append(((Kind.STEP, step.id, "text"), line))
    found = realigned(before, said.text, lambda line: bool(without_marker(line)[0]))
    for owner, words in before:
        _edit_line(book, measure, owner, words, found.texts.get(owner), said, book.name(topic))
    order = [step.id for step in measure.steps]
    for after, text in found.added:
        new = replace(said, text=unmarked(text, "{n}"))
        row = NewRow(Kind.STEP, draft, {"text": new})
        following = order.index(after[1]) + 1 if after and after[1] in order else 0
        book.rows.add(row, measure.id, order[following] if following < len(order) else None)


def _edit_line(
    book: MeasureBook,
    measure: Measure,
    owner: Owner,
    words: str,
    text: str | None,
    said: Said,
    place: str,
) -> None:
    """Take what became of a measure's or a step's words in a cell; None: they are gone."""
    kind, number, field = owner
    if text is None and kind is Kind.STEP:
        book.rows.remove(kind, number, words, said)
    elif text is None or not says(replace(said, text=text), words, numbered=True):
        text, old, marker = text or "", measure.text, ""
        if kind is Kind.STEP:
            markers = list_markers([step.marker for step in measure.steps])
            step = next(step for step in measure.steps if step.id == number)
            old, marker = step.text, markers[measure.steps.index(step)]
        text = unmarked(text, marker)
        if text != old and not (kind is Kind.STEP and only_counted(text, marker, old)):
            book.rows.change(kind, number, field, old, replace(said, text=text), place)


def _step(
    book: MeasureBook,
    draft: Draft,
    siblings: list[Draft],
    topic: Topic,
    measure: Measure,
    number: int,
    printed: str,
) -> None:
    """Compare the row of the ``number``-th step of a measure, from 0, with it."""
    place, step = book.name(topic), measure.steps[number]
    for source, said in draft.said.items():
        if source == "steps":
            if not is_other(said, printed, numbered=True):
                continue
            marker = list_markers([one.marker for one in measure.steps])[number]
            text = unmarked(said.text, marker)
            if text != step.text and not only_counted(text, marker, step.text):
                new = replace(said, text=text)
                book.rows.change(Kind.STEP, step.id, "text", step.text, new, place)
        elif not is_field(source):
            continue
        elif not source.startswith(EXTRA) or not is_of_items(book, topic, source):
            _step_field(book, draft, siblings, measure, number, source, place)
        elif number == 0 and measure is topic.measures[0] and not said.covered:
            told_of_items(book, topic, source, said)


def _step_field(
    book: MeasureBook,
    draft: Draft,
    siblings: list[Draft],
    measure: Measure,
    number: int,
    source: str,
    place: str,
) -> None:
    """Take a cell beside a step: its own word, or the measure's for the steps that have none."""
    said, step = draft.said[source], measure.steps[number]
    own = shown_words(book.wording.own(source, step))
    whole = shown_words(book.wording.own(source, measure))
    if said.covered:
        return
    if own:
        if is_other(said, own):
            book.rows.change(Kind.STEP, step.id, source, own, said, place)
        return
    if whole:
        own_words = [bool(shown_words(book.wording.own(source, one))) for one in measure.steps]
        first = number == 0 or own_words[number - 1]  # here the measure's word is printed
        if not is_other(said, whole) or (not said.text and not first):
            return
        if first and all(own_words[:number]):
            book.rows.change(Kind.MEASURE, measure.id, source, whole, said, place)
        else:
            book.rows.change(Kind.STEP, step.id, source, own, said, place)
    elif said.text:
        over = [one for one in siblings if source in one.said and one.said[source].covered]
        if len(siblings) > 1 and len(over) == len(siblings) - 1:
            book.rows.change(Kind.MEASURE, measure.id, source, "", said, place)
        else:
            book.rows.change(Kind.STEP, step.id, source, "", said, place)


def _told(book: MeasureBook, measure: Measure, source: str, said: Said, place: str) -> None:
    """Take a cell that says something of a measure and all its steps."""
    printed = shown_words(book.wording.told(source, measure))
    if not is_other(said, printed):
        return
    owned = [
        ((Kind.STEP, step.id, source), shown_words(book.wording.own(source, step)))
        for step in measure.steps
    ]
    owned = [(owner, text) for owner, text in owned if text]
    whole = shown_words(book.wording.own(source, measure))
    of_measure: Owner = (Kind.MEASURE, measure.id, source)
    if not owned:
        book.rows.change(*of_measure, whole, said, place)
        return
    texts: dict[Owner, str] = {}
    lines = ([(of_measure, whole)] if whole else []) + owned
    if len(lines) == len(said.text.split("\n")) and not any("\n" in t for _, t in lines):
        for (owner, text), line in zip(lines, said.text.split("\n"), strict=True):
            marker = without_marker(text)[0]
            plain = line if marker or source in _ONCE else without_marker(line)[1]
            texts[owner] = text if says(replace(said, text=plain), text) else plain
    else:
        texts = {**{owner: "" for owner, _ in owned}, of_measure: said.text}
        book.rows.note(said, "รวมข้อความของหลายขั้นตอนไว้ในช่องเดียว จึงเก็บเป็นของทั้งมาตรการ")
    book.rows.texts(texts, dict(lines), said, lambda _: place)


def shown_words(content: str | Number) -> str:
    """Return what a cell of the paper says, a figure as it is read from a workbook."""
    return plain_number(content.value) if isinstance(content, Number) else content
