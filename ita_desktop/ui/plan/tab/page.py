"""The tab จัดทำแผน: the outline at the left, what is written in the middle, its page beside it."""

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.domain.plan_headings import empty_headings
from ita_desktop.ui.plan.tab.bar import Bar
from ita_desktop.ui.plan.tab.empty import EmptyPage
from ita_desktop.ui.plan.tab.gestures import TreeGestures
from ita_desktop.ui.plan.tab.going import Going
from ita_desktop.ui.plan.tab.middle import Middle
from ita_desktop.ui.plan.tab.other_work import OtherWork
from ita_desktop.ui.plan.tab.page_beside import PageBeside
from ita_desktop.ui.plan.tab.panes import Panes
from ita_desktop.ui.plan.tab.plan_lacks import plan_lacks
from ita_desktop.ui.plan.tab.plans_menu import PlansMenu
from ita_desktop.ui.plan.tab.rows import GOALS
from ita_desktop.ui.plan.tab.seen_rows import SeenRows
from ita_desktop.ui.plan.tab.tree_card import TreeCard
from ita_desktop.ui.rows.lack_strip import LackStrip
from ita_desktop.ui.rows.line import key_of
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.work_or_beginning import WorkOrBeginning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.plan import Placed, Plan
    from ita_desktop.ui.plan.preview.page_preview import PagePreview
    from ita_desktop.ui.preview.making import Made

_STEPS: Final = (("Ctrl+Alt+PgUp", -1), ("Ctrl+Alt+PgDown", 1))
"""To the project before and after; Ctrl alone turns to another tab, Alt alone to another year."""
_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TYPED: Final = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_LEAST_HEIGHT: Final = 130
_LOW: Final = 560
"""Pixels of a window's height under which what is lacking has no line, and the sum only one."""


class PlanPage(QWidget):
    """The plan that was chosen, else the one that covers the year looked at."""

    import_requested = Signal()
    """A workbook is to be taken in."""
    place_wanted = Signal(object)
    """What is lacking there is to be mended, in whichever tab (``domain.lacks.Place``)."""
    page_found = Signal(int)
    """The page (from 0) of the whole plan at which it was asked to be seen."""
    announcements_requested = Signal()
    """The announcements of the year are to be seen."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._notice = session, settings, notice
        self._plan: Plan | None = None
        self._shown = ""
        self._placed: tuple[Placed, ...] = ()
        self.papers = QMenu("เอกสาร", self)
        """Is filled by whoever makes papers."""
        self.work = OtherWork(session, settings, notice, self)
        self.bar = Bar(self.papers, self.work.menu)
        self.plans = PlansMenu(session, self)
        self.card = TreeCard(self.plans)
        self.tree = self.card.tree
        self._seen = SeenRows(self.card)
        self.tree.plan_model.writable = not session.file.read_only
        self.gestures = TreeGestures(session, self.tree)
        self.middle = Middle(session)
        self.strip = LackStrip()
        self.strip.answer_keys(self, self.work.show_missing)
        self._lacks = plan_lacks(session, self)
        self.empty = EmptyPage(plan_templates(), self.plans)
        self._lay_out()
        self._going = Going(session, self.tree, self.middle, self.panes, self.work)
        self._beside = PageBeside(session, settings, self.tree, self.panes, self.bar)
        self._connect()
        self.bar.page.setChecked(settings.plan_page())
        self.refresh()

    def _lay_out(self) -> None:
        beside = QWidget()
        rows = QVBoxLayout(beside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.bar)
        rows.addWidget(self.middle, 1)
        rows.addWidget(self.strip)
        self.panes = Panes(self.card, beside, self.bar)
        self._stack = WorkOrBeginning(self.panes, self.empty)
        self._middle_rows = rows
        self._outer = outer = QVBoxLayout(self)
        outer.addWidget(self._stack)

    @property
    def session(self) -> Session:
        """The file whose plan is shown."""
        return self._session

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        if self._stack.begins:
            return self.empty.first
        return self.tree if self.panes.shows_tree else self.middle.first

    @property
    def preview(self) -> "PagePreview":
        """The page of what is written; made when it is first seen."""
        return self._beside.preview

    def learn(self, made: "Made") -> None:
        """Take a paper that was just made: the whole plan says where its pages are."""
        self._beside.learn(made)

    def refresh(self) -> None:
        """Show the plan as it is now; what did not change is not drawn anew."""
        plan = self._session.plan
        if plan is not None and plan is self._plan:
            return
        other = plan is None or self._plan is None or plan.id != self._plan.id
        self._plan = plan
        if plan is None:
            self._turn(empty=True)
            return
        if other:
            self._shown = ""
        self._placed = tuple(plan.placed())
        self._seen.show_plan(plan, _begins_with(plan) if other else "")
        self.card.show_plan(plan)
        row = self.tree.current_row
        if row is not None and row.key == self._shown:
            self.middle.refresh(plan, row)
        if not self._session.plan_choice.covers_year:
            self.strip.show_lacks(())
        self._lacks.seek()
        self._turn(empty=False)

    def go_to(self, key: str) -> bool:
        """Turn to a row ("project:28"), also one that is filtered away; False where it is gone."""
        return self._going.go_to(key)

    def go_to_place(self, place: Place) -> bool:
        """Turn to what is lacking in the year; the keyboard goes along."""
        if not self._session.plan_choice.covers_year:
            self._session.choose_plan(None)
        if place.kind == "fiscal_year" and place.months is None:
            self.first.setFocus()
            return True
        return self._going.go_to_place(place)

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) row that holds ``text``.

        Only rows that hold it are seen. Returns which it is and how many there are.
        """
        return (0, 0) if self._plan is None else self._seen.find_text(self._plan, text, step)

    def show_all(self) -> None:
        """Show rows again that were filtered away."""
        self._seen.show_all()

    def evidence_code(self) -> str:
        """Return what the current row is proved under: nothing of its own, the whole year."""
        return ""

    def minimumSizeHint(self) -> QSize:
        """Return what a low window gives, also while another tab says more at its foot."""
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why nothing is written where a file that is only read was typed into."""
        why, held = self._session.file.read_only, event.modifiers() & _HELD
        typed = event.key() in _TYPED or (event.text().isprintable() and event.text())
        if why and typed and not held and not self._stack.begins:
            self._notice.say(why, bad=True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window there is no room for the page, on a low one none for the strip."""
        super().resizeEvent(event)
        if self.panes.fit(self.width()):
            self._beside.show_page()
        low = self.window().height() < _LOW
        self._outer.setContentsMargins(16, 6 if low else 12, 16, 6 if low else 14)
        self._middle_rows.setSpacing(4 if low else 10)
        self.strip.allow(there=not low)
        self.card.foot.fit(low=low)

    def _connect(self) -> None:
        session, tree = self._session, self.tree
        session.plan_changed.connect(self.refresh)
        session.year_changed.connect(self._year_changed)
        session.plan_reverted.connect(self.go_to)
        self._seen.folded.connect(self.middle.make_ahead)
        tree.chosen.connect(self._choose)
        tree.entered.connect(self._enter_middle)
        tree.all_requested.connect(self.show_all)
        self.card.all.clicked.connect(lambda _on=False: self.show_all())
        self.card.add.clicked.connect(lambda _on=False: self.gestures.add_project())
        self.card.menu.aboutToShow.connect(self._fill_menu)
        self.gestures.said.connect(self._say)
        self.gestures.refused.connect(partial(self._notice.say, bad=True))
        self.gestures.made.connect(self._made)
        self.panes.turned.connect(self._turned)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self._change_sides)
        for keys, by in _STEPS:
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step, by))
        self.bar.money.clicked.connect(lambda _on=False: self.work.show_money())
        self.middle.project_wanted.connect(self._go_to_project)
        self.middle.said.connect(self._say)
        self._beside.whole_wanted.connect(partial(self.work.paper_wanted.emit, "plan"))
        self._beside.page_found.connect(self.page_found)
        self._going.announcements_wanted.connect(self.announcements_requested)
        self.middle.section.project_requested.connect(self.gestures.add_project)
        self.middle.section.start_requested.connect(self.gestures.suggest)
        self.middle.section.section_requested.connect(partial(self.gestures.add_section, 1))
        self._lacks.found.connect(self._show_lacks)
        for signal in (session.office_changed, session.announcements_changed):
            signal.connect(self._lacks.seek)
        self.strip.wanted.connect(self.place_wanted)
        self.work.place_wanted.connect(self.place_wanted)
        self.work.sides_wanted.connect(self._change_sides)
        self.empty.template_requested.connect(self.work.begin)
        self.empty.own_requested.connect(self.work.begin_own)
        self.plans.begin_requested.connect(self.work.begin_own)
        self.empty.carry_requested.connect(self.work.carry)
        self.empty.import_requested.connect(self.import_requested)

    # rows

    def _choose(self, key: str) -> None:
        """Show what is written of a row; what is being typed is taken first."""
        row = self.tree.current_row
        if self._plan is None or row is None or key == self._shown:
            return
        if self._shown and not self._session.leave():
            self.tree.go_to(self._shown)
            return
        self._shown = key
        self.middle.show_row(self._plan, row)
        self._beside.show_page()

    def _step(self, by: int) -> None:
        """Turn to the project before or after the current one."""
        row = self.tree.current_row
        numbers = [one.project.id for one in self._placed]
        here = -1 if row is None or row.project not in numbers else numbers.index(row.project)
        if (here >= 0 or by > 0) and 0 <= here + by < len(numbers):
            self.tree.go_to(key_of(Kind.PROJECT, numbers[here + by]))

    def _go_to_project(self, number: int) -> None:
        self.tree.go_to(key_of(Kind.PROJECT, number))

    def _enter_middle(self) -> None:
        """Give the keyboard to what is written of the row."""
        self.panes.show_editor()
        self.middle.enter()

    def _made(self, key: str) -> None:
        """Give the keyboard to what a new project says nothing of yet."""
        made = [one.project for one in self._placed if key_of(Kind.PROJECT, one.project.id) == key]
        years = () if self._plan is None else self._plan.years
        empty = [field for project in made for field in empty_headings(project, years)]
        self.panes.show_editor()
        self.middle.enter(empty[0] if empty else "")

    def _change_sides(self) -> None:
        """Give the keyboard to the tree, or from there to what is written of the row."""
        if self.tree.hasFocus():
            self._enter_middle()
        elif self._session.leave():
            self.panes.show_tree()
            self.first.setFocus()

    def _turned(self) -> None:
        """Let the keyboard go along with tree or editor."""
        if self._session.leave():
            self.first.setFocus()

    def _fill_menu(self) -> None:
        self.tree.setFocus()  # what the menu does is done there, and what follows
        self.card.menu.clear()
        self.gestures.fill(self.card.menu)

    # what changed

    def _show_lacks(self, lacks: object) -> None:
        if self._plan is not None:  # what is lacking is so in a year
            of_year = self._session.plan_choice.covers_year
            self.strip.show_lacks(cast("Sequence[Lack]", lacks) if of_year else ())

    def _year_changed(self) -> None:
        self._plan = None if self._session.plan is None else self._plan
        self.refresh()
        if self._plan is None:
            self._turn(empty=True)
        else:
            self._lacks.seek()  # the same plan lacks other things in another year

    def _turn(self, *, empty: bool) -> None:
        """Show the plan, or how to begin; the keyboard is never left with what is hidden."""
        left = self._stack.turn(begins=empty)
        if empty:
            self.strip.show_lacks(())
            writable = not self._session.file.read_only
            from ita_desktop.workflows.readiness.plans import (  # noqa: PLC0415 - of an empty year only
                items_of_plan,
            )

            year = self._session.fiscal_year
            items = items_of_plan(self._session.file, year)
            there = bool(self._session.plans)
            last = self.work.last_plan()
            self.empty.show_year(year, items, last, there=there, writable=writable)
        if left:
            self.first.setFocus()

    def _say(self, words: str, undoable: bool) -> None:
        self._notice.say(words, [("เลิกทำ", self._session.undo)] if undoable else [])


def _begins_with(plan: "Plan") -> str:
    """Return the row a plan is first seen at: its first project, else its first section."""
    first = next(plan.placed(), None)
    if first is not None:
        return key_of(Kind.PROJECT, first.project.id)
    return key_of(Kind.SECTION, plan.sections[0].id) if plan.sections else GOALS
