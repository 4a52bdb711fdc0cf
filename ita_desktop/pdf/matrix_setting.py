"""The matrix of risks measured for its page: where cells, chips and words come to stand.

Lengths are points from the lower left corner of the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

from ita_desktop.documents.chip_places import chip_places, chip_size
from ita_desktop.documents.matrix import MatrixChart, MatrixRisk, Square
from ita_desktop.documents.model import Align
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch

WORDS: Final = Look(size=14.0)
STRONG: Final = Look(size=14.0, bold=True)
AXIS: Final = Look(size=14.0, bold=True, align=Align.CENTER)
STEP_ACROSS: Final = Look(size=13.0, align=Align.CENTER)
STEP_UP: Final = Look(size=13.0, align=Align.RIGHT)
SMALL: Final = Look(size=12.0)
SCORE: Final = Look(size=12.0, align=Align.RIGHT)
LEVEL: Final = Look(size=13.0, align=Align.RIGHT)
CHIP_GAP: Final = 2.0
GAP: Final = 2.0
"""Between cells."""
HEAD: Final = line_pitch(SMALL.size) - 2.0
"""Upper strip of a cell, with its level and its product."""
INSET: Final = 3.0
_CHIPS: Final = (15, 22)
"""Points across a chip, at least and at most."""
_LOW: Final = 12
"""Points across a chip at least where cells are too low for ``_CHIPS``."""
_CHIP_LOOKS: Final = tuple(
    Look(size=size, bold=True, align=Align.CENTER) for size in (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)
)
COUNTS: Final = _CHIP_LOOKS[:-1]
"""Of a count, the largest that its cell has room for."""
_LEFT_SHARE: Final = 0.64
_BETWEEN: Final = 16.0
_MOST_OF_STEP: Final = 72.0
_MOST_LINES: Final = 3
_ELLIPSIS: Final = "…"
LEGEND: Final = 18.0
ROW_GAP: Final = 3.0


@dataclass(frozen=True, slots=True)
class SetRisk:
    """A risk of the list beside the matrix, in lines."""

    number: tuple[Line, ...]
    words: tuple[Line, ...]
    level: tuple[Line, ...]

    @property
    def height(self) -> float:
        """Points that it takes."""
        return max(len(self.words), len(self.level), 1) * line_pitch(WORDS.size) + ROW_GAP


@dataclass(frozen=True, slots=True)
class SetMatrix:
    """All measures of a matrix on its page."""

    width: float
    height: float
    steps: float
    """From the left edge to the cells."""
    foot: float
    """From the lower edge to the cells."""
    cell: tuple[float, float]
    columns: tuple[tuple[Line, ...], ...]
    rows: tuple[tuple[Line, ...], ...]
    chip: float
    """Points across a chip."""
    chip_look: Look
    places: dict[Square, tuple[tuple[float, float], ...] | None]
    """Centres of the chips of each cell, from its lower left; None where there is no room."""
    list_left: float
    list_width: float
    risks: tuple[SetRisk, ...]
    number_width: float
    level_width: float
    notes: tuple[Line, ...]

    def count(self, words: str, setting: Setting) -> tuple[Look, tuple[Line, ...], float]:
        """Return a count in the largest size its cell has room for, in lines, and their height."""
        wide, high = self.cell
        made = [(look, setting.lines(words, wide - 2 * INSET, look)) for look in COUNTS]
        tall = [len(lines) * line_pitch(look.size) + 1.0 for look, lines in made]
        place = next((at for at, one in enumerate(tall) if one <= high - HEAD), len(made) - 1)
        return *made[place], tall[place]

    def corner(self, square: Square) -> tuple[float, float]:
        """Return the lower left corner of a cell."""
        column, row = square
        wide, high = self.cell
        return self.steps + column * (wide + GAP), self.foot + row * (high + GAP)


def set_matrix(chart: MatrixChart, setting: Setting, width: float, height: float) -> SetMatrix:
    """Return the chart measured for a width and a height.

    What is too full for its chips is told in the lines under the matrix, which takes room from it:
    measured anew until no further cell is too full.
    """
    full: frozenset[Square] = frozenset()
    while True:
        made = _measured(chart, setting, width, height, full)
        found = full | {square for square, places in made.places.items() if places is None}
        if found == full:
            return made
        full = found


def _measured(
    chart: MatrixChart, setting: Setting, width: float, height: float, full: frozenset[Square]
) -> SetMatrix:
    notes = _notes(chart, setting, width, full)
    under = len(notes) * line_pitch(SMALL.size) + (6.0 if notes else 0.0)
    left = width * _LEFT_SHARE
    rows = tuple(setting.lines(step, _MOST_OF_STEP, STEP_UP) for step in chart.rows)
    steps = max((line.width for lines in rows for line in lines), default=0.0) + 6.0
    wide = (left - steps - GAP * (len(chart.columns) - 1)) / max(1, len(chart.columns))
    columns = tuple(setting.lines(step, wide, STEP_ACROSS) for step in chart.columns)
    below = max(map(len, columns), default=0) * line_pitch(STEP_ACROSS.size)
    foot = under + LEGEND + 4.0 + line_pitch(AXIS.size) + below + 3.0
    room = height - foot - line_pitch(AXIS.size) - 2.0
    high = (room - GAP * (len(chart.rows) - 1)) / max(1, len(chart.rows))
    chip, places = _chips(chart, (wide, high), full)
    numbers = [one.number for one in chart.highest]
    number_width = max((_width(setting, n, STRONG) for n in numbers), default=0.0) + 6.0
    levels = [one.level for one in chart.highest]
    level_width = max((_width(setting, one, LEVEL) for one in levels), default=0.0) + 2.0
    list_width = width - left - _BETWEEN
    level_width = min(level_width, list_width * 0.36)
    inner = list_width - number_width - level_width - 6.0
    return SetMatrix(
        width=width,
        height=height,
        steps=steps,
        foot=foot,
        cell=(wide, high),
        columns=columns,
        rows=rows,
        chip=float(chip),
        chip_look=_chip_look(chart, setting, float(chip)),
        places=places,
        list_left=left + _BETWEEN,
        list_width=list_width,
        risks=_list(chart, setting, (inner, level_width), height - under),
        number_width=number_width,
        level_width=level_width,
        notes=notes,
    )


def _chips(
    chart: MatrixChart, cell: tuple[float, float], full: frozenset[Square]
) -> tuple[int, dict[Square, tuple[tuple[float, float], ...] | None]]:
    """Return the size of all chips, and where they stand; None in a cell that is too full."""
    wide, high = cell[0] - 2 * INSET, cell[1] - HEAD - INSET - 1.0
    counts = {
        (column, row): len(one.chips)
        for row, cells in enumerate(chart.cells)
        for column, one in enumerate(cells)
    }
    shown = [count for square, count in counts.items() if square not in full]
    least = min(_CHIPS[0], max(_LOW, floor(high)))
    chip = chip_size(shown, wide, high, CHIP_GAP, least=least, most=_CHIPS[1])
    found: dict[Square, tuple[tuple[float, float], ...] | None] = {}
    for square, count in counts.items():
        places = None if square in full else chip_places(count, wide, high, chip, CHIP_GAP)
        found[square] = (
            None if places is None else tuple((INSET + x, INSET + high - y) for x, y in places)
        )
    return chip, found


def _chip_look(chart: MatrixChart, setting: Setting, chip: float) -> Look:
    """Return the largest size at which every number fits its chip."""
    numbers = [one.number for cells in chart.cells for cell in cells for one in cell.chips]
    for look in _CHIP_LOOKS:
        widest = max((_width(setting, number, look) for number in numbers), default=0.0)
        if widest <= chip - 3.0 and line_pitch(look.size) * 0.75 <= chip:
            return look
    return _CHIP_LOOKS[-1]


def _notes(
    chart: MatrixChart, setting: Setting, width: float, full: frozenset[Square]
) -> tuple[Line, ...]:
    listed = "; ".join(chart.cells[row][column].listed for column, row in sorted(full))
    notes = [f"{chart.listed_title} {listed}"] if listed else []
    notes += chart.notes
    return tuple(line for note in notes for line in setting.lines(note, width, SMALL))


def _list(
    chart: MatrixChart, setting: Setting, widths: tuple[float, float], height: float
) -> tuple[SetRisk, ...]:
    """Return the risks in words: a line of each, then more of the first ones as there is room."""
    room = height - line_pitch(STRONG.size) - 6.0
    made = [_risk(one, setting, widths, 1) for one in chart.highest]
    while made and sum(one.height for one in made) > room:
        made.pop()
    left = room - sum(one.height for one in made)
    for most in range(2, _MOST_LINES + 1):
        for place, short in enumerate(made):
            longer = _risk(chart.highest[place], setting, widths, most)
            if longer.height - short.height <= left:
                left -= longer.height - short.height
                made[place] = longer
    return tuple(made)


def _risk(risk: MatrixRisk, setting: Setting, widths: tuple[float, float], most: int) -> SetRisk:
    return SetRisk(
        number=setting.lines(risk.number, widths[0], STRONG),
        words=shortened(risk.words, setting, widths[0], WORDS, most),
        level=setting.lines(risk.level, widths[1], LEVEL),
    )


def shortened(text: str, setting: Setting, width: float, look: Look, most: int) -> tuple[Line, ...]:
    """Return a text in at most so many lines; where it is longer it ends in "…" after a word."""
    text = " ".join(text.split())
    lines = setting.lines(text, width, look)
    if len(lines) <= most:
        return lines
    narrow = width - _width(setting, _ELLIPSIS, look)
    kept = "".join(line.text for line in setting.lines(text, narrow, look)[:most])
    return setting.lines(f"{kept.rstrip()}{_ELLIPSIS}", width, look)[:most]


def _width(setting: Setting, text: str, look: Look) -> float:
    lines: Sequence[Line] = setting.lines(text, 10_000.0, look)
    return max(line.width for line in lines)
