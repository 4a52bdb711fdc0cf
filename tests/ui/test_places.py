"""Every place that the check names is arrived at: its year, its tab, its row or its dialog."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ita_desktop.db.rows import Kind
from ita_desktop.domain.announcement_checks import ANNOUNCEMENTS
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measure_plan_checks import CALENDAR, WEAK
from ita_desktop.domain.next_dates import ROUND_FIELD
from ita_desktop.domain.risk_level_checks import METHOD
from ita_desktop.ui.analysis.dialog import AnalysisDialog
from ita_desktop.ui.dialogs.office import OfficeDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.calendar.calendar_dialog import CalendarDialog
from ita_desktop.ui.measures.from_scores import FromScoresDialog
from ita_desktop.ui.measures.rounds import RoundsDialog
from ita_desktop.ui.plan.announcements.dialog import AnnouncementsDialog
from ita_desktop.ui.plan.progress.dialog import ProgressDialog
from ita_desktop.ui.plan.tab.rows import GOALS, part_key
from ita_desktop.ui.risks.method.method_dialog import MethodDialog
from ita_desktop.ui.rows.cell_editor import CellEditor
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.check import check
from tests.ui.overview.broken_file import broken_file
from tests.workflows.clean_year import TODAY

TABS = {
    Area.SCORES: Tab.SCORES,
    Area.MEASURES: Tab.MEASURES,
    Area.RISKS: Tab.RISKS,
    Area.PLAN: Tab.PLAN,
    Area.DISCLOSURE: Tab.OIT,
}
OF_YEAR: dict[str, type[QDialog]] = {
    WEAK: FromScoresDialog,
    METHOD: MethodDialog,
    ROUND_FIELD: RoundsDialog,
    ANNOUNCEMENTS: AnnouncementsDialog,
}


def arrived(workspace: Workspace, place: Place, dialogs: list[QDialog]) -> bool:
    """Say whether the window stands where the place is."""
    dialog = dialogs[-1] if dialogs else None
    if place.kind in TABS_OF_DIALOGS:
        return TABS_OF_DIALOGS[place.kind](dialog, place)
    if place.kind == "fiscal_year" and place.field in OF_YEAR:
        return isinstance(dialog, OF_YEAR[place.field])
    if place.kind == "plan" and place.field == "announcement":
        return isinstance(dialog, AnnouncementsDialog)
    if place.kind in ("project", "plan") and place.months is not None:
        return isinstance(dialog, ProgressDialog) and dialog.months == place.months
    if workspace.tabs.currentIndex() != TABS[area_of(place)]:
        return False
    return place.kind == "fiscal_year" or at_row(workspace, place)


def at_row(workspace: Workspace, place: Place) -> bool:
    """Say whether the row of a place is the current one of its tab."""
    match area_of(place):
        case Area.SCORES:
            return workspace.scores.table.current_code() == place.code
        case Area.DISCLOSURE:
            item = workspace.disclosure.table.current_item()
            return item is not None and item.key == place.code
        case Area.MEASURES:
            wanted = f"+step:{place.number}" if place.field == "steps" else place.row
            return workspace.measures.list.current() == place.topic and (
                place.kind == Kind.TOPIC or key_of_measures(workspace, place) == wanted
            )
        case Area.RISKS:
            return at_risk(workspace, place)
        case _:
            return at_plan(workspace, place)


def key_of_measures(workspace: Workspace, place: Place) -> str:
    page = workspace.measures
    table = page.heading.table if place.kind == Kind.ITEM else page.table
    line = table.current_line()
    return "" if line is None else line.key


def at_risk(workspace: Workspace, place: Place) -> bool:
    of_treatment = Kind.TREATMENT in (place.kind, place.field)
    page = workspace.risks
    line = (page.detail.table if of_treatment else page.table).current_line()
    is_new = place.kind != Kind.TREATMENT and place.field in (Kind.RISK, Kind.TREATMENT)
    return line is not None and (line.adds if is_new else line.key == place.row)


def at_plan(workspace: Workspace, place: Place) -> bool:
    tree = workspace.plan.tree
    if place.kind == Kind.GOAL:
        goals = workspace.plan.middle.parts.goals.table
        field = goals.field(goals.currentIndex())
        return tree.current_key == GOALS and field == place.field
    if place.kind == "plan" and place.field == "projects":
        return tree.hasFocus()
    return tree.current_key == (part_key(place.field) if place.kind == "plan" else place.row)


def can_be_typed(window: MainWindow, place: Place) -> bool:
    """Say whether what is lacking can be typed where the keyboard is, if that is in a grid."""
    table = window.focusWidget()
    if place.kind == "fiscal_year" or not isinstance(table, GridTable):
        return True
    return bool(table.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable)


def at_announcement(dialog: QDialog | None, place: Place) -> bool:
    return (
        isinstance(dialog, AnnouncementsDialog)
        and dialog.chosen is not None
        and dialog.chosen.id == place.number
    )


def at_office(dialog: QDialog | None, place: Place) -> bool:
    if not isinstance(dialog, OfficeDialog):
        return False
    form = dialog.form
    fields = {"units": form.units, "executive": form.executive, "executive_title": form.title}
    return fields.get(place.field, form.name).hasFocus()


def at_text(dialog: QDialog | None, place: Place) -> bool:
    return isinstance(dialog, AnalysisDialog) and dialog.texts.name == place.field


def at_calendar(dialog: QDialog | None, place: Place) -> bool:
    if not isinstance(dialog, CalendarDialog):
        return False
    row = dialog.model.row_of(dialog.table.currentIndex())
    return row is not None and row.id == place.number


TABS_OF_DIALOGS: dict[str, Callable[[QDialog | None, Place], bool]] = {
    "announcement": at_announcement,
    "office": at_office,
    "analysis_text": at_text,
    Kind.CALENDAR: at_calendar,
}


def go_everywhere(
    window: MainWindow, year: int, today: date, dialogs: list[QDialog], qtbot: QtBot
) -> set[str]:
    """Go to each place once from the overview; return the kinds of places there were."""
    workspace = window.workspace
    assert workspace is not None
    session = workspace.session
    session.select_year(year)
    places = dict.fromkeys(lack.place for lack in check(session.file, year, today))
    for place in places:
        session.select_year(year)
        workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
        dialogs.clear()
        assert workspace.go_to_place(place), place
        qtbot.waitUntil(lambda place=place: arrived(workspace, place, dialogs))
        assert can_be_typed(window, place), place
        for dialog in list(dialogs):
            dialog.reject()
            qtbot.waitUntil(lambda dialog=dialog: not isValid(dialog))
    return {place.kind for place in places}


@pytest.mark.parametrize(
    ("year", "day"),
    [
        pytest.param(2564, 2021, marks=pytest.mark.slow),
        pytest.param(2565, 2022, marks=pytest.mark.slow),
        (2566, 2023),
    ],
)
def test_every_lack_of_the_sample_is_arrived_at(
    window: MainWindow, dialogs: list[QDialog], qtbot: QtBot, year: int, day: int
) -> None:
    assert go_everywhere(window, year, date(day, 4, 5), dialogs, qtbot)


def test_every_lack_of_a_broken_file_is_arrived_at(
    make_window: Callable[[Path | None], MainWindow],
    tmp_path: Path,
    dialogs: list[QDialog],
    qtbot: QtBot,
) -> None:
    path = tmp_path / "ขาด.ita"
    broken_file(path)
    kinds = go_everywhere(make_window(path), 2566, TODAY, dialogs, qtbot)
    rows = {"topic", "topic_item", "step", "process", "risk", "treatment", "project", "oit_item"}
    assert kinds >= {*rows, "announcement", "office", "analysis_text", "calendar_row"}


def test_a_year_without_a_calendar_leads_to_the_place_where_it_is_written(
    window: MainWindow, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    assert window.workspace is not None
    place = Place(kind="fiscal_year", number=2566, field=CALENDAR)
    assert window.workspace.go_to_place(place)
    assert window.workspace.tabs.currentIndex() == Tab.MEASURES
    (dialog,) = dialogs
    assert isinstance(dialog, CalendarDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_every_lack_of_an_empty_file_is_arrived_at(
    empty_window: MainWindow, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    assert go_everywhere(empty_window, 2566, TODAY, dialogs, qtbot) == {"fiscal_year"}


def test_an_announcement_that_is_missing_is_drafted_where_it_is_written(
    make_window: Callable[[Path | None], MainWindow],
    tmp_path: Path,
    dialogs: list[QDialog],
    qtbot: QtBot,
) -> None:
    path = tmp_path / "ขาด.ita"
    broken_file(path)
    workspace = make_window(path).workspace
    assert workspace is not None
    place = Place(
        kind="fiscal_year", number=2567, field=ANNOUNCEMENTS, code=AnnouncementKind.NO_GIFT.value
    )
    assert workspace.go_to_place(place)
    qtbot.waitUntil(lambda: bool(dialogs))
    dialog = dialogs[-1]
    assert isinstance(dialog, AnnouncementsDialog)
    assert dialog.chosen is not None
    assert dialog.chosen.kind is AnnouncementKind.NO_GIFT
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_where_a_first_row_is_typed_says_what_it_is(empty_window: MainWindow, qtbot: QtBot) -> None:
    workspace = empty_window.workspace
    assert workspace is not None
    assert workspace.go_to_place(Place(kind="fiscal_year", number=2566, field="risks"))
    qtbot.waitUntil(lambda: isinstance(empty_window.focusWidget(), CellEditor))
    editor = empty_window.focusWidget()
    assert isinstance(editor, CellEditor)
    assert editor.placeholderText() == "พิมพ์เพื่อเพิ่มกระบวนงาน…"
