"""A large editor for the whole text of one cell."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.thai_editor import ThaiEditor


class FullTextDialog(QDialog):
    """Reads and corrects a text; Ctrl+Enter keeps it."""

    def __init__(
        self, place: str, text: str, why_not: str = "", parent: QWidget | None = None
    ) -> None:
        """``why_not``: why it can only be read, empty where it can be corrected."""
        super().__init__(parent)
        self.setWindowTitle(place)
        self.resize(fitting(parent, QSize(720, 460)))
        self.editor = ThaiEditor(text)
        self.editor.setAccessibleName(place)
        self.editor.setReadOnly(bool(why_not))
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._error = label(why_not, "error", wrap=True)
        self._error.setVisible(bool(why_not))
        buttons = QDialogButtonBox()
        if not why_not:
            keep = buttons.addButton("บันทึกข้อความ", QDialogButtonBox.ButtonRole.AcceptRole)
            keep.setObjectName("main")
            keep.setToolTip("Ctrl+Enter")
        away = "ปิด" if why_not else "ยกเลิก"
        buttons.addButton(away, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(place, "cardTitle", wrap=True))
        outer.addWidget(self.editor, 1)
        outer.addWidget(self._error)
        outer.addWidget(buttons)
        self.editor.setFocus()

    @property
    def text(self) -> str:
        """What is to be kept."""
        return self.editor.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return
        super().keyPressEvent(event)
