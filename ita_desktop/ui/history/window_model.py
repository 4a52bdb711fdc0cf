"""A table of very many rows to read: only those on the screen are ever fetched."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.tool_tip import tool_tip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_WINDOW = 100
_MOST_WINDOWS = 30
_LONGEST_TIP = 2_000


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its head, what it says of a row, and how much of the width it wants."""

    head: str
    text: Callable[[T], str]
    width: int
    """Pixels; 0 shares what the others leave."""
    spare: bool = False
    """Not shown where there is no room for all; in a narrow window the deed itself counts."""


class WindowModel(QAbstractTableModel, Generic[T]):
    """Rows by their numbers; ``fetch`` is asked for a window of them at a time."""

    refused = Signal(str)
    """A window could not be read: one Thai sentence."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        fetch: Callable[[Sequence[int]], Sequence[T]],
        quiet: Callable[[T], bool] = lambda _row: False,
    ) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.numbers: Sequence[int] = ()
        self._fetch = fetch
        self._quiet = quiet
        self._windows: dict[int, Sequence[T]] = {}

    def show(self, numbers: Sequence[int]) -> None:
        """Show the rows of these numbers, in this order."""
        self.beginResetModel()
        self.numbers = numbers
        self._windows.clear()
        self.endResetModel()

    def row(self, place: int) -> T | None:
        """Return a row; None for none, and where it could not be read, which is told."""
        if not 0 <= place < len(self.numbers):
            return None
        first = place - place % _WINDOW
        if first not in self._windows:
            while len(self._windows) >= _MOST_WINDOWS:
                del self._windows[next(iter(self._windows))]
            try:
                self._windows[first] = self._fetch(self.numbers[first : first + _WINDOW])
            except (ClerkError, MachineError) as refusal:
                self._windows[first] = ()
                self.refused.emit(str(refusal))
        window = self._windows[first]
        return window[place - first] if place - first < len(window) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.numbers)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.columns[section].head if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(column.text(row).split())
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(column.text(row)[:_LONGEST_TIP])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.head} {column.text(row)}"
            case Qt.ItemDataRole.ForegroundRole:
                return theme.color("quiet") if self._quiet(row) else None
            case _:
                return None
