"""What a treatment is: which measure of the year, against which risk, of which project."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measure_names import measure_name, topic_name
from ita_desktop.domain.measures import ROUNDS
from ita_desktop.domain.nameless import NAMELESS, TEXTLESS
from ita_desktop.domain.risks import Process, Treatment
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.text import find, one_line
from ita_desktop.ui import wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.long_table import LongTable, cut
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.workflows.risks.links import (
    against_risk,
    link_measure,
    link_project,
    linked_state,
    linked_words,
    measure_from_treatment,
    unlink,
)
from ita_desktop.workflows.rows.deeds import Edit, set_field

if TYPE_CHECKING:
    from ita_desktop.domain.measures import Measure, Topic

_SIZE: Final = QSize(900, 600)
_LEAST: Final = 140
"""Pixels of the table: where there is less room all of it is scrolled."""
_CHOICE: Final = 440
"""Pixels of a choice: what is left at 200 %."""
_NONE: Final = "ปีนี้ยังไม่มีมาตรการให้เลือก กด เพิ่มเป็นมาตรการใหม่ เพื่อเพิ่มจากมาตรการควบคุมนี้"
_NOT_FOUND: Final = "ไม่พบมาตรการที่มีคำนี้ กรุณาลองคำอื่น"


class LinkDialog(QDialog):
    """Each choice is one deed and seen at once; the dialog stays until it is closed."""

    measure_wanted = Signal(int, int)
    """This measure (its topic, its number) is to be shown; the dialog is gone by then."""

    def __init__(
        self, session: Session, process: Process, treatment: Treatment, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("ความเชื่อมโยงของมาตรการควบคุม")
        self.resize(fitting(parent, _SIZE))
        self._session, self._number = session, treatment.id
        self._process, self._treatment = process, treatment
        self._measures: list[tuple[int, Topic, Measure]] = []
        """Those that are listed, with their numbers through the year."""
        self.words = label("", "strong", wrap=True)
        self.risk = QComboBox()
        self.risk.setAccessibleName("ใช้กับความเสี่ยง")
        self.planned = QComboBox()
        self.planned.setAccessibleName("โครงการในแผน")
        self.project = QLineEdit()
        self.project.setAccessibleName("โครงการอื่น")
        hint(self.project, "ชื่อโครงการที่ไม่อยู่ในแผนนี้ (ถ้ามี)")
        self.linked = label("", "", wrap=True)
        self.go = QPushButton("ไปที่มาตรการ")
        self.free = QPushButton("เลิกเชื่อม")
        self.search = QLineEdit()
        self.search.setAccessibleName("ค้นหามาตรการ")
        hint(self.search, "ค้นหามาตรการของปี")
        self.table = LongTable(["ที่", "ประเด็น", "มาตรการ"])
        self.table.setAccessibleName("มาตรการของปี กด Enter เพื่อเชื่อม")
        self.empty = label("", "quiet", wrap=True)
        self.notice = Notice()
        self.link = QPushButton("เชื่อมกับมาตรการนี้")
        self.link.setObjectName("main")
        self.make = QPushButton("เพิ่มเป็นมาตรการใหม่")
        self.make.setToolTip("เพิ่มมาตรการใหม่จากข้อความ ผู้รับผิดชอบ และระยะเวลาของมาตรการควบคุมนี้")
        self.away = QPushButton("ปิด")
        self._lay_out()
        self._connect()
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Take the project that is being typed, then go."""
        self._keep_project()
        super().done(result)

    def refresh(self) -> None:
        """Show how the treatment is linked now; gone, the dialog closes."""
        if not self._session.is_open:
            return
        found = treatment_of(self._session, self._number)
        if found is None:
            self.reject()
            return
        self._process, self._treatment = found
        writable = not self._session.file.read_only
        self.words.setText(wording.shown(cut(one_line(self._treatment.text) or TEXTLESS)))
        self._show_risks()
        self.risk.setEnabled(writable)
        self.project.setText(self._treatment.project)
        self.project.setCursorPosition(0)
        self.project.setReadOnly(not writable)
        self._show_projects()
        self.planned.setEnabled(writable and self.planned.count() > 1)
        self.project.setEnabled(self._treatment.linked is None)
        words = linked_words(self._session.tracker, self._treatment)
        linked = f"เชื่อมกับ {cut(words)}{self._state()}" if words else "ยังไม่ได้เชื่อมกับมาตรการ"
        self.linked.setText(wording.shown(linked))
        self.go.setVisible(bool(words))
        self.free.setVisible(bool(words))
        self.free.setEnabled(writable)
        self.make.setEnabled(writable and not words)
        self._list()

    def _state(self) -> str:
        """Return how far the linked measure is by its own reports; "" where none says."""
        tracker = self._session.tracker
        for months in reversed(ROUNDS):
            if state := linked_state(tracker, self._treatment, months):
                return f" ({state.words} รอบ {months} เดือน)"
        return ""

    def _show_risks(self) -> None:
        self.risk.clear()
        self.risk.addItem("ทุกความเสี่ยงของกระบวนงานนี้", None)
        numbers = {one.risk.id: one.number for one in self._session.register.risks()}
        for risk in self._process.risks:
            words = f"{numbers[risk.id]}. {one_line(risk.text) or TEXTLESS}"
            _offer(self.risk, words, risk.id)
        ids = [None, *(risk.id for risk in self._process.risks)]
        self.risk.setCurrentIndex(ids.index(self._treatment.risk))

    def _show_projects(self) -> None:
        """Offer the projects of the plan that covers the year, and the one it is already."""
        plan, linked = self._session.plan_of_year, self._treatment.linked
        self.planned.clear()
        none = "ไม่ใช่โครงการในแผน" if plan is not None else "ยังไม่มีแผนที่ครอบคลุมปีนี้"
        self.planned.addItem(none, None)
        for one in () if plan is None else plan.placed():
            words = f"{one.number}. {one_line(one.project.name) or NAMELESS}"
            _offer(self.planned, words, one.project.id)
        place = 0 if linked is None else self.planned.findData(linked.id)
        if linked is not None and place < 0:  # of a plan of other years
            _offer(self.planned, linked.words, linked.id)
            place = self.planned.count() - 1
        self.planned.setCurrentIndex(place)

    def _list(self, _sought: str = "") -> None:
        """List the measures of the year that have what is sought."""
        sought = self.search.text()
        numbered = enumerate(self._session.tracker.measures(), start=1)
        self._measures = [
            (number, topic, measure)
            for number, (topic, measure) in numbered
            if find(f"{topic_name(topic)} {measure.text}", sought)
        ]

        def cells(row: int) -> list[QTableWidgetItem]:
            number, topic, measure = self._measures[row]
            texts = (str(number), topic_name(topic), measure_name(topic, measure))
            return [QTableWidgetItem(cut(wording.shown(text))) for text in texts]

        self.table.show_rows(len(self._measures), cells)
        self.table.setVisible(bool(self._measures))
        self.empty.setVisible(not self._measures)
        self.empty.setText(_NOT_FOUND if sought.strip() else _NONE)
        self.link.setEnabled(bool(self._measures) and not self._session.file.read_only)

    def _link(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._measures) and self.link.isEnabled():
            measure = self._measures[row][2].id
            self._do(lambda: link_measure(self._session.file, self._number, measure))

    def _link_row(self, _index: QModelIndex) -> None:
        self._link()

    def _make(self) -> None:
        self._do(lambda: measure_from_treatment(self._session.file, self._number))

    def _choose_risk(self, place: int) -> None:
        risk: int | None = self.risk.itemData(place)
        if risk != self._treatment.risk:
            self._do(lambda: against_risk(self._session.file, self._number, risk))

    def _choose_project(self, place: int) -> None:
        project: int | None = self.planned.itemData(place)
        linked = self._treatment.linked
        if project != (None if linked is None else linked.id):
            self._do(lambda: link_project(self._session.file, self._number, project))

    def _keep_project(self) -> None:
        text = self.project.text()
        if text != self._treatment.project and not self.project.isReadOnly():
            edit = Edit(kind=Kind.TREATMENT, number=self._number, field="project", text=text)
            self._do(partial(set_field, self._session.file, edit))

    def _go(self) -> None:
        number = self._treatment.measure
        for topic, measure in self._session.tracker.measures():
            if measure.id == number:
                self.accept()
                self.measure_wanted.emit(topic.id, measure.id)
                return

    def _do(self, deed: Callable[[], object]) -> None:
        """Do a deed and show what it made; what is refused is said here."""
        try:
            deed()
        except (ClerkError, MachineError) as refusal:
            note_machine_error(refusal)
            self.notice.say(str(refusal), bad=True)
            return
        self.notice.hide()
        self._session.refresh()
        self.refresh()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._list)
        self.table.activated.connect(self._link_row)
        self.risk.activated.connect(self._choose_risk)
        self.planned.activated.connect(self._choose_project)
        self.project.editingFinished.connect(self._keep_project)
        self.link.clicked.connect(lambda _on=False: self._link())
        self.make.clicked.connect(lambda _on=False: self._make())
        self.free.clicked.connect(
            lambda _on=False: self._do(lambda: unlink(self._session.file, self._number))
        )
        self.go.clicked.connect(lambda _on=False: self._go())
        self.away.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for box in (self.risk, self.planned):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(20)
            box.setMaxVisibleItems(16)
        for row, (words, field) in enumerate(
            (
                ("ใช้กับความเสี่ยง", self.risk),
                ("โครงการในแผน", self.planned),
                ("โครงการอื่น", self.project),
            )
        ):
            caption = label(words)
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.linked, 1)
        for button in (self.go, self.free):
            state.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.make)
        foot.addStretch()
        for button in (self.link, self.away):
            foot.addWidget(button)
        for button in (self.go, self.free, self.make, self.link, self.away):
            button.setAutoDefault(False)
        content = QVBoxLayout()
        content.setSpacing(10)
        content.addWidget(self.words)
        content.addLayout(grid)
        content.addLayout(state)
        content.addWidget(self.search)
        content.addWidget(self.table, 1)
        content.addWidget(self.empty, 1)
        self.table.setMinimumHeight(_LEAST)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(self.notice)
        outer.addLayout(foot)


def _offer(box: QComboBox, words: str, data: int) -> None:
    """Add a choice that has room in the narrowest window; its tool tip has the whole name."""
    whole = wording.shown(words)
    short = box.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, _CHOICE)
    box.addItem(short, data)
    if short != whole:
        box.setItemData(box.count() - 1, tool_tip(whole), Qt.ItemDataRole.ToolTipRole)
        box.setItemData(box.count() - 1, whole, Qt.ItemDataRole.AccessibleTextRole)


def treatment_of(session: Session, number: int) -> tuple[Process, Treatment] | None:
    """Return a treatment of the year looked at with its process; None where it is gone."""
    for process in session.register.processes:
        for treatment in process.treatments:
            if treatment.id == number:
                return process, treatment
    return None


def show_links(session: Session, treatment: int, parent: QWidget) -> LinkDialog | None:
    """Open the links of a treatment; None where it is gone or typing has to be mended first."""
    if not session.leave() or (found := treatment_of(session, treatment)) is None:
        return None
    dialog = LinkDialog(session, *found, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
