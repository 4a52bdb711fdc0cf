"""Cells and risks are chosen with mouse and keys, and said to who does not see them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from bench.many_risks import made_register
from ita_desktop.ui.risks.matrix import keys
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.risks.matrix.pointed import words_at
from tests.ui.risks.matrix.conftest import chip, corner, middle

LEFT = Qt.MouseButton.LeftButton
Show = Callable[..., MatrixCard]


def test_a_click_on_a_cell_filters_and_again_shows_all(show: Show, qtbot: QtBot) -> None:
    matrix = show(made_register(10)).matrix
    with qtbot.waitSignal(matrix.cell_chosen) as chosen:
        QTest.mouseClick(matrix.board, LEFT, pos=corner(matrix, (4, 3)))
    assert chosen.args == [4, 3]
    assert matrix.cell == (4, 3)
    with qtbot.waitSignal(matrix.cells_left):
        QTest.mouseClick(matrix.board, LEFT, pos=corner(matrix, (4, 3)))
    assert matrix.cell is None


def test_a_click_on_a_chip_chooses_the_risk_and_no_cell(show: Show, qtbot: QtBot) -> None:
    matrix = show(made_register(10)).matrix
    with qtbot.waitSignal(matrix.risk_chosen) as chosen:
        QTest.mouseClick(matrix.board, LEFT, pos=chip(matrix, 7))
    assert chosen.args == [7]
    assert matrix.board.chosen == 7
    assert matrix.cell is None


def test_what_is_chosen_elsewhere_is_shown_and_not_told_again(show: Show, qtbot: QtBot) -> None:
    matrix = show(made_register(10)).matrix
    with qtbot.assertNotEmitted(matrix.risk_chosen):
        matrix.show_chosen(3)
    assert matrix.board.chosen == 3
    assert matrix.board.current == matrix.board.seats[3].cell


def test_arrows_go_from_cell_to_cell_and_stop_at_the_edge(show: Show) -> None:
    board = show(made_register(10)).matrix.board
    board.setFocus()
    board.set_current((1, 1))
    QTest.keyClick(board, Qt.Key.Key_Up)
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert board.current == (2, 2)
    QTest.keyClick(board, Qt.Key.Key_End)
    assert board.current == (2, 5)
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert board.current == (2, 5)
    QTest.keyClick(board, Qt.Key.Key_Home)
    assert board.current == (2, 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_filters_by_the_cell_and_esc_leaves_it(show: Show, qtbot: QtBot, key: Qt.Key) -> None:
    matrix = show(made_register(10)).matrix
    matrix.board.setFocus()
    matrix.board.set_current((3, 3))
    QTest.keyClick(matrix.board, key)
    assert matrix.cell == (3, 3)
    with qtbot.waitSignal(matrix.cells_left):
        QTest.keyClick(matrix.board, Qt.Key.Key_Escape)
    assert matrix.cell is None


def test_brackets_go_through_the_risks_of_the_cell_in_both_layouts(show: Show) -> None:
    board = show(made_register(10)).matrix.board
    board.setFocus()
    board.set_current((4, 4))
    risks = board.content((4, 4)).risks
    assert risks == (4, 6, 8)
    for key, expected in (("]", 4), ("ล", 6), ("]", 8), ("]", 4), ("[", 8), ("บ", 6)):
        event_key = Qt.Key.Key_unknown
        QApplication.sendEvent(board, _typed(event_key, key))
        assert board.chosen == expected


def test_where_none_is_chosen_the_way_back_begins_with_the_last(show: Show) -> None:
    board = show(made_register(10)).matrix.board
    board.setFocus()
    board.set_current((4, 4))
    QTest.keyClicks(board, "[")
    assert board.chosen == 8


def test_a_digit_typed_long_after_another_is_a_number_of_its_own(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "_TYPING_MS", -1)
    board = show(made_register(40)).matrix.board
    board.setFocus()
    QTest.keyClicks(board, "12")
    assert board.chosen == 2


def test_digits_typed_after_each_other_are_one_number_in_both_kinds(show: Show) -> None:
    board = show(made_register(40)).matrix.board
    board.setFocus()
    QTest.keyClicks(board, "12")
    assert board.chosen == 12
    QTest.keyClick(board, Qt.Key.Key_Up)  # another key begins a new number
    for digit in "๓๗":
        QApplication.sendEvent(board, _typed(Qt.Key.Key_unknown, digit))
    assert board.chosen == 37


def test_a_full_cell_says_how_many_and_lists_them(show: Show, qtbot: QtBot) -> None:
    matrix = show(made_register(100)).matrix
    board = matrix.board
    full = [cell for cell, content in board.seating.items() if content.too_full]
    assert full == [(4, 4)]
    count = middle(matrix, (4, 4))
    with qtbot.waitSignal(board.list_wanted):
        QTest.mouseClick(board, LEFT, pos=count)
    rows = matrix.list.rows
    assert rows.count() == len(board.content((4, 4)).risks)
    assert rows.item(0).text().startswith("๔ ")
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(matrix.risk_chosen) as chosen:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == [6]
    assert board.hasFocus()
    assert not matrix.list.isVisible()


def test_esc_closes_the_list_and_leaves_what_was_chosen(show: Show) -> None:
    matrix = show(made_register(100)).matrix
    matrix.board.setFocus()
    matrix.board.set_current((4, 4))
    QTest.keyClick(matrix.board, Qt.Key.Key_Return)
    QTest.keyClick(matrix.list.rows, Qt.Key.Key_Escape)
    assert not matrix.list.isVisible()
    assert matrix.board.hasFocus()
    assert matrix.board.chosen is None


def test_risks_without_a_place_are_reached_by_keys_and_listed(show: Show) -> None:
    matrix = show(made_register(40, unplaced=40)).matrix
    strip = matrix.unplaced
    assert 0 < len(strip.chips) < 40
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert matrix.board.chosen == 2
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert matrix.list.rows.count() == 40
    assert matrix.list.rows.currentRow() == 1


def test_tool_tips_say_chip_cell_and_step(show: Show) -> None:
    matrix = show(made_register(10)).matrix
    board = matrix.board
    words = words_at(board, QPointF(chip(matrix, 4)))
    assert words.splitlines()[0].startswith("๔ เหตุการณ์ที่ ๔")
    assert "๔ × ๔ = ๑๖ สูงมาก" in words
    assert "ผู้รับผิดชอบ: สำนักปลัดเทศบาล" in words
    cell = words_at(board, QPointF(corner(matrix, (4, 4))))
    assert "ระดับสูงมาก" in cell
    assert "๓ ความเสี่ยง" in cell
    assert board.shape is not None
    row = board.shape.box((5, 1)).center().y()
    assert "มากกว่า ๕ ครั้งต่อปี" in words_at(board, QPointF(5, row))
    point = chip(matrix, 4)
    QApplication.sendEvent(board, QHelpEvent(QEvent.Type.ToolTip, point, board.mapToGlobal(point)))
    assert "๔ × ๔ = ๑๖ สูงมาก" in QToolTip.text()
    QToolTip.hideText()


def test_the_current_cell_is_said(show: Show) -> None:
    board = show(made_register(10)).matrix.board
    assert board.accessibleName() == "เมทริกซ์ความเสี่ยง ๕ × ๕"
    board.setFocus()
    board.set_current((4, 4))
    said = board.accessibleDescription()
    assert "๔ สูง" in said
    assert "= ๑๖ ระดับสูงมาก" in said
    assert said.endswith("๓ ความเสี่ยง: ๔, ๖, ๘")
    QTest.keyClick(board, Qt.Key.Key_Left)
    assert "= ๑๒ ระดับสูง" in board.accessibleDescription()


def _typed(key: Qt.Key, text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
