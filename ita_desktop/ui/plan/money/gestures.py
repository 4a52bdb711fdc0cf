"""What gestures on the money grid write, and what is said where they cannot."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal

from ita_desktop.db.rows import Kind
from ita_desktop.ui import wording
from ita_desktop.ui.plan.money.rows import Part
from ita_desktop.ui.plan.money.table import MoneyTable
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.bubble import Bubble, Offer
from ita_desktop.workflows.rows.deeds import Edit, apply_edits, field_words, set_field


class MoneyGestures(QObject):
    """Answers the wishes of a money grid; every one is one deed."""

    done = Signal(str)
    """This was done, in words for the foot of the window."""

    def __init__(self, session: Session, table: MoneyTable) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self.bubble = Bubble(table.viewport())
        session.leaving.connect(table.finish_edit)
        table.money_model.typed.connect(self._typed)
        table.paste_requested.connect(self.paste)
        table.clear_requested.connect(self._clear)
        table.fill_requested.connect(self._fill_down)
        table.fill_right_requested.connect(self._fill_right)
        table.same_requested.connect(self._same)
        table.tick_requested.connect(self._tick)
        table.history_requested.connect(self.show_history)
        table.customContextMenuRequested.connect(self._show_menu)
        table.key_pressed.connect(self.bubble.hide)

    def paste(self, text: str) -> None:
        """Show what a copied block would change and, on a yes, write it as one deed."""
        from ita_desktop.ui.plan.money.pasting import paste  # noqa: PLC0415 - not at the start

        if why := paste(self._table, self._session, text, self._pasted):
            self._say(why)

    def show_history(self, cell: QModelIndex) -> None:
        """Show what became of a cell."""
        from ita_desktop.ui.plan.project.history import show_history  # noqa: PLC0415 - seldom

        edit = self._edit(cell, "")
        placed = self._table.row(cell).placed if cell.isValid() else None
        if edit is None or placed is None:
            self._say("ช่องนี้คำนวณจากช่องอื่น จึงไม่มีประวัติของตนเอง")
        elif self._session.leave():
            show_history(self._session, placed.number, edit.number, edit.field, self._table)

    def _pasted(self, count: int) -> None:
        self.done.emit(wording.shown(f"วางแล้ว {count} ช่อง กด Ctrl+Z หากต้องการเลิกทำ"))

    def _edit(self, cell: QModelIndex, text: str) -> Edit | None:
        """Return what writes a text into a cell; None where nothing is written."""
        if not cell.isValid() or not cell.flags() & Qt.ItemFlag.ItemIsEditable:
            return None
        project = self._table.row(cell).project
        if project is None:
            return None
        field = self._table.column(cell).field
        return Edit(kind=Kind.PROJECT, number=project.id, field=field, text=text)

    def _typed(self, cell: QModelIndex, text: str) -> None:
        edit, placed = self._edit(cell, text), self._table.row(cell).placed
        if edit is None or placed is None:
            return
        place = f"โครงการที่ {placed.number}"
        _, why = write(self._session, lambda file: set_field(file, edit, place=place))
        if not why:
            return
        self._session.stay()
        kept, offer = QPersistentModelIndex(cell), self._meant(cell, text)
        words = f"“{text}” อาจพิมพ์ผิดแป้นภาษา" if offer is not None else why
        # after Enter the grid moves on first, which would hide the note at once
        QTimer.singleShot(0, self, lambda: self._say_at(kept, words, offer))

    def _meant(self, cell: QModelIndex, typed: str) -> Offer | None:
        """Return what the same keys say on the other keyboard layout, where that is money."""
        from ita_desktop.domain.plan_entry import parse_amount  # noqa: PLC0415 - seldom
        from ita_desktop.errors import ClerkError  # noqa: PLC0415 - seldom
        from ita_desktop.thai.keyboard import figure_from_wrong_layout  # noqa: PLC0415 - seldom

        meant = figure_from_wrong_layout(typed)
        if meant is None or self._table.column(cell).part is Part.NO_BUDGET:
            return None
        try:
            parse_amount(meant)
        except ClerkError:
            return None
        edit = self._edit(cell, meant)
        if edit is None:
            return None
        return (
            wording.shown(f"ใช้ {meant}"),
            lambda: self._write([edit], f"แก้{field_words(Kind.PROJECT, edit.field)}"),
        )

    def _tick(self, cell: QModelIndex) -> None:
        self._typed(cell, "" if cell.data(Qt.ItemDataRole.EditRole) else "✓")

    def _clear(self) -> None:
        cells = [cell for cell in self._table.selected_cells() if self._text(cell)]
        edits = [edit for cell in cells if (edit := self._edit(cell, "")) is not None]
        self._write(edits, f"ลบงบประมาณ {len(edits)} ช่อง")

    def _fill_down(self) -> None:
        """Write the first figure of each column into those below; of one row what is above it."""
        cells = [cell for cell in self._table.selected_cells() if self._edit(cell, "")]
        first: dict[int, str] = {}
        edits: list[Edit | None] = []
        one_row = len({cell.row() for cell in cells}) == 1
        for cell in cells:
            if one_row:
                above = cell.sibling(cell.row() - 1, cell.column())
                if above.isValid() and self._edit(above, "") is not None:
                    edits.append(self._edit(cell, self._text(above)))
            elif cell.column() in first:
                edits.append(self._edit(cell, first[cell.column()]))
            else:
                first[cell.column()] = self._text(cell)
        self._write(edits, f"เติมลงล่าง {len(edits)} ช่อง")

    def _fill_right(self) -> None:
        """Write the first figure of each row into the years right of it.

        Of a single column: into all later years.
        """
        cells = self._table.selected_cells()
        columns = {cell.column() for cell in cells}
        edits: list[Edit | None] = []
        if len(columns) == 1:
            for cell in cells:
                if self._table.column(cell).part is Part.YEAR:
                    edits += [self._edit(one, self._text(cell)) for one in self._later_years(cell)]
        else:
            first: dict[int, str] = {}
            for cell in cells:
                if self._table.column(cell).part is not Part.YEAR:
                    continue
                if cell.row() in first:
                    edits.append(self._edit(cell, first[cell.row()]))
                else:
                    first[cell.row()] = self._text(cell)
        self._write(edits, f"เติมไปทางขวา {len(edits)} ช่อง")

    def _later_years(self, cell: QModelIndex) -> list[QModelIndex]:
        columns = enumerate(self._table.money_model.columns)
        return [
            cell.sibling(cell.row(), number)
            for number, column in columns
            if number > cell.column() and column.part is Part.YEAR
        ]

    def _same(self) -> None:
        current = self._table.currentIndex()
        if not current.isValid():
            return
        part, text = self._table.column(current).part, self._text(current)
        kinds = {Part.NO_BUDGET} if part is Part.NO_BUDGET else {Part.YEAR, Part.UNDIVIDED}
        edits = [
            self._edit(cell, text)
            for cell in self._table.selected_cells()
            if self._table.column(cell).part in kinds and cell != current
        ]
        self._write(edits, f"ใส่ค่าเดียวกัน {len(edits)} ช่อง")

    def _text(self, cell: QModelIndex) -> str:
        return str(cell.data(Qt.ItemDataRole.EditRole) or "")

    def _write(self, edits: Sequence[Edit | None], deed: str) -> None:
        taken = [edit for edit in edits if edit is not None]
        if not taken:
            return
        _, why = write(self._session, lambda file: apply_edits(file, taken, deed))
        if why:
            self._say(why)

    def _show_menu(self, point: QPoint) -> None:
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not at the start

        cell = self._table.currentIndex()
        if not cell.isValid():
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("ประวัติของช่อง…\tCtrl+H", lambda: self.show_history(cell))
        menu.addSeparator()
        menu.addAction("คัดลอก\tCtrl+C", self._table.copy)
        if self._edit(cell, "") is not None:
            menu.addAction("วาง\tCtrl+V", self._paste_clipboard)
            menu.addAction("เติมไปทางขวา\tCtrl+R", self._fill_right)
            menu.addAction("เติมลงล่าง\tCtrl+D", self._fill_down)
            menu.addAction("ล้างค่า\tDelete", self._clear)
        menu.popup(self._table.viewport().mapToGlobal(point))

    def _paste_clipboard(self) -> None:
        from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - not at the start

        self.paste(QGuiApplication.clipboard().text())

    def _say_at(self, kept: QPersistentModelIndex, why: str, offer: Offer | None) -> None:
        if kept.isValid():
            cell = self._table.model().index(kept.row(), kept.column())
            self._table.setCurrentIndex(cell)
            self.bubble.say(why, self._table.visualRect(cell), offer)

    def _say(self, why: str) -> None:
        self.bubble.say(why, self._table.visualRect(self._table.currentIndex()))
