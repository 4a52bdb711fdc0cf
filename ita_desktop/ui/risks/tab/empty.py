"""What stands in the place of the register while there is no risk."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.beginning_page import BeginningPage

_NO_BREAK = "\u00a0"
_FOR = (
    "ที่นี่คือความเสี่ยงการทุจริตของปี{items}: กระบวนงานที่อาจเกิดการทุจริต เหตุการณ์และระดับของความเสี่ยง"
    " มาตรการควบคุม และผลที่ทำในรอบ 6 และ 12 เดือน"
)
_CARRY = "เริ่มจากความเสี่ยงของปีก่อนได้ทันที แล้วแก้เฉพาะที่เปลี่ยน หรือ"
_HOW = "{carry}พิมพ์กระบวนงานแรกแล้วกด Enter หรือนำเข้าตารางที่มีอยู่ โปรแกรมแสดงให้ตรวจก่อนเสมอ\n{method}"
_METHOD = "ปีนี้ใช้เกณฑ์ “{name}” เปลี่ยนได้จนกว่าจะให้ระดับความเสี่ยงข้อแรก"


class EmptyPage(BeginningPage):
    """Says what the page is for, and has buttons that start it."""

    new_requested = Signal()
    import_requested = Signal()
    carry_requested = Signal()
    method_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ยังไม่มีความเสี่ยงในปีนี้", 720, parent)
        self.start = QPushButton("เพิ่มกระบวนงานแรก")
        self.bring = QPushButton("นำเข้าจาก Excel…")
        self.bring.setToolTip("ตารางความเสี่ยงที่มีอยู่แล้วในแผ่นงาน โปรแกรมแสดงให้ตรวจก่อนนำเข้า")
        self.carry = QPushButton("ยกจากปีก่อน…")
        self.carry.setToolTip("นำความเสี่ยงของปีก่อนมาเริ่มปีนี้ ระดับเดิมเป็นระดับก่อนจัดการ")
        self.method = QPushButton("เลือกเกณฑ์…")
        self.method.setToolTip("เกณฑ์ประเมินโอกาส ผลกระทบ และระดับความเสี่ยงของปี")
        for button, wish in (
            (self.start, self.new_requested),
            (self.bring, self.import_requested),
            (self.carry, self.carry_requested),
            (self.method, self.method_requested),
        ):
            button.clicked.connect(lambda _on=False, wish=wish: wish.emit())
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
            self._buttons.insertWidget(self._buttons.count() - 1, button)

    @property
    def first(self) -> QPushButton:
        """The button that is to be pressed first."""
        return self.start if self.carry.isHidden() else self.carry

    def show_year(self, method: str, items: Sequence[str], *, can_carry: bool) -> None:
        """Say how to begin; ``can_carry``: an earlier year has risks.

        ``items`` are the codes of the year's items that ask for risks.
        """
        codes = f" ({' และ '.join(items)})" if items else ""
        self._for.setText(wording.shown(_FOR.format(items=codes)))
        name = method.replace(" ", _NO_BREAK)
        carry = _CARRY if can_carry else ""
        words = _HOW.format(carry=carry, method=_METHOD.format(name=name))
        self._how.setText(wording.shown(words))
        self.carry.setVisible(can_carry)
        self._lead_with(self.first)

    def _lead_with(self, first: QPushButton) -> None:
        """Put one button before the others, also for the Tab key, and make it stand out."""
        others = [one for one in (self.start, self.bring, self.carry, self.method) if one != first]
        for place, button in enumerate((first, *others)):
            self._buttons.insertWidget(place, button)
            button.setObjectName("main" if button == first else "")
            button.style().unpolish(button)
            button.style().polish(button)
        self.start.setIcon(icon("plus", "on_accent" if first == self.start else "ink"))
        for before, after in pairwise((first, *others)):
            QWidget.setTabOrder(before, after)
