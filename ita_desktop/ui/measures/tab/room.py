"""How much of the tab fits beside and above the steps."""

from enum import Enum, auto
from typing import Final

LOW: Final = 600
"""Pixels of a window's height under which words give way to the steps."""
VERY_LOW: Final = 450
"""Pixels of a window's height where items and steps do not stand one below the other."""


class Room(Enum):
    """At 150 % a screen of 1366 pixels has 911, at 200 % 683."""

    WIDE = auto()
    NARROW = auto()
    """The filter has a line of its own."""
    STEPS_ONLY = auto()
    """There is no room for the list of topics."""

    @staticmethod
    def of(width: int) -> "Room":
        """Return what fits in a page of so many pixels."""
        if width < 790:
            return Room.STEPS_ONLY
        return Room.NARROW if width < 1220 else Room.WIDE
