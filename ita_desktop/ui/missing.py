"""ยังขาดอะไร: what the year lacks, the gravest first, and the way to where it is mended."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.domain.measures import Round
from ita_desktop.domain.readiness import POINTS_SAID
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import today, wording
from ita_desktop.ui.lacks_table import LacksTable, counts_in_words
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.workflows.check import MEASURE_RULES, Rules, check

_SIZE: Final = QSize(980, 640)
_ROUNDS: Final[tuple[tuple[str, Round | None], ...]] = (
    ("รอบที่ครบกำหนดแล้ว", None),
    ("รอบ 6 เดือน", 6),
    ("รอบ 12 เดือน", 12),
)
_NOTHING: Final = "ไม่พบสิ่งที่ยังขาดหรือขัดกัน"


class MissingDialog(QDialog):
    """Lists what is lacking; Enter or a button leads to the place."""

    def __init__(
        self,
        session: Session,
        go_to: Callable[[Place], object],
        parent: QWidget | None = None,
        rules: Rules = MEASURE_RULES,
    ) -> None:
        """Check by ``rules``: those of measures, or of risks (``workflows.check``)."""
        super().__init__(parent)
        self._session, self._go_to, self._rules = session, go_to, rules
        self._lacks: tuple[Lack, ...] = ()
        self.setWindowTitle(wording.shown(f"ยังขาดอะไร ปีงบประมาณ {session.fiscal_year}"))
        self.resize(fitting(parent, _SIZE))
        self.rounds = QComboBox()
        self.rounds.setAccessibleName("รอบรายงานที่ตรวจ")
        for words, months in _ROUNDS:
            self.rounds.addItem(wording.shown(words), months)
        self.table = LacksTable()
        self._count = label("", "strong", wrap=True)
        self._points = label(POINTS_SAID, "quiet", wrap=True)
        self._nothing = label(_NOTHING, "", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.go = QPushButton("ไปที่ช่องนั้น")
        self.go.setObjectName("main")
        self.go.setToolTip("ไปที่ช่องนั้น (Enter)")
        self.go.setAutoDefault(False)
        self._close = QPushButton("ปิด")
        self._close.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.refresh()
        (self.table if self._lacks else self._close).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def refresh(self, _moment: object = None) -> None:
        """Check anew and show what is found."""
        try:
            self._lacks = check(
                self._session.file,
                self._session.fiscal_year,
                today.today(),
                self.rounds.currentData(),
                self._rules,
            )
        except (ClerkError, MachineError) as refusal:
            self._lacks = ()
            self._nothing.setText(wording.shown(str(refusal)))
        self.table.show_lacks(self._lacks)
        found = bool(self._lacks)
        for part in (self.table, self._points, self.go):
            part.setVisible(found)
        self._nothing.setVisible(not found)
        self._count.setText(wording.shown(counts_in_words(self._lacks)))

    def _leave_for(self, place: Place) -> None:
        """Close, and go where the chosen one is mended."""
        self.accept()
        self._go_to(place)

    def _connect(self) -> None:
        self.rounds.currentIndexChanged.connect(self.refresh)
        self.table.place_wanted.connect(self._leave_for)
        self.go.clicked.connect(self.table.ask_for_place)
        self._close.clicked.connect(self.reject)
        self._session.saved.connect(self.refresh)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(label("ผลการดำเนินการของ", ""))
        head.addWidget(self.rounds)
        buttons = QHBoxLayout()
        buttons.addWidget(self._points, 1)
        buttons.addWidget(self.go)
        buttons.addWidget(self._close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._nothing, 1)
        outer.addLayout(buttons)


def show_missing(
    session: Session,
    go_to: Callable[[Place], object],
    parent: QWidget,
    rules: Rules = MEASURE_RULES,
) -> MissingDialog:
    """Open the list of what the year looked at lacks; ``go_to`` turns to a place."""
    dialog = MissingDialog(session, go_to, parent, rules)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
