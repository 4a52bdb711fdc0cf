"""Which record of the data file a row without a key is: by its codes, else by its words."""

from collections.abc import Iterable, Iterator

from ita_desktop.db.rows import Kind
from ita_desktop.documents.measure_cells import Wording
from ita_desktop.domain.measures import Measure, Step, Topic, Tracker
from ita_desktop.domain.numbered import without_marker
from ita_desktop.thai.text import fold
from ita_desktop.workflows.measures.codes import CodeReader
from ita_desktop.workflows.rows.sheet_drafts import Draft

_NAMES = ("measure", "measure_and_steps", "steps")


def match(drafts: Iterable[Draft], tracker: Tracker, wording: Wording, codes: CodeReader) -> None:
    """Give drafts without a number that of the record they are, each record at most once."""
    drafts = list(drafts)
    taken = {(one.kind, one.number) for draft in drafts for one in draft.walk()}
    topics = {topic.id: topic for topic in tracker.topics}
    by_names: dict[tuple[str, ...], list[int]] = {}
    for topic in tracker.topics:
        by_names.setdefault(_names(topic, wording), []).append(topic.id)
    by_measure: dict[str, list[tuple[int, int]]] = {}
    for topic, measure in tracker.measures():
        by_measure.setdefault(_measure_words(topic, measure, wording), []).append(
            (topic.id, measure.id)
        )
    has_topics = "topic" in wording.layout.sources
    for draft in drafts:
        if draft.kind is Kind.CALENDAR:
            _match_row(draft, tracker, taken)
            continue
        if draft.number is None and has_topics:
            names = _draft_names(draft, codes)
            free = (n for n in by_names.get(names, ()) if (Kind.TOPIC, n) not in taken)
            draft.number = next(free, None) if names else None
            taken.add((Kind.TOPIC, draft.number))
        elif draft.number is None:
            for measure in draft.parts_of(Kind.MEASURE):
                said = by_measure.get(_said(measure), ())
                free = [pair for pair in said if (Kind.MEASURE, pair[1]) not in taken]
                if free and _said(measure):
                    draft.number, measure.number = free[0]
                    taken.add((Kind.MEASURE, measure.number))
        if draft.number in topics:
            _match_parts(draft, topics[draft.number], wording, codes, taken)


def _match_parts(
    draft: Draft,
    topic: Topic,
    wording: Wording,
    codes: CodeReader,
    taken: set[tuple[Kind, int | None]],
) -> None:
    for part in draft.parts_of(Kind.ITEM):
        if part.number is None:
            said = _draft_names(part, codes)
            found = (
                item.id
                for item in topic.items
                if (Kind.ITEM, item.id) not in taken
                and (_item_name(item.code, wording.item(item)),) == said
            )
            part.number = next(found, None)
            taken.add((Kind.ITEM, part.number))
    measures = {measure.id: measure for measure in topic.measures}
    for part in draft.parts_of(Kind.MEASURE):
        if part.number is None:
            said = _said(part)
            found = (
                measure.id
                for measure in topic.measures
                if (Kind.MEASURE, measure.id) not in taken
                and _measure_words(topic, measure, wording) == said
            )
            part.number = next(found, None)
            taken.add((Kind.MEASURE, part.number))
        if part.number in measures:
            _match_steps(part, measures[part.number], taken)


def _match_steps(draft: Draft, measure: Measure, taken: set[tuple[Kind, int | None]]) -> None:
    for part in draft.parts_of(Kind.STEP):
        if part.number is None:
            said = fold(without_marker(part.text("steps"))[1])
            steps: Iterator[Step] = (
                step
                for step in measure.steps
                if (Kind.STEP, step.id) not in taken and said and fold(step.text) == said
            )
            step = next(steps, None)
            part.number = None if step is None else step.id
            taken.add((Kind.STEP, part.number))


def _match_row(draft: Draft, tracker: Tracker, taken: set[tuple[Kind, int | None]]) -> None:
    if draft.number is None:
        said = fold(draft.text("method")), fold(draft.text("period"))
        found = (
            row.id
            for row in tracker.calendar
            if (Kind.CALENDAR, row.id) not in taken and (fold(row.method), fold(row.period)) == said
        )
        draft.number = next(found, None)
        taken.add((Kind.CALENDAR, draft.number))


def _item_name(code: str, words: str) -> str:
    return code or fold(words)


def _names(topic: Topic, wording: Wording) -> tuple[str, ...]:
    named = [_item_name(item.code, wording.item(item)) for item in topic.items]
    return tuple(named) or (fold(wording.topic(topic)),)


def _draft_names(draft: Draft, codes: CodeReader) -> tuple[str, ...]:
    """Return the codes of the items of a draft, or their words, in order."""
    cells = [draft.text("topic"), *(part.text("topic") for part in draft.parts_of(Kind.ITEM))]
    named = [
        _item_name(item.code, item.text)
        for cell in cells
        if cell
        for item in codes.topic(cell, draft.group).items
    ]
    return tuple(named)


def _said(draft: Draft) -> str:
    """Return the words of a measure's own cell, folded, without its number and instrument."""
    cell = next((draft.text(name) for name in _NAMES if draft.text(name)), "")
    return _plain(cell)


def _measure_words(topic: Topic, measure: Measure, wording: Wording) -> str:
    sources = wording.layout.sources
    if "measure" in sources:
        return _plain(wording.measure(topic, measure, 1))
    if "measure_and_steps" in sources:
        return _plain(wording.measure_and_steps(topic, measure, 1))
    return _plain(wording.steps(measure))


def _plain(cell: str) -> str:
    folded = fold(without_marker(cell)[1])
    for tag in ("(iit)", "(eit)", "(oit)"):
        folded = folded.removesuffix(tag)
    return folded
