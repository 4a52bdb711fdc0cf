"""The lines of a topic's grids: measures with their steps, and where a new one is typed."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ita_desktop.db.measures import Kind
from ita_desktop.domain.due import ENDED, Due, due_of
from ita_desktop.domain.measures import (
    Measure,
    Round,
    Step,
    Topic,
    TopicItem,
    result_of,
    steps_or_whole,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a grid; ``adds``: nothing yet, typing makes a row of this kind.

    ``measure`` is the measure that a step belongs to, without its steps. ``done`` of ``total``
    steps of a measure are ended in the round looked at.
    """

    key: str
    kind: Kind
    number: int = 0
    parent: int
    place: int = 0
    adds: bool = False
    measure: Measure | None = None
    step: Step | None = None
    item: TopicItem | None = None
    due: Due = Due.UNKNOWN
    done: int = 0
    total: int = 0


Chosen = Callable[[Measure, Step | None, Due], bool]
"""Whether a step (None: a measure without steps) is to be shown."""


def key_of(kind: Kind, number: int) -> str:
    """Return what names a row of a grid: "step:45"."""
    return f"{kind}:{number}"


def step_lines(
    topic: Topic | None,
    months: Round,
    today: date,
    chosen: Chosen | None = None,
    kept: Collection[str] = (),
) -> list[Line]:
    """Return a topic's measures with their steps; with ``chosen`` only these, and those ``kept``.

    All of them are followed by the lines that new steps and measures are typed into.
    """
    if topic is None:
        return []
    lines: list[Line] = []
    for place, measure in enumerate(topic.measures, start=1):
        shared = replace(measure, steps=()) if measure.steps else measure
        steps = [*_steps_of(measure, shared, topic.fiscal_year, today)]
        if chosen is not None:
            steps = [
                line for line in steps if line.key in kept or chosen(shared, line.step, line.due)
            ]
        head = _head(topic, measure, shared, place, months, today)
        if (
            chosen is None
            or steps
            or head.key in kept
            or (not measure.steps and chosen(shared, None, head.due))
        ):
            lines += [head, *steps]
            if chosen is None:
                lines.append(_adding(Kind.STEP, measure.id))
    if chosen is None:
        lines.append(_adding(Kind.MEASURE, topic.id))
    return lines


def _steps_of(measure: Measure, shared: Measure, fiscal_year: int, today: date) -> Iterator[Line]:
    for place, step in enumerate(measure.steps, start=1):
        yield Line(
            key=key_of(Kind.STEP, step.id),
            kind=Kind.STEP,
            number=step.id,
            parent=measure.id,
            place=place,
            measure=shared,
            step=step,
            due=due_of(shared, step, fiscal_year, today),
        )


def _head(
    topic: Topic, measure: Measure, shared: Measure, place: int, months: Round, today: date
) -> Line:
    done, total = finished(measure, months)
    whole = not measure.steps
    return Line(
        key=key_of(Kind.MEASURE, measure.id),
        kind=Kind.MEASURE,
        number=measure.id,
        parent=topic.id,
        place=place,
        measure=shared,
        due=due_of(shared, None, topic.fiscal_year, today) if whole else Due.UNKNOWN,
        done=done,
        total=0 if whole else total,
    )


def _adding(kind: Kind, parent: int) -> Line:
    return Line(key=f"+{kind}:{parent}", kind=kind, parent=parent, adds=True)


def item_lines(topic: Topic | None) -> list[Line]:
    """Return the items of a topic, and the line that another one is typed into."""
    if topic is None:
        return []
    lines = [
        Line(
            key=key_of(Kind.ITEM, item.id),
            kind=Kind.ITEM,
            number=item.id,
            parent=topic.id,
            place=place,
            item=item,
        )
        for place, item in enumerate(topic.items, start=1)
    ]
    return [*lines, _adding(Kind.ITEM, topic.id)]


def finished(measure: Measure, months: Round) -> tuple[int, int]:
    """Return how many steps are done or given up in a round's report, and how many there are."""
    steps = steps_or_whole(measure)
    done = sum(result_of(measure, step, months).state in ENDED for step in steps)
    return done, len(steps)
