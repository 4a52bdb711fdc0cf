"""Weak, middling or strong: the bands an office reads its scores by, with limits of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ita_desktop.domain.criteria import Indicator
from ita_desktop.domain.scores import YearResult
from ita_desktop.errors import ClerkError


class Band(StrEnum):
    """What a score asks for."""

    URGENT = "urgent"
    """จุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน."""
    IMPROVE = "improve"
    """ประเด็นที่ต้องพัฒนาให้ดียิ่งขึ้น."""
    KEEP = "keep"
    """รักษามาตรฐานไว้."""


@dataclass(frozen=True, slots=True)
class BandLimits:
    """Under ``urgent_below`` is urgent, from ``keep_from`` is kept; points 0 to 100.

    The limits of seed 001; ป.ป.ช. sets none, so each office has its own.
    """

    urgent_below: Decimal = Decimal(90)
    keep_from: Decimal = Decimal(95)

    def __post_init__(self) -> None:
        """Raise ClerkError where the limits are not in order."""
        numbers = self.urgent_below.is_finite() and self.keep_from.is_finite()
        if not (numbers and 0 <= self.urgent_below <= self.keep_from <= 100):
            raise ClerkError(
                "คะแนน “รักษาไว้” ต้องไม่ต่ำกว่าคะแนน “ต้องแก้ไข” และทั้งสองต้องอยู่ระหว่าง 0 ถึง 100"
            )


def band_of(score: Decimal, limits: BandLimits) -> Band:
    """Return the band of a score as shown (two decimals)."""
    if score < limits.urgent_below:
        return Band.URGENT
    return Band.IMPROVE if score < limits.keep_from else Band.KEEP


def indicators_by_band(
    result: YearResult, limits: BandLimits
) -> Mapping[Band, tuple[Indicator, ...]]:
    """Return the indicators with a score in each band, in the order of the papers.

    Seed 001 counts 2, 4 and 4 with its limits of 90 and 95.
    """
    found: dict[Band, list[Indicator]] = {band: [] for band in Band}
    for indicator in result.criteria.indicators:
        if (shown := result.indicators[indicator.number].shown) is not None:
            found[band_of(shown, limits)].append(indicator)
    return {band: tuple(indicators) for band, indicators in found.items()}
