"""Which steps are to be seen: by unit, state and due."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ita_desktop.domain.due import Due, due_of
from ita_desktop.domain.measures import (
    Measure,
    Round,
    State,
    Step,
    Topic,
    Tracker,
    result_of,
    steps_or_whole,
    units_of,
)
from ita_desktop.domain.responsible import names_all, unit_names
from ita_desktop.thai.text import find, fold
from ita_desktop.ui.measures.summary import Wordings, title_of, wording_of


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

    def takes(self, measure: Measure, step: Step | None, due: Due, months: Round) -> bool:
        """Say whether a step (None: the measure as a whole) is to be seen."""
        if self.standing is not Standing.ANY and due is not _DUES[self.standing]:
            return False
        if self.state is not None and result_of(measure, step, months).state is not self.state:
            return False
        return not self.unit or _has_unit(units_of(measure, step), self.unit)

    def takes_topic(self, topic: Topic, months: Round, wordings: Wordings, today: date) -> bool:
        """Say whether a topic is to be seen: one of its steps is, and it holds the text."""
        if self.text and not find(words_of_topic(topic, wordings), self.text):
            return False
        if not self.of_steps:
            return True
        return any(
            self.takes(measure, step, due_of(measure, step, topic.fiscal_year, today), months)
            for measure in topic.measures
            for step in steps_or_whole(measure)
        )


def _has_unit(text: str, unit: str) -> bool:
    if unit == NO_UNIT:
        return not text.strip()
    wanted = fold(unit)
    return names_all(text) or any(fold(name) == wanted for name in unit_names(text))


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


def counts_of(tracker: Tracker, months: Round, today: date) -> Counts:
    """Return how many steps each choice has."""
    units: Counter[str] = Counter()
    states: Counter[State] = Counter()
    standings: Counter[Standing] = Counter()
    names = {due: standing for standing, due in _DUES.items()}
    for topic in tracker.topics:
        for measure in topic.measures:
            for step in steps_or_whole(measure):
                units.update(unit_names(units_of(measure, step)) or (NO_UNIT,))
                states[result_of(measure, step, months).state] += 1
                due = due_of(measure, step, topic.fiscal_year, today)
                if due in names:
                    standings[names[due]] += 1
    return Counts(units, states, standings)
