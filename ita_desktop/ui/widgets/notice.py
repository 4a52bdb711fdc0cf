"""A line that says what was done, with what can be done next."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.widgets.card import label


class Notice(QFrame):
    """Shown at the foot of the window until it is closed or another one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = label(wrap=True)
        self._actions = QHBoxLayout()
        self._close = close = QPushButton()
        close.setObjectName("plain")
        close.setIcon(icon("x", "quiet"))
        close.setToolTip("ปิดข้อความนี้")
        close.setAccessibleName("ปิดข้อความนี้")
        close.setAutoDefault(False)  # in a dialog Enter is not for it
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.addWidget(self._text, 1)
        row.addLayout(self._actions)
        row.addWidget(close)
        self.hide()

    def say(
        self,
        text: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        bad: bool = False,
    ) -> None:
        """Show ``text`` with a button for each action; ``bad`` is for what went wrong."""
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                if old.hasFocus():
                    self._close.setFocus()
                old.deleteLater()
        for words, deed in actions:
            button = QPushButton(words)
            button.setObjectName("link")
            button.setAutoDefault(False)
            button.clicked.connect(_without_arguments(deed))
            self._actions.addWidget(button)
        self._text.setText(wording.shown(text))
        self.setProperty("tone", "bad" if bad else "good")
        self.style().unpolish(self)
        self.style().polish(self)
        for child in self.findChildren(QWidget):
            self.style().unpolish(child)
            self.style().polish(child)
        self.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()


def _without_arguments(deed: Callable[[], object]) -> Callable[[], None]:
    """Return a slot that leaves out what Qt says of the click."""

    def slot(*_said: object) -> None:
        deed()

    return slot
