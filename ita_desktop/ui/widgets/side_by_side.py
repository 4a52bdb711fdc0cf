"""A table and what stands beside it, or in turns where the window is narrow."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

_NARROW: Final = 1090
"""Pixels of a page where both do not stand beside each other."""
_ROOMY: Final = 1200
"""Pixels where the table does not need more than its part."""
_EDGES: Final = 46
"""Pixels of a page that are neither the one's nor the other's."""
_PARTS: Final = (58, 64)


class SideBySide(QSplitter):
    """Both, or one of them and a button that turns to the other."""

    turned = Signal()
    """The other one is seen now; the keyboard was in the one that went."""

    def __init__(
        self,
        table: QWidget,
        beside: QWidget,
        names: tuple[str, str],
        parts: tuple[int, int] = _PARTS,
        narrow: int = _NARROW,
        parent: QWidget | None = None,
    ) -> None:
        """``names`` of both, as the button says them.

        ``parts``: hundredths of the width that the table has on a roomy page, and on another.
        ``narrow``: pixels of a page under which they take turns.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._table, self._beside = table, beside
        self._names, self._parts, self._narrow = names, parts, narrow
        self._wide: bool | None = None
        self.turn = QPushButton()
        """Stands above, wherever the page has its buttons."""
        self.turn.setCheckable(True)
        self.turn.setToolTip(f"สลับระหว่าง{names[0]}กับ{names[1]} (Ctrl+M)")
        self.turn.toggled.connect(self._turned)
        self.setHandleWidth(14)
        self.setChildrenCollapsible(False)
        for place, part in enumerate((table, beside)):
            self.addWidget(part)
            self.setStretchFactor(place, 1)

    def fit(self, width: int) -> None:
        """Take a page of so many pixels."""
        wide = width >= self._narrow
        if wide is self._wide:
            return
        self._wide = wide
        self.turn.setVisible(not wide)
        self._take_turns()
        if wide:
            room = width - _EDGES
            part = self._parts[0 if room >= _ROOMY else 1]
            self.setSizes([room * part // 100, room * (100 - part) // 100])

    def show_table(self) -> None:
        """Turn to the table."""
        self.turn.setChecked(False)

    def show_beside(self) -> None:
        """Turn to what stands beside the table."""
        self.turn.setChecked(not self._wide)

    def _take_turns(self) -> None:
        beside = self.turn.isChecked()
        self.turn.setText(f"ดู{self._names[0 if beside else 1]}")
        self.turn.setShortcut("Ctrl+M")  # other words take it away
        self._table.setVisible(bool(self._wide) or not beside)
        self._beside.setVisible(bool(self._wide) or beside)

    def _turned(self) -> None:
        """Turn to the other one; the keyboard goes along."""
        page = self.parentWidget() or self
        here = page.isAncestorOf(self.window().focusWidget() or self.window())
        self._take_turns()
        if here:
            self.turned.emit()
