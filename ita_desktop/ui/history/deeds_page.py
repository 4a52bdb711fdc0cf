"""All deeds, newest first, and what the chosen one changed; back to any of them and forth."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.db.change_log import Deed
from ita_desktop.db.history import Numbered, Recorded
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages, wording
from ita_desktop.ui.history.row_dialog import RowHistoryDialog
from ita_desktop.ui.history.whole_line import show_line
from ita_desktop.ui.history.window_model import Column, WindowModel
from ita_desktop.ui.history.window_table import WindowTable
from ita_desktop.ui.icons import icon
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.wording import moment
from ita_desktop.workflows import history
from ita_desktop.workflows.described_changes import Line

_MOST_SOUGHT = 100
NOTHING_YET = "ยังไม่มีการแก้ไข เมื่อบันทึกหรือแก้ข้อมูล รายการจะแสดงที่นี่"
_NOTHING_FOUND = "ไม่พบรายการที่มีคำนี้ กรุณาลองคำอื่น"

_DEEDS: tuple[Column[Recorded], ...] = (
    Column("เมื่อ", lambda deed: moment(deed.at), 160),
    Column("รายการ", lambda deed: wording.shown(history.deed_words(deed)), 0),
    Column("ผู้แก้ไข", lambda deed: deed.person, 140, spare=True),
    Column("จำนวน", lambda deed: wording.figure(deed.changes), 76, spare=True),
    Column("สถานะ", history.standing_words, 190),
)
_CHANGES: tuple[Column[Line], ...] = (
    Column("ทำอะไร", lambda line: line.verb, 76),
    Column("ที่ไหน", lambda line: wording.shown(line.place), 0),
    Column("ช่อง", lambda line: wording.shown(line.field), 150),
    Column("ก่อน", lambda line: wording.shown(line.before), 0),
    Column("หลัง", lambda line: wording.shown(line.after), 0),
)


class DeedsPage(QWidget):
    """The tab รายการแก้ไข."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.foot = QHBoxLayout()
        self._lines: list[tuple[Numbered, int]] = []
        self.search = QLineEdit()
        hint(self.search, "ค้นหารายการหรือชื่อผู้แก้ไข")
        self.search.setAccessibleName("ค้นหาในประวัติการแก้ไข")
        self.search.setMaxLength(_MOST_SOUGHT)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(340)
        self._count = label("", "quiet")
        self._empty = label("", "quiet", wrap=True)
        self.deeds = WindowTable(
            WindowModel(
                _DEEDS,
                lambda numbers: history.deeds(session.file, numbers),
                lambda deed: bool(history.standing_words(deed)) or deed.kind != "edit",
            ),
            "รายการแก้ไข ใหม่สุดอยู่บน",
        )
        self.changes = WindowTable(
            WindowModel(
                _CHANGES,
                self._lines_of,
            ),
            "สิ่งที่รายการนี้เปลี่ยน กด Enter เพื่ออ่านเต็มข้อความ",
        )
        self._head = label("", "strong", wrap=True)
        self._why = label("", "quiet", wrap=True)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.undo = QPushButton("เลิกทำถึงตรงนี้…")
        self.undo.setIcon(icon("undo-2"))
        self.undo.setToolTip("เลิกทำรายการนี้และทุกรายการที่ใหม่กว่า")
        self.story = QPushButton("ประวัติของข้อมูลนี้…")
        self.story.setToolTip("ทุกการแก้ไขของข้อมูลในแถวที่เลือก (Ctrl+H)")
        self.redo = QPushButton("ทำซ้ำถึงตรงนี้…")
        self.redo.setIcon(icon("redo-2"))
        self.redo.setToolTip("ทำซ้ำรายการที่เลิกทำไว้จนถึงรายการนี้")
        for button in (self.undo, self.story, self.redo):
            button.setAutoDefault(False)  # Enter belongs to the lists and to the field of search
        self._lay_out()
        self.search.returnPressed.connect(self.deeds.setFocus)
        self.search.textChanged.connect(self.reload)
        self.deeds.chosen.connect(self._show_deed)
        self.deeds.taken.connect(self._look_at_changes)
        self.changes.taken.connect(self._show_line)
        self.story.clicked.connect(self._show_story)
        keys = QShortcut(QKeySequence("Ctrl+H"), self)
        keys.activated.connect(self._show_story)
        self.undo.clicked.connect(self._undo)
        self.redo.clicked.connect(self._redo)
        for table in (self.deeds, self.changes):
            table.rows.refused.connect(self._say)
        session.saved.connect(self.reload)
        self.reload()

    @property
    def deed(self) -> Recorded | None:
        """The deed that is chosen."""
        return self.deeds.rows.row(self.deeds.currentIndex().row())

    def reload(self) -> None:
        """Take the deeds anew; the chosen one stays chosen."""
        kept, why = self.deed, ""
        try:
            numbers: Sequence[int] = history.deed_numbers(self._session.file, self.search.text())
        except (ClerkError, MachineError) as refusal:
            numbers, why = (), str(refusal)
        place = numbers.index(kept.id) if kept is not None and kept.id in numbers else 0
        self.deeds.show_rows(numbers, place)
        self._count.setText(wording.shown(f"{len(numbers)} รายการ"))
        sought = bool(self.search.text().strip())
        self._empty.setText("" if numbers else _NOTHING_FOUND if sought else NOTHING_YET)
        self._empty.setVisible(not numbers)
        self._splitter.setVisible(bool(numbers))
        if why:
            self._say(why)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self._count)
        top.addStretch()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self.story)
        column.addLayout(head)
        column.addWidget(self.changes, 1)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.deeds)
        self._splitter.addWidget(below)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self.foot.addWidget(self._why, 1)
        self.foot.addWidget(self.undo)
        self.foot.addWidget(self.redo)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self._empty)
        outer.addWidget(self._splitter, 1)
        outer.addWidget(self._error)
        outer.addLayout(self.foot)

    def _show_deed(self, place: int) -> None:
        self._error.hide()
        deed = self.deeds.rows.row(place)
        self._lines = []
        if deed is not None:
            try:
                found = history.changes(self._session.file, deed.id)
                self._lines = [(one, line) for one in found for line in range(history.width(one))]
            except (ClerkError, MachineError) as refusal:
                self._say(str(refusal))
        self.changes.show_rows(range(len(self._lines)))
        name = "" if deed is None else history.deed_words(deed)
        self._head.setText(wording.shown(f"สิ่งที่เปลี่ยนใน “{name}” {len(self._lines)} ช่อง"))
        self._head.setVisible(deed is not None)
        self.story.setEnabled(bool(self._lines))
        refused = self._session.file.read_only
        why = "" if deed is None else history.why_not_undone(deed)
        self._why.setText(wording.shown(refused or why))
        may = deed is not None and deed.kind == "edit" and not refused
        self.undo.setEnabled(may and deed is not None and deed.state == "done")
        self.redo.setEnabled(may and deed is not None and deed.state == "undone")

    def _lines_of(self, places: Sequence[int]) -> Sequence[Line]:
        """Return the lines at these places in words; those of one change are found together."""
        said: dict[int, tuple[Line, ...]] = {}
        lines: list[Line] = []
        for place in places:
            change, number = self._lines[place]
            if change.id not in said:
                said[change.id] = history.described(self._session.file, change)
            lines.append(said[change.id][number])
        return lines

    def _look_at_changes(self) -> None:
        self.changes.setFocus()

    def _show_line(self, place: int) -> None:
        """Show a change with its whole texts; the table has room for their beginnings."""
        line = self.changes.rows.row(place)
        if line is not None:
            show_line(line, self)

    def _show_story(self) -> None:
        """Show all that became of the row that the chosen change was about."""
        place = self.changes.currentIndex().row()
        line = self.changes.rows.row(place)
        if line is not None:
            RowHistoryDialog(self._session, self._lines[place][0], line.place, self).open()

    def _undo(self) -> None:
        if (deed := self.deed) is not None:
            self._ask("เลิกทำ", self._session.file.standing(deed.id), deed)

    def _redo(self) -> None:
        if (deed := self.deed) is not None:
            self._ask("ทำซ้ำ", self._session.file.undone(deed.id), deed)

    def _ask(self, verb: str, deeds: tuple[Deed, ...], deed: Recorded) -> None:
        """Say how many deeds it will be; one alone needs no question, the other way is as near."""
        self._error.hide()
        turn = self._session.undo_to if verb == "เลิกทำ" else self._session.redo_to
        if len(deeds) < 2:
            turn(deed.id)
            self.deeds.setFocus()
            return
        many = wording.shown(f"{len(deeds)} รายการ")
        question = (
            f"จะ{verb} {len(deeds)} รายการ ตั้งแต่ “{deeds[0].name}” จนถึง “{deeds[-1].name}”"
            f" หากเปลี่ยนใจ {'ทำซ้ำ' if verb == 'เลิกทำ' else 'เลิกทำ'}กลับได้จากหน้านี้"
        )
        offers = [(f"{verb} {many}", lambda: turn(deed.id))]
        messages.offer(self, f"{verb}ถึงตรงนี้", question, offers, "ยกเลิก")

    def _say(self, why: str) -> None:
        self._error.setText(wording.shown(why))
        self._error.show()
