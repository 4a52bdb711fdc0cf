"""Lines of Thai text: broken between words, measured, with their exact source text."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Final

from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.metrics import BODY_SIZE
from ita_desktop.typesetting.overlong import slices
from ita_desktop.typesetting.pieces import (
    AT_WORDS,
    Manner,
    Opportunities,
    Piece,
    Ruler,
    Unit,
    ruler,
    unit,
    units_of,
)
from ita_desktop.typesetting.tabs import TabStop, next_stop, way_to

LINE_BREAK: Final = "\u2028"
"""Ends a line within a paragraph; a newline ends the paragraph."""

Manners = tuple[tuple[int, Manner], ...]
"""Offsets of a text, rising from 0, from where a manner holds; empty: all of it is plain."""

_ROUNDING = 1e-6
_LOOSEST = 0.4
"""Letters of the line's own mean width that the place between two words opens at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A set line. The texts of all lines joined are the source, newlines and spaces included."""

    text: str
    pieces: tuple[Piece, ...]
    """What is drawn, without the space that hangs at the end."""
    width: float
    """Points from the first drawn piece to the end of the last."""
    final: bool
    """Ends its paragraph or stands before a line break: never spread when justified."""
    gaps: tuple[int, ...] = ()
    """How much of a justified line's spare space the place after each piece takes."""
    indent: float = 0.0
    """Points by which its beginning is moved in."""

    @property
    def words(self) -> tuple[str, ...]:
        """Return the texts of the drawn pieces."""
        return tuple(piece.text for piece in self.pieces)

    def spread(self, room: float) -> tuple[float, ...]:
        """Return the points to add after each piece so that the line fills ``room`` points.

        Nothing is added inside a word or before a tab. A line with no place to open stays as it is,
        and so does one that lacks too much for the places it has (before a long name or address):
        holes between its words would be uglier than its end.
        """
        gaps = self.gaps[:-1]
        whole = sum(gaps)
        slack = room - self.indent - self.width
        if self.final or not whole or not 0 < slack <= whole * self._loosest:
            return ()
        return (*(slack * gap / whole for gap in gaps), 0.0)

    @property
    def _loosest(self) -> float:
        """Return the points that the place between two words may open."""
        drawn = [piece for piece in self.pieces if piece.text != "\t"]
        letters = sum(len(piece.text) for piece in drawn)
        return _LOOSEST * sum(piece.width for piece in drawn) / letters if letters else 0.0


@dataclass(frozen=True, slots=True)
class Measure:
    """What a paragraph is set in: points of width, moved in, and where its tabs lead."""

    width: float
    first_indent: float = 0.0
    """Of the first line of each paragraph."""
    indent: float = 0.0
    """Of the other lines."""
    stops: tuple[TabStop, ...] = ()


def break_lines(  # noqa: PLR0913 - a measure has that many sides, all but two with a default
    text: str,
    width: float | Measure,
    face: Typeface,
    *,
    bold: bool = False,
    size: float = BODY_SIZE,
    own_words: frozenset[str] = frozenset(),
    opportunities: Opportunities = AT_WORDS,
    manners: Manners = (),
) -> tuple[Line, ...]:
    """Return the text set in lines of ``width`` points at an official size; at least one line.

    A newline always ends a line. Words stay whole; a word wider than a whole line is cut between
    letters with their marks. Lines of the same text and measure are the same objects: remembered.
    """
    measure = width if isinstance(width, Measure) else Measure(width)
    with_ruler = ruler(face, size, bold=bold)
    return _set(text, measure, with_ruler, own_words, opportunities, manners)


@lru_cache(maxsize=4096)
def _set(
    text: str,
    measure: Measure,
    with_ruler: Ruler,
    own_words: frozenset[str],
    opportunities: Opportunities,
    manners: Manners,
) -> tuple[Line, ...]:
    lines: list[Line] = []
    place = 0
    for paragraph in text.split("\n"):
        begins = True
        for stretch in paragraph.split(LINE_BREAK):
            here = _manners_of(manners, place, len(stretch))
            units = units_of(stretch, with_ruler, own_words, opportunities, here)
            indent = measure.first_indent if begins else measure.indent
            lines += _lines_of(units, indent, measure, with_ruler)
            place += len(stretch) + 1
            ended = replace(lines[-1], text=lines[-1].text + text[place - 1 : place], final=True)
            lines[-1] = ended
            begins = False
    return tuple(lines)


def _manners_of(manners: Manners, start: int, length: int) -> Manners:
    """Return the manners of a stretch, counted from its beginning; empty where it is all plain."""
    before = [manner for place, manner in manners if place <= start]
    inside = [
        (place - start, manner) for place, manner in manners if start < place < start + length
    ]
    found = (((0, before[-1]),) if before else ()) + tuple(inside)
    return found if any(manner != Manner() for _, manner in found) else ()


def _lines_of(
    units: tuple[Unit, ...], indent: float, measure: Measure, with_ruler: Ruler
) -> Iterator[Line]:
    for filled in _fill(units, indent, measure, with_ruler):
        yield _line(filled, indent)
        indent = measure.indent


def _fill(
    units: tuple[Unit, ...], indent: float, measure: Measure, with_ruler: Ruler
) -> Iterator[list[Unit]]:
    """Give line after line as its units."""
    line: list[Unit] = []
    used = 0.0
    room = measure.width - indent + _ROUNDING
    next_room = measure.width - measure.indent + _ROUNDING
    waiting = deque(units)
    while waiting:
        one = waiting.popleft()
        if one.is_tab:
            one, fits = _tab(one, used, indent, measure, waiting)
            if not fits and line:
                yield line
                line, used, room, indent = [], 0.0, next_room, measure.indent
                one, _ = _tab(one, used, indent, measure, waiting)
        if used + one.bare <= room or (one.is_tab and not line):
            line.append(one)
            used += one.width
        elif line:
            yield line
            line, used, room, indent = [], 0.0, next_room, measure.indent
            waiting.appendleft(one)
        else:
            first, *rest = _cut(one, room, next_room, with_ruler)
            line.append(first)
            used = first.width
            waiting.extendleft(reversed(rest))
    yield line


def _tab(
    tab: Unit, used: float, indent: float, measure: Measure, following: deque[Unit]
) -> tuple[Unit, bool]:
    """Return the tab as wide as its way from ``used``, and whether what it leads to has room."""
    at = indent + used
    stop = next_stop(measure.stops, at, measure.width)
    led: list[Unit] = []
    for one in following:
        if one.is_tab:
            break
        led.append(one)
    ahead = sum(one.width for one in led[:-1]) + (led[-1].bare if led else 0.0)
    way, fits = way_to(stop, at, ahead)
    (piece,) = tab.pieces
    piece = replace(piece, width=way, bare=way, leader=stop.leader)
    return Unit((piece,), (0,), way, way), fits


def _cut(one: Unit, room: float, next_room: float, with_ruler: Ruler) -> Iterator[Unit]:
    """Cut a unit wider than a line; nothing is spread inside it."""
    for piece in one.pieces:
        manner = piece.manner

        def width(part: str, manner: Manner = manner) -> float:
            return with_ruler.piece(part, manner).bare

        for part in slices(piece.text, room, next_room, width):
            yield unit((with_ruler.piece(part, manner),))


def _line(units: list[Unit], indent: float) -> Line:
    pieces = list(chain.from_iterable(one.pieces for one in units))
    gaps = list(chain.from_iterable(one.gaps for one in units))
    text = "".join([piece.text for piece in pieces])
    while pieces and not pieces[-1].leader:  # blanks at the end hang
        last = pieces[-1].without_blanks()
        if last.text:
            pieces[-1] = last
            break
        pieces.pop()
    last_tab = max((n for n, piece in enumerate(pieces) if piece.text == "\t"), default=-1)
    if last_tab >= 0:
        gaps[: last_tab + 1] = [0] * (last_tab + 1)
    width = sum([piece.width for piece in pieces])
    return Line(text, tuple(pieces), width, False, tuple(gaps[: len(pieces)]), indent)  # noqa: FBT003
