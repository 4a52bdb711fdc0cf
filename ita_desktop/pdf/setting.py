"""Texts of a document set in lines: what every part of the page is measured with."""

from dataclasses import dataclass

from ita_desktop.documents.model import Align, Cell, Digits, Number
from ita_desktop.documents.text import Text, runs
from ita_desktop.pdf.figures import figure_text
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.lines import Line, Manners, Measure, break_lines
from ita_desktop.typesetting.metrics import BODY_SIZE
from ita_desktop.typesetting.pieces import Manner
from ita_desktop.typesetting.tabs import TabStop


@dataclass(frozen=True, slots=True)
class Look:
    """How a text stands: its place in the line, weight and official size; distances in points."""

    align: Align = Align.LEFT
    bold: bool = False
    size: float = BODY_SIZE
    first_indent: float = 0.0
    """By which the first line of a paragraph is moved in."""
    indent: float = 0.0
    """By which its other lines are."""
    stops: tuple[TabStop, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What all texts of one document are set with."""

    face: Typeface
    digits: Digits
    own_words: frozenset[str] = frozenset()

    def lines(self, text: Text, width: float, look: Look) -> tuple[Line, ...]:
        """Return the text broken into lines of ``width`` points."""
        letters, manners = _manners(text)
        return break_lines(
            letters,
            Measure(width, look.first_indent, look.indent, look.stops),
            self.face,
            bold=look.bold,
            size=look.size,
            own_words=self.own_words,
            manners=manners,
        )

    def cell_text(self, cell: Cell) -> Text:
        """Return what a cell prints: its text, or its figure in the digits of the paper."""
        if isinstance(cell.content, Number):
            return figure_text(cell.content, self.digits)
        return cell.content


def _manners(text: Text) -> tuple[str, Manners]:
    """Return the letters of a text and from where each manner holds."""
    if isinstance(text, str):
        return text, ()
    manners: list[tuple[int, Manner]] = []
    letters = ""
    for run in runs(text):
        manner = Manner(run.bold, run.italic, run.underline, run.raised)
        if run.text and (not manners or manners[-1][1] != manner):
            manners.append((len(letters), manner))
        letters += run.text
    return letters, tuple(manners)
