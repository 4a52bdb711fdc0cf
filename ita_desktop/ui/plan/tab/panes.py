"""Tree, what is written, and its page, beside each other; the page only where there is room."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ita_desktop.ui.plan.tab.bar import Bar

_NARROW: Final = 1150
"""Pixels of the tab under which there is no room for the page."""
_TREE, _TREE_NARROW = 300, 276
_PAGE: Final = 272
_WIDE_PAGE: Final = 420
_ROOMY: Final = 1500


class Panes(QSplitter):
    """``page`` is added when it is first wanted: what makes it is loaded then."""

    def __init__(self, tree: QWidget, middle: QWidget, bar: Bar) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._bar = bar
        self._page: QWidget | None = None
        self._wide: bool | None = None
        self.setHandleWidth(14)
        self.setChildrenCollapsible(False)
        self.addWidget(tree)
        self.addWidget(middle)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    @property
    def shows_page(self) -> bool:
        """Whether there is room for the page and it is wanted."""
        return bool(self._wide) and self._bar.page.isChecked()

    def add_page(self, page: QWidget) -> None:
        """Put the page at the right."""
        self._page = page
        self.addWidget(page)
        self.setStretchFactor(2, 0)
        self._divide(self.width())

    def fit(self, width: int) -> bool:
        """Take a tab of so many pixels; return whether the page came or went by it."""
        wide = width >= _NARROW
        changed = wide is not self._wide
        self._wide = wide
        self._bar.page.setVisible(wide)
        if changed:
            self._divide(width)
        return changed

    def show_page(self) -> None:
        """Show the page, or give its room to what is written."""
        if self._page is not None:
            self._page.setVisible(self.shows_page)
            self._divide(self.width())

    def _divide(self, width: int) -> None:
        tree = _TREE if width >= _NARROW else _TREE_NARROW
        page = 0
        if self._page is not None and self.shows_page:
            page = _WIDE_PAGE if width >= _ROOMY else _PAGE
        sizes = [tree, max(width - tree - page, 0), page]
        self.setSizes(sizes[: self.count()])
