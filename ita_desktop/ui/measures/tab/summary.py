"""What the list says of a topic: its codes, its lowest score, how many steps are ended or late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.due import ENDED, Due, due_of, state_of
from ita_desktop.domain.measures import (
    Measure,
    Round,
    State,
    Step,
    Topic,
    TopicItem,
    steps_or_whole,
    topic_band,
)

Wordings = Mapping[tuple[int, str], str]
NO_NAME = "ยังไม่มีชื่อประเด็น"


@dataclass(frozen=True, slots=True)
class StepFact:
    """How a step (None: a measure without steps) stands."""

    measure: Measure
    step: Step | None
    state: State
    due: Due


@dataclass(frozen=True, slots=True)
class Summary:
    """One topic as the list shows it; ``done`` of its steps are ended."""

    topic: Topic
    codes: str
    title: str
    score: Decimal | None
    band: Band | None
    steps: tuple[StepFact, ...]
    done: int
    late: int

    @property
    def total(self) -> int:
        """How many steps it has."""
        return len(self.steps)


def summary_of(
    topic: Topic, months: Round, limits: BandLimits, wordings: Wordings, today: date
) -> Summary:
    """Return what is said of a topic in a round's report on the day ``today``."""
    year = topic.fiscal_year
    steps = tuple(
        StepFact(measure, step, state_of(measure, step, months), due_of(measure, step, year, today))
        for measure in topic.measures
        for step in steps_or_whole(measure)
    )
    return Summary(
        topic,
        " ".join(item.code for item in topic.items if item.code),
        title_of(topic, wordings),
        topic.lowest_score,
        topic_band(topic, limits),
        steps,
        sum(fact.state in ENDED for fact in steps),
        sum(fact.due is Due.LATE for fact in steps),
    )


def title_of(topic: Topic, wordings: Wordings) -> str:
    """Return what a topic is called: by its own title, else by the wording of its items.

    A paper of measures without items (seed 002) leaves only the measures to call it by.
    """
    if topic.title:
        return topic.title
    words = [text for item in topic.items if (text := wording_of(item, wordings))]
    unit = "ข้อ" if words else "มาตรการ"
    if not topic.items:
        words = [one.text for one in topic.measures if one.text]
    more = f" และอีก\u00a0{len(words) - 1}\u00a0{unit}" if len(words) > 1 else ""
    return f"{words[0]}{more}" if words else NO_NAME


def wording_of(item: TopicItem, wordings: Wordings) -> str:
    """Return the wording of an item: its own, else that of its criteria."""
    return item.text or wordings.get((item.criteria_year, item.code), "")
