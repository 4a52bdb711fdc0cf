"""พร้อมส่งหรือยัง: the verdict, how many of each gravity, the points at stake, and the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.findings import Severity
from ita_desktop.domain.readiness import Readiness, Verdict
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.ui import wording
from ita_desktop.ui.icons import put_beside
from ita_desktop.ui.overview.looks import take_look
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.tool_tip import tool_tip

_LOOKING = "กำลังตรวจสอบ"
_AT_STAKE = "คะแนนที่เสี่ยง {points} คะแนน"
_STAKE_TIP = "คะแนนในผลรวมของข้อที่มีเรื่องต้องแก้ นับข้อละครั้ง ข้อ OIT คิดทั้งข้อ ขาดเพียงเรื่องเดียวอาจเสียทั้งข้อ"

_NARROW = 440


class VerdictCard(Card):
    """Red, amber or green by what is lacking; its numbers choose what is listed below."""

    severity_wanted = Signal(object)
    """Only lacks so grave are to be listed (``Severity``)."""
    paper_wanted = Signal()
    """The pages of ใบตรวจความพร้อม are to be shown."""
    go_wanted = Signal()
    """The first of what is lacking is to be gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("verdict")
        self._title = label("พร้อมส่งหรือยัง", "cardTitle")
        self._verdict = label(_LOOKING, "verdictWords")
        self._why = label("", "", wrap=True)
        self.counts: dict[Severity, QPushButton] = {}
        counts = QHBoxLayout()
        counts.setSpacing(8)
        for severity in Severity:
            button = self.counts[severity] = QPushButton()
            button.setObjectName("count")
            button.setProperty("grave", severity.value)
            button.setAutoDefault(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _on=False, one=severity: self.severity_wanted.emit(one))
            counts.addWidget(button)
        counts.addStretch()
        self._counts = QWidget()
        self._counts.setLayout(counts)
        counts.setContentsMargins(0, 0, 0, 0)
        self.go = QPushButton("ไปแก้เรื่องแรก")
        self.go.setObjectName("main")
        self.go.setToolTip("ไปที่เรื่องที่เสียคะแนนมากที่สุด (F8)")
        self.paper = QPushButton("ใบตรวจความพร้อม")
        put_beside(self.paper, "printer")
        self.paper.setToolTip("ดูและพิมพ์ใบตรวจความพร้อมของปีนี้")
        for button in (self.go, self.paper):
            button.setAutoDefault(True)
        self.go.clicked.connect(lambda _on=False: self.go_wanted.emit())
        self.paper.clicked.connect(lambda _on=False: self.paper_wanted.emit())
        self._buttons = buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        buttons.setSpacing(8)
        buttons.addWidget(self.go)
        buttons.addWidget(self.paper)
        buttons.addStretch()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._verdict)
        said.addWidget(self._why)
        said.addStretch()
        self._both = both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        both.setSpacing(8)
        both.addLayout(said, 1)
        both.addLayout(buttons)
        self.body.addLayout(both, 1)
        self.body.addWidget(self._counts)
        self.show_looking()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Its buttons in the order of the keyboard."""
        return (*self.counts.values(), self.go, self.paper)

    @property
    def words(self) -> str:
        """The verdict it shows."""
        return self._verdict.text()

    def show_looking(self) -> None:
        """Say that the year is being looked through; what was found before is gone."""
        self._say("looking", _LOOKING, "")
        self._counts.hide()
        self.go.hide()

    def show_failed(self, why: str) -> None:
        """Say why the year could not be looked through."""
        self._say("error", "ยังตรวจไม่ได้", wording.said(why))
        self._counts.hide()
        self.go.hide()

    def show_readiness(self, ready: Readiness) -> None:
        """Show what was found."""
        verdict, at_stake = ready.verdict, ready.at_stake
        if verdict is Verdict.NOT_BEGUN:
            self._say("looking", verdict.words, "")
        elif verdict is Verdict.CLEAN:
            notes = ready.count(Severity.NOTE)
            more = f"มีข้อสังเกต {notes:,} เรื่องที่ไม่กระทบการส่ง" if notes else "ไม่มีเรื่องค้าง"
            words = f"ตรวจทุกข้อของปีแล้ว {more} พิมพ์ใบตรวจความพร้อมเสนอผู้บริหารได้"
            self._say("clean", verdict.words, wording.shown(words))
        else:
            grave = Severity.ERROR if verdict is Verdict.MEND else Severity.WARNING
            points = round_half_up(at_stake)
            stake = _AT_STAKE.format(points=points) if points else ""
            self._say(grave.value, verdict.words, wording.shown(stake))
        self._why.setToolTip(tool_tip(_STAKE_TIP) if at_stake and not ready.is_clean else "")
        for severity, button in self.counts.items():
            count = ready.count(severity)
            words = wording.shown(f"{severity.words} {count:,}")
            button.setText(words)
            button.setVisible(bool(count))
            button.setAccessibleName(f"{words} เรื่อง แสดงเฉพาะกลุ่มนี้")
            button.setToolTip("แสดงเฉพาะกลุ่มนี้ในรายการด้านล่าง")
        self._counts.setVisible(ready.begun and bool(ready.lacks))
        self.go.setVisible(ready.begun and not ready.is_clean)

    def fit(self, width: int) -> None:
        """Put the buttons under the words in a card of so few pixels, before it has them."""
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        narrow = width < _NARROW
        self._both.setDirection(down if narrow else right)
        self._buttons.setDirection(right if narrow else down)

    def _say(self, state: str, verdict: str, why: str) -> None:
        self._verdict.setText(verdict)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        take_look(self, "state", state)
        self.setAccessibleName(f"พร้อมส่งหรือยัง: {verdict} {why}".strip())
