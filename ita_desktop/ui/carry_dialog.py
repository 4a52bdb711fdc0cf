"""What comes along and what stays, shown before it is done: measures, risks, a plan's projects."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.pressing import pressed_by


class CarryDialog(QDialog):
    """Lists every row with what becomes of it; which rows, and the deed, is the subject's own."""

    carried = Signal(str, int)
    """What was done, as a sentence, and the year it was carried into; of a plan, its number."""

    def __init__(
        self, table: QWidget, about: str, ticks: Sequence[QCheckBox], parent: QWidget | None
    ) -> None:
        """``table``: what comes, row by row; ``ticks``: what else comes along by the same deed."""
        super().__init__(parent)
        self.summary = label("", "cardTitle", wrap=True)
        self._list = table
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.go = QPushButton()
        self.go.setObjectName("main")
        self.away = QPushButton("ยกเลิก")
        self.away.clicked.connect(self.reject)
        self._ticks = tuple(ticks)
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (self.go, self.away):
            button.setAutoDefault(False)
            foot.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(self.summary)
        outer.addWidget(label(about, "quiet", wrap=True))
        outer.addWidget(table, 1)
        for tick in ticks:
            outer.addWidget(tick)
        outer.addWidget(self.error)
        outer.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: the usual button is not meant then."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def _take_size(self, size: QSize, below: QWidget | None) -> None:
        """Be as large as wished, or as the window below allows."""
        self.resize(fitting(below, size))

    def _offer(self, count: int, goal: str) -> None:
        """Say how much would be carried where; Enter does it, or leaves where there is nothing."""
        self.go.setText(wording.shown(f"ยก {count} รายการไป{goal}"))
        self.go.setVisible(count > 0)
        self.away.setText("ยกเลิก" if count else "ปิด")
        (self.go if count and self.go.isEnabled() else self.away).setDefault(True)

    def _cannot(self, goal: str, refusal: ClerkError | MachineError) -> None:
        """Say why nothing can be carried there; only leaving is left."""
        self.summary.setText(wording.shown(f"ยังยกไป{goal}ไม่ได้"))
        for widget in (self._list, *self._ticks, self.go):
            widget.hide()
        self.away.setText("ปิด")
        self._refuse(refusal)

    def _refuse(self, refusal: ClerkError | MachineError) -> None:
        note_machine_error(refusal)
        self.error.setText(wording.shown(str(refusal)))
        self.error.show()
