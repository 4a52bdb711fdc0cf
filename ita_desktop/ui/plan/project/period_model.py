"""Years and quarters of a project as Qt wants them: one row of years, one of their quarters."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ita_desktop.domain.project import Project, ProjectYear
from ita_desktop.ui import wording

Index = QModelIndex | QPersistentModelIndex
QUARTERS: Final = (1, 2, 3, 4)
YEARS_ROW: Final = 0
"""The row of the years; the quarters of each stand under it."""
_NOTHING: Final = ProjectYear()


class Role(IntEnum):
    """What the delegate asks for: whether a year runs, and which quarters are chosen."""

    RUNS = Qt.ItemDataRole.UserRole + 1
    QUARTERS = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written: a field of these years ("runs" or "quarters") and its text."""

    field: str
    years: tuple[int, ...]
    text: str


class PeriodModel(QAbstractTableModel):
    """Column 0 stands for all years at once."""

    wanted = Signal(Wish)

    def __init__(self) -> None:
        super().__init__()
        self.years: tuple[int, ...] = ()
        self.writable = True
        self._project = Project(id=0)

    def show(self, project: Project, years: tuple[int, ...]) -> None:
        """Show when a project runs."""
        if years != self.years:
            self.beginResetModel()
            self.years, self._project = years, project
            self.endResetModel()
            return
        self._project = project
        self.dataChanged.emit(self.index(0, 0), self.index(1, len(years)))

    def years_of(self, column: int) -> tuple[int, ...]:
        """Return the years that a column stands for."""
        return self.years[column - 1 : column] if column else self.years

    def toggle_year(self, column: int) -> None:
        """Let the years of a column run, or no longer where all of them do."""
        years = self.years_of(column)
        on = not all(map(self._project.runs_in, years))
        if on:
            years = tuple(year for year in years if not self._project.runs_in(year))
        self.wanted.emit(Wish("runs", years, "1" if on else ""))

    def toggle_quarter(self, column: int, quarter: int) -> None:
        """Choose a quarter in the years of a column, or no longer where all have it.

        For all years at once: in those the project runs in, or all where it runs in none yet.
        """
        years = self.years_of(column)
        if not column:
            years = tuple(filter(self._project.runs_in, years)) or years
        before = set(self._chosen(years))
        after = before ^ {quarter}
        self.wanted.emit(Wish("quarters", years, "".join(map(str, sorted(after)))))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if (parent is not None and parent.isValid()) or not self.years else 2

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.years) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        years = self.years_of(index.column())
        runs = bool(years) and all(map(self._project.runs_in, years))
        if role == Role.RUNS:
            return runs
        if role == Role.QUARTERS:
            return self._chosen(years)
        head = str(years[0]) if index.column() else "ทุกปี"
        if index.row() == YEARS_ROW:
            said = f"{head} {'ดำเนินการ' if runs else 'ไม่ดำเนินการ'}"
            shown = head
        else:
            shown = ", ".join(map(str, self._chosen(years)))
            said = f"ไตรมาสของ{'ปี ' if index.column() else ''}{head} {shown or 'ไม่ได้ระบุ'}"
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.shown(shown)
        return wording.shown(said) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _chosen(self, years: tuple[int, ...]) -> tuple[int, ...]:
        """Return the quarters that all of these years have; of years that run where some do."""
        told: Mapping[int, ProjectYear] = self._project.years
        running = tuple(filter(self._project.runs_in, years)) or years
        common = set(QUARTERS)
        for year in running:
            common &= set(told.get(year, _NOTHING).quarters)
        return tuple(sorted(common)) if running else ()
