"""Which steps each unit is to report on, and which OIT items it is to publish."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import Disclosure
from ita_desktop.domain.measures import Measure, Step, Topic, Tracker, steps_or_whole, units_of
from ita_desktop.domain.responsible import names_all, unit_names
from ita_desktop.thai.text import fold

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A step, or a measure without steps, with what it belongs to."""

    topic: Topic
    measure: Measure
    step: Step | None


@dataclass(frozen=True, slots=True)
class WorkOf(Generic[R]):
    """The rows of one unit in the order of the paper; ``known``: it is one of the office's."""

    unit: str
    rows: tuple[R, ...]
    known: bool


UnitWork = WorkOf[UnitRow]


def rows_of(tracker: Tracker) -> Iterator[UnitRow]:
    """Give everything that is reported on: each step, and each measure without steps."""
    for topic, measure in tracker.measures():
        for step in steps_or_whole(measure):
            yield UnitRow(topic, measure, step)


def work_by_unit(tracker: Tracker, units: Iterable[str]) -> tuple[UnitWork, ...]:
    """Return the work of every unit that has any, as ``by_unit`` gives it."""
    return by_unit(((row, units_of(row.measure, row.step)) for row in rows_of(tracker)), units)


def oit_by_unit(
    items: Iterable[Item], disclosure: Disclosure, units: Iterable[str]
) -> tuple[WorkOf[Item], ...]:
    """Return the OIT items of every unit that has any, as ``by_unit`` gives them."""
    return by_unit(((item, disclosure.of(item.code).units) for item in items), units)


def by_unit(rows: Iterable[tuple[R, str]], units: Iterable[str]) -> tuple[WorkOf[R], ...]:
    """Return rows by the units that the text beside each names: the office's in its order first.

    A row that names several units is in the work of each; ทุกหน่วยงาน gives it to every unit of the
    office, and stands as a name of its own only where the office has no units.
    """
    office = {fold(unit): unit for unit in units}
    names = dict(office)
    found: dict[str, list[R]] = {}
    read: dict[str, tuple[str, ...]] = {}
    for row, text in rows:
        if text not in read:
            read[text] = _folded_names(text, office, names)
        for folded in read[text]:
            found.setdefault(folded, []).append(row)
    return tuple(
        WorkOf(name, tuple(found[folded]), folded in office)
        for folded, name in names.items()
        if folded in found
    )


def _folded_names(text: str, office: Mapping[str, str], names: dict[str, str]) -> tuple[str, ...]:
    """Return the units that a text gives work to, folded; ``names`` learns those it does not know.

    The same unit never comes twice, whether by its name or by ทุกหน่วยงาน.
    """
    folded: dict[str, None] = {}
    for name in unit_names(text):
        if office and names_all(name):
            folded |= dict.fromkeys(office)
        else:
            names.setdefault(fold(name), name)
            folded[fold(name)] = None
    return tuple(folded)


def nobodys_rows(tracker: Tracker) -> tuple[UnitRow, ...]:
    """Return the rows that name no unit at all: they are in no unit's work."""
    return tuple(row for row in rows_of(tracker) if not unit_names(units_of(row.measure, row.step)))
