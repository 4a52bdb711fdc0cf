"""A number that is a way to its place."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ita_desktop.domain.lacks import Place
from ita_desktop.ui.widgets.elided import ElidedButton
from ita_desktop.ui.widgets.tool_tip import tool_tip


class WayButton(ElidedButton):
    """Words that lead to a place; Enter, space and a click ask for it."""

    place_wanted = Signal(object)
    """The place (``domain.lacks.Place``) is to be gone to."""
    nowhere_wanted = Signal()
    """It was pressed where it leads to no place in particular."""

    def __init__(self, look: str, parent: QWidget | None = None) -> None:
        """``look``: its name in the style sheet: "figure", "way", "behind" or "lack"."""
        super().__init__("", parent)
        self._place: Place | None = None
        self.setObjectName(look)
        self.setAutoDefault(True)  # Enter presses it, as in a dialog
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)

    def minimumSizeHint(self) -> QSize:
        """Return what it may be made narrow to; never low, or its letters are cut."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @property
    def place(self) -> Place | None:
        """Where it leads."""
        return self._place

    def lead(self, words: str, place: Place | None, why: str = "", *, always: bool = False) -> None:
        """Say these words and lead to a place; None: it can be read, not pressed.

        ``why``: what is said of it in full, to a screen reader too. ``always``: without a place it
        is pressed all the same (``nowhere_wanted``).
        """
        self._place = place
        self.say(words)
        self.setEnabled(always or place is not None)
        self.setVisible(bool(words))
        self.setToolTip(tool_tip(why or words))
        self.setAccessibleName(why or words)

    def _ask(self) -> None:
        if self._place is not None:
            self.place_wanted.emit(self._place)
        else:
            self.nowhere_wanted.emit()
