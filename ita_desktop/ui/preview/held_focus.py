"""The focus of a control that cannot have it for a while: the pages have it meanwhile."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget


class HeldFocus:
    """Gives the focus back to where it was, unless she has gone elsewhere meanwhile."""

    def __init__(self, controls: QWidget, pages: QWidget) -> None:
        self._controls = controls
        self._pages = pages
        self._held: QWidget | None = None

    def through(self, change: Callable[[], None]) -> None:
        """Make a change that lets controls work or not."""
        focus = QApplication.focusWidget()
        change()
        if focus is not None and self._controls.isAncestorOf(focus) and not focus.isEnabled():
            self._held = focus
            self._pages.setFocus()
        elif self._held is not None and self._held.isEnabled():
            if self._pages.hasFocus():
                self._held.setFocus()
            self._held = None
