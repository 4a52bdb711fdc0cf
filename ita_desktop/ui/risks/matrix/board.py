"""The cells with their chips: painted piece by piece, moved with mouse and keys."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ita_desktop.domain.risks import Register
from ita_desktop.ui.risks.matrix import said
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.axes import left_room
from ita_desktop.ui.risks.matrix.drawing import (
    draw_arrows,
    draw_chip,
    draw_count,
    draw_edge,
    draw_head,
)
from ita_desktop.ui.risks.matrix.ground import Ground
from ita_desktop.ui.risks.matrix.keys import Keys
from ita_desktop.ui.risks.matrix.lifting import Lifting
from ita_desktop.ui.risks.matrix.pointed import words_at
from ita_desktop.ui.risks.matrix.pointer import Pointer
from ita_desktop.ui.risks.matrix.seating import (
    EMPTY,
    Content,
    Line,
    lines_of,
    seating_of,
)
from ita_desktop.ui.risks.matrix.seats import Cell, Seat, seats_of
from ita_desktop.ui.risks.matrix.shape import FOOT_LOW, GAP, Shape, foot_of, shape_of
from ita_desktop.ui.widgets.tool_tip import tool_tip

_LEAST_WIDTH: Final = 352
_LEAST_ROW: Final = 28
"""Pixels of a row in which a chip still has its place; where there is less the card scrolls."""
_USUAL: Final = QSize(520, 470)
_AIR: Final = 6
"""Pixels by which halos, shadows and heads of arrows go beyond what is measured."""


class Board(QWidget):
    """Knows the register it shows and writes nothing: what is wished is told by signals."""

    moved = Signal(int, int, int)
    """A risk is to get this likelihood and this impact."""
    cell_chosen = Signal(int, int)
    cells_left = Signal()
    """No cell is chosen any more."""
    risk_chosen = Signal(int)
    list_wanted = Signal()
    """The risks of the current cell are to be listed."""
    sight_wanted = Signal(QRect)
    """This part is to be in sight: the keyboard went there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.register: Register | None = None
        self.arrows = Arrows.NONE
        self.shape: Shape | None = None
        self.seats: dict[int, Seat] = {}
        self.seating: Mapping[Cell, Content] = {}
        self.lines: tuple[Line, ...] = ()
        self.cell: Cell | None = None
        """The chosen cell; None where all are."""
        self.current: Cell | None = None
        """The cell with the keyboard."""
        self.chosen: int | None = None
        """The chosen risk."""
        self.lifting = Lifting(self)
        self._ground = Ground()
        self._pointer = Pointer(self)
        self._keys = Keys(self)

    def show_register(self, register: Register, arrows: Arrows) -> None:
        """Show the risks of a year; what did not change is not drawn again."""
        old = self.register
        self.register, self.arrows = register, arrows
        self.setAccessibleName(said.matrix_name(register, arrows))
        self.seats = {seat.risk: seat for seat in seats_of(register, arrows)}
        if self.chosen not in self.seats:
            self.chosen = None
        if self.lifting.risk not in self.seats:
            self.lifting.let_go()
        if old is None or old.method != register.method:
            self.updateGeometry()
            self._lay_out()
        else:
            self._seat()
        self._say()

    def show_chosen(self, risk: int | None) -> None:
        """Give the halo to a risk; the cell with the keyboard becomes its."""
        if risk == self.chosen:
            return
        self.update_risk(self.chosen)
        self.chosen = risk if risk in self.seats else None
        self.update_risk(self.chosen)
        seat = self.seats.get(risk) if risk is not None else None
        if seat is not None and seat.cell is not None:
            self.set_current(seat.cell)

    def set_current(self, cell: Cell) -> None:
        """Give a cell the keyboard."""
        for one in (self.current, cell):
            self.update_cell(one)
        self.current = cell
        if self.shape is not None:
            self.sight_wanted.emit(self.shape.box(cell))
        self._say()

    def choose_cell(self, cell: Cell | None) -> None:
        """Choose a cell, or all again; the one that is chosen already is left."""
        for one in (self.cell, cell):
            self.update_cell(one)
        self.cell = None if cell == self.cell else cell
        self._say()
        if self.cell is None:
            self.cells_left.emit()
        else:
            self.cell_chosen.emit(*self.cell)

    def choose_risk(self, risk: int) -> None:
        """Choose a risk and tell so."""
        self.show_chosen(risk)
        self.risk_chosen.emit(risk)

    def move_risk(self, risk: int, cell: Cell) -> None:
        """Ask for a risk to be put in a cell, and choose it; nothing where it is there."""
        seat = self.seats.get(risk)
        if seat is not None and seat.cell != cell:
            if risk != self.chosen:
                self.choose_risk(risk)  # the register stands where it is moved
            self.set_current(cell)
            self.moved.emit(risk, *cell)

    def content(self, cell: Cell) -> Content:
        """Return what stands in a cell."""
        return self.seating.get(cell, EMPTY)

    def sizeHint(self) -> QSize:
        return _USUAL

    def minimumSizeHint(self) -> QSize:
        rows = 5 if self.register is None else len(self.register.method.likelihood)
        return QSize(_LEAST_WIDTH, rows * (_LEAST_ROW + GAP) + FOOT_LOW)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = words_at(self, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tool_tip(words) if words else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.lifting.let_go()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.register is None or not self._keys.take(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current is None and self.shape is not None:
            full = (cell for cell in self.shape.cells if cell in self.seating)
            self.current = next(full, self.shape.cells[0])
        self.update_cell(self.current)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update_cell(self.current)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.register is None or self.shape is None:
            return
        region = event.region()
        painter = QPainter(self)
        ground = self._ground.of(self.register.method, self.shape, self.size(), self)
        painter.drawPixmap(0, 0, ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = tuple(one for one in self.lines if region.intersects(_room_of(one)))
        draw_arrows(painter, lines, self.chosen)
        for cell in self.shape.cells:
            box = self.shape.box(cell)
            if region.intersects(box):
                self._paint_cell(painter, cell, box)
        self.lifting.paint(painter)

    def _paint_cell(self, painter: QPainter, cell: Cell, box: QRect) -> None:
        content, register = self.content(cell), self.register
        if content.head and register is not None:
            draw_head(painter, box, register.method, cell)
        if content.too_full:
            draw_count(painter, box, content, chosen=self.chosen in content.risks)
        for chip in content.chips:
            if chip.ghost or chip.risk != self.lifting.risk:
                chosen = chip.risk == self.chosen and not chip.ghost
                draw_chip(painter, chip, chosen=chosen)
        if cell == self.cell:
            draw_edge(painter, box, "ink", 2.0)
        if cell == self.lifting.target:
            draw_edge(painter, box, "accent", 3.0)
        elif cell == self.current and self.hasFocus():
            inside = box.adjusted(3, 3, -3, -3) if cell == self.cell else box
            draw_edge(painter, inside, "accent", 2.0)

    def _lay_out(self) -> None:
        """Measure all anew: another size or another method."""
        if self.register is None:
            return
        self.lifting.let_go()
        method = self.register.method
        left = left_room(method, self.width(), foot_of(self.height()))
        self.shape = shape_of(method, self.width(), self.height(), left)
        known = set(self.shape.cells)
        self.current = self.current if self.current in known else None
        if self.cell is not None and self.cell not in known:
            self.cell = None
            self.cells_left.emit()
        self._seat()
        self.update()

    def _seat(self) -> None:
        """Give every risk its chip; only cells and arrows that changed are drawn again."""
        if self.shape is None:
            return
        old, old_lines = self.seating, self.lines
        seats = tuple(self.seats.values())
        self.seating = seating_of(seats, self.shape)
        self.lines = lines_of(seats, self.seating, self.shape)
        changed = QRegion()
        for cell in self.shape.cells:
            if old.get(cell, EMPTY) != self.content(cell):
                changed += _wider(self.shape.box(cell))
        before, now = ({line.risk: line for line in some} for some in (old_lines, self.lines))
        for risk in before.keys() | now.keys():
            if before.get(risk) != now.get(risk):
                for line in filter(None, (before.get(risk), now.get(risk))):
                    changed += _room_of(line)
        self.update(changed)

    def update_cell(self, cell: Cell | None) -> None:
        """Draw a cell anew."""
        if cell is not None and self.shape is not None and cell in self.shape.cells:
            self.update(_wider(self.shape.box(cell)))

    def update_risk(self, risk: int | None) -> None:
        """Draw the cell of a risk and its arrow anew."""
        seat = None if risk is None else self.seats.get(risk)
        if seat is not None:
            self.update_cell(seat.cell)
            for line in self.lines:
                if line.risk == risk:
                    self.update(_room_of(line))

    def _say(self) -> None:
        """Tell a screen reader of the current cell."""
        if self.register is None or self.current is None:
            return
        words = said.current_words(
            self.register,
            self.current,
            self.content(self.current),
            self.seats,
            chosen=self.current == self.cell,
        )
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)  # Qt tells of it
            if self.hasFocus() and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _wider(box: QRect) -> QRect:
    return box.adjusted(-2, -2, 2, 2)


def _room_of(line: Line) -> QRect:
    box = QRectF(line.begin, line.end).normalized().toAlignedRect()
    return box.adjusted(-_AIR, -_AIR, _AIR, _AIR)
