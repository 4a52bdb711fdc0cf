"""The money grid as Qt wants it; what is typed becomes a wish, the rows own no rule."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ita_desktop.thai.money import format_money
from ita_desktop.ui import wording
from ita_desktop.ui.plan.money.rows import Column, Part, Row, amount_of
from ita_desktop.ui.widgets.tool_tip import tool_tip

Index = QModelIndex | QPersistentModelIndex
_TICK = "✓"
_READ: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED: Final = _READ | Qt.ItemFlag.ItemIsEditable
"""Made once: a view asks for the flags of a cell thrice whenever it is drawn."""
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_SIDES: Final = {
    Part.TITLE: Qt.AlignmentFlag.AlignLeft | _MIDDLE,
    Part.NO_BUDGET: Qt.AlignmentFlag.AlignHCenter | _MIDDLE,
}
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | _MIDDLE


class MoneyModel(QAbstractTableModel):
    """Rows of a plan; sums follow from what is typed."""

    typed = Signal(QModelIndex, str)
    """This text was typed into this cell."""
    figures_changed = Signal()
    """Cells of some rows say something else."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.columns: Sequence[Column] = ()
        self.years: tuple[int, ...] = ()
        self.writable = True
        self._answers: dict[int, Callable[[Row, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self.shown,
            Qt.ItemDataRole.EditRole: self._copied,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            Qt.ItemDataRole.TextAlignmentRole: lambda _row, column: alignment(column),
        }

    def show(self, rows: Sequence[Row], columns: Sequence[Column], years: tuple[int, ...]) -> None:
        """Show these rows; where they are the same ones only what they say is told as changed."""
        same = self.columns == columns and _keys(self.rows) == _keys(rows)
        if same:
            before, self.rows = self.rows, rows
            changed = [place for place, row in enumerate(rows) if _differ(row, before[place])]
            for place in changed:
                self._tell(place, before[place])
            if changed:
                self.figures_changed.emit()
            return
        self.beginResetModel()
        self.rows, self.columns, self.years = rows, columns, years
        self.endResetModel()

    def _tell(self, place: int, before: Row) -> None:
        """Tell the cells of a row that say something else: only they are drawn anew."""
        row = self.rows[place]
        if _uses_none(row) != _uses_none(before):  # its empty years are drawn otherwise
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
            return
        for number, column in enumerate(self.columns):
            if self.shown(row, column) != self.shown(before, column):
                cell = self.index(place, number)
                self.dataChanged.emit(cell, cell)

    def place_of(self, project: int) -> int:
        """Return the row of a project, or -1."""
        return next(
            (
                place
                for place, row in enumerate(self.rows)
                if row.project is not None and row.project.id == project
            ),
            -1,
        )

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(self.columns[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.shown(self.columns[section].head)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row, column = self.rows[index.row()], self.columns[index.column()]
        typed = self.writable and row.placed is not None and column.field
        return _TYPED if typed else _READ

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.rows[index.row()], self.columns[index.column()])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        if not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        text = str(value)
        if text != self.data(index, role):
            self.typed.emit(self.index(index.row(), index.column()), text)
        return True

    def shown(self, row: Row, column: Column) -> str:
        """Return what a cell shows; of what is not told nothing."""
        if column.part is Part.TITLE:
            return wording.shown(row.title)
        if column.part is Part.NO_BUDGET:
            if row.project is not None:
                return _TICK if row.project.no_budget else ""
            return "" if row.sums is None else wording.figure(row.sums.without)
        amount = amount_of(row, column, self.years)
        if amount is None or (row.sums is not None and not amount):
            return ""
        return format_money(amount, thai_digits=True)

    def _copied(self, row: Row, column: Column) -> str:
        """Return a cell as it goes to the clipboard and the editor: Arabic digits."""
        if column.part in (Part.TITLE, Part.NO_BUDGET):
            return wording.arabic(self.shown(row, column))
        amount: Decimal | None = amount_of(row, column, self.years)
        return "" if amount is None else format_money(amount, thai_digits=False)

    def _tip(self, row: Row, column: Column) -> str | None:
        return tool_tip(self.shown(row, column)) if column.part is Part.TITLE else None

    def _said(self, row: Row, column: Column) -> str:
        title, shown = wording.shown(row.title), self.shown(row, column)
        return title if column.part is Part.TITLE else f"{title} {column.head} {shown}"


def _differ(row: Row, before: Row) -> bool:
    if row.project is None or before.project is None:
        return row != before
    return row.project is not before.project and row.project != before.project


def _uses_none(row: Row) -> bool:
    return row.project is not None and row.project.no_budget


def _keys(rows: Sequence[Row]) -> list[tuple[str, int]]:
    return [(row.title, 0 if row.project is None else row.project.id) for row in rows]


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Return at which side of a column its figures and its head stand."""
    return _SIDES.get(column.part, _RIGHT)
