"""What the rules about measures look at, and how they tell what they find."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final

from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.lacks import Asked, Lack, Place
from ita_desktop.domain.measure_names import step_name, topic_name
from ita_desktop.domain.measures import Measure, Round, Step, Topic, Tracker, steps_or_whole
from ita_desktop.domain.score_entry import Entry
from ita_desktop.domain.scores import YearResult
from ita_desktop.thai.text import one_line, quoted

Scores = Mapping[str, Entry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at. ``rounds``: those whose report is due; ``last``: the year before.

    ``scores`` and ``criteria``: of the years that the items of topics are of, and around them.
    """

    tracker: Tracker
    units: tuple[str, ...]
    limits: BandLimits
    today: date
    rounds: tuple[Round, ...]
    plan: Asked
    report: Asked
    last: YearResult | None = None
    scores: Mapping[int, Mapping[str, Entry]] = field(
        default_factory=dict[int, Mapping[str, Entry]]
    )
    criteria: Mapping[int, Criteria] = field(default_factory=dict[int, Criteria])
    twins: Mapping[str, frozenset[int]] = field(default_factory=dict[str, frozenset[int]])
    """The topics, by id, of each name that several rows have (``twins_of`` the tracker)."""

    def name(self, row: "Row") -> str:
        """Return which row it is, with its topic, or else its measure, where others are so called.

        "ขั้นตอน “จัดประชุม” ของประเด็น i7".
        """
        topics = self.twins.get(row.name)
        if topics is None:
            return row.name
        if len(topics) > 1:
            return f"{row.name} ของประเด็น {_short(row.topic)}"
        measure = one_line(row.measure.text)
        return (
            row.name
            if row.step is None or not measure
            else f"{row.name} ของมาตรการ {quoted(measure)}"
        )


Rule = Callable[[Facts], Iterator[Lack]]


@dataclass(frozen=True, slots=True)
class Row:
    """A step, or a measure as a whole, with what it belongs to."""

    topic: Topic
    measure: Measure
    step: Step | None

    @property
    def name(self) -> str:
        """Return which it is: "ขั้นตอน “จัดประชุม”"."""
        if self.step is not None and self.step.text:
            return _step_name(self.step.text) or f"ขั้นตอน {self._shared_name}"
        return f"{'มาตรการ' if self.step is None else 'ขั้นตอน'} {self._shared_name}"

    @property
    def _shared_name(self) -> str:
        """What a row without words of its own is called by."""
        return quoted(step_name(self.topic, self.measure, None))

    def place(self, field: str, months: Round | None = None) -> Place:
        """Return where a field of it is mended."""
        kind, number = ("measure", self.measure.id) if self.step is None else ("step", self.step.id)
        return Place(kind=kind, number=number, field=field, topic=self.topic.id, months=months)


@lru_cache(maxsize=8192)
def _step_name(text: str) -> str:
    """Return what a step with these words is called; "" where they are blank."""
    words = one_line(text)
    return f"ขั้นตอน {quoted(words)}" if words else ""


def rows_of(tracker: Tracker) -> Iterator[Row]:
    """Give every step, and every measure that has none, in order."""
    for topic, measure in tracker.measures():
        for step in steps_or_whole(measure):
            yield Row(topic, measure, step)


def twins_of(tracker: Tracker) -> Mapping[str, frozenset[int]]:
    """Return the names that several steps, or several measures, have, with the topics of those."""
    found: dict[str, list[int]] = {}
    for topic, measure in tracker.measures():
        for step in (None, *measure.steps):
            found.setdefault(Row(topic, measure, step).name, []).append(topic.id)
    return {name: frozenset(topics) for name, topics in found.items() if len(topics) > 1}


def _short(topic: Topic) -> str:
    """Return a topic by the codes of its items, as it is found by; else by its words."""
    codes = [item.code for item in topic.items if item.code]
    if not codes:
        return quoted(topic_name(topic))
    return ", ".join(codes[:_CODES]) + (" และอื่น ๆ" if len(codes) > _CODES else "")


_CODES: Final = 3


def of_year(facts: Facts, field: str) -> Place:
    """Return the year as a whole."""
    return Place(kind="fiscal_year", number=facts.tracker.fiscal_year, field=field)
