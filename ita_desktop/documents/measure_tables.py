"""Rows of a table of measures: what a row is, and which cells go down over several of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.documents.layout import LayoutColumn, RowOf
from ita_desktop.documents.measure_cells import Content, Wording, unlike
from ita_desktop.documents.model import Align, Column, Row, Table
from ita_desktop.documents.table_rows import (
    Piece,
    Strip,
    counted,
    head_row,
    row_key,
    shared_strip,
    woven,
)
from ita_desktop.domain.measures import CalendarRow, Measure, Topic, TopicItem

_OF_ITEM: Final = frozenset({"topic", "score", "finding"})
_OF_MEASURE: Final = frozenset({"measure", "measure_and_steps"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A topic and what its first row and its first measure are counted as in the paper."""

    topic: Topic
    first_row: int = 1
    first_measure: int = 1


def numbered(topics: Sequence[Topic], row_of: RowOf) -> tuple[Numbered, ...]:
    """Return the topics of a paper in order, their rows and measures counted through it.

    A row that is counted ("ลำดับที่") is an item in a table of items, else a measure.
    """
    found: list[Numbered] = []
    row = measure = 1
    for topic in topics:
        found.append(Numbered(topic, row, measure))
        row += max(1, len(topic.items if row_of is RowOf.ITEM else topic.measures))
        measure += len(topic.measures)
    return tuple(found)


def table_of(
    wording: Wording, topics: Sequence[Numbered], name: str, mark: str, note: str = ""
) -> Table:
    """Return the table of these topics. ``mark`` stands behind the number in each row's key."""
    rows = [row for topic in topics for row in _rows(wording, topic, mark)]
    return _table(wording.layout.columns, rows, name, note)


def calendar_table(
    wording: Wording, calendar: Sequence[CalendarRow], name: str, mark: str
) -> Table:
    """Return the calendar's table; a stage stands once over all its rows."""
    columns = wording.layout.columns
    strips: list[Strip] = []
    for column in columns:
        match column.source:
            case "stage":
                strip: Strip = []
                for row in calendar:
                    if row.stage or not strip:
                        strip.append(Piece(1, row.stage))
                    else:
                        strip[-1] = replace(strip[-1], rows=strip[-1].rows + 1)
                strips.append(strip)
            case "order":
                strips.append([counted(number) for number in range(1, len(calendar) + 1)])
            case "period":
                strips.append([Piece(1, row.period) for row in calendar])
            case "method":
                strips.append([Piece(1, row.method) for row in calendar])
            case _:  # a free column: there is nothing to keep its words in
                strips.append([Piece(1) for _ in calendar])
    keys = [row_key("calendar", row.id, mark) for row in calendar]
    repeated = [column.source == "stage" for column in columns]
    return _table(columns, woven(strips, keys, repeated), name)


def _table(
    columns: Sequence[LayoutColumn], rows: Sequence[Row], name: str, note: str = ""
) -> Table:
    return Table(
        name=name,
        columns=tuple(Column(width=column.width, align=_align(column)) for column in columns),
        header=(head_row(column.head for column in columns),),
        rows=tuple(rows),
        note=note,
    )


def _align(column: LayoutColumn) -> Align:
    """Return how a column stands: figures of an order in the middle where nothing else is said."""
    usual = column.align is Align.LEFT and column.source in {"order", "percent"}
    return Align.CENTER if usual else column.align


def _rows(wording: Wording, numbered: Numbered, mark: str) -> Iterator[Row]:
    topic, kind = numbered.topic, wording.layout.row_of
    match kind:
        case RowOf.ITEM:
            part = _items_part(numbered)
        case RowOf.STEP:
            part = _steps_part(numbered)
        case _:
            part = _Part(numbered, [max(1, len(topic.measures))], [1] * len(topic.measures))
    strips = [part.strip(wording, column.source) for column in wording.layout.columns]
    yield from woven(strips, list(_keys(part, kind, mark)), [False] * len(strips))


def _items_part(numbered: Numbered) -> "_Part":
    """Return a row an item beside the measures; the shorter list's last goes down to the end."""
    items, measures = len(numbered.topic.items), len(numbered.topic.measures)
    rows = max(items, measures, 1)
    return _Part(numbered, _spread(items, rows), _spread(measures, rows), by_item=True)


def _steps_part(numbered: Numbered) -> "_Part":
    sizes = [max(1, len(measure.steps)) for measure in numbered.topic.measures]
    return _Part(numbered, [sum(sizes) or 1], sizes, by_step=True)


def _spread(count: int, rows: int) -> list[int]:
    return [*[1] * (count - 1), rows - count + 1] if count else []


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of one topic: how many each of its items and of its measures takes."""

    numbered: Numbered
    item_rows: Sequence[int]
    measure_rows: Sequence[int]
    by_item: bool = False
    by_step: bool = False

    @property
    def rows(self) -> int:
        return max(sum(self.item_rows), sum(self.measure_rows), 1)

    def strip(self, wording: Wording, source: str) -> Strip:
        """Return the cells of a column."""
        topic, numbered = self.numbered.topic, self.numbered
        if source == "order":
            return self._order()
        if source in _OF_ITEM:
            return self._of_items(wording, source)
        if source.startswith("extra:"):
            return self._extra(wording, source)
        if not topic.measures:
            return [Piece(self.rows)]
        pieces: Strip = []
        for place, (measure, rows) in enumerate(
            zip(topic.measures, self.measure_rows, strict=True)
        ):
            if self.by_step and measure.steps and source not in _OF_MEASURE:
                pieces += _of_steps(wording, source, measure)
            else:
                number = numbered.first_measure + place
                pieces.append(Piece(rows, _of_measure(wording, source, topic, measure, number)))
        return pieces

    def _order(self) -> Strip:
        sizes = self.item_rows if self.by_item else self.measure_rows
        return [
            counted(number, rows)
            for number, rows in enumerate(sizes or [self.rows], start=self.numbered.first_row)
        ]

    def _of_items(self, wording: Wording, source: str) -> Strip:
        topic = self.numbered.topic
        if not self.by_item or not topic.items:
            whole: dict[str, Callable[[], Content]] = {
                "topic": lambda: wording.topic(topic),
                "score": lambda: wording.scores(topic.items),
                "finding": lambda: unlike(item.finding for item in topic.items),
            }
            return [Piece(self.rows, whole[source]())]
        pieces: Strip = []
        for item, rows in zip(topic.items, self.item_rows, strict=True):
            content = _of_item(wording, source, topic, item)
            if source == "finding" and not content and pieces and pieces[-1].content:
                pieces[-1] = replace(pieces[-1], rows=pieces[-1].rows + rows)
            else:
                pieces.append(Piece(rows, content))
        return pieces

    def _extra(self, wording: Wording, source: str) -> Strip:
        """Return a free column: of what a row is; else of what has it."""
        topic, name = self.numbered.topic, source.removeprefix("extra:")
        of_items = [item.extra.get(name, "") for item in topic.items]
        told = [wording.told(source, measure) for measure in topic.measures]
        if self.by_item and topic.items and (any(of_items) or not any(told)):
            return [Piece(r, t) for r, t in zip(self.item_rows, of_items, strict=True)]
        if not topic.measures or (any(of_items) and not any(told)):
            return [Piece(self.rows, unlike(of_items))]
        pieces: Strip = []
        for measure, rows, content in zip(topic.measures, self.measure_rows, told, strict=True):
            if self.by_step and measure.steps:
                pieces += _of_steps(wording, source, measure)
            else:
                pieces.append(Piece(rows, content))
        return pieces


def _of_item(wording: Wording, source: str, topic: Topic, item: TopicItem) -> Content:
    match source:
        case "topic":
            return wording.topic(topic, (item,))
        case "score":
            return wording.scores((item,))
        case _:
            return item.finding


def _of_measure(
    wording: Wording, source: str, topic: Topic, measure: Measure, number: int
) -> Content:
    match source:
        case "measure":
            return wording.measure(topic, measure, number)
        case "measure_and_steps":
            return wording.measure_and_steps(topic, measure, number)
        case "steps":
            return wording.steps(measure)
        case _:
            return wording.told(source, measure)


def _of_steps(wording: Wording, source: str, measure: Measure) -> Strip:
    """Return a cell a step; steps in a row that leave it to the measure share the measure's."""
    if source == "steps":
        return [Piece(1, line) for line in wording.step_lines(measure)]
    own = [wording.own(source, step) for step in measure.steps]
    return shared_strip(own, wording.own(source, measure))


def _keys(part: _Part, kind: RowOf, mark: str) -> Iterator[str]:
    """Give what each row is: the item, step or measure that begins in it, else the topic."""
    topic = part.numbered.topic
    found: dict[int, str] = {0: row_key("topic", topic.id, mark)}
    at = 0
    for measure, rows in zip(topic.measures, part.measure_rows, strict=True):
        found[at] = row_key("measure", measure.id, mark)
        if kind is RowOf.STEP:
            for offset, step in enumerate(measure.steps):
                found[at + offset] = row_key("step", step.id, mark)
        at += rows
    if kind is RowOf.ITEM:
        at = 0
        for item, rows in zip(topic.items, part.item_rows, strict=True):
            found[at] = row_key("item", item.id, mark)
            at += rows
    for row in range(part.rows):
        yield found.get(row, "")
