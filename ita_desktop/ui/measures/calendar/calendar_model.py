"""The calendar of a year as a table model: its rows, and one that a new row is typed into."""

from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ita_desktop.domain.measures import CalendarRow
from ita_desktop.ui import wording
from ita_desktop.workflows.measures.calendar import FIELDS, HEADS

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_INVITATION: Final = "พิมพ์เพื่อเพิ่มขั้นตอน…"


class Column(IntEnum):
    """The columns in order."""

    STAGE = 0
    PERIOD = 1
    METHOD = 2


class CalendarModel(QAbstractTableModel):
    """Holds what the file has; what is typed is told by ``typed`` and comes back from the file."""

    typed = Signal(QModelIndex, str)
    """This text is to be in this cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[CalendarRow, ...] = ()
        self.writable = True

    def show(self, rows: tuple[CalendarRow, ...]) -> None:
        """Show the rows of a year; where only texts changed, only these are told."""
        if len(rows) != len(self.rows) or [r.id for r in rows] != [r.id for r in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        before, self.rows = self.rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    def row_of(self, cell: Index) -> CalendarRow | None:
        """Return the row of a cell; None where a new one is typed."""
        return self.rows[cell.row()] if 0 <= cell.row() < len(self.rows) else None

    def cell_of(self, number: int, field: str) -> QModelIndex:
        """Return the cell of a field ("period") of the row with a number; else none."""
        numbers = [row.id for row in self.rows]
        column = Column[field.upper()]
        return self.index(numbers.index(number), column) if number in numbers else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows) + self.writable

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADS[FIELDS[section]]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_of(index)
        if role == Qt.ItemDataRole.DisplayRole:
            if row is None:
                return _INVITATION if index.column() == Column.STAGE else ""
            return wording.shown(str(getattr(row, FIELDS[index.column()])))
        if role == Qt.ItemDataRole.EditRole:
            return "" if row is None else str(getattr(row, FIELDS[index.column()]))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.writable:
            return False
        if str(value) != self.data(index, role):
            self.typed.emit(self.index(index.row(), index.column()), str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.writable else flags
