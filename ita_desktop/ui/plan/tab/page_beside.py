"""The printed page of the current row, beside what is written, where there is room for it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.ui.plan.tab.bar import Bar
from ita_desktop.ui.plan.tab.panes import Panes
from ita_desktop.ui.plan.tab.tree import PlanTree
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from ita_desktop.ui.plan.preview.page_preview import PagePreview
    from ita_desktop.ui.preview.making import Made

_WAIT_MS: Final = 80
"""After another row was chosen, before its page is made: who walks by keys is not kept."""


class PageBeside(QObject):
    """Makes the page when it is first seen, and follows the row that is current in the tree."""

    whole_wanted = Signal()
    """All pages of the plan are to be shown."""
    page_found = Signal(int)
    """The page (from 0) of the whole plan at which it was asked to be seen."""

    def __init__(
        self, session: Session, settings: Settings, tree: PlanTree, panes: Panes, bar: Bar
    ) -> None:
        super().__init__(panes)
        self._session, self._settings = session, settings
        self._tree, self._panes = tree, panes
        self._page: PagePreview | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self._fill)
        bar.page_toggled.connect(self._toggle)

    @property
    def preview(self) -> "PagePreview":
        """The page; made when it is first asked for."""
        if self._page is None:
            from ita_desktop.ui.plan.preview.page_preview import (  # noqa: PLC0415 - when first seen
                PagePreview,
            )

            self._page = PagePreview(self._session, self._settings)
            self._page.whole_wanted.connect(self.whole_wanted)
            self._page.page_found.connect(self.page_found)
            self._panes.add_page(self._page)
        return self._page

    def learn(self, made: "Made") -> None:
        """Take a paper that was just made: the whole plan says where its pages are."""
        if self._page is not None:
            self._page.learn(made)

    def show_page(self) -> None:
        """Show the page of the current row, where it is wanted and there is room, in a moment."""
        self._panes.show_page()
        if self._panes.shows_page:
            self._later.start()

    def _toggle(self, on: bool) -> None:
        self._settings.remember_plan_page(on)
        self.show_page()

    def _fill(self) -> None:
        row = self._tree.current_row
        if not self._panes.shows_page or row is None or not self._session.is_open:
            return
        if row.project:
            self.preview.show_project(row.project)
        elif row.part:
            self.preview.show_part(row.part)
        else:
            self.preview.show_nothing()
