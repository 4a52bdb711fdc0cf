"""How an office measures risk: two scales, the bands of their product, and where they are from.

ITA asks for the level of each risk and leaves the method to the office (O34 of 2566), so scales,
limits, names and colours are data, frozen for a year once its risks use them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ita_desktop.domain.criteria import Status

LEAST_SIZE: Final = 2
MOST_SIZE: Final = 9
"""Steps of a scale."""


class Color(StrEnum):
    """The colour of a band, by its usual Thai name; never the only sign of it."""

    GREEN = "green"
    LIGHT_GREEN = "light_green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"

    @property
    def words(self) -> str:
        """Return the colour as people call it."""
        return _COLOR_WORDS[self]


_COLOR_WORDS: Final = {
    Color.GREEN: "เขียว",
    Color.LIGHT_GREEN: "เขียวอ่อน",
    Color.YELLOW: "เหลือง",
    Color.ORANGE: "ส้ม",
    Color.RED: "แดง",
}


class Pattern(StrEnum):
    """What a band is filled with beside its colour: for grey paper and colour-blind readers."""

    PLAIN = "plain"
    DOTS = "dots"
    STRIPES = "stripes"
    """Slanted lines."""
    CROSS = "cross"
    """Slanted lines both ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStep:
    """A step of a scale: its value, its name (สูงมาก), and the criterion as the office words it."""

    value: int
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBand:
    """A level of risk: products from ``first`` to ``last``, both included."""

    name: str
    color: Color
    first: int
    last: int

    def holds(self, score: int) -> bool:
        """Say whether a product is of this level."""
        return self.first <= score <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskMethod:
    """Scales from their lowest step to their highest, bands from the lowest level up.

    ``id`` is that of the preset it is or was copied from; ``own``: the office changed it.
    ``source`` says where it is from, ``status`` how well that is known.
    """

    id: str
    name: str
    likelihood: tuple[ScaleStep, ...]
    impact: tuple[ScaleStep, ...]
    bands: tuple[LevelBand, ...]
    likelihood_title: str = "โอกาสที่เกิด"
    impact_title: str = "ผลกระทบ"
    source: str = ""
    status: Status = Status.UNVERIFIED
    own: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """How many steps likelihood and impact have."""
        return len(self.likelihood), len(self.impact)

    @property
    def products(self) -> tuple[int, ...]:
        """Every product of two steps, in order, none twice: 14 of a method of five by five."""
        return tuple(
            sorted({one.value * other.value for one in self.likelihood for other in self.impact})
        )

    def band_of(self, score: int) -> LevelBand | None:
        """Return the level of a product; None where no band covers it."""
        return next((band for band in self.bands if band.holds(score)), None)

    def band_at(self, likelihood: int | None, impact: int | None) -> LevelBand | None:
        """Return the level of a cell of the matrix; None where a step is not known."""
        if likelihood is None or impact is None:
            return None
        return self.band_of(likelihood * impact)

    def pattern_of(self, band: LevelBand) -> Pattern:
        """Return what a band is filled with: the higher its level, the denser."""
        patterns = (Pattern.PLAIN, Pattern.DOTS, Pattern.STRIPES, Pattern.CROSS)
        place, last = self.bands.index(band), max(len(self.bands) - 1, 1)
        return patterns[round(place * (len(patterns) - 1) / last)]
