"""The tab เมทริกซ์ความเสี่ยง: the register at the left, the matrix at the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risks import Process, Register, Treatment
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.risks.matrix.moving import Moving
from ita_desktop.ui.risks.tab.detail import Detail
from ita_desktop.ui.risks.tab.empty import EmptyPage
from ita_desktop.ui.risks.tab.filter_bar import FilterBar
from ita_desktop.ui.risks.tab.going import Going
from ita_desktop.ui.risks.tab.lines import Line
from ita_desktop.ui.risks.tab.other_work import OtherWork
from ita_desktop.ui.risks.tab.register_card import RegisterCard
from ita_desktop.ui.risks.tab.register_lacks import register_lacks
from ita_desktop.ui.risks.tab.seen_rows import SeenRows
from ita_desktop.ui.risks.tab.words import words_for, words_for_treatment
from ita_desktop.ui.rows.gestures import GridGestures
from ita_desktop.ui.rows.line import adding_key
from ita_desktop.ui.rows.proofs import proofs_of
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.side_by_side import SideBySide
from ita_desktop.ui.widgets.work_or_beginning import filled

_ONE_LINE = 1250
"""Pixels of a page where filter and buttons have one line."""
_LEAST_HEIGHT = 130


class RisksPage(QWidget):
    """Risks of the year looked at."""

    evidence_requested = Signal(str)
    """The evidence of this report is to be shown."""
    import_requested = Signal()
    """A workbook is to be taken in."""
    place_wanted = Signal(object)
    """What is lacking there is to be mended, in whichever tab (``domain.lacks.Place``)."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._notice = session, notice
        self._shown: Register | None = None
        self.papers = QMenu("เอกสาร", self)
        """Is filled by whoever makes papers."""
        self.work = OtherWork(session, notice, self)
        self.bar = FilterBar(self.papers, self.work.menu)
        self.detail = Detail(settings, self._words_for_treatment, self._link_of)
        self.left = RegisterCard(
            settings,
            lambda: session.register.method,
            lambda field: words_for(session, field),
            self.detail,
        )
        self.right = MatrixCard(settings)
        self.matrix = self.right.matrix
        self.table, self.model = self.left.table, self.left.model
        self.going = Going(session, self.left, self.detail, self.bar)
        self.gestures = GridGestures(session, self.table)
        self.treatment_gestures = GridGestures(session, self.detail.table)
        self.moving = Moving(session, self.matrix, notice)
        self._both = SideBySide(self.left, self.right, ("ทะเบียน", "เมทริกซ์"))
        self.turn = self._both.turn
        self._rows = SeenRows(session, self.bar, self.matrix, self)
        self._lacks = register_lacks(session, self)
        self.empty = EmptyPage()
        self.bar.add_first(self.turn)
        self._stack = filled(self, self.bar, self._both, self.empty)
        self._connect()
        self.model.writable = self.detail.model.writable = not session.file.read_only
        self._count_proofs()
        self.refresh()

    @property
    def months(self) -> Round:
        """The round that is looked at."""
        return self.detail.months

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        if self._stack.begins:
            return self.empty.first
        return self.matrix if self.left.isHidden() else self.left.keyboard

    def refresh(self, *, anew: bool = False) -> None:
        """Show the risks as they are now; what did not change is not drawn anew.

        ``anew``: rows that no longer fit the filter go.
        """
        register = self._session.register
        if register is self._shown and not anew:
            return
        came = self._shown is not None and not self._shown.processes
        self._shown = register
        self.right.show_register(register)
        lines = self._rows.lines(register, anew=anew)
        at = self.table.current_line()
        self.model.show(lines)
        if at is not None and not self.table.currentIndex().isValid():
            self.table.go_to(at.key)
        chip = next((line for line in lines if line.chip), None)
        if lines and (not self.table.currentIndex().isValid() or (came and chip is not None)):
            self.table.go_to((chip or lines[0]).key)
        total = sum(len(process.risks) for process in register.processes)
        self.left.say_counts(sum(line.kind is Kind.RISK and not line.adds for line in lines), total)
        self._look_later()
        self._show_row()
        self._turn_to(register)

    def go_to(self, row: str, field: str = "text") -> bool:
        """Turn to a field of a row ("risk:12"); whatever hides it is shown again."""
        if not row.startswith((Kind.PROCESS, Kind.RISK, Kind.TREATMENT, "+")):
            return False
        self._both.show_table()
        return self.going.go_to(row, field)

    def go_to_place(self, place: Place) -> bool:
        """Turn to what is lacking, in the round whose report lacks it; the keyboard goes along."""
        if place.kind == "fiscal_year":
            from ita_desktop.domain.risk_level_checks import METHOD  # noqa: PLC0415 - seldom

            deed = self.work.show_method if place.field == METHOD else self._begin
            deed()
            return True
        self._both.show_table()
        return self.going.go_to_place(place)

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) row that holds ``text``.

        Returns which match it is and how many there are.
        """
        return self.going.find_text(text, step=step)

    def evidence_code(self) -> str:
        """Return the code of what the current treatment reports; empty where none is current."""
        line = self.detail.table.current_line()
        if line is None or line.adds or not self.detail.isVisible():
            return ""
        from ita_desktop.domain.evidence import report_code  # noqa: PLC0415 - when first asked

        return report_code(line.kind, line.number, self.months)

    def minimumSizeHint(self) -> QSize:
        """Return what a low window gives, also while another tab says more at its foot."""
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc show all risks again."""
        if event.key() == Qt.Key.Key_Escape and not self.bar.filter().takes_all:
            self.bar.show_all()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window register and matrix take turns."""
        super().resizeEvent(event)
        self.bar.fit(wide=self.width() >= _ONE_LINE)
        self._both.fit(self.width())

    def _connect(self) -> None:
        session = self._session
        session.risks_changed.connect(self.refresh)
        session.measures_changed.connect(self._measures_changed)
        session.office_changed.connect(self._look_later)
        session.year_changed.connect(self._year_changed)
        session.risk_reverted.connect(self.go_to)
        session.saved.connect(self._count_proofs)
        self._rows.changed.connect(partial(self.refresh, anew=True))
        self.bar.method.clicked.connect(lambda _on=False: self.work.show_method())
        self._both.turned.connect(self._enter)
        self.left.add.clicked.connect(lambda _on=False: self._add_risk())
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.detail.round_changed.connect(self._round_changed)
        self.matrix.risk_chosen.connect(self._choose_risk)
        self.gestures.said.connect(self._say)
        self.treatment_gestures.said.connect(self._say)
        self.treatment_gestures.menu_opened.connect(self._add_to_menu)
        self.gestures.menu_opened.connect(self._add_areas)
        self._lacks.found.connect(self.left.strip.show_lacks)
        self.left.strip.wanted.connect(self.place_wanted)
        self.work.place_wanted.connect(self.place_wanted)
        session.criteria_changed.connect(self._look_later)
        session.scores_changed.connect(self._look_later)
        self.empty.new_requested.connect(self._begin)
        self.empty.import_requested.connect(self.import_requested)
        self.empty.carry_requested.connect(self.work.carry)
        self.empty.method_requested.connect(self.work.show_method)

    # rows

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._show_row()

    def _show_row(self) -> None:
        """Show below what is known of the current row, and which chip it is."""
        line = self.table.current_line()
        shown = line if isinstance(line, Line) else None
        self.detail.show_line(self._session.register, shown)
        self.matrix.show_chosen(
            shown.number if shown is not None and shown.risk is not None else None
        )

    def _process(self) -> Process | None:
        line = self.table.current_line()
        if line is None:
            return None
        number = line.number if line.kind is Kind.PROCESS else line.parent
        return next((one for one in self._session.register.processes if one.id == number), None)

    def _link_of(self, treatment: Treatment) -> str:
        from ita_desktop.workflows.risks.links import linked_words  # noqa: PLC0415 - of a linked one

        return linked_words(self._session.tracker, treatment)

    def _words_for_treatment(self, field: str) -> Sequence[str]:
        return words_for_treatment(self._session, self._process(), field)

    def _add_risk(self) -> None:
        """Begin to type a risk in the current process, the first or a new one."""
        if self._session.file.read_only:
            self.table.setFocus()
            self.gestures.say(self._session.file.read_only)
            return
        if not self._session.leave():
            return
        self._rows.show_all()
        processes = self._session.register.processes
        process = self._process() or (processes[-1] if processes else None)
        year = self._session.fiscal_year
        key = (
            adding_key(Kind.PROCESS, year) if process is None else adding_key(Kind.RISK, process.id)
        )
        self.go_to(key)
        self.table.setFocus()
        self.table.edit(self.table.currentIndex())

    def _begin(self) -> None:
        """Show the register without a row, where its first process is typed."""
        self._rows.show_all()  # a filter was left from rows that went
        self._stack.turn(begins=False)
        self.table.setFocus()
        if self._session.file.read_only:
            self.gestures.say(self._session.file.read_only)
            return
        self.go_to(adding_key(Kind.PROCESS, self._session.fiscal_year))
        self.table.edit(self.table.currentIndex())

    # the matrix

    def _choose_risk(self, risk: int) -> None:
        row = f"{Kind.RISK}:{risk}"
        if not self.table.go_to(row):  # it is filtered away
            self.going.go_to(row)

    # what changed

    def _measures_changed(self) -> None:
        """Treatments say which measure they are."""
        processes = self._session.register.processes
        if any(one.measure is not None for each in processes for one in each.treatments):
            self._show_row()

    def _year_changed(self) -> None:
        self.bar.show_all()
        self.refresh(anew=True)
        self._count_proofs()

    def _round_changed(self) -> None:
        self._session.leave()  # what is being typed belongs to the round before
        self._count_proofs()
        self._show_row()

    def _count_proofs(self) -> None:
        if self._session.is_open:
            self.detail.show_proofs(proofs_of(self._session, self.months))

    def _look_later(self) -> None:
        """Count the filter's choices and find what is lacking, when there is time."""
        self._rows.count()
        self._lacks.seek()

    def _turn_to(self, register: Register) -> None:
        """Show the register, or how to begin; the keyboard is never left with what is hidden."""
        empty = not register.processes
        editing = self.table.state() is self.table.State.EditingState
        if empty and not self._stack.begins and editing:
            return
        left = self._stack.turn(begins=empty)
        if empty:
            from ita_desktop.workflows.readiness.risks import (  # noqa: PLC0415 - of an empty year only
                items_of_risks,
            )

            items = items_of_risks(self._session.file, register.fiscal_year)
            can_carry = self.work.can_carry()
            self.empty.show_year(register.method.name, items, can_carry=can_carry)
        if left:
            self._enter()

    def _enter(self) -> None:
        """Give the keyboard to what is seen."""
        self.first.setFocus()

    def _say(self, words: str, undoable: bool) -> None:
        actions = [("เลิกทำ", self._session.undo)] if undoable else []
        self._notice.say(words, actions)

    def _add_areas(self, menu: QMenu) -> None:
        if (process := self._process()) is not None:
            from ita_desktop.ui.risks.tab.area_menu import add_areas  # noqa: PLC0415 - seldom

            menu.addSeparator()
            work, gestures = self.work, self.gestures
            add_areas(menu, self._session, process, edit_list=work.show_areas, refused=gestures.say)

    def _add_to_menu(self, menu: QMenu) -> None:
        if code := self.evidence_code():
            menu.addSeparator()
            menu.addAction("หลักฐาน…\tCtrl+E", lambda: self.evidence_requested.emit(code))
        self.work.add_to_treatment_menu(menu, self.detail.table.current_line())
