"""Which steps each unit is to report on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ita_desktop.domain.measures import Measure, Step, Topic, Tracker, steps_or_whole, units_of
from ita_desktop.domain.responsible import names_all, unit_names
from ita_desktop.thai.text import fold


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A step, or a measure without steps, with what it belongs to."""

    topic: Topic
    measure: Measure
    step: Step | None


@dataclass(frozen=True, slots=True)
class UnitWork:
    """The rows of one unit in the order of the paper; ``known``: it is one of the office's."""

    unit: str
    rows: tuple[UnitRow, ...]
    known: bool


def rows_of(tracker: Tracker) -> Iterator[UnitRow]:
    """Give everything that is reported on: each step, and each measure without steps."""
    for topic, measure in tracker.measures():
        for step in steps_or_whole(measure):
            yield UnitRow(topic, measure, step)


def work_by_unit(tracker: Tracker, units: Iterable[str]) -> tuple[UnitWork, ...]:
    """Return the work of every unit that has any: the office's in its order, then others named.

    A row that names several units is in the work of each; ทุกหน่วยงาน gives it to every unit of the
    office, and stands as a name of its own only where the office has no units.
    """
    office = {fold(unit): unit for unit in units}
    names = dict(office)
    found: dict[str, list[UnitRow]] = {}
    read: dict[str, tuple[str, ...]] = {}
    for row in rows_of(tracker):
        text = units_of(row.measure, row.step)
        if text not in read:
            read[text] = _folded_names(text, office, names)
        for folded in read[text]:
            found.setdefault(folded, []).append(row)
    return tuple(
        UnitWork(name, tuple(found[folded]), folded in office)
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
