"""A calm line above the page that says how the file stands, with what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label

Offer = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class FileBanner(QFrame):
    """Hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._said: tuple[str, ...] = ()
        self._text = label(wrap=True)
        self._actions = QHBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._text, 1)
        row.addLayout(self._actions)
        self.hide()

    def say(self, text: str, offers: Sequence[Offer] = ()) -> None:
        """Show a sentence with a button for each offer; said again, nothing moves."""
        words_said = (text, *(words for words, _ in offers))
        if words_said == self._said and not self.isHidden():
            return
        self._said = words_said
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, deed in offers:
            button = QPushButton(words)
            button.setObjectName("link")
            button.clicked.connect(_without_arguments(deed))
            self._actions.addWidget(button)
        self._text.setText(wording.shown(text))
        self.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def buttons(self) -> dict[str, QPushButton]:
        """Return its buttons by their words."""
        found = (self._actions.itemAt(place) for place in range(self._actions.count()))
        widgets = (item.widget() for item in found if item is not None)
        return {one.text(): one for one in widgets if isinstance(one, QPushButton)}


def _without_arguments(deed: Callable[[], object]) -> Callable[[], None]:
    """Return a slot for the click; what is done may take the banner away."""

    def slot(*_said: object) -> None:
        QTimer.singleShot(0, deed)

    return slot
