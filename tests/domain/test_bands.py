"""Urgent, improve, keep: by the office's own limits."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.bands import Band, BandLimits, band_of
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.score_entry import Entry
from ita_desktop.domain.scores import compute
from ita_desktop.errors import ClerkError

limits = st.decimals(min_value=0, max_value=100, places=2)


def test_the_bands_of_seed_001(
    sets: Mapping[int, Criteria], seed_indicators: Mapping[str, Entry]
) -> None:
    ranking = compute(sets[2565], seed_indicators).ranking
    bands = [(indicator.number, band_of(score, BandLimits())) for indicator, score in ranking]
    assert Counter(band for _, band in bands) == {Band.URGENT: 2, Band.IMPROVE: 4, Band.KEEP: 4}
    assert {number for number, band in bands if band is Band.URGENT} == {2, 4}
    assert {number for number, band in bands if band is Band.IMPROVE} == {1, 3, 5, 8}


@pytest.mark.parametrize(
    ("score", "band"),
    [
        ("0", Band.URGENT),
        ("89.99", Band.URGENT),
        ("90.00", Band.IMPROVE),
        ("94.99", Band.IMPROVE),
        ("95.00", Band.KEEP),
        ("100", Band.KEEP),
    ],
)
def test_a_border_belongs_to_the_band_above(score: str, band: Band) -> None:
    assert band_of(Decimal(score), BandLimits()) is band


def test_an_office_has_its_own_limits() -> None:
    own = BandLimits(Decimal(85), Decimal(86))
    assert [band_of(Decimal(score), own) for score in ("84.99", "85", "86")] == list(Band)


def test_two_equal_limits_leave_no_middle() -> None:
    own = BandLimits(Decimal(85), Decimal(85))
    assert {band_of(Decimal(score), own) for score in range(101)} == {Band.URGENT, Band.KEEP}


@pytest.mark.parametrize(
    ("urgent", "keep"), [("95", "90"), ("-1", "90"), ("90", "100.01"), ("NaN", "95"), ("90", "NaN")]
)
def test_limits_out_of_order_are_refused(urgent: str, keep: str) -> None:
    with pytest.raises(ClerkError) as refusal:
        BandLimits(Decimal(urgent), Decimal(keep))
    assert str(refusal.value) == (
        "คะแนน “รักษาไว้” ต้องไม่ต่ำกว่าคะแนน “ต้องแก้ไข” และทั้งสองต้องอยู่ระหว่าง 0 ถึง 100"
    )


@given(limits, limits, limits)
def test_every_score_has_the_band_its_limits_say(a: Decimal, b: Decimal, score: Decimal) -> None:
    urgent, keep = sorted((a, b))
    band = band_of(score, BandLimits(urgent, keep))
    assert (band is Band.URGENT) == (score < urgent)
    assert (band is Band.KEEP) == (urgent <= score and keep <= score)
