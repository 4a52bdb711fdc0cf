"""What the window shows without a file: begin one, open one, or look at the sample."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.criteria import shipped_years
from ita_desktop.domain.office import Office
from ita_desktop.errors import ClerkError
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.elided import ElidedButton
from ita_desktop.ui.widgets.office_form import OfficeForm
from ita_desktop.workflows.criteria.in_force import present_year

_NARROW = 840


class StartPage(QWidget):
    """Three ways to begin; nothing is written before the clerk chose one."""

    new_requested = Signal(Office, int)
    open_requested = Signal()
    sample_requested = Signal()
    file_chosen = Signal(Path)
    help_requested = Signal()

    def __init__(self, recent: tuple[Path, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.form = OfficeForm(whole=False)
        self._year = QComboBox()
        for year in reversed(shipped_years()):
            self._year.addItem(wording.figure(year), year)
        self._year.setCurrentIndex(self._year.findData(present_year()))
        self.form.add_row("ปีงบประมาณที่เริ่มบันทึก", self._year)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.form.name.textEdited.connect(self._error.hide)
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        columns.setSpacing(14)
        columns.addWidget(self._new_card(), 3)
        columns.addLayout(self._other_ways(recent), 2)
        inner = QWidget()
        inner.setObjectName("ground")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(48, 28, 48, 28)
        rows.setSpacing(6)
        rows.addWidget(label("ยินดีต้อนรับสู่ ITA Desktop", "pageTitle"))
        words = (
            "บันทึกคะแนน ITA ดูผลวิเคราะห์ และออกเอกสารตามแบบราชการ ข้อมูลอยู่ในเครื่องนี้เท่านั้น ไม่ต้องต่ออินเทอร์เน็ต"
        )
        rows.addWidget(label(words, "quiet", wrap=True))
        rows.addSpacing(12)
        rows.addLayout(columns)
        rows.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields bring themselves into view
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the ways to begin stand under each other."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < _NARROW
        self._columns.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def say(self, refusal: str) -> None:
        """Show why a file could not be made."""
        self._error.setText(refusal)
        self._error.show()

    def _new_card(self) -> Card:
        card = Card("เริ่มไฟล์ของหน่วยงาน")
        words = "กรอกเท่าที่ทราบ แก้ไขภายหลังได้ ชื่อหน่วยงานจำเป็นต้องกรอก"
        card.body.addWidget(label(words, "quiet", wrap=True))
        card.body.addWidget(self.form)
        card.body.addWidget(self._error)
        begin = QPushButton("เลือกที่เก็บไฟล์แล้วเริ่มบันทึก")
        begin.setObjectName("main")
        begin.setIcon(icon("file-plus-2", "on_accent"))
        begin.clicked.connect(self._begin)
        card.body.addSpacing(6)
        card.body.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _other_ways(self, recent: tuple[Path, ...]) -> QVBoxLayout:
        ways = QVBoxLayout()
        ways.setSpacing(14)
        opening = Card("เปิดไฟล์ที่มีอยู่")
        choose = QPushButton("เลือกไฟล์ .ita")
        choose.setIcon(icon("folder-open"))
        choose.clicked.connect(self.open_requested)
        opening.body.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        for path in recent:
            button = ElidedButton(f"{path.stem}  —  {path.parent}")
            button.setObjectName("link")
            button.clicked.connect(lambda _checked=False, path=path: self.file_chosen.emit(path))
            opening.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        sample = Card("ลองใช้กับเทศบาลตัวอย่าง")
        words = "ข้อมูลสมมุติสามปีงบประมาณ ลองแก้ ลองพิมพ์ได้เต็มที่ ไม่กระทบข้อมูลของท่าน"
        sample.body.addWidget(label(words, "quiet", wrap=True))
        look = QPushButton("เปิดเทศบาลตัวอย่าง")
        look.setIcon(icon("building-2"))
        look.clicked.connect(self.sample_requested)
        sample.body.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        helping = Card("คู่มือการใช้งาน")
        words = "วิธีใช้ทีละขั้นพร้อมภาพ กด F1 ได้จากทุกหน้า"
        helping.body.addWidget(label(words, "quiet", wrap=True))
        read = QPushButton("เปิดคู่มือ")
        read.setIcon(icon("file-text"))
        read.clicked.connect(lambda _on=False: self.help_requested.emit())
        helping.body.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        for way in (opening, sample, helping):
            ways.addWidget(way)
        ways.addStretch()
        return ways

    def _begin(self) -> None:
        try:
            office = self.form.office()
        except ClerkError as refusal:
            self.say(str(refusal))
            self.form.name.setFocus()
            return
        self._error.hide()
        self.new_requested.emit(office, self._year.currentData())
