"""What stands in the place of the measures while there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.beginning_page import BeginningPage

_FOR = (
    "ที่นี่คือมาตรการส่งเสริมคุณธรรมและความโปร่งใสของปี{items}: ข้อที่คะแนนต่ำ สิ่งที่จะทำ"
    " ผู้รับผิดชอบ ระยะเวลา และผลการดำเนินการรอบ 6 และ 12 เดือน"
)
_WITH_SCORES = "เริ่มจากข้อที่คะแนนต่ำของปี {years} โปรแกรมจะใส่ข้อ คะแนน และกลุ่มให้"
_WITHOUT = "ยังไม่มีคะแนนในไฟล์นี้ กรอกคะแนนที่แท็บ “บันทึกคะแนน” ก่อน หรือเริ่มจากประเด็นที่ท่านทราบอยู่แล้ว"


class EmptyPage(BeginningPage):
    """Says what the page is for, and has buttons that start it."""

    from_scores_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("ยังไม่มีประเด็นในปีนี้", 640, parent)
        self.start = QPushButton("สร้างจากคะแนนที่ต่ำ…")
        self.start.setIcon(icon("plus"))
        self.start.clicked.connect(lambda _on=False: self.from_scores_requested.emit())
        self.free = QPushButton("เพิ่มประเด็นเอง")
        self.free.clicked.connect(lambda _on=False: self.new_requested.emit())
        self.bring = QPushButton("นำเข้าจาก Excel…")
        self.bring.setToolTip("ตารางมาตรการที่มีอยู่แล้วในแผ่นงาน โปรแกรมแสดงให้ตรวจก่อนนำเข้า")
        self.bring.clicked.connect(lambda _on=False: self.import_requested.emit())
        for place, button in enumerate((self.start, self.free, self.bring)):
            self._buttons.insertWidget(place, button)

    @property
    def first(self) -> QPushButton:
        """The button that is to be pressed first."""
        return self.free if self.start.isHidden() else self.start

    def show_years(self, years: list[int], items: Sequence[str]) -> None:
        """Say how to begin; ``years`` have scores, newest first.

        ``items`` are the codes of the year's items that ask for measures.
        """
        codes = f" ({' และ '.join(items)})" if items else ""
        self._for.setText(wording.shown(_FOR.format(items=codes)))
        words = " และ ".join(map(str, years[:2]))
        how = _WITH_SCORES.format(years=words) if years else _WITHOUT
        self._how.setText(wording.shown(how))
        self.start.setVisible(bool(years))
        for button, main in ((self.start, True), (self.free, not years)):
            button.setObjectName("main" if main else "")
            button.style().unpolish(button)
            button.style().polish(button)
        self.start.setIcon(icon("plus", "on_accent"))
