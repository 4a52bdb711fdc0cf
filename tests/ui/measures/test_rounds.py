"""Rounds in the window: closed, opened again, what is missing, printed, carried over."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measures import Round
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.carrying import CarryMeasuresDialog
from ita_desktop.ui.measures.rounds import RoundsDialog, show_rounds
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.widgets.long_table import AT_ONCE
from ita_desktop.workflows.export_document import freeze
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows.deeds import remove_rows
from tests.workflows.units.sheet_file import UNITS, YEAR, new_units_file, steps_of, tell


@pytest.fixture
def window(tmp_path: Path, make_window: Callable[[Path | None], MainWindow]) -> MainWindow:
    file = new_units_file(tmp_path / "รอบ.ita")
    tell(file, steps_of(file, UNITS[0])[0], state="แล้วเสร็จ", result="ครึ่งปี")
    file.close()
    return make_window(tmp_path / "รอบ.ita")


@pytest.fixture
def session(window: MainWindow) -> Session:
    assert window.session is not None
    return window.session


@pytest.fixture
def dialog(window: MainWindow, session: Session) -> RoundsDialog:
    made = show_rounds(session, window)
    assert made is not None
    return made


def closed(session: Session) -> frozenset[Round]:
    return load_tracker(session.file, YEAR).closed


def test_both_rounds_say_their_days_and_how_many_steps_have_a_report(dialog: RoundsDialog) -> None:
    six, twelve = dialog.cards[6], dialog.cards[12]
    assert six.days.text() == "๑ ต.ค. ๖๕ – ๓๑ มี.ค. ๖๖"
    assert twelve.days.text() == "๑ ต.ค. ๖๕ – ๓๐ ก.ย. ๖๖"
    assert six.count.text() == "มีรายงานแล้ว ๑ จาก ๔๐ ขั้นตอน"
    assert twelve.count.text() == "มีรายงานแล้ว ๐ จาก ๔๐ ขั้นตอน"
    assert dialog.table.rowCount() == 39


def test_closing_and_opening_again_are_a_deed_each(dialog: RoundsDialog, session: Session) -> None:
    dialog.cards[6].deed.click()
    assert closed(session) == {6}
    assert dialog.cards[6].deed.text() == "เปิดรอบอีกครั้ง"
    assert "ปิดเมื่อ" in dialog.cards[6].state.text()
    assert "เริ่มจากผลรอบนี้ ๑ รายการ" in dialog.notice.text
    assert dialog.cards[12].count.text() == "มีรายงานแล้ว ๑ จาก ๔๐ ขั้นตอน"
    dialog.cards[6].deed.click()
    assert closed(session) == frozenset()
    assert dialog.cards[6].deed.text() == "ปิดรอบ"
    session.undo()
    assert closed(session) == {6}
    session.undo()
    assert closed(session) == frozenset()


def test_what_is_missing_leads_to_its_place(dialog: RoundsDialog, session: Session) -> None:
    dialog.list_of.button(12).click()
    assert dialog.table.rowCount() == 40
    dialog.table.setCurrentCell(1, 0)
    told: list[Place] = []
    dialog.place_wanted.connect(told.append)
    dialog.go.click()
    topic = load_tracker(session.file, YEAR).topics[0].id
    step = steps_of(session.file, UNITS[0])[1]
    assert told == [Place(kind="step", number=step, field="result", topic=topic, months=12)]
    assert not dialog.isVisible()


def test_enter_on_a_row_leads_to_its_place(
    dialog: RoundsDialog, press: Callable[[str], None], qtbot: QtBot
) -> None:
    dialog.table.setFocus()
    with qtbot.waitSignal(dialog.place_wanted):
        press("Return")


def test_a_paper_of_the_round_is_asked_for(dialog: RoundsDialog) -> None:
    menu = dialog.cards[6].print.menu()
    names = [action.text() for action in menu.actions()]
    assert names
    told: list[str] = []
    dialog.paper_wanted.connect(told.append)
    menu.actions()[0].trigger()
    assert [name.partition("/")[2] for name in told] == ["6"]
    assert not dialog.isVisible()


def test_unfinished_steps_are_listed_before_they_are_carried_over(
    dialog: RoundsDialog, session: Session, dialogs: list[QDialog]
) -> None:
    dialog.carry.click()
    carry = dialogs[-1]
    assert isinstance(carry, CarryMeasuresDialog)
    assert carry.summary.text() == "ยกไป ๓๙ รายการ  ·  ไม่ยก ๑ รายการ"
    last = carry.table.item(39, 4)
    assert last is not None
    assert last.text() == "ไม่ยก: แล้วเสร็จ"
    carry.go.click()
    steps = [step for _, m in load_tracker(session.file, 2567).measures() for step in m.steps]
    assert len(steps) == 39
    assert 2567 in session.years
    assert dialog.notice.text == "ยกไปปี ๒๕๖๗ แล้ว ๓๙ รายการ"
    dialog.carry.click()
    again = dialogs[-1]
    assert isinstance(again, CarryMeasuresDialog)
    assert not again.go.isVisible()
    session.undo()
    assert 2567 not in session.years


def test_what_was_carried_over_is_gone_to(
    dialog: RoundsDialog, session: Session, dialogs: list[QDialog]
) -> None:
    dialog.carry.click()
    carry = dialogs[-1]
    assert isinstance(carry, CarryMeasuresDialog)
    carry.go.click()
    turn = next(one for one in dialog.notice.findChildren(QPushButton) if "๒๕๖๗" in one.text())
    turn.click()
    assert session.fiscal_year == 2567
    assert not dialog.isVisible()


def test_a_year_without_criteria_says_why_nothing_can_be_carried(
    session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch, dialogs: list[QDialog]
) -> None:
    session.do(lambda file: close_round(file, YEAR, 12))
    dialog = show_rounds(session, window)
    assert dialog is not None

    def unknown(_year: int) -> None:
        return None

    monkeypatch.setattr("ita_desktop.workflows.criteria.in_force.shipped_criteria", unknown)
    dialog.carry.click()
    carry = dialogs[-1]
    assert isinstance(carry, CarryMeasuresDialog)
    assert carry.error.isVisible()
    assert not carry.go.isVisible()


def test_a_year_without_measures_says_what_to_do(empty_window: MainWindow) -> None:
    assert empty_window.session is not None
    dialog = show_rounds(empty_window.session, empty_window)
    assert dialog is not None
    assert not dialog.cards[6].deed.isEnabled()
    assert not dialog.carry.isEnabled()
    assert not dialog.table.isVisible()


def test_a_long_list_is_laid_out_as_it_is_scrolled_to(
    session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    def add(file: DataFile) -> None:
        with file.deed("หลายขั้นตอน"):
            measure = load_tracker(file, YEAR).topics[0].measures[0].id
            for number in range(200):
                table.add_row(file, Kind.STEP, measure, {"text": f"ขั้น {number}"})

    session.do(add)
    dialog = show_rounds(session, window)
    assert dialog is not None
    assert dialog.table.rowCount() == AT_ONCE
    bar = dialog.table.verticalScrollBar()

    def scrolled() -> bool:
        bar.setValue(bar.maximum())
        return dialog.table.rowCount() == 239

    qtbot.waitUntil(scrolled)


def test_the_menu_of_the_tab_opens_it_and_it_leads_back_into_the_tab(
    window: MainWindow, session: Session, dialogs: list[QDialog]
) -> None:
    assert window.workspace is not None
    workspace = window.workspace
    workspace.show_tab(Tab.MEASURES)
    workspace.measures.work.show_rounds()
    dialog = dialogs[-1]
    assert isinstance(dialog, RoundsDialog)
    dialog.list_of.button(12).click()
    dialog.table.setCurrentCell(1, 0)
    dialog.go.click()
    assert workspace.measures.months == 12
    row = workspace.measures.table.currentIndex().row()
    step = steps_of(session.file, UNITS[0])[1]
    assert workspace.measures.model.lines[row].key == f"step:{step}"


def test_the_frozen_paper_is_shown_as_it_was(
    window: MainWindow, session: Session, dialogs: list[QDialog], at_once: None
) -> None:
    del at_once
    assert window.workspace is not None
    workspace = window.workspace
    session.do(lambda file: close_round(file, YEAR, 6))
    before = freeze(session.file, "measures-progress", YEAR, Digits.THAI, months=6)
    step = steps_of(session.file, UNITS[0])[0]
    session.do(lambda file: remove_rows(file, Kind.STEP, [step]))
    assert freeze(session.file, "measures-progress", YEAR, Digits.THAI, months=6) == before
    workspace.show_tab(Tab.MEASURES)
    workspace.measures.work.show_rounds()
    dialog = dialogs[-1]
    assert isinstance(dialog, RoundsDialog)
    dialog.cards[6].print.menu().actions()[0].trigger()
    assert workspace.in_preview
