"""Which items are to be seen: by unit, state, and what they lack."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.domain.responsible import is_responsible, unit_names

NO_UNIT: Final = "\x00"
"""The choice of those items that nobody is responsible for."""


class Lacking(Enum):
    """What items lack, in the words of the filter."""

    ANY = "ทุกข้อ"
    INCOMPLETE = "ที่ยังขาด"
    LATE = "เกินกำหนด"
    UNOWNED = "ไม่มีหน่วยงาน"
    UNTICKED = "องค์ประกอบไม่ครบ"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is chosen; empty takes all."""

    unit: str = ""
    state: PublishState | None = None
    lacking: Lacking = Lacking.ANY

    @property
    def takes_all(self) -> bool:
        """Whether nothing is left out."""
        return not self.unit and self.state is None and self.lacking is Lacking.ANY

    def takes(self, one: ItemStanding) -> bool:
        """Say whether an item is to be seen."""
        if self.state is not None and one.known.state is not self.state:
            return False
        if self.unit and not _is_of(one, self.unit):
            return False
        return lacks(one, self.lacking)


def lacks(one: ItemStanding, what: Lacking) -> bool:
    """Say whether an item lacks something; one that is ไม่คิดคะแนน lacks nothing."""
    match what:
        case Lacking.ANY:
            return True
        case Lacking.INCOMPLETE:
            return one.counts and not one.complete
        case Lacking.LATE:
            return one.late
        case Lacking.UNOWNED:
            return one.unowned
        case Lacking.UNTICKED:
            return one.counts and bool(one.missing)


def _is_of(one: ItemStanding, unit: str) -> bool:
    units = one.known.units
    return not units.strip() if unit == NO_UNIT else is_responsible(units, unit)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items each choice of the filter has."""

    units: Counter[str]
    states: Counter[PublishState]
    lacking: Counter[Lacking]


def counts_of(standings: Iterable[ItemStanding]) -> Counts:
    """Return how many items each choice has."""
    units: Counter[str] = Counter()
    states: Counter[PublishState] = Counter()
    lacking: Counter[Lacking] = Counter()
    for one in standings:
        units.update(unit_names(one.known.units) or (NO_UNIT,))
        states[one.known.state] += 1
        lacking.update(what for what in Lacking if lacks(one, what))
    return Counts(units, states, lacking)
