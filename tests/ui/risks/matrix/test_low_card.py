"""The matrix on a low window, 1366 x 768 at 150 %: rows of cells have every line there is."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QScrollArea
from pytestqt.qtbot import QtBot

from bench.many_risks import made_register
from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.ui.risks.matrix.axes import left_room
from ita_desktop.ui.risks.matrix.drawing import count_box, count_words
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.risks.matrix.seating import Content
from ita_desktop.ui.risks.matrix.shape import FOOT, FOOT_LOW, foot_of

Show = Callable[..., MatrixCard]
LOW = (879, 311)


def lower(card: MatrixCard, qtbot: QtBot, width: int, height: int) -> MatrixCard:
    """Give a card the size that a page gives it, less than it would like."""
    layout = card.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    card.setMinimumSize(0, 0)
    card.resize(width, height)
    qtbot.waitUntil(lambda: card.size() == QSize(width, height))
    layout.activate()
    return card


def test_risks_are_numbers_and_not_counts(show: Show, qtbot: QtBot) -> None:
    board = lower(show(made_register(40, unplaced=6)), qtbot, *LOW).matrix.board
    qtbot.waitUntil(lambda: board.shape is not None and board.shape.least_cell[1] >= 28)
    full = [cell for cell, content in board.seating.items() if content.too_full]
    assert full in ([], [(4, 4)])  # the heavy corner


def test_the_legend_has_the_place_of_the_caption_and_goes_back(show: Show, qtbot: QtBot) -> None:
    card = lower(show(made_register(12)), qtbot, *LOW)
    above, below = card.levels, card.matrix.legend
    assert (above.isVisible(), below.isVisible(), card.caption.isVisible()) == (True, False, False)
    assert above.accessibleName() == below.accessibleName()
    assert above.height() == below.height()  # one line
    lower(card, qtbot, 879, 640)
    assert (above.isVisible(), below.isVisible(), card.caption.isVisible()) == (False, True, True)


def test_a_count_stays_in_its_cell(show: Show, qtbot: QtBot) -> None:
    card = lower(show(made_register(100)), qtbot, 640, 200)
    shape, content = card.matrix.board.shape, Content((), (1, 2, 3), too_full=True, head=False)
    assert shape is not None
    for cell in shape.cells:
        box = shape.box(cell)
        pill = count_box(box, content)
        assert pill.top() >= box.top() - 1
        assert pill.bottom() <= box.bottom() + 2
    assert count_words(QRect(0, 0, 90, 14), content) == "×๓"


def test_at_200_per_cent_rows_stay_high_enough_and_the_keyboard_brings_them_in_sight(
    show: Show, qtbot: QtBot
) -> None:
    card = lower(show(made_register(12)), qtbot, 650, 184)
    board = card.matrix.board
    assert board.shape is not None
    assert board.shape.least_cell[1] >= 28
    (area,) = card.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    assert bar.maximum() > 0
    for cell in ((1, 1), (5, 5)):
        board.set_current(cell)
        box = board.shape.box(cell)
        seen = QRect(board.mapTo(area.viewport(), box.topLeft()), box.size())
        assert area.viewport().rect().contains(seen)


def test_one_line_under_the_cells_has_room_for_both_titles() -> None:
    method = preset_methods()[0]
    assert (foot_of(239), foot_of(240)) == (FOOT_LOW, FOOT)
    assert left_room(method, 851, FOOT_LOW) > left_room(method, 851)
