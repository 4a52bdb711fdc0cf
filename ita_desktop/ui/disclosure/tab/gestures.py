"""What the clerk's gestures on the cells do, and what she hears when they cannot."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from ita_desktop.domain.disclosure_entry import DAY_FIELDS, FIELD_WORDS, disclosure_value
from ita_desktop.errors import ClerkError
from ita_desktop.ui import today, wording
from ita_desktop.ui.disclosure.tab import filling
from ita_desktop.ui.disclosure.tab.columns import CODE, TITLE, TYPED
from ita_desktop.ui.disclosure.tab.filling import edit_of
from ita_desktop.ui.disclosure.tab.grid import OitTable
from ita_desktop.ui.disclosure.tab.subject import own_text
from ita_desktop.ui.rows.gestures import SHORT, short_words
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.bubble import Bubble, Offer
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits, set_oit_field

_WORDS_ONLY: Final = DAY_FIELDS | {"state"}
"""Fields where a text of the wrong keyboard layout is refused by itself."""


class OitGestures(QObject):
    """Answers the wishes of the table; everything it writes is one deed."""

    said = Signal(str, bool)
    """What was done, and whether เลิกทำ is offered beside it."""
    wording_wanted = Signal(str)
    """The full text of this item is to be read or corrected."""
    menu_opened = Signal(QMenu)
    """The menu of a cell is about to be shown; the page adds what it knows of."""

    def __init__(self, session: Session, table: OitTable) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self.bubble = Bubble(table.viewport())
        session.leaving.connect(table.finish_edit)
        table.oit_model.typed.connect(self._typed)
        table.paste_requested.connect(self.paste)
        table.clear_requested.connect(lambda: self._fill(filling.cleared))
        table.fill_requested.connect(lambda: self._fill(filling.filled_down))
        table.same_requested.connect(lambda: self._fill(filling.same_text))
        table.full_text_requested.connect(self.show_full_text)
        table.history_requested.connect(self.show_history)
        table.date_requested.connect(self._write_date)
        table.typing_refused.connect(self._refuses)
        table.doubleClicked.connect(self._double_clicked)
        table.customContextMenuRequested.connect(self._show_menu)
        table.key_pressed.connect(self.bubble.hide)

    def paste(self, text: str) -> None:
        """Show what a copied block would change and, on a yes, write it as one deed."""
        from ita_desktop.ui.disclosure.tab.pasting import paste  # noqa: PLC0415 - not at the start

        if self._session.file.read_only:
            self.say(self._session.file.read_only)
        elif why := paste(self._table, self._session, text, self._pasted):
            self.say(why)

    def show_full_text(self, cell: QModelIndex) -> None:
        """Show the whole text of a cell in a large editor; that of the item where it is not."""
        line = self._table.item_line(cell)
        if line is None:
            return
        field = self._table.field(cell)
        if field not in TYPED:
            self.wording_wanted.emit(line.key)
            return
        from ita_desktop.ui.rows.full_text import FullTextDialog  # noqa: PLC0415 - seldom

        place = wording.shown(f"{FIELD_WORDS[field]} ข้อ {line.key}")
        edit = edit_of(line, field, own_text(line, field))
        dialog = FullTextDialog(place, edit.text, self._session.file.read_only, self._table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = QPersistentModelIndex(cell)
        dialog.accepted.connect(lambda: self._take_full(kept, replace(edit, text=dialog.text)))
        dialog.open()

    def show_history(self, cell: QModelIndex) -> None:
        """Show what became of a cell."""
        line = self._table.item_line(cell)
        if line is None:
            return
        field = self._table.field(cell)
        if field not in TYPED:
            self.say("ช่องนี้ไม่ได้กรอกเอง จึงไม่มีประวัติของตนเอง")
            return
        from ita_desktop.ui.disclosure.tab.history import show_oit_history  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_oit_history(self._session, line.key, field, self._table)

    def say(self, why: str) -> None:
        """Say beside the current cell why something was not done."""
        words = wording.said(why)
        self.bubble.say(words, self._table.visualRect(self._table.currentIndex()))

    def _typed(self, cell: QModelIndex, text: str) -> None:
        line = self._table.item_line(cell)
        if line is None:
            return
        edit, year = edit_of(line, self._table.field(cell), text), self._session.fiscal_year
        _, why = write(self._session, lambda file: set_oit_field(file, year, edit))
        self._answer(cell, edit, why)

    def _answer(self, cell: QModelIndex, edit: OitEdit, why: str) -> None:
        """Say why a text was refused, or that it looks as if typed on the other keyboard."""
        offer = self._meant(edit)
        if not why and offer is None:
            return
        if why:
            self._session.stay()
        words = why if offer is None else f"“{short_words(edit.text)}” อาจพิมพ์ผิดแป้นภาษา"
        text = edit.text
        if offer is None and len(text) > SHORT:  # what took long to type is not lost
            offer = "คัดลอกที่พิมพ์ไว้", lambda: QGuiApplication.clipboard().setText(text)
        kept = QPersistentModelIndex(cell)
        # after Enter the grid moves on first, which would hide the note at once
        QTimer.singleShot(0, self, lambda: self._say_at(kept, words, offer, back=bool(why)))

    def _meant(self, edit: OitEdit) -> Offer | None:
        """Return what the same keys say on the other keyboard, where the field takes that."""
        from ita_desktop.thai.keyboard import from_wrong_layout  # noqa: PLC0415 - when first typed

        if edit.field == "addresses" or (meant := from_wrong_layout(edit.text)) is None:
            return None
        if edit.field in _WORDS_ONLY:
            try:
                disclosure_value(edit.field, meant)
            except ClerkError:
                return None
        again = replace(edit, text=meant)
        deed = f"แก้{FIELD_WORDS[edit.field]} {edit.code}"
        return f"ใช้ “{short_words(meant)}”", lambda: self._write([again], deed)

    def _fill(self, of_table: Callable[[OitTable], filling.Filling]) -> None:
        """Write what a gesture makes of the selected cells; where nothing can be, say why."""
        if self._session.file.read_only:
            self.say(self._session.file.read_only)
            return
        edits, deed = of_table(self._table)
        if edits:
            self._write(edits, deed)
        elif len(self._table.selected_cells()) == 1:
            self._refuses()

    def _write(self, edits: Sequence[OitEdit], deed: str) -> None:
        year = self._session.fiscal_year
        _, why = write(self._session, lambda file: apply_oit_edits(file, year, edits, deed))
        if why:
            self.say(why)

    def _pasted(self, count: int) -> None:
        self.said.emit(wording.shown(f"วางแล้ว {count} ช่อง"), True)

    def _double_clicked(self, cell: QModelIndex) -> None:
        if self._table.field(cell) in (TITLE, CODE):
            self.show_full_text(cell)
        else:
            self._refuses()

    def _refuses(self) -> bool:
        """Say why nothing can be written into the current cell; False where it can."""
        cell = self._table.currentIndex()
        why = self._session.file.read_only
        if not why and cell.isValid():
            why = self._table.grid_model.why_not(cell.row(), cell.column())
        if why:
            self.say(why)
        return bool(why)

    def _write_date(self) -> None:
        """Begin to type today's date into the cell, in the Buddhist era."""
        from ita_desktop.thai.dates import format_date  # noqa: PLC0415 - not at the start

        cell = self._table.currentIndex()
        if cell.isValid() and not self._refuses():
            words = format_date(today.today(), thai_digits=True, abbreviated=True)
            self._table.edit_with(words)

    def _take_full(self, kept: QPersistentModelIndex, edit: OitEdit) -> None:
        if kept.isValid() and self._table.current_item() is not None:
            cell = self._table.oit_model.index(kept.row(), kept.column())
            self._table.oit_model.setData(cell, edit.text)
        else:  # other items are shown meanwhile
            self._write([edit], f"แก้{FIELD_WORDS[edit.field]} {edit.code}")
        self._table.setFocus()

    def _show_menu(self, point: QPoint) -> None:
        """Show what can be asked of the current cell; ``point`` is where in the table."""
        cell, line = self._table.currentIndex(), self._table.current_item()
        if line is None:
            return
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._table.field(cell) in TYPED:
            edit = menu.addAction("แก้ไข\tF2", lambda: self._table.edit(cell))
            edit.setEnabled(bool(cell.flags() & Qt.ItemFlag.ItemIsEditable))
            menu.addAction("ข้อความเต็ม…\tF4", lambda: self.show_full_text(cell))
            menu.addAction("ประวัติของช่อง…\tCtrl+H", lambda: self.show_history(cell))
        else:
            menu.addAction("ข้อความของข้อ…\tF4", lambda: self.wording_wanted.emit(line.key))
        menu.addSeparator()
        menu.addAction("คัดลอก\tCtrl+C", self._table.copy)
        menu.addAction("วาง\tCtrl+V", lambda: self.paste(QGuiApplication.clipboard().text()))
        if self._table.field(cell) in TYPED:
            menu.addAction("ล้างข้อความ\tDelete", lambda: self._fill(filling.cleared))
            menu.addAction("เติมลงล่าง\tCtrl+D", lambda: self._fill(filling.filled_down))
        self.menu_opened.emit(menu)
        menu.popup(self._table.viewport().mapToGlobal(point))

    def _say_at(
        self, kept: QPersistentModelIndex, why: str, offer: Offer | None, *, back: bool
    ) -> None:
        if not kept.isValid():  # the line was left meanwhile
            self.say(why)
            return
        cell = self._table.oit_model.index(kept.row(), kept.column())
        if back:
            self._table.stand_at(cell)
        self.bubble.say(why, self._table.visualRect(cell), offer)
