"""Turns the tab to an item and a field of it, and to a text that is sought."""

from collections.abc import Sequence

from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.ui.disclosure.tab.columns import TITLE, TYPED
from ita_desktop.ui.disclosure.tab.filter_bar import FilterBar
from ita_desktop.ui.disclosure.tab.finding import Finder
from ita_desktop.ui.disclosure.tab.item_card import ItemCard
from ita_desktop.ui.disclosure.tab.table_card import TableCard
from ita_desktop.ui.widgets.side_by_side import SideBySide


class Going:
    """What hides a place gives way: filter, hidden column, card or table in each other's place."""

    def __init__(self, both: SideBySide, left: TableCard, card: ItemCard, bar: FilterBar) -> None:
        self._both, self._left, self._card, self._bar = both, left, card, bar
        self._finder = Finder()
        self._sought: str = ""
        self._found: str = ""

    def go_to(self, code: str, field: str) -> bool:
        """Make a field of an item the current cell; False where there is no such item."""
        self._both.show_table()
        self.see_item(code)
        self._left.columns.show_field(field)
        return self._left.table.go_to(code, field)

    def go_to_field(self, code: str, field: str) -> bool:
        """Put the keyboard into a field of an item: in the table where it is seen there."""
        table, number = self._left.table, self._left.model.column_of(field)
        in_table = field in TYPED and number >= 0 and not table.isColumnHidden(number)
        if not self.go_to(code, field if in_table else TITLE):
            return False
        if not in_table:
            self._card.contents.stand_at_missing()
            return self.go_to_card(field)
        table.setFocus()
        return True

    def go_to_card(self, field: str) -> bool:
        """Put the keyboard into a field of the card, which shows the current item."""
        self._both.show_beside()
        return self._card.focus_field(field)

    def back_to(self, code: str) -> None:
        """Turn back to the item whose field is to be mended; the keyboard goes into it."""
        self.see_item(code)
        self._left.table.go_to(code, TITLE)
        self._both.show_beside()
        self._card.take()

    def see_item(self, code: str) -> None:
        """Show an item again that the filter hides."""
        if self._left.model.place_of(code) < 0:
            self._bar.show_all()

    def find(
        self, standings: Sequence[ItemStanding], text: str, step: int
    ) -> tuple[str, tuple[int, int]]:
        """Return the next item (or the one before) that holds a text; which it is of how many.

        Of none: "" and (0, 0).
        """
        codes = self._finder.codes(standings, text)
        if not codes:
            return "", (0, 0)
        at = codes.index(self._found) if text == self._sought and self._found in codes else -1
        place = (at + step) % len(codes) if at >= 0 or step > 0 else len(codes) - 1
        self._sought, self._found = text, codes[place]
        return codes[place], (place + 1, len(codes))
