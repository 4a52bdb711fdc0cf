"""Tables of measures as drafts: rows put together to topics, measures and steps again."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ita_desktop.db.measures import Kind
from ita_desktop.documents.layout import EXTRA, Layout, RowOf
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.numbered import split_numbered
from ita_desktop.thai.text import fold, normalise
from ita_desktop.workflows.measure_drafts import Draft, RowKey, Said, row_key
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

OF_TOPIC: Final = frozenset({"topic", "score", "finding"})
_GROUP_LINE: Final = re.compile(r"เครื่องมือการประเมิน|แบบวัด|ตัวชี้วัด(?:ย่อย)?(?:ที่)?[0-9]|[0-9]+\.ประเด็น")
"""What a line over a part of the table begins with, folded."""
_NO_GROUP: Final = ("หมายเหตุ", "*")
_AGAIN: Final = re.compile(r"\s*\((?:ต่อ|ต่อจาก[^()]*)\)\s*$")

Chain = Mapping[Kind, int]
"""The record of a row and those it belongs to."""


@dataclass(slots=True)
class ReadMeasures:
    """What a table says: drafts in its order, and notes about its rows."""

    drafts: list[Draft] = field(default_factory=list[Draft])
    findings: list[Finding] = field(default_factory=list[Finding])
    rows: int = 0


def read_measures(
    table: FoundTable,
    layout: Layout,
    file_mark: str,
    chain_of: Callable[[RowKey], Chain | None],
) -> ReadMeasures:
    """Return the drafts of a table: topics with what is in them, or rows of the calendar.

    ``chain_of`` says which records a row's key stands for, None where the row is gone. In a row
    without a key an empty cell says nothing, and a row whose first cells are empty goes on with the
    one above: the rest of a text after a page's end, or another step.
    """
    read = ReadMeasures()
    walk = _Calendar(table, read) if layout.row_of is RowOf.CALENDAR else None
    walk = walk or (_Items if layout.row_of is RowOf.ITEM else _Work)(table, layout, read)
    group = _group_of(table.titles[-4:])
    for row in table.rows:
        lines = _group_of(row.group.split("\n")) if row.group else group
        key = row_key(row.key, file_mark)
        chain = None if key is None else chain_of(key)
        cells = {
            source: Said(
                _text(text_of(cell.value)), cell.address, cell.same, chain is None, bool(row.key)
            )
            for source, cell in row.cells.items()
        }
        if key is not None and chain is None:
            read.findings.append(_gone(table, row))
        if chain is None and (line := _line_of(cells)):
            group = (*group, line) if walk.between else (line,)
            walk.between = True
            continue
        walk.between = False
        read.rows += 1
        walk.take(cells, chain or {}, lines or group)
    return read


def _text(text: str) -> str:
    return normalise(text).strip()


def _group_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines that name a part of the table; titles and notes are none."""
    stripped = (line.strip() for line in lines)
    kept = [line for line in stripped if line and not line.startswith(_NO_GROUP)]
    return tuple(line for line in kept if _GROUP_LINE.match(fold(line)))


def _line_of(cells: Mapping[str, Said]) -> str:
    """Return the group line that a row without a key is; empty where it is a row of data."""
    said = [cell.text for cell in cells.values() if cell.text and not cell.covered]
    first = next(iter(cells.values()))
    if len(said) != 1 or said[0] != first.text or not _GROUP_LINE.match(fold(first.text)):
        return ""
    return first.text


class _Calendar:
    """Rows of the calendar: an empty stage is that of the row above."""

    def __init__(self, table: FoundTable, read: ReadMeasures) -> None:
        self.between = False
        self._table = table
        self._read = read
        self._stage = ""

    def take(self, cells: dict[str, Said], chain: Chain, group: tuple[str, ...]) -> None:
        del group
        stage = cells.get("stage", Said("", ""))
        said = _AGAIN.sub("", stage.text)
        if stage.covered or (said and fold(said) == fold(self._stage) and said != stage.text):
            cells["stage"] = replace(stage, text="", covered=False)
        elif said:
            self._stage = said
        filled = [source for source, cell in cells.items() if cell.text and not cell.covered]
        if not chain and filled == ["method"] and self._read.drafts:
            _append(self._read.drafts[-1], {"method": cells["method"]})
            return
        self._read.drafts.append(
            Draft(
                kind=Kind.CALENDAR,
                sheet=self._table.sheet,
                address=_address(cells),
                number=chain.get(Kind.CALENDAR),
                said=cells,
            )
        )


class _Walk:
    """What the two ways of reading share: the topic and the measure that a row may go on with."""

    def __init__(self, table: FoundTable, layout: Layout, read: ReadMeasures) -> None:
        self.between = False
        self.sheet = table.sheet
        self.layout = layout
        self.read = read
        self.topic: Draft | None = None
        self.measure: Draft | None = None
        self.last: Draft | None = None
        self.of_measure = tuple(
            source for source in layout.sources if source not in OF_TOPIC and source != "order"
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
            address=_address(cells),
            number=chain.get(kind),
            said={source: cells[source] for source in sources if source in cells},
        )

    def begin_measure(
        self, topic: Draft, cells: Mapping[str, Said], chain: Chain, sources: Iterable[str]
    ) -> Draft:
        self.measure = self.draft(Kind.MEASURE, cells, chain, sources)
        topic.parts.append(self.measure)
        self.last = self.measure
        return self.measure

    def has(self, cells: Mapping[str, Said], *sources: str) -> bool:
        """Say whether one of the cells has words of its own."""
        return any(
            cells[source].text and not cells[source].covered
            for source in sources
            if source in cells
        )


class _Items(_Walk):
    """A row an item: what is done about it is merged over the items that share it."""

    def take(self, cells: dict[str, Said], chain: Chain, group: tuple[str, ...]) -> None:
        done = self.has(cells, *(s for s in self.of_measure if not s.startswith(EXTRA)))
        about = [source for source in self.layout.sources if source in OF_TOPIC]
        about += [source for source in self.layout.sources if source.startswith(EXTRA)]
        if Kind.ITEM in chain or (not chain and self.has(cells, "topic")):
            topic = self.topic
            if topic is None or not self._shares(topic, cells, chain, group, done=done):
                topic = self.begin_topic(cells, chain, group)
            item = self.draft(Kind.ITEM, cells, chain, about)
            topic.parts.append(item)
            self.last = item
            if done or Kind.MEASURE in chain:
                self.begin_measure(topic, cells, chain, self.of_measure)
        elif Kind.TOPIC in chain:  # a measure under those beside the items, or no item at all
            topic = self.topic
            if topic is None or topic.number != chain[Kind.TOPIC]:
                topic = self.begin_topic(cells, chain, group)
            if self.has(cells, *OF_TOPIC):
                _fill(topic, {source: cells[source] for source in about if source in cells})
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
            _append(items[-1], {source: cells[source] for source in OF_TOPIC if source in cells})
        if self.measure is not None:
            sources = [source for source in self.of_measure if source in cells]
            _append(self.measure, {source: cells[source] for source in sources})


class _Work(_Walk):
    """A row a measure or a step; the topic beside it where the layout has it."""

    def take(self, cells: dict[str, Said], chain: Chain, group: tuple[str, ...]) -> None:
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
        if self.has(cells, *OF_TOPIC):
            sources = [source for source in OF_TOPIC if source in cells]
            _fill(topic, {source: cells[source] for source in sources})
        if new_measure or measure is None or self.measure is None:
            self._begin(topic, cells, chain, names)
        elif self.layout.row_of is RowOf.STEP:
            _fill(measure, {source: cells[source] for source in names if source != "topic"})
            self._steps(measure, cells, chain)
        else:
            _append(measure, {s: cells[s] for s in self.of_measure if s in cells})

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
            if source not in (*OF_TOPIC, "measure", "measure_and_steps", "order")
        }
        if chain:
            step = self.draft(Kind.STEP, own or cells, chain, own)
            measure.parts.append(step)
            self.last = step
        elif not self.has(cells, "steps"):
            last = measure.parts[-1] if measure.parts else measure
            if any(cell.text and not cell.covered for cell in own.values()):
                _append(last, own)
        else:
            for said in _aligned(measure, own):
                step = self.draft(Kind.STEP, said, chain, said)
                measure.parts.append(step)
                self.last = step


def _aligned(measure: Draft, own: dict[str, Said]) -> list[dict[str, Said]]:
    """Return the cells of each step of a row that holds several, a paragraph each by position.

    Where a column has fewer paragraphs they are of all steps. One more than there are steps, also
    of the periods: the first is of the step before (the page ended between).
    """
    steps = own["steps"]
    listed = split_numbered(steps.text)
    pieces = _pieces(steps.text, len(listed)) if listed else [steps.text]
    count = len(pieces)
    shifted = bool(measure.parts) and len(_paragraphs(own.get("period"))) == count + 1
    rows: list[dict[str, Said]] = [{"steps": replace(steps, text=piece)} for piece in pieces]
    for source, cell in own.items():
        if source == "steps":
            continue
        said = _paragraphs(cell)
        if shifted and len(said) == count + 1:
            before = measure.parts[-1]
            if said[0] not in _paragraphs(before.said.get(source)):
                _append(before, {source: replace(cell, text=said[0])}, "\n")
            said = said[1:]
        if count == 1:
            rows[0][source] = replace(cell, text="\n".join(said) if shifted else cell.text)
        elif len(said) == count:
            for row, words in zip(rows, said, strict=True):
                row[source] = replace(cell, text=words)
        else:
            for row in rows:
                row[source] = replace(cell, covered=row is not rows[0])
    return rows


def _pieces(text: str, count: int) -> list[str]:
    """Return the entries of a numbered or dashed list with their markers still before them."""
    lines = _paragraphs(Said(text, ""))
    if len(lines) == count:
        return lines
    entries = [entry for _, entry in split_numbered(text)]
    found: list[str] = []
    rest = text
    for entry, following in zip(entries, [*entries[1:], ""], strict=True):
        end = rest.index(entry) + len(entry)
        found.append(rest[:end].strip())
        rest = rest[end:]
        del following
    return found


def _paragraphs(cell: Said | None) -> list[str]:
    if cell is None or cell.covered:
        return []
    return [line.strip() for line in cell.text.split("\n") if line.strip()]


def _append(draft: Draft, cells: Mapping[str, Said], between: str = "") -> None:
    """Add the rest of texts that a page's end cut."""
    for source, cell in cells.items():
        if not cell.text or cell.covered:
            continue
        before = draft.said.get(source)
        if before is None or not before.text:
            draft.said[source] = cell
        else:
            gap = between or ("\n" if "\n" in cell.text or split_numbered(before.text) else " ")
            draft.said[source] = replace(before, text=f"{before.text}{gap}{cell.text}")


def _fill(draft: Draft, cells: Mapping[str, Said]) -> None:
    """Take the words of cells that stand in another row of the same record, as after sorting."""
    for source, cell in cells.items():
        known = draft.said.get(source)
        if known is None or (cell.text and not cell.covered and not known.text):
            draft.said[source] = cell


def _address(cells: Mapping[str, Said]) -> str:
    return next(iter(cells.values())).address


def _gone(table: FoundTable, row: FoundRow) -> Finding:
    first = next(iter(row.cells.values()))
    return Finding(
        severity=Severity.NOTE,
        sheet=table.sheet,
        address=first.address,
        problem="เป็นแถวที่ถูกลบไปจากไฟล์ข้อมูลแล้ว จึงนับเป็นแถวใหม่",
    )
