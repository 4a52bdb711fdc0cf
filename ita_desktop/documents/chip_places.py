"""Where the numbered chips of risks stand in a cell of the matrix, on paper and in the window.

All lengths are of one unit (pixels, millimetres); a place is the centre of a chip, from the cell's
top left.
"""

from collections.abc import Iterable
from math import ceil, floor

Place = tuple[float, float]
"""Right and down from the top left of the cell."""

_ROUNDING = 1e-9


def chip_places(
    count: int,
    width: float,
    height: float,
    diameter: float,
    gap: float,
    *,
    chip_width: float | None = None,
) -> tuple[Place, ...] | None:
    """Return the centres of chips in rows, the block of them in the middle of the cell.

    As few rows as there can be, as even as can be, the fuller ones above. ``chip_width``: of chips
    that are wider than high (three digits). None where they do not all fit: then the caller shows
    their count.
    """
    wide = diameter if chip_width is None else chip_width
    columns, most_rows = _room(width, wide, gap), _room(height, diameter, gap)
    if count <= 0:
        return ()
    if columns * most_rows < count:
        return None
    rows = ceil(count / columns)
    top = (height - (rows * diameter + (rows - 1) * gap)) / 2 + diameter / 2
    places: list[Place] = []
    for row in range(rows):
        in_row = count // rows + (row < count % rows)
        left = (width - (in_row * wide + (in_row - 1) * gap)) / 2 + wide / 2
        y = top + row * (diameter + gap)
        places += [(left + column * (wide + gap), y) for column in range(in_row)]
    return tuple(places)


def chip_size(
    counts: Iterable[int], width: float, height: float, gap: float, *, least: int, most: int
) -> int:
    """Return the diameter that all chips of a matrix get, a whole number from least to most.

    The largest at which every cell's chips fit; cells too full even for the least do not count.
    """
    shown = [count for count in counts if chip_places(count, width, height, least, gap) is not None]
    fullest = max(shown, default=0)
    return next(
        (
            size
            for size in range(most, least, -1)
            if chip_places(fullest, width, height, size, gap) is not None
        ),
        least,
    )


def _room(length: float, chip: float, gap: float) -> int:
    """Return how many chips stand beside each other in a length."""
    return max(floor((length + gap) / (chip + gap) + _ROUNDING), 0)
