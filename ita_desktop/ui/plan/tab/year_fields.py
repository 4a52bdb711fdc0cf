"""First and last year of a plan, in Thai digits; the last one follows the first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.thai.fiscal import FIRST_YEAR, LAST_YEAR
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.millimetres import MillimetreBox
from ita_desktop.workflows.plans.making import MOST_YEARS


class YearFields(QWidget):
    """Says how many years they are."""

    changed = Signal()

    def __init__(self, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = MillimetreBox(FIRST_YEAR, LAST_YEAR, unit="")
        self.first.setAccessibleName("ปีงบประมาณแรกของแผน")
        self.last = MillimetreBox(FIRST_YEAR, LAST_YEAR, unit="")
        self.last.setAccessibleName("ปีงบประมาณสุดท้ายของแผน")
        self._count = label("", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, box in (("ปีแรก", self.first), ("ปีสุดท้าย", self.last)):
            box.setMinimumWidth(96)
            row.addWidget(label(words))
            row.addWidget(box)
        row.addWidget(self._count, 1)
        self.put(first, last)
        self.first.valueChanged.connect(self._say)
        self.last.valueChanged.connect(self._say)

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year, as they were typed; they may be none of a plan."""
        return self.first.value(), self.last.value()

    def put(self, first: int, last: int) -> None:
        """Show these years."""
        self.first.setValue(first)
        self.last.setValue(last)
        self._say()

    def _say(self, _value: int = 0) -> None:
        first, last = self.years
        count = last - first + 1
        fits = 1 <= count <= MOST_YEARS
        words = f"{count} ปี" if fits else f"แผนมีได้ 1 ถึง {MOST_YEARS} ปี"
        self._count.setText(wording.shown(words))
        self.changed.emit()
