"""The window's inside while a file is open: header, tabs, pages, status line."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.ui.header import Header
from ita_desktop.ui.late_counts import LateCounts
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.status_line import StatusLine
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.tab_pages import make_page
from ita_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ita_desktop.domain.areas import Area
    from ita_desktop.domain.lacks import Place
    from ita_desktop.ui.disclosure.tab.page import DisclosurePage
    from ita_desktop.ui.measures.tab.page import MeasuresPage
    from ita_desktop.ui.overview.page import OverviewPage
    from ita_desktop.ui.papers import Papers
    from ita_desktop.ui.plan.tab.page import PlanPage
    from ita_desktop.ui.preview.making import Made
    from ita_desktop.ui.preview.panel import PreviewPanel
    from ita_desktop.ui.risks.tab.page import RisksPage

_Page = TypeVar("_Page", bound=QWidget)
_VERDICT = "readiness"
_WHOLE_PLAN = "plan"
_OF_PLANS = (_WHOLE_PLAN, "announcement")
"""How the ids of papers begin that are made from a plan."""
_TAB_KEYS = (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1))
"""As browsers and Excel turn to another tab or sheet: Tab alone stays inside a table."""


class TabPage(Protocol):
    """What every tab's page can be asked."""

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        ...

    def evidence_code(self) -> str:
        """Return what the current row is proved under; empty: the whole year."""
        ...

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next match, or with -1 the one before; return which it is of how many."""
        ...


class Workspace(QWidget):
    """One open file. Pages are built when their tab is first shown."""

    evidence_requested = Signal(str)
    """The evidence of what a step or measure reports is to be seen."""
    import_requested = Signal()
    """A workbook is to be taken in."""
    office_requested = Signal(str)
    """What the file says of its office is to be changed: this field of it ("units")."""
    backups_requested = Signal()
    """The list of backups is to be seen."""

    def __init__(
        self, session: Session, settings: Settings, menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        self.session = session
        self.notice = Notice()
        self._settings = settings
        self._papers_menu = QMenu(self)
        self._papers_menu.aboutToShow.connect(self._fill_every_paper)
        self.header = Header(session, self._papers_menu, menu)
        self._pages: dict[Tab, QWidget] = {}
        self._stack = QStackedWidget()
        self._previewed = ""
        self._came_from: QWidget | None = None
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("แท็บงาน")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for tab in Tab:
            self.tabs.addTab(tab.words)
        self.late = LateCounts(session, self.tabs, self._pages)
        self._tab_line = tab_line = QWidget()
        tab_line.setObjectName("header")
        tab_line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tabs = QHBoxLayout(tab_line)
        tabs.setContentsMargins(10, 0, 10, 0)
        tabs.addWidget(self.tabs, 1)  # has the whole line: a count that comes makes a tab wider
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(tab_line)
        outer.addWidget(self._stack, 1)
        notices = QHBoxLayout()
        notices.setContentsMargins(16, 0, 16, 8)
        notices.addWidget(self.notice)
        outer.addLayout(notices)
        self.status = StatusLine(session)
        self.status.backups_requested.connect(self.backups_requested)
        outer.addWidget(self.status)
        self.tabs.currentChanged.connect(self.show_tab)
        self.header.find_requested.connect(self._find)
        self.header.find_left.connect(self._leave_search)
        session.saved.connect(self.notice.hide)
        QShortcut(QKeySequence.StandardKey.Print, self).activated.connect(self._print)
        for keys, step in _TAB_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step_tab, step))
        for tab in Tab:
            self.tabs.setTabToolTip(tab, tab.keys)
            QShortcut(QKeySequence(tab.keys), self).activated.connect(partial(self._turn_to, tab))
        self.tabs.setCurrentIndex(Tab.SCORES)
        self.show_tab(Tab.SCORES)
        self.scores.gestures.pasted.connect(self._say_pasted)
        self.scores.table.setFocus()

    def go_to_place(self, place: "Place") -> bool:
        """Turn to a place in any tab; False as ``ui.places.go_to_place`` says."""
        from ita_desktop.ui.places import go_to_place  # noqa: PLC0415 - after the first paint

        return go_to_place(self, place)

    def show_area(self, area: "Area") -> None:
        """Turn to the tab of a part of the work."""
        from ita_desktop.ui.places import show_area  # noqa: PLC0415 - after the first paint

        show_area(self, area)

    def show_announcement_of_plan(self) -> None:
        """Show the announcement of the plan, which is drafted where there is none."""
        writable = not self.session.file.read_only
        self.papers.show_announcements(AnnouncementKind.PLAN if writable else None)

    def show_measure(self, topic: int, row: str) -> None:
        """Turn to the tab of measures and a row of it."""
        self.tabs.setCurrentIndex(Tab.MEASURES)
        self.measures.go_to(topic, row)

    def show_analysis(self, name: str = "") -> bool:
        """Open the texts of the analysis report; ``name``: with the cursor in that one.

        False where typing has to be mended first, or there is no such report.
        """
        return self.papers.show_analysis(name) is not None

    def show_above(self, banner: QWidget) -> None:
        """Put a line of words between the tabs and the page."""
        self._outer.insertWidget(2, banner)

    @property
    def scores(self) -> ScorePage:
        """The tab บันทึกคะแนน."""
        return self._page_of(Tab.SCORES, ScorePage)

    @property
    def overview(self) -> "OverviewPage":
        """The tab ภาพรวม; built when it is first wanted."""
        from ita_desktop.ui.overview.page import OverviewPage  # noqa: PLC0415 - when first shown

        return self._page_of(Tab.OVERVIEW, OverviewPage)

    @property
    def measures(self) -> "MeasuresPage":
        """The tab ติดตามมาตรการ; built when it is first wanted."""
        from ita_desktop.ui.measures.tab.page import MeasuresPage  # noqa: PLC0415 - when first shown

        return self._page_of(Tab.MEASURES, MeasuresPage)

    @property
    def risks(self) -> "RisksPage":
        """The tab เมทริกซ์ความเสี่ยง; built when it is first wanted."""
        from ita_desktop.ui.risks.tab.page import RisksPage  # noqa: PLC0415 - when first shown

        return self._page_of(Tab.RISKS, RisksPage)

    @property
    def plan(self) -> "PlanPage":
        """The tab จัดทำแผน; built when it is first wanted."""
        from ita_desktop.ui.plan.tab.page import PlanPage  # noqa: PLC0415 - when first shown

        return self._page_of(Tab.PLAN, PlanPage)

    @property
    def disclosure(self) -> "DisclosurePage":
        """The tab เปิดเผยข้อมูล (OIT); built when it is first wanted."""
        from ita_desktop.ui.disclosure.tab.page import (  # noqa: PLC0415 - when first shown
            DisclosurePage,
        )

        return self._page_of(Tab.OIT, DisclosurePage)

    def _page_of(self, tab: Tab, kind: type[_Page]) -> _Page:
        page = self._page(tab)
        if not isinstance(page, kind):
            raise TypeError(page)
        return page

    @property
    def _shown(self) -> TabPage:
        return cast("TabPage", self._page(Tab(self.tabs.currentIndex())))

    def evidence_code(self) -> str:
        """Return what the current row of the shown tab is proved under; empty: the whole year."""
        return self._shown.evidence_code()

    @cached_property
    def papers(self) -> "Papers":
        """What makes papers; loaded when the first one is wanted."""
        from ita_desktop.ui.papers import Papers  # noqa: PLC0415 - not at the start

        papers = Papers(self.session, self._settings, self.notice, self)
        papers.preview_wanted.connect(self.show_preview)
        return papers

    @cached_property
    def preview(self) -> "PreviewPanel":
        """The pages of a paper; loaded when they are first wanted."""
        from ita_desktop.ui.preview.panel import PreviewPanel  # noqa: PLC0415 - not at the start

        panel = PreviewPanel(self.session, self._settings, self.papers)
        panel.left.connect(self.leave_preview)
        panel.paper_made.connect(self._learn_pages)
        self._stack.addWidget(panel)
        return panel

    def _learn_pages(self, made: "Made") -> None:
        """Let the tab of the plan know where its pages are; one not built yet asks for none."""
        if Tab.PLAN in self._pages:
            self.plan.learn(made)

    def go_to_page(self, page: int) -> None:
        """Turn the pages that are shown to one of them (from 0); without any nothing is done."""
        if self.in_preview:
            self.preview.view.go_to(page)

    @property
    def in_preview(self) -> bool:
        """Whether the pages of a paper stand in the place of the tabs."""
        return bool(self._previewed) and self._stack.currentWidget() is self.preview

    def show_preview(self, paper_id: str) -> None:
        """Show the pages of a paper; she comes back to where she is now."""
        if not self.preview.show_paper(paper_id):
            return
        self._previewed = paper_id
        if not self.in_preview:
            self._came_from = QApplication.focusWidget()
            self._show_frame(shown=False)
            self._stack.setCurrentWidget(self.preview)
        self.preview.view.setFocus()

    def leave_preview(self) -> None:
        """Go back to the tab, and to the field, she came from."""
        if not self.in_preview:
            return
        self.preview.stop()
        self._show_frame(shown=True)
        self.show_tab(self.tabs.currentIndex())
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()
        else:
            self._enter_page()

    def busy_with(self) -> str:
        """Return what would be cut short if the window went now, as a sentence; empty: nothing."""
        if "preview" in self.__dict__ and self.preview.printing.active:
            return "กำลังพิมพ์เอกสาร หากปิดตอนนี้ หน้าที่ยังไม่ได้พิมพ์จะถูกยกเลิก"
        if "papers" in self.__dict__ and (name := self.papers.saving.writing):
            return f"กำลังบันทึก {name} หากปิดตอนนี้ โปรแกรมจะบันทึกให้เสร็จ แต่จะไม่ได้แจ้งผลให้ทราบ"
        return ""

    def begin_search(self) -> None:
        """Put the cursor into the field that seeks in what is shown."""
        if self.in_preview:
            self.preview.begin_search()
        else:
            self.header.begin_search()

    @property
    def _following(self) -> str:
        """The paper that Ctrl+P shows: the last one, in the tab of a plan the last one of plans.

        Beside the verdict it is the paper that says it.
        """
        if self.tabs.currentIndex() == Tab.OVERVIEW:
            return _VERDICT
        of_plans = self._previewed.startswith(_OF_PLANS)
        if self.tabs.currentIndex() == Tab.PLAN and self.session.plan and not of_plans:
            return _WHOLE_PLAN
        return self._previewed or self.papers.first

    def _print(self) -> None:
        """Print the pages that are shown; without any, show those of the last paper first."""
        if self.in_preview:
            self.preview.print_()
        else:
            self.show_preview(self._following)

    def _show_frame(self, *, shown: bool) -> None:
        """Show what belongs to the tabs, or give its room to the pages."""
        self.header.setVisible(shown)
        self._tab_line.setVisible(shown)

    def fill_papers(self, menu: QMenu, tab: Tab) -> None:
        """Put the papers of a tab into a menu of its own."""
        fill = {
            Tab.MEASURES: self.papers.menus.fill_measures,
            Tab.RISKS: self.papers.menus.fill_risks,
            Tab.PLAN: self.papers.menus.fill_plan,
            Tab.OIT: self.papers.menus.fill_disclosure,
        }[tab]
        fill(menu, self._following)

    def _fill_every_paper(self) -> None:
        self.papers.menus.fill(self._papers_menu, self._following)

    def tab_names(self) -> tuple[str, ...]:
        """Return the words on the tabs, in order."""
        return tuple(tab.words for tab in Tab)

    def show_tab(self, place: int) -> None:
        """Show a page; it is built at the first time."""
        self._stack.setCurrentWidget(self._page(Tab(place)))
        if not self.tabs.hasFocus():
            self._enter_page()

    def _step_tab(self, step: int) -> None:
        """Turn to the next tab; the keyboard goes with it."""
        if not self.in_preview:
            self._turn_to(Tab((self.tabs.currentIndex() + step) % self.tabs.count()))

    def _turn_to(self, tab: Tab) -> None:
        """Turn to a tab, also to the one that is shown; the keyboard goes with it."""
        if not self.in_preview:
            self.tabs.setCurrentIndex(tab)
            self._enter_page()

    def _enter_page(self) -> None:
        """Give the keyboard to what the shown page is worked with: mostly its table."""
        self._shown.first.setFocus()

    def _page(self, tab: Tab) -> QWidget:
        if tab not in self._pages:
            page = make_page(self, self._settings, tab)
            self._pages[tab] = page
            self._stack.addWidget(page)
        return self._pages[tab]

    def _say_pasted(self, count: int) -> None:
        actions = [("ดูสิ่งที่เปลี่ยน", self._show_changes)]
        self.notice.say(f"วางคะแนนแล้ว {count} ค่า กด Ctrl+Z หากต้องการเลิกทำ", actions)

    def _show_changes(self) -> None:
        from ita_desktop.ui.history.dialog import show_history  # noqa: PLC0415 - seldom

        if self.session.leave():
            show_history(self.session, self)

    def _leave_search(self) -> None:
        self._shown.first.setFocus()

    def _find(self, text: str, step: int) -> None:
        self.header.show_found(*self._shown.find_text(text, step=step))
