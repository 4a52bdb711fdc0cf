"""The line above a table: choices, which a button shows where there is no room for them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget


class FoldedChoices(QWidget):
    """Choices and what takes them back at the left, buttons at the right."""

    all_wanted = Signal()
    """Nothing is to be left out any more."""

    def __init__(
        self,
        boxes: Sequence[QComboBox],
        hint: str,
        widths: tuple[int, int],
        last: Sequence[QWidget],
        beside: Sequence[QWidget] = (),
    ) -> None:
        """``hint`` says what the button shows; ``widths``: pixels of a box in one line and in two.

        ``last`` stand at the end of the line, ``beside`` right after the choices.
        """
        super().__init__()
        self._boxes, self._widths = tuple(boxes), widths
        self._wide, self._fitted, self._can_clear = True, False, False
        self.open = QPushButton("กรอง")
        self.open.setCheckable(True)
        self.open.setToolTip(f"{hint} (Ctrl+Shift+L)")
        self.open.setShortcut("Ctrl+Shift+L")
        self.open.toggled.connect(self._fold)
        self.clear = QPushButton("ล้าง")
        self.clear.setObjectName("link")
        self.clear.setToolTip("แสดงทั้งหมด (Esc)")
        self.clear.setAccessibleName("แสดงทั้งหมด")
        self.clear.clicked.connect(lambda _on=False: self.all_wanted.emit())
        self._choices = QWidget()
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for box in self._boxes:
            choices.addWidget(box)
        choices.addStretch()
        self._line = row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.open, self._choices, *beside, self.clear):
            row.addWidget(widget)
        row.addStretch()
        for widget in last:
            row.addWidget(widget)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._lines.addLayout(row)
        self._fold()

    def add_first(self, button: QPushButton) -> None:
        """Put a button at the beginning of the line."""
        self._line.insertWidget(0, button)

    def offer_clear(self, *, on: bool) -> None:
        """Offer to take the choices back, or not."""
        self._can_clear = on
        self._fold()

    def fit(self, *, wide: bool) -> bool:
        """Put the choices into a line of their own where one is not enough.

        True where the boxes have another width by that: their words are to be cut anew.
        """
        if wide is self._wide and self._fitted:
            return False
        self._wide, self._fitted = wide, True
        for box in self._boxes:
            box.setMaximumWidth(self._widths[0 if wide else 1])
        if wide:
            self._line.insertWidget(self._line.indexOf(self.open) + 1, self._choices)
        else:
            self._lines.addWidget(self._choices)
        self._fold()
        return True

    def _fold(self) -> None:
        self.open.setVisible(not self._wide)
        self._choices.setVisible(self._wide or self.open.isChecked())
        self.clear.setVisible(self._can_clear)
