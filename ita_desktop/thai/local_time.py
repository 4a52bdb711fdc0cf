"""Moments in the clock of this machine, also those for which Windows knows none."""

from datetime import datetime


def local_time(at: datetime) -> datetime:
    """Return a moment in the clock of this machine; one without a zone is of this clock already.

    Windows knows no clock before 1970 and after 3000, which a damaged file may name: today's holds
    then. What no clock can show stays as it is.
    """
    try:
        return at.astimezone()
    except (OSError, OverflowError, ValueError):
        zone = datetime.now().astimezone().tzinfo
    try:
        return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)
    except OverflowError:  # the first or the last day there is
        return at
