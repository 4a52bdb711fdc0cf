"""The block that one to three people sign."""

from itertools import accumulate

from reportlab.platypus.flowables import Flowable

from ita_desktop.documents.model import Align, Signatory, Signature
from ita_desktop.pdf.measures import MILLIMETRE, Room
from ita_desktop.pdf.paper_canvas import paper_of
from ita_desktop.pdf.placed import place_lines
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.lines import Line
from ita_desktop.typesetting.metrics import line_pitch
from ita_desktop.typesetting.tabs import TabStop

_WIDTH = 90 * MILLIMETRE  # of a column, where the page has so much
_ABOVE = line_pitch() * 1.5  # room for the hand
_MARGIN = 0.06  # of the column's width, beside dots
_CENTERED = Look(align=Align.CENTER)

_Text = tuple[tuple[Line, ...], Look]


class SignatureBlock(Flowable):
    """Signatories side by side, a third one below in the middle; never divided."""

    def __init__(self, signature: Signature, setting: Setting, room: Room) -> None:
        super().__init__()
        people = signature.signatories
        columns = min(2, len(people))
        self._column = min(_WIDTH, room.width / columns)
        self._people = [_texts(one, setting, self._column) for one in people]
        starts = range(0, len(people), 2)
        self._rows = [self._people[start : start + 2] for start in starts]
        self._heights = [max(map(_height, row)) for row in self._rows]
        self.spaceBefore = line_pitch()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803
        """Return the width given and the height of all rows."""
        self.width = aW
        self.height = sum(self._heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw each signatory's lines."""
        canvas = paper_of(self.canv)
        tops = accumulate(self._heights, initial=0.0)
        for row, top in zip(self._rows, tops, strict=False):
            for texts, left in zip(row, self._lefts(len(row)), strict=True):
                down = top + _ABOVE
                for lines, look in texts:
                    for placed in place_lines(lines, look, left, self._column, down):
                        canvas.show_line(placed, 0.0, self.height)
                    down += len(lines) * line_pitch(look.size)

    def _lefts(self, count: int) -> tuple[float, ...]:
        """Return where the columns of a row begin: one alone stands right, a third one centred."""
        if count == 2:
            gap = self.width / 2 - self._column
            return (gap / 2, self.width / 2 + gap / 2)
        if len(self._people) > 1:
            return ((self.width - self._column) / 2,)
        return (self.width - self._column,)


def _height(texts: tuple[_Text, ...]) -> float:
    return _ABOVE + sum(len(lines) * line_pitch(look.size) for lines, look in texts)


def _texts(one: Signatory, setting: Setting, width: float) -> tuple[_Text, ...]:
    dotted = Look(
        first_indent=width * _MARGIN,
        indent=width * _MARGIN,
        stops=(TabStop(width * (1 - _MARGIN), 1.0, leader=True),),
    )
    texts: list[_Text] = []
    if one.lead:
        texts.append((setting.lines(f"{one.lead}\t", width, dotted), dotted))
    if one.name:
        texts.append((setting.lines(f"({one.name})", width, _CENTERED), _CENTERED))
    else:
        texts.append((setting.lines("(\t)", width, dotted), dotted))
    if one.title:
        texts.append((setting.lines(one.title, width, _CENTERED), _CENTERED))
    return tuple(texts)
