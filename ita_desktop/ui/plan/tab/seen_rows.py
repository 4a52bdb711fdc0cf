"""Which rows of the plan the tree shows: all of them, or those that hold what is sought."""

from PySide6.QtCore import QObject, Signal

from ita_desktop.domain.plan import Plan
from ita_desktop.ui.plan.tab.finding import Finder, FoldsAhead
from ita_desktop.ui.plan.tab.rows import RowMaker, TreeRow
from ita_desktop.ui.plan.tab.tree_card import TreeCard
from ita_desktop.ui.plan.tab.tree_model import those_shown


class SeenRows(QObject):
    """Fills the tree of a card, and filters it."""

    folded = Signal()
    """All that can be sought is ready to be; the window still has time."""

    def __init__(self, card: TreeCard) -> None:
        super().__init__(card)
        self._card = card
        self._maker, self.finder = RowMaker(), Finder()
        self._folds_ahead = FoldsAhead(self.finder, self)
        self._folds_ahead.done.connect(self.folded)
        self._rows: list[TreeRow] = []
        self._sought, self._found = "", ""
        self.matching: list[str] | None = None
        """Rows that hold what is sought; None while all are seen."""

    def show_plan(self, plan: Plan, begins_with: str = "") -> None:
        """Show a plan as it is now; ``begins_with``: another plan, whose first row this is."""
        if begins_with:
            self.matching = None
            self._card.say_found(None)
        self._rows = self._maker.rows(plan)
        self._show(begins_with)
        self._folds_ahead.begin(plan)

    def find_text(self, plan: Plan, text: str, step: int) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) row that holds ``text``.

        Only rows that hold it are seen. Returns which it is and how many there are.
        """
        rows = self.finder.rows(plan, text)
        last = self._found if text == self._sought else ""
        self._sought = text
        self._filter(rows or None)
        if not rows:
            return 0, 0
        at = rows.index(last) if last in rows else -1
        place = (at + step) % len(rows) if at >= 0 or step > 0 else len(rows) - 1
        self._found = rows[place]
        self._card.tree.go_to(self._found)
        return place + 1, len(rows)

    def show_all(self) -> None:
        """Show rows again that were filtered away."""
        if self.matching is not None:
            self._filter(None)

    def _filter(self, matching: list[str] | None) -> None:
        if matching != self.matching:
            self.matching = matching
            self._show()
        self._card.say_found(None if matching is None else len(matching))

    def _show(self, wanted: str = "") -> None:
        rows = self._rows
        if self.matching is not None:
            rows = those_shown(rows, {*self.matching})
        self._card.tree.show_rows(rows, wanted)
