"""The one way from a place that lacks something, or is due, to its tab and its field."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.next_dates import ROUND_FIELD
from ita_desktop.ui.tab_names import Tab

if TYPE_CHECKING:
    from ita_desktop.ui.workspace import Workspace

_NAMES_ITS_YEAR: Final = frozenset({"score", "oit_item", "analysis_text", "fiscal_year"})
"""Kinds of places whose number is a fiscal year."""
_TABS: Final = {
    Area.SCORES: Tab.SCORES,
    Area.MEASURES: Tab.MEASURES,
    Area.RISKS: Tab.RISKS,
    Area.PLAN: Tab.PLAN,
}


def go_to_place(workspace: "Workspace", place: Place) -> bool:
    """Turn to a place: its year, its tab, its row and field; the keyboard goes along.

    Dialogs open where the place is in one. False where what is being typed has to be mended first,
    or the row is gone.
    """
    session = workspace.session
    if not session.leave():
        return False
    workspace.leave_preview()
    if place.kind in _NAMES_ITS_YEAR and place.number != session.fiscal_year:
        if place.number not in session.years:
            return False
        session.select_year(place.number)
    return _ways(workspace).get(place.kind, _go_to_row)(workspace, place)


def show_area(workspace: "Workspace", area: Area) -> None:
    """Turn to the tab of a part of the work."""
    if (tab := _TABS.get(area)) is not None:
        workspace.tabs.setCurrentIndex(tab)
        workspace.show_tab(tab)


def _ways(
    workspace: "Workspace",
) -> dict[str, Callable[["Workspace", Place], bool]]:
    del workspace
    return {
        "score": _go_to_score,
        "fiscal_year": _go_to_year,
        "office": _go_to_office,
        Kind.CALENDAR: _go_to_calendar,
    }


def _go_to_row(workspace: "Workspace", place: Place) -> bool:
    area = area_of(place)
    if area not in _TABS:
        return False
    show_area(workspace, area)
    match area:
        case Area.MEASURES:
            return workspace.measures.go_to_place(place)
        case Area.RISKS:
            return workspace.risks.go_to_place(place)
        case Area.PLAN:
            return workspace.plan.go_to_place(place)
        case _:
            return False


def _go_to_score(workspace: "Workspace", place: Place) -> bool:
    show_area(workspace, Area.SCORES)
    return workspace.scores.go_to(place.code)


def _go_to_year(workspace: "Workspace", place: Place) -> bool:
    """Turn to what the year as a whole lacks: it is begun, or a dialog asks for it."""
    if place.field == ROUND_FIELD:
        show_area(workspace, Area.MEASURES)
        workspace.measures.work.show_rounds()
        return True
    area = area_of(place)
    if area not in _TABS:
        return False
    show_area(workspace, area)
    if place.field == area.value:  # the part as a whole, where it is begun
        return True
    return _go_to_row(workspace, place)


def _go_to_office(workspace: "Workspace", place: Place) -> bool:
    workspace.office_requested.emit(place.field)
    return True


def _go_to_calendar(workspace: "Workspace", place: Place) -> bool:
    del place
    show_area(workspace, Area.MEASURES)
    workspace.measures.work.show_calendar()
    return True
