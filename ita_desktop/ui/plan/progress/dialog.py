"""รายงานผลโครงการ: what the projects of the year report in a round, typed as in a spreadsheet."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.plan_progress import ID as REPORT
from ita_desktop.documents.plan_progress import counts
from ita_desktop.domain.evidence import report_code
from ita_desktop.domain.measures import Round
from ita_desktop.domain.plan_reports import reporting, sums_of_results
from ita_desktop.thai.money import format_money
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.plan.progress.lines import (
    report_columns,
    report_lines,
    report_subject,
    words_for,
)
from ita_desktop.ui.rows.columns_menu import ColumnsMenu
from ita_desktop.ui.rows.gestures import GridGestures
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.proofs import proofs_of
from ita_desktop.ui.rows.round_buttons import add_round_buttons, say_rounds
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.workflows.layouts import text_key
from ita_desktop.workflows.plans.papers import usual_round

_SIZE: Final = QSize(1300, 700)
_COLUMNS: Final = "progress"
_NO_PLAN: Final = "ยังไม่มีแผนที่ครอบคลุมปีนี้ กรุณาเริ่มแผนที่แท็บจัดทำแผนก่อน"
_NO_PROJECTS: Final = "ยังไม่มีโครงการที่ดำเนินการในปีนี้ กรุณาเลือกปีที่ดำเนินการของโครงการในแท็บจัดทำแผนก่อน"


class ProgressDialog(QDialog):
    """Every cell is written when it is left; a closed round is only read."""

    print_wanted = Signal(str)
    """The pages of the report of a round ("plan-progress/6") are to be seen."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        year = session.fiscal_year
        self.setWindowTitle(f"รายงานผลโครงการ ปีงบประมาณ {wording.figure(year)}")
        self.resize(fitting(parent, _SIZE))
        self._session, self._settings, self._year = session, settings, year
        self._round: Round = 6
        self.model = GridModel(report_subject(), report_columns(year, session.office))
        self.model.writable = not session.file.read_only
        self.table = GridTable(self.model, words_for(lambda: session.office.units))
        self.table.setAccessibleName("ผลของโครงการ")
        self.table.setAccessibleDescription("พิมพ์แล้วกด Enter กด F6 เพื่อออกจากตาราง")
        self.gestures = GridGestures(session, self.table)
        seen = [f"{name}:{year}" for name in settings.columns(_COLUMNS)]
        self.columns = ColumnsMenu(
            self.table, (*seen, *settings.columns(_COLUMNS)), self._remember_columns
        )
        self.rounds = QButtonGroup(self)
        self.sums = label("", "strong", wrap=True)
        self.counts = label("", "quiet", wrap=True)
        self._empty = label("", "quiet", wrap=True)
        self.notice = Notice()
        self.evidence = QPushButton("หลักฐาน…")
        self.evidence.setToolTip("แนบและดูหลักฐานของโครงการนี้ในรอบนี้ (Ctrl+E)")
        self.print = QPushButton(icon("printer", can_disable=True), "ดูและพิมพ์")
        self._lay_out()
        self._connect()
        plan = session.plan_of_year
        if plan is not None:
            self.look_at(usual_round(plan, year))
        self.refresh()
        if self.model.lines:
            self.table.stand_at(self.model.index(0, 2))
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.table.setFocus()

    @property
    def months(self) -> Round:
        """The round that is looked at."""
        return self._round

    def look_at(self, months: Round) -> None:
        """Look at a round."""
        self.rounds.button(months).setChecked(True)

    def refresh(self) -> None:
        """Show the reports as they are kept now."""
        session = self._session
        if not session.is_open or session.fiscal_year != self._year:
            return
        plan = session.plan_of_year
        closed = session.tracker.closed
        self.model.closed = self._round in closed
        say_rounds(self.rounds, closed, short=False)
        lines = report_lines(plan, self._year)
        if lines != self.model.lines:
            self.model.show(lines)
        self._count_proofs()
        self.table.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._empty.setText(_NO_PLAN if plan is None else _NO_PROJECTS)
        self.print.setEnabled(bool(lines))
        self.evidence.setEnabled(bool(lines))
        those = () if plan is None else reporting(plan, self._year)
        planned, granted, spent = (
            format_money(one, thai_digits=False)
            for one in sums_of_results(those, self._year, self._round)
        )
        ordinance = session.office.ordinance
        self.sums.setText(
            wording.shown(
                f"ตามแผนพัฒนาท้องถิ่น {planned} บาท · ตาม{ordinance} {granted} บาท · เบิกจ่าย {spent} บาท"
            )
            if lines
            else ""
        )
        self.counts.setText(
            wording.shown(f"{len(those)} โครงการ · {counts(those, self._year, self._round)}")
            if lines
            else ""
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Take what is being typed before the dialog goes; where that is refused it stays."""
        if self._session.leave():
            super().done(result)

    def show_evidence(self) -> None:
        """Open the evidence of the current project in the round looked at."""
        line = self.table.current_line()
        if line is None or not self._session.leave():
            return
        from ita_desktop.ui.evidence.copies import PrivateCopies  # noqa: PLC0415 - seldom
        from ita_desktop.ui.evidence.dialog import show_evidence  # noqa: PLC0415 - seldom

        code = report_code(line.kind, line.number, self._round)
        show_evidence(self._session, self._settings, PrivateCopies(self), code, self)

    def _print(self) -> None:
        name = text_key(REPORT, self._round)
        self.accept()
        if not self.isVisible():
            self.print_wanted.emit(name)

    def _turned(self, months: int, on: bool) -> None:
        if on and self._session.leave():
            self._round = 12 if months == 12 else 6
            self.refresh()

    def _count_proofs(self) -> None:
        self.model.show_round(self._round, proofs_of(self._session, self._round))

    def _say(self, words: str, undoable: bool) -> None:
        if words:
            self.notice.say(words, [("เลิกทำ", self._session.undo)] if undoable else [])
        else:
            self.notice.hide()

    def _remember_columns(self, seen: list[str]) -> None:
        self._settings.remember_columns(_COLUMNS, [one.partition(":")[0] for one in seen])

    def _connect(self) -> None:
        session = self._session
        self.rounds.idToggled.connect(self._turned)
        self.gestures.said.connect(self._say)
        self.evidence.clicked.connect(lambda _on=False: self.show_evidence())
        self.print.clicked.connect(lambda _on=False: self._print())
        for told in (session.plan_changed, session.measures_changed, session.office_changed):
            told.connect(self.refresh)
        session.saved.connect(self._count_proofs)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(session.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self).activated.connect(session.redo)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.show_evidence)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        add_round_buttons(self.rounds, head)
        head.addWidget(self.counts, 1)
        head.addWidget(self.columns)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sums, 1)
        foot.addWidget(self.evidence)
        foot.addWidget(self.print)
        close = QPushButton("ปิด")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        for button in (self.columns, self.evidence, self.print, close):
            button.setAutoDefault(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        outer.addWidget(self.notice)
        outer.addLayout(foot)


def open_progress(
    session: Session, settings: Settings, parent: QWidget, see: Callable[[str], object]
) -> ProgressDialog | None:
    """Open the reports of the year looked at; None where what is typed has to be mended first.

    ``see`` shows the pages of a paper and its round ("plan-progress/6").
    """
    if not session.leave():
        return None
    dialog = ProgressDialog(session, settings, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.print_wanted.connect(see)
    dialog.open()
    return dialog
