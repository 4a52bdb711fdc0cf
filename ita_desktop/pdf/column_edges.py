"""Where the columns of a table begin and end."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from ita_desktop.documents.model import Column, Unit

PADDING_X: Final = 4.0
"""Points between a rule and the text beside it."""
_NARROWEST_SHARE = 2 * PADDING_X + 16.0
_NARROWEST = 2 * PADDING_X + 8.0  # a letter is no wider
_MILLIMETRE = 72 / 25.4


def column_edges(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    """Return the x of every column's edge in points, from 0 on.

    A column in millimetres is as wide as it says; those that have no room together are narrowed
    together. What they leave of ``width`` the others share by their ratios, so that the last edge
    is at ``width``; a table all in millimetres may end before. A column never gets so narrow that
    no letter fits, as long as the width allows that.
    """
    shares = [column.width for column in columns if column.unit is Unit.SHARE]
    fixed = [
        max(column.width * _MILLIMETRE, _NARROWEST)
        for column in columns
        if column.unit is Unit.MILLIMETRE
    ]
    least = min(_NARROWEST_SHARE, width / len(columns))
    room = width - least * len(shares)
    if sum(fixed) > room:
        fixed = [room * one / sum(fixed) for one in fixed]
    shared = iter(_shared(shares, width - sum(fixed), least))
    given = iter(fixed)
    widths = (next(shared if column.unit is Unit.SHARE else given) for column in columns)
    return tuple(accumulate(widths, initial=0.0))


def _shared(shares: Sequence[float], width: float, least: float) -> list[float]:
    """Return the widths of columns by their ratios, none under ``least``."""
    ratios = [max(share, 0.0) for share in shares]
    widths = [0.0] * len(shares)
    free = set(range(len(shares)))
    while free:
        total = sum(ratios[place] for place in free)
        room = width - least * (len(shares) - len(free))
        for place in free:
            widths[place] = room * (ratios[place] / total if total else 1 / len(free))
        narrow = {place for place in free if widths[place] < least - 1e-9}
        if not narrow:
            break
        for place in narrow:
            widths[place] = least
        free -= narrow
    return widths
