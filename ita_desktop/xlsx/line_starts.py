"""Where the lines of a cell begin: the measure behind row heights and behind splitting a cell."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.lines import break_lines

FONT_NAME = "TH SarabunPSK"
"""The face a cell names: offices have it, the program does not bring it."""
FONT_POINTS = 16
LINE_POINTS = 21.75
"""Height of a line of the official face at 16 point: 1.301 em, rounded up to whole pixels (29)."""

LineBreaker = Callable[[str, float, bool], Sequence[str]]
"""Text, width in points, bold: gives its lines, which joined are the text again, exactly."""


def official_breaker(own_words: AbstractSet[str] = frozenset()) -> LineBreaker:
    """Return the breaker that measures 16 official point with the bundled face.

    ``own_words`` are names that no dictionary holds.
    """
    face = bundled_typeface()
    words = frozenset(own_words)

    def lines(text: str, width: float, bold: bool) -> tuple[str, ...]:  # noqa: FBT001 - LineBreaker
        set_lines = break_lines(
            text, max(width, 1.0), face, bold=bold, size=FONT_POINTS, own_words=words
        )
        return tuple(line.text for line in set_lines)

    return lines


def line_starts(text: str, width: float, breaker: LineBreaker, *, bold: bool) -> tuple[int, ...]:
    """Return the offset in ``text`` at which each of its lines begins; the first is always 0."""
    ends = accumulate(len(line) for line in breaker(text, width, bold))
    starts = [0, *ends]
    return tuple(starts[:-1]) or (0,)


def cut(text: str, starts: Sequence[int], lines: int) -> tuple[str, ...]:
    """Return the text cut into pieces of at most ``lines`` lines; joined they are the text."""
    return tuple(text[a:b] for a, b in pairwise([*starts[::lines], len(text)]))
