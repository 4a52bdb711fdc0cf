"""What a picture of the help is: its name, what brings the window there, what is marked in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from installer.help_stage import Stage

Side = Literal["left", "right", "above", "below", "middle", "corner", "end"]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a widget: a rectangle in the widget's own logical pixels (a cell, a tab)."""

    widget: QWidget
    rect: QRect

    def on_screen(self) -> QRect:
        """Return it in logical pixels of the screen."""
        return QRect(self.widget.mapToGlobal(self.rect.topLeft()), self.rect.size())


Spot = QWidget | Area


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered round on a spot; the marks of a shot are numbered from 1 in their order.

    ``side``: where its middle is: on the middle of that edge of the spot ("left", "right", "above",
    "below"), on its upper left "corner", on its upper right "end", or in its "middle".
    ``shift``: logical pixels from there, to the right and down.
    ``framed``: a thin line in the accent colour around the spot.
    """

    spot: Spot
    side: Side = "left"
    shift: tuple[int, int] = (0, 0)
    framed: bool = False


@dataclass(frozen=True, slots=True)
class Shot:
    """What is grabbed: the smallest rectangle around ``around``, and so many pixels more.

    Around a dialog that is its bar with the title, too.
    """

    around: Sequence[Spot]
    marks: Sequence[Mark] = ()
    margin: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture as data and a small function.

    ``name`` is the file name without ending and begins with the page ("scores-table"); ``play``
    brings the stage to a state and returns what is grabbed. ``file``: with which file the window is
    opened: the sample municipality, an empty file of an office, or none (the start page).
    ``size``: the window in logical pixels; a picture wider than 860 of them is made smaller.
    """

    name: str
    play: Callable[["Stage"], Shot]
    file: Literal["sample", "empty", "none"] = "sample"
    size: tuple[int, int] = (1366, 768)


def on_screen(spot: Spot) -> QRect:
    """Return where a spot is, in logical pixels of the screen."""
    if isinstance(spot, Area):
        return spot.on_screen()
    return QRect(spot.mapToGlobal(spot.rect().topLeft()), spot.size())
