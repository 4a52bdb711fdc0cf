"""Days of the assessment: what was not verified for its year is never told."""

import pytest

from ita_desktop.criteria.ita_calendars import all_dates, known_dates
from ita_desktop.domain.criteria import Status


@pytest.mark.parametrize("year", range(2563, 2572))
def test_only_verified_days_are_told(year: int) -> None:
    assert all(one.status is Status.VERIFIED for one in known_dates(year))
    assert all(one.first <= one.last and one.source for one in known_dates(year))


def test_days_that_are_kept_and_not_told() -> None:
    kept = {(year, one.words) for year, ones in all_dates().items() for one in ones}
    told = {(year, one.words) for year in all_dates() for one in known_dates(year)}
    assert (2568, "ช่วงเวลาประเมิน") in kept - told
    assert (2566, "หน่วยงานเตรียมและตอบแบบ OIT") in kept - told
    assert known_dates(2569) == (), "no calendar of that year was found"


def test_the_days_are_those_of_the_sources() -> None:
    days = {one.words: (one.first.isoformat(), one.last.isoformat()) for one in known_dates(2565)}
    assert days["หน่วยงานตอบแบบ OIT"] == ("2022-03-01", "2022-04-30")
    assert days["หน่วยงานขอชี้แจงคะแนน OIT"] == ("2022-06-01", "2022-06-15")
    (window, result) = known_dates(2567)
    assert (window.last.isoformat(), result.first.isoformat()) == ("2024-06-30", "2024-07-30")
