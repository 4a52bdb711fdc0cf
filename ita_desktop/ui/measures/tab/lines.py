"""The lines of a topic's grids: measures with their steps, and where a new one is typed."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ita_desktop.db.rows import Kind
from ita_desktop.domain.due import ENDED, Due
from ita_desktop.domain.measures import Measure, Step, Topic, TopicItem
from ita_desktop.ui.measures.tab.summary import StepFact, Summary
from ita_desktop.ui.rows.line import adding_key, key_of


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


Chosen = Callable[[StepFact], bool]
"""Whether a step is to be shown."""


def step_lines(
    summary: Summary | None, chosen: Chosen | None = None, kept: Collection[str] = ()
) -> list[Line]:
    """Return a topic's measures with their steps; with ``chosen`` only these, and those ``kept``.

    All of them are followed by the lines that new steps and measures are typed into.
    """
    if summary is None:
        return []
    lines: list[Line] = []
    facts = iter(summary.steps)
    for place, measure in enumerate(summary.topic.measures, start=1):
        own = [*islice(facts, max(len(measure.steps), 1))]
        shared = replace(measure, steps=()) if measure.steps else measure
        head = _head(summary.topic.id, shared, place, own, whole=not measure.steps)
        taken = [fact for fact in own if chosen is None or chosen(fact)]
        if chosen is not None and kept:
            taken = [fact for fact in own if chosen(fact) or _key(fact) in kept]
        if chosen is None or taken or head.key in kept:
            lines.append(head)
            if measure.steps:
                places = {id(fact): number for number, fact in enumerate(own, start=1)}
                lines += [_step(fact, shared, places[id(fact)]) for fact in taken]
            if chosen is None:
                lines.append(_adding(Kind.STEP, measure.id))
    if chosen is None:
        lines.append(_adding(Kind.MEASURE, summary.topic.id))
    return lines


def _key(fact: StepFact) -> str:
    return "" if fact.step is None else key_of(Kind.STEP, fact.step.id)


def _step(fact: StepFact, shared: Measure, place: int) -> Line:
    step = fact.step
    number = 0 if step is None else step.id
    return Line(
        key=f"step:{number}",
        kind=Kind.STEP,
        number=number,
        parent=shared.id,
        place=place,
        measure=shared,
        step=step,
        due=fact.due,
    )


def _head(
    topic: int, shared: Measure, place: int, facts: Sequence[StepFact], *, whole: bool
) -> Line:
    return Line(
        key=key_of(Kind.MEASURE, shared.id),
        kind=Kind.MEASURE,
        number=shared.id,
        parent=topic,
        place=place,
        measure=shared,
        due=facts[0].due if whole else Due.UNKNOWN,
        done=sum(fact.state in ENDED for fact in facts),
        total=0 if whole else len(facts),
    )


def _adding(kind: Kind, parent: int) -> Line:
    return Line(key=adding_key(kind, parent), kind=kind, parent=parent, adds=True)


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
