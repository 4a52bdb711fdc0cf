"""The tab เปิดเผยข้อมูล (OIT): the items of the year in a table, the current one in a card."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_sums import ItemStanding, standings_of, sums_of
from ita_desktop.domain.lacks import Place
from ita_desktop.errors import ClerkError
from ita_desktop.ui import today, wording
from ita_desktop.ui.disclosure.tab.columns import CONTENTS, TITLE, TYPED
from ita_desktop.ui.disclosure.tab.empty import EmptyPage
from ita_desktop.ui.disclosure.tab.filter_bar import FilterBar
from ita_desktop.ui.disclosure.tab.filters import counts_of
from ita_desktop.ui.disclosure.tab.gestures import OitGestures
from ita_desktop.ui.disclosure.tab.going import Going
from ita_desktop.ui.disclosure.tab.item_card import ItemCard
from ita_desktop.ui.disclosure.tab.item_lacks import item_lacks
from ita_desktop.ui.disclosure.tab.lines import lines_of
from ita_desktop.ui.disclosure.tab.other_work import OtherWork
from ita_desktop.ui.disclosure.tab.table_card import TableCard
from ita_desktop.ui.rows.usual_words import usual_words
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.side_by_side import SideBySide
from ita_desktop.ui.widgets.work_or_beginning import filled

_ONE_LINE: Final = 1100
"""Pixels of a page where filter and buttons have one line."""
_LEAST_HEIGHT: Final = 130
_BOTH: Final = 1290
"""Pixels of a page that has room for all columns and for the card."""
_PARTS: Final = (66, 64)
"""Hundredths of the page that the table has."""


class DisclosurePage(QWidget):
    """OIT items of the year looked at."""

    evidence_requested = Signal(str)
    """The evidence of this item is to be shown."""
    import_requested = Signal()
    """A workbook is to be taken in."""
    place_wanted = Signal(object)
    """What is lacking there is to be mended, in whichever tab (``domain.lacks.Place``)."""
    late_changed = Signal(int)
    """So many items are past their day and not published."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._notice = session, notice
        self._standings: tuple[ItemStanding, ...] = ()
        self._kept: set[str] = set()
        self._begun = False
        self.late = 0
        """How many items are past their day and not published."""
        self.papers = QMenu("เอกสาร", self)
        """Is filled by whoever makes papers."""
        self.work = OtherWork(session, settings, notice, self)
        self.bar = FilterBar(self.papers, self.work.menu)
        self.left = TableCard(settings, self._words_for)
        self.table, self.model = self.left.table, self.left.model
        self.card = ItemCard(session, self)
        self.gestures = OitGestures(session, self.table)
        self._both = SideBySide(self.left, self.card, ("ตาราง", "รายละเอียดของข้อ"), _PARTS, _BOTH)
        self.turn = self._both.turn
        self._going = Going(self._both, self.left, self.card, self.bar)
        self._lacks = item_lacks(session, self)
        self.empty = EmptyPage()
        self.bar.add_first(self.turn)
        self._stack = filled(self, self.bar, self._both, self.empty)
        self._connect()
        self.model.writable = not session.file.read_only
        self._count_proofs()
        self.refresh()

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        if self._stack.begins:
            return self.empty.first
        return self.card.first if self.left.isHidden() else self.table

    def refresh(self, *, anew: bool = False) -> None:
        """Show the items as they are now. ``anew``: rows that no longer fit the filter go."""
        session = self._session
        if not session.is_open:
            return
        try:
            criteria = session.criteria
            self._standings = standings_of(session.result, session.disclosure, today.today())
        except ClerkError:  # a year without criteria
            self._standings = ()
            self._turn_to()
            return
        if anew:
            self._kept = set()
        wish = self.bar.filter()
        chosen = None if wish.takes_all else wish.takes
        lines = lines_of(criteria, self._standings, self.bar.chosen_order(), chosen, self._kept)
        self._kept = {line.key for line in lines if line.standing is not None}
        at, column = self.table.current_item(), self.table.currentIndex().column()
        self.model.show_items(lines)
        if at is not None and self.table.current_item() is None:
            self.table.go_to(at.key, self.model.columns[max(column, 0)].field)
        if lines and self.table.current_item() is None:
            first = next(line for line in lines if line.standing is not None)
            self.table.go_to(first.key, "state")
        sums = sums_of(self._standings)
        self.left.say_counts(len(self._kept), len(self._standings))
        self.left.foot.show_sums(sums)
        self.bar.show_counts(counts_of(self._standings), session.office.units)
        if sums.late != self.late:
            self.late = sums.late
            self.late_changed.emit(self.late)
        self._lacks.seek()
        self._show_row()
        self._turn_to()

    def go_to(self, code: str, field: str = "state") -> bool:
        """Turn to a field of an item; whatever hides it is shown again."""
        if not self._has(code):
            return False
        self._begin()
        return self._going.go_to(code, field)

    def go_to_place(self, place: Place) -> bool:
        """Turn to what is lacking of an item or of the year; the keyboard goes along."""
        if place.kind not in ("oit_item", "fiscal_year") or not self._session.leave():
            return False
        if place.number != self._session.fiscal_year:
            self._session.select_year(place.number)
        if place.kind == "fiscal_year":
            self._start()
            return True
        if not self._has(place.code):
            return False
        self._begin()
        return self._going.go_to_field(place.code, place.field)

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) item that holds ``text``.

        Returns which match it is and how many there are.
        """
        code, which = self._going.find(self._standings, text, step)
        if code:
            self.go_to(code, TITLE)
        return which

    def evidence_code(self) -> str:
        """Return the code of the current item; empty where there is none."""
        return "" if self._stack.begins else self.card.code

    def minimumSizeHint(self) -> QSize:
        """Return what a low window gives, also while another tab says more at its foot."""
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc show all items again."""
        if event.key() == Qt.Key.Key_Escape and not self.bar.filter().takes_all:
            self.bar.show_all()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window table and card take turns."""
        super().resizeEvent(event)
        self.bar.fit(wide=self.width() >= _ONE_LINE)
        self._both.fit(self.width())
        self.left.fit()

    def _connect(self) -> None:
        session, card = self._session, self.card
        session.disclosure_changed.connect(self.refresh)
        session.scores_changed.connect(self.refresh)
        session.criteria_changed.connect(self.refresh)
        session.office_changed.connect(self.refresh)
        session.years_changed.connect(self.refresh)
        session.year_changed.connect(self._year_changed)
        session.disclosure_reverted.connect(self.go_to)
        session.saved.connect(self._count_proofs)
        self.bar.changed.connect(self._filter_changed)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.selectionModel().selectionChanged.connect(self._say_chosen)
        self._both.turned.connect(self._enter)
        self.left.many.clicked.connect(lambda _on=False: self._set_many())
        self._lacks.found.connect(self.left.strip.show_lacks)
        self.left.strip.wanted.connect(self.place_wanted)
        self.gestures.said.connect(self._say)
        self.gestures.wording_wanted.connect(self.work.show_wording)
        self.gestures.menu_opened.connect(self._add_to_menu)
        card.evidence_wanted.connect(self.evidence_requested)
        card.wording_wanted.connect(self.work.show_wording)
        card.units_wanted.connect(self.work.choose_units)
        card.history_wanted.connect(self._show_history)
        card.said.connect(self._tell)
        self.work.import_requested.connect(self.import_requested)
        self.work.many_requested.connect(self._set_many)
        self.work.contents_requested.connect(self._go_to_contents)
        self.work.copy_requested.connect(self._copy_all)
        self.empty.start_requested.connect(self._start)
        self.empty.import_requested.connect(self.import_requested)
        self.empty.carry_requested.connect(self.work.carry)
        for keys, deed in (("Ctrl+K", self._go_to_contents), ("Ctrl+G", self._set_many)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)

    # the current item

    def _row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._show_row()

    def _show_row(self) -> None:
        """Show the current item in the card; what is refused there is mended first."""
        line = self.table.current_item()
        if line is None or line.standing is None:
            return
        proofs = self.model.evidence.get(line.key, 0)
        if not self.card.show_item(line.standing, proofs):
            code = self.card.code
            QTimer.singleShot(0, self, lambda: self._going.back_to(code))

    def _go_to_contents(self) -> None:
        self._begin()
        if self.card.code:
            self._going.go_to_card(CONTENTS)

    def _show_history(self, code: str, field: str) -> None:
        from ita_desktop.ui.disclosure.tab.history import show_oit_history  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_oit_history(self._session, code, field, self.card)

    def _add_to_menu(self, menu: QMenu) -> None:
        code = self.card.code
        menu.addSeparator()
        menu.addAction("ทำเครื่องหมายองค์ประกอบ\tCtrl+K", self._go_to_contents)
        menu.addAction("เลือกหน่วยงาน…", lambda: self.work.choose_units(code))
        menu.addAction("กำหนดให้ข้อที่เลือกพร้อมกัน…\tCtrl+G", self._set_many)
        menu.addAction("หลักฐาน…\tCtrl+E", lambda: self.evidence_requested.emit(code))

    # several items

    def _say_chosen(self) -> None:
        writable = not self._session.file.read_only
        self.left.say_chosen(len(self.table.selected_items()), writable=writable)

    def _set_many(self) -> None:
        """Ask what all selected items are to get."""
        if self._session.file.read_only:
            self.gestures.say(self._session.file.read_only)
        else:
            self.work.set_many([line.key for line in self.table.selected_items()])

    def _copy_all(self) -> None:
        self.table.selectAll()
        self.table.copy()
        self._tell(wording.shown(f"คัดลอกแล้ว {len(self.model.items())} ข้อ วางใน Excel ได้ทันที"))

    # what is seen

    def _words_for(self, field: str) -> Sequence[str]:
        if field == "state":
            return tuple(state.words for state in PublishState)
        session = self._session
        return usual_words(field, session.office.units, session.fiscal_year)

    def _has(self, code: str) -> bool:
        return any(one.item.code == code for one in self._standings)

    def _filter_changed(self) -> None:
        self._session.leave()  # what is being typed is not filtered away
        self.refresh(anew=True)

    def _year_changed(self) -> None:
        self._begun = False
        self._count_proofs()
        self.bar.show_all()
        self.table.remeasure()  # the same code is another item, with another title

    def _count_proofs(self, _moment: object = None) -> None:
        from ita_desktop.db.evidence import evidence_of  # noqa: PLC0415 - not at the start

        if not self._session.is_open:
            return
        counts: dict[str, int] = {}
        for one in evidence_of(self._session.file, self._session.fiscal_year):
            counts[one.code] = counts.get(one.code, 0) + 1
        if counts != self.model.evidence:
            self.model.show_round(6, counts)
            self._show_row()

    def _start(self) -> None:
        """Show the table though nothing is said of any item."""
        self._begin()
        self.table.setFocus()

    def _begin(self) -> None:
        self._begun = True
        self._turn_to()

    def _turn_to(self) -> None:
        """Show the items, or how to begin; the keyboard is never left with what is hidden."""
        session = self._session
        empty = not self._standings or not (self._begun or _is_begun(self._standings))
        left = self._stack.turn(begins=empty)
        if empty:
            writable = not session.file.read_only
            carry = self.work.carries_from() if self._standings else None
            self.empty.show_year(
                session.fiscal_year, len(self._standings), carry, writable=writable
            )
        if left:
            self._enter()

    def _enter(self) -> None:
        """Give the keyboard to what is seen."""
        self.first.setFocus()

    def _say(self, words: str, undoable: bool) -> None:
        self._notice.say(words, [("เลิกทำ", self._session.undo)] if undoable else [])

    def _tell(self, words: str) -> None:
        self._notice.say(words)


def _is_begun(standings: Sequence[ItemStanding]) -> bool:
    """Say whether anything is known of an item."""
    return any(
        one.known.contents or any(getattr(one.known, field) for field in TYPED) for one in standings
    )
