"""The score table as Qt wants it; it owns no rule of ITA."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ita_desktop.domain.bands import Band, band_of
from ita_desktop.domain.comparison import change, previous_entry
from ita_desktop.domain.points import loss_of
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import Figure
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.scores.rows import Kind, ScoreRow, rows_of
from ita_desktop.ui.session import Session

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


@dataclass(frozen=True, slots=True)
class Chip:
    """A word in a band's colours."""

    word: str
    band: Band


class ScoreTableModel(QAbstractTableModel):
    """Rows of the year looked at; typing goes to the session, refusals to ``on_refusal``."""

    def __init__(
        self, session: Session, on_refusal: Callable[[QModelIndex, str, str], None]
    ) -> None:
        super().__init__()
        self._session = session
        self._on_refusal = on_refusal
        self.rows: Sequence[ScoreRow] = ()
        self._answers: dict[int, Callable[[ScoreRow, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            Qt.ItemDataRole.EditRole: self.copied,
            Qt.ItemDataRole.TextAlignmentRole: _alignment,
            Qt.ItemDataRole.ToolTipRole: lambda row, column: self._tool_tip(row, column) or None,
            Qt.ItemDataRole.AccessibleTextRole: self._said,
            Role.ROW: lambda row, _column: row,
            Role.CHIP: lambda row, column: self._chip(row) if column is Column.BAND else None,
            Role.SORT: self._sort_key,
            Role.QUIET_SUFFIX: self._suffix,
            Role.COMPUTED: lambda row, column: column is Column.SCORE and self._is_computed(row),
            Role.MOVE: lambda row, column: self._change(row) if column is Column.CHANGE else None,
        }
        self._texts: dict[Column, Callable[[ScoreRow], str]] = {
            Column.CODE: lambda row: row.code if row.kind is Kind.ITEM else row.title,
            Column.TEXT: lambda row: row.title,
            Column.SCORE: self._score_text,
            Column.BEFORE: lambda row: wording.score(self._before(row)),
            Column.CHANGE: self._change_text,
            Column.BAND: lambda row: chip.word if (chip := self._chip(row)) else "",
        }
        self.reload()

    def reload(self) -> None:
        """Take the rows of the year looked at."""
        self.beginResetModel()
        self.rows = rows_of(self._session.criteria)
        self.endResetModel()

    def refresh(self) -> None:
        """Show the present figures in every row; indicators and total follow from each score."""
        last = self.index(len(self.rows) - 1, Column.BAND)
        self.dataChanged.emit(self.index(0, Column.SCORE), last)

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
            return ("ข้อ", "ข้อคำถาม", "คะแนน", before, "ต่าง", "ระดับ")[section]
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
        return answer(self.rows[index.row()], Column(index.column()))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != Column.SCORE:
            return False
        row, text = self.rows[index.row()], str(value)
        if text == self.copied(row, Column.SCORE):
            return True
        try:
            self._session.set_score(row.code, text)
        except (ClerkError, MachineError) as refusal:
            self._on_refusal(self.index(index.row(), index.column()), text, str(refusal))
            return False
        return True

    def copied(self, row: ScoreRow, column: Column) -> str:
        """Return a cell as it goes to the clipboard and the editor: Arabic digits, full figures."""
        if column is Column.SCORE:
            entry = self._entered(row)
            if entry is None:
                return ""
            return wording.EXCLUDED_WORD if entry is EXCLUDED else str(entry)
        if column is Column.CODE and row.kind is Kind.ITEM:
            return row.code
        if column is Column.TEXT or (column is Column.CODE and row.kind is not Kind.ITEM):
            return row.item.text if row.item else row.title
        return wording.arabic(self._text(row, column))

    def data_entered(self, row: ScoreRow) -> bool:
        """Return whether a row's own score was entered."""
        return self._entered(row) is not None

    def shown_score(self, row: ScoreRow) -> Decimal | None:
        """Return the score a row shows, entered or computed; None for none or ไม่คิดคะแนน."""
        if (figure := self._figure(row)) is not None:
            return figure.shown
        entry = self._entered(row)
        return entry if isinstance(entry, Decimal) else None

    def band(self, row: ScoreRow) -> Band | None:
        """Return the band of a row by the office's limits; none for the total and for OIT items."""
        score = self.shown_score(row)
        if score is None or row.kind in (Kind.TOTAL, Kind.PART):
            return None
        if row.item is not None and row.item.is_oit:
            return Band.KEEP if score else Band.URGENT
        return band_of(score, self._session.office.limits)

    def _entered(self, row: ScoreRow) -> Entry | None:
        return self._session.result.entries.get(row.code)

    def _figure(self, row: ScoreRow) -> Figure | None:
        result = self._session.result
        if row.kind is Kind.SUB_INDICATOR:
            return result.sub_indicators[row.code]
        return None if row.kind in (Kind.ITEM, Kind.PART) else result.figure(row.code)

    def _before(self, row: ScoreRow) -> Entry | None:
        last_year = self._session.last_year
        if last_year is None or row.kind is Kind.SUB_INDICATOR:
            return None
        if row.item is not None:
            return previous_entry(row.item, last_year)
        figure = last_year.figure(row.code)
        return last_year.entries.get(row.code) if figure is None else figure.shown

    def _change(self, row: ScoreRow) -> Decimal | None:
        return change(self.shown_score(row), self._before(row))

    def _text(self, row: ScoreRow, column: Column) -> str:
        return self._texts[column](row)

    def _said(self, row: ScoreRow, column: Column) -> str:
        head = self.headerData(column, Qt.Orientation.Horizontal)
        return f"{row.code} {head} {self._text(row, column)}"

    def _score_text(self, row: ScoreRow) -> str:
        figure = self._figure(row)
        return wording.score(self._entered(row) if figure is None else figure.shown)

    def _change_text(self, row: ScoreRow) -> str:
        moved = self._change(row)
        return "" if moved is None else wording.signed(moved)

    def _is_computed(self, row: ScoreRow) -> bool:
        figure = self._figure(row)
        return figure is not None and figure.entered is None

    def _chip(self, row: ScoreRow) -> Chip | None:
        if (band := self.band(row)) is None:
            return None
        if row.item is not None and row.item.is_oit:
            if band is Band.KEEP:
                return Chip("เผยแพร่แล้ว", band)
            loss = loss_of(self._session.result, row.item)
            return Chip(f"ขาด {wording.signed(-loss.shown)}" if loss else "ขาด", band)
        return Chip(wording.BAND_WORDS[band], band)

    def _suffix(self, row: ScoreRow, column: Column) -> str:
        """Return the quiet words after a title: not checked, or what was computed beside it."""
        if row.item is not None:
            return "(ร่าง)" if column is Column.TEXT and not row.item.status.checked else ""
        figure = self._figure(row)
        if figure is None or figure.difference is None:
            return ""
        computed = wording.figure(figure.computed_shown)
        return f"คำนวณได้ {computed} ต่าง {wording.signed(figure.difference)}"

    def _tool_tip(self, row: ScoreRow, column: Column) -> str:
        if column is Column.BAND and row.kind is not Kind.TOTAL:
            return wording.limits_in_words(self._session.office.limits)
        if column is Column.SCORE and row.kind is Kind.SUB_INDICATOR:
            return "คำนวณจากข้อ OIT ในตัวชี้วัดย่อยนี้ กรอกเองไม่ได้"
        figure = self._figure(row)
        if column is Column.SCORE and figure is not None:
            if figure.entered is None:
                return "คำนวณจากคะแนนที่กรอกไว้ พิมพ์ทับได้หากมีคะแนนที่ ป.ป.ช. ประกาศ"
            return "คะแนนที่กรอกตามประกาศ กด Delete เพื่อกลับไปใช้คะแนนที่คำนวณ"
        if column is Column.TEXT and row.item is not None and not row.item.status.checked:
            year = row.item.text_from
            origin = wording.shown(f"ใช้ข้อความของปี {year} ") if year else ""
            return f"{origin}ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช. กด F4 เพื่อแก้ไขหรือยืนยันข้อความ"
        return ""

    def _sort_key(self, row: ScoreRow, column: Column) -> Any:
        match column:
            case Column.SCORE | Column.BAND:
                score = self.shown_score(row)
                return -1.0 if score is None else float(score)
            case Column.BEFORE:
                before = self._before(row)
                return float(before) if isinstance(before, Decimal) else -1.0
            case Column.CHANGE:
                moved = self._change(row)
                return -1000.0 if moved is None else float(moved)
            case _:
                return float(self.rows.index(row))


_FIGURES = frozenset({Column.SCORE, Column.BEFORE, Column.CHANGE})


def _alignment(_row: ScoreRow, column: Column) -> Qt.AlignmentFlag | None:
    if column not in _FIGURES:
        return None
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
