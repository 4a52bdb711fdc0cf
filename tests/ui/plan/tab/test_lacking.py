"""What is lacking is found in time, and is one step from its place."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.ui import wording
from ita_desktop.ui.plan.announcements.dialog import AnnouncementsDialog
from ita_desktop.ui.plan.progress.dialog import ProgressDialog
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.rows import GOALS
from tests.ui.plan.tab.conftest import focused


@pytest.mark.parametrize(
    ("place", "key"),
    [
        (Place(kind="project", number=2, field="steps"), "project:2"),
        (Place(kind="goal", number=1, field="text"), GOALS),
        (Place(kind="plan", number=1, field="preface"), "part:preface"),
        (Place(kind="section", number=5, field="project"), "section:5"),
    ],
)
def test_what_is_lacking_is_one_click_from_its_place(
    page: PlanPage, place: Place, key: str
) -> None:
    page.strip.show_lacks([Lack(severity=Severity.ERROR, message="ยังขาด", place=place)])
    page.strip.go.click()
    assert page.tree.current_key == key
    assert page.middle.isAncestorOf(focused())


def test_f8_goes_to_what_is_lacking_and_shift_f8_turns_to_the_next(
    page: PlanPage, press: Callable[[str], None]
) -> None:
    page.tree.setFocus()
    fields = ("steps", "outputs")
    places = [Place(kind="project", number=2, field=field) for field in fields]
    lacks = [Lack(severity=Severity.ERROR, message=place.field, place=place) for place in places]
    page.strip.show_lacks(lacks)
    for field, turn in zip(fields, (True, False), strict=True):
        press("F8")
        assert focused() is page.middle.project.fields[field].editor
        if turn:
            press("Shift+F8")
            assert page.strip.text == "outputs"


def test_on_a_low_window_f8_lists_what_is_lacking(
    page: PlanPage, press: Callable[[str], None], dialogs: list[QDialog], qtbot: QtBot
) -> None:
    page.tree.setFocus()
    qtbot.waitUntil(page.strip.isVisible)
    page.window().resize(QSize(911, 512))
    qtbot.waitUntil(lambda: not page.strip.isVisible())
    press("F8")
    assert type(dialogs[-1]).__name__ == "MissingDialog"
    dialogs[-1].reject()


def test_a_plan_that_is_not_announced_is_one_step_from_its_draft(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    page.go_to_place(Place(kind="plan", number=1, field="announcement"))
    dialog = dialogs[-1]
    assert isinstance(dialog, AnnouncementsDialog)
    assert dialog.chosen is not None
    assert dialog.chosen.kind is AnnouncementKind.PLAN
    dialog.reject()


def test_a_report_that_is_lacking_is_gone_to_in_its_round(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    place = Place(kind="project", number=3, field="result:2566", months=12)
    assert page.go_to_place(place)
    dialog = dialogs[-1]
    assert isinstance(dialog, ProgressDialog)
    assert dialog.months == 12
    line = dialog.table.current_line()
    assert line is not None
    assert line.key == "project:3"
    dialog.reject()


def test_a_report_of_a_year_that_the_file_has_not_is_made_in_that_year(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    session = page.session
    missing = next(year for year in (2567, 2568, 2569) if year not in session.years)
    page.go_to_place(Place(kind="plan", number=1, field=f"progress:{missing}", months=12))
    dialog = dialogs[-1]
    assert isinstance(dialog, ProgressDialog)
    assert session.fiscal_year == missing
    assert wording.shown(str(missing)) in dialog.windowTitle()
    (back,) = [
        one for one in dialog.notice.findChildren(QPushButton) if one.text().startswith("กลับไปปี")
    ]
    assert wording.shown(f"ปีงบประมาณ {missing}") in dialog.notice.text
    back.click()
    assert not dialog.isVisible()
    assert session.fiscal_year == 2566


def test_a_report_of_a_year_without_criteria_is_not_made_in_another(
    page: PlanPage, dialogs: list[QDialog]
) -> None:
    before = page.session.fiscal_year
    page.go_to_place(Place(kind="plan", number=1, field="progress:2599", months=12))
    assert not dialogs
    assert page.session.fiscal_year == before


def test_what_is_lacking_is_sought_anew_for_another_year_of_the_plan(
    page: PlanPage, qtbot: QtBot
) -> None:
    session = page.session
    first = session.fiscal_year
    session.add_year(first + 1)
    with qtbot.waitSignal(page._lacks.found):
        pass
    with qtbot.waitSignal(page._lacks.found):
        session.select_year(first)
