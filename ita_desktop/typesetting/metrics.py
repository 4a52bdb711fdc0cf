"""Official points: how high a line is and where its letters stand in it.

The official page sets 16 point with a line pitch of 21 point at single spacing. Measured from the
outlines, in ems of TH Sarabun New: its tallest stack of marks (ฟื้) rises 0.836, its deepest letter
(ฏู, bold) hangs 0.457; Sarabun SemiBold brought to the same scale rises 0.866 and hangs 0.38. In
either face the marks of one line never reach those of the next, and a rule half a point away from
the line touches none.
"""

from typing import Final

BODY_SIZE: Final = 16.0
"""Official points of running text and of tables."""

TITLE_SIZE: Final = 18.0
"""Official points of a paper's own title."""

PITCH: Final = 1.3125
"""Line pitch at single spacing, per official point (21 point at 16)."""

ASCENT: Final = 0.855
"""From the top of a line down to its baseline, per official point."""

UNDERLINE: Final = 0.17
"""From the baseline down to an underline, per official point: clear of all letters but ฎ ฏ ุ ู."""


def line_pitch(size: float = BODY_SIZE) -> float:
    """Return the distance in points from one baseline to the next, single spacing."""
    return PITCH * size


def ascent(size: float = BODY_SIZE) -> float:
    """Return the distance in points from the top of a line to its baseline."""
    return ASCENT * size


def underline_drop(size: float = BODY_SIZE) -> float:
    """Return how far under the baseline an underline runs, in points."""
    return UNDERLINE * size
