"""Examples to start a measure from: offered by indicator, taken into a topic, edited, hidden.

Those that ship are offered with what the office wrote itself: its own examples, and the measures of
its other topics and years, which are read where they are.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from ita_desktop.criteria.suggestions import shipped_suggestions
from ita_desktop.db import rows as tracker_table
from ita_desktop.db import suggestions as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.db.scores import fiscal_years
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.domain.measures import Measure, Topic
from ita_desktop.domain.suggestions import Origin, Suggestion, offered
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.workflows.criteria.in_force import criteria_of

_INDICATOR: Final = re.compile(r"ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*(10|[1-9])(?!\d)")
TOPIC_GONE: Final = "ประเด็นนี้ถูกลบไปแล้ว กรุณาเลือกประเด็นอื่น"


def suggestions_for(file: DataFile, topic: Topic) -> tuple[Suggestion, ...]:
    """Return the examples for a topic: those of its items' indicators, of free words all.

    The office's own come first, then those that ship, then its measures elsewhere, newest year
    first; none twice.
    """
    wanted = indicators_of(file, topic)
    own = table.own_suggestions(file)
    return offered(shipped_suggestions(), own, _used(file, topic), wanted)


def indicators_of(file: DataFile, topic: Topic) -> frozenset[int]:
    """Return the indicators of a topic; none where free words name none.

    By the codes of its items in the criteria of their years, or by "ตัวชี้วัดที่ ๒" in its words.
    """
    return _indicators(topic, _Codes(file))


def hidden_suggestions(file: DataFile, topic: Topic) -> tuple[Suggestion, ...]:
    """Return the rows that hide an example that ships and would be offered for a topic."""
    wanted = indicators_of(file, topic)
    return tuple(
        one
        for one in table.own_suggestions(file)
        if one.replaces and one.is_empty and (not wanted or one.indicator in wanted)
    )


def apply_suggestion(file: DataFile, topic: int, suggestion: Suggestion) -> int:
    """Take an example into a topic as one deed; return the number of its measure.

    It becomes a measure of its own with its steps, or fills the last one where that is still
    empty. Findings that are still empty get the example's. Raises ClerkError for a topic that is
    gone.
    """
    year = tracker_table.parent_of(file, Kind.TOPIC, topic)
    if year is None:
        raise ClerkError(TOPIC_GONE)
    (present,) = load_tracker(file, year, [topic]).topics
    texts: Mapping[str, Value] = {
        "text": clean_field(suggestion.measure),
        "follow_up": clean_field(suggestion.follow_up),
    }
    with file.deed("ใช้ตัวอย่างมาตรการ"):
        last = present.measures[-1] if present.measures else None
        if last is not None and last == Measure(id=last.id, marker=last.marker):
            number = last.id
            tracker_table.change_row(file, Kind.MEASURE, number, texts)
        else:
            number = tracker_table.add_row(file, Kind.MEASURE, topic, texts)
        for step in suggestion.steps:
            tracker_table.add_row(file, Kind.STEP, number, {"text": clean_field(step)})
        if suggestion.finding:
            for item in present.items:
                if not item.finding:
                    found = {"finding": clean_field(suggestion.finding)}
                    tracker_table.change_row(file, Kind.ITEM, item.id, found)
    return number


def save_suggestion(file: DataFile, edited: Suggestion) -> Suggestion:
    """Keep an edited or new example as the office's, as one deed; return it as it is kept.

    One that ships is replaced by it, one that was used elsewhere stays as it is there. Raises
    ClerkError for one without words.
    """
    kept = replace(
        edited,
        finding=clean_field(edited.finding),
        measure=clean_field(edited.measure),
        steps=tuple(filter(None, (" ".join(step.split()) for step in edited.steps))),
        follow_up=clean_field(edited.follow_up),
        replaces=edited.key if edited.origin is Origin.SHIPPED else edited.replaces,
    )
    if kept.is_empty:
        raise ClerkError("ตัวอย่างต้องมีมาตรการหรือขั้นตอนอย่างน้อยหนึ่งอย่าง กรุณาพิมพ์ก่อนบันทึก")
    with file.deed("แก้ตัวอย่างมาตรการ" if edited.key else "เพิ่มตัวอย่างมาตรการ"):
        table.put_suggestion(file, kept)
    if kept.origin is Origin.OFFICE and kept.key:
        return kept
    return table.own_suggestions(file)[-1]


def hide_suggestion(file: DataFile, suggestion: Suggestion) -> None:
    """Offer an example no more, as one deed: a shipped one is hidden, the office's own goes.

    One of the office's that stands in the place of a shipped one gives the place back. Raises
    ClerkError for one that is a measure of another topic.
    """
    match suggestion.origin:
        case Origin.SHIPPED:
            empty = Suggestion(
                key="", indicator=suggestion.indicator, measure="", replaces=suggestion.key
            )
            with file.deed("ซ่อนตัวอย่างมาตรการ"):
                table.put_suggestion(file, empty)
        case Origin.OFFICE:
            with file.deed("ลบตัวอย่างมาตรการของหน่วยงาน"):
                table.remove_suggestion(file, suggestion)
        case Origin.USED:
            raise ClerkError(
                "ตัวอย่างนี้เป็นมาตรการของประเด็นอื่น จึงซ่อนไม่ได้ กรุณาแก้หรือลบที่ประเด็นนั้นหากไม่ต้องการ"
            )


def show_hidden(file: DataFile, topic: Topic) -> int:
    """Offer the hidden examples for a topic again, as one deed; return how many."""
    rows = hidden_suggestions(file, topic)
    with file.deed("แสดงตัวอย่างมาตรการที่ซ่อน"):
        for row in rows:
            table.remove_suggestion(file, row)
    return len(rows)


def _used(file: DataFile, but: Topic) -> Iterator[Suggestion]:
    """Give the measures of all other topics, newest year first, by their indicators."""
    codes = _Codes(file)
    for year in sorted(fiscal_years(file), reverse=True):
        for topic in load_tracker(file, year).topics:
            if topic.id == but.id:
                continue
            finding = next((item.finding for item in topic.items if item.finding), "")
            for measure in topic.measures:
                for indicator in sorted(_indicators(topic, codes)) or (0,):
                    yield Suggestion(
                        key=f"measure:{measure.id}",
                        indicator=indicator,
                        measure=measure.text,
                        steps=tuple(filter(None, (step.text for step in measure.steps))),
                        finding=finding,
                        follow_up=measure.follow_up,
                        origin=Origin.USED,
                        fiscal_year=year,
                    )


def _indicators(topic: Topic, codes: "_Codes") -> frozenset[int]:
    found = {codes.indicator(item.criteria_year, item.code) for item in topic.items if item.code}
    words = " ".join((topic.title, *(item.text for item in topic.items if not item.code)))
    found |= {int(number) for number in _INDICATOR.findall(to_arabic_digits(words))}
    return frozenset(found - {0})


class _Codes:
    """Which indicator an item belongs to, year by year; each year's criteria are read once."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._years: dict[int, Mapping[str, int]] = {}

    def indicator(self, year: int, code: str) -> int:
        """Return the number of the indicator, 0 where the criteria do not have the item."""
        if year not in self._years:
            try:
                items = criteria_of(self._file, year).items
            except ClerkError:  # no criteria of that year: its codes say nothing
                items = ()
            self._years[year] = {item.code: item.indicator for item in items}
        return self._years[year].get(code, 0)
