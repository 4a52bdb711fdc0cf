"""The one way from a place that lacks something, or is due, to its tab and its field."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.announcement_checks import ANNOUNCEMENTS
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measure_plan_checks import CALENDAR
from ita_desktop.domain.next_dates import ROUND_FIELD
from ita_desktop.errors import ClerkError
from ita_desktop.ui import wording
from ita_desktop.ui.tab_names import Tab

if TYPE_CHECKING:
    from ita_desktop.ui.workspace import Workspace

_NAMES_ITS_YEAR: Final = frozenset({"score", "oit_item", "fiscal_year"})
"""Kinds of places whose number is a fiscal year."""
_TABS: Final = {
    Area.SCORES: Tab.SCORES,
    Area.MEASURES: Tab.MEASURES,
    Area.RISKS: Tab.RISKS,
    Area.PLAN: Tab.PLAN,
    Area.DISCLOSURE: Tab.OIT,
}
Way = Callable[["Workspace", Place], bool]


def go_to_place(workspace: "Workspace", place: Place) -> bool:
    """Turn to a place: its year, its tab, its row and field; the keyboard goes along.

    Dialogs open where the place is in one. A year that the file has not yet is added, with the way
    back. False where what is being typed has to be mended first, or the row is gone.
    """
    if not workspace.session.leave():
        return False
    workspace.leave_preview()
    if place.kind in _NAMES_ITS_YEAR and not _look_at(workspace, place.number):
        return False
    return _WAYS.get(place.kind, _go_to_row)(workspace, place)


def show_area(workspace: "Workspace", area: Area) -> None:
    """Turn to the tab of a part of the work."""
    if (tab := _TABS.get(area)) is not None:
        workspace.tabs.setCurrentIndex(tab)
        workspace.show_tab(tab)


def _look_at(workspace: "Workspace", fiscal_year: int) -> bool:
    """Look at a year; say that it is another one, with the way back. False, and why, if not."""
    session = workspace.session
    before = session.fiscal_year
    if fiscal_year == before:
        return True
    try:
        if fiscal_year in session.years:
            session.select_year(fiscal_year)
        else:
            session.add_year(fiscal_year)
    except ClerkError as refusal:
        workspace.notice.say(wording.said(str(refusal)), bad=True)
        return False
    if session.fiscal_year != fiscal_year:
        return False
    words = wording.shown(f"เปลี่ยนมาดูปีงบประมาณ {fiscal_year} ซึ่งเป็นปีของเรื่องที่เลือก")
    back = f"กลับไปปี {wording.figure(before)}"

    def turn_back() -> None:
        workspace.notice.hide()
        session.select_year(before)

    workspace.notice.say(words, [(back, turn_back)])
    return True


def _go_to_row(workspace: "Workspace", place: Place) -> bool:
    """Turn to a row of a tab; each knows the ways to its own."""
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
        case Area.DISCLOSURE:
            return workspace.disclosure.go_to_place(place)
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
    if place.field == CALENDAR:
        show_area(workspace, Area.MEASURES)
        return workspace.measures.work.show_calendar()
    if place.field == ANNOUNCEMENTS:
        writable = not workspace.session.file.read_only
        kind = AnnouncementKind(place.code) if place.code and writable else None
        return workspace.papers.show_announcements(kind) is not None
    area = area_of(place)
    if area not in _TABS:
        return False
    if area in _WITH_WAY_OF_YEAR:
        return _go_to_row(workspace, place)
    show_area(workspace, area)
    return True


def _go_to_announcement(workspace: "Workspace", place: Place) -> bool:
    """Open the announcements of its year at the field of one of them."""
    from ita_desktop.db.announcements import load_announcement  # noqa: PLC0415 - seldom

    announcement = load_announcement(workspace.session.file, place.number)
    if announcement is None or not _look_at(workspace, announcement.fiscal_year):
        return False
    dialog = workspace.papers.show_announcements()
    return dialog is not None and dialog.go_to(place.number, place.field)


def _go_to_text(workspace: "Workspace", place: Place) -> bool:
    """Open the texts of the report that analyses a year, from whichever year asks for it."""
    from ita_desktop.workflows.analysis.years import analysed_year  # noqa: PLC0415 - seldom

    session = workspace.session
    asked = analysed_year(session.file, session.fiscal_year)
    if asked != place.number and not _look_at(workspace, place.number):
        return False
    return workspace.papers.show_analysis(place.field) is not None


def _go_to_office(workspace: "Workspace", place: Place) -> bool:
    workspace.office_requested.emit(place.field)
    return True


def _go_to_calendar(workspace: "Workspace", place: Place) -> bool:
    show_area(workspace, Area.MEASURES)
    return workspace.measures.work.show_calendar(place.number, place.field)


_WITH_WAY_OF_YEAR: Final = frozenset({Area.MEASURES, Area.RISKS, Area.PLAN})
"""Parts whose tab knows what to do where the year as a whole lacks something."""
_WAYS: Final[Mapping[str, Way]] = {
    "score": _go_to_score,
    "fiscal_year": _go_to_year,
    "announcement": _go_to_announcement,
    "analysis_text": _go_to_text,
    "office": _go_to_office,
    Kind.CALENDAR: _go_to_calendar,
}
