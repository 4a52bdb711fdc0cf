"""ภาพรวม: figures, verdict, what lacks and what is due; each leads to its place."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.readiness import dearest_first
from ita_desktop.ui import today
from ita_desktop.ui.dialogs.office import OfficeDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.from_scores import FromScoresDialog
from ita_desktop.ui.overview.looking import Looking
from ita_desktop.ui.overview.page import OverviewPage
from ita_desktop.ui.scores.result_words import caution_of
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.check import check
from ita_desktop.workflows.opening import new_file
from tests.workflows.clean_year import TODAY

Show = Callable[[MainWindow], OverviewPage]
Press = Callable[[str], None]


def test_the_window_starts_with_the_scores_and_builds_the_overview_when_it_is_shown(
    window: MainWindow,
) -> None:
    workspace = window.workspace
    assert workspace is not None
    assert workspace.tabs.currentIndex() == Tab.SCORES
    assert workspace.tabs.tabText(Tab.OVERVIEW) == "ภาพรวม"
    assert Tab.OVERVIEW not in workspace._pages


def test_it_says_the_score_its_level_the_change_and_the_years(overview: OverviewPage) -> None:
    assert overview.score.figure.text() == "๙๑.๘๗"
    assert overview.score._level.text() == "ผ่านดี"
    assert overview.score._passed.text() == "ผ่านเกณฑ์"
    assert overview.score._change.text() == "+๖.๒๔ จากปี ๒๕๖๕"
    assert overview.score.chart.isVisible()
    assert "๒๕๖๔ ๘๖.๗๑" in overview.score.chart.accessibleDescription()


def test_it_lists_all_that_the_check_finds_dearest_first(
    overview: OverviewPage, window: MainWindow
) -> None:
    assert window.session is not None
    found = check(window.session.file, 2566, TODAY)
    listed = overview.lacks.table.lacks
    assert sorted(map(str, listed)) == sorted(map(str, found))
    noted = [lack.severity is Severity.NOTE for lack in listed]
    assert noted == sorted(noted)
    points = [lack.points or 0 for lack in listed if lack.severity is not Severity.NOTE]
    assert points == sorted(points, reverse=True)
    counts = {severity: sum(one.severity is severity for one in found) for severity in Severity}
    shown = {severity: button.text() for severity, button in overview.verdict.counts.items()}
    for severity, count in counts.items():
        assert shown[severity].endswith("".join("๐๑๒๓๔๕๖๗๘๙"[int(one)] for one in str(count)))


def test_a_count_and_the_filters_choose_what_is_listed(
    overview: OverviewPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(overview.verdict.counts[Severity.WARNING], Qt.MouseButton.LeftButton)
    assert {one.severity for one in overview.lacks.table.lacks} == {Severity.WARNING}
    assert overview.lacks.table.hasFocus()
    overview.lacks.choose(None, Area.RISKS)
    assert {area_of(one.place) for one in overview.lacks.table.lacks} == {Area.RISKS}
    overview.lacks.choose(Severity.ERROR, Area.SCORES)
    assert overview.lacks.calm_words == "ไม่มีเรื่องตามตัวกรองนี้"
    overview.lacks.choose(None)
    assert not overview.lacks.calm_words


def test_enter_and_f8_go_to_the_place(
    overview: OverviewPage, window: MainWindow, press: Press
) -> None:
    workspace = window.workspace
    assert workspace is not None
    overview.lacks.choose(None, Area.RISKS)
    overview.lacks.table.setFocus()
    press("Enter")
    assert workspace.tabs.currentIndex() == Tab.RISKS
    workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
    overview.lacks.choose(None)
    press("F8")
    first = overview.lacks._lacks[0].place
    assert workspace.tabs.currentIndex() != Tab.OVERVIEW
    assert first.topic == workspace.measures.list.current()


def test_every_number_is_a_way_to_its_place_by_the_keyboard(
    overview: OverviewPage, window: MainWindow, press: Press, dialogs: list[QDialog]
) -> None:
    workspace = window.workspace
    assert workspace is not None
    tabs = {
        Area.SCORES: Tab.SCORES,
        Area.MEASURES: Tab.MEASURES,
        Area.RISKS: Tab.RISKS,
        Area.PLAN: Tab.PLAN,
        Area.DISCLOSURE: Tab.OIT,
    }
    for area, card in overview.cards.items():
        workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
        pressed = [one for one in card.buttons if one.isEnabled() and one.isVisible()]
        assert {card.title, card.figure} <= set(pressed)
        for button in pressed:
            workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
            button.setFocus()
            press("Enter")
            assert workspace.tabs.currentIndex() == tabs[area], button.accessibleName()
            while dialogs:
                dialogs.pop().reject()


def test_tab_reaches_all_that_can_be_pressed(
    overview: OverviewPage, window: MainWindow, press: Press
) -> None:
    overview.score.figure.setFocus()
    reached = [overview.score.figure.accessibleName()]
    for _ in range(60):
        press("Tab")
        widget = window.focusWidget()
        assert widget is not None
        if widget is overview.score.figure:
            break
        reached.append(widget.accessibleName())
    for button in overview.findChildren(QPushButton):
        if button.isVisible() and button.isEnabled():
            name = button.accessibleName() or button.text()
            assert button.accessibleName() in reached or button.text() in name
            assert name
    assert overview.lacks.table.accessibleName() in reached


def test_dates_lead_to_what_is_due(
    overview: OverviewPage, window: MainWindow, dialogs: list[QDialog]
) -> None:
    workspace = window.workspace
    assert workspace is not None
    of_items = [way for way in overview.dates.ways if way.text().startswith("OIT")]
    assert of_items
    place = of_items[0].place
    assert isinstance(place, Place)
    of_items[0].click()
    assert workspace.tabs.currentIndex() == Tab.OIT
    assert workspace.disclosure.card.code == place.code
    ita = [way for way in overview.dates.ways if way.text().startswith("ปฏิทิน ITA")]
    assert [way.isEnabled() for way in ita] == [False]
    assert not dialogs


def test_another_year_and_a_deed_are_looked_through_and_what_is_not_seen_waits(
    overview: OverviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    workspace, session = window.workspace, window.session
    assert workspace is not None
    assert session is not None
    with qtbot.waitSignal(overview.looking.readiness_found):
        session.select_year(2565)
    assert overview.score.figure.text() == "๘๕.๖๓"
    with qtbot.waitSignal(overview.looking.readiness_found):
        session.set_score("i1", "")
    assert overview.cards[Area.SCORES].figure.text().startswith("๘๗/")
    workspace.tabs.setCurrentIndex(Tab.SCORES)
    session.undo()
    assert not overview.looking.busy, "nobody looks"
    with qtbot.waitSignal(overview.looking.readiness_found):
        workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
    assert overview.cards[Area.SCORES].figure.text().startswith("๘๘/")


def test_the_same_state_is_not_looked_through_twice_but_another_day_is(
    overview: OverviewPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.tabs.setCurrentIndex(Tab.SCORES)
    workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
    assert not overview.looking.busy
    workspace.tabs.setCurrentIndex(Tab.SCORES)
    monkeypatch.setattr(today, "today", lambda: TODAY.replace(year=2024))
    with qtbot.waitSignal(overview.looking.readiness_found):
        workspace.tabs.setCurrentIndex(Tab.OVERVIEW)


def test_a_clean_year_is_green_and_calm(clean_window: MainWindow, show: Show) -> None:
    page = show(clean_window)
    assert page.verdict.words == "พร้อมส่ง"
    assert page.verdict.property("state") == "clean"
    assert page.lacks.calm_words.startswith("ไม่มีเรื่องที่ต้องแก้หรือควรตรวจ")
    assert not page.verdict.go.isVisible()
    said = {area: card.lack.text() for area, card in page.cards.items()}
    assert said.pop(Area.SCORES) == "ยังไม่ได้บันทึกคะแนน", "ป.ป.ช. tells them later"
    assert set(said.values()) == {"ไม่พบสิ่งที่ขาด"}


def test_the_paper_is_seen_from_the_verdict(
    clean_window: MainWindow, show: Show, qtbot: QtBot
) -> None:
    workspace = clean_window.workspace
    assert workspace is not None
    page = show(clean_window)
    page.verdict.paper.click()
    qtbot.waitUntil(lambda: workspace.in_preview and workspace.preview.made is not None)
    workspace.leave_preview()


def test_an_empty_file_begins_with_three_steps(
    empty_window: MainWindow, show: Show, press: Press, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    workspace = empty_window.workspace
    assert workspace is not None
    page = show(empty_window)
    assert page.beginning.isVisible()
    qtbot.waitUntil(page.beginning.steps[0].button.hasFocus)  # its units are not known
    press("Enter")
    dialog = dialogs[-1]
    assert isinstance(dialog, OfficeDialog)
    qtbot.waitUntil(dialog.form.units.hasFocus)
    dialog.reject()
    page.beginning.steps[1].button.click()
    assert workspace.tabs.currentIndex() == Tab.SCORES
    workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
    page.beginning.steps[2].button.click()
    assert workspace.tabs.currentIndex() == Tab.MEASURES
    assert isinstance(dialogs[-1], FromScoresDialog)
    dialogs[-1].reject()


def test_an_office_without_a_name_is_named_first(
    make_window: Callable[[Path | None], MainWindow],
    show: Show,
    press: Press,
    type_: Callable[[str], None],
    dialogs: list[QDialog],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    new_file(tmp_path / "จากคำสั่ง.ita", fiscal_year=2566).close()
    page = show(make_window(tmp_path / "จากคำสั่ง.ita"))
    qtbot.waitUntil(page.beginning.steps[0].button.hasFocus)
    press("Enter")
    dialog = dialogs[-1]
    assert isinstance(dialog, OfficeDialog)
    qtbot.waitUntil(dialog.form.name.hasFocus)
    type_("อบต.บ้านนา")
    assert dialog.form.name.text() == "อบต.บ้านนา"
    dialog.reject()


def test_the_first_score_ends_the_beginning(
    empty_window: MainWindow, show: Show, qtbot: QtBot
) -> None:
    page = show(empty_window)
    assert empty_window.session is not None
    with qtbot.waitSignal(page.looking.readiness_found):
        empty_window.session.set_score("i1", "90")
    assert not page.beginning.isVisible()
    assert page.lacks.table.lacks


def test_who_comes_back_with_work_begun_or_to_another_year_is_in_the_list(
    empty_window: MainWindow, show: Show, qtbot: QtBot
) -> None:
    page, session, workspace = show(empty_window), empty_window.session, empty_window.workspace
    assert session is not None
    assert workspace is not None
    qtbot.waitUntil(page.beginning.steps[0].button.hasFocus)
    year = session.fiscal_year
    workspace.tabs.setCurrentIndex(Tab.SCORES)
    session.set_score("i1", "90")
    show(empty_window)
    qtbot.waitUntil(page.lacks.table.hasFocus)
    session.add_year(year + 1)
    session.set_score("i1", "90")
    workspace.tabs.setCurrentIndex(Tab.SCORES)
    session.select_year(year)
    show(empty_window)
    qtbot.waitUntil(page.lacks.table.hasFocus)


def test_what_is_sought_is_found_in_the_list(overview: OverviewPage) -> None:
    first, count = overview.find_text("O42")
    assert (first, count > 1) == (1, True)
    assert overview.find_text("O42")[0] == 2
    assert overview.find_text("O42", step=-1)[0] == 1
    assert overview.find_text("ไม่มีคำนี้แน่") == (0, 0)
    assert overview.evidence_code() == "O42"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (910, 512), (683, 384)])
def test_nothing_is_wider_than_the_window(
    overview: OverviewPage, window: MainWindow, qtbot: QtBot, width: int, height: int
) -> None:
    window.resize(width, height)
    parts = (overview.score, overview.verdict, overview.dates, *overview.cards.values())

    def inside() -> bool:
        rights = [part.mapTo(overview, part.rect().topRight()).x() for part in parts]
        return overview.width() == width and max(rights) < width

    qtbot.waitUntil(inside)


def test_a_file_that_is_only_read_can_be_looked_at(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, show: Show
) -> None:
    assert window.session is not None
    monkeypatch.setattr(window.session.file, "read_only", "ไฟล์นี้เปิดอ่านอย่างเดียว")
    page = show(window)
    assert page.lacks.table.lacks
    page.lacks.go_to_first()
    assert window.workspace is not None
    assert window.workspace.tabs.currentIndex() != Tab.OVERVIEW


def test_a_key_can_come_between_any_two_findings_and_the_list_is_the_same(
    window: MainWindow, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_desktop.ui.overview.looking._TURN", 0)
    turns: list[None] = []
    look = Looking._do_piece

    def counted(looking: Looking) -> None:
        turns.append(None)
        look(looking)

    monkeypatch.setattr(Looking, "_do_piece", counted)
    page = show(window)
    assert window.session is not None
    found = check(window.session.file, 2566, TODAY)
    assert page.lacks.table.lacks == dearest_first(found)
    assert len(turns) > len(found)


def test_weights_and_levels_that_were_not_checked_are_called_so_as_beside_the_scores(
    overview: OverviewPage, window: MainWindow
) -> None:
    assert window.session is not None
    words = caution_of(window.session.result)
    assert "ยังไม่ได้ตรวจกับคู่มือ" in words
    assert overview.score._caution.text() == words
    assert overview.score._caution.isVisible()


def test_a_bar_begins_and_ends_where_the_texts_of_its_card_do(overview: OverviewPage) -> None:
    card = overview.cards[Area.MEASURES]
    words = card.figure.mapTo(card, card.figure.rect().topLeft()).x() + 6
    assert card.bar.mapTo(card, card.bar.rect().topLeft()).x() == words
    assert card.bar.width() == card.figure.width() - 12


def test_of_scores_that_were_not_entered_it_is_not_said_that_nothing_lacks(
    overview: OverviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.session is not None
    assert overview.cards[Area.SCORES].lack.text() == "ไม่พบสิ่งที่ขาด"
    with qtbot.waitSignal(overview.looking.readiness_found):
        window.session.add_year(2567)
    scores = overview.cards[Area.SCORES]
    assert scores.figure.text().startswith("๐/")
    assert scores.behind.isHidden()
    assert scores.lack.text() == "ยังไม่ได้บันทึกคะแนน"


def test_what_is_wanted_for_the_next_level_is_said_of_total_or_instruments(
    overview: OverviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.session is not None
    words = "ขาด IIT ๔.๔๕ · EIT ๐.๑๖ · OIT ๔.๓๗ คะแนน จะถึงระดับ ผ่านดีเยี่ยม"
    assert overview.score._gap.text() == words
    with qtbot.waitSignal(overview.looking.readiness_found):
        window.session.select_year(2565)
    assert overview.score._gap.text() == "ขาด ๙.๓๗ คะแนน จะถึงระดับ AA"


def test_on_a_low_window_the_list_is_seen_by_its_keys_and_by_who_comes_back(
    window: MainWindow, show: Show, press: Press, qtbot: QtBot
) -> None:
    window.resize(910, 512)
    page = show(window)
    table, workspace = page.lacks.table, window.workspace
    assert workspace is not None

    def seen() -> bool:
        return not table.visibleRegion().isEmpty() and table.visibleRegion().contains(
            table.visualItemRect(table.currentItem() or table.item(0, 0)).center()
        )

    table.setFocus()
    assert page.verdict.isVisible()
    assert not seen()
    press("Down")
    qtbot.waitUntil(seen)
    page._sheet.verticalScrollBar().setValue(0)
    assert not seen()
    page.place_wanted.disconnect(workspace.go_to_place)
    press("Return")
    workspace.tabs.setCurrentIndex(Tab.SCORES)
    workspace.scores.table.setFocus()
    page._sheet.verticalScrollBar().setValue(0)
    press("Ctrl+1")
    qtbot.waitUntil(seen)
    press("Home")  # Ctrl is let go of: Qt keeps it held for the tests that follow
