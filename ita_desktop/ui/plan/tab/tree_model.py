"""The outline of the plan as a tree; what did not change is not told anew."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ita_desktop.ui import wording
from ita_desktop.ui.plan.tab.rows import TreeRow
from ita_desktop.ui.widgets.tool_tip import tool_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = -1


class Role(IntEnum):
    """What the delegate asks for."""

    ROW = Qt.ItemDataRole.UserRole + 1


class TreeModel(QAbstractItemModel):
    """Rows as ``rows.RowMaker`` gives them; an index keeps the place of its row among them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[TreeRow] = ()
        self._parents: list[int] = []
        self._inside: dict[int, list[int]] = {_ROOT: []}
        self._at: list[int] = []
        self._places: dict[str, int] = {}
        self.writable = True

    def show(self, rows: Sequence[TreeRow]) -> bool:
        """Take other rows; return whether the outline is another one.

        Where it is the same, only rows that say something else are told.
        """
        if _shape(rows) != _shape(self.rows):
            self.beginResetModel()
            self._take(rows)
            self.endResetModel()
            return True
        old, self.rows = self.rows, rows
        for place, (before, now) in enumerate(zip(old, rows, strict=True)):
            if before is not now and before != now:
                cell = self._index_at(place)
                self.dataChanged.emit(cell, cell)
        return False

    def index_of(self, key: str) -> QModelIndex:
        """Return where the row with a key is; an invalid index where it is not shown."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self._index_at(place)

    def row_at(self, index: Index) -> TreeRow | None:
        """Return the row of an index."""
        return self.rows[index.internalId()] if index.isValid() else None

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        inside = self._inside.get(_place_of(parent), [])
        if column or not 0 <= row < len(inside):
            return QModelIndex()
        return self.createIndex(row, column, inside[row])

    def parent(self, child: Index | None = None) -> Any:  # pyright: ignore[reportIncompatibleMethodOverride] - QObject has another
        if child is None:
            return QObject.parent(self)
        if not child.isValid():
            return QModelIndex()
        place = self._parents[child.internalId()]
        return QModelIndex() if place == _ROOT else self._index_at(place)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._inside.get(_place_of(parent), []))

    def columnCount(self, parent: Index | None = None) -> int:
        del parent
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if (row := self.row_at(index)) is None:
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        named = (row.section or row.project) and not row.quiet
        return found | Qt.ItemFlag.ItemIsEditable if named and self.writable else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        return None if row is None else _said_in(row, role)

    def _take(self, rows: Sequence[TreeRow]) -> None:
        self.rows = rows
        self._parents, self._at = [], []
        self._inside = {_ROOT: []}
        self._places = {row.key: place for place, row in enumerate(rows)}
        over: list[int] = []
        for place, row in enumerate(rows):
            over = over[: row.depth]
            parent = over[-1] if over else _ROOT
            siblings = self._inside.setdefault(parent, [])
            self._parents.append(parent)
            self._at.append(len(siblings))
            siblings.append(place)
            over.append(place)

    def _index_at(self, place: int) -> QModelIndex:
        return self.createIndex(self._at[place], 0, place)


def those_shown(rows: Sequence[TreeRow], keys: Collection[str]) -> list[TreeRow]:
    """Return the rows with these keys, and the sections they stand in."""
    found: list[TreeRow] = []
    over: list[TreeRow] = []
    taken = 0
    for row in rows:
        over = over[: row.depth]
        taken = min(taken, len(over))
        over.append(row)
        if row.key in keys:
            found += over[taken:]
            taken = len(over)
    return found


def _said_in(row: TreeRow, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return wording.shown(f"{row.number} {row.words}".strip())
        case Qt.ItemDataRole.AccessibleTextRole:
            return wording.shown(_said(row))
        case Qt.ItemDataRole.ToolTipRole:
            return tool_tip(wording.shown(_tip(row)))
        case Qt.ItemDataRole.EditRole:
            return row.name
        case Role.ROW:
            return row
        case _:
            return None


def _shape(rows: Sequence[TreeRow]) -> list[tuple[str, int]]:
    return [(row.key, row.depth) for row in rows]


def _place_of(parent: Index | None) -> int:
    return parent.internalId() if parent is not None and parent.isValid() else _ROOT


def _said(row: TreeRow) -> str:
    """Return a row as a screen reader says it."""
    words = f"{'โครงการที่ ' if row.project else ''}{row.number} {row.words}".strip()
    if row.count is not None:
        return f"{words} {row.count} โครงการ"
    if row.quiet:
        return f"{words} อยู่ในหัวข้อนี้ด้วย"
    return f"{words} {_lacking(row)}".strip()


def _tip(row: TreeRow) -> str:
    if row.project:
        also = "\nโครงการนี้อยู่ในหัวข้ออื่น และอยู่ในหัวข้อนี้ด้วย" if row.quiet else ""
        lacking = f"\n{_lacking(row)}" if row.lacks else ""
        return f"{row.number} {row.whole or row.words}{also}{lacking}"
    return row.whole


def _lacking(row: TreeRow) -> str:
    return f"ยังไม่ได้กรอก {', '.join(row.lacks)}" if row.lacks else ""
