"""ยังขาดอะไร: listed for the year looked at, and one key leads to the place."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.ui import today
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.from_scores import FromScoresDialog
from ita_desktop.ui.missing import MissingDialog, show_missing
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.check import MEASURE_RULES, check
from ita_desktop.workflows.rows.deeds import Edit, set_field


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def gone_to() -> list[Place]:
    return []


@pytest.fixture
def dialog(
    window: MainWindow, gone_to: list[Place], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> MissingDialog:
    monkeypatch.setattr(today, "today", lambda: date(2023, 4, 5))
    assert window.session is not None
    made = show_missing(window.session, gone_to.append, window)
    qtbot.waitUntil(made.table.hasFocus)
    return made


def column(dialog: MissingDialog, place: int) -> list[str]:
    items = [dialog.table.item(row, place) for row in range(dialog.table.rowCount())]
    return [item.text() for item in items if item is not None]


def test_the_gravest_stand_first_with_the_item_and_its_points(dialog: MissingDialog) -> None:
    grave = column(dialog, 0)
    assert grave == sorted(grave, key=["ต้องแก้", "ควรตรวจ", "ข้อสังเกต"].index)
    assert (column(dialog, 1)[0], column(dialog, 2)[0]) == ("O42", "๒.๐๐")
    assert dialog._count.text().startswith(f"ต้องแก้ {'๐๑๒๓๔๕๖๗๘๙'[grave.count('ต้องแก้')]} เรื่อง")


def test_enter_closes_the_list_and_leads_to_the_place(
    dialog: MissingDialog, gone_to: list[Place], press: Callable[[str], None]
) -> None:
    press("Down")
    press("Enter")
    assert not dialog.isVisible()
    (place,) = gone_to
    assert (place.kind, place.field, place.topic > 0) == ("step", "units", True)


def test_every_place_of_the_list_is_reached_on_the_tab(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    window.workspace.show_tab(Tab.MEASURES)
    page = window.workspace.measures
    for lack in check(session.file, 2566, date(2023, 10, 5), rules=MEASURE_RULES):
        assert page.go_to_place(lack.place), lack.message
        asked = page.findChild(FromScoresDialog)
        assert (asked is not None) == (lack.place.field == "weak")
        if asked is not None:
            asked.reject()
            qtbot.waitUntil(lambda: page.findChild(FromScoresDialog) is None)
            continue
        line = page.table.current_line()
        if lack.place.kind in ("step", "measure"):
            assert line is not None
            assert line.key == lack.place.row
        if lack.place.months is not None:
            assert page.months == lack.place.months


def test_a_round_that_is_asked_for_is_looked_at(dialog: MissingDialog) -> None:
    before = len(column(dialog, 0))
    dialog.rounds.setCurrentIndex(dialog.rounds.findData(12))
    assert len(column(dialog, 0)) > before
    assert any("รอบ ๑๒ เดือน" in text for text in column(dialog, 3))


def test_what_is_mended_goes_from_the_list(dialog: MissingDialog, session: Session) -> None:
    place = next(one.place for one in dialog._lacks if one.place.field == "units")
    before = column(dialog, 3)
    edit = Edit(kind=Kind(place.kind), number=place.number, field="units", text="กองคลัง")
    set_field(session.file, edit)
    session.refresh()
    after = column(dialog, 3)
    assert len(after) == len(before) - 1
    assert not any("ยังไม่มีผู้รับผิดชอบ" in text for text in after)


def test_where_nothing_is_lacking_it_says_so(
    dialog: MissingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_given: object) -> tuple[Lack, ...]:
        return ()

    monkeypatch.setattr("ita_desktop.ui.missing.check", nothing)
    dialog.refresh()
    assert not dialog.table.isVisibleTo(dialog)
    assert dialog._nothing.text() == "ไม่พบสิ่งที่ยังขาดหรือขัดกัน"
    assert not dialog.go.isVisibleTo(dialog)


def test_of_very_many_the_first_are_listed_and_it_is_said(
    dialog: MissingDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = dialog._lacks * 100

    def found(*_given: object) -> tuple[Lack, ...]:
        return many

    monkeypatch.setattr("ita_desktop.ui.missing.check", found)
    dialog.refresh()
    assert dialog.table.rowCount() == 200
    assert dialog._count.text().endswith("(แสดง ๒๐๐ เรื่องแรก)")
