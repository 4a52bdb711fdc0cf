"""A Thai paragraph for ReportLab's Platypus, with wrap, split and draw of its own."""

from typing import Final

from reportlab.platypus.flowables import Flowable

from ita_desktop.pdf.paper_canvas import Landmark, paper_of
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
        landmark: Landmark | None = None,
    ) -> None:
        """``page_height``: points an empty page has for text; ``before``, ``after``: space."""
        super().__init__()
        self.lines: Final = lines
        self._look = look
        self._page_height = page_height
        self._landmark = landmark
        self.spaceBefore = before
        self.spaceAfter = after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height of the lines."""
        self.width = aW
        self.height = len(self.lines) * line_pitch(self._look.size)
        return self.width, self.height

    def split(self, aW: float, aH: float, /) -> list[Flowable]:  # noqa: ARG002, N803
        """Return the part for ``aH`` points and the rest; empty where it should move on whole."""
        total = len(self.lines)
        fitting = int((aH + _ROUNDING) / line_pitch(self._look.size))
        if fitting >= total:
            return [self]
        together = min(fitting, total - _TOGETHER)
        if together >= _TOGETHER:
            fitting = together
        elif aH < self._page_height - _ROUNDING:
            return []
        return list(self.divided(fitting)) if fitting >= 1 else []

    def divided(self, lines: int) -> tuple["ThaiParagraph", "ThaiParagraph"]:
        """Return the paragraph up to that many lines, and its rest."""
        return (
            ThaiParagraph(
                self.lines[:lines],
                self._look,
                self._page_height,
                before=self.spaceBefore,
                landmark=self._landmark,
            ),
            ThaiParagraph(self.lines[lines:], self._look, self._page_height, after=self.spaceAfter),
        )

    def with_end_apart(self) -> tuple["ThaiParagraph", ...]:
        """Return the paragraph, a longer one as its beginning and its last two lines."""
        total = len(self.lines)
        return self.divided(total - _TOGETHER) if total >= 2 * _TOGETHER else (self,)

    def draw(self) -> None:
        """Draw the lines."""
        canvas = paper_of(self.canv)
        if self._landmark is not None:
            canvas.note(self._landmark)
        for placed in place_lines(self.lines, self._look, 0.0, self.width, 0.0):
            canvas.show_line(placed, 0.0, self.height)
