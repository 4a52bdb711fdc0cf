"""Examples for a topic: sought, read, edited in place, and taken into the topic."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.measures import Topic
from ita_desktop.domain.suggestions import Origin, Suggestion
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording
from ita_desktop.ui.measures.suggestion_card import SuggestionCard
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.workflows.measures import suggestions as work

_SIZE: Final = QSize(1080, 660)
_NOTHING: Final = "ไม่พบตัวอย่างที่มีคำนี้ กรุณาลบคำค้น หรือเพิ่มตัวอย่างของหน่วยงาน"


class SuggestionsDialog(QDialog):
    """The examples on the left, the chosen one on the right."""

    def __init__(self, session: Session, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ตัวอย่างมาตรการ")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self._topic = topic
        self._shown: tuple[Suggestion, ...] = ()
        self._all: tuple[Suggestion, ...] = ()
        self.applied = 0
        """The measure that was made of an example, once it was accepted."""
        self.search = QLineEdit()
        self.search.setAccessibleName("ค้นหาในตัวอย่าง")
        hint(self.search, "ค้นหาในตัวอย่าง  Ctrl+F")
        self.table = WrappedTable(0, ["ตัวอย่าง", "ที่มา"])
        self.table.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self.table.setAccessibleName("ตัวอย่างมาตรการ")
        self.card = SuggestionCard()
        self.notice = Notice()
        self._empty = label(_NOTHING, "", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.go = QPushButton("ใช้ตัวอย่างนี้")
        self.go.setObjectName("main")
        self.go.setToolTip("เพิ่มมาตรการและขั้นตอนลงในประเด็น")
        self.edit = QPushButton("แก้ไข")
        self.new = QPushButton("เพิ่มตัวอย่าง")
        self.hide_one = QPushButton("ซ่อน")
        self.hidden = QPushButton()
        self._lay_out()
        self._connect()
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: the usual button is not meant then."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    @property
    def chosen(self) -> Suggestion | None:
        """The example whose row is chosen."""
        row = self.table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def refresh(self) -> None:
        """List the examples as they are now; the chosen one stays chosen."""
        file, chosen = self._session.file, self.chosen
        try:
            self._all = work.suggestions_for(file, self._topic)
            hidden = len(work.hidden_suggestions(file, self._topic))
        except (ClerkError, MachineError) as refusal:
            self.notice.say(str(refusal), bad=True)
            return
        self.hidden.setVisible(hidden > 0)
        self.hidden.setText(wording.shown(f"แสดงที่ซ่อน {hidden}"))
        self._seek()
        if chosen is not None:
            self._choose(chosen.key)

    def accept(self) -> None:
        if (chosen := self.chosen) is None or self.card.editing:
            return
        try:
            self.applied = work.apply_suggestion(self._session.file, self._topic.id, chosen)
        except (ClerkError, MachineError) as refusal:
            self.notice.say(str(refusal), bad=True)
            return
        self._session.refresh()
        super().accept()

    def reject(self) -> None:
        """Esc gives up the edit first, then the dialog."""
        if self.card.editing:
            self._end_edit()
        else:
            super().reject()

    def _seek(self) -> None:
        """List the examples that have the words sought."""
        words = self.search.text()
        self._shown = tuple(one for one in self._all if one.has(words))
        self.table.setRowCount(len(self._shown))
        for row, one in enumerate(self._shown):
            for column, text in enumerate((one.name, _origin(one))):
                item = QTableWidgetItem(wording.shown(" ".join(text.split())))
                if column:
                    item.setForeground(theme.color("quiet"))
                self.table.setItem(row, column, item)
        self.table.fit()
        if self._shown:
            self.table.selectRow(0)
        self.table.setVisible(bool(self._shown))
        self._empty.setVisible(not self._shown)
        self._show()

    def _choose(self, key: str) -> None:
        for row, one in enumerate(self._shown):
            if one.key == key:
                self.table.selectRow(row)

    def _show(self) -> None:
        """Show the chosen example, and allow what can be done with it."""
        chosen, writable = self.chosen, not self._session.file.read_only
        self.card.show_suggestion(chosen)
        there = chosen is not None and writable
        self.go.setEnabled(there)
        self.edit.setEnabled(there)
        self.new.setEnabled(writable)
        self.hidden.setEnabled(writable)
        used = chosen is not None and chosen.origin is Origin.USED
        self.hide_one.setEnabled(there and not used)
        words = "ซ่อน"
        if chosen is not None and chosen.origin is Origin.OFFICE:
            words = "กลับไปใช้ตัวอย่างเดิม" if chosen.replaces else "ลบ"
        self.hide_one.setText(words)

    def _begin_edit(self, suggestion: Suggestion) -> None:
        for part in (self.table, self.search, *self._buttons()):
            part.setEnabled(False)
        self.card.edit(suggestion)

    def _end_edit(self) -> None:
        for part in (self.table, self.search, *self._buttons()):
            part.setEnabled(True)
        self._show()
        self.table.setFocus()

    def _new(self) -> None:
        """Begin an example of the office's, for the topic's indicator."""
        wanted = work.indicators_of(self._session.file, self._topic)
        indicator = min(wanted) if len(wanted) == 1 else 0
        self._begin_edit(Suggestion(key="", indicator=indicator, measure="", origin=Origin.OFFICE))

    def _keep(self) -> None:
        if (edited := self.card.edited) is None:
            return
        if edited.origin is Origin.USED:  # the measure it comes from stays as it is
            edited = Suggestion(
                key="",
                indicator=edited.indicator,
                measure=edited.measure,
                steps=edited.steps,
                finding=edited.finding,
                follow_up=edited.follow_up,
                origin=Origin.OFFICE,
            )
        try:
            kept = work.save_suggestion(self._session.file, edited)
        except (ClerkError, MachineError) as refusal:
            self.card.refuse(str(refusal))
            return
        self.search.clear()
        self._end_edit()
        self._session.refresh()
        self.refresh()
        self._choose(kept.key)
        self.notice.say("บันทึกตัวอย่างของหน่วยงานแล้ว")

    def _hide(self) -> None:
        if (chosen := self.chosen) is None:
            return
        try:
            work.hide_suggestion(self._session.file, chosen)
        except (ClerkError, MachineError) as refusal:
            self.notice.say(str(refusal), bad=True)
            return
        done = "ซ่อนตัวอย่างแล้ว" if chosen.origin is Origin.SHIPPED else "นำตัวอย่างของหน่วยงานออกแล้ว"
        self._session.refresh()
        self.refresh()
        self.notice.say(done, [("เลิกทำ", self._session.undo)])

    def _show_hidden(self) -> None:
        count = self._session.do(lambda file: work.show_hidden(file, self._topic))
        self.refresh()
        if count is not None:
            self.notice.say(f"แสดงตัวอย่างที่ซ่อนไว้ {count} ตัวอย่างแล้ว")

    def _told(self) -> None:
        """Take up what undo changed."""
        if self._session.is_open and not self.card.editing:
            self.refresh()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.go, self.edit, self.new, self.hide_one, self.hidden)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._seek)
        self.table.itemSelectionChanged.connect(self._show)
        self.table.doubleClicked.connect(self.accept)
        self.go.clicked.connect(self.accept)
        self.edit.clicked.connect(self._edit)
        self.new.clicked.connect(self._new)
        self.hide_one.clicked.connect(self._hide)
        self.hidden.clicked.connect(self._show_hidden)
        self.card.kept.connect(self._keep)
        self.card.given_up.connect(self._end_edit)
        self._session.layouts_changed.connect(self._told)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)

    def _edit(self) -> None:
        if (chosen := self.chosen) is not None:
            self._begin_edit(chosen)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        left.addWidget(self._empty, 1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 4)
        both.addWidget(self.card, 5)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for button in (self.edit, self.new, self.hide_one, self.hidden):
            button.setAutoDefault(False)
            deeds.addWidget(button)
        deeds.addStretch()
        away = QPushButton("ปิด")
        away.setAutoDefault(False)
        away.clicked.connect(self.reject)
        self.go.setDefault(True)
        deeds.addWidget(self.go)
        deeds.addWidget(away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(self._about(), "quiet", wrap=True))
        outer.addLayout(both, 1)
        outer.addWidget(self.notice)
        outer.addLayout(deeds)

    def _about(self) -> str:
        """Return for which indicators the examples are."""
        session = self._session
        wanted = sorted(work.indicators_of(session.file, self._topic))
        known = session.criteria.indicator_by_number
        names = [f"ตัวชี้วัดที่ {one} {known[one].name}" for one in wanted if one in known]
        if not names:
            return "ประเด็นนี้ไม่ได้ระบุข้อของเกณฑ์ จึงแสดงตัวอย่างของทุกตัวชี้วัด"
        return wording.shown("ตัวอย่างของ " + " และ ".join(names))


def show_suggestions(session: Session, topic_id: int, parent: QWidget) -> SuggestionsDialog | None:
    """Open the examples for a topic of the year looked at; None where that is refused."""
    if not session.leave():
        return None
    topic = next((one for one in session.tracker.topics if one.id == topic_id), None)
    if topic is None:
        session.refused.emit(work.TOPIC_GONE)
        return None
    dialog = SuggestionsDialog(session, topic, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _origin(suggestion: Suggestion) -> str:
    match suggestion.origin:
        case Origin.SHIPPED:
            return "มากับโปรแกรม"
        case Origin.OFFICE:
            return "ของหน่วยงาน"
        case Origin.USED:
            return f"มาตรการปี {suggestion.fiscal_year}"
