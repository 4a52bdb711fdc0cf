"""What the work sheets of units bring, before anything is written: a line each, as values."""

from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.domain.three_ways import Option
from ita_desktop.workflows.units.reading import ReadSheet


class Verdict(StrEnum):
    """What becomes of what a unit says."""

    CONFLICT = "conflict"
    REFUSED = "refused"
    NOTED = "noted"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a row's report in a round."""

    kind: Kind
    number: int
    months: Round
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One thing to know of what came back; ``why`` is a sentence where it is not simply new.

    ``before`` and ``after`` are texts as cells show them. ``options``: of a conflict, one of their
    texts is to be chosen for ``place``.
    """

    verdict: Verdict
    file: str
    unit: str = ""
    row: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    why: str = ""
    sheet: str = ""
    address: str = ""
    """The cell it is about; of several files that of the first."""
    place: Place | None = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPlan:
    """What taking the sheets back would do. ``unchanged``: rows that bring nothing new."""

    sheets: tuple[ReadSheet, ...]
    fiscal_year: int | None
    months: Round | None
    lines: tuple[PlanLine, ...]
    unchanged: int

    def of(self, verdict: Verdict) -> tuple[PlanLine, ...]:
        """Return the lines of a verdict, in order."""
        return tuple(line for line in self.lines if line.verdict is verdict)
