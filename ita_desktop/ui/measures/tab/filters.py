"""Which steps are to be seen: by unit, state and due."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from ita_desktop.domain.due import Due
from ita_desktop.domain.measures import State, Topic, units_of
from ita_desktop.domain.responsible import is_responsible, unit_names
from ita_desktop.thai.text import find
from ita_desktop.ui.measures.tab.summary import StepFact, Summary, Wordings, title_of, wording_of


class Standing(Enum):
    """How a step stands to the calendar, in the words of the filter."""

    ANY = "ทุกกำหนดเวลา"
    LATE = "เกินกำหนด"
    THIS_MONTH = "ครบกำหนดเดือนนี้"
    LATER = "ยังไม่ถึงกำหนด"
    UNKNOWN = "ไม่ได้ระบุเวลา"


_DUES = {
    Standing.LATE: Due.LATE,
    Standing.THIS_MONTH: Due.THIS_MONTH,
    Standing.LATER: Due.LATER,
    Standing.UNKNOWN: Due.UNKNOWN,
}
_STANDINGS = {due: standing for standing, due in _DUES.items()}
NO_UNIT = "\x00"
"""The choice of those steps that nobody is responsible for."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is chosen; empty takes all. ``text`` seeks in the topics."""

    unit: str = ""
    state: State | None = None
    standing: Standing = Standing.ANY
    text: str = ""

    @property
    def of_steps(self) -> bool:
        """Whether some steps are left out."""
        return bool(self.unit) or self.state is not None or self.standing is not Standing.ANY

    def takes(self, fact: StepFact) -> bool:
        """Say whether a step is to be seen."""
        if self.standing is not Standing.ANY and fact.due is not _DUES[self.standing]:
            return False
        if self.state is not None and fact.state is not self.state:
            return False
        return not self.unit or _has_unit(units_of(fact.measure, fact.step), self.unit)

    def takes_topic(self, summary: Summary, wordings: Wordings) -> bool:
        """Say whether a topic is to be seen: one of its steps is, and it holds the text."""
        if self.text and not find(words_of_topic(summary.topic, wordings), self.text):
            return False
        return not self.of_steps or any(map(self.takes, summary.steps))


@lru_cache(maxsize=4096)
def _has_unit(text: str, unit: str) -> bool:
    if unit == NO_UNIT:
        return not text.strip()
    return is_responsible(text, unit)


def words_of_topic(topic: Topic, wordings: Wordings) -> str:
    """Return what a topic is sought by: codes, title, wordings, findings and measures."""
    items = [f"{item.code} {wording_of(item, wordings)} {item.finding}" for item in topic.items]
    return "\n".join([title_of(topic, wordings), *items, *(one.text for one in topic.measures)])


@dataclass(frozen=True, slots=True)
class Counts:
    """How many steps each choice of the filter has."""

    units: Counter[str]
    states: Counter[State]
    standings: Counter[Standing]


def counts_of(summaries: Iterable[Summary]) -> Counts:
    """Return how many steps each choice has."""
    units: Counter[str] = Counter()
    states: Counter[State] = Counter()
    standings: Counter[Standing] = Counter()
    for summary in summaries:
        units_of_steps = Counter(units_of(fact.measure, fact.step) for fact in summary.steps)
        for text, count in units_of_steps.items():
            for name in unit_names(text) or (NO_UNIT,):
                units[name] += count
        states.update(Counter(fact.state for fact in summary.steps))
        for due, count in Counter(fact.due for fact in summary.steps).items():
            if due in _STANDINGS:
                standings[_STANDINGS[due]] += count
    return Counts(units, states, standings)
