"""Tabs: where the next stop is, and how far it is to it."""

from dataclasses import dataclass
from typing import Final

DEFAULT_STEP: Final = 12.5 * 72 / 25.4
"""Points between the stops of a text that sets none (half the paragraph indent)."""
_LEAST = 4.0  # points a tab is wide at least


@dataclass(frozen=True, slots=True)
class TabStop:
    """A stop in points from the left edge; ``pull`` 0: text begins there, ½: centred, 1: ends."""

    at: float
    pull: float = 0.0
    leader: bool = False


def next_stop(stops: tuple[TabStop, ...], at: float, width: float) -> TabStop:
    """Return the stop that a tab at ``at`` points leads to; never beyond ``width``."""
    for stop in stops:
        if stop.at > at + _LEAST:
            return stop if stop.at <= width else TabStop(width, 1.0, stop.leader)
    if stops and stops[-1].pull:  # text has run past the last stop: lead to it on the next line
        return stops[-1]
    step = DEFAULT_STEP * (int((at + _LEAST) / DEFAULT_STEP) + 1)
    return TabStop(min(step, width))


def way_to(stop: TabStop, at: float, ahead: float) -> tuple[float, bool]:
    """Return the width of a tab to the stop before ``ahead`` points of text, and whether it fits.

    Where it does not, the width is the least one.
    """
    way = stop.at - at - ahead * stop.pull
    if way < _LEAST:
        return _LEAST, not stop.pull
    return way, True
