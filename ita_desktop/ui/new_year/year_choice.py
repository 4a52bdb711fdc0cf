"""Which year leaves to which: years of the file beside later ones that there are criteria for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.workflows.criteria.in_force import criteria_years


class YearChoice(QWidget):
    """Two lists of years; the second has only those after the one chosen in the first."""

    changed = Signal()
    """Another year was chosen by hand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.from_years, self.to_years = QComboBox(), QComboBox()
        self.from_years.setAccessibleName("ยกจากปีงบประมาณ")
        self.to_years.setAccessibleName("ปีงบประมาณใหม่")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for words, box in (("ยกจาก", self.from_years), ("ไปเริ่ม", self.to_years)):
            caption = label(words)
            caption.setBuddy(box)
            row.addWidget(caption)
            row.addWidget(box)
        row.addStretch()
        for year in session.years:
            self.from_years.addItem(f"ปี {wording.figure(year)}", year)
        self.from_years.setCurrentIndex(self.from_years.findData(session.fiscal_year))
        self._fill_later()
        self.from_years.activated.connect(self._turn_from)
        self.to_years.activated.connect(lambda _place=0: self.changed.emit())

    @property
    def begin(self) -> int:
        """The year that is carried from."""
        return int(self.from_years.currentData() or self._session.fiscal_year)

    @property
    def years(self) -> tuple[int, int] | None:
        """The year that is carried from and the new one; None where there is none to begin."""
        later = self.to_years.currentData()
        return None if later is None else (self.begin, int(later))

    def settle(self) -> None:
        """Let nothing else be chosen: it is done."""
        for box in (self.from_years, self.to_years):
            box.setEnabled(False)

    def _turn_from(self, _place: int) -> None:
        self._fill_later()
        self.changed.emit()

    def _fill_later(self) -> None:
        """Offer the years after the chosen one that there are criteria for; the next one first."""
        begin = self.from_years.currentData()
        self.to_years.clear()
        for year in criteria_years(self._session.file):
            if begin is not None and year > begin:
                self.to_years.addItem(f"ปี {wording.figure(year)}", year)
        self.to_years.setEnabled(self.to_years.count() > 0)
