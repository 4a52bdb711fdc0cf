"""What stands on the page while nothing of the year was entered: three steps, each a button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.area_figures import beginning_of
from ita_desktop.domain.areas import Area
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measure_plan_checks import WEAK
from ita_desktop.domain.office import Office
from ita_desktop.ui import wording
from ita_desktop.ui.overview.looks import take_look
from ita_desktop.ui.widgets.card import label
from ita_desktop.workflows.opening import is_named

_SIDE_BY_SIDE = 760
"""Pixels of width from which the three steps stand beside each other."""
_LOW = 430
"""Pixels of height under which white space gives way."""
_LINK_FRAME = 7
"""Pixels of a link left of its words."""


class StepCard(QFrame):
    """A number, what to do, why, and the button that does it."""

    place_wanted = Signal(object)
    """The place where the step is done (``domain.lacks.Place``)."""

    def __init__(self, number: int, title: str, why: str, button: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self._place: Place | None = None
        self.number = label(wording.figure(number), "stepNumber")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedSize(36, 36)
        self._title = title
        self.button = QPushButton(button)
        self.button.setAutoDefault(True)
        self.button.setAccessibleName(f"ขั้นที่ {wording.figure(number)} {title}: {button}")
        self.button.clicked.connect(lambda _on=False: self._ask())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(6)
        rows.addWidget(self.number)
        rows.addWidget(label(title, "cardTitle", wrap=True))
        rows.addWidget(label(why, "quiet", wrap=True))
        rows.addStretch()
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def lead(self, place: Place, *, done: bool, next_: bool) -> None:
        """Say whether it is done, or the next one to do."""
        self._place = place
        take_look(self.number, "done", "yes" if done else "no")
        self.button.setObjectName("main" if next_ else "")
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def _ask(self) -> None:
        if self._place is not None:
            self.place_wanted.emit(self._place)


class Beginning(QWidget):
    """Office, scores, measures: the rest follows from them."""

    place_wanted = Signal(object)
    """The place where a step is done (``domain.lacks.Place``)."""
    import_requested = Signal()
    """A workbook is to be taken in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label("", "pageTitle", wrap=True)
        self._about = label(
            "หน้านี้จะสรุปคะแนน ความคืบหน้า สิ่งที่ยังขาด และกำหนดถัดไปของทั้งปี เริ่มจากสามขั้นนี้",
            "quiet",
            wrap=True,
        )
        self.steps = (
            StepCard(
                1,
                "ตรวจข้อมูลหน่วยงาน",
                "ชื่อหน่วยงาน ผู้บริหาร และส่วนราชการ ใช้บนเอกสารทุกฉบับ",
                "ข้อมูลหน่วยงาน…",
            ),
            StepCard(
                2,
                "บันทึกคะแนนที่ ป.ป.ช. ประกาศ",
                "พิมพ์รายข้อ รายตัวชี้วัด หรือวางจาก Excel โปรแกรมคิดคะแนนรวมและระดับ",
                "บันทึกคะแนน",
            ),
            StepCard(
                3,
                "ตั้งมาตรการจากข้อที่คะแนนต่ำ",
                "โปรแกรมเลือกข้อให้ แล้วต่อด้วยความเสี่ยง แผน และรายการเปิดเผยข้อมูล",
                "ตั้งมาตรการ",
            ),
        )
        self.bring = QPushButton("มีตารางอยู่แล้ว นำเข้าจาก Excel…")
        self.bring.setObjectName("link")
        self.bring.setAutoDefault(True)
        self.bring.clicked.connect(lambda _on=False: self.import_requested.emit())
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(14)
        for step in self.steps:
            step.place_wanted.connect(self.place_wanted)
            self._line.addWidget(step, 1)
        self._outer = outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(self._title)
        outer.addWidget(self._about)
        outer.addSpacing(10)
        outer.addLayout(self._line)
        outer.addSpacing(6)
        outer.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        for above in (self._title, self._about, self._line):
            above.setContentsMargins(_LINK_FRAME, 0, 0, 0)  # where the words of the link begin
        outer.addStretch(3)

    @property
    def first(self) -> QPushButton:
        """The button that is to be pressed first."""
        return next(
            (one.button for one in self.steps if one.button.objectName() == "main"),
            self.steps[1].button,
        )

    @property
    def buttons(self) -> Sequence[QPushButton]:
        """Its buttons in the order of the keyboard."""
        return (*(step.button for step in self.steps), self.bring)

    def show_year(self, fiscal_year: int, office: Office) -> None:
        """Say which year is begun; the office that is complete has its tick."""
        self._title.setText(wording.shown(f"เริ่มปีงบประมาณ {fiscal_year}"))
        known = bool(is_named(office) and office.executive and office.units)
        places = (
            Place(kind="office", number=0, field="name" if known else _first_gap(office)),
            beginning_of(Area.SCORES, fiscal_year),
            Place(kind="fiscal_year", number=fiscal_year, field=WEAK),
        )
        for number, (step, place) in enumerate(zip(self.steps, places, strict=True)):
            step.lead(place, done=known and number == 0, next_=number == int(known))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        side = max((self.width() - 1040) // 2, 16)
        low = self.height() < _LOW
        left = side - _LINK_FRAME
        self._outer.setContentsMargins(left, 0 if low else 8, side, 0 if low else 8)


def _first_gap(office: Office) -> str:
    if not is_named(office):
        return "name"
    return "executive" if not office.executive else "units"
