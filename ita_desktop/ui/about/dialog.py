"""The dialog: name, version, what to copy for a report, and every licence to be read."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop import __version__
from ita_desktop.fault_report import versions
from ita_desktop.ui import theme
from ita_desktop.ui.about.report import problem_report
from ita_desktop.ui.about.works import told, works
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.wrapped_table import WrappedTable

_SIZE = QSize(1320, 730)
_ICON = 64
_WHAT = "บันทึกและจัดทำเอกสาร ITA ขององค์กรปกครองส่วนท้องถิ่น"
_SAFE = "ข้อมูลอยู่ในเครื่องนี้เท่านั้น โปรแกรมไม่ต่ออินเทอร์เน็ต"
_HEADS = ["ส่วนประกอบ", "รุ่น", "สัญญาอนุญาต", "ผู้ถือสิทธิ์"]
_VERSION, _HOLDER = 1, 3
_ROOMY = 760
"""Pixels from which on the versions have a column; they always stand above the text."""
_WIDE = 1060
"""Pixels from which on the holders have one, too, and it is said where the data are."""


class AboutDialog(QDialog):
    """A work is chosen on the left, its whole licence is read on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("เกี่ยวกับโปรแกรม")
        self.works = works()
        self.copy = QPushButton("คัดลอกข้อมูลสำหรับแจ้งปัญหา")
        self.copy.setToolTip("คัดลอกรุ่นของโปรแกรมและที่อยู่ของบันทึกข้อผิดพลาด")
        self.copy.clicked.connect(self._copy)
        self.list = WrappedTable(len(self.works), _HEADS)
        self.list.setAccessibleName("ส่วนประกอบของโปรแกรมและสัญญาอนุญาต")
        self.list.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setTabChangesFocus(True)
        self._what = label("", "quiet", wrap=True)
        self.close_button = QPushButton("ปิด")
        self.close_button.clicked.connect(self.reject)
        for button in (self.copy, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._fill()
        self.resize(fitting(parent, _SIZE))
        self.list.currentCellChanged.connect(self._show)
        self.list.setCurrentCell(0, 0)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.setColumnHidden(_VERSION, self.width() < _ROOMY)
        self.list.setColumnHidden(_HOLDER, self.width() < _WIDE)
        self._what.setText(_WHAT if self.width() < _WIDE else f"{_WHAT} {_SAFE}")
        left = self.width() * 46 // 100
        self._sides.setSizes([left, self.width() - left])
        self.list.fit()

    def _fill(self) -> None:
        # versions stay in Arabic digits: they are codes, to be compared and searched for
        for row, work in enumerate(self.works):
            cells = (work.name, work.version, work.licence, work.holder)
            for column, words in enumerate(cells):
                self.list.setItem(row, column, QTableWidgetItem(words))

    def _show(self, row: int, *_before: int) -> None:
        work = self.works[row]
        self.text.setPlainText(told(work))
        self.text.setAccessibleName(f"สัญญาอนุญาตของ {work.name} อ่านอย่างเดียว")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(problem_report())
        self.copy.setText("คัดลอกแล้ว")

    def _lay_out(self) -> None:
        listed, read = Card("ส่วนประกอบของโปรแกรม"), Card("สัญญาอนุญาต")
        listed.body.addWidget(self.list, 1)
        read.body.addWidget(self.text, 1)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setHandleWidth(12)
        self._sides.setChildrenCollapsible(False)
        for side in (listed, read):
            side.setMinimumWidth(200)
            self._sides.addWidget(side)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch()
        foot.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 14, 20, 14)
        rows.setSpacing(10)
        rows.addLayout(self._head())
        rows.addWidget(self._sides, 1)
        rows.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(
            theme.program_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF())
        )
        name = label(f"ITA Desktop {__version__}", "pageTitle")
        first, system = versions()
        stands_on = label(f"{first.split(' · ', 1)[1]}\n{system}", "note")
        for words in (name, stands_on):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(name)
        titles.addWidget(self._what)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(picture)
        head.addLayout(titles, 1)
        head.addWidget(stands_on, 0, Qt.AlignmentFlag.AlignVCenter)
        return head


def show_about(parent: QWidget) -> AboutDialog:
    """Open the dialog."""
    dialog = AboutDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
