"""What the clerk's gestures on the cells of a grid do, and what she hears when they cannot."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ita_desktop.domain.risk_entry import LEVEL_FIELDS
from ita_desktop.errors import ClerkError
from ita_desktop.ui import today, wording
from ita_desktop.ui.rows import filling
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.line import Line, key_of
from ita_desktop.ui.rows.row_gestures import RowGestures
from ita_desktop.ui.rows.writing import (
    edit_of,
    place_words,
    row_words,
    write,
)
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.bubble import Bubble, Offer
from ita_desktop.workflows.rows import deeds as work
from ita_desktop.workflows.rows.block import NewRow, write_block
from ita_desktop.workflows.rows.deeds import KIND_WORDS, Edit, field_words

_FIGURES: Final = frozenset({"score", "percent"}) | {
    field for field in LEVEL_FIELDS if not field.endswith("level")
}
_WORDS_ONLY: Final = _FIGURES | LEVEL_FIELDS | {"code", "state", "control_quality"}
"""Fields where a text of the wrong keyboard layout is refused by itself."""
SHORT: Final = 24
"""Letters of what was typed that a note repeats; longer ones are offered to be copied."""


class GridGestures(QObject):
    """Answers the wishes of a grid; everything it writes is one deed."""

    said = Signal(str, bool)
    """What was done, and whether เลิกทำ is offered beside it."""

    menu_opened = Signal(QMenu)
    """The menu of a cell is about to be shown; the page adds what it knows of."""

    def __init__(self, session: Session, table: GridTable) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self._model = table.grid_model
        self.bubble = Bubble(table.viewport())
        self.rows = RowGestures(session, table)
        self.rows.said.connect(self.said)
        self.rows.refused.connect(self.say)
        session.leaving.connect(table.finish_edit)
        self._model.typed.connect(self._typed)
        table.paste_requested.connect(self.paste)
        table.clear_requested.connect(self._clear)
        table.fill_requested.connect(self._fill_down)
        table.same_requested.connect(self._same)
        table.full_text_requested.connect(self.show_full_text)
        table.history_requested.connect(self.show_history)
        table.date_requested.connect(self._write_date)
        table.typing_refused.connect(self._refuses)
        table.doubleClicked.connect(self._double_clicked)
        table.customContextMenuRequested.connect(self._show_menu)
        table.key_pressed.connect(self.bubble.hide)

    # what is typed

    def _typed(self, cell: QModelIndex, text: str) -> None:
        line, column = self._model.lines[cell.row()], self._model.columns[cell.column()]
        if line.adds:
            self._add(cell, line, column, text)
            return
        place = place_words(self._model.subject, line, column, self._model.months)
        edit = edit_of(line, column.field, self._model.months, text)
        words = row_words(self._model.subject, line)
        _, why = write(self._session, lambda file: work.set_field(file, edit, place=words))
        self._answer(cell, edit, f"{place}: {why}" if why else "", partial(self._again, edit))

    def _add(self, cell: QModelIndex, line: Line, column: Column, text: str) -> None:
        if not text.strip():
            return
        more = self._model.subject.more_of_new(self._session, self._model.lines, line)
        texts = {**more, column.field: text}
        row = NewRow(kind=line.kind, parent=line.parent, texts=texts, months=self._model.months)
        made, why = write(
            self._session,
            lambda file: write_block(file, (), [row], f"เพิ่ม{KIND_WORDS[line.kind]}"),
        )
        number = made[0] if made else None
        if number is not None:
            self._table.added = key_of(line.kind, number)
        again = edit_of(line, column.field, self._model.months, text)
        self._answer(
            cell,
            again,
            why,
            None if number is None else partial(self._again, replace(again, number=number)),
        )

    def _answer(
        self,
        cell: QModelIndex,
        edit: Edit,
        why: str,
        again: Callable[[str], object] | None,
    ) -> None:
        """Say why a text was refused, or that it looks as if typed on the other keyboard."""
        text = edit.text
        offer = None if again is None else self._meant(edit, again)
        if not why and offer is None:
            return
        if why:
            self._session.stay()
        words = why if offer is None else f"“{short_words(text)}” อาจพิมพ์ผิดแป้นภาษา"
        if offer is None and len(text) > SHORT:  # what took long to type is not lost
            offer = "คัดลอกที่พิมพ์ไว้", lambda: QGuiApplication.clipboard().setText(text)
        kept = QPersistentModelIndex(cell)
        # after Enter the grid moves on first, which would hide the note at once
        QTimer.singleShot(0, self, lambda: self._say_at(kept, words, offer, back=bool(why)))

    def _meant(self, edit: Edit, again: Callable[[str], object]) -> Offer | None:
        """Return what the same keys say on the other keyboard, where the field takes that."""
        from ita_desktop.thai.keyboard import (  # noqa: PLC0415 - when first typed
            figure_from_wrong_layout,
            from_wrong_layout,
        )

        figure = figure_from_wrong_layout(edit.text) if edit.field in _FIGURES else None
        meant = figure or from_wrong_layout(edit.text)
        if meant is None:
            return None
        if edit.field in _WORDS_ONLY:
            try:
                work.checked_value(self._session.file, replace(edit, text=meant))
            except ClerkError:
                return None
        return f"ใช้ “{short_words(meant)}”", lambda: again(meant)

    def _again(self, edit: Edit, text: str) -> None:
        self._write([replace(edit, text=text)], f"แก้{field_words(edit.kind, edit.field)}")

    # several cells at once

    def paste(self, text: str) -> None:
        """Show what a copied block would change and, on a yes, write it as one deed."""
        from ita_desktop.ui.rows.pasting import paste  # noqa: PLC0415 - not at the start

        if self._refuses():
            return
        if why := paste(self._table, self._session, text, self._pasted):
            self.say(why)

    def _pasted(self, count: int, made: Sequence[int]) -> None:
        new = f" และเพิ่ม {len(made)} แถว" if made else ""
        self.said.emit(f"วางแล้ว {count} ช่อง{new}", True)

    def _clear(self) -> None:
        if not self._refuses():
            self._write(*filling.cleared(self._table))

    def _fill_down(self) -> None:
        if not self._refuses():
            self._write(*filling.filled_down(self._table))

    def _same(self) -> None:
        if not self._refuses():
            self._write(*filling.same_text(self._table))

    def _double_clicked(self, _cell: QModelIndex) -> None:
        self._refuses()

    def _refuses(self) -> bool:
        """Say why nothing can be written into this file or round; False where it can."""
        why = self._why_not()
        if why:
            self.say(why)
        return bool(why)

    def _why_not(self) -> str:
        """Return why the current cell is only read, as a sentence; empty where it is not."""
        cell = self._table.currentIndex()
        if cell.isValid() and (why := self._model.why_not(cell.row(), cell.column())):
            return self._session.file.read_only or why
        of_round = cell.isValid() and self._model.columns[cell.column()].of_round
        if self._model.closed and of_round:
            closed = work.closed_sentence(self._session.fiscal_year, self._model.months)
            return self._session.file.read_only or wording.shown(closed)
        return self._session.file.read_only

    def _write(self, edits: Sequence[Edit], deed: str) -> bool:
        if not edits:
            return False
        _, why = write(self._session, lambda file: work.apply_edits(file, edits, deed))
        if why:
            self.say(why)
        return not why

    def _write_date(self) -> None:
        """Begin to type today's date into the cell, in the Buddhist era."""
        from ita_desktop.thai.dates import format_date  # noqa: PLC0415 - not at the start

        cell = self._table.currentIndex()
        if not self._refuses() and cell.isValid() and cell.flags() & Qt.ItemFlag.ItemIsEditable:
            words = format_date(today.today(), thai_digits=True, abbreviated=True)
            self._table.edit_with(words)

    # looking closer

    def show_full_text(self, cell: QModelIndex) -> None:
        """Show the whole text of a cell in a large editor."""
        line = self._table.line(cell)
        if line is None or line.adds or not self._model.takes(cell):
            return
        from ita_desktop.ui.rows.full_text import FullTextDialog  # noqa: PLC0415 - seldom

        column = self._model.columns[cell.column()]
        place = place_words(self._model.subject, line, column, self._model.months)
        text = str(cell.data(Qt.ItemDataRole.EditRole) or "")
        why_not = self._why_not()
        dialog = FullTextDialog(place, text, why_not, self._table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = QPersistentModelIndex(cell)
        edit = edit_of(line, column.field, self._model.months, text)
        dialog.accepted.connect(lambda: self._take_full(kept, edit, dialog.text))
        dialog.open()

    def _take_full(self, kept: QPersistentModelIndex, edit: Edit, text: str) -> None:
        if kept.isValid():
            cell = self._model.index(kept.row(), kept.column())
            self._model.setData(cell, text)
        elif text != edit.text:  # other rows are shown meanwhile
            self._again(edit, text)
        self._table.setFocus()

    def show_history(self, cell: QModelIndex) -> None:
        """Show what became of a cell."""
        line = self._table.line(cell)
        if line is None or line.adds or not self._model.takes(cell):
            return
        from ita_desktop.ui.rows.field_history import (  # noqa: PLC0415 - seldom
            show_field_history,
        )

        if self._session.leave():
            column = self._model.columns[cell.column()]
            show_field_history(self._session, self._model, line, column, self._table)

    def _show_menu(self, point: QPoint) -> None:
        """Show what can be asked of the current cell; ``point`` is where in the table."""
        cell, line = self._table.currentIndex(), self._table.current_line()
        if line is None:
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        typed = self._model.takes(cell) and not line.adds
        if typed:
            edit = menu.addAction("แก้ไข\tF2", lambda: self._table.edit(cell))
            edit.setEnabled(bool(cell.flags() & Qt.ItemFlag.ItemIsEditable))
            menu.addAction("ข้อความเต็ม…\tF4", lambda: self.show_full_text(cell))
            menu.addAction("ประวัติของช่อง…\tCtrl+H", lambda: self.show_history(cell))
            menu.addSeparator()
        menu.addAction("คัดลอก\tCtrl+C", self._table.copy)
        menu.addAction("วาง\tCtrl+V", self._paste_clipboard)
        if typed:
            menu.addAction("ล้างข้อความ\tDelete", self._clear)
            menu.addAction("เติมลงล่าง\tCtrl+D", self._fill_down)
        if not self._model.subject.fixed_rows:
            self._add_row_deeds(menu, line)
        self.menu_opened.emit(menu)
        menu.popup(self._table.viewport().mapToGlobal(point))

    def _add_row_deeds(self, menu: QMenu, line: Line) -> None:
        menu.addSeparator()
        one = KIND_WORDS[self._model.subject.inside.get(line.kind, line.kind)]
        menu.addAction(f"แทรก{one}\tInsert", self.rows.insert)
        if not line.adds:
            menu.addAction("เลื่อนขึ้น\tAlt+Up", lambda: self.rows.move_row(-1))
            menu.addAction("เลื่อนลง\tAlt+Down", lambda: self.rows.move_row(1))
            menu.addAction(f"ลบ{KIND_WORDS[line.kind]}\tCtrl+Delete", self.rows.remove)

    def _paste_clipboard(self) -> None:
        self.paste(QGuiApplication.clipboard().text())

    def _say_at(
        self, kept: QPersistentModelIndex, why: str, offer: Offer | None, *, back: bool
    ) -> None:
        if not kept.isValid():  # the line was left meanwhile
            self.say(why)
            return
        cell = self._model.index(kept.row(), kept.column())
        if back:
            self._table.stand_at(cell)
        self.bubble.say(why, self._table.visualRect(cell), offer)

    def say(self, why: str) -> None:
        """Say beside the current cell why something was not done."""
        self.bubble.say(why, self._table.visualRect(self._table.currentIndex()))


def short_words(text: str) -> str:
    """Return what was typed on one line, cut after a few words."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT]}…"
