"""The money of all projects in one grid: typed, summed by section and year, in sight."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.plan.money.dialog import MoneyDialog, open_money_grid
from ita_desktop.ui.plan.money.model import MoneyModel
from ita_desktop.ui.plan.money.rows import GridRows, grid_columns
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import change_years
from ita_desktop.workflows.rows.deeds import Edit, apply_edits
from tests.ui.plan.money.conftest import Type, money, project, shown


def test_the_model_is_right(qtmodeltester: ModelTester, session: Session) -> None:
    model = MoneyModel()
    qtmodeltester.check(model)
    assert session.plan is not None
    model.show(GridRows().rows(session.plan), grid_columns(session.plan.years), session.plan.years)
    qtmodeltester.check(model)


def test_rows_are_sections_with_their_projects_and_a_total(grid: MoneyDialog) -> None:
    titles = [row.title for row in grid.model.rows]
    assert titles == ["มิติที่ 1 หนึ่ง", "1.1 หนึ่งหนึ่ง", "1 ก", "2 ข", "มิติที่ 2 สอง", "3 ค", "รวมทั้งสิ้น"]


def test_what_is_typed_is_summed_by_section_and_year(
    grid: MoneyDialog, session: Session, type_: Type, press: Type
) -> None:
    type_("๒๐,๐๐๐")
    press("Return")
    type_("5000")
    press("Tab")
    type_("1")
    press("Return")
    assert money(session, 1) == {2566: Decimal(20000)}
    assert money(session, 2) == {2566: Decimal(5000), 2567: Decimal(1)}
    for row in (0, 1, 6):
        assert shown(grid, row) == ["๒๕,๐๐๐", "๑", "", "", "๐", "๒๕,๐๐๑"]
    assert "สองหมื่นห้าพันเอ็ดบาทถ้วน" in grid.total.text()


def test_a_figure_tells_only_the_cells_that_say_something_else(
    grid: MoneyDialog, type_: Type, press: Type
) -> None:
    told: list[tuple[int, int, int]] = []

    def tell(first: QModelIndex, last: QModelIndex) -> None:
        told.append((first.row(), first.column(), last.column()))

    grid.model.dataChanged.connect(tell)
    type_("100")
    press("Return")
    total = len(grid.model.columns) - 1
    assert told == [(row, column, column) for row in (0, 1, 2, 6) for column in (1, total)]


def test_rows_of_projects_that_are_the_same_stay(session: Session) -> None:
    maker = GridRows()
    assert session.plan is not None
    before = maker.rows(session.plan)
    number = session.plan.sections[1].projects[0].id
    edit = Edit(kind=Kind.PROJECT, number=number, field="amount:2566", text="5")
    apply_edits(session.file, [edit], "แก้")
    session.refresh()
    after = maker.rows(session.plan)
    assert after == GridRows().rows(session.plan)
    assert after[5] is before[5]
    assert after[2] != before[2]


def test_the_row_that_is_typed_into_is_named_whole(grid: MoneyDialog, press: Type) -> None:
    assert grid.here.text() == "๑ ก"
    press("Down")
    assert grid.here.text() == "๒ ข"


def test_sums_are_not_typed_into(grid: MoneyDialog, type_: Type) -> None:
    grid.table.setCurrentIndex(grid.model.index(0, 1))
    type_("5")
    assert shown(grid, 0)[0] == ""
    assert grid.table.indexWidget(grid.model.index(0, 1)) is None


def test_what_is_no_money_is_refused_beside_its_cell(
    qtbot: QtBot, grid: MoneyDialog, session: Session, type_: Type, press: Type
) -> None:
    type_("มาก")
    press("Return")
    qtbot.waitUntil(grid.gestures.bubble.isVisible)
    assert "มาก" in grid.gestures.bubble.text
    assert money(session, 1) == {}


@pytest.mark.usefixtures("grid")
def test_the_history_of_a_cell_is_shown(type_: Type, press: Type, dialogs: list[QDialog]) -> None:
    type_("15")
    press("Return")
    press("Up")
    press("Ctrl+H")
    dialog = dialogs[-1]
    assert isinstance(dialog, FieldHistoryDialog)
    assert dialog.table.rows.rowCount() == 1
    dialog.reject()


def test_a_file_that_is_only_read_is_not_typed_into(session: Session, room: QWidget) -> None:
    session.file.read_only = "เปิดอ่านอย่างเดียว"
    made = open_money_grid(session, room)
    assert made is not None
    assert not made.model.index(2, 1).flags() & Qt.ItemFlag.ItemIsEditable
    made.reject()
    session.file.read_only = ""


def test_without_a_plan_there_is_no_grid(empty: Session, room: QWidget) -> None:
    assert open_money_grid(empty, room) is None


def test_what_is_being_typed_is_taken_when_the_grid_is_closed(
    grid: MoneyDialog, session: Session, type_: Type
) -> None:
    type_("33")
    grid.reject()
    assert money(session, 1) == {2566: Decimal(33)}


def test_the_names_stay_in_sight_where_many_years_are_scrolled(
    session: Session, room: QWidget, press: Type, qtbot: QtBot
) -> None:
    plan = session.plan
    assert plan is not None
    change_years(session.file, plan.id, 2566, 2580)
    session.refresh()
    room.resize(600, 300)
    grid = open_money_grid(session, room)
    assert grid is not None
    qtbot.waitUntil(grid.isActiveWindow)
    table, beside = grid.table, grid.table.beside
    assert beside is not None
    assert not beside.isVisible()
    years = [*range(1, 16)]
    for column in (*years[1:], *reversed(years[:-1])):
        press("Right" if table.currentIndex().column() < column else "Left")
        assert table.currentIndex().column() == column
        cell = table.visualRect(table.currentIndex())
        assert beside.isVisible() == (table.horizontalScrollBar().value() > 0)
        assert cell.left() >= (beside.width() if beside.isVisible() else 0)
        assert cell.right() <= table.viewport().width()
    assert not beside.isVisible()
    table.horizontalScrollBar().setValue(200)
    table.verticalScrollBar().setValue(20)
    assert beside.verticalScrollBar().value() == table.verticalScrollBar().value()
    rows = range(grid.model.rowCount())
    tops = [table.visualRect(grid.model.index(row, 0)).top() for row in rows]
    assert [beside.visualRect(grid.model.index(row, 0)).top() for row in rows] == tops
    spot = beside.visualRect(grid.model.index(2, 0)).center()
    qtbot.mouseClick(beside.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 0)
    assert table.hasFocus()
    assert table.horizontalScrollBar().value() == 200, "the years stay as they were scrolled"


def test_sums_of_the_dearest_projects_are_shown(
    session: Session, room: QWidget, type_: Type, press: Type, qtbot: QtBot
) -> None:
    most = "999,999,999,999.99"
    edits = [
        Edit(
            kind=Kind.PROJECT, number=project(session, number).id, field=f"amount:{year}", text=most
        )
        for number in (1, 2, 3)
        for year in (2566, 2567, 2568)
    ]
    session.do(lambda file: apply_edits(file, edits, "มากที่สุด"))
    grid = open_money_grid(session, room)
    assert grid is not None
    qtbot.waitUntil(grid.isActiveWindow)
    assert "๘,๙๙๙,๙๙๙,๙๙๙,๙๙๙.๙๑" in grid.total.text()
    for column in range(1, 7):
        grid.table.setCurrentIndex(grid.model.index(2, column))
        shown_at = grid.table.visualRect(grid.table.currentIndex())
        assert shown_at.right() <= grid.table.viewport().width()
    grid.table.setCurrentIndex(grid.model.index(2, 1))
    type_("1000000000000")
    press("Return")
    qtbot.waitUntil(grid.gestures.bubble.isVisible)
    assert money(session, 1)[2566] == Decimal("999999999999.99")
