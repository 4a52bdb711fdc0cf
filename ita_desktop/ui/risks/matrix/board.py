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
    count_box,
    draw_arrows,
    draw_chip,
    draw_count,
    draw_edge,
    draw_head,
)
from ita_desktop.ui.risks.matrix.ground import Ground
from ita_desktop.ui.risks.matrix.keys import Keys
from ita_desktop.ui.risks.matrix.pointer import Pointer
from ita_desktop.ui.risks.matrix.seating import (
    EMPTY,
    MOST,
    Chip,
    Content,
    Line,
    lines_of,
    seating_of,
)
from ita_desktop.ui.risks.matrix.seats import Cell, Seat, seats_of
from ita_desktop.ui.risks.matrix.shape import Shape, shape_of
from ita_desktop.ui.widgets.tool_tip import tool_tip

_LEAST: Final = QSize(360, 320)
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
        self._lifted: tuple[int, QPointF] | None = None
        self._target: Cell | None = None
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
        if self._lifted is not None and self._lifted[0] not in self.seats:
            self.let_go()
        if old is None or old.method != register.method:
            self._lay_out()
        else:
            self._seat()
        self._say()

    def show_chosen(self, risk: int | None) -> None:
        """Give the halo to a risk; the cell with the keyboard becomes its."""
        if risk == self.chosen:
            return
        self._update_risk(self.chosen)
        self.chosen = risk if risk in self.seats else None
        self._update_risk(self.chosen)
        seat = self.seats.get(risk) if risk is not None else None
        if seat is not None and seat.cell is not None:
            self.set_current(seat.cell)

    def set_current(self, cell: Cell) -> None:
        """Give a cell the keyboard."""
        for one in (self.current, cell):
            self._update_cell(one)
        self.current = cell
        self._say()

    def choose_cell(self, cell: Cell | None) -> None:
        """Choose a cell, or all again; the one that is chosen already is left."""
        for one in (self.cell, cell):
            self._update_cell(one)
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
        """Ask for a risk to be put in a cell; nothing where it is there."""
        seat = self.seats.get(risk)
        if seat is not None and seat.cell != cell:
            self.show_chosen(risk)
            self.set_current(cell)
            self.moved.emit(risk, *cell)

    def content(self, cell: Cell) -> Content:
        """Return what stands in a cell."""
        return self.seating.get(cell, EMPTY)

    def chip_at(self, where: QPointF) -> Chip | None:
        """Return the chip at a point; ghosts are none."""
        cell = self.shape.cell_at(where) if self.shape is not None else None
        chips = () if cell is None else self.content(cell).chips
        return next((one for one in chips if not one.ghost and one.box.contains(where)), None)

    def is_count_at(self, where: QPointF) -> bool:
        """Say whether a point is on the count of a cell that is too full."""
        cell = self.shape.cell_at(where) if self.shape is not None else None
        if cell is None or self.shape is None or not self.content(cell).too_full:
            return False
        return count_box(self.shape.box(cell), self.content(cell)).contains(where)

    @property
    def lifted(self) -> int | None:
        """The risk that is being dragged."""
        return None if self._lifted is None else self._lifted[0]

    @property
    def target(self) -> Cell | None:
        """The cell that what is dragged would come to."""
        return self._target

    def lift(self, risk: int, where: QPointF) -> None:
        """Begin to drag a risk; Esc gives up."""
        if risk in self.seats:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            QToolTip.hideText()
            self._update_risk(risk)
            self._lifted = (risk, where)
            self.carry(where)

    def carry(self, where: QPointF) -> None:
        """Drag what is lifted to a point."""
        if self._lifted is None or self.shape is None:
            return
        target = self.shape.cell_at(where)
        self.update(self._lifted_room())
        self._lifted = (self._lifted[0], where)
        self.update(self._lifted_room())
        if target != self._target:
            for one in (self._target, target):
                self._update_cell(one)
            self._target = target

    def drop(self, where: QPointF) -> None:
        """Leave what is dragged at a point; beside the cells nothing is moved."""
        if self._lifted is None:
            return
        self.carry(where)
        risk, target = self._lifted[0], self._target
        self.let_go()
        if target is not None:
            self.move_risk(risk, target)

    def let_go(self) -> None:
        """Give up dragging."""
        if self._lifted is None:
            return
        self.update(self._lifted_room())
        self._update_cell(self._target)
        risk = self._lifted[0]
        self._lifted = self._target = None
        self._pointer.give_up()
        self._update_risk(risk)
        self.unsetCursor()

    def sizeHint(self) -> QSize:
        return _USUAL

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words_at(QPointF(event.pos()))
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
        self.let_go()
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
        self._update_cell(self.current)
        self._say()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_cell(self.current)

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
        self._paint_lifted(painter)

    def _paint_cell(self, painter: QPainter, cell: Cell, box: QRect) -> None:
        content, register = self.content(cell), self.register
        if content.head and register is not None:
            draw_head(painter, box, register.method, cell)
        if content.too_full:
            draw_count(painter, box, content, chosen=self.chosen in content.risks)
        for chip in content.chips:
            if chip.ghost or chip.risk != self.lifted:
                chosen = chip.risk == self.chosen and not chip.ghost
                draw_chip(painter, chip, chosen=chosen)
        if cell == self.cell:
            draw_edge(painter, box, "ink", 2.0)
        if cell == self._target:
            draw_edge(painter, box, "accent", 3.0)
        elif cell == self.current and self.hasFocus():
            inside = box.adjusted(3, 3, -3, -3) if cell == self.cell else box
            draw_edge(painter, inside, "accent", 2.0)

    def _paint_lifted(self, painter: QPainter) -> None:
        if self._lifted is not None:
            risk, where = self._lifted
            box = QRectF(0, 0, MOST + 2, MOST + 2)
            box.moveCenter(where)
            draw_chip(painter, Chip(risk, self.seats[risk].number, box), chosen=True, lifted=True)

    def _lay_out(self) -> None:
        """Measure all anew: another size or another method."""
        if self.register is None:
            return
        self.let_go()
        method = self.register.method
        self.shape = shape_of(method, self.width(), self.height(), left_room(method, self.width()))
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
        for line in (*old_lines, *self.lines):
            if (line in old_lines) != (line in self.lines):
                changed += _room_of(line)
        self.update(changed)

    def _update_cell(self, cell: Cell | None) -> None:
        if cell is not None and self.shape is not None and cell in self.shape.cells:
            self.update(_wider(self.shape.box(cell)))

    def _update_risk(self, risk: int | None) -> None:
        seat = None if risk is None else self.seats.get(risk)
        if seat is not None:
            self._update_cell(seat.cell)
            for line in self.lines:
                if line.risk == risk:
                    self.update(_room_of(line))

    def _lifted_room(self) -> QRect:
        if self._lifted is None:
            return QRect()
        side = MOST + 4 * _AIR
        room = QRect(0, 0, side, side)
        room.moveCenter(self._lifted[1].toPoint())
        return room

    def _words_at(self, where: QPointF) -> str:
        if self.register is None or self.shape is None:
            return ""
        chip, cell = self.chip_at(where), self.shape.cell_at(where)
        if chip is not None:
            return said.chip_words(self.register, self.seats[chip.risk])
        if cell is not None:
            return said.cell_words(self.register, cell, self.content(cell))
        return said.step_words(self.register.method, self.shape, where)

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
