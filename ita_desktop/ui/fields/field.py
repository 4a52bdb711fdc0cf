"""One field of a row: what is typed into it is taken when it is left, or says why not."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.ui.fields.list_editor import ListEditor
from ita_desktop.ui.fields.text_editor import TextEditor
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.wrapped_text import wrapped_height

Editor = ListEditor | TextEditor
MISSING: Final = "ยังไม่ได้กรอก"
_FRAME: Final = 4
"""Pixels of an editor's frame, above and below."""
_PADDING: Final = 6
"""Pixels above and below its text: marks of the first line and of the last need them."""
_SIDES: Final = 16
"""Pixels of frame and padding at both sides."""

_ARROWS: Final[Mapping[int, QTextCursor.MoveOperation]] = {
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
}
_HELD: Final = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
)


class Field(QWidget):
    """Reads as text and is written in place; as high as its text."""

    next_wanted = Signal(bool)
    """The keyboard is to go to the next field (True), or to the one before."""
    history_wanted = Signal(str)
    """What became of this field is to be shown."""

    def __init__(
        self, field: str, words: str, editor: Editor, write: Callable[[str, str], str]
    ) -> None:
        """``write`` takes the field and its text; it returns why it was refused, or ""."""
        super().__init__(editor.parentWidget())
        self.field = field
        self.words = words
        self.editor = editor
        self._write = write
        self._shown = self._latest = ""
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._fitting = False
        self._most: int | None = None
        editor.setParent(self)
        editor.setObjectName("field")
        editor.setAccessibleName(words)
        editor.setPlaceholderText(MISSING)
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._show_menu)
        editor.leave_wanted.connect(self.next_wanted)
        editor.tab_wanted.connect(self._go_on)
        editor.textChanged.connect(self._fit)
        editor.installEventFilter(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(editor)
        rows.addWidget(self._error)
        self._fit()

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not taken yet."""
        return self.editor.kept_text() != self._shown

    @property
    def error(self) -> str:
        """Why what stands here was refused; "" where it was not."""
        return "" if self._error.isHidden() else self._error.text()

    def show_value(self, text: str, *, anew: bool = False) -> None:
        """Show what the file has; what is being typed stays, unless the field is shown anew."""
        if text == self._latest and not anew:
            return
        self._latest = text
        if anew or not self.is_dirty:
            self._put(text, anew=anew)

    def take(self) -> bool:
        """Write what was typed; False where it was refused, which is said under it."""
        if not self.is_dirty:
            self._say("")
            return True
        text = self.editor.kept_text()
        why = self._write(self.field, text)
        if why:
            self._say(why)
            return False
        self._put(self._latest)
        return True

    def give_up(self) -> None:
        """Show again what the file has."""
        self._put(self._latest, anew=True)

    def put_placeholder(self, words: str) -> None:
        """Show these words where nothing stands."""
        if words == self.editor.placeholderText():
            return
        self.editor.setPlaceholderText(words)
        self._fit()

    def set_writable(self, *, on: bool) -> None:
        """Let it be typed into, or only read."""
        if self.editor.isReadOnly() == on:
            self.editor.setReadOnly(not on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self._left(event.reason())
        elif kind == QEvent.Type.Resize:
            self._fit()
        elif kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._is_for_the_file(event):
                event.ignore()
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._asks(event)
        return super().eventFilter(watched, event)

    def _is_for_the_file(self, event: QKeyEvent) -> bool:
        """Say whether a key takes back a deed: nothing that is being typed is there to be."""
        document = self.editor.document()
        if event.matches(QKeySequence.StandardKey.Undo):
            return not (self.is_dirty and document.isUndoAvailable())
        return event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()

    def _asks(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_H:
            self.history_wanted.emit(self.field)
        elif event.key() == Qt.Key.Key_Escape and (self.is_dirty or self.error):
            if isinstance(self.editor, TextEditor) and self.editor.list.isVisible():
                return False
            self.give_up()
        elif event.key() in _ARROWS and not event.modifiers() & _HELD:
            return self._goes_past(_ARROWS[event.key()])
        else:
            return False
        return True

    def _goes_past(self, move: QTextCursor.MoveOperation) -> bool:
        """Go to the field above or below; False where an arrow finds another line."""
        if isinstance(self.editor, TextEditor) and self.editor.list.isVisible():
            return False
        if self.editor.textCursor().movePosition(move):
            return False
        self.next_wanted.emit(move is QTextCursor.MoveOperation.Down)
        return True

    def _left(self, reason: Qt.FocusReason) -> None:
        taken = self.take()
        if taken and reason != Qt.FocusReason.ActiveWindowFocusReason:
            self._put(self._latest, anew=True)

    def _put(self, text: str, *, anew: bool = False) -> None:
        """Show a text; the cursor stays about where it is."""
        if anew or self.editor.kept_text() != text:
            place = self.editor.textCursor().position()
            self.editor.put_text(text)
            cursor = QTextCursor(self.editor.document())
            cursor.setPosition(min(place, self.editor.document().characterCount() - 1))
            if self.editor.hasFocus():
                self.editor.setTextCursor(cursor)
        self._shown = self.editor.kept_text()
        self._say("")

    def _say(self, why: str) -> None:
        self._error.setText(why)
        self._error.setVisible(bool(why))
        self.editor.setAccessibleDescription(why)

    def _go_on(self, forward: bool) -> None:
        self.focusNextPrevChild(forward)

    def _show_menu(self, point: QPoint) -> None:
        menu = self.editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addAction("ประวัติของช่อง…\tCtrl+H", lambda: self.history_wanted.emit(self.field))
        menu.popup(self.editor.mapToGlobal(point))

    def _fit(self) -> None:
        """Be as high as the text."""
        if self._fitting:
            return
        self._fitting = True
        if isinstance(self.editor, ListEditor):
            height = round(self.editor.document().size().height())
        else:
            self.editor.ensurePolished()
            text = self.editor.toPlainText() or self.editor.placeholderText()
            room = self.editor.width() - _SIDES
            height = wrapped_height(text, self.editor.font(), room, anywhere=True)
        least = round(self.editor.fontMetrics().lineSpacing())
        wanted = max(height, least) + _PADDING + _FRAME
        most = wanted if self._most is None else max(self._most, 2 * least + _PADDING + _FRAME)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.editor.setVerticalScrollBarPolicy(bar if wanted > most else off)
        self.editor.setFixedHeight(min(wanted, most))
        self._fitting = False

    def allow(self, most: int | None) -> None:
        """Be no higher than so many pixels, never less than two lines; what is more is scrolled."""
        if most != self._most:
            self._most = most
            self._fit()
