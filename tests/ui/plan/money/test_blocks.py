"""Several cells of the money grid at once: filled, emptied, pasted, copied."""

from decimal import Decimal

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.plan.money.dialog import MoneyDialog
from ita_desktop.ui.session import Session
from tests.ui.plan.money.conftest import Type, money, project


@pytest.mark.usefixtures("grid")
def test_ctrl_r_fills_the_later_years(session: Session, type_: Type, press: Type) -> None:
    type_("900")
    press("Return")
    press("Up")
    press("Ctrl+R")
    assert money(session, 1) == dict.fromkeys((2566, 2567, 2568), Decimal(900))
    session.undo()
    assert money(session, 1) == {2566: Decimal(900)}


@pytest.mark.usefixtures("grid")
def test_ctrl_d_fills_down_past_the_rows_of_sums(
    session: Session, type_: Type, press: Type
) -> None:
    type_("70")
    press("Return")
    press("Up")
    for _ in range(3):
        press("Shift+Down")
    press("Ctrl+D")
    assert [money(session, number) for number in (1, 2, 3)] == [{2566: Decimal(70)}] * 3


@pytest.mark.usefixtures("grid")
def test_delete_empties_the_chosen_cells_as_one_deed(
    session: Session, type_: Type, press: Type
) -> None:
    type_("1")
    press("Tab")
    type_("2")
    press("Return")
    press("Up")
    press("Shift+Left")
    press("Delete")
    assert money(session, 1) == {}
    session.undo()
    assert money(session, 1) == {2566: Decimal(1), 2567: Decimal(2)}


@pytest.mark.usefixtures("grid")
def test_a_block_from_excel_is_shown_first_and_then_one_deed(
    session: Session, press: Type, dialogs: list[QDialog]
) -> None:
    QGuiApplication.clipboard().setText("1,000\t2,000\nมาก\t๓,๐๐๐\n4\t5\n6\t7")
    press("Ctrl+V")
    preview = dialogs[-1]
    assert isinstance(preview, PreviewDialog)
    assert money(session, 1) == {}
    preview.accept_button.click()
    assert money(session, 1) == {2566: Decimal(1000), 2567: Decimal(2000)}
    assert money(session, 2) == {2567: Decimal(3000)}
    assert money(session, 3) == {2566: Decimal(4), 2567: Decimal(5)}
    session.undo()
    assert [money(session, number) for number in (1, 2, 3)] == [{}, {}, {}]


@pytest.mark.usefixtures("grid")
def test_one_value_goes_into_all_chosen_cells(session: Session, press: Type) -> None:
    press("Shift+Right")
    QGuiApplication.clipboard().setText("12")
    press("Ctrl+V")
    assert money(session, 1) == {2566: Decimal(12), 2567: Decimal(12)}


@pytest.mark.usefixtures("grid")
def test_a_copied_block_is_what_excel_takes(type_: Type, press: Type) -> None:
    type_("20000.5")
    press("Return")
    press("Up")
    press("Shift+Right")
    press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "20,000.50\t"


def test_money_pasted_beside_a_tick_is_refused_cell_by_cell(
    grid: MoneyDialog, session: Session, press: Type, dialogs: list[QDialog]
) -> None:
    QGuiApplication.clipboard().setText("100\t\t\t\t✓\n\t\t\t\t✓\n300\t\t\t\t")
    press("Ctrl+V")
    preview = dialogs[-1]
    assert isinstance(preview, PreviewDialog)
    refused = [row for row in preview._ordered if row.refused]  # pyright: ignore[reportPrivateUsage]
    assert [row.after for row in refused] == ["100", "✓"]
    assert all("โครงการที่ ๑" in row.place and "กรุณาเลือกอย่างเดียว" in row.trouble for row in refused)
    preview.accept_button.click()
    assert money(session, 1) == {}
    assert [project(session, number).no_budget for number in (1, 2, 3)] == [False, True, False]
    assert money(session, 3) == {2566: Decimal(300)}
    grid.table.setCurrentIndex(grid.model.index(5, 4))
    QGuiApplication.clipboard().setText("\t✓")
    press("Ctrl+V")
    again = dialogs[-1]
    assert isinstance(again, PreviewDialog)
    (refused_tick,) = [row for row in again._ordered if row.refused]  # pyright: ignore[reportPrivateUsage]
    assert refused_tick.after == "✓", "money that stays is no reason to refuse what is emptied"
    again.reject()


@pytest.mark.usefixtures("grid")
def test_ctrl_r_fills_with_what_is_just_being_typed(
    session: Session, type_: Type, press: Type
) -> None:
    type_("900")
    press("Ctrl+R")
    assert money(session, 1) == dict.fromkeys((2566, 2567, 2568), Decimal(900))


@pytest.mark.usefixtures("grid")
def test_ctrl_r_fills_with_nothing_that_was_refused(
    session: Session, type_: Type, press: Type
) -> None:
    type_("900")
    press("Return")
    press("Up")
    type_("มาก")
    press("Ctrl+R")
    assert money(session, 1) == {2566: Decimal(900)}
