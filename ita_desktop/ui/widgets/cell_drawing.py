"""What cells of all our tables share: ground, the line under it, the frame of the focus."""

from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from ita_desktop.ui import theme


def box_of(option: QStyleOptionViewItem) -> QRect:
    """Return where a cell is to be drawn."""
    box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
    return box


@contextmanager
def drawn_in(painter: QPainter, box: QRect, ground: QColor) -> Generator[None]:
    """Draw a cell's ground and the line under it; the block draws what stands on it.

    The painter is given back as it was, whatever the block does: one that is not ends the process.
    """
    painter.save()
    try:
        painter.setClipRect(box)
        painter.fillRect(box, ground)
        painter.setPen(theme.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        yield
    finally:
        painter.restore()


def draw_focus(painter: QPainter, box: QRect, view: QAbstractItemView, *, current: bool) -> None:
    """Draw the frame of the current cell while its table has the keyboard."""
    if current and view.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)  # what was drawn before may have left its own
        painter.setPen(theme.color("accent"))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.drawRect(box.adjusted(1, 1, -2, -2))
