"""What the clerk's gestures on the table do to the scores, and what she hears when they cannot."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.scores.table import ScoreTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.bubble import Bubble, Offer
from ita_desktop.workflows.scores.year_scores import Proposal, propose, score_name

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from ita_desktop.ui.dialogs.item_text import ItemTextDialog


class ScoreGestures(QObject):
    """Answers the wishes of a score table."""

    pasted = Signal(int)
    """A block that was shown first was written: so many values."""
    evidence_requested = Signal(str)
    """The evidence of this item is to be shown."""

    def __init__(self, session: Session, table: ScoreTable) -> None:
        super().__init__(table)
        self._session = session
        self._table = table
        self.bubble = Bubble(table.viewport())
        session.leaving.connect(table.finish_edit)
        table.score_model.score_refused.connect(self._refused)
        table.paste_requested.connect(self.paste)
        table.clear_requested.connect(self._clear)
        table.fill_requested.connect(self._fill_down)
        table.same_requested.connect(self._same)
        table.full_text_requested.connect(self.show_full_text)
        table.history_requested.connect(self.show_history)
        table.customContextMenuRequested.connect(self._show_menu)
        table.doubleClicked.connect(self._double_clicked)
        table.key_pressed.connect(self.bubble.hide)

    def paste(self, text: str) -> None:
        """Show what a copied block would change and, on a yes, write it as one deed."""
        from ita_desktop.ui.scores.pasting import paste  # noqa: PLC0415 - not at the start

        codes = self._table.codes_from_here()
        refusal = paste(self._table, self._session, text, codes, self.pasted.emit)
        if refusal is not None:
            self._say(refusal)

    def show_full_text(self, cell: QModelIndex) -> None:
        """Show an item's text in a large editor, to read, correct or confirm."""
        item = self._table.proxy.source_row(cell.row()).item if cell.isValid() else None
        if item is None:
            return
        from ita_desktop.ui.dialogs.item_text import ItemTextDialog  # noqa: PLC0415 - seldom

        dialog = ItemTextDialog(item, self._session.fiscal_year, self._table)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._correct(item.code, dialog))
        dialog.open()

    def current_item(self) -> str:
        """Return the code of the item whose row is the current one, empty where it is none's."""
        cell = self._table.currentIndex()
        row = self._table.proxy.source_row(cell.row()) if cell.isValid() else None
        return "" if row is None or row.item is None else row.item.code

    def show_history(self, cell: QModelIndex) -> None:
        """Show what became of a cell: of an item's wording in its column, else of the score."""
        if not cell.isValid():
            return
        row = self._table.proxy.source_row(cell.row())
        if cell.column() == Column.TEXT and row.item is not None:
            self._show_text_history(row.code)
        elif row.editable:
            self._show_score_history(row.code)
        else:
            self._say("คะแนนนี้คำนวณจากข้ออื่น จึงไม่มีประวัติของตนเอง กรุณาดูประวัติของข้อที่ประกอบกัน")

    def _show_score_history(self, code: str) -> None:
        from ita_desktop.ui.history.fields import show_score_history  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_score_history(self._session, code, self._table)

    def _show_text_history(self, code: str) -> None:
        from ita_desktop.ui.history.fields import show_text_history  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_text_history(self._session, code, self._table)

    def _show_menu(self, point: "QPoint") -> None:
        """Show what can be asked of the current cell; ``point`` is where in the table."""
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 - not at the start

        cell = self._table.currentIndex()
        if not cell.isValid():
            return
        row = self._table.proxy.source_row(cell.row())
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        on_text = cell.column() == Column.TEXT and row.item is not None
        if row.item is not None:
            full = menu.addAction("ข้อความเต็ม…\tF4")
            full.triggered.connect(lambda: self.show_full_text(cell))
        if row.editable:
            keys = "" if on_text else "\tCtrl+H"
            score = menu.addAction(wording.shown(f"ประวัติคะแนน {score_name(row.code)}…") + keys)
            score.triggered.connect(lambda: self._show_score_history(row.code))
        if row.item is not None:
            keys = "\tCtrl+H" if on_text else ""
            text = menu.addAction(wording.shown(f"ประวัติข้อความข้อ {row.code}…") + keys)
            text.triggered.connect(lambda: self._show_text_history(row.code))
            proof = menu.addAction(wording.shown(f"หลักฐานของข้อ {row.code}…") + "\tCtrl+E")
            proof.triggered.connect(lambda: self.evidence_requested.emit(row.code))
        menu.popup(self._table.viewport().mapToGlobal(point))

    def _double_clicked(self, cell: QModelIndex) -> None:
        if cell.column() == Column.TEXT:
            self.show_full_text(cell)

    def _correct(self, code: str, dialog: "ItemTextDialog") -> None:
        try:
            self._session.correct_text(code, dialog.text)
        except (ClerkError, MachineError) as refusal:
            self._say(str(refusal))
        self._table.setFocus()

    def _clear(self) -> None:
        entries = self._session.result.entries
        codes = [code for code in self._table.selected_codes() if code in entries]
        if codes:
            name = score_name(codes[0]) if len(codes) == 1 else f"{len(codes)} ค่า"
            self._session.put_scores(dict.fromkeys(codes), f"ลบคะแนน {name}")

    def _fill_down(self) -> None:
        codes = self._table.selected_codes()
        if len(codes) > 1:
            self._repeat(codes[0], codes[1:], f"เติมคะแนนลงล่าง {len(codes) - 1} ค่า")

    def _same(self) -> None:
        codes = self._table.selected_codes()
        if len(codes) > 1:
            deed = f"ใส่คะแนนเดียวกัน {len(codes)} ค่า"
            self._repeat(self._table.current_code(), codes, deed)

    def _repeat(self, source: str, targets: list[str], deed: str) -> None:
        entry = self._session.result.entries.get(source)
        text = "" if entry is None else wording.EXCLUDED_WORD if entry is EXCLUDED else str(entry)
        proposals = propose(
            self._session.criteria, self._session.result.entries, dict.fromkeys(targets, text)
        )
        self._write(proposals, deed)
        if refused := next((p for p in proposals if p.refused), None):
            self._say(refused.refused)

    def _write(self, proposals: Sequence[Proposal], deed: str) -> None:
        changed = {p.code: p.after for p in proposals if p.changes}
        if changed:
            self._session.put_scores(changed, deed)

    def _refused(self, source: QModelIndex, typed: str, why: str) -> None:
        """Say beside the cell why it kept its old value, and offer what was perhaps meant."""
        self._session.stay()
        cell = QPersistentModelIndex(self._table.proxy.mapFromSource(source))
        code = self._table.score_model.rows[source.row()].code
        offer = self._meant(code, typed)
        words = why if offer is None else f"“{typed}” อาจพิมพ์ผิดแป้นภาษา"
        words = f"{score_name(code)}: {words}"
        # after Enter the grid moves on first, which would hide the note at once
        QTimer.singleShot(0, self, lambda: self._say_at(cell, words, offer))

    def _meant(self, code: str, typed: str) -> Offer | None:
        """Return what the same keys say on the other keyboard layout, where that is a score."""
        from ita_desktop.thai.keyboard import (  # noqa: PLC0415 - seldom
            figure_from_wrong_layout,
            from_wrong_layout,
        )

        meant = figure_from_wrong_layout(typed) or from_wrong_layout(typed)
        if meant is None:
            return None
        proposal = propose(self._session.criteria, {}, {code: meant})[0]
        if proposal.refused:
            return None
        return (
            f"ใช้ {wording.score(proposal.after)}",
            lambda: self._write([proposal], f"แก้คะแนน {score_name(code)}"),
        )

    def _say_at(self, kept: QPersistentModelIndex, why: str, offer: Offer | None) -> None:
        if not kept.isValid():  # the year was left meanwhile
            self._say(why)
            return
        cell = self._table.proxy.index(kept.row(), kept.column())
        self._table.setCurrentIndex(cell)
        self.bubble.say(why, self._table.visualRect(cell), offer)

    def _say(self, why: str) -> None:
        self.bubble.say(why, self._table.visualRect(self._table.currentIndex()))
