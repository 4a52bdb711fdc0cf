"""The matrix of risks on paper: levels in colour, pattern and word, so that grey says it too."""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Final

from reportlab.platypus.flowables import Flowable

from ita_desktop.documents.matrix import MatrixBand, MatrixCell, MatrixChart, Square, Tint
from ita_desktop.pdf.drawn_words import show_words
from ita_desktop.pdf.matrix_setting import (
    AXIS,
    GAP,
    HEAD,
    INSET,
    LEGEND,
    LEVEL,
    ROW_GAP,
    SCORE,
    SMALL,
    STEP_ACROSS,
    STEP_UP,
    STRONG,
    WORDS,
    SetMatrix,
    set_matrix,
)
from ita_desktop.pdf.measures import Room
from ita_desktop.pdf.paper_canvas import PaperCanvas, paper_of
from ita_desktop.pdf.patterns import Place, Rgb, fill_pattern
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch

_TINTS: Final[dict[Tint, tuple[Rgb, Rgb]]] = {
    Tint.GREEN: ((0.87, 0.95, 0.89), (0.50, 0.71, 0.57)),
    Tint.LIGHT_GREEN: ((0.93, 0.97, 0.84), (0.60, 0.72, 0.40)),
    Tint.YELLOW: ((1.0, 0.96, 0.80), (0.80, 0.68, 0.28)),
    Tint.ORANGE: ((0.99, 0.89, 0.79), (0.86, 0.60, 0.36)),
    Tint.RED: ((0.98, 0.82, 0.81), (0.82, 0.45, 0.42)),
}
"""Ground and pattern of each colour."""
_NO_BAND: Final = ((1.0, 1.0, 1.0), (0.7, 0.7, 0.7))
_INK: Final = (0.15, 0.2, 0.26)
_ARROW: Final = (0.30, 0.36, 0.43)
_WHITE: Final = (1.0, 1.0, 1.0)
_LINE: Final = (0.75, 0.78, 0.82)
_ROUND: Final = 3.0
_SWATCH: Final = (24.0, 12.0)
_LEAST: Final = 0.6
"""Of a page's height: with less left the matrix begins a page."""
_REACH: Final = 5.0
"""How far an arrow comes into the cell it leads to."""
_HEAD_LONG, _HEAD_WIDE = 5.0, 1.9


class MatrixOnPaper(Flowable):
    """A matrix with its list and lines: takes what its page has left, never divided."""

    def __init__(self, chart: MatrixChart, setting: Setting, room: Room) -> None:
        super().__init__()
        self._chart = chart
        self._setting = setting
        self._room = room

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Return the width given and the height that is left, of a page nearly full a whole one."""
        self.width = aW
        self.height = aH if aH >= self._room.height * _LEAST else self._room.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw grounds, then what is read from the top down, the list, the lines under it."""
        canvas = paper_of(self.canv)
        if canvas.quiet:
            return
        made = set_matrix(self._chart, self._setting, self.width, self.height)
        _Drawing(canvas, self._chart, self._setting, made).draw()


class _Drawing:
    """One matrix being drawn."""

    def __init__(
        self, canvas: PaperCanvas, chart: MatrixChart, setting: Setting, made: SetMatrix
    ) -> None:
        self._canvas = canvas
        self._chart = chart
        self._setting = setting
        self._set = made

    def draw(self) -> None:
        for square, cell in self._cells():
            self._ground(square, cell)
        arrows = list(dict.fromkeys(self._arrows()))
        for start, end in arrows:
            self._shaft(start, end)
        self._words_of_cells()
        for start, end in arrows:
            self._arrow_head(start, end)
        self._legend()
        self._list()
        self._notes()

    def _cells(self) -> Iterator[tuple[Square, MatrixCell]]:
        for row in reversed(range(len(self._chart.rows))):
            for column in range(len(self._chart.columns)):
                yield (column, row), self._chart.cells[row][column]

    def _ground(self, square: Square, cell: MatrixCell) -> None:
        place = (*self._set.corner(square), *self._set.cell)
        self._fill(place, None if cell.band is None else self._chart.bands[cell.band])

    def _fill(self, place: Place, band: MatrixBand | None) -> None:
        """Fill an area with the colour and the pattern of a level; of none it is outlined."""
        canvas = self._canvas
        tint, ink = _NO_BAND if band is None else _TINTS[band.tint]
        canvas.setFillColorRGB(*tint)
        canvas.setStrokeColorRGB(*ink)
        canvas.setLineWidth(0.5)
        canvas.roundRect(*place, _ROUND, stroke=1, fill=1)
        if band is not None:
            outline = canvas.beginPath()
            outline.roundRect(*place, _ROUND)
            fill_pattern(canvas, place, band.hatch, ink, outline)
        canvas.setFillColorRGB(0, 0, 0)

    def _words_of_cells(self) -> None:
        """Write axis by axis: the upper title, each row from its step to its last cell, steps."""
        made, chart = self._set, self._chart
        wide, high = made.cell
        middle = made.height - line_pitch(AXIS.size) / 2
        title = Look(size=AXIS.size, bold=True)
        self._say(chart.up, title, 0.0, made.width, middle)
        for square, cell in self._cells():
            if square[0] == 0:
                _, bottom = made.corner(square)
                lines = made.rows[square[1]]
                self._show(lines, STEP_UP, 0.0, made.steps - 6.0, bottom + high / 2)
            self._cell(square, cell)
        top = made.foot - 3.0
        for column, lines in enumerate(made.columns):
            left, _ = made.corner((column, 0))
            middle = top - len(lines) * line_pitch(STEP_ACROSS.size) / 2
            self._show(lines, STEP_ACROSS, left, wide, middle)
        below = max(map(len, made.columns), default=0) * line_pitch(STEP_ACROSS.size)
        middle = top - below - line_pitch(AXIS.size) / 2
        whole = wide * len(made.columns) + GAP * (len(made.columns) - 1)
        self._say(chart.across, AXIS, made.steps, whole, middle)

    def _cell(self, square: Square, cell: MatrixCell) -> None:
        """Write level and product of a cell and draw its chips, or how many there are."""
        made, chart = self._set, self._chart
        left, bottom = made.corner(square)
        wide, high = made.cell
        middle = bottom + high - HEAD / 2 - 0.5
        band = None if cell.band is None else chart.bands[cell.band]
        tint = _NO_BAND[0] if band is None else _TINTS[band.tint][0]
        score = self._setting.lines(cell.score, wide, SCORE)
        score_wide = score[0].width
        word = self._setting.lines(chart.unknown if band is None else band.name, wide, SMALL)
        inside = left + INSET
        if len(word) == 1 and word[0].width + score_wide + 10.0 <= wide:
            self._on_tint(tint, (inside - 1.0, middle - 5.0, word[0].width + 2.0, 10.0))
            self._show(word, SMALL, inside, wide, middle)
        right = left + wide - INSET
        self._on_tint(tint, (right - score_wide - 1.0, middle - 5.0, score_wide + 2.0, 10.0))
        self._show(score, SCORE, right - score_wide, score_wide, middle)
        places = made.places[square]
        if places is None:
            self._count(cell, (left, bottom))
            return
        for chip, (x, y) in zip(cell.chips, places, strict=True):
            self._chip(chip.number, left + x, bottom + y)

    def _on_tint(self, tint: Rgb, place: Place) -> None:
        """Clear the pattern behind words."""
        self._canvas.setFillColorRGB(*tint)
        self._canvas.roundRect(*place, 2.0, stroke=0, fill=1)
        self._canvas.setFillColorRGB(0, 0, 0)

    def _chip(self, number: str, x: float, y: float) -> None:
        canvas, size = self._canvas, self._set.chip
        canvas.setFillColorRGB(*_WHITE)
        canvas.setStrokeColorRGB(*_INK)
        canvas.setLineWidth(0.7)
        canvas.circle(x, y, size / 2, stroke=1, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        self._say(number, self._set.chip_look, x - size, 2 * size, y)

    def _count(self, cell: MatrixCell, corner: tuple[float, float]) -> None:
        """Say how many risks a cell has that is too full for them."""
        canvas, (wide, high) = self._canvas, self._set.cell
        look, lines, tall = self._set.count(cell.count, self._setting)
        across = min(max(line.width for line in lines) + 12.0, wide - 2.0)
        x, y = corner[0] + wide / 2, corner[1] + (high - HEAD) / 2
        canvas.setFillColorRGB(*_WHITE)
        canvas.setStrokeColorRGB(*_INK)
        canvas.setLineWidth(0.7)
        canvas.roundRect(x - across / 2, y - tall / 2, across, tall, 6.0, stroke=1, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        self._show(lines, look, x - wide / 2, wide, y)

    def _arrows(self) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
        """Give where arrows begin and end: from a chip, or a full cell's middle, into a cell."""
        wide, high = self._set.cell
        for square, cell in self._cells():
            left, bottom = self._set.corner(square)
            places = self._set.places[square]
            middle = (wide / 2, (high - HEAD) / 2)
            for number, chip in enumerate(cell.chips):
                if chip.after is None:
                    continue
                x, y = middle if places is None else places[number]
                start = (left + x, bottom + y)
                yield start, self._entry(start, chip.after)

    def _entry(self, start: tuple[float, float], square: Square) -> tuple[float, float]:
        """Return the point just inside a cell on the way to its middle."""
        left, bottom = self._set.corner(square)
        wide, high = self._set.cell[0], self._set.cell[1] - HEAD  # the strip of words stays clear
        x, y = left + wide / 2, bottom + high / 2
        dx, dy = start[0] - x, start[1] - y
        share = min(
            (wide / 2 - _REACH) / abs(dx) if dx else 1.0,
            (high / 2 - _REACH) / abs(dy) if dy else 1.0,
            1.0,
        )
        return x + dx * share, y + dy * share

    def _shaft(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        canvas = self._canvas
        canvas.setStrokeColorRGB(*_ARROW)
        canvas.setLineWidth(0.6)
        canvas.line(*start, *end)

    def _arrow_head(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = hypot(dx, dy)
        if not length:
            return
        dx, dy = dx / length, dy / length
        back = end[0] - dx * _HEAD_LONG, end[1] - dy * _HEAD_LONG
        path = self._canvas.beginPath()
        path.moveTo(*end)
        path.lineTo(back[0] - dy * _HEAD_WIDE, back[1] + dx * _HEAD_WIDE)
        path.lineTo(back[0] + dy * _HEAD_WIDE, back[1] - dx * _HEAD_WIDE)
        path.close()
        self._canvas.setFillColorRGB(*_ARROW)
        self._canvas.drawPath(path, stroke=0, fill=1)
        self._canvas.setFillColorRGB(0, 0, 0)

    def _legend(self) -> None:
        """Show what each level looks like, with its limits, under the matrix."""
        made = self._set
        under = len(made.notes) * line_pitch(SMALL.size) + (6.0 if made.notes else 0.0)
        middle = under + LEGEND / 2
        shown = [
            (band, self._setting.lines(f"{band.name} {band.limits}", made.width, WORDS))
            for band in self._chart.bands
        ]
        whole = sum(_SWATCH[0] + 5.0 + lines[0].width for _, lines in shown)
        right = made.list_left - 16.0
        gap = min(18.0, max(4.0, (right - made.steps - whole) / max(1, len(shown) - 1)))
        x = made.steps
        for band, lines in shown:
            self._fill((x, middle - _SWATCH[1] / 2, *_SWATCH), band)
            x += _SWATCH[0] + 5.0
            self._show(lines, WORDS, x, made.width, middle)
            x += lines[0].width + gap

    def _list(self) -> None:
        """Write the highest risks beside the matrix, each over a thin line."""
        made = self._set
        top = made.height - line_pitch(STRONG.size)
        self._say(
            self._chart.highest_title,
            STRONG,
            made.list_left,
            made.list_width,
            top + line_pitch(STRONG.size) / 2,
        )
        top -= 4.0
        right = made.list_left + made.list_width
        for risk in made.risks:
            self._canvas.setStrokeColorRGB(*_LINE)
            self._canvas.setLineWidth(0.5)
            self._canvas.line(made.list_left, top, right, top)
            first = top - ROW_GAP / 2
            x = made.list_left
            parts = (
                (risk.number, STRONG, x, made.number_width),
                (risk.words, WORDS, x + made.number_width, made.width),
                (risk.level, LEVEL, right - made.level_width, made.level_width),
            )
            for lines, look, left, wide in parts:
                middle = first - len(lines) * line_pitch(look.size) / 2
                self._show(lines, look, left, wide, middle)
            top -= risk.height

    def _notes(self) -> None:
        made = self._set
        middle = len(made.notes) * line_pitch(SMALL.size) / 2
        self._show(made.notes, SMALL, 0.0, made.width, middle)

    def _say(self, text: str, look: Look, left: float, width: float, middle: float) -> None:
        self._show(self._setting.lines(text, 10_000.0, look), look, left, width, middle)

    def _show(
        self, lines: Sequence[Line], look: Look, left: float, width: float, middle: float
    ) -> None:
        show_words(self._canvas, lines, look, left, width, middle)
