"""The line above what is written: its page, papers of the plan, other work."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.choices import menu_button

_PAGE: Final = {True: "ซ่อนหน้ากระดาษ", False: "ดูหน้ากระดาษ"}


class Bar(QWidget):
    """Stands above the editor at the right end of its line."""

    page_toggled = Signal(bool)
    """The page beside it is to be seen, or not."""

    def __init__(self, papers: QMenu, work: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.turn = QPushButton("‹ รายการ")
        self.turn.setAccessibleName("กลับไปรายการหัวข้อและโครงการ")
        self.turn.setToolTip("กลับไปรายการหัวข้อและโครงการ (Ctrl+M)")
        self.turn.hide()
        row.addWidget(self.turn)
        row.addStretch()
        self.page = QPushButton(_PAGE[False])
        self.page.setCheckable(True)
        self.page.setIcon(icon("file-text"))
        self.page.setToolTip("แสดงหรือซ่อนหน้ากระดาษของส่วนที่กำลังเขียน (Ctrl+Shift+P)")
        self.page.toggled.connect(self._say_page)
        self.page.toggled.connect(self.page_toggled)
        self._say_page(self.page.isChecked())
        self.money = QPushButton("ตารางงบประมาณ")
        self.money.setIcon(icon("sheet"))
        self.money.setToolTip("งบประมาณของทุกโครงการทุกปี พร้อมยอดรวม")
        self.papers = menu_button("เอกสาร", "ดู พิมพ์ หรือบันทึกเอกสารของแผน", papers)
        self.work = menu_button("งานอื่น", "งานอื่นของแผน", work)
        for widget in (self.money, self.page, self.papers, self.work):
            row.addWidget(widget)

    def _say_page(self, seen: bool) -> None:
        self.page.setText(_PAGE[seen])
        self.page.setShortcut("Ctrl+Shift+P")  # other words take it away
