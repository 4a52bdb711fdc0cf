"""Which risks are to be seen: by area, level, owner, what is lacking, and a cell of the matrix."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.responsible import is_responsible, unit_names
from ita_desktop.domain.risk_levels import standing_of
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Numbered, Register, owner_of

NONE_TOLD: Final = "\x00"
"""The choice of those that say nothing of it."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is chosen; empty takes all. ``cells``: the risks that stand in the chosen cell."""

    area: str = ""
    level: str = ""
    owner: str = ""
    lacking: bool = False
    cell: tuple[int, int] | None = None
    in_cell: frozenset[int] = frozenset()

    @property
    def takes_all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.area or self.level or self.owner or self.lacking or self.cell)

    def takes(self, one: Numbered, method: RiskMethod) -> bool:
        """Say whether a risk is to be seen."""
        process, risk = one.process, one.risk
        if self.area and self.area != (process.area or NONE_TOLD):
            return False
        if self.level and self.level != level_of(one, method):
            return False
        if self.owner and not _is_of(owner_of(process, risk), self.owner):
            return False
        if self.lacking and not lacks(one, method):
            return False
        return self.cell is None or risk.id in self.in_cell


def level_of(one: Numbered, method: RiskMethod) -> str:
    """Return the word of a risk's level, ``NONE_TOLD`` where it has none."""
    return standing_of(method, one.process, one.risk).words or NONE_TOLD


def lacks(one: Numbered, method: RiskMethod) -> bool:
    """Say whether a risk lacks what O34 asks for: event, level, measures; or who is responsible."""
    process, risk = one.process, one.risk
    told = risk.text and standing_of(method, process, risk).words and owner_of(process, risk)
    return not (told and any(treatment.text for treatment in process.treatments_of(risk)))


def _is_of(text: str, owner: str) -> bool:
    return not text.strip() if owner == NONE_TOLD else is_responsible(text, owner)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many risks each choice of the filter has."""

    areas: Counter[str]
    levels: Counter[str]
    owners: Counter[str]
    lacking: int
    total: int


def counts_of(register: Register) -> Counts:
    """Return how many risks each choice has."""
    risks = tuple(register.risks())
    method = register.method
    return Counts(
        Counter(one.process.area or NONE_TOLD for one in risks),
        Counter(level_of(one, method) for one in risks),
        Counter(_owners(risks)),
        sum(lacks(one, method) for one in risks),
        len(risks),
    )


def _owners(risks: Iterable[Numbered]) -> Iterable[str]:
    for one in risks:
        yield from unit_names(owner_of(one.process, one.risk)) or (NONE_TOLD,)
