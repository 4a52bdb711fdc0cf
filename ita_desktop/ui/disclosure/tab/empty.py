"""What stands in the place of the table while nothing is said of the year's items."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.beginning_page import BeginningPage

_FOR: Final = (
    "ปี {year} ต้องเปิดเผยข้อมูล {items} ข้อ ที่นี่คือรายการตรวจ:"
    " ใครรับผิดชอบ เผยแพร่ที่หน้าใด ครบหรือยัง และมีผลต่อคะแนนเท่าใด"
)
_CARRY: Final = (
    "ยกหน่วยงานรับผิดชอบและที่อยู่หน้าเว็บไซต์จากปี {year} ไปยังข้อที่สืบต่อกันได้ทันที แล้วแก้เฉพาะที่เปลี่ยน หรือกรอกเอง"
)
_BEGIN: Final = "กรอกในตารางได้ทันที หรือนำเข้าตารางหน้าที่ที่มีอยู่ใน Excel โปรแกรมแสดงให้ตรวจก่อนเสมอ"
_NONE: Final = (
    "เกณฑ์ของปี {year} ยังไม่มีรายการ OIT เลือกปีอื่นที่ด้านบน"
    " หรือนำเข้าเกณฑ์ของปีนี้จากเมนู › เกณฑ์ประเมินของปีนี้ › นำเข้าจากไฟล์…"
)


class EmptyPage(BeginningPage):
    """Says what the page is for, and has buttons that start it."""

    start_requested = Signal()
    import_requested = Signal()
    carry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("รายการ OIT ของปีนี้", 720, parent)
        self.carry = QPushButton("ยกจากปีก่อน…")
        self.carry.setToolTip("หน่วยงานรับผิดชอบและที่อยู่หน้าเว็บไซต์ของปีก่อน ตามการสืบต่อของรหัสข้อ")
        self.bring = QPushButton("นำเข้าจาก Excel…")
        self.bring.setToolTip("ตารางหน่วยงานที่รับผิดชอบข้อมูล OIT โปรแกรมแสดงให้ตรวจก่อนนำเข้า")
        self.start = QPushButton("กรอกในตาราง")
        for place, (button, wish) in enumerate(
            (
                (self.carry, self.carry_requested),
                (self.start, self.start_requested),
                (self.bring, self.import_requested),
            )
        ):
            button.clicked.connect(lambda _on=False, wish=wish: wish.emit())
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
            self._buttons.insertWidget(place, button)
        for before, after in pairwise((self.carry, self.start, self.bring)):
            QWidget.setTabOrder(before, after)

    @property
    def first(self) -> QWidget:
        """What is to be pressed first."""
        if self.start.isHidden():
            return self
        return self.start if self.carry.isHidden() else self.carry

    def show_year(self, year: int, items: int, carry_from: int | None, *, writable: bool) -> None:
        """Say how to begin with so many items; ``carry_from``: the year that has units."""
        there = items > 0
        words = _FOR if there else _NONE
        self._for.setText(wording.shown(words.format(year=year, items=items)))
        how = _BEGIN if carry_from is None else _CARRY.format(year=carry_from)
        self._how.setText(wording.shown(how) if there else "")
        self.carry.setVisible(there and carry_from is not None)
        self.start.setVisible(there)
        self.bring.setVisible(there and writable)
        if carry_from is not None:
            self.carry.setText(wording.shown(f"ยกจากปี {carry_from}…"))
        for button in (self.carry, self.start):
            button.setObjectName("main" if button is self.first else "")
            button.style().unpolish(button)
            button.style().polish(button)
