"""The page of a tab shows its work or, where there is none yet, how to begin."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget


class WorkOrBeginning(QStackedWidget):
    """One of the two; the keyboard is never left with what is hidden."""

    def __init__(self, work: QWidget, beginning: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(work)
        self.addWidget(beginning)

    @property
    def begins(self) -> bool:
        """Whether it says how to begin."""
        return self.currentIndex() == 1

    def turn(self, *, begins: bool) -> bool:
        """Show the one or the other; True where the keyboard was in what is hidden by that.

        The page gives it to what is seen then, when that knows what it shows.
        """
        focused = self.window().focusWidget()
        here = bool(focused) and self.isAncestorOf(focused)  # nothing may have it
        turned = self.begins != begins
        self.setCurrentIndex(int(begins))
        return turned and here


def filled(page: QWidget, bar: QWidget, work: QWidget, beginning: QWidget) -> WorkOrBeginning:
    """Fill a page with filter and buttons above the work, or with how to begin."""
    both = QWidget()
    rows = QVBoxLayout(both)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(10)
    rows.addWidget(bar)
    rows.addWidget(work, 1)
    made = WorkOrBeginning(both, beginning)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(16, 12, 16, 14)
    outer.addWidget(made)
    return made
