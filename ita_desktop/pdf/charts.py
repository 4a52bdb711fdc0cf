"""Charts on paper: the same figures as on the screen, readable in grey."""

from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate
from typing import Final

from reportlab.platypus.flowables import Flowable

from ita_desktop.documents.charts import Bar, BarChart, Pillar, PillarChart
from ita_desktop.documents.model import Align, Number
from ita_desktop.pdf.drawn_words import show_words
from ita_desktop.pdf.figures import figure_text
from ita_desktop.pdf.measures import Room
from ita_desktop.pdf.paper_canvas import PaperCanvas, paper_of
from ita_desktop.pdf.patterns import Place, slants
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch

_INK: Final = (0.06, 0.37, 0.48)  # the window's accent
_WEAK: Final = (0.71, 0.14, 0.09)
_PAST: Final = (0.73, 0.77, 0.82)
_TRACK: Final = (0.93, 0.95, 0.96)
_WHITE: Final = (1.0, 1.0, 1.0)
_QUIET: Final = (0.36, 0.41, 0.47)
_SMALL = 14.0  # official points of words and figures
_PITCH = line_pitch(_SMALL)
_THICK = 9.0  # points of a bar
_GAP = 8.0
_WORDS_SHARE = 0.45  # of the width, at most
_PILLARS_HIGH = 130.0
_HATCH = 3.0
_MOST_OF_A_PAGE = 0.85  # what a chart may take that is never divided
_MISSING = "–"
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class SetBars:
    """A chart measured for its page; what is left of it after each page."""

    chart: BarChart
    words: tuple[tuple[Line, ...], ...]
    figures: tuple[tuple[Line, ...], ...]
    heights: tuple[float, ...]
    left: float
    """Points from the text area's edge to where the bars begin."""
    right: float
    """And to where a bar of 100 ends."""
    page_height: float

    def part(self, bars: slice) -> "SetBars":
        """Return some of the bars, measured as they stand in the whole."""
        return replace(
            self,
            chart=replace(self.chart, bars=self.chart.bars[bars]),
            words=self.words[bars],
            figures=self.figures[bars],
            heights=self.heights[bars],
        )


def set_bars(chart: BarChart, setting: Setting, room: Room) -> SetBars:
    """Return the chart measured for the text area of a page."""
    look = Look(size=_SMALL)
    most = room.width * _WORDS_SHARE
    words = tuple(setting.lines(bar.words, most, look) for bar in chart.bars)
    widest = max((line.width for lines in words for line in lines), default=0.0)
    figures = tuple(_figure(bar.score, setting) for bar in chart.bars)
    wide = max((lines[0].width for lines in figures), default=0.0)
    return SetBars(
        chart=chart,
        words=words,
        figures=figures,
        heights=tuple(max(1, len(lines)) * _PITCH + 2.0 for lines in words),
        left=widest + _GAP,
        right=room.width - wide - _GAP,
        page_height=room.height,
    )


class BarsOnPaper(Flowable):
    """A bar a line, the limit dashed through all, last year as a mark.

    Divided between bars where no page has room for it with its caption and key, never else.
    """

    def __init__(self, bars: SetBars) -> None:
        super().__init__()
        self._set: Final = bars
        self.divisible: Final = sum(bars.heights) > bars.page_height * _MOST_OF_A_PAGE
        self.spaceAfter = _GAP

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height of all bars."""
        self.width = aW
        self.height = sum(self._set.heights)
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803
        """Return the bars for ``aH`` points and the rest; empty where they should move on whole."""
        heights = self._set.heights
        fitting = sum(bottom <= aH + _ROUNDING for bottom in accumulate(heights))
        if fitting == len(heights):
            return [self]
        if not fitting or not self.divisible:
            return []
        parts = (self._set.part(slice(fitting)), self._set.part(slice(fitting, None)))
        return [BarsOnPaper(part) for part in parts]

    def draw(self) -> None:
        """Draw bars, words, figures and the limit."""
        canvas = paper_of(self.canv)
        if canvas.quiet:
            return
        top = self.height
        for bar, words, figure, height in zip(
            self._set.chart.bars, self._set.words, self._set.figures, self._set.heights, strict=True
        ):
            middle = top - height / 2
            self._bar(canvas, bar, middle)
            _show(canvas, words, Align.LEFT, 0.0, self._set.left, middle)
            _show(
                canvas, figure, Align.RIGHT, self._set.right, self.width - self._set.right, middle
            )
            top -= height
        if self._set.chart.limit is not None and self._set.chart.bars:
            x = self._at(self._set.chart.limit)
            _dashed(canvas, (x, 0.0), (x, self.height))

    def _bar(self, canvas: PaperCanvas, bar: Bar, middle: float) -> None:
        bottom = middle - _THICK / 2
        whole = (self._set.left, bottom, self._set.right - self._set.left, _THICK)
        _filled(canvas, whole, _TRACK)
        if bar.score is not None:
            area = (self._set.left, bottom, self._at(bar.score) - self._set.left, _THICK)
            if bar.weak:
                _hatched(canvas, area, _WEAK)
            else:
                _filled(canvas, area, _INK)
        if bar.before is not None:
            x = self._at(bar.before)
            for color, wide in ((_WHITE, 3.4), (_QUIET, 1.4)):  # seen on the bar too
                canvas.setStrokeColorRGB(*color)
                canvas.setLineWidth(wide)
                canvas.line(x, bottom - 2, x, bottom + _THICK + 2)

    def _at(self, score: Decimal) -> float:
        share = min(max(float(score), 0.0), 100.0) / 100
        return self._set.left + (self._set.right - self._set.left) * share


class PillarsOnPaper(Flowable):
    """A column a year with its figure above and its words below; never divided."""

    def __init__(self, chart: PillarChart, setting: Setting, room: Room) -> None:
        super().__init__()
        self._chart = chart
        self._step = room.width / max(1, len(chart.pillars))
        look = Look(align=Align.CENTER, size=_SMALL)
        strong = Look(align=Align.CENTER, size=_SMALL, bold=True)
        self._figures = [
            _figure(pillar.score, setting) if pillar.score is not None else ()
            for pillar in chart.pillars
        ]
        self._words = [
            setting.lines(pillar.words, self._step, strong if pillar.current else look)
            for pillar in chart.pillars
        ]
        self._below = [setting.lines(pillar.below, self._step, look) for pillar in chart.pillars]
        lines = zip(self._words, self._below, strict=True)
        self._foot = max((len(one) + len(two) for one, two in lines), default=0) * _PITCH
        self.spaceAfter = _GAP

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height of columns and words."""
        self.width = aW
        self.height = self._foot + _PILLARS_HIGH + _PITCH
        return self.width, self.height

    def draw(self) -> None:
        """Draw columns, figures, words, the ground line and the limit."""
        canvas = paper_of(self.canv)
        if canvas.quiet:
            return
        for place, pillar in enumerate(self._chart.pillars):
            self._pillar(canvas, place, pillar)
        canvas.setStrokeColorRGB(*_QUIET)
        canvas.setLineWidth(0.6)
        canvas.line(0, self._foot, self.width, self._foot)
        if self._chart.limit is not None and self._chart.pillars:
            y = self._foot + self._high(self._chart.limit)
            _dashed(canvas, (0.0, y), (self.width, y))
        for place, pillar in enumerate(self._chart.pillars):
            self._above(canvas, place, pillar)

    def _above(self, canvas: PaperCanvas, place: int, pillar: Pillar) -> None:
        """Write the figure over its column, on white: the limit may run there."""
        if pillar.score is None:
            return
        left, lines = place * self._step, self._figures[place]
        wide = max(line.width for line in lines) + _GAP
        bottom = self._foot + self._high(pillar.score) + 2
        ground = (left + (self._step - wide) / 2, bottom, wide, _PITCH - 4)
        _filled(canvas, ground, _WHITE)
        _show(canvas, lines, Align.CENTER, left, self._step, bottom + _PITCH / 2 - 2)

    def _pillar(self, canvas: PaperCanvas, place: int, pillar: Pillar) -> None:
        left = place * self._step
        if pillar.score is not None:
            thick = min(44.0, self._step * 0.5)
            high = self._high(pillar.score)
            area = (left + (self._step - thick) / 2, self._foot, thick, high)
            _filled(canvas, area, _INK if pillar.current else _PAST)
        top = self._foot
        for lines, bold in ((self._words[place], pillar.current), (self._below[place], False)):
            height = len(lines) * _PITCH
            _show(canvas, lines, Align.CENTER, left, self._step, top - height / 2, bold=bold)
            top -= height

    def _high(self, score: Decimal) -> float:
        floor = self._chart.floor
        return _PILLARS_HIGH * (min(max(float(score), floor), 100.0) - floor) / (100 - floor)


def _figure(score: Decimal | None, setting: Setting) -> tuple[Line, ...]:
    shown = _MISSING if score is None else figure_text(Number(score), setting.digits)
    return setting.lines(shown, 100.0, Look(bold=True, size=_SMALL))


def _show(
    canvas: PaperCanvas,
    lines: tuple[Line, ...],
    align: Align,
    left: float,
    width: float,
    middle: float,
    *,
    bold: bool | None = None,
) -> None:
    """Draw lines with their middle at a height; figures are bold, other words as told."""
    heavy = bold if bold is not None else align is not Align.LEFT
    show_words(canvas, lines, Look(align=align, size=_SMALL, bold=heavy), left, width, middle)


def _filled(canvas: PaperCanvas, place: Place, color: tuple[float, float, float]) -> None:
    canvas.setFillColorRGB(*color)
    canvas.rect(*place, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 0)


def _hatched(canvas: PaperCanvas, place: Place, color: tuple[float, float, float]) -> None:
    """Fill an area with slanted lines: it is told from the others in grey too."""
    canvas.saveState()
    canvas.setStrokeColorRGB(*color)
    canvas.setLineWidth(0.8)
    canvas.rect(*place, stroke=1, fill=0)
    outline = canvas.beginPath()
    outline.rect(*place)
    canvas.clipPath(outline, stroke=0, fill=0)
    canvas.lines(list(slants(*place, _HATCH)))
    canvas.restoreState()


def _dashed(canvas: PaperCanvas, begin: tuple[float, float], end: tuple[float, float]) -> None:
    canvas.saveState()
    canvas.setStrokeColorRGB(*_WEAK)
    canvas.setLineWidth(1.0)
    canvas.setDash(4, 3)
    canvas.line(*begin, *end)
    canvas.restoreState()
