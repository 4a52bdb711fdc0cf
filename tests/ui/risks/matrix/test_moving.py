"""A chip that is dragged or carried by keys changes the file, once, and back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bench.many_risks import made_register
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.risks.matrix.risk_matrix import RiskMatrix
from tests.ui.risks.matrix.conftest import Desk, chip, corner, middle

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Show = Callable[..., MatrixCard]


def grab(widget: QWidget, begin: QPoint, *way: QPoint) -> None:
    """Press at a point and move on, the button held."""
    QTest.mousePress(widget, LEFT, pos=begin)
    for point in way:
        QTest.mouseMove(widget, point)


def drag(matrix: RiskMatrix, begin: QPoint, end: QPoint) -> None:
    grab(matrix.board, begin, (begin + end) / 2, end)
    QTest.mouseRelease(matrix.board, LEFT, pos=end)


def test_a_chip_dropped_in_another_cell_moves_the_risk_as_one_deed(desk: Desk) -> None:
    matrix = desk.card.matrix
    drag(matrix, chip(matrix, desk.ids[1]), middle(matrix, (5, 2)))
    assert desk.place(2) == (5, 2)
    assert "ย้ายความเสี่ยง ๒ ไปที่ ๕ × ๒ = ๑๐ สูง แล้ว" in desk.notice.text
    deed = desk.session.next_undo()
    assert deed is not None
    assert deed.name == "ย้ายความเสี่ยง 2 ในเมทริกซ์"
    desk.session.undo()
    assert desk.place(2) == (3, 4)
    assert matrix.board.seats[desk.ids[1]].cell == (3, 4)
    desk.session.redo()
    assert matrix.board.seats[desk.ids[1]].cell == (5, 2)


def test_the_notice_takes_the_move_back(desk: Desk) -> None:
    matrix = desk.card.matrix
    drag(matrix, chip(matrix, desk.ids[0]), middle(matrix, (1, 1)))
    button = next(one for one in desk.notice.findChildren(QPushButton) if one.text() == "เลิกทำ")
    QTest.mouseClick(button, LEFT)
    assert desk.place(1) == (4, 4)


def test_while_it_is_dragged_the_target_is_known_and_esc_gives_up(desk: Desk) -> None:
    matrix = desk.card.matrix
    grab(matrix.board, chip(matrix, desk.ids[0]), middle(matrix, (4, 3)), middle(matrix, (2, 2)))
    assert matrix.board.lifting.target == (2, 2)
    QTest.keyClick(matrix.board, Qt.Key.Key_Escape)
    assert matrix.board.lifting.risk is None
    QTest.mouseRelease(matrix.board, LEFT, pos=middle(matrix, (2, 2)))
    assert desk.place(1) == (4, 4)
    assert matrix.cell is None


@pytest.mark.parametrize("where", ["same", "outside"])
def test_dropped_where_it_was_or_beside_the_cells_nothing_is_written(
    desk: Desk, where: str
) -> None:
    matrix, before = desk.card.matrix, desk.session.next_undo()
    end = corner(matrix, (4, 4)) if where == "same" else QPoint(2, matrix.board.height() - 4)
    drag(matrix, chip(matrix, desk.ids[0]), end)
    assert desk.session.next_undo() == before
    assert desk.place(1) == (4, 4)


def test_a_risk_without_a_place_is_dragged_into_the_matrix(desk: Desk) -> None:
    matrix = desk.card.matrix
    assert [seat.number for seat in matrix.unplaced.seats] == [4]
    begin = chip(matrix, desk.ids[3])
    goal = matrix.unplaced.mapFrom(desk, matrix.board.mapTo(desk, middle(matrix, (2, 5))))
    grab(matrix.unplaced, begin, begin + QPoint(0, -20), goal)
    assert matrix.board.lifting.target == (2, 5)
    QTest.mouseRelease(matrix.unplaced, LEFT, pos=goal)
    assert desk.place(4) == (2, 5)
    assert not matrix.unplaced.isVisible()


def test_a_file_that_is_only_read_says_so_and_keeps_the_place(desk: Desk, qtbot: QtBot) -> None:
    matrix = desk.card.matrix
    desk.session.file.read_only = "ไฟล์นี้เปิดไว้อ่านเท่านั้น"
    with qtbot.waitSignal(desk.session.refused) as refused:
        drag(matrix, chip(matrix, desk.ids[0]), middle(matrix, (1, 1)))
    assert refused.args == ["ไฟล์นี้เปิดไว้อ่านเท่านั้น"]
    assert matrix.board.seats[desk.ids[0]].cell == (4, 4)
    assert not desk.notice.isVisible()


def test_after_treatment_a_drag_moves_the_place_after_it(desk: Desk) -> None:
    matrix = desk.card.matrix
    desk.card.choose(Arrows.TREATMENT)
    assert "หลังจัดการ" in desk.card.caption.text()
    drag(matrix, chip(matrix, desk.ids[0]), middle(matrix, (2, 1)))
    risk = next(iter(desk.session.register.risks())).risk
    assert (risk.likelihood, risk.impact) == (4, 4)
    assert (risk.after_likelihood, risk.after_impact) == (2, 1)
    assert [(line.risk) for line in matrix.board.lines] == [desk.ids[0]]
    assert "หลังจัดการ" in desk.notice.text


@pytest.mark.parametrize("modifier", [CTRL, ALT])
def test_keys_carry_the_chosen_risk_a_cell_each_a_deed(
    desk: Desk, modifier: Qt.KeyboardModifier
) -> None:
    board = desk.card.matrix.board
    board.setFocus()
    QTest.keyClicks(board, "2")
    assert board.chosen == desk.ids[1]
    assert board.current == (3, 4)
    QTest.keyClick(board, Qt.Key.Key_Up, modifier)
    QTest.keyClick(board, Qt.Key.Key_Right, modifier)
    assert desk.place(2) == (4, 5)
    assert board.current == (4, 5)
    assert board.hasFocus()
    desk.session.undo()
    assert desk.place(2) == (4, 4)


def test_at_the_edge_a_carried_risk_stays_without_a_deed(desk: Desk) -> None:
    board = desk.card.matrix.board
    board.setFocus()
    QTest.keyClicks(board, "1")
    QTest.keyClick(board, Qt.Key.Key_Up, CTRL)
    before = desk.session.next_undo()
    QTest.keyClick(board, Qt.Key.Key_Up, CTRL)
    assert desk.place(1) == (5, 4)
    assert desk.session.next_undo() == before


def test_ctrl_enter_puts_a_risk_without_a_place_into_the_current_cell(desk: Desk) -> None:
    board = desk.card.matrix.board
    board.setFocus()
    QTest.keyClicks(board, "4")
    board.set_current((1, 3))
    QTest.keyClick(board, Qt.Key.Key_Return, CTRL)
    assert desk.place(4) == (1, 3)


def test_from_the_list_of_a_full_cell_a_risk_is_dragged_out(show: Show, qtbot: QtBot) -> None:
    card = show(made_register(100))
    matrix = card.matrix
    matrix.board.setFocus()
    matrix.board.set_current((4, 4))
    QTest.keyClick(matrix.board, Qt.Key.Key_Return)
    rows = matrix.list.rows
    assert rows.hasFocus()
    item = rows.item(1)
    begin = rows.visualItemRect(item).center()
    viewport = rows.viewport()

    def goal() -> QPoint:
        return viewport.mapFromGlobal(matrix.board.mapToGlobal(middle(matrix, (1, 1))))

    QTest.mousePress(viewport, LEFT, pos=begin)
    QTest.mouseMove(viewport, begin + QPoint(30, 0))
    assert matrix.board.lifting.risk == item.data(Qt.ItemDataRole.UserRole)
    assert matrix.list.isVisible()  # hidden, it would not be told where the mouse is
    QTest.mouseMove(viewport, goal())
    assert matrix.board.lifting.target == (1, 1)
    with qtbot.waitSignal(matrix.moved) as moved:
        QTest.mouseRelease(viewport, LEFT, pos=goal())
    assert moved.args == [item.data(Qt.ItemDataRole.UserRole), 1, 1]
    assert not matrix.list.isVisible()


def test_a_risk_that_goes_while_it_is_dragged_is_let_go(show: Show) -> None:
    register = made_register(5)
    card = show(register)
    matrix = card.matrix
    grab(matrix.board, chip(matrix, 5), middle(matrix, (1, 1)), middle(matrix, (2, 1)))
    card.show_register(replace(register, processes=()))
    assert matrix.board.lifting.risk is None
    QTest.mouseRelease(matrix.board, LEFT, pos=middle(matrix, (2, 1)))
    assert matrix.board.seats == {}
