"""The keyboard on the matrix: from cell to cell, and the chosen risk with it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeyEvent

from ita_desktop.thai.digits import to_arabic_digits

if TYPE_CHECKING:
    from ita_desktop.ui.risks.matrix.board import Board

_STEPS: Final = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
_ENDS: Final = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEXT: Final = {"]": 1, "ล": 1, "[": -1, "บ": -1}
"""The two keys of the brackets, in either keyboard layout."""
_FAR: Final = 99
_TYPING_MS: Final = 1500
"""Digits typed within this time are one number."""


class Keys:
    """What each key does; digits that follow each other are a risk's number."""

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._typed = ""
        self._since = QElapsedTimer()

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it is none of the matrix's."""
        mods = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        carries = bool(
            mods & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        )
        digit = to_arabic_digits(event.text())
        if not carries and digit.isascii() and digit.isdecimal():
            self._number(digit)
            return True
        self._typed = ""
        key = Qt.Key(event.key())
        if key in _STEPS:
            return self._step(*_STEPS[key], carries=carries)
        if key in _ENTER:
            return self._enter(carries=carries)
        return not carries and self._plain(key, event.text())

    def _plain(self, key: Qt.Key, text: str) -> bool:
        """Do what a key asks for that is pressed alone."""
        if key in _ENDS:
            return self._step(0, _FAR * _ENDS[key], carries=False)
        if key == Qt.Key.Key_Space:
            return self._filter()
        if key == Qt.Key.Key_Escape:
            return self._escape()
        return text in _NEXT and self._cycle(_NEXT[text])

    def _step(self, up: int, right: int, *, carries: bool) -> bool:
        board = self._board
        if board.shape is None or board.current is None:
            return True
        if not carries:
            board.set_current(board.shape.beside(board.current, up, right))
            return True
        seat = None if board.chosen is None else board.seats.get(board.chosen)
        if seat is not None:
            goal = board.current if seat.cell is None else board.shape.beside(seat.cell, up, right)
            board.move_risk(seat.risk, goal)
        return True

    def _enter(self, *, carries: bool) -> bool:
        """Filter by the cell, or list it; with Ctrl the chosen risk comes into it."""
        board = self._board
        if board.current is None:
            return True
        if carries:
            if board.chosen is not None:
                board.move_risk(board.chosen, board.current)
        elif board.content(board.current).too_full:
            board.list_wanted.emit()
        else:
            board.choose_cell(board.current)
        return True

    def _filter(self) -> bool:
        if self._board.current is not None:
            self._board.choose_cell(self._board.current)
        return True

    def _escape(self) -> bool:
        board = self._board
        if board.lifting.risk is not None:
            board.lifting.let_go()
            return True
        if board.cell is not None:
            board.choose_cell(None)
            return True
        return False

    def _cycle(self, by: int) -> bool:
        board = self._board
        risks = board.content(board.current).risks if board.current is not None else ()
        if risks:
            if board.chosen in risks:
                place = (risks.index(board.chosen) + by) % len(risks)
            else:
                place = 0 if by > 0 else -1
            board.choose_risk(risks[place])
        return True

    def _number(self, digit: str) -> None:
        if self._since.isValid() and self._since.elapsed() > _TYPING_MS:
            self._typed = ""
        self._since.start()
        numbers = {seat.number: seat.risk for seat in self._board.seats.values()}
        for typed in (self._typed + digit, digit):
            self._typed = typed
            if int(typed) in numbers:
                self._board.choose_risk(numbers[int(typed)])
                return
