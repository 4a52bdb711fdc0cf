"""ยังขาดอะไร: what the year lacks, the gravest first, and the way to where it is mended."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.domain.measures import Round
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, today, wording
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.workflows.check import MEASURE_RULES, Rules, check

_SIZE: Final = QSize(980, 640)
_HEADS: Final = ["ความสำคัญ", "ข้อ", "คะแนนของข้อ", "สิ่งที่ยังขาดหรือขัดกัน"]
_WORDS: Final = {
    Severity.ERROR: "ต้องแก้",
    Severity.WARNING: "ควรตรวจ",
    Severity.NOTE: "ข้อสังเกต",
}
_INKS: Final = {Severity.ERROR: "red", Severity.WARNING: "amber", Severity.NOTE: "quiet"}
_MOST: Final = 200
"""Rows of the list: who has more mends these first."""
_ROUNDS: Final[tuple[tuple[str, Round | None], ...]] = (
    ("รอบที่ครบกำหนดแล้ว", None),
    ("รอบ 6 เดือน", 6),
    ("รอบ 12 เดือน", 12),
)
_NOTHING: Final = "ไม่พบสิ่งที่ยังขาดหรือขัดกัน"
_POINTS: Final = "คะแนนของข้อคือคะแนนที่ข้อนั้นมีในผลรวม ข้อ OIT คิดทั้งข้อ ขาดเพียงเรื่องเดียวอาจเสียทั้งข้อ"


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
        self.table = WrappedTable(0, _HEADS)
        self.table.setAccessibleName("สิ่งที่ยังขาด กด Enter เพื่อไปที่ช่องนั้น")
        self._count = label("", "strong", wrap=True)
        self._points = label(_POINTS, "quiet", wrap=True)
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
        self._fill(self._lacks[:_MOST])
        found = bool(self._lacks)
        for part in (self.table, self._points, self.go):
            part.setVisible(found)
        self._nothing.setVisible(not found)
        self._count.setText(wording.shown(_counts(self._lacks)))

    def _fill(self, lacks: Sequence[Lack]) -> None:
        place = max(self.table.currentRow(), 0)
        self.table.setRowCount(0)
        self.table.setRowCount(len(lacks))
        for row, lack in enumerate(lacks):
            for column, text in enumerate(_texts(lack)):
                item = QTableWidgetItem(wording.shown(text))
                if column == 0:
                    item.setForeground(QBrush(theme.color(_INKS[lack.severity])))
                    item.setFont(theme.font(strong=True))
                self.table.setItem(row, column, item)
        self.table.fit()
        if lacks:
            self.table.selectRow(min(place, len(lacks) - 1))

    def _leave_for_place(self, _cell: object = None) -> None:
        """Close, and go where the chosen one is mended."""
        row = self.table.currentRow()
        if 0 <= row < len(self._lacks):
            place = self._lacks[row].place
            self.accept()
            self._go_to(place)

    def _connect(self) -> None:
        self.rounds.currentIndexChanged.connect(self.refresh)
        self.table.doubleClicked.connect(self._leave_for_place)
        self.go.clicked.connect(self._leave_for_place)
        self._close.clicked.connect(self.reject)
        self._session.saved.connect(self.refresh)
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._leave_for_place)

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


def _texts(lack: Lack) -> tuple[str, str, str, str]:
    points = "" if lack.points is None else str(round_half_up(lack.points))
    return _WORDS[lack.severity], lack.item, points, lack.message


def _counts(lacks: Sequence[Lack]) -> str:
    counts = (
        (words, sum(one.severity is grave for one in lacks)) for grave, words in _WORDS.items()
    )
    said = " · ".join(f"{words} {count:,} เรื่อง" for words, count in counts if count)
    return f"{said} (แสดง {_MOST} เรื่องแรก)" if len(lacks) > _MOST else said
