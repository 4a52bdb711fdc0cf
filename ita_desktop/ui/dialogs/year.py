"""Which fiscal year to add."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.workflows.criteria.in_force import criteria_years


class YearDialog(QDialog):
    """Offers the years there are criteria for and that the file does not have."""

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("เพิ่มปีงบประมาณ")
        self.setMinimumWidth(420)
        self.years = QComboBox()
        self.years.setAccessibleName("ปีงบประมาณที่จะเพิ่ม")
        free = [year for year in criteria_years(session.file) if year not in session.years]
        for year in reversed(free):
            self.years.addItem(f"ปีงบประมาณ {wording.figure(year)}", year)
        following = self.years.findData(session.fiscal_year + 1)
        self.years.setCurrentIndex(max(following, 0))
        buttons = QDialogButtonBox()
        add = buttons.addButton("เพิ่มปี", QDialogButtonBox.ButtonRole.AcceptRole)
        add.setObjectName("main")
        add.setEnabled(bool(free))
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        words = (
            "เลือกปีที่มีชุดเกณฑ์ประเมิน คะแนนของปีก่อนหน้าจะแสดงเทียบให้"
            if free
            else "ทุกปีที่มีชุดเกณฑ์อยู่ในไฟล์แล้ว หากเป็นปีใหม่กว่านี้ กรุณานำเข้าชุดเกณฑ์ของปีนั้นก่อน"
            " (เมนู › เกณฑ์ประเมินของปีนี้ › นำเข้าจากไฟล์…)"
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(label(words, "quiet", wrap=True))
        outer.addWidget(self.years)
        self.years.setVisible(bool(free))
        outer.addWidget(buttons)

    def _take(self) -> None:
        self.chosen.emit(self.years.currentData())
        self.accept()
