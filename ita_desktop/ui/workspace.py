"""The window's inside while a file is open: header, tabs, pages, status line."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol, cast

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
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.header import Header
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.status_line import StatusLine
from ita_desktop.ui.tab_names import Tab
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
        self._papers_menu.aboutToShow.connect(self._fill_papers)
        self.header = Header(session, self._papers_menu, menu)
        self._builders: dict[Tab, Callable[[], QWidget]] = {
            Tab.OVERVIEW: self._make_overview,
            Tab.SCORES: self._make_scores,
            Tab.MEASURES: self._make_measures,
            Tab.RISKS: self._make_risks,
            Tab.PLAN: self._make_plan,
            Tab.OIT: self._make_disclosure,
        }
        self._pages: dict[int, QWidget] = {}
        self._stack = QStackedWidget()
        self._previewed = ""
        self._came_from: QWidget | None = None
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("แท็บงาน")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for tab in Tab:
            self.tabs.addTab(tab.words)
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
        session.measures_changed.connect(self.count_late)
        session.year_changed.connect(self.count_late)
        session.disclosure_changed.connect(self.count_late)
        self.tabs.setCurrentIndex(Tab.SCORES)
        self.show_tab(Tab.SCORES)
        self.scores.gestures.pasted.connect(self._say_pasted)
        self.scores.table.setFocus()

    def _make_overview(self) -> QWidget:
        from ita_desktop.ui.overview.page import OverviewPage  # noqa: PLC0415 - when first shown

        page = OverviewPage(self.session)
        page.place_wanted.connect(self.go_to_place)
        page.tab_wanted.connect(self._show_area)
        page.paper_wanted.connect(self.show_preview)
        page.import_requested.connect(self.import_requested)
        return page

    def go_to_place(self, place: "Place") -> bool:
        """Turn to a place in any tab; False as ``ui.places.go_to_place`` says."""
        from ita_desktop.ui.places import go_to_place  # noqa: PLC0415 - after the first paint

        return go_to_place(self, place)

    def _show_area(self, area: "Area") -> None:
        from ita_desktop.ui.places import show_area  # noqa: PLC0415 - after the first paint

        show_area(self, area)

    def _make_scores(self) -> QWidget:
        page = ScorePage(self.session)
        page.panel.analysis_wanted.connect(self.show_analysis)
        return page

    def _make_measures(self) -> QWidget:
        from ita_desktop.ui.measures.tab.page import MeasuresPage  # noqa: PLC0415 - when first shown

        page = MeasuresPage(self.session, self._settings, self.notice)
        page.place_wanted.connect(self.go_to_place)
        page.late_changed.connect(self._show_late)
        page.evidence_requested.connect(self.evidence_requested)
        page.import_requested.connect(self.import_requested)
        page.work.paper_wanted.connect(self.show_preview)
        page.menus.papers.aboutToShow.connect(partial(self._fill_measure_papers, page.menus.papers))
        self._show_late(page.late)
        return page

    def _make_risks(self) -> QWidget:
        from ita_desktop.ui.risks.tab.page import RisksPage  # noqa: PLC0415 - when first shown

        page = RisksPage(self.session, self._settings, self.notice)
        page.place_wanted.connect(self.go_to_place)
        page.evidence_requested.connect(self.evidence_requested)
        page.import_requested.connect(self.import_requested)
        page.work.paper_wanted.connect(self.show_preview)
        page.work.measure_wanted.connect(self._show_measure)
        page.work.report_wanted.connect(self.go_to_place)
        page.papers.aboutToShow.connect(partial(self._fill_risk_papers, page.papers))
        return page

    def _make_plan(self) -> QWidget:
        from ita_desktop.ui.plan.tab.page import PlanPage  # noqa: PLC0415 - when first shown

        page = PlanPage(self.session, self._settings, self.notice)
        page.place_wanted.connect(self.go_to_place)
        page.import_requested.connect(self.import_requested)
        page.work.paper_wanted.connect(self.show_preview)
        page.work.report_wanted.connect(self.go_to_place)
        page.announcements_requested.connect(self._show_announcements)
        page.papers.aboutToShow.connect(partial(self._fill_plan_papers, page.papers))
        page.page_found.connect(self._go_to_page)
        return page

    def _make_disclosure(self) -> QWidget:
        from ita_desktop.ui.disclosure.tab.page import (  # noqa: PLC0415 - when first shown
            DisclosurePage,
        )

        page = DisclosurePage(self.session, self._settings, self.notice)
        page.place_wanted.connect(self.go_to_place)
        page.late_changed.connect(self._show_late_items)
        page.evidence_requested.connect(self.evidence_requested)
        page.import_requested.connect(self.import_requested)
        page.papers.aboutToShow.connect(partial(self._fill_disclosure_papers, page.papers))
        self._show_late_items(page.late)
        return page

    def _show_announcements(self) -> None:
        """Show the announcement of the plan, which is drafted where there is none."""
        writable = not self.session.file.read_only
        self.papers.show_announcements(AnnouncementKind.PLAN if writable else None)

    def _show_measure(self, topic: int, row: str) -> None:
        """Turn to the tab of measures and a row of it."""
        self.tabs.setCurrentIndex(Tab.MEASURES)
        self.measures.go_to(topic, row)

    def show_analysis(self, name: str = "") -> bool:
        """Open the texts of the analysis report; ``name``: with the cursor in that one.

        False where typing has to be mended first, or there is no such report.
        """
        return self.papers.show_analysis(name) is not None

    def count_late(self) -> None:
        """Say on the tabs how much is late, before their pages are first wanted."""
        if not self.session.is_open:
            return
        for tab, count in (
            (Tab.MEASURES, self._count_late_steps),
            (Tab.OIT, self._count_late_items),
        ):
            if tab not in self._pages:
                try:
                    count()
                except (ClerkError, MachineError):  # the page says so when it is shown
                    continue

    def _count_late_steps(self) -> None:
        from ita_desktop.domain.due import late_steps  # noqa: PLC0415 - after the first paint
        from ita_desktop.ui.today import today  # noqa: PLC0415 - after the first paint

        self._show_late(late_steps(self.session.tracker, today()))

    def _count_late_items(self) -> None:
        from ita_desktop.domain.disclosure import late_items  # noqa: PLC0415 - after the first paint
        from ita_desktop.ui.today import today  # noqa: PLC0415 - after the first paint

        session = self.session
        self._show_late_items(late_items(session.criteria, session.disclosure, today()))

    def _show_late(self, late: int) -> None:
        """Say on the tab of measures how many steps are late."""
        self._say_late(Tab.MEASURES, late, "ขั้นตอน")

    def _show_late_items(self, late: int) -> None:
        """Say on the tab of OIT how many items are late."""
        self._say_late(Tab.OIT, late, "ข้อ")

    def _say_late(self, tab: Tab, late: int, what: str) -> None:
        words = f"{tab.words} ({late})" if late else tab.words
        self.tabs.setTabText(tab, wording.shown(words))
        self.tabs.setTabToolTip(tab, wording.shown(f"เกินกำหนด {late} {what}") if late else "")

    def show_above(self, banner: QWidget) -> None:
        """Put a line of words between the tabs and the page."""
        self._outer.insertWidget(2, banner)

    @property
    def scores(self) -> ScorePage:
        """The tab บันทึกคะแนน."""
        page = self._page(Tab.SCORES)
        if not isinstance(page, ScorePage):
            raise TypeError(page)
        return page

    @property
    def overview(self) -> "OverviewPage":
        """The tab ภาพรวม; built when it is first wanted."""
        from ita_desktop.ui.overview.page import OverviewPage  # noqa: PLC0415 - when first shown

        page = self._page(Tab.OVERVIEW)
        if not isinstance(page, OverviewPage):
            raise TypeError(page)
        return page

    @property
    def measures(self) -> "MeasuresPage":
        """The tab ติดตามมาตรการ; built when it is first wanted."""
        from ita_desktop.ui.measures.tab.page import MeasuresPage  # noqa: PLC0415 - when first shown

        page = self._page(Tab.MEASURES)
        if not isinstance(page, MeasuresPage):
            raise TypeError(page)
        return page

    @property
    def risks(self) -> "RisksPage":
        """The tab เมทริกซ์ความเสี่ยง; built when it is first wanted."""
        from ita_desktop.ui.risks.tab.page import RisksPage  # noqa: PLC0415 - when first shown

        page = self._page(Tab.RISKS)
        if not isinstance(page, RisksPage):
            raise TypeError(page)
        return page

    @property
    def plan(self) -> "PlanPage":
        """The tab จัดทำแผน; built when it is first wanted."""
        from ita_desktop.ui.plan.tab.page import PlanPage  # noqa: PLC0415 - when first shown

        page = self._page(Tab.PLAN)
        if not isinstance(page, PlanPage):
            raise TypeError(page)
        return page

    @property
    def disclosure(self) -> "DisclosurePage":
        """The tab เปิดเผยข้อมูล (OIT); built when it is first wanted."""
        from ita_desktop.ui.disclosure.tab.page import (  # noqa: PLC0415 - when first shown
            DisclosurePage,
        )

        page = self._page(Tab.OIT)
        if not isinstance(page, DisclosurePage):
            raise TypeError(page)
        return page

    @property
    def _shown(self) -> TabPage:
        return cast("TabPage", self._page(self.tabs.currentIndex()))

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

    def _go_to_page(self, page: int) -> None:
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
        """The paper that Ctrl+P shows: the last one, in the tab of a plan the last one of plans."""
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

    def _fill_measure_papers(self, menu: QMenu) -> None:
        self.papers.fill_measures(menu, self._following)

    def _fill_risk_papers(self, menu: QMenu) -> None:
        self.papers.fill_risks(menu, self._following)

    def _fill_plan_papers(self, menu: QMenu) -> None:
        self.papers.fill_plan(menu, self._following)

    def _fill_disclosure_papers(self, menu: QMenu) -> None:
        self.papers.fill_disclosure(menu, self._following)

    def _fill_papers(self) -> None:
        self.papers.fill(self._papers_menu, self._following)

    def tab_names(self) -> tuple[str, ...]:
        """Return the words on the tabs, in order."""
        return tuple(tab.words for tab in Tab)

    def show_tab(self, place: int) -> None:
        """Show a page; it is built at the first time."""
        self._stack.setCurrentWidget(self._page(place))
        if not self.tabs.hasFocus():
            self._enter_page()

    def _step_tab(self, step: int) -> None:
        """Turn to the next tab; the keyboard goes with it."""
        if not self.in_preview:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())
            self._enter_page()

    def _enter_page(self) -> None:
        """Give the keyboard to what the shown page is worked with: mostly its table."""
        self._shown.first.setFocus()

    def _page(self, place: int) -> QWidget:
        if place not in self._pages:
            page = self._builders[Tab(place)]()
            self._pages[place] = page
            self._stack.addWidget(page)
        return self._pages[place]

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
