"""Texts of a document set in lines: what every part of the page is measured with."""

from dataclasses import dataclass, replace

from ita_desktop.documents.model import Align, Cell, Digits, Number
from ita_desktop.documents.text import plain
from ita_desktop.pdf.figures import figure_text
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.lines import Line, break_lines
from ita_desktop.typesetting.metrics import BODY_SIZE


@dataclass(frozen=True, slots=True)
class Look:
    """How a text stands: its place in the line, weight and official size."""

    align: Align = Align.LEFT
    bold: bool = False
    size: float = BODY_SIZE
    first_indent: float = 0.0
    """Points by which the first line of a paragraph is moved in."""

    def without_indent(self) -> "Look":
        """Return the look of a paragraph's continuation."""
        return replace(self, first_indent=0.0)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all texts of one document are set with."""

    face: Typeface
    digits: Digits
    own_words: frozenset[str] = frozenset()

    def lines(self, text: str, width: float, look: Look) -> tuple[Line, ...]:
        """Return the text broken into lines of ``width`` points."""
        return break_lines(
            text,
            width,
            self.face,
            bold=look.bold,
            size=look.size,
            own_words=self.own_words,
            first_indent=look.first_indent,
        )

    def cell_text(self, cell: Cell) -> str:
        """Return what a cell prints: its text, or its figure in the digits of the paper."""
        if isinstance(cell.content, Number):
            return figure_text(cell.content, self.digits)
        return plain(cell.content)
