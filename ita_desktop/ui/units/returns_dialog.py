"""What came back from the units, before anything is written: new, disputed, refused; one deed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.domain.three_ways import KEEP, TAKE
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording, work
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.session import Session
from ita_desktop.ui.units.conflict_card import ConflictCard
from ita_desktop.ui.units.returned_words import state_words, summary_of
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.long_table import LongTable, cut
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.workflows.units.plan import PlanLineOf, ReturnedPlan, Verdict

_SIZE: Final = QSize(1180, 680)
_FILE, _AFTER = 0, 5
_NARROW: Final = 800
"""Under so many pixels the names of files give way: the unit is named beside them."""
_LEAST: Final = 160
"""Pixels of the table and of the texts: where there is less room all of it is scrolled."""
_SHARE: Final = 0.36
"""Of the dialog's height, for the texts of a conflict."""
_ORDER: Final = (Verdict.CONFLICT, Verdict.REFUSED, Verdict.NOTED, Verdict.NEW)


@dataclass(frozen=True, slots=True)
class Returning:
    """What sheets are of: how they are read, held against the file looked at, and taken."""

    title: str
    row: str
    """Head of the column that says what a row is of."""
    read: Callable[[tuple[Path, ...], Callable[[float], None]], Any]
    """In a worker."""
    plan: Callable[[Any], ReturnedPlan[Any]]
    take: Callable[[Any, Mapping[Any, str]], int]


class ReturnsDialog(QDialog):
    """Reads the sheets beside the work, lists what each brings, and takes all of it as one deed."""

    def __init__(
        self,
        session: Session,
        window_notice: Notice,
        paths: Sequence[Path],
        returning: Returning,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._window_notice = window_notice
        self._returning = returning
        self._plan: ReturnedPlan[Any] | None = None
        self._lines: tuple[PlanLineOf[Any], ...] = ()
        self._choices: dict[Any, str] = {}
        self.setWindowTitle(returning.title)
        below = parent.parentWidget() if isinstance(parent, QDialog) else parent
        self.resize(fitting(below or parent, _SIZE))
        self.summary = label("", "cardTitle", wrap=True)
        self._left = label("", "error", wrap=True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("ความคืบหน้าการอ่านแบบรายงาน")
        self._bar.setTextVisible(False)
        self.table = LongTable(["ไฟล์", "หน่วยงาน", returning.row, "ช่อง", "เดิม", "ใหม่", "สถานะ"])
        self.table.setAccessibleName("สิ่งที่หน่วยงานรายงาน")
        self.conflict = ConflictCard()
        self._error = label("", "error", wrap=True)
        self.all_theirs = QPushButton("ใช้ของหน่วยงานทั้งหมด")
        self.all_ours = QPushButton("คงของเดิมทั้งหมด")
        for button in (self.all_theirs, self.all_ours):
            button.setToolTip("ใช้กับทุกรายการที่ยังไม่ได้เลือก")
        self.take = QPushButton("รับ")
        self.take.setObjectName("main")
        self._away = QPushButton("ยกเลิก")
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.conflict.chosen.connect(self._choose)
        self.all_theirs.clicked.connect(lambda _on=False: self._choose_all(TAKE))
        self.all_ours.clicked.connect(lambda _on=False: self._choose_all(KEEP))
        self.take.clicked.connect(lambda _on=False: self._take())
        self._away.clicked.connect(self.reject)
        for part in (self.table, self.conflict, self.all_theirs, self.all_ours):
            part.hide()
        self.take.setEnabled(False)
        self.summary.setText(wording.shown(f"กำลังอ่านแบบรายงาน {len(paths)} ไฟล์"))
        job = work.run(
            partial(returning.read, tuple(paths)), self._show, self._not_read, self._moved
        )
        if job.runs:
            job.ends_with(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.conflict.setFixedHeight(max(_LEAST, round(self.height() * _SHARE)))
        self.table.setColumnHidden(_FILE, self.width() < _NARROW)

    def _moved(self, share: float) -> None:
        if isValid(self):
            self._bar.setValue(round(share * 100))

    def _not_read(self, fault: Exception) -> None:
        raise fault  # what is wrong in a file is told in its place; this is a fault of ours

    def _show(self, sheets: object) -> None:
        if not isValid(self) or not self._session.is_open:
            return
        self._bar.hide()
        try:
            plan = self._returning.plan(sheets)
        except (ClerkError, MachineError) as refusal:
            self.summary.setText("เปรียบเทียบกับข้อมูลในไฟล์ไม่ได้")
            self._say_error(refusal)
            return
        self._plan = plan
        self._lines = tuple(sorted(plan.lines, key=lambda line: _ORDER.index(line.verdict)))
        self.summary.setText(wording.shown(summary_of(plan)))
        self.table.setVisible(bool(self._lines))
        self.table.show_rows(len(self._lines), self._cells)
        self._follow()
        (self.table if self._lines else self._away).setFocus()

    def _cells(self, row: int) -> list[QTableWidgetItem]:
        """Return the cells of a line, in the colours of what becomes of it, beside the words."""
        line = self._lines[row]
        nothing = wording.NOTHING if line.place else ""
        texts = (
            line.file,
            wording.shown(line.unit) or line.file,
            wording.shown(line.row),
            line.field,
            line.before or nothing,
            line.after or nothing,
        )
        items = [QTableWidgetItem(cut(text)) for text in texts]
        items.append(QTableWidgetItem(state_words(line, self._choices)))
        for item in items:
            if line.verdict is Verdict.REFUSED:
                item.setForeground(theme.color("red"))
                item.setBackground(theme.color("on_red"))
            elif line.verdict is Verdict.CONFLICT:
                is_open = line.place not in self._choices
                item.setBackground(theme.color("on_amber" if is_open else "on_green"))
            elif line.verdict is Verdict.NOTED:
                item.setForeground(theme.color("amber"))
        if line.verdict is Verdict.NEW:
            items[_AFTER].setFont(theme.font(strong=True))
        return items

    def _show_chosen(self) -> None:
        """Show the conflict of the row that is chosen, with all its texts."""
        row = self.table.currentRow()
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        shown = line is not None and line.verdict is Verdict.CONFLICT and line.place is not None
        self.conflict.setVisible(shown)
        if line is not None and shown and line.place is not None:
            self.conflict.show_conflict(line, self._choices.get(line.place))

    def _choose(self, text: str) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._lines) and (place := self._lines[row].place) is not None:
            self._choices[place] = text
            self.table.show_again(row)
            self._follow()

    def _choose_all(self, words: str) -> None:
        """Choose one way out for all that are not chosen yet and have it.

        Where units differ none of them is theirs alone: that is chosen one by one.
        """
        for row, line in enumerate(self._lines):
            options = {option.label: option.text for option in line.options}
            if line.place is not None and line.place not in self._choices and words in options:
                self._choices[line.place] = options[words]
                self.table.show_again(row)
        self._show_chosen()
        self._follow()
        if self.take.isEnabled():  # the button pressed is off: the keyboard is not left on ยกเลิก
            self.take.setFocus()
        elif not self.all_theirs.isEnabled():
            self.table.setFocus()

    def _follow(self) -> None:
        """Say how many fields would be written, and what is still to be chosen."""
        if self._plan is None:
            return
        conflicts = self._plan.of(Verdict.CONFLICT)
        left = sum(line.place not in self._choices for line in conflicts)
        kept = sum(self._choices.get(line.place) == line.before for line in conflicts if line.place)
        count = len(self._plan.of(Verdict.NEW)) + len(conflicts) - kept
        self._left.setText(
            wording.shown(f"ยังต้องเลือกอีก {left} รายการ กดที่แถวสีเหลืองแล้วเลือกข้อความด้านล่าง")
        )
        self._left.setVisible(left > 0)
        for button in (self.all_theirs, self.all_ours):
            button.setVisible(bool(conflicts))
            button.setEnabled(left > 0)
        self.take.setText(wording.shown(f"รับ {count} ช่อง"))
        self.take.setVisible(count > 0)
        self.take.setEnabled(count > 0 and left == 0 and not self._session.file.read_only)
        self._away.setText("ยกเลิก" if count else "ปิด")

    def _take(self) -> None:
        if self._plan is None:
            return
        try:
            count = self._returning.take(self._plan, self._choices)
        except (ClerkError, MachineError) as refusal:
            self._say_error(refusal)
            return
        self._session.refresh()
        if isValid(self._window_notice):
            words = f"รับแบบรายงานจากหน่วยงานแล้ว {count} ช่อง กด Ctrl+Z หากต้องการเลิกทำ"
            self._window_notice.say(words, [("เลิกทำ", self._session.undo)])
        self.accept()

    def _say_error(self, refusal: ClerkError | MachineError) -> None:
        note_machine_error(refusal)
        self._error.setText(wording.shown(str(refusal)))
        self._error.show()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.all_theirs, self.all_ours):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.take)
        foot.addWidget(self._away)
        for button in (self.all_theirs, self.all_ours, self.take, self._away):
            button.setAutoDefault(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        content = QVBoxLayout()
        content.setSpacing(10)
        content.addWidget(self.summary)
        content.addWidget(self._left)
        content.addWidget(self._bar)
        content.addWidget(self.table, 1)
        content.addWidget(self.conflict)
        content.addStretch()
        self.table.setMinimumHeight(_LEAST)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(self._error)
        outer.addLayout(foot)
        for part in (self._left, self._error):
            part.hide()


def open_returns(
    session: Session, notice: Notice, paths: Sequence[Path], returning: Returning, parent: QWidget
) -> ReturnsDialog | None:
    """Open what the units sent back; None where what is being typed has to be mended first."""
    if not session.leave():
        return None
    dialog = ReturnsDialog(session, notice, paths, returning, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
