"""The risks that have no place in the matrix yet: chips to be dragged into it."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.risks.matrix.board import Board
from ita_desktop.ui.risks.matrix.carrying import Carrying
from ita_desktop.ui.risks.matrix.drawing import draw_chip
from ita_desktop.ui.risks.matrix.said import chip_words
from ita_desktop.ui.risks.matrix.seating import Chip
from ita_desktop.ui.risks.matrix.seats import Seat
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.ui.wording import shown

_SIZE: Final = 26
_GAP: Final = 6
_HEIGHT: Final = 38
_AIR: Final = 6
_WIDE: Final = 9
_THREE_DIGITS: Final = 100


class Unplaced(QWidget):
    """One line: how many, their chips, and a button-like end where they are more than fit."""

    risk_chosen = Signal(int)
    list_wanted = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__()
        self._board = board
        self.seats: tuple[Seat, ...] = ()
        self.chips: tuple[Chip, ...] = ()
        self.rest = QRectF()
        """Where it says how many more there are; empty where all are seen."""
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        Carrying(self, board, self._risk_at)

    def show_seats(self, seats: tuple[Seat, ...]) -> None:
        """Show risks without a place; without any it is not seen."""
        self.seats = seats
        self._words = shown(f"ยังไม่มีตำแหน่ง {len(seats)} รายการ")
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(
            "ลูกศรเลือกความเสี่ยง Enter แสดงรายการ แล้วกด Ctrl+Enter ในเมทริกซ์เพื่อวางในช่อง"
        )
        self._lay_out()
        self.setVisible(bool(seats))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            risk, register = self._risk_at(event.pos()), self._board.register
            seat = next((one for one in self.seats if one.risk == risk), None)
            words = chip_words(register, seat) if seat and register else ""
            QToolTip.showText(event.globalPos(), tool_tip(words) if words else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        risk = self._risk_at(event.position().toPoint())
        if risk is not None:
            self.risk_chosen.emit(risk)
        elif self.rest.contains(event.position()):
            self.list_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        risks = [seat.risk for seat in self.seats]
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and risks:
            self.list_wanted.emit()
        elif step is not None and risks:
            at = risks.index(self._board.chosen) if self._board.chosen in risks else -step
            self.risk_chosen.emit(risks[max(0, min(at + step, len(risks) - 1))])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.color("quiet"))
        painter.drawText(QRectF(self.rect()).adjusted(_AIR, -2, 0, 2), _LEFT, self._words)
        if not self.rest.isEmpty():
            painter.setPen(theme.color("accent"))
            painter.drawText(self.rest.adjusted(0, -2, 0, 2), _LEFT, self._rest_words())
        for chip in self.chips:
            draw_chip(painter, chip, chosen=chip.risk == self._board.chosen)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("accent"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(theme.font(theme.SMALL_PX))
        left = _AIR + metrics.horizontalAdvance(self._words) + 2 * _AIR
        chips: list[Chip] = []
        end = self.width() - _AIR
        more = metrics.horizontalAdvance(shown(f"อีก {len(self.seats)} รายการ ▾")) + _GAP
        widths = [_SIZE + (_WIDE if seat.number >= _THREE_DIGITS else 0) for seat in self.seats]
        all_fit = left + sum(widths) + _GAP * len(widths) <= end
        for seat, wide in zip(self.seats, widths, strict=True):
            if left + wide > (end if all_fit else end - more):
                break
            box = QRectF(left, (_HEIGHT - _SIZE) / 2, wide, _SIZE)
            chips.append(Chip(seat.risk, seat.number, box))
            left += wide + _GAP
        self.chips = tuple(chips)
        hidden = len(self.seats) - len(chips)
        self.rest = QRectF(left, 0, more, _HEIGHT) if hidden else QRectF()

    def _rest_words(self) -> str:
        return shown(f"อีก {len(self.seats) - len(self.chips)} รายการ ▾")

    def _risk_at(self, where: QPoint) -> int | None:
        found = (chip.risk for chip in self.chips if chip.box.contains(where.toPointF()))
        return next(found, None)


_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
