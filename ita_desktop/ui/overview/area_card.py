"""A part of the work as a card: how far it is, what is behind, the gravest lack."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.area_figures import AreaFigure, beginning_of
from ita_desktop.domain.areas import Area
from ita_desktop.domain.lacks import Lack
from ita_desktop.ui import wording
from ita_desktop.ui.overview.figure_button import WayButton
from ita_desktop.ui.overview.looks import take_look
from ita_desktop.ui.widgets.card import label

_NOTHING_BEHIND = "ไม่มีรายการเกินกำหนด"
_NO_LACK = "ไม่พบสิ่งที่ขาด"
_NO_SCORES = "ยังไม่ได้บันทึกคะแนน"


class AreaCard(QFrame):
    """Title, a count with its bar, and two lines; each is a button that leads to its place."""

    place_wanted = Signal(object)
    """A place (``domain.lacks.Place``) is to be gone to."""
    tab_wanted = Signal(object)
    """The tab of this part (``domain.areas.Area``) is to be shown."""

    def __init__(self, area: Area, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.area = area
        self._awaited = False
        self.title = QPushButton(area.words)
        self.title.setObjectName("cardHead")
        self.title.setAutoDefault(True)
        self.title.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title.setToolTip(f"เปิดแท็บของ{area.words}")
        self.title.setAccessibleName(f"เปิดแท็บของ{area.words}")
        self.title.clicked.connect(lambda _on=False: self.tab_wanted.emit(self.area))
        self.figure = WayButton("figure")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setObjectName("thin")
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.behind = WayButton("behind")
        self.lack = WayButton("lack")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 8, 10, 8)
        rows.setSpacing(2)
        self._caption = label("", "note")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 6, 0)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self._caption)
        under = QHBoxLayout()
        under.setContentsMargins(6, 0, 6, 0)  # where the texts of the buttons begin and end
        under.addWidget(self.bar)
        rows.addLayout(head)
        rows.addWidget(self.figure)
        rows.addLayout(under)
        rows.addSpacing(4)
        rows.addWidget(self.behind)
        rows.addWidget(self.lack)
        rows.addStretch()
        for button in (self.figure, self.behind, self.lack):
            button.place_wanted.connect(self.place_wanted)
        self.figure.nowhere_wanted.connect(lambda: self.tab_wanted.emit(self.area))
        self.setMinimumWidth(180)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Its buttons in the order of the keyboard."""
        return self.title, self.figure, self.behind, self.lack

    def show_figure(self, one: AreaFigure, fiscal_year: int) -> None:
        """Show how far the part is."""
        begin = beginning_of(self.area, fiscal_year)
        if one.whole == 0:
            self.figure.lead(one.nothing, begin, f"{one.nothing} กดเพื่อเริ่ม")
        else:
            words = wording.shown(f"{one.done:,}/{one.whole:,} {one.unit}")
            said = wording.shown(
                f"{self.area.words} {one.words} {one.done:,}/{one.whole:,} {one.unit}"
            )
            self.figure.lead(words, one.place, said, always=True)
        self._caption.setText(one.words if one.whole else "")
        take_look(self.figure, "empty", "yes" if one.whole == 0 else "no")
        self.bar.setMaximum(max(one.whole, 1))
        self.bar.setValue(one.done)
        self.bar.setAccessibleName(self.figure.accessibleName())
        take_look(self.bar, "done", "yes" if one.is_done else "no")
        self._awaited = self.area is Area.SCORES and not one.done  # ป.ป.ช. tells them
        if one.behind:
            behind = wording.shown(f"{one.behind_words} {one.behind:,}")
            self.behind.lead(behind, one.behind_place)
        else:
            self.behind.lead(_NOTHING_BEHIND if one.whole and not self._awaited else "", None)
        late = one.behind and self.area is not Area.SCORES  # points lost are seldom to be mended
        take_look(self.behind, "late", "yes" if late else "no")

    def show_lack(self, lack: Lack | None) -> None:
        """Show the gravest that is lacking; None: nothing is."""
        if lack is None:
            self.lack.lead(_NO_SCORES if self._awaited else _NO_LACK, None)
            take_look(self.lack, "grave", "note" if self._awaited else "none")
            return
        grave = lack.severity.words
        head = f"{lack.item} " if lack.item not in lack.message else ""
        words = wording.shown(f"{head}{lack.message}")
        self.lack.lead(words, lack.place, f"{grave}: {words}")
        take_look(self.lack, "grave", lack.severity.value)
