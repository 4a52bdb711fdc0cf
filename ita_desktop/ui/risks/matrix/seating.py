"""What stands in each cell: chips in their places, or only how many where it is too full."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF

from ita_desktop.documents.chip_places import chip_places, chip_size
from ita_desktop.ui.risks.matrix.seats import Cell, Seat, in_cells
from ita_desktop.ui.risks.matrix.shape import Shape

LEAST = 22
MOST = 28
PAD = 3
HEAD = 22
"""Height of the line with the level's word and the product."""
_GAP = 3
_INSIDE = 18
"""How far in from the edge of a cell, in pixels, its arrows are bound where it shows no chips."""
_WIDE = 9
"""How much wider a chip with three digits is."""
_THREE_DIGITS = 100


@dataclass(frozen=True, slots=True)
class Chip:
    """A risk's number where it is drawn; a ghost is where it came from."""

    risk: int
    number: int
    box: QRectF
    ghost: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A cell: its chips, or the count of those that have no room (``risks`` has them always).

    ``head``: whether there is room for the level's word and the product.
    """

    chips: tuple[Chip, ...] = ()
    risks: tuple[int, ...] = ()
    too_full: bool = False
    head: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow of a risk from its ghost (or its cell's middle) to its chip."""

    risk: int
    begin: QPointF
    end: QPointF


EMPTY = Content()


def seating_of(seats: tuple[Seat, ...], shape: Shape) -> Mapping[Cell, Content]:
    """Return what stands in each cell that has anything, all chips of one size."""
    cells = in_cells(seats)
    size = _size([len(some) for some in cells.values()], *shape.least_cell)
    ghosts = in_cells(tuple(Seat(seat.one, seat.origin) for seat in seats))
    return {
        cell: _content(shape.box(cell), cells.get(cell, ()), ghosts.get(cell, ()), size)
        for cell in cells.keys() | ghosts.keys()
    }


def _size(counts: list[int], width: int, height: int) -> int:
    """Return the size of all chips: so large that no cell loses its head or its chips by it."""
    wide, low, high = width - 2 * PAD, height - HEAD - PAD, height - 2 * PAD
    headless = [one for one in counts if chip_places(one, wide, low, LEAST, _GAP) is None]
    return min(
        chip_size(counts, wide, low, _GAP, least=LEAST, most=MOST),
        chip_size(headless, wide, high, _GAP, least=LEAST, most=MOST),
    )


def lines_of(
    seats: tuple[Seat, ...], seating: Mapping[Cell, Content], shape: Shape
) -> tuple[Line, ...]:
    """Return an arrow for each risk that came from another cell."""
    ends: dict[tuple[int, bool], QPointF] = {
        (chip.risk, chip.ghost): chip.box.center()
        for content in seating.values()
        for chip in content.chips
    }
    lines: list[Line] = []
    for seat in seats:
        if seat.origin is None or seat.cell is None:
            continue
        begin, end = QRectF(shape.box(seat.origin)), QRectF(shape.box(seat.cell))
        lines.append(
            Line(
                seat.risk,
                ends.get((seat.risk, True)) or _at_edge(begin, end.center()),
                ends.get((seat.risk, False)) or _at_edge(end, begin.center()),
            )
        )
    return tuple(lines)


def _at_edge(box: QRectF, towards: QPointF) -> QPointF:
    """Return where an arrow of a cell without its chip is bound: as if it stood at the edge."""
    way = towards - box.center()
    across = max(abs(way.x()) / (box.width() / 2), abs(way.y()) / (box.height() / 2), 1e-9)
    length = max((way.x() ** 2 + way.y() ** 2) ** 0.5, 1e-9)
    return box.center() + way * (1 / across) - way * (_INSIDE / length)


def _content(box: QRect, seats: tuple[Seat, ...], ghosts: tuple[Seat, ...], size: int) -> Content:
    """Seat chips and ghosts under the head, else without the head, else without the ghosts."""
    area = QRectF(box)
    risks = tuple(seat.risk for seat in seats)
    for some, head in (
        ([*seats, *ghosts], True),
        ([*seats, *ghosts], False),
        ([*seats], True),
        ([*seats], False),
    ):
        top = area.top() + (HEAD if head else PAD)
        height = area.bottom() - PAD - top
        wide = size + _WIDE if any(one.number >= _THREE_DIGITS for one in some) else size
        places = chip_places(len(some), area.width() - 2 * PAD, height, size, _GAP, chip_width=wide)
        if places is not None:
            return Content(
                tuple(
                    Chip(
                        seat.risk,
                        seat.number,
                        QRectF(area.left() + PAD + x - wide / 2, top + y - size / 2, wide, size),
                        ghost=place >= len(seats),
                    )
                    for place, (seat, (x, y)) in enumerate(zip(some, places, strict=True))
                ),
                risks,
                head=head,
            )
    return Content((), risks, too_full=True, head=area.height() >= HEAD + LEAST + 3 * PAD)
