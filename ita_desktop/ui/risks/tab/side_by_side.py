"""Register and matrix beside each other, or in turns where the window is narrow."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

_NARROW: Final = 1090
"""Pixels of a page where register and matrix do not stand beside each other."""
_ROOMY: Final = 1200
"""Pixels where the register does not need more than its part."""
_EDGES: Final = 46
"""Pixels of a page that are neither the one's nor the other's."""


class SideBySide(QSplitter):
    """Both, or one of them and a button that turns to the other."""

    turned = Signal()
    """The other one is seen now; the keyboard was in the one that went."""

    def __init__(self, register: QWidget, matrix: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._register, self._matrix = register, matrix
        self._wide: bool | None = None
        self.turn = QPushButton()
        """Stands above, wherever the page has its buttons."""
        self.turn.setCheckable(True)
        self.turn.setToolTip("สลับระหว่างทะเบียนกับเมทริกซ์ (Ctrl+M)")
        self.turn.toggled.connect(self._turned)
        self.setHandleWidth(14)
        self.setChildrenCollapsible(False)
        for place, part in enumerate((register, matrix)):
            self.addWidget(part)
            self.setStretchFactor(place, 1)

    def fit(self, width: int) -> None:
        """Take a page of so many pixels."""
        wide = width >= _NARROW
        if wide is self._wide:
            return
        self._wide = wide
        self.turn.setVisible(not wide)
        self._take_turns()
        if wide:
            room = width - _EDGES
            part = 58 if room >= _ROOMY else 64
            self.setSizes([room * part // 100, room * (100 - part) // 100])

    def show_register(self) -> None:
        """Turn to the register."""
        self.turn.setChecked(False)

    def _take_turns(self) -> None:
        matrix = self.turn.isChecked()
        self.turn.setText("ดูทะเบียน" if matrix else "ดูเมทริกซ์")
        self.turn.setShortcut("Ctrl+M")  # other words take it away
        self._register.setVisible(bool(self._wide) or not matrix)
        self._matrix.setVisible(bool(self._wide) or matrix)

    def _turned(self) -> None:
        """Turn to the other one; the keyboard goes along."""
        page = self.parentWidget() or self
        here = page.isAncestorOf(self.window().focusWidget() or self.window())
        self._take_turns()
        if here:
            self.turned.emit()
