"""The announcements of a year in a table, one a row."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QTableWidgetItem

from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.thai.dates import format_date
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.wrapped_table import WrappedTable

_HEADS: Final = ("เรื่อง", "เลขที่", "วันที่", "สถานะ")


class AnnouncementsTable(WrappedTable):
    """One row is chosen; it stays chosen while the others change."""

    def __init__(self) -> None:
        super().__init__(0, list(_HEADS))
        self.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self.setAccessibleName("ประกาศของปี")
        self.listed: Sequence[Announcement] = ()
        """What is shown, in the order of the rows."""

    @property
    def chosen(self) -> Announcement | None:
        """The announcement whose row is chosen."""
        row = self.currentRow()
        return self.listed[row] if 0 <= row < len(self.listed) else None

    def show_announcements(self, listed: Sequence[Announcement]) -> None:
        """Show other announcements; where the chosen one is gone the last is chosen."""
        chosen = self.chosen
        self.listed = listed
        self.blockSignals(True)
        self.setRowCount(len(listed))
        for row, one in enumerate(listed):
            for column, text in enumerate(_words_of(one)):
                self.setItem(row, column, QTableWidgetItem(wording.shown(text)))
        self.fit()
        self.blockSignals(False)
        if chosen is None or not self.choose(chosen.id):
            self.selectRow(len(listed) - 1)

    def choose(self, number: int) -> bool:
        """Choose the announcement with an id; False where it is not there."""
        ids = [one.id for one in self.listed]
        if number in ids:
            self.selectRow(ids.index(number))
        return number in ids


def _words_of(one: Announcement) -> tuple[str, ...]:
    is_free = one.kind is AnnouncementKind.FREE
    subject = one.subject if is_free and one.subject else one.kind.words
    day = "" if one.dated is None else format_date(one.dated, thai_digits=True, abbreviated=True)
    return subject, one.number, day, "ออกแล้ว" if one.is_issued else "ร่าง"
