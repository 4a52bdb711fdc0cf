"""Which rows of the score table are shown, and in which order."""

from enum import Enum
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from ita_desktop.domain.bands import Band
from ita_desktop.ui.scores.model import Role, ScoreTableModel
from ita_desktop.ui.scores.rows import Kind, ScoreRow
from ita_desktop.ui.scores.shown import ShownRow


class Shown(Enum):
    """What the clerk wants to see of the table."""

    ALL = "ทุกข้อ"
    URGENT = "เฉพาะที่ต้องแก้ไข"
    WEAK = "ต้องแก้ไขและพัฒนา"
    EMPTY = "ยังไม่ได้กรอก"
    INDICATORS = "เฉพาะตัวชี้วัด"
    UNCHECKED = "ข้อความรอตรวจ"


class ScoreProxy(QSortFilterProxyModel):
    """Heads stay with the items they lead; sorted by a column, only items (or indicators) stand."""

    def __init__(self, model: ScoreTableModel) -> None:
        super().__init__()
        self._model = model
        self._shown = Shown.ALL
        self.sorted = False
        self.setSourceModel(model)
        self.setSortRole(Role.SORT)
        # A row stays where it is while it is worked on: filtered or sorted away under the clerk's
        # hands, Enter would skip the next one. Choosing the filter or the head again applies it.
        self.setDynamicSortFilter(False)

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    def show(self, shown: Shown) -> None:
        """Show only some of the rows."""
        self.beginFilterChange()
        self._shown = shown
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def order_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort the items by a column; a column under 0 goes back to the order of the paper."""
        self.beginFilterChange()
        self.sorted = column >= 0
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        self.sort(column, order)

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        del source_parent
        shown = self._model.shown(source_row)
        kind = shown.row.kind
        if self.sorted:
            ranked = Kind.INDICATOR if self._shown is Shown.INDICATORS else Kind.ITEM
            return kind is ranked and self._wanted(shown)
        if kind is Kind.ITEM or self._shown is Shown.INDICATORS:
            return self._wanted(shown)
        if self._shown is Shown.ALL:
            return True
        if kind in (Kind.TOTAL, Kind.PART):
            return False
        return self._wanted(shown) or any(map(self._wanted, self._below(shown.row)))

    def _below(self, head: ScoreRow) -> list[ShownRow]:
        """Return the items that a head leads."""
        every = (self._model.shown(place) for place in range(len(self._model.rows)))
        return [shown for shown in every if _leads(head, shown.row)]

    def _wanted(self, shown: ShownRow) -> bool:
        match self._shown:
            case Shown.ALL:
                return True
            case Shown.URGENT:
                return shown.band is Band.URGENT
            case Shown.WEAK:
                return shown.band in (Band.URGENT, Band.IMPROVE)
            case Shown.EMPTY:
                return shown.row.kind is Kind.ITEM and shown.entered is None
            case Shown.INDICATORS:
                return shown.row.kind in (Kind.TOTAL, Kind.INSTRUMENT, Kind.INDICATOR)
            case Shown.UNCHECKED:
                return shown.row.item is not None and not shown.row.item.status.checked

    def source_row(self, row: int) -> ScoreRow:
        """Return what a shown row stands for."""
        return self._model.rows[self.mapToSource(self.index(row, 0)).row()]

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return self._model.data(self.mapToSource(index), role)


def _leads(head: ScoreRow, row: ScoreRow) -> bool:
    """Say whether an item stands under a head."""
    if row.item is None:
        return False
    match head.kind:
        case Kind.INSTRUMENT:
            return row.instrument == head.code
        case Kind.INDICATOR:
            return str(row.item.indicator) == head.code
        case _:
            return row.item.sub_indicator == head.code
