"""What the work sheets of units bring, before anything is written: a line each, as values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.domain.three_ways import Option
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.units.reading import ReadSheet

P = TypeVar("P")


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
class PlanLineOf(Generic[P]):
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
    place: P | None = None
    options: tuple[Option, ...] = ()


PlanLine = PlanLineOf[Place]


class ReturnedPlan(Protocol[P]):
    """What taking sheets back would do, whatever their rows are of."""

    @property
    def sheets(self) -> tuple[object, ...]:
        """The files it is made from."""
        ...

    @property
    def lines(self) -> tuple[PlanLineOf[P], ...]:
        """What to know of them."""
        ...

    @property
    def unchanged(self) -> int:
        """How many rows bring nothing new."""
        ...

    def of(self, verdict: Verdict) -> tuple[PlanLineOf[P], ...]:
        """Return the lines of a verdict, in order."""
        ...


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
        return of_verdict(self.lines, verdict)


def of_verdict(lines: Iterable[PlanLineOf[P]], verdict: Verdict) -> tuple[PlanLineOf[P], ...]:
    """Return the lines of a verdict, in order."""
    return tuple(line for line in lines if line.verdict is verdict)


def in_order(lines: Iterable[PlanLineOf[P]]) -> tuple[PlanLineOf[P], ...]:
    """Return lines with what is refused first and what is simply new last."""
    order = [Verdict.REFUSED, Verdict.CONFLICT, Verdict.NOTED, Verdict.NEW]
    return tuple(sorted(lines, key=lambda one: order.index(one.verdict)))


def chosen_texts(lines: Iterable[PlanLineOf[P]], choices: Mapping[P, str]) -> dict[P, str]:
    """Return what is to be written where: what is new, and what was chosen of conflicts.

    Raises ClerkError where a conflict is open.
    """
    texts: dict[P, str] = {}
    for line in lines:
        if line.place is None or line.verdict not in (Verdict.NEW, Verdict.CONFLICT):
            continue
        text = line.after
        if line.verdict is Verdict.CONFLICT:
            chosen = choices.get(line.place)
            if chosen is None or chosen not in {option.text for option in line.options}:
                raise ClerkError(
                    f"ยังไม่ได้เลือกข้อความของ “{line.row}” ช่อง{line.field} ที่แก้ไขทั้งสองฝ่าย กรุณาเลือกก่อนรับ"
                )
            text = chosen
        if line.verdict is Verdict.NEW or text != line.before:
            texts[line.place] = text
    return texts
