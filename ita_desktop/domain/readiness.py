"""พร้อมส่งหรือยัง: what a year lacks, counted, with the points that are at stake."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from ita_desktop.domain.area_figures import AreaFigure
from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, points_at_stake

POINTS_SAID: Final = "คะแนนของข้อคือคะแนนที่ข้อนั้นมีในผลรวม ข้อ OIT คิดทั้งข้อ ขาดเพียงเรื่องเดียวอาจเสียทั้งข้อ"
"""What the points beside what is lacking are."""


class Verdict(Enum):
    """Whether a year can be handed in; the value is what is said of it."""

    NOT_BEGUN = "ยังไม่ได้เริ่มบันทึกข้อมูลของปีนี้"
    MEND = "ยังไม่พร้อมส่ง"
    LOOK = "ควรตรวจก่อนส่ง"
    CLEAN = "พร้อมส่ง"

    @property
    def words(self) -> str:
        """Return what the tab and the paper say."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """``lacks`` worst first; ``begun``: whether anything of the year was entered at all."""

    lacks: tuple[Lack, ...]
    begun: bool

    def count(self, severity: Severity) -> int:
        """Return how many are so grave."""
        return sum(lack.severity is severity for lack in self.lacks)

    @property
    def is_clean(self) -> bool:
        """Whether the year can be handed in: nothing must be mended or looked at; notes may be."""
        return self.begun and all(lack.severity is Severity.NOTE for lack in self.lacks)

    @property
    def verdict(self) -> Verdict:
        """Whether the year can be handed in."""
        if not self.begun:
            return Verdict.NOT_BEGUN
        if self.is_clean:
            return Verdict.CLEAN
        return Verdict.MEND if self.count(Severity.ERROR) else Verdict.LOOK

    @property
    def at_stake(self) -> Fraction:
        """The points of the total that these lacks may cost (``points_at_stake``)."""
        return points_at_stake(self.lacks)

    def worst_of(self, area: Area) -> Lack | None:
        """Return the gravest of a part of the work, None where nothing lacks there."""
        return next((lack for lack in self.lacks if area_of(lack.place) is area), None)


def dearest_first(lacks: Sequence[Lack]) -> tuple[Lack, ...]:
    """Return them by the points they cost, equal ones in the order they have: the worst first.

    What is only noted costs nothing, whatever its item is worth: it stands after all that does.
    """

    def order(lack: Lack) -> tuple[bool, float]:
        return lack.severity is Severity.NOTE, -float(lack.points or 0)

    return tuple(sorted(lacks, key=order))


def is_begun(figures: Sequence[AreaFigure]) -> bool:
    """Say whether anything was entered: scores, something of an OIT item, or rows of any kind."""
    counted = {Area.SCORES, Area.DISCLOSURE}  # their whole is what the criteria ask for
    return any(one.entered or (one.done if one.area in counted else one.whole) for one in figures)
