"""ReportLab's canvas with the two things a paper is made of: lines of text and thin rules."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.pdf.embedded_font import EmbeddedFont
from ita_desktop.pdf.ink import UNDERLINE_WIDTH, Pencil, Style, ink
from ita_desktop.pdf.operators import number
from ita_desktop.pdf.placed import PlacedLine, Rule
from ita_desktop.pdf.placed_band import Shade
from ita_desktop.typesetting.faces import Typeface

RULE_WIDTH: Final = 0.5
"""Points of a table's rules."""
_GREY = 0.94  # of white; lighter is lost on the photocopier, darker eats the letters


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading that contents and bookmarks lead to; ``number`` counts them from 0."""

    number: int
    words: str
    level: int
    """1 for the outermost."""

    @property
    def key(self) -> str:
        """Return its name as the aim of a link."""
        return f"h{self.number}"


class PaperCanvas(Canvas):
    """A canvas that draws by glyphs with the fonts of one typeface, embedded as subsets.

    A quiet one draws nothing: it is for finding out on which page everything comes to stand.
    """

    _doc: PDFDocument  # set by Canvas; fonts have no other way into the file

    # Platypus makes the canvas; all but the face is handed on as it comes.
    def __init__(
        self,
        *args: Any,  # noqa: ANN401
        face: Typeface,
        met: Callable[[Landmark], None] | None = None,
        quiet: bool = False,
        **options: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(*args, **options)
        self._face = face
        self._met = met
        self._depth = 0
        self.quiet = quiet
        self._embedded: dict[Style, EmbeddedFont] = {}

    def _make_preamble(self) -> None:
        # ReportLab would begin each page with Helvetica, which is then listed as not embedded.
        self._preamble = ""

    def note(self, landmark: Landmark) -> None:
        """Tell that a heading stands on this page; it becomes a bookmark."""
        if self._met is not None:
            self._met(landmark)
        if self.quiet:
            return
        self.bookmarkPage(landmark.key)
        self._depth = min(landmark.level, self._depth + 1)  # no level may be left out on the way in
        self.addOutlineEntry(landmark.words, landmark.key, self._depth - 1)

    def show_line(self, placed: PlacedLine, left: float, top: float) -> None:
        """Draw a line of a block whose top left corner is at ``left``, ``top`` of the page."""
        if self.quiet:
            return
        pencil = Pencil(self._face, placed.look.size, placed.look.bold)
        drawn = ink(placed.line, pencil, placed.room)
        for style, glyphs in drawn.glyphs:
            self._font(style).use(glyphs)
        x, y = left + placed.x, top - placed.y
        self.addLiteral(f"BT {number(x)} {number(y)} Td {drawn.operators} ET")
        for stroke in drawn.strokes:
            start, end, height = (number(v) for v in (x + stroke.x1, x + stroke.x2, y - stroke.y))
            self.addLiteral(f"q {UNDERLINE_WIDTH} w {start} {height} m {end} {height} l S Q")

    def show_rules(self, rules: Iterable[Rule], left: float, top: float) -> None:
        """Draw the rules of a block whose top left corner is at ``left``, ``top`` of the page."""
        if self.quiet:
            return
        paths = (
            f"{number(left + rule.x1)} {number(top - rule.y1)} m "
            f"{number(left + rule.x2)} {number(top - rule.y2)} l"
            for rule in rules
        )
        # Squared ends, so that corners are whole.
        self.addLiteral(f"q {RULE_WIDTH} w 2 J {' '.join(paths)} S Q")

    def show_shades(self, shades: Iterable[Shade], left: float, top: float) -> None:
        """Draw the areas of a block whose top left corner is at ``left``, ``top``."""
        for shade in () if self.quiet else shades:
            x, y = number(left + shade.x), number(top - shade.y - shade.height)
            area = f"{x} {y} {number(shade.width)} {number(shade.height)} re f"
            self.addLiteral(f"q {_ink(shade)} {area} Q")

    def _font(self, style: Style) -> EmbeddedFont:
        font = self._embedded.get(style)
        if font is None:
            file = self._face.file(bold=style.bold, italic=style.italic)
            font = EmbeddedFont(file, style.resource)
            self._embedded[style] = font
            self._doc.delayedFonts.append(font)
        return font


def _ink(shade: Shade) -> str:
    """Return the operator that takes the colour of an area."""
    if shade.ground is None:
        return f"{_GREY} g"
    parts = (int(shade.ground.rgb[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return f"{' '.join(map(number, parts))} rg"


def paper_of(canvas: Canvas) -> PaperCanvas:
    """Return the canvas as the paper it is; a flowable of ours is drawn on nothing else."""
    if not isinstance(canvas, PaperCanvas):
        raise TypeError(type(canvas))
    return canvas
