"""พร้อมส่งหรือยัง: what a year lacks, counted, with the points that are at stake."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ita_desktop.domain.area_figures import AreaFigure
from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, points_at_stake


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
    def at_stake(self) -> Fraction:
        """The points of the total that these lacks may cost (``points_at_stake``)."""
        return points_at_stake(self.lacks)

    def worst_of(self, area: Area) -> Lack | None:
        """Return the gravest of a part of the work, None where nothing lacks there."""
        return next((lack for lack in self.lacks if area_of(lack.place) is area), None)


def dearest_first(lacks: Sequence[Lack]) -> tuple[Lack, ...]:
    """Return them by the points they cost, equal ones in the order they have: the worst first."""
    return tuple(sorted(lacks, key=lambda lack: -(lack.points or Fraction())))


def is_begun(figures: Sequence[AreaFigure]) -> bool:
    """Say whether anything was entered: scores or publishing that is done, or rows of any kind."""
    counted = {Area.SCORES, Area.DISCLOSURE}  # their whole is what the criteria ask for
    return any(one.done if one.area in counted else one.whole for one in figures)
