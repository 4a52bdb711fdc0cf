"""What goes while it is chosen, dragged or listed is let go of."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from bench.many_risks import made_register
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard

Show = Callable[..., MatrixCard]


def test_a_chosen_risk_that_goes_is_chosen_no_more(show: Show) -> None:
    card = show(made_register(10))
    card.matrix.board.choose_risk(10)
    card.show_register(made_register(9))
    assert card.matrix.board.chosen is None


def test_a_drag_ends_where_the_matrix_is_put_away(show: Show) -> None:
    board = show(made_register(10)).matrix.board
    assert board.shape is not None
    board.lifting.lift(1, board.shape.box((1, 1)).center().toPointF())
    assert board.lifting.risk == 1
    board.hide()
    assert board.lifting.risk is None


def test_the_list_goes_when_the_keyboard_leaves_it(show: Show, qtbot: QtBot) -> None:
    card = show(made_register(10, unplaced=4))
    card.matrix.unplaced.list_wanted.emit()
    qtbot.waitUntil(card.matrix.list.rows.hasFocus)
    card.ways.setFocus()
    qtbot.waitUntil(card.matrix.list.isHidden)
