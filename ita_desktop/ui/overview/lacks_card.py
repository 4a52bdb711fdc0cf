"""What the year lacks, dearest first, by part and gravity; Enter leads to the place."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.readiness import Readiness, dearest_first
from ita_desktop.ui import theme, wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.lacks_table import LacksTable
from ita_desktop.ui.overview.looks import take_look
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.elided import ElidedLabel
from ita_desktop.ui.widgets.still import StillComboBox

_EVERY_AREA = "ทุกส่วน"
_EVERY_GRAVITY = "ทุกความสำคัญ"
_NONE_CHOSEN = "ไม่มีเรื่องตามตัวกรองนี้"
_CLEAN = "ไม่มีเรื่องที่ต้องแก้หรือควรตรวจ\nข้อมูลของปีนี้ครบตามที่โปรแกรมตรวจได้"
_LOOKING = "กำลังตรวจทุกข้อของปี…"
_NOT_BEGUN = "เมื่อเริ่มบันทึกแล้ว เรื่องที่ยังขาดจะแสดงที่นี่"
_AREAS = tuple(Area)
_GRAVITIES = tuple(Severity)
_CHECK = 40
_WANTED = 220
"""Pixels of height: on 1366 x 768 the page does not scroll, also where it is only read."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LacksCard(Card):
    """Filters over a table; where nothing lacks, calm words in its place."""

    place_wanted = Signal(object)
    """Where the chosen one is mended (``domain.lacks.Place``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._lacks: Sequence[Lack] = ()
        self._clean = False
        self._count = ElidedLabel("")
        self._count.setObjectName("quiet")
        self._count.setAlignment(_RIGHT)
        self.areas, self.gravities = StillComboBox(), StillComboBox()
        self.areas.setAccessibleName("แสดงเฉพาะส่วน")
        self.areas.setToolTip("เลือกส่วนงานที่จะแสดง (Ctrl+Shift+L)")
        self.gravities.setAccessibleName("แสดงเฉพาะความสำคัญ")
        self.areas.addItem(_EVERY_AREA)
        self.areas.addItems([area.words for area in _AREAS])
        self.gravities.addItem(_EVERY_GRAVITY)
        self.gravities.addItems([severity.words for severity in _GRAVITIES])
        self.table = LacksTable()
        self.table.setObjectName("inCard")
        self.table.place_wanted.connect(self.place_wanted)
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = label("", "calm", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        calm = QWidget()
        inside = QVBoxLayout(calm)
        inside.addStretch(2)
        inside.addWidget(self._mark)
        inside.addWidget(self._words)
        inside.addStretch(3)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(calm)
        self.head.addWidget(label("สิ่งที่ยังขาด เรียงตามคะแนนที่เสีย", "cardTitle"))
        self.head.addWidget(self._count, 1)
        self.head.addWidget(self.areas)
        self.head.addWidget(self.gravities)
        self.body.addLayout(self.head)
        self.body.addWidget(self._stack, 1)
        for box in (self.areas, self.gravities):
            box.currentIndexChanged.connect(self._fill)
        keys = QShortcut(QKeySequence("Ctrl+Shift+L"), self)
        keys.activated.connect(self.areas.showPopup)
        self.setMinimumHeight(190)
        self.show_looking()

    def sizeHint(self) -> QSize:
        """Ask for no more than a window with a banner over its pages gives."""
        return QSize(super().sizeHint().width(), _WANTED)

    @property
    def calm_words(self) -> str:
        """What stands in the place of the table; empty where rows are listed."""
        return self._words.text() if self._stack.currentIndex() else ""

    @property
    def chosen(self) -> tuple[Lack, ...]:
        """What the filters let through, dearest first."""
        area = (None, *_AREAS)[self.areas.currentIndex()]
        severity = (None, *_GRAVITIES)[self.gravities.currentIndex()]
        return tuple(
            lack
            for lack in self._lacks
            if (area is None or area_of(lack.place) is area)
            and (severity is None or lack.severity is severity)
        )

    def choose(self, severity: Severity | None, area: Area | None = None) -> None:
        """Show only lacks so grave and of this part; None: all."""
        self.gravities.setCurrentIndex((None, *_GRAVITIES).index(severity))
        self.areas.setCurrentIndex((None, *_AREAS).index(area))

    def show_looking(self) -> None:
        """Say that the year is being looked through."""
        self._lacks = ()
        self._say(_LOOKING)

    def show_readiness(self, ready: Readiness) -> None:
        """List what was found; the current row and the filters stay."""
        self._lacks, self._clean = dearest_first(ready.lacks), ready.is_clean
        if ready.begun:
            self._fill()
        else:
            self._lacks = ()
            self._say(_NOT_BEGUN)

    def go_to_first(self) -> None:
        """Ask for where the dearest of all is mended."""
        if self._lacks:
            self.place_wanted.emit(self._lacks[0].place)

    def _fill(self) -> None:
        chosen = self.chosen
        if not chosen:
            self._say(_CLEAN if self._clean and not self._lacks else _NONE_CHOSEN)
            self._count.setText("")
            return
        self._stack.setCurrentIndex(0)
        self._show_filters()
        take_look(self, "state", "")
        self.table.show_lacks(chosen)
        listed, every = len(self.table.lacks), len(self._lacks)
        shown = f"{every:,} เรื่อง" if listed == every else f"แสดง {listed:,} จาก {every:,} เรื่อง"
        self._count.setText(wording.shown(shown))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        green = words == _CLEAN
        self._mark.setVisible(green)
        if green:
            self._mark.setPixmap(icon("circle-check", "green").pixmap(_CHECK, _CHECK))
            self._words.setFont(theme.font(theme.TITLE_PX, strong=True))
        take_look(self, "state", "clean" if green else "")
        self._count.setText("")
        self._show_filters()
        self._stack.setCurrentIndex(1)

    def _show_filters(self) -> None:
        """Show the filters where there is anything to choose from."""
        for box in (self.areas, self.gravities):
            box.setVisible(bool(self._lacks))
