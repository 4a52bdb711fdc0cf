"""Turns the tab to a row of the register or a treatment, and to a text that is sought."""

from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.risks import Register
from ita_desktop.ui.risks.tab.detail import Detail
from ita_desktop.ui.risks.tab.filter_bar import FilterBar
from ita_desktop.ui.risks.tab.finding import Finder
from ita_desktop.ui.risks.tab.register_card import RegisterCard
from ita_desktop.ui.rows.line import Line, adding_key, key_of
from ita_desktop.ui.session import Session


class Going:
    """What hides a place gives way: filter, hidden column, put-away treatments."""

    def __init__(
        self, session: Session, card: RegisterCard, detail: Detail, bar: FilterBar
    ) -> None:
        self._session, self._card, self._detail, self._bar = session, card, detail, bar
        self._finder = Finder()
        self._sought: str = ""
        self._found: str = ""

    def go_to(self, row: str, field: str = "text") -> bool:
        """Turn to a field of a row ("risk:12"); False where it is not there."""
        if row.removeprefix("+").startswith(Kind.TREATMENT):
            return self._go_to_treatment(row, field)
        self._card.columns.show_field(field)
        self._card.show_register()
        return self._show_row(row, field)

    def go_to_place(self, place: Place) -> bool:
        """Turn to what is lacking; a row that is lacking is typed where it would be."""
        if place.months is not None:
            self._detail.look_at(place.months)
        if not self.go_to(place.row, place.field):
            return False
        table = self._detail.table if place.kind == Kind.TREATMENT else self._card.table
        line = self._card.table.current_line()
        if place.kind != Kind.TREATMENT and place.field in (Kind.RISK, Kind.TREATMENT):
            process = 0 if line is None else _parent_of(line)
            self.go_to(adding_key(Kind(place.field), process))
            table = self._card.table if place.field == Kind.RISK else self._detail.table
        table.setFocus()
        return True

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next match or the one before; return which it is and how many there are."""
        rows = self._finder.rows(self._session.register, text)
        if not rows:
            return 0, 0
        last = self._found if text == self._sought else self._here()
        at = rows.index(last) if last in rows else -1
        if text != self._sought:
            at = -1
        place = (at + step) % len(rows) if at >= 0 or step > 0 else len(rows) - 1
        self._sought, self._found = text, rows[place]
        self.go_to(rows[place])
        return place + 1, len(rows)

    def _here(self) -> str:
        line = self._card.table.current_line()
        return "" if line is None else line.key

    def _show_row(self, row: str, field: str) -> bool:
        if self._card.table.go_to(row, field):
            return True
        if self._bar.filter().takes_all:
            return False
        self._bar.show_all()
        return self._card.table.go_to(row, field)

    def _go_to_treatment(self, row: str, field: str) -> bool:
        process = _process_of(self._session.register, row)
        if process is None:
            return False
        line = self._card.table.current_line()
        here = 0 if line is None else _parent_of(line)
        if here != process and not self._show_row(key_of(Kind.PROCESS, process), "text"):
            return False
        self._card.treatments.setChecked(True)
        self._detail.columns.show_field(field)
        return self._detail.table.go_to(row, field)


def _parent_of(line: Line) -> int:
    """Return the process that a line of the register is, or is in."""
    return line.number if line.kind is Kind.PROCESS else line.parent


def _process_of(register: Register, row: str) -> int | None:
    """Return the process of a treatment's row, or of where a new one is typed."""
    if row.startswith("+"):
        return int(row.rpartition(":")[2])
    for process in register.processes:
        if any(key_of(Kind.TREATMENT, one.id) == row for one in process.treatments):
            return process.id
    return None
