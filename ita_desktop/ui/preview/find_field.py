"""The field that seeks a text on the pages: Enter goes on, Shift+Enter goes back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.card import label

_USUAL = "๘๘ จาก ๘๘"


class FindField(QWidget):
    """A line, how many places there are, and a button to each side."""

    wanted = Signal(str, int)
    """Text and direction (1 next, -1 the one before, 0 while she types)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText("ค้นหา  Ctrl+F")
        self.line.setAccessibleName("ค้นหาในเอกสาร")
        self.line.setToolTip("ค้นหาในเอกสาร (Ctrl+F)")
        self.line.setMinimumWidth(90)
        self.line.setMaximumWidth(220)
        self._found = label("", "note")
        self._found.setMinimumWidth(self._found.fontMetrics().horizontalAdvance(_USUAL))
        self._found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(self._found)
        self._steps: list[QToolButton] = []
        for name, words, step in (
            ("arrow-up", "ที่ก่อนหน้า (Shift+Enter)", -1),
            ("arrow-down", "ที่ถัดไป (Enter)", 1),
        ):
            button = QToolButton()
            button.setObjectName("plain")
            button.setIcon(icon(name, can_disable=True))
            button.setToolTip(words)
            button.setAccessibleName(words.partition(" (")[0])
            button.setEnabled(False)
            button.clicked.connect(lambda _on=False, step=step: self._ask(step))
            row.addWidget(button)
            self._steps.append(button)
        self.line.textChanged.connect(lambda _text="": self._ask(0))
        self.line.installEventFilter(self)

    def begin(self) -> None:
        """Put the cursor into the field."""
        self.line.setFocus()
        self.line.selectAll()

    def show_found(self, place: int, count: int) -> None:
        """Show which of the places is looked at (from 1)."""
        words = f"{place} จาก {count}" if count else "ไม่พบ"
        self._found.setText(wording.shown(words) if self.text else "")
        self._found.setAccessibleName(self._found.text())
        for button in self._steps:
            button.setEnabled(count > 1)

    @property
    def text(self) -> str:
        """What is sought; empty for nothing."""
        return self.line.text().strip()

    @property
    def found(self) -> str:
        """What it says of the places found."""
        return self._found.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._ask(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def _ask(self, step: int) -> None:
        self.wanted.emit(self.line.text(), step)
