"""What stands in the place of the measures while there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.card import label

_LOW = 290  # pixels
_FOR = (
    "ที่นี่คือมาตรการส่งเสริมคุณธรรมและความโปร่งใสของปี{items}: ข้อที่คะแนนต่ำ สิ่งที่จะทำ"
    " ผู้รับผิดชอบ ระยะเวลา และผลการดำเนินการรอบ 6 และ 12 เดือน"
)
_WITH_SCORES = "เริ่มจากข้อที่คะแนนต่ำของปี {years} โปรแกรมจะใส่ข้อ คะแนน และกลุ่มให้"
_WITHOUT = "ยังไม่มีคะแนนในไฟล์นี้ กรอกคะแนนที่แท็บ “บันทึกคะแนน” ก่อน หรือเริ่มจากประเด็นที่ท่านทราบอยู่แล้ว"


class EmptyPage(QWidget):
    """Says what the page is for, and has buttons that start it."""

    from_scores_requested = Signal()
    new_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = QFrame()
        card.setObjectName("card")
        card.setMaximumWidth(640)
        self._for = label("", "", wrap=True)
        self._how = label("", "quiet", wrap=True)
        self.start = QPushButton("สร้างจากคะแนนที่ต่ำ…")
        self.start.setIcon(icon("plus"))
        self.start.clicked.connect(lambda _on=False: self.from_scores_requested.emit())
        self.free = QPushButton("เพิ่มประเด็นเอง")
        self.free.clicked.connect(lambda _on=False: self.new_requested.emit())
        self.bring = QPushButton("นำเข้าจาก Excel…")
        self.bring.setToolTip("ตารางมาตรการที่มีอยู่แล้วในแผ่นงาน โปรแกรมแสดงให้ตรวจก่อนนำเข้า")
        self.bring.clicked.connect(lambda _on=False: self.import_requested.emit())
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.start)
        buttons.addWidget(self.free)
        buttons.addWidget(self.bring)
        buttons.addStretch()
        self._inside = inside = QVBoxLayout(card)
        inside.addWidget(label("ยังไม่มีประเด็นในปีนี้", "cardTitle"))
        inside.addWidget(self._for)
        inside.addWidget(self._how)
        inside.addLayout(buttons)
        self._outer = outer = QVBoxLayout(self)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(card, 8)
        line.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(line)
        outer.addStretch(3)
        outer.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take white space away where the words would not have room, as at 200 %."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._inside.setContentsMargins(28, 12 if low else 22, 28, 14 if low else 24)
        self._inside.setSpacing(6 if low else 12)
        self._outer.setContentsMargins(9, 0 if low else 9, 9, 0 if low else 9)

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
