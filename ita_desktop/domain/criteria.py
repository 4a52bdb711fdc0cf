"""A fiscal year's criteria: instruments, indicators, items and levels, each with its status.

The criteria change every year (43 items in 2566, 28 in 2568), so they are data. A code such as O19
means nothing without its year.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """How well a fact of the criteria is known; only the checked ones may be shown as fact."""

    SEED = "seed"
    """Read in a published paper of that year."""
    VERIFIED = "verified"
    """Read in a public source of that year."""
    COMPUTED = "computed"
    """Arithmetic on figures of the two kinds above."""
    OFFICE = "office"
    """Corrected or confirmed by the office itself."""
    INFERRED = "inferred"
    CONFLICT = "conflict"
    UNVERIFIED = "unverified"

    @property
    def checked(self) -> bool:
        """Whether the fact may be shown without a mark."""
        return self in _CHECKED


_CHECKED = frozenset({Status.SEED, Status.VERIFIED, Status.COMPUTED, Status.OFFICE})


@dataclass(frozen=True, slots=True)
class Instrument:
    """IIT, EIT or OIT with its weight in points of the total (30, 30, 40)."""

    code: str
    name: str
    weight: Decimal
    status: Status


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the ten indicators; ``number`` is its name in every paper."""

    number: int
    name: str
    instrument: str
    status: Status


@dataclass(frozen=True, slots=True)
class SubIndicator:
    """A part of an OIT indicator, such as 9.3."""

    code: str
    name: str
    indicator: int
    status: Status


@dataclass(frozen=True, slots=True)
class Component:
    """One thing an OIT item must show, with what it must at least consist of."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question of IIT or EIT, or an OIT item."""

    code: str
    indicator: int
    text: str
    status: Status
    sub_indicator: str | None = None
    group: str | None = None
    text_from: int | None = None
    """The fiscal year whose wording is shown because this year's was not found."""
    parts: tuple[str, ...] = ()
    components: tuple[Component, ...] = ()
    notes: tuple[str, ...] = ()
    data_period: str | None = None
    previous: tuple[str, ...] = ()
    """Codes of the year before that this item goes on from (several where items were merged)."""

    @property
    def is_oit(self) -> bool:
        """Whether the item is scored 100, 0 or not at all."""
        return self.code.startswith("O")

    @property
    def draft_mark(self) -> str:
        """What stands after its words where they were not held against the handbook, else ""."""
        return "" if self.status.checked else " (ร่าง)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRule:
    """A level: the total it starts from and, since 2566, what each instrument must reach."""

    name: str
    total_from: Decimal
    each_instrument_from: Decimal | None
    passes: bool
    printed: str
    """The range as a paper prints it, in Arabic digits."""
    status: Status


@dataclass(frozen=True)
class Criteria:
    """The whole set of one fiscal year, in the order of the official papers."""

    fiscal_year: int
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...]
    items: tuple[Item, ...]
    levels: tuple[LevelRule, ...]
    pass_line: Decimal | None

    @cached_property
    def item_by_code(self) -> Mapping[str, Item]:
        """Items by code."""
        return {item.code: item for item in self.items}

    @cached_property
    def instrument_by_code(self) -> Mapping[str, Instrument]:
        """Instruments by code."""
        return {instrument.code: instrument for instrument in self.instruments}

    @cached_property
    def indicator_by_number(self) -> Mapping[int, Indicator]:
        """Indicators by number."""
        return {indicator.number: indicator for indicator in self.indicators}

    @cached_property
    def score_codes(self) -> frozenset[str]:
        """Every code a score may be kept under: items, indicators, instruments and the total."""
        return frozenset(
            {*self.item_by_code, *(str(number) for number in self.indicator_by_number)}
            | {*self.instrument_by_code, TOTAL}
            | {f"{code}/{part}" for code in self.eit_codes for part in EIT_PARTS}
        )

    @cached_property
    def eit_codes(self) -> tuple[str, ...]:
        """Codes that may also have a score of EIT part 1 and part 2."""
        indicators = [i for i in self.indicators if i.instrument == EIT]
        numbers = {i.number for i in indicators}
        items = [item.code for item in self.items if item.indicator in numbers]
        return (*items, *(str(i.number) for i in indicators), EIT)

    def indicators_of(self, instrument: str) -> tuple[Indicator, ...]:
        """Return the indicators of an instrument, in order."""
        return tuple(i for i in self.indicators if i.instrument == instrument)

    def items_of(self, indicator: int) -> tuple[Item, ...]:
        """Return the items of an indicator, in order."""
        return self._items_by_indicator.get(indicator, ())

    def sub_indicators_of(self, indicator: int) -> tuple[SubIndicator, ...]:
        """Return the sub-indicators of an indicator; none for IIT and EIT."""
        return tuple(sub for sub in self.sub_indicators if sub.indicator == indicator)

    @cached_property
    def _items_by_indicator(self) -> Mapping[int, tuple[Item, ...]]:
        groups: dict[int, list[Item]] = {}
        for item in self.items:
            groups.setdefault(item.indicator, []).append(item)
        return {number: tuple(items) for number, items in groups.items()}

    @property
    def unchecked_texts(self) -> int:
        """How many item texts were not checked against the handbook."""
        return sum(not item.status.checked for item in self.items)

    @property
    def levels_checked(self) -> bool:
        """Whether the level rule of the year was found in a source."""
        return bool(self.levels) and all(level.status.checked for level in self.levels)

    @property
    def weights_checked(self) -> bool:
        """Whether the weights of the year were found in a source."""
        return all(instrument.status.checked for instrument in self.instruments)


TOTAL = "total"
EIT = "EIT"
EIT_PARTS = (1, 2)
