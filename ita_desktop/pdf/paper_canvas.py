"""ReportLab's canvas with the two things a paper is made of: lines of text and thin rules."""

from collections.abc import Iterable
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from ita_desktop.pdf.embedded_font import EmbeddedFont
from ita_desktop.pdf.operators import line_operators, number
from ita_desktop.pdf.placed import PlacedLine, Rule
from ita_desktop.pdf.placed_band import Shade
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.shaping import shape

RULE_WIDTH: Final = 0.5
"""Points of a table's rules."""
_GREY = 0.94  # of white; lighter is lost on the photocopier, darker eats the letters


class PaperCanvas(Canvas):
    """A canvas that draws by glyphs with the fonts of one typeface, embedded as subsets."""

    _doc: PDFDocument  # set by Canvas; fonts have no other way into the file

    # Platypus makes the canvas; all but the face is handed on as it comes.
    def __init__(self, *args: Any, face: Typeface, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self._face = face
        self._embedded: dict[bool, EmbeddedFont] = {}

    def _make_preamble(self) -> None:
        # ReportLab would begin each page with Helvetica, which is then listed as not embedded.
        self._preamble = ""

    def show_line(self, placed: PlacedLine, left: float, top: float) -> None:
        """Draw a line of a block whose top left corner is at ``left``, ``top`` of the page."""
        bold = placed.look.bold
        font = self._font(bold=bold)
        glyphs = tuple(
            glyph
            for word in placed.line.words
            for glyph in shape(word, self._face, bold=bold).glyphs
        )
        font.use(glyphs)
        operators = line_operators(
            placed.line.text.removesuffix("\n"),
            glyphs,
            font.font,
            font.resource,
            self._face.points(placed.look.size),
        )
        x, y = number(left + placed.x), number(top - placed.y)
        self.addLiteral(f"BT {x} {y} Td {operators} ET")

    def show_rules(self, rules: Iterable[Rule], left: float, top: float) -> None:
        """Draw the rules of a block whose top left corner is at ``left``, ``top`` of the page."""
        paths = (
            f"{number(left + rule.x1)} {number(top - rule.y1)} m "
            f"{number(left + rule.x2)} {number(top - rule.y2)} l"
            for rule in rules
        )
        # Squared ends, so that corners are whole.
        self.addLiteral(f"q {RULE_WIDTH} w 2 J {' '.join(paths)} S Q")

    def show_shades(self, shades: Iterable[Shade], left: float, top: float) -> None:
        """Draw the grey areas of a block whose top left corner is at ``left``, ``top``."""
        for shade in shades:
            x, y = number(left + shade.x), number(top - shade.y - shade.height)
            area = f"{x} {y} {number(shade.width)} {number(shade.height)} re f"
            self.addLiteral(f"q {_GREY} g {area} Q")

    def _font(self, *, bold: bool) -> EmbeddedFont:
        font = self._embedded.get(bold)
        if font is None:
            font = EmbeddedFont(self._face.file(bold=bold), "B" if bold else "R")
            self._embedded[bold] = font
            self._doc.delayedFonts.append(font)
        return font


def paper_of(canvas: Canvas) -> PaperCanvas:
    """Return the canvas as the paper it is; a flowable of ours is drawn on nothing else."""
    if not isinstance(canvas, PaperCanvas):
        raise TypeError(type(canvas))
    return canvas
