"""Lines of a grid as Qt wants them; typing becomes an edit that the page writes."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ita_desktop.domain.measures import Round
from ita_desktop.ui import wording
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.column import EVIDENCE, Column
from ita_desktop.ui.rows.line import Line
from ita_desktop.ui.rows.subject import Subject
from ita_desktop.ui.widgets.tool_tip import tool_tip

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for beside the usual roles."""

    LINE = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3


class GridModel(QAbstractTableModel):
    """Shows lines; owns no rule. What changed between two lists of lines is told exactly."""

    typed = Signal(QModelIndex, str)
    """This text was typed into this cell."""

    def __init__(self, subject: Subject, columns: Sequence[Column]) -> None:
        super().__init__()
        self.subject = subject
        self.columns = columns
        self.lines: Sequence[Line] = []
        self.months: Round = 6
        self.evidence: dict[str, int] = {}
        """How many files prove each row in the round looked at."""
        self.writable = True
        self.closed = False
        """Whether the round that is shown is closed: its fields are only read."""
        self._answers: dict[int, Callable[[int, int], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._words,
            Qt.ItemDataRole.EditRole: lambda place, column: self.cell(place, column).own,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Role.LINE: lambda place, _column: self.lines[place],
            Role.CELL: self.cell,
            Role.STATE: self._state,
        }

    def show(self, lines: Sequence[Line]) -> None:
        """Take other lines; rows that stay are told from those that came, went or changed."""
        old, new = self.lines, lines
        begin = _common([line.key for line in old], [line.key for line in new])
        end = _common(
            [line.key for line in reversed(old[begin:])],
            [line.key for line in reversed(new[begin:])],
        )
        gone, come = len(old) - end - begin, len(new) - end - begin
        before = {line.key: line for line in old}
        nowhere = QModelIndex()
        if gone and come:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
            return
        if gone:
            self.beginRemoveRows(nowhere, begin, begin + gone - 1)
            self.lines = [*old[:begin], *old[begin + gone :]]
            self.endRemoveRows()
        elif come:
            self.beginInsertRows(nowhere, begin, begin + come - 1)
            self.lines = [*old[:begin], *new[begin : begin + come], *old[begin:]]
            self.endInsertRows()
        self.lines = new  # only now: rows beside what came or went may say something else
        changed = [p for p, line in enumerate(new) if before.get(line.key, line) != line]
        if changed:
            self._told(changed[0], changed[-1])

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns of the same lines."""
        if tuple(columns) != tuple(self.columns):
            self.beginResetModel()
            self.columns = columns
            self.endResetModel()

    def show_round(self, months: Round, evidence: dict[str, int]) -> None:
        """Show what was reported in a round."""
        self.months, self.evidence = months, evidence
        if self.lines:
            self._told(0, len(self.lines) - 1)

    def _told(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def place_of(self, key: str) -> int:
        """Return where a row is, or -1."""
        return next((place for place, line in enumerate(self.lines) if line.key == key), -1)

    def column_of(self, field: str) -> int:
        """Return the column of a field, or -1."""
        return next((n for n, column in enumerate(self.columns) if column.field == field), -1)

    def cell(self, place: int, column: int) -> Cell:
        """Return what a cell says."""
        line, shown = self.lines[place], self.columns[column]
        if shown.field == EVIDENCE:
            count = self.evidence.get(line.key, 0)
            return Cell(shown=wording.shown(f"{count} ไฟล์") if count else "")
        return self.subject.cell_of(line, shown, self.months)

    def heads(self, line: Line) -> bool:
        """Say whether a line stands over lines that belong to it."""
        return line.kind in self.subject.inside and not line.adds

    def why_not(self, place: int, column: int) -> str:
        """Return why a cell takes no text of its line, as a sentence; empty where it takes one."""
        return self.subject.refuses(self.lines[place], self.columns[column])

    def takes(self, index: Index) -> bool:
        """Say whether a cell is one to be typed into, in a file and a round that are open."""
        column = self.columns[index.column()]
        return column.typed and not self.why_not(index.row(), index.column())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].figures
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.columns[section].head
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        column = self.columns[index.column()]
        typed = self.takes(index) and self.writable and not (self.closed and column.of_round)
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        answer = self._answers.get(role)
        return None if answer is None else answer(index.row(), index.column())

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        text = str(value)
        if text == self.cell(index.row(), index.column()).own:
            return True
        self.typed.emit(self.index(index.row(), index.column()), text)
        return True

    def _state(self, place: int, column: int) -> StateCell | None:
        return self.subject.state_of(self.lines[place], self.columns[column], self.months)

    def _words(self, place: int, column: int) -> str:
        if (state := self._state(place, column)) is not None:
            return f"{state.word} {state.note}".strip()
        cell = self.cell(place, column)
        return f"{cell.caption} {cell.shown}".strip()

    def _said(self, place: int, column: int) -> str:
        return f"{self.columns[column].head} {self._words(place, column)}"

    def _tip(self, place: int, column: int) -> str | None:
        cell = self.cell(place, column)
        words = self.subject.tip_of(self.lines[place], self.columns[column], cell)
        return tool_tip(words) if words else None


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many keys are the same from the beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
