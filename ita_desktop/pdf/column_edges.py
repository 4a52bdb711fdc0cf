"""Where the columns of a table begin and end."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from ita_desktop.documents.model import Column
from ita_desktop.documents.tables import column_widths

PADDING_X: Final = 4.0
"""Points between a rule and the text beside it."""
_MILLIMETRE = 72 / 25.4
_LEAST = (2 * PADDING_X + 8.0) / _MILLIMETRE  # a letter is no wider
_LEAST_SHARE = (2 * PADDING_X + 16.0) / _MILLIMETRE


def column_edges(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    """Return the x of every column's edge in points, from 0 on, to ``width`` at most.

    A table all in millimetres may end before. A column never gets so narrow that no letter fits,
    as long as the width allows that.
    """
    widths = column_widths(columns, width / _MILLIMETRE, least=_LEAST, least_share=_LEAST_SHARE)
    return tuple(accumulate((one * _MILLIMETRE for one in widths), initial=0.0))
