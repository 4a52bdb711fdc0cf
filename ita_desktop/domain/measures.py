"""Measures for integrity: weak topics, what is done about them, and what each round reports.

What O42 and O43 of 2566 ask for, in the shape that all four official layouts are made from: a topic
(one item of the criteria or several, or free words) has measures, a measure has steps. What a step
does not say itself (units, period, follow-up, result) it takes from its measure.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal

from ita_desktop.domain.bands import Band, BandLimits, band_of

Round = Literal[6, 12]
ROUNDS: Final[tuple[Round, Round]] = (6, 12)
"""Months a report is about: the first half of the fiscal year, or the whole year."""


class State(StrEnum):
    """How far a step is; the value is what the file keeps."""

    UNTOLD = ""
    NOT_STARTED = "not_started"
    IN_WORK = "in_work"
    DONE = "done"
    STOPPED = "stopped"

    @property
    def words(self) -> str:
        """Return the state as papers and the window say it."""
        return _STATE_WORDS[self]


_STATE_WORDS: Final = {
    State.UNTOLD: "ยังไม่รายงาน",
    State.NOT_STARTED: "ยังไม่ดำเนินการ",
    State.IN_WORK: "อยู่ระหว่างดำเนินการ",
    State.DONE: "แล้วเสร็จ",
    State.STOPPED: "ยกเลิก",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """What was reported of a step, or of a whole measure, in one round; empty: nothing yet."""

    state: State = State.UNTOLD
    result: str = ""
    problem: str = ""
    suggestion: str = ""
    outcome: str = ""
    percent: int | None = None
    """0 to 100."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was reported."""
        return self == _NOTHING


_NOTHING: Final = StepResult()
Results = Mapping[Round, StepResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a measure. Texts are as the paper prints them; empty: as the measure says.

    ``marker`` is the number or dash before the text, ``{n}`` standing for the number ("{n}. ",
    "-"); empty: numbered where the measure has several steps.
    """

    id: int
    text: str = ""
    marker: str = ""
    units: str = ""
    period: str = ""
    follow_up: str = ""
    results: Results = field(default_factory=dict[Round, StepResult])
    extra: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is done about a topic; ``units`` one a line or as the paper has them."""

    id: int
    text: str = ""
    marker: str = ""
    units: str = ""
    period: str = ""
    follow_up: str = ""
    steps: tuple[Step, ...] = ()
    results: Results = field(default_factory=dict[Round, StepResult])
    extra: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicItem:
    """An item of a criteria year, or free words, with what was found about it.

    ``code`` is canonical ("i7", "e12", "O43"), empty for free words. ``text``: the wording printed
    after the code; empty: as the criteria have it. ``score`` keeps its decimals: "0", "79.01".
    """

    id: int
    criteria_year: int
    code: str = ""
    text: str = ""
    score: Decimal | None = None
    finding: str = ""
    extra: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What is to be mended, with its items and the measures they share.

    ``heading`` are lines inside the printed cell before the items; ``group_lines`` the lines over
    the table part as its paper has them, empty: as they follow from the criteria. ``instrument``
    and ``band`` overrule what follows from the items.
    """

    id: int
    fiscal_year: int
    title: str = ""
    heading: str = ""
    group_lines: str = ""
    instrument: str = ""
    band: Band | None = None
    items: tuple[TopicItem, ...] = ()
    measures: tuple[Measure, ...] = ()

    @property
    def lowest_score(self) -> Decimal | None:
        """The lowest score of its items; None without any."""
        return min((item.score for item in self.items if item.score is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """A row of ขั้นตอน ระยะเวลา และวิธีปฏิบัติ; an empty ``stage`` means the one above."""

    id: int
    stage: str = ""
    period: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracker:
    """All measures of a fiscal year in the order of the paper, and which rounds are closed."""

    fiscal_year: int
    topics: tuple[Topic, ...] = ()
    calendar: tuple[CalendarRow, ...] = ()
    closed: frozenset[Round] = field(default_factory=frozenset[Round])

    def measures(self) -> Iterator[tuple[Topic, Measure]]:
        """Give every measure with its topic, in order."""
        for topic in self.topics:
            for measure in topic.measures:
                yield topic, measure


def instrument_of(topic: Topic) -> str:
    """Return IIT, EIT or OIT of a topic: its own word, else by its first code; "" unknown."""
    codes = (item.code for item in topic.items if item.code)
    return topic.instrument or _INSTRUMENTS.get(next(codes, "")[:1], "")


_INSTRUMENTS: Final = {"i": "IIT", "e": "EIT", "O": "OIT"}


def topic_band(topic: Topic, limits: BandLimits) -> Band | None:
    """Return the band of a topic: its own, else by its lowest score; None without either."""
    if topic.band is not None or (score := topic.lowest_score) is None:
        return topic.band
    return band_of(score, limits)


def units_of(measure: Measure, step: Step | None) -> str:
    """Return the units as printed: the step's own, else the measure's."""
    return (step.units if step is not None else "") or measure.units


def period_of(measure: Measure, step: Step | None) -> str:
    """Return the period as printed: the step's own, else the measure's."""
    return (step.period if step is not None else "") or measure.period


def follow_up_of(measure: Measure, step: Step | None) -> str:
    """Return the way of following up: the step's own, else the measure's."""
    return (step.follow_up if step is not None else "") or measure.follow_up


def result_of(measure: Measure, step: Step | None, months: Round) -> StepResult:
    """Return what was reported in a round; each field the step leaves empty is the measure's."""
    shared = measure.results.get(months, _NOTHING)
    own = step.results.get(months, _NOTHING) if step is not None else _NOTHING
    return StepResult(
        state=own.state or shared.state,
        result=own.result or shared.result,
        problem=own.problem or shared.problem,
        suggestion=own.suggestion or shared.suggestion,
        outcome=own.outcome or shared.outcome,
        percent=shared.percent if own.percent is None else own.percent,
    )


def latest_reported(rows: Iterable[Results]) -> Round:
    """Return 12 where any of these reports says something of the whole year, else 6."""
    return 12 if any(12 in one and not one[12].is_empty for one in rows) else 6


def steps_or_whole(measure: Measure) -> tuple[Step | None, ...]:
    """Return the steps of a measure; one None, the measure as a whole, where it has none."""
    return measure.steps or (None,)
