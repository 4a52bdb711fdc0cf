"""Moments in the clock of this machine."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Self

import pytest

from ita_desktop.thai.local_time import local_time


class OfWindows(datetime):
    """A moment that Windows has no clock for."""

    def astimezone(self, tz: tzinfo | None = None) -> Self:
        if tz is None:
            raise OSError(22, "Invalid argument")
        return super().astimezone(tz)


def test_a_moment_is_shown_in_the_clock_of_this_machine() -> None:
    at = datetime(2026, 11, 26, 10, 30, tzinfo=UTC)
    assert local_time(at) == at
    assert local_time(at).utcoffset() == at.astimezone().utcoffset()


@pytest.mark.parametrize("year", [1, 1900, 3500, 9999])
def test_every_moment_that_a_file_may_name_has_a_clock(year: int) -> None:
    for zone in (None, UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))):
        first, last = (datetime(year, 1, 1, tzinfo=zone), datetime(year, 12, 31, 23, tzinfo=zone))
        assert local_time(first) < local_time(last)


@pytest.mark.parametrize("zone", [None, UTC])
def test_where_windows_knows_no_clock_todays_holds(zone: tzinfo | None) -> None:
    today = datetime.now().astimezone().utcoffset()
    assert local_time(OfWindows(1900, 5, 5, tzinfo=zone)).utcoffset() == today
