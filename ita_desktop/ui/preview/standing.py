"""The line under the bar that says why the pages shown are not those that would be made now."""

from PySide6.QtWidgets import QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.preview.banner import Banner

CHANGED = "ข้อมูลเปลี่ยนไปแล้วหลังจากจัดทำเอกสารนี้"
GIVEN_UP = "ยกเลิกการจัดทำแล้ว เอกสารที่แสดงอยู่เป็นฉบับก่อนหน้า"
FAILED = "จัดทำใหม่ไม่สำเร็จ เอกสารที่แสดงอยู่เป็นฉบับก่อนหน้า"
_OTHER_YEAR = "เอกสารนี้เป็นของปีงบประมาณ {} แต่ขณะนี้เลือกปีงบประมาณ {}"


class Standing(Banner):
    """Hidden as long as the pages are what would be made now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("จัดทำใหม่", "จัดทำใหม่จากข้อมูลปัจจุบัน (F5)", parent)
        self._year: int | None = None
        self._why = ""

    def begin(self, fiscal_year: int | None) -> None:
        """Pages of this year (None: of no year) are made from what there is now."""
        self._year, self._why = fiscal_year, ""
        self.hide()

    def note(self, fiscal_year: int, why: str = "") -> None:
        """Say what became of the data since; ``fiscal_year``: the one that is chosen now."""
        self._why = why or self._why
        if self._year not in (None, fiscal_year):
            shown, chosen = wording.figure(self._year), wording.figure(fiscal_year)
            self.say(_OTHER_YEAR.format(shown, chosen))
        elif self._why:
            self.say(self._why)
        else:
            self.hide()
