"""Turns the tab to a row of the plan, and to what is lacking somewhere in it."""

from PySide6.QtCore import QObject, Signal

from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Place
from ita_desktop.ui.plan.tab.middle import Middle
from ita_desktop.ui.plan.tab.other_work import OtherWork
from ita_desktop.ui.plan.tab.panes import Panes
from ita_desktop.ui.plan.tab.rows import GOALS, part_key
from ita_desktop.ui.plan.tab.tree import PlanTree
from ita_desktop.ui.session import Session


class Going(QObject):
    """What hides a place gives way: filter, the other of tree and editor; dialogs open there."""

    announcements_wanted = Signal()
    """What is lacking is among the announcements of the year."""

    def __init__(
        self, session: Session, tree: PlanTree, middle: Middle, panes: Panes, work: OtherWork
    ) -> None:
        super().__init__(panes)
        self._session, self._tree, self._middle = session, tree, middle
        self._panes, self._work = panes, work

    def go_to(self, key: str) -> bool:
        """Turn to a row ("project:28"), also one that is filtered away; False where it is gone."""
        kind = key.partition(":")[0]
        if kind == Kind.GOAL:
            return self._tree.go_to(GOALS)
        if kind == "plan":
            return self._session.plan is not None
        return self._tree.go_to(key)

    def go_to_place(self, place: Place) -> bool:
        """Turn to what is lacking; the keyboard goes along. False where its row is gone."""
        if place.months is not None:
            self._work.show_progress(place)
            return True
        if place.kind == "announcement":
            self.announcements_wanted.emit()
            return True
        if place.kind == "plan":
            return self._go_to_plan(place.field)
        if not self.go_to(place.row):
            return False
        if place.kind == Kind.SECTION and place.field == "name":
            self._panes.show_tree()
            self._tree.rename()
        else:
            of_goal = place.kind == Kind.GOAL
            self._enter(place.row if of_goal else place.field, place.field if of_goal else "")
        return True

    def _go_to_plan(self, field: str) -> bool:
        """Turn to a fixed text, or open the settings of the plan."""
        if self._tree.go_to(part_key(field)):
            self._enter(field)
        elif field == "announcement":
            self.announcements_wanted.emit()
        elif field == "projects":
            self._panes.show_tree()
            self._tree.setFocus()
        else:
            self._work.show_settings()
        return self._session.plan is not None

    def _enter(self, field: str, words: str = "") -> None:
        self._panes.show_editor()
        self._middle.enter(field, words)
