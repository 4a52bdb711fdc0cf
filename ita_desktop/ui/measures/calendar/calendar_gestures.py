"""What the clerk's gestures on the calendar do, and what she hears when they cannot."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import CalendarRow
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.measures.calendar.calendar_model import CalendarModel
from ita_desktop.ui.measures.calendar.calendar_table import CalendarTable
from ita_desktop.ui.rows.full_text import FullTextDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.bubble import Bubble
from ita_desktop.workflows.measures import calendar as work
from ita_desktop.workflows.measures.calendar import FIELDS, HEADS, Pasted
from ita_desktop.workflows.rows import deeds as rows_work
from ita_desktop.workflows.rows.deeds import Edit
from ita_desktop.workflows.scores.block import read_cells

_EDIT: Final = Qt.ItemDataRole.EditRole
_NOTHING: Final = "คลิปบอร์ดว่างอยู่ กรุณาคัดลอกตารางจาก Excel หรือ Word ก่อน แล้ววางอีกครั้ง"


class CalendarGestures(QObject):
    """Answers the wishes of the calendar's table; everything it writes is one deed."""

    said = Signal(str)
    """What was done, and can be undone; empty: nothing worth a word."""

    def __init__(self, session: Session, table: CalendarTable, model: CalendarModel) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self._model = model
        self._year = session.fiscal_year
        self.bubble = Bubble(table.viewport())
        model.typed.connect(self._typed)
        table.paste_requested.connect(self.paste)
        table.clear_requested.connect(self._clear)
        table.fill_requested.connect(self._fill_down)
        table.same_requested.connect(self._same)
        table.full_text_requested.connect(self._full_text)
        table.insert_requested.connect(self.insert)
        table.remove_requested.connect(self.remove)
        table.move_requested.connect(self.move_row)
        table.key_pressed.connect(self.bubble.hide)

    def paste(self, text: str) -> None:
        """Show what a copied block would change and, on a yes, write it as one deed."""
        cells, at = read_cells(text), self._table.currentIndex()
        if not cells:
            self._say(_NOTHING)
            return
        try:
            pasted = work.place_cells(self._model.rows, at.row(), FIELDS[at.column()], cells)
        except ClerkError as refusal:
            self._say(str(refusal))
            return
        if len(cells) == len(cells[0]) == pasted.count == 1:
            self._take(pasted)
            return
        dialog = PreviewDialog("วางขั้นตอน", _preview(pasted, self._model.rows), "วาง", self._table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._take, pasted))
        dialog.open()

    def _take(self, pasted: Pasted) -> None:
        if self.do(lambda: work.take_pasted(self._session.file, self._year, pasted)):
            self.said.emit(f"วางแล้ว {pasted.count} ค่า กด Ctrl+Z หากต้องการเลิกทำ")

    def _typed(self, cell: QModelIndex, text: str) -> None:
        row, field = self._model.row_of(cell), FIELDS[cell.column()]
        file = self._session.file
        if row is None:
            if text.strip():
                self.do(lambda: rows_work.add_row(file, Kind.CALENDAR, self._year, {field: text}))
            return
        edit = Edit(kind=Kind.CALENDAR, number=row.id, field=field, text=text)
        place = f"แถว {cell.row() + 1}"
        self.do(lambda: rows_work.set_field(file, edit, place=place))

    def insert(self) -> None:
        """Put an empty row above the current one."""
        row = self._model.row_of(self._table.currentIndex())
        before = None if row is None else row.id
        file, place = self._session.file, self._table.currentIndex().row()
        if self.do(lambda: rows_work.add_row(file, Kind.CALENDAR, self._year, None, before)):
            self._table.setCurrentIndex(self._model.index(place, 0))
            self._table.setFocus()

    def remove(self) -> None:
        """Take the selected rows away."""
        places = sorted({cell.row() for cell in self._table.selected_cells()})
        numbers = [self._model.rows[place].id for place in places if place < len(self._model.rows)]
        if numbers and self.do(
            lambda: rows_work.remove_rows(self._session.file, Kind.CALENDAR, numbers)
        ):
            self.said.emit(f"ลบแล้ว {len(numbers)} แถว")

    def move_row(self, step: int) -> None:
        """Put the current row a place up (-1) or down (1)."""
        rows, at = self._model.rows, self._table.currentIndex()
        place, to = at.row(), at.row() + step
        if not (0 <= place < len(rows) and 0 <= to < len(rows)):
            return
        after = to + (step > 0)
        before = rows[after].id if after < len(rows) else None
        number, file = rows[place].id, self._session.file
        if self.do(lambda: rows_work.move_row(file, Kind.CALENDAR, number, self._year, before)):
            self._table.setCurrentIndex(self._model.index(to, at.column()))

    def _clear(self) -> None:
        edits = [
            Edit(kind=Kind.CALENDAR, number=row.id, field=FIELDS[cell.column()], text="")
            for cell in self._table.selected_cells()
            if (row := self._model.row_of(cell)) is not None and cell.data()
        ]
        if edits:
            self._write(edits, f"ลบข้อความ {len(edits)} ช่อง")

    def _fill_down(self) -> None:
        """Write the first selected cell of each column into those below it."""
        cells, edits = self._table.selected_cells(), list[Edit]()
        first: dict[int, str] = {}
        for cell in cells:
            text = str(cell.data(_EDIT) or "")
            row = self._model.row_of(cell)
            if cell.column() not in first:
                first[cell.column()] = text
            elif row is not None:
                edits.append(self._edit_of(row.id, cell, first[cell.column()]))
        if edits:
            self._write(edits, f"เติมลงล่าง {len(edits)} ช่อง")

    def _same(self) -> None:
        """Write the current cell's text into the whole selection."""
        text = str(self._table.currentIndex().data(_EDIT) or "")
        edits = [
            self._edit_of(row.id, cell, text)
            for cell in self._table.selected_cells()
            if (row := self._model.row_of(cell)) is not None
        ]
        if len(edits) > 1:
            self._write(edits, f"ใส่ข้อความเดียวกัน {len(edits)} ช่อง")

    def _edit_of(self, number: int, cell: QModelIndex, text: str) -> Edit:
        return Edit(kind=Kind.CALENDAR, number=number, field=FIELDS[cell.column()], text=text)

    def _write(self, edits: list[Edit], deed: str) -> None:
        self.do(lambda: rows_work.apply_edits(self._session.file, edits, deed))

    def _full_text(self, cell: QModelIndex) -> None:
        """Show the whole text of a cell in a large editor."""
        if not cell.isValid() or not self._model.writable:
            return
        head = HEADS[FIELDS[cell.column()]]
        place = f"{head} แถว {wording.figure(cell.row() + 1)}"
        dialog = FullTextDialog(place, str(cell.data(_EDIT) or ""), parent=self._table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = QPersistentModelIndex(cell)
        dialog.accepted.connect(lambda: self._model.setData(kept, dialog.text))
        dialog.open()

    def do(self, deed: Callable[[], object]) -> bool:
        """Do a deed and tell it; what is refused is said beside the cell."""
        try:
            deed()
        except (ClerkError, MachineError) as refusal:
            why = str(refusal)
            # after Enter the grid moves on first, which would hide the note at once
            QTimer.singleShot(0, self, lambda: self._say(why))
            return False
        self.said.emit("")
        self._session.refresh()
        return True

    def _say(self, why: str) -> None:
        self.bubble.say(wording.shown(why), self._table.visualRect(self._table.currentIndex()))


def _preview(pasted: Pasted, kept: Sequence[CalendarRow]) -> list[PreviewRow]:
    places = {row.id: place for place, row in enumerate(kept, start=1)}
    rows = [
        PreviewRow(
            f"แถว {wording.figure(places[row.id])} {HEADS[field]}",
            wording.shown(str(getattr(row, field))) or wording.NOTHING,
            wording.shown(text) or wording.NOTHING,
        )
        for row, field, text in pasted.edits
    ]
    for place, row in enumerate(pasted.new, start=len(kept) + 1):
        rows += [
            PreviewRow(f"แถวใหม่ {wording.figure(place)} {HEADS[name]}", "", wording.shown(text))
            for name, text in zip(FIELDS, row, strict=True)
            if text
        ]
    why = "ไม่มีคอลัมน์ให้วาง กรุณาเริ่มวางจากคอลัมน์แรก"
    return [*rows, *(PreviewRow(text, "", "", why, refused=True) for text in pasted.beyond)]
