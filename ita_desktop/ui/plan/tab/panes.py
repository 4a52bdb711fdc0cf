"""Tree, what is written, and its page, beside each other as far as there is room.

On a narrow window there is no page, on a very narrow one tree and editor take turns.
"""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from ita_desktop.ui.plan.tab.bar import Bar
from ita_desktop.ui.plan.tab.tree_card import TreeCard

_NARROW: Final = 1150
"""Pixels of the tab under which there is no room for the page."""
_VERY_NARROW: Final = 800
"""Pixels of the tab under which tree and editor do not stand beside each other."""
_TREE, _TREE_NARROW = 300, 236
_PAGE: Final = 272
_WIDE_PAGE: Final = 420
_ROOMY: Final = 1500


class Panes(QSplitter):
    """``page`` is added when it is first wanted: what makes it is loaded then."""

    turned = Signal()
    """The other of tree and editor is seen now."""

    def __init__(self, tree: TreeCard, middle: QWidget, bar: Bar) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._bar, self._tree, self._middle = bar, tree, middle
        self._alone = False
        """Whether tree and editor take turns."""
        self._editing = False
        """Whether it is the editor's turn."""
        self._page: QWidget | None = None
        self._wide: bool | None = None
        self.setHandleWidth(14)
        self.setChildrenCollapsible(False)
        self.addWidget(tree)
        self.addWidget(middle)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        bar.turn.clicked.connect(lambda _on=False: self._turn(editing=False))
        tree.turn.clicked.connect(lambda _on=False: self._turn(editing=True))

    @property
    def shows_tree(self) -> bool:
        """Whether the tree is seen."""
        return not (self._alone and self._editing)

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
        wide, alone = width >= _NARROW, width < _VERY_NARROW
        changed = wide is not self._wide or alone is not self._alone
        self._wide, self._alone = wide, alone
        self._tree.fit(narrow=not wide, alone=alone)
        self._bar.turn.setVisible(alone)
        self._take_turns()
        self._bar.page.setVisible(wide)
        if changed:
            self._divide(width)
        return changed

    def show_page(self) -> None:
        """Show the page, or give its room to what is written."""
        if self._page is not None:
            self._page.setVisible(self.shows_page)
            self._divide(self.width())

    def show_tree(self) -> None:
        """Let it be the tree's turn, where they take turns."""
        self._editing = False
        self._take_turns()

    def show_editor(self) -> None:
        """Let it be the editor's turn, where they take turns."""
        self._editing = True
        self._take_turns()

    def _turn(self, *, editing: bool) -> None:
        self._editing = editing
        self._take_turns()
        self.turned.emit()

    def _take_turns(self) -> None:
        self._tree.setVisible(not (self._alone and self._editing))
        self._middle.setVisible(self._editing or not self._alone)

    def _divide(self, width: int) -> None:
        tree = _TREE if width >= _NARROW else _TREE_NARROW
        page = 0
        if self._page is not None and self.shows_page:
            page = _WIDE_PAGE if width >= _ROOMY else _PAGE
        sizes = [tree, max(width - tree - page, 0), page]
        self.setSizes(sizes[: self.count()])
