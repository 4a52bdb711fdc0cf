"""รอบรายงาน: how far both rounds are, what is missing, closing and opening, and the next year."""

from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.layout import Layout, official_layouts
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measure_names import step_name, topic_name
from ita_desktop.domain.measures import ROUNDS, Round, units_of
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.measures.carrying import show_carry_over
from ita_desktop.ui.measures.round_card import RoundCard
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.long_table import LongTable, cut
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.workflows.layouts import layouts_of
from ita_desktop.workflows.rounds import (
    Progress,
    close_round,
    closed_moments,
    progress_of,
    reopen_round,
)

_SIZE: Final = QSize(960, 660)
_NARROW: Final = 800
"""Under so many pixels the rounds stand under each other."""
_LEAST: Final = 160
"""Pixels of the table, three rows: where there is less room all of it is scrolled."""
_HEADS: Final = ["ประเด็น", "ขั้นตอนที่ยังไม่มีรายงาน", "ผู้รับผิดชอบ"]
_NONE: Final = "ยังไม่มีมาตรการในปีนี้ กรุณาเพิ่มประเด็นและมาตรการในแท็บติดตามมาตรการก่อน"
_RISKS_ONLY: Final = "ปีนี้มีเฉพาะมาตรการควบคุมความเสี่ยง ดูและกรอกรายงานได้ในแท็บเมทริกซ์ความเสี่ยง"
_BOTH: Final = (
    "ปีนี้ยังไม่มีขั้นตอนของมาตรการ กรอกผลของมาตรการควบคุมได้ในแท็บเมทริกซ์ความเสี่ยง"
    " และผลของโครงการได้ในแท็บจัดทำแผน"
)
_PLAN_ONLY: Final = "ปีนี้มีเฉพาะโครงการของแผน กรอกผลได้ที่แท็บจัดทำแผน › งานอื่น › รายงานผลโครงการ"


class RoundsDialog(QDialog):
    """Both rounds of the year looked at; each press is one deed, and told where it was pressed."""

    place_wanted = Signal(object)
    """The report at this ``Place`` is to be shown."""
    paper_wanted = Signal(str)
    """The pages of a paper and its round ("measures-progress/6") are to be shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._progress: dict[Round, Progress] = {}
        self.setWindowTitle(f"รอบรายงาน ปีงบประมาณ {wording.figure(session.fiscal_year)}")
        self.resize(fitting(parent, _SIZE))
        layouts = _layouts(session)
        self.cards: dict[Round, RoundCard] = {
            months: RoundCard(months, layouts) for months in ROUNDS
        }
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.list_of = QButtonGroup(self)
        self.table = LongTable(_HEADS)
        self.table.setAccessibleName("ขั้นตอนที่ยังไม่มีรายงาน กด Enter เพื่อไปที่แถวนั้น")
        self._empty = label("", "", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.go = QPushButton("ไปที่แถวนี้")
        self.carry = QPushButton("ยกไปปีถัดไป…")
        self.notice = Notice()
        self._lay_out()
        self._connect()
        self.refresh()
        closed = session.tracker.closed
        shown = next((months for months in ROUNDS if months not in closed), 12)
        self.list_of.button(shown).setChecked(True)
        self._list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < _NARROW
        self._both.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    @property
    def months(self) -> Round:
        """The round whose missing reports are listed."""
        return 12 if self.list_of.checkedId() == 12 else 6

    def refresh(self) -> None:
        """Show both rounds as they are now."""
        session = self._session
        try:
            moments = closed_moments(session.file, session.fiscal_year)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        writable = not session.file.read_only
        for months, card in self.cards.items():
            processes = session.register.processes
            self._progress[months] = progress_of(
                session.tracker, months, moments, processes, session.plan_of_year
            )
            card.show_progress(self._progress[months], writable=writable)
        self.carry.setEnabled(writable and self._progress[12].steps > 0)
        if not writable:
            self.notice.say(session.file.read_only, bad=True)
        self._list()

    def _list(self) -> None:
        """List what has no report in the round that is chosen."""
        progress = self._progress.get(self.months)
        if progress is None:
            return
        missing = progress.missing

        def cells(row: int) -> list[QTableWidgetItem]:
            one = missing[row]
            texts = (
                topic_name(one.topic),
                step_name(one.topic, one.measure, one.step),
                units_of(one.measure, one.step) or "ยังไม่ระบุ",
            )
            return [QTableWidgetItem(cut(wording.shown(text))) for text in texts]

        self.table.show_rows(len(missing), cells)
        self.table.setVisible(bool(missing))
        self.go.setVisible(bool(missing))
        self._empty.setVisible(not missing)
        done = f"รอบ {self.months} เดือนมีรายงานครบทั้ง {progress.steps} ขั้นตอนแล้ว"
        none = {
            (False, False): _NONE,
            (True, False): _RISKS_ONLY,
            (False, True): _PLAN_ONLY,
            (True, True): _BOTH,
        }[progress.treatments > 0, progress.projects > 0]
        self._empty.setText(wording.shown(done) if progress.steps else none)

    def _go(self) -> None:
        row = self.table.currentRow()
        missing = self._progress[self.months].missing
        if 0 <= row < len(missing):
            kind, number = missing[row].place
            topic = missing[row].topic.id
            place = Place(kind=kind, number=number, field="result", topic=topic, months=self.months)
            self.accept()
            self.place_wanted.emit(place)

    def _go_from(self, _index: QModelIndex) -> None:
        self._go()

    def _close_round(self, months: Round) -> None:
        try:
            handed_on = close_round(self._session.file, self._session.fiscal_year, months)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._session.refresh()
        self.refresh()
        words = f"ปิดรอบ {months} เดือนแล้ว รายงานที่ปิดไว้พิมพ์ได้เหมือนเดิมเสมอ"
        if handed_on:
            words += f" รอบ 12 เดือนเริ่มจากผลรอบนี้ {handed_on} รายการ"
        self.notice.say(words)
        self.cards[months].print.setFocus()  # on the button beside it a stroke would open it again

    def _reopen(self, months: Round) -> None:
        try:
            reopen_round(self._session.file, self._session.fiscal_year, months)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._session.refresh()
        self.refresh()
        self.notice.say(f"เปิดรอบ {months} เดือนอีกครั้งแล้ว แก้ไขผลได้ เมื่อแก้เสร็จกรุณาปิดรอบใหม่")
        self.cards[months].deed.setFocus()

    def _refuse(self, refusal: ClerkError | MachineError) -> None:
        note_machine_error(refusal)
        self.notice.say(str(refusal), bad=True)

    def _print(self, name: str) -> None:
        self.accept()
        self.paper_wanted.emit(name)

    def _carry_over(self) -> None:
        dialog = show_carry_over(self._session, self)
        dialog.carried.connect(self._carried)
        dialog.accepted.connect(self.refresh)

    def _carried(self, words: str, fiscal_year: int) -> None:
        """Say what was carried over, and offer the way to where it is."""
        turn = f"ไปปี {wording.figure(fiscal_year)}"
        self.notice.say(words, [(turn, partial(self._turn_to, fiscal_year))])

    def _turn_to(self, fiscal_year: int) -> None:
        self.accept()
        self._session.select_year(fiscal_year)

    def _connect(self) -> None:
        for card in self.cards.values():
            card.close_wanted.connect(self._close_round)
            card.reopen_wanted.connect(self._reopen)
            card.paper_wanted.connect(self._print)
        self.list_of.idClicked.connect(lambda _months=0: self._list())
        self.table.activated.connect(self._go_from)
        self.go.clicked.connect(lambda _on=False: self._go())
        self.carry.clicked.connect(lambda _on=False: self._carry_over())

    def _lay_out(self) -> None:
        self._both.setSpacing(12)
        for card in self.cards.values():
            self._both.addWidget(card, 1)
        choice = QHBoxLayout()
        choice.setSpacing(16)
        choice.addWidget(label("ยังไม่มีรายงาน", "strong"))
        for months in ROUNDS:
            button = QRadioButton(f"รอบ {wording.figure(months)} เดือน")
            button.setAccessibleName(f"ขั้นตอนที่ยังไม่มีรายงานของรอบ {months} เดือน")
            self.list_of.addButton(button, months)
            choice.addWidget(button)
        choice.addStretch()
        choice.addWidget(self.go)
        away = QPushButton("ปิด")
        away.clicked.connect(self.reject)
        for button in (self.go, self.carry, away):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.carry)
        foot.addStretch()
        foot.addWidget(away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        content = QVBoxLayout()
        content.setSpacing(10)
        content.addLayout(self._both)
        content.addLayout(choice)
        content.addWidget(self.table, 1)
        content.addWidget(self._empty, 1)
        self.table.setMinimumHeight(_LEAST)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(self.notice)
        outer.addLayout(foot)


def _layouts(session: Session) -> tuple[Layout, ...]:
    """Return the layouts that can be printed; those that ship where the office's are unreadable."""
    try:
        return layouts_of(session.file)
    except (ClerkError, MachineError) as refusal:
        note_machine_error(refusal)
        return official_layouts()


def show_rounds(session: Session, parent: QWidget) -> RoundsDialog | None:
    """Open the rounds of the year; None where what is being typed has to be mended first.

    Whoever opens it answers ``place_wanted`` and ``paper_wanted``: the dialog is gone by then.
    """
    if not session.leave():
        return None
    dialog = RoundsDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
