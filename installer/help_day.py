"""One fixed moment for a whole process, so that pictures do not change with the day."""

import datetime as dt
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

MOMENT: Final = dt.datetime.fromisoformat("2023-08-01T10:24:00+07:00")
"""๑ ส.ค. ๒๕๖๖: the scores of the sample's last year are known, its year is still running."""


class _Date(type):
    """Takes dates for its own that were made by C code and know nothing of the fixed day."""

    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, _Real)


class _Moment(type):
    def __instancecheck__(cls, one: object) -> bool:
        return isinstance(one, _RealMoment)


_SHIFT: Final = [dt.timedelta()]
_Real: Final = dt.date
_RealMoment: Final = dt.datetime


class _FixedDate(dt.date, metaclass=_Date):
    @classmethod
    def today(cls) -> "_FixedDate":
        day = MOMENT + _SHIFT[0]
        return cls(day.year, day.month, day.day)


class _FixedMoment(dt.datetime, metaclass=_Moment):
    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> "_FixedMoment":
        return cls.fromtimestamp((MOMENT + _SHIFT[0]).timestamp(), tz)


@contextmanager
def later(by: dt.timedelta) -> Generator[None]:
    """Let it be so much after ``MOMENT`` (or before it) while something is done."""
    _SHIFT[0] = by
    try:
        yield
    finally:
        _SHIFT[0] = dt.timedelta()


def fix_the_day() -> None:
    """Let it be ``MOMENT`` for every module imported from now on, on Thai clocks.

    To be called before the program is imported: its modules take ``date`` and ``datetime`` by name.
    """
    os.environ["TZ"] = "ICT-7"  # as POSIX writes seven hours east; needs no table of zones
    if hasattr(time, "tzset"):
        time.tzset()
    dt.date = _FixedDate
    dt.datetime = _FixedMoment
