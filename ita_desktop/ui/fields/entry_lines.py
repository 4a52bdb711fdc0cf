"""Lines of a list: the level that each has, and the room before it for its mark."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextDocument,
    QTextFormat,
)

from ita_desktop.ui import theme

_LEVEL: Final = QTextFormat.Property.UserProperty + 2
STEP: Final = 16
"""Pixels that the marks of a level stand further in than those of the level over it."""
_GAP: Final = 2
"""Pixels between two entries."""
_WIDEST: Final = ("(๑๐) ", "๑๐.๑๐ ", "๑๐.๑.๑๐ ")


def lines_of(document: QTextDocument) -> Iterable[QTextBlock]:
    """Give the lines of a list, from the first."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def level_of(block: QTextBlock) -> int:
    """Return the level of a line, 1 where none was given."""
    return block.blockFormat().intProperty(_LEVEL) or 1


def format_of(level: int) -> QTextBlockFormat:
    """Return what is merged into a line to give it a level; nothing else of it changes."""
    made = QTextBlockFormat()
    made.setProperty(_LEVEL, level)
    return made


def dressed(level: int, margin: float) -> QTextBlockFormat:
    """Return what is merged into a line to give it a level and the room that ``margin`` says."""
    made = format_of(level)
    made.setLeftMargin(margin)
    made.setBottomMargin(_GAP)
    return made


def is_dressed(block: QTextBlock, level: int, margin: float) -> bool:
    """Say whether a line has a level and its room already."""
    form = block.blockFormat()
    there = form.leftMargin() == margin and form.bottomMargin() == _GAP
    return there and level_of(block) == level


def margin_of(level: int) -> float:
    """Return the pixels before the text of a level: as far as its widest mark."""
    width = QFontMetricsF(theme.font()).horizontalAdvance(_WIDEST[level - 1])
    return STEP * (level - 1) + round(width)
