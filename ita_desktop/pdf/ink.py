"""A set line as what goes on the page: operators, the glyphs they need, and where it is underlined.

Drawn lines are remembered: a paper that is made again after a small change is mostly the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from ita_desktop.pdf.operators import glyph_operators, move_operator, number, spoken
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.harfbuzz import Glyph, open_font
from ita_desktop.typesetting.lines import LINE_BREAK, Line
from ita_desktop.typesetting.metrics import underline_drop
from ita_desktop.typesetting.pieces import RAISED_BY, RAISED_SIZE, Manner, Piece
from ita_desktop.typesetting.shaping import shape

_LEADER_ENDS = 3.0  # points of white between dots and what follows


@dataclass(frozen=True, slots=True)
class Style:
    """Which of a typeface's files a piece is drawn with, and the name it has on the page."""

    bold: bool
    italic: bool

    @property
    def resource(self) -> str:
        """Return the font's name on the page."""
        return ("B" if self.bold else "R") + ("I" if self.italic else "")


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A straight line under text, in points from the beginning of the line's baseline."""

    x1: float
    x2: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Operators from the current point; the glyphs that each style must have."""

    operators: str
    glyphs: tuple[tuple[Style, tuple[Glyph, ...]], ...]
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Pencil:
    """What a line is drawn with: typeface, official size, and whether all of it is bold."""

    face: Typeface
    size: float
    bold: bool

    def style(self, manner: Manner) -> Style:
        """Return the style of a manner."""
        return Style(self.bold or manner.bold, manner.italic)

    def points(self, manner: Manner) -> float:
        """Return the real points of a manner."""
        return self.face.points(self.size) * (RAISED_SIZE if manner.raised else 1)

    def rise(self, manner: Manner) -> float:
        """Return how far above the baseline a manner stands, in points."""
        return self.size * RAISED_BY if manner.raised else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """A piece ready to be drawn: its operators, which hold at any place, and its glyphs."""

    operators: str
    glyphs: tuple[Glyph, ...]


@lru_cache(maxsize=8192)
def ink(line: Line, pencil: Pencil, room: float | None) -> Ink:
    """Return the line as drawn; with a ``room`` in points it is spread to fill it."""
    extras = line.spread(room) if room is not None else ()
    operators: list[str] = []
    glyphs: list[tuple[Style, tuple[Glyph, ...]]] = []
    strokes: list[Stroke] = []
    set_with: tuple[Style, float, float] | None = None
    x = 0.0
    for place, piece in enumerate(line.pieces):
        manner = piece.manner
        style, points, rise = pencil.style(manner), pencil.points(manner), pencil.rise(manner)
        if (style, points, rise) != set_with:
            operators += _setting(set_with, (style, points, rise))
            set_with = (style, points, rise)
        if piece.text == "\t":
            drawn, used = _way(piece, line.indent + x, pencil, points)
            glyphs.append((style, used))
        else:
            word = _word(piece, pencil)
            drawn = word.operators
            glyphs.append((style, word.glyphs))
        operators.append(drawn)
        extra = extras[place] if extras else 0.0
        if extra:
            operators.append(move_operator(extra, points))
        if manner.underline:
            last = place == len(line.pieces) - 1 or not line.pieces[place + 1].manner.underline
            end = x + piece.width + (0.0 if last else extra)
            strokes.append(Stroke(x, end, underline_drop(pencil.size)))
        x += piece.width + extra
    if set_with is not None and set_with[2]:
        operators.append("0 Ts")
    text = line.text.rstrip(f"\n{LINE_BREAK}")
    return Ink(spoken(text, " ".join(operators)), tuple(glyphs), tuple(strokes))


def _setting(
    before: tuple[Style, float, float] | None, now: tuple[Style, float, float]
) -> Iterator[str]:
    style, points, rise = now
    if before is None or before[:2] != now[:2]:
        yield f"/{style.resource} {number(points)} Tf"
    if rise != (0.0 if before is None else before[2]):
        yield f"{number(rise)} Ts"


@lru_cache(maxsize=16384)
def _word(piece: Piece, pencil: Pencil) -> _Word:
    manner = piece.manner
    style = pencil.style(manner)
    file = pencil.face.file(bold=style.bold, italic=style.italic)
    glyphs = shape(piece.text, file).glyphs
    made = glyph_operators(glyphs, open_font(file), pencil.points(manner), pencil.rise(manner))
    return _Word(made, glyphs)


def _way(tab: Piece, at: float, pencil: Pencil, points: float) -> tuple[str, tuple[Glyph, ...]]:
    """Return the operators of a tab from ``at`` points of its line, and the glyphs of its dots.

    Dots stand on one grid in all lines, so that the leaders of a list run under each other.
    """
    if not tab.leader:
        return move_operator(tab.width, points), ()
    style = pencil.style(tab.manner)
    file = pencil.face.file(bold=style.bold, italic=style.italic)
    dot = shape(".", file)
    step = dot.width * points / 1000
    first = ceil((at + _LEADER_ENDS) / step) * step - at
    count = max(0, int((tab.width - _LEADER_ENDS - first) / step))
    dots = glyph_operators(dot.glyphs * count, open_font(file), points)
    rest = tab.width - first - count * step
    return f"{move_operator(first, points)} {dots} {move_operator(rest, points)}", dot.glyphs


UNDERLINE_WIDTH: Final = 0.6
"""Points of the line under a text."""
