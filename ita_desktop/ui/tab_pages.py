"""The pages of the tabs: how each is made when it is first shown, and what its wishes lead to."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.tab_names import Tab

if TYPE_CHECKING:
    from ita_desktop.ui.settings import Settings
    from ita_desktop.ui.workspace import Workspace


def make_page(workspace: "Workspace", settings: "Settings", tab: Tab) -> QWidget:
    """Return a new page of a tab, tied to its workspace."""
    return _MAKERS[tab](workspace, settings)


def _overview(workspace: "Workspace", _settings: "Settings") -> QWidget:
    from ita_desktop.ui.overview.page import OverviewPage  # noqa: PLC0415 - when first shown

    page = OverviewPage(workspace.session)
    page.place_wanted.connect(workspace.go_to_place)
    page.tab_wanted.connect(workspace.show_area)
    page.paper_wanted.connect(workspace.show_preview)
    page.import_requested.connect(workspace.import_requested)
    return page


def _scores(workspace: "Workspace", _settings: "Settings") -> QWidget:
    page = ScorePage(workspace.session)
    page.panel.analysis_wanted.connect(workspace.show_analysis)
    return page


def _measures(workspace: "Workspace", settings: "Settings") -> QWidget:
    from ita_desktop.ui.measures.tab.page import MeasuresPage  # noqa: PLC0415 - when first shown

    page = MeasuresPage(workspace.session, settings, workspace.notice)
    page.place_wanted.connect(workspace.go_to_place)
    page.late_changed.connect(workspace.late.show_steps)
    page.evidence_requested.connect(workspace.evidence_requested)
    page.import_requested.connect(workspace.import_requested)
    page.work.paper_wanted.connect(workspace.show_preview)
    papers = page.menus.papers
    papers.aboutToShow.connect(partial(workspace.fill_papers, papers, Tab.MEASURES))
    workspace.late.show_steps(page.late)
    return page


def _risks(workspace: "Workspace", settings: "Settings") -> QWidget:
    from ita_desktop.ui.risks.tab.page import RisksPage  # noqa: PLC0415 - when first shown

    page = RisksPage(workspace.session, settings, workspace.notice)
    page.place_wanted.connect(workspace.go_to_place)
    page.evidence_requested.connect(workspace.evidence_requested)
    page.import_requested.connect(workspace.import_requested)
    page.work.paper_wanted.connect(workspace.show_preview)
    page.work.measure_wanted.connect(workspace.show_measure)
    page.work.report_wanted.connect(workspace.go_to_place)
    page.papers.aboutToShow.connect(partial(workspace.fill_papers, page.papers, Tab.RISKS))
    return page


def _plan(workspace: "Workspace", settings: "Settings") -> QWidget:
    from ita_desktop.ui.plan.tab.page import PlanPage  # noqa: PLC0415 - when first shown

    page = PlanPage(workspace.session, settings, workspace.notice)
    page.place_wanted.connect(workspace.go_to_place)
    page.import_requested.connect(workspace.import_requested)
    page.work.paper_wanted.connect(workspace.show_preview)
    page.work.report_wanted.connect(workspace.go_to_place)
    page.announcements_requested.connect(workspace.show_announcement_of_plan)
    page.papers.aboutToShow.connect(partial(workspace.fill_papers, page.papers, Tab.PLAN))
    page.page_found.connect(workspace.go_to_page)
    return page


def _disclosure(workspace: "Workspace", settings: "Settings") -> QWidget:
    from ita_desktop.ui.disclosure.tab.page import (  # noqa: PLC0415 - when first shown
        DisclosurePage,
    )

    page = DisclosurePage(workspace.session, settings, workspace.notice)
    page.place_wanted.connect(workspace.go_to_place)
    page.late_changed.connect(workspace.late.show_items)
    page.evidence_requested.connect(workspace.evidence_requested)
    page.import_requested.connect(workspace.import_requested)
    page.papers.aboutToShow.connect(partial(workspace.fill_papers, page.papers, Tab.OIT))
    workspace.late.show_items(page.late)
    return page


_MAKERS: Final[Mapping[Tab, Callable[["Workspace", "Settings"], QWidget]]] = {
    Tab.OVERVIEW: _overview,
    Tab.SCORES: _scores,
    Tab.MEASURES: _measures,
    Tab.RISKS: _risks,
    Tab.PLAN: _plan,
    Tab.OIT: _disclosure,
}
