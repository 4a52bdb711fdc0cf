"""The score table as Qt wants it; it owns no rule of ITA."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.scores.rows import Kind, ScoreRow, rows_of
from ita_desktop.ui.scores.shown import ShownRow, shown_rows
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.tool_tip import tool_tip

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the table."""

    CODE = 0
    TEXT = 1
    SCORE = 2
    BEFORE = 3
    CHANGE = 4
    BAND = 5


class Role(IntEnum):
    """What the delegate asks for beside the usual roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CHIP = Qt.ItemDataRole.UserRole + 2
    SORT = Qt.ItemDataRole.UserRole + 3
    QUIET_SUFFIX = Qt.ItemDataRole.UserRole + 4
    COMPUTED = Qt.ItemDataRole.UserRole + 5
    MOVE = Qt.ItemDataRole.UserRole + 6


class ScoreTableModel(QAbstractTableModel):
    """Rows of the year looked at; typing goes to the session."""

    score_refused = Signal(QModelIndex, str, str)
    """A cell kept its value: where, what was typed, and the sentence why."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows: Sequence[ScoreRow] = ()
        self._shown: Sequence[ShownRow] = ()
        self._answers: dict[int, Callable[[ShownRow, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: _text,
            Qt.ItemDataRole.EditRole: _copied,
            Qt.ItemDataRole.TextAlignmentRole: _alignment,
            Qt.ItemDataRole.ToolTipRole: self._wrapped_tip,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            Role.ROW: lambda shown, _column: shown.row,
            Role.CHIP: lambda shown, column: shown.chip if column is Column.BAND else None,
            Role.SORT: _sort_key,
            Role.QUIET_SUFFIX: _suffix,
            Role.COMPUTED: lambda shown, column: column is Column.SCORE and shown.computed,
            Role.MOVE: lambda shown, column: shown.change if column is Column.CHANGE else None,
        }
        session.scores_changed.connect(self.refresh)
        self.reload()

    def reload(self) -> None:
        """Take the rows of the year looked at."""
        self.beginResetModel()
        self.rows = rows_of(self._session.criteria)
        self._take_scores()
        self.endResetModel()

    def refresh(self) -> None:
        """Show the present figures in every row; indicators and total follow from each score."""
        self._take_scores()
        last = self.index(len(self.rows) - 1, Column.BAND)
        self.dataChanged.emit(self.index(0, Column.SCORE), last)

    def shown(self, place: int) -> ShownRow:
        """Return what a row says."""
        return self._shown[place]

    def row_of(self, code: str) -> int:
        """Return the place of a score code, or -1."""
        return next((place for place, row in enumerate(self.rows) if row.code == code), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in _FIGURES
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            before = wording.shown(f"ปี {self._session.fiscal_year - 1}")
            return ("ข้อ", "ข้อคำถาม", "คะแนน", before, "เพิ่ม/ลด", "กลุ่ม")[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.rows[index.row()]
        if index.column() == Column.SCORE and row.editable:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._shown[index.row()], Column(index.column()))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != Column.SCORE:
            return False
        shown, text = self._shown[index.row()], str(value)
        if text == _copied(shown, Column.SCORE):
            return True
        try:
            self._session.set_score(shown.row.code, text)
        except (ClerkError, MachineError) as refusal:
            cell = self.index(index.row(), index.column())
            self.score_refused.emit(cell, text, str(refusal))
            return False
        return True

    def _take_scores(self) -> None:
        session = self._session
        self._shown = shown_rows(
            self.rows, session.result, session.last_year, session.office.limits
        )

    def _said(self, shown: ShownRow, column: Column) -> str:
        head = self.headerData(column, Qt.Orientation.Horizontal)
        return f"{shown.row.code} {head} {_text(shown, column)}"

    def _wrapped_tip(self, shown: ShownRow, column: Column) -> str | None:
        tip = self._tool_tip(shown, column)
        return None if tip is None else tool_tip(tip)

    def _tool_tip(self, shown: ShownRow, column: Column) -> str | None:
        row, figure = shown.row, shown.figure
        if column is Column.BAND and row.kind is not Kind.TOTAL:
            return wording.limits_in_words(self._session.office.limits)
        if column is Column.SCORE and row.kind is Kind.SUB_INDICATOR:
            return "คำนวณจากข้อ OIT ในตัวชี้วัดย่อยนี้ กรอกเองไม่ได้"
        if column is Column.SCORE and figure is not None:
            if figure.entered is None:
                return "คำนวณจากคะแนนที่กรอกไว้ พิมพ์ทับได้หากมีคะแนนที่ ป.ป.ช. ประกาศ"
            return "คะแนนที่กรอกตามประกาศ กด Delete เพื่อกลับไปใช้คะแนนที่คำนวณ"
        if column is Column.TEXT and row.item is not None and not row.item.status.checked:
            year = row.item.text_from
            origin = wording.shown(f"ใช้ข้อความของปี {year} ") if year else ""
            return f"{origin}ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช. กด F4 เพื่อแก้ไขหรือยืนยันข้อความ"
        return None


_FIGURES = frozenset({Column.SCORE, Column.BEFORE, Column.CHANGE})
_TEXTS: dict[Column, Callable[[ShownRow], str]] = {
    Column.CODE: lambda shown: shown.row.code if shown.row.item else shown.row.title,
    Column.TEXT: lambda shown: shown.row.title,
    Column.SCORE: lambda shown: wording.score(
        shown.entered if shown.figure is None else shown.score
    ),
    Column.BEFORE: lambda shown: wording.score(shown.before),
    Column.CHANGE: lambda shown: "" if shown.change is None else wording.signed(shown.change),
    Column.BAND: lambda shown: shown.chip.word if shown.chip else "",
}


def _text(shown: ShownRow, column: Column) -> str:
    return _TEXTS[column](shown)


def _copied(shown: ShownRow, column: Column) -> str:
    """Return a cell as it goes to the clipboard and the editor: Arabic digits, full figures."""
    item = shown.row.item
    if column is Column.SCORE:
        if shown.entered is None:
            return ""
        return wording.EXCLUDED_WORD if shown.entered is EXCLUDED else str(shown.entered)
    if column is Column.CODE and item is not None:
        return item.code
    if column in (Column.CODE, Column.TEXT):
        return shown.row.title if item is None else item.text
    return wording.arabic(_text(shown, column))


def _suffix(shown: ShownRow, column: Column) -> str:
    """Return the quiet words after a title; an item's title stands in the second column."""
    return "" if shown.row.item is not None and column is Column.CODE else shown.suffix


def _alignment(_shown: ShownRow, column: Column) -> Qt.AlignmentFlag | None:
    if column not in _FIGURES:
        return None
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


def _sort_key(shown: ShownRow, column: Column) -> float:
    """Return what a column is sorted by; code and text by the order of the papers."""
    match column:
        case Column.SCORE | Column.BAND:
            return -1.0 if shown.score is None else float(shown.score)
        case Column.BEFORE:
            return float(shown.before) if isinstance(shown.before, Decimal) else -1.0
        case Column.CHANGE:
            return -1000.0 if shown.change is None else float(shown.change)
        case _:
            return float(shown.place)
