"""Where the pages of a paper lie on the ground, one under the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF

GAP = 16
"""Pixels between two pages, and around them."""
SMALLEST, LARGEST = 0.1, 4.0
STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Sizes to choose from; 1 is the size on paper, at 96 pixels an inch."""
_INCH = 96 / 72


class Fit(Enum):
    """A size that follows from the room there is."""

    WIDTH = "พอดีความกว้าง"
    PAGE = "พอดีหน้า"


Zoom = Fit | float


@dataclass(frozen=True, slots=True)
class Layout:
    """Pages at one size; all measures in pixels of the window."""

    pages: tuple[QRect, ...]
    size: QSize
    scale: float
    """1 is the size on paper."""

    def page_at(self, y: int) -> int:
        """Return the page at a height, or the nearest one above."""
        return max(bisect_right(self.pages, y, key=QRect.top) - 1, 0)

    def between(self, top: int, bottom: int) -> range:
        """Return the pages that show between two heights."""
        first = bisect_left(self.pages, top, key=QRect.bottom)
        return range(first, max(bisect_right(self.pages, bottom, key=QRect.top), first))

    def place_under(self, point: QPointF) -> tuple[int, QPointF]:
        """Return the page under a point of the ground, and the point as a share of the page."""
        page = self.page_at(round(point.y()))
        rect = self.pages[page]
        x = (point.x() - rect.left()) / rect.width()
        return page, QPointF(x, (point.y() - rect.top()) / rect.height())

    def point_at(self, page: int, share: QPointF) -> QPointF:
        """Return the point of the ground that is at a share of a page; ``place_under`` undone."""
        rect = self.pages[page]
        x = rect.left() + share.x() * rect.width()
        return QPointF(x, rect.top() + share.y() * rect.height())

    def box_on(self, page: int, box: QRectF, size: QSizeF) -> QRect:
        """Return where a box of a page stands on the ground; box and page in the same unit."""
        rect = self.pages[page]
        factor = rect.width() / size.width()
        corner = QPoint(round(box.left() * factor), round(box.top() * factor))
        return QRect(
            rect.topLeft() + corner,
            QSize(round(box.width() * factor), round(box.height() * factor)),
        )


def lay_out(sizes: Sequence[QSizeF], room: QSize, zoom: Zoom) -> Layout:
    """Put pages (in points) under each other, in the middle of a room of that width."""
    scale = _scale(sizes, room, zoom)
    shown = [(_pixels(size.width(), scale), _pixels(size.height(), scale)) for size in sizes]
    widest = max(width for width, _ in shown) + 2 * GAP
    breadth = max(widest, room.width())
    top = GAP
    pages: list[QRect] = []
    for width, height in shown:
        pages.append(QRect((breadth - width) // 2, top, width, height))
        top += height + GAP
    return Layout(tuple(pages), QSize(widest, top), scale)


def next_step(scale: float, step: int) -> float:
    """Return the size to choose that is next above (1) or below (-1)."""
    if step > 0:
        return next((size for size in STEPS if size > scale + 0.01), max(STEPS[-1], scale))
    return next((size for size in reversed(STEPS) if size < scale - 0.01), min(STEPS[0], scale))


def _scale(sizes: Sequence[QSizeF], room: QSize, zoom: Zoom) -> float:
    if isinstance(zoom, float):
        wanted = zoom
    else:
        wide = (room.width() - 2 * GAP) / _INCH
        high = (room.height() - 2 * GAP) / _INCH
        wanted = wide / max(size.width() for size in sizes)
        if zoom is Fit.PAGE:  # every page fits, so that none jumps while one leafs through
            wanted = min(wanted, high / max(size.height() for size in sizes))
    return min(max(wanted, SMALLEST), LARGEST)


def _pixels(points: float, scale: float) -> int:
    return max(round(points * _INCH * scale), 1)
