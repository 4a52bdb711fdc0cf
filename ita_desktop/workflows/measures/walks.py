"""Ways down the rows of a table of measures: which of them begin a topic, a measure or a step."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import EXTRA, Layout, RowOf
from ita_desktop.thai.text import fold
from ita_desktop.workflows.measures.paragraphs import aligned, append, fill
from ita_desktop.workflows.rows.sheet_drafts import Chain, Draft, ReadDrafts, Said
from ita_desktop.xlsx.tables import FoundTable

_OF_TOPIC: Final = frozenset({"topic", "score", "finding"})
_AGAIN: Final = re.compile(r"\s*\((?:ต่อ|ต่อจาก[^()]*)\)\s*$")


class CalendarWalk:
    """Rows of the calendar: an empty stage is that of the row above."""

    def __init__(self, table: FoundTable, read: ReadDrafts) -> None:
        self.between = False
        self._table = table
        self._read = read
        self._stage = ""

    def take(self, cells: dict[str, Said], chain: Chain, group: tuple[str, ...]) -> None:
        """Read the next row; ``group``: the lines over the part of the table it stands in."""
        del group
        stage = cells.get("stage", Said("", ""))
        said = _AGAIN.sub("", stage.text)
        if stage.covered or (said and fold(said) == fold(self._stage) and said != stage.text):
            cells["stage"] = replace(stage, text="", covered=False)
        elif said:
            self._stage = said
        filled = [source for source, cell in cells.items() if cell.text and not cell.covered]
        if not chain and filled == ["method"] and self._read.drafts:
            append(self._read.drafts[-1], {"method": cells["method"]})
            return
        self._read.drafts.append(
            Draft(
                kind=Kind.CALENDAR,
                sheet=self._table.sheet,
                address=_address_of(cells),
                number=chain.get(Kind.CALENDAR),
                said=cells,
            )
        )


class _Walk:
    """What the two ways of reading share: the topic and the measure that a row may go on with."""

    def __init__(self, table: FoundTable, layout: Layout, read: ReadDrafts) -> None:
        self.between = False
        self.sheet = table.sheet
        self.layout = layout
        self.read = read
        self.topic: Draft | None = None
        self.measure: Draft | None = None
        self.of_measure = tuple(
            source for source in layout.sources if source not in _OF_TOPIC and source != "order"
        )

    def begin_topic(self, cells: Mapping[str, Said], chain: Chain, group: tuple[str, ...]) -> Draft:
        self.topic = self.draft(Kind.TOPIC, cells, chain)
        self.topic.group = group
        self.measure = None
        self.read.drafts.append(self.topic)
        return self.topic

    def draft(
        self, kind: Kind, cells: Mapping[str, Said], chain: Chain, sources: Iterable[str] = ()
    ) -> Draft:
        return Draft(
            kind=kind,
            sheet=self.sheet,
            address=_address_of(cells),
            number=chain.get(kind),
            said={source: cells[source] for source in sources if source in cells},
        )

    def begin_measure(
        self, topic: Draft, cells: Mapping[str, Said], chain: Chain, sources: Iterable[str]
    ) -> Draft:
        self.measure = self.draft(Kind.MEASURE, cells, chain, sources)
        topic.parts.append(self.measure)
        return self.measure

    def has(self, cells: Mapping[str, Said], *sources: str) -> bool:
        """Say whether one of the cells has words of its own."""
        return any(
            cells[source].text and not cells[source].covered
            for source in sources
            if source in cells
        )


class ItemWalk(_Walk):
    """A row an item: what is done about it is merged over the items that share it."""

    def take(self, cells: dict[str, Said], chain: Chain, group: tuple[str, ...]) -> None:
        """Read the next row; ``group``: the lines over the part of the table it stands in."""
        done = self.has(cells, *(s for s in self.of_measure if not s.startswith(EXTRA)))
        about = [source for source in self.layout.sources if source in _OF_TOPIC]
        about += [source for source in self.layout.sources if source.startswith(EXTRA)]
        if Kind.ITEM in chain or (not chain and self.has(cells, "topic")):
            topic = self.topic
            if topic is None or not self._shares(topic, cells, chain, group, done=done):
                topic = self.begin_topic(cells, chain, group)
            item = self.draft(Kind.ITEM, cells, chain, about)
            topic.parts.append(item)
            if done or Kind.MEASURE in chain:
                self.begin_measure(topic, cells, chain, self.of_measure)
        elif Kind.TOPIC in chain:  # a measure under those beside the items, or no item at all
            topic = self.topic
            if topic is None or topic.number != chain[Kind.TOPIC]:
                topic = self.begin_topic(cells, chain, group)
            if self.has(cells, *_OF_TOPIC):
                fill(topic, {source: cells[source] for source in about if source in cells})
            if done or Kind.MEASURE in chain:
                self.begin_measure(topic, cells, chain, self.of_measure)
        elif self.topic is not None and cells.get("topic", Said("", "")).covered and done:
            self.begin_measure(self.topic, cells, chain, self.of_measure)
        else:
            self._go_on(cells)

    def _shares(
        self,
        topic: Draft,
        cells: Mapping[str, Said],
        chain: Chain,
        group: tuple[str, ...],
        *,
        done: bool,
    ) -> bool:
        """Say whether the item of a row has its measures in common with the one above."""
        if chain:
            return topic.number == chain[Kind.TOPIC]
        merged = any(cells[source].covered for source in self.of_measure if source in cells)
        ours = any(cell.ours for cell in cells.values())  # there a merge would say so
        shares = merged or (self.measure is not None and not ours)
        return not done and topic.group == group and shares

    def _go_on(self, cells: Mapping[str, Said]) -> None:
        items = self.topic.parts_of(Kind.ITEM) if self.topic is not None else []
        if items:
            append(items[-1], {source: cells[source] for source in _OF_TOPIC if source in cells})
        if self.measure is not None:
            sources = [source for source in self.of_measure if source in cells]
            append(self.measure, {source: cells[source] for source in sources})


class WorkWalk(_Walk):
    """A row a measure or a step; the topic beside it where the layout has it."""

    def take(self, cells: dict[str, Said], chain: Chain, group: tuple[str, ...]) -> None:
        """Read the next row; ``group``: the lines over the part of the table it stands in."""
        names = [source for source in ("measure", "measure_and_steps") if source in cells]
        names = names or [source for source in ("topic",) if source in cells]
        measure, topic = self.measure, self.topic
        if chain:
            new_topic = topic is None or topic.number != chain.get(Kind.TOPIC)
            new_measure = measure is None or measure.number != chain.get(Kind.MEASURE)
        else:
            named = self.has(cells, *names)
            new_topic = topic is None or (
                self.has(cells, "topic") if "topic" in self.layout.sources else named
            )
            new_measure = (
                measure is None
                or new_topic
                or (named and self._is_whole(cells))
                or (topic is not None and topic.group != group and named)
            )
        if new_topic or topic is None:
            topic = self.begin_topic(cells, chain, group)
        if self.has(cells, *_OF_TOPIC):
            sources = [source for source in _OF_TOPIC if source in cells]
            fill(topic, {source: cells[source] for source in sources})
        if new_measure or measure is None or self.measure is None:
            self._begin(topic, cells, chain, names)
        elif self.layout.row_of is RowOf.STEP:
            fill(measure, {source: cells[source] for source in names if source != "topic"})
            self._steps(measure, cells, chain)
        else:
            append(measure, {s: cells[s] for s in self.of_measure if s in cells})

    def _is_whole(self, cells: Mapping[str, Said]) -> bool:
        """Say whether a row under another of the same topic is a measure, not the rest of one."""
        if cells.get("topic", Said("", "")).covered or "topic" not in cells:
            return True
        return self.has(cells, "units", "period")

    def _begin(
        self, topic: Draft, cells: dict[str, Said], chain: Chain, names: Sequence[str]
    ) -> None:
        by_step = self.layout.row_of is RowOf.STEP
        with_steps = by_step and (Kind.STEP in chain or self.has(cells, "steps"))
        sources = [s for s in names if s != "topic"] if with_steps else self.of_measure
        measure = self.begin_measure(topic, cells, chain, sources)
        if with_steps:
            self._steps(measure, cells, chain)

    def _steps(self, measure: Draft, cells: dict[str, Said], chain: Chain) -> None:
        own = {
            source: cell
            for source, cell in cells.items()
            if source not in (*_OF_TOPIC, "measure", "measure_and_steps", "order")
        }
        if chain:
            step = self.draft(Kind.STEP, own or cells, chain, own)
            measure.parts.append(step)
        elif not self.has(cells, "steps"):
            last = measure.parts[-1] if measure.parts else measure
            if any(cell.text and not cell.covered for cell in own.values()):
                append(last, own)
        else:
            for said in aligned(measure, own):
                step = self.draft(Kind.STEP, said, chain, said)
                measure.parts.append(step)


def _address_of(cells: Mapping[str, Said]) -> str:
    return next(iter(cells.values())).address
