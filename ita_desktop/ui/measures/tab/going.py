"""Turns the tab to a topic, a row, what is lacking, or a text that is sought."""

from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Place
from ita_desktop.ui.measures.tab.filter_bar import FilterBar
from ita_desktop.ui.measures.tab.finding import Finder
from ita_desktop.ui.measures.tab.finding import Place as Found
from ita_desktop.ui.measures.tab.known_wordings import KnownWordings
from ita_desktop.ui.measures.tab.steps_card import StepsCard
from ita_desktop.ui.measures.tab.topic_card import TopicCard
from ita_desktop.ui.rows.line import adding_key
from ita_desktop.ui.session import Session

_STEPS: Final = "steps"
"""What a measure without steps lacks: the first of them is typed below it."""


class Going:
    """Knows the ways through topics, filter, round and columns; what hides a place gives way."""

    def __init__(
        self,
        session: Session,
        wordings: KnownWordings,
        left: TopicCard,
        right: StepsCard,
        bar: FilterBar,
    ) -> None:
        self._session, self._wordings = session, wordings
        self._left, self._right, self._bar = left, right, bar
        self._list, self._table = left.list, right.table
        self._finder = Finder()
        self._sought = ""
        self._found: Found = (0, "")
        """The match that was gone to last."""
        self._stood: Found = (0, "")
        """Where the cursor was left there: a topic or an item has no row of its own in the grid."""

    def go_to(self, topic: int, row: str = "", field: str = "text") -> bool:
        """Turn to a topic and a field of a row ("step:45"); False where there is no such topic."""
        if not self._show_topic(topic):
            return False
        heading = self._right.heading
        if row.removeprefix("+").startswith(Kind.ITEM):
            heading.items.setChecked(True)
            heading.table.go_to(row, field)
            heading.table.setFocus()
            return True
        self._right.show_field(field)
        self._show_row(row, field)
        self._table.setFocus()
        return True

    def go_to_place(self, place: Place) -> bool:
        """Turn to what a topic lacks, in the round whose report lacks it."""
        if place.months is not None and place.months != self._bar.months:
            self._bar.rounds.button(place.months).setChecked(True)
        if place.kind == Kind.MEASURE and place.field == _STEPS:
            return self.go_to(place.topic, adding_key(Kind.STEP, place.number))
        row = "" if place.kind == Kind.TOPIC else place.row
        return self.go_to(place.topic, row, place.field)

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next or the one before; return which match it is and how many there are."""
        places = self._finder.places(self._session.tracker.topics, self._wordings.texts, text)
        if not places:
            return 0, 0
        here = self._here()
        at = -1
        if text == self._sought:
            last = self._found if here == self._stood else here
            at = next((n for n, place in enumerate(places) if place == last), -1)
        place = (at + step) % len(places) if at >= 0 or step > 0 else len(places) - 1
        self._sought, self._found = text, places[place]
        topic, row = places[place]
        self._show_topic(topic)
        if not row.startswith(Kind.ITEM):
            self._show_row(row)
        self._stood = self._here()
        return place + 1, len(places)

    def forget(self) -> None:
        """Other wordings are in force."""
        self._finder.forget()

    def _here(self) -> Found:
        line = self._table.current_line()
        return self._list.current(), "" if line is None else line.key

    def _show_topic(self, topic: int) -> bool:
        if self._list.go_to(topic):
            return True
        self._left.search.clear()
        self._bar.show_all()
        return self._list.go_to(topic)

    def _show_row(self, row: str, field: str = "text") -> None:
        if row and not self._table.go_to(row, field) and self._bar.filter().of_steps:
            self._bar.show_all()
            self._table.go_to(row, field)
