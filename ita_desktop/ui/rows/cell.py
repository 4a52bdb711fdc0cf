"""What a cell of a grid says."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter


@dataclass(frozen=True, slots=True)
class Cell:
    """``own`` is what the row keeps (Arabic digits, as typed), ``shown`` what is read.

    ``quiet``: not its own. ``caption`` stands small over the text. ``strong``: to be read first.
    """

    own: str = ""
    shown: str = ""
    quiet: bool = False
    caption: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class StateCell:
    """The word of a state, in its colour's role, and what is said below it.

    ``paint`` draws the word where no role of the theme says how.
    """

    word: str
    role: str
    note: str = ""
    paint: Callable[[QPainter, QRectF, str], object] | None = field(default=None, compare=False)
