"""A Thai paragraph for ReportLab's Platypus, with wrap, split and draw of its own."""

from reportlab.platypus.flowables import Flowable

from ita_desktop.pdf.paper_canvas import paper_of
from ita_desktop.pdf.placed import place_lines
from ita_desktop.pdf.setting import Look
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch

_ROUNDING = 1e-6
_TOGETHER = 2  # lines of a paragraph that never stand alone at the foot or head of a page


class ThaiParagraph(Flowable):
    """Lines already set, which Platypus may divide between pages."""

    def __init__(
        self,
        lines: tuple[Line, ...],
        look: Look,
        page_height: float,
        *,
        before: float = 0.0,
        after: float = 0.0,
    ) -> None:
        """``page_height``: points an empty page has for text; ``before``, ``after``: space."""
        super().__init__()
        self._lines = lines
        self._look = look
        self._page_height = page_height
        self.spaceBefore = before
        self.spaceAfter = after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height of the lines."""
        self.width = aW
        self.height = len(self._lines) * line_pitch(self._look.size)
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803
        """Return the part for ``aH`` points and the rest; empty where it should move on whole."""
        total = len(self._lines)
        fitting = int((aH + _ROUNDING) / line_pitch(self._look.size))
        if fitting >= total:
            return [self]
        if aH < self._page_height - _ROUNDING:
            fitting = min(fitting, total - _TOGETHER)
            if fitting < _TOGETHER:
                return []
        if fitting < 1:
            return []
        begun = not self._lines[fitting - 1].final
        rest_look = self._look.without_indent() if begun else self._look
        return [
            ThaiParagraph(
                self._lines[:fitting], self._look, self._page_height, before=self.spaceBefore
            ),
            ThaiParagraph(
                self._lines[fitting:], rest_look, self._page_height, after=self.spaceAfter
            ),
        ]

    def draw(self) -> None:
        """Draw the lines."""
        canvas = paper_of(self.canv)
        for placed in place_lines(self._lines, self._look, 0.0, self.width, 0.0):
            canvas.show_line(placed, 0.0, self.height)
