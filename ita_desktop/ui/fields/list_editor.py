"""A list that is written as a list: every line an entry, its printed number in the margin."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ita_desktop.domain.outline import DEEPEST, Entry, read_outline, write_outline
from ita_desktop.domain.outline_editing import levelled, marks, moved, nested, read_pasted
from ita_desktop.ui import theme, wording
from ita_desktop.ui.fields.entry_lines import (
    STEP,
    dressed,
    format_of,
    is_dressed,
    level_of,
    lines_of,
    margin_of,
)
from ita_desktop.ui.widgets.thai_editor import WordKeeper

_COLUMN: Final = 120
"""Pixels from one column to the next, of entries with a tab in them."""
HINT: Final = (
    "Enter ขึ้นข้อใหม่  Tab และ Shift+Tab เปลี่ยนระดับ  Alt+ขึ้น/ลง ย้ายข้อ"
    "\nF6 ไปช่องถัดไป หรือกด Enter ที่ข้อว่างท้ายรายการ"
)


class ListEditor(QTextEdit):
    """Enter begins an entry, Tab and Shift+Tab nest it, Alt+arrows move it, Backspace joins.

    Tab goes on where there is nothing to nest, Enter from an empty last entry; F6 always.
    """

    leave_wanted = Signal(bool)
    """The keyboard is to go to the next field (True), or to the one before."""
    tab_wanted = Signal(bool)
    """Tab: to whatever comes next, or before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(0)
        self.setTabStopDistance(_COLUMN)
        self._dressing = False
        self._keeper = WordKeeper(self.document())
        self.marks: Sequence[str] = ()
        """What stands before each entry, as on paper."""
        self.textChanged.connect(self._dress)

    def put_text(self, text: str) -> None:
        """Show a list as it is kept; what could be undone is forgotten."""
        entries = read_outline(text)
        self._dressing = True
        self.setPlainText("\n".join(entry.text for entry in entries))
        self._dressing = False
        self._give_levels(entries)
        self._dress()
        self.document().clearUndoRedoStacks()

    def kept_text(self) -> str:
        """Return the list as it is to be kept."""
        lines = "\n".join("\t" * (one.level - 1) + one.text for one in self.entries())
        return write_outline(read_outline(lines))

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries line by line, those without words too."""
        return levelled(Entry(level_of(block), block.text()) for block in lines_of(self.document()))

    @property
    def place(self) -> int:
        """The entry that is being written, from 0."""
        return self.textCursor().blockNumber()

    def nest(self, by: int) -> bool:
        """Put the chosen entries a level deeper (1) or higher (-1); False where they cannot go."""
        before, cursor = self.entries(), self.textCursor()
        first = self.document().findBlock(cursor.selectionStart()).blockNumber()
        last = self.document().findBlock(cursor.selectionEnd()).blockNumber()
        after = nested(before, first, last, by)
        if after == before:
            return False
        self._give_levels(after)
        self._dress()
        return True

    def move_entry(self, by: int) -> None:
        """Put the entry, with all under it, past the one before (-1) or after (1)."""
        before, cursor = self.entries(), self.textCursor()
        after, place = moved(before, cursor.blockNumber(), by)
        if after != before:
            self._replace(after, place, cursor.positionInBlock())

    def append_to_entry(self, words: str, back: int = 0) -> None:
        """Write words at the end of the entry, the cursor ``back`` letters before their end."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        blank = " " if cursor.block().text().strip() else ""
        cursor.insertText(blank + words)
        cursor.movePosition(QTextCursor.MoveOperation.Left, n=back)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answers(event):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: a copied list becomes entries with levels and without its numbers."""
        if not source.hasText() or self.isReadOnly():
            return
        text, cursor = source.text().rstrip("\r\n"), self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        empty = not cursor.block().text().strip()
        if "\n" not in text:
            pasted = read_pasted(text)
            cursor.insertText(pasted[0].text if pasted and empty else text)
        else:
            self._insert(read_pasted(text), cursor, empty=empty)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._dress()
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy: several entries go with their marks, so that Word has them and levels come back."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        # Qt's own, since one made here is destroyed twice when the program ends with it copied.
        copied = super().createMimeDataFromSelection()
        copied.text()  # it takes what was selected now, and not over the text below
        for other in copied.formats():
            copied.removeFormat(other)
        lines = cursor.selectedText().split("\u2029")
        if first != last:
            numbers = self.marks[first.blockNumber() : last.blockNumber() + 1]
            pairs = zip(numbers, lines, strict=True)
            lines = [f"{wording.shown(mark)} {line}" for mark, line in pairs if line.strip()]
        copied.setText("\n".join(lines))
        return copied

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the marks in its margin."""
        super().paintEvent(event)
        if not any(self.marks):
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.font())
        painter.setPen(theme.color("quiet" if self.isReadOnly() else "ink"))
        layout = self.document().documentLayout()
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for block, mark in zip(lines_of(self.document()), self.marks, strict=False):
            box = layout.blockBoundingRect(block).translated(shift)
            if not event.rect().intersects(box.toAlignedRect().adjusted(-400, 0, 0, 0)):
                continue
            left = STEP * (level_of(block) - 1)
            first = block.layout().lineAt(0)
            height = first.height() if first.isValid() else box.height()
            painter.drawText(
                QRectF(left + shift.x(), box.top(), 200, height),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                wording.shown(mark),
            )
        painter.end()

    def _answers(self, event: QKeyEvent) -> bool:
        """Answer the keys of a list."""
        key, mods = event.key(), event.modifiers()
        shift = bool(mods & Qt.KeyboardModifier.ShiftModifier)
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_F6 or (control and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)):
            self.leave_wanted.emit(not shift and key != Qt.Key.Key_Backtab)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(-1 if shift or key == Qt.Key.Key_Backtab else 1)
        elif self.isReadOnly():
            return False
        elif mods & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_entry(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Backspace and not control and self._at_beginning():
            self._join()
        else:
            return False
        return True

    def _tab(self, by: int) -> None:
        """Nest, or go on where there is nothing to nest: the first entry, and the highest level."""
        first = self.textCursor().blockNumber() == 0
        stays = not self.isReadOnly() and not self.document().isEmpty()
        if not (stays and self.nest(by)) and (by < 0 or first or not stays):
            self.tab_wanted.emit(by > 0)

    def _enter(self) -> None:
        """Begin an entry; from an empty one go a level higher, from the empty last one go on."""
        block = self.textCursor().block()
        if block.text().strip() or self.textCursor().hasSelection():
            self.textCursor().insertBlock()
            self._dress()
            self.ensureCursorVisible()
        elif level_of(block) > 1:
            self.nest(-1)
        elif not block.next().isValid():
            self.leave_wanted.emit(True)

    def _at_beginning(self) -> bool:
        cursor = self.textCursor()
        return not cursor.hasSelection() and cursor.atBlockStart()

    def _join(self) -> None:
        """Let the entry go on the line of the one before it."""
        cursor = self.textCursor()
        if cursor.atStart():
            return
        level = level_of(cursor.block().previous())
        cursor.beginEditBlock()
        cursor.deletePreviousChar()
        cursor.mergeBlockFormat(format_of(level))
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._dress()

    def _insert(self, entries: Sequence[Entry], cursor: QTextCursor, *, empty: bool) -> None:
        """Write entries from the cursor on, the first one into its line."""
        base = level_of(cursor.block())
        for place, entry in enumerate(entries):
            if place:
                cursor.insertBlock()
            cursor.insertText(entry.text)
            if place or empty:
                cursor.mergeBlockFormat(format_of(min(base + entry.level - 1, DEEPEST)))

    def _replace(self, entries: Sequence[Entry], place: int, column: int) -> None:
        """Write the lines anew as one step that is undone at once."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, entry in enumerate(entries):
            if number:
                cursor.insertBlock()
            cursor.insertText(entry.text)
            cursor.mergeBlockFormat(format_of(entry.level))
        cursor.endEditBlock()
        cursor.setPosition(self.document().findBlockByNumber(place).position() + column)
        self.setTextCursor(cursor)

    def _give_levels(self, entries: Iterable[Entry]) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block, entry in zip(lines_of(self.document()), entries, strict=False):
            if level_of(block) != entry.level:
                QTextCursor(block).mergeBlockFormat(format_of(entry.level))
        cursor.endEditBlock()

    def _dress(self) -> None:
        """Give every line its margin and its mark; levels that skip one are put right."""
        if self._dressing:
            return
        self._dressing = True
        entries = self.entries()
        self.marks = marks(entries)
        margins = [margin_of(one.level) if len(entries) > 1 else 0 for one in entries]
        wrong = [
            (block, entry.level, margin)
            for block, entry, margin in zip(
                lines_of(self.document()), entries, margins, strict=True
            )
            if not is_dressed(block, entry.level, margin)
        ]
        if wrong:
            cursor = QTextCursor(self.document())
            cursor.joinPreviousEditBlock()
            for block, level, margin in wrong:
                QTextCursor(block).mergeBlockFormat(dressed(level, margin))
            cursor.endEditBlock()
        self._dressing = False
        self.viewport().update()
